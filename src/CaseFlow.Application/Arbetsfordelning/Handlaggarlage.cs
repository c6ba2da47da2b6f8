using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arbetsfordelning;

/// <summary>Away today.</summary>
/// <param name="Tom">The last day, when it is known.</param>
/// <param name="Ersattare">Name of who stands in; null when nobody does.</param>
public sealed record Bortavaro(DateOnly? Tom, string? Ersattare);

/// <summary>Open ärenden of one handläggare in one step.</summary>
/// <param name="Handlaggare">The default id for those nobody has.</param>
internal sealed record Arendegrupp(AnvandareId Handlaggare, Steg Steg, int Antal, DateTimeOffset Aldst, int Skydd);

/// <summary>What each handläggare has and whether she is away: the same for the chef's matrix and for whoever is to be chosen.</summary>
public sealed class Handlaggarlage(CaseFlowDb db, Anrop anrop)
{
    /// <param name="arenden">Those the actor may know of: the rest are not counted.</param>
    internal static async Task<ILookup<AnvandareId, Arendegrupp>> Oppna(IQueryable<Arende> arenden, CancellationToken ct) =>
        (await arenden.Where(a => a.Steg != Steg.Avslutat).GroupBy(a => new { a.HandlaggareId, a.Steg })
            .Select(g => new { g.Key.HandlaggareId, g.Key.Steg, Antal = g.Count(), Aldst = g.Min(a => a.Oppnat), Skydd = g.Count(a => a.Skyddat) }).ToListAsync(ct))
        .Select(g => new Arendegrupp(g.HandlaggareId ?? default, g.Steg, g.Antal, g.Aldst, g.Skydd)).ToLookup(g => g.Handlaggare);

    /// <summary>Those of them who are away today.</summary>
    internal async Task<IReadOnlyDictionary<AnvandareId, Bortavaro>> Borta(IReadOnlyCollection<AnvandareId> handlaggare, CancellationToken ct) =>
        (await db.Borta(anrop.Idag).Where(f => handlaggare.Contains(f.AnvandareId))
            .Select(f => new { f.AnvandareId, f.Tom, Ersattare = db.Anvandare.Where(a => a.Id == f.Ersattare).Select(a => a.Namn).FirstOrDefault() }).ToListAsync(ct))
        .GroupBy(f => f.AnvandareId).ToDictionary(g => g.Key, g => new Bortavaro(g.First().Tom, g.First().Ersattare));
}
