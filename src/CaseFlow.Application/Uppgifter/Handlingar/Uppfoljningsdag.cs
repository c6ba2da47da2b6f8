using CaseFlow.Domain;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>When the next uppföljning may be: what is granted is followed up at least once a year.</summary>
// SoL (2025:400) 5 kap. 2 §: fortlöpande. Every person yearly is the unit's own goal.
internal static class Uppfoljningsdag
{
    /// <param name="fran">The day it is counted from: the start, or the uppföljning that is held.</param>
    /// <returns>What is wrong with the day; null when nothing is.</returns>
    public static FieldError? Fel(DateOnly? dag, DateOnly fran) => dag > fran && dag <= fran.AddYears(1)
        ? null
        : new("uppfoljningsdag", $"Följ upp inom ett år: efter {Datumtext.Lang(fran)}, senast {Datumtext.Lang(fran.AddYears(1))}.");
}
