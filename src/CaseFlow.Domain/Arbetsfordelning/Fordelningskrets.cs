using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Domain.Arbetsfordelning;

/// <summary>Whose ärende a new one is, by what is applied for: färdtjänst alone is the färdtjänsthandläggare's, all else the handläggare's. A chef who
/// gives an ärende by hand is not bound by it.</summary>
public static class Fordelningskrets
{
    private static readonly string[] Resor = ["fardtjanst", "riksfardtjanst"];

    /// <param name="insatstyper">What is applied for, at least one.</param>
    public static Roll For(IReadOnlyCollection<string> insatstyper) =>
        insatstyper.Count > 0 && insatstyper.All(t => Resor.Contains(t, StringComparer.Ordinal)) ? Roll.Fardtjansthandlaggare : Roll.Handlaggare;

    /// <summary>Those among whom the rule chooses. Färdtjänst goes to a handläggare where no färdtjänsthandläggare is on duty; the other way round never.</summary>
    /// <param name="roller">The roles each one has in the unit today.</param>
    public static IReadOnlyList<T> Valj<T>(IReadOnlyCollection<string> insatstyper, IReadOnlyList<T> tjanstgorande, Func<T, IReadOnlyCollection<Roll>> roller)
    {
        var krets = For(insatstyper);
        var deras = tjanstgorande.Where(t => roller(t).Contains(krets)).ToList();
        return deras.Count > 0 || krets is Roll.Handlaggare ? deras : [.. tjanstgorande.Where(t => roller(t).Contains(Roll.Handlaggare))];
    }
}
