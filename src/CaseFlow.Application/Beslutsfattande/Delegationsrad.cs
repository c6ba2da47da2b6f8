using CaseFlow.Application.Audit;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>A row of the decision table <c>delegation</c>: <c>niva</c> 1 to 4, <c>punkt</c> and <c>text</c>.</summary>
internal static class Delegationsrad
{
    public const string Tabell = "delegation";
    public const string Nivafalt = "niva";
    public const string Punktfalt = "punkt";
    public const int Lagst = (int)Delegatniva.Handlaggare;
    public const int Hogst = (int)Delegatniva.Namnd;

    /// <summary>What the row asks for; null when its point could not stand in the beslut and the log.</summary>
    public static Delegationskrav? Krav(FeelContext rad) =>
        Punkt(rad[Punktfalt]) is { } punkt ? new(Niva(rad[Nivafalt]), punkt, rad["text"] is FeelString { Value: var text } ? text : "") : null;

    /// <summary>The level; nobody by delegation when it is none of them.</summary>
    public static Delegatniva Niva(FeelValue varde) =>
        varde is FeelNumber { Value: >= Lagst and <= Hogst and var niva } && niva == decimal.Truncate(niva) ? (Delegatniva)(int)niva : Delegatniva.Ingen;

    /// <summary>The point, which is a code; null when it is not.</summary>
    public static string? Punkt(FeelValue varde) => varde is FeelString { Value: { Length: > 0 } punkt } && Handelsejson.ArKod(punkt) ? punkt : null;
}
