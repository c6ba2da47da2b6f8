using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Those who lead a unit: they approve who gets rights in it, and review what was opened in an emergency. A unit that has someone is never
/// left without by one förvaltare; the command line may, and says in the log who ran it.</summary>
internal static class Ledning
{
    public static Error SistaChefen { get; } = Error.Rule(
        "SISTA_CHEFEN", "Enheten skulle stå utan någon som leder den. Ge någon annan uppdraget först: den som leder enheten nu godkänner det.");

    public static bool Leder(Roll roll) => roll is Roll.Chef or Roll.BitradandeChef;

    /// <summary>The assignments of those who lead on a day and can sign in.</summary>
    public static IQueryable<Uppdrag> Ledda(this CaseFlowDb db, DateOnly dag) => db.Uppdrag.Where(
        u => (u.Roll == Roll.Chef || u.Roll == Roll.BitradandeChef) && u.From <= dag && (u.Tom == null || u.Tom >= dag) && db.Anvandare.Any(a => a.Id == u.AnvandareId && a.Aktiv));
}
