using CaseFlow.Application.Arenden;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Kalender;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter;

/// <summary>A task in facts: codes and days, no sentences.</summary>
/// <param name="Person">Masked as in lists.</param>
/// <param name="Grupp">handlaggare or chef.</param>
/// <param name="Tilldelad">Who holds it; null for a task of the chefer that nobody has taken.</param>
/// <param name="Forfaller">The last day; null without one.</param>
/// <param name="VantarOrsak">Code of what it waits for; null when it is our turn.</param>
/// <param name="Insatstyp">Of the insats it is about, when it is about one.</param>
public sealed record UppgiftRad(
    Guid Id, string Arendenummer, PersonVy Person, string Nod, string Titel, string Grupp, Uppgiftsstatus Status, AnvandareId? TilldeladId,
    string? Tilldelad, DateTimeOffset Skapad, DateOnly? Forfaller, string? Forfalloregel, string? VantarOrsak, DateOnly? Vaknar, string? Insatstyp,
    DateTimeOffset? Slutford);

/// <summary>Builds the rows, with what they need besides the tasks read once for all of them.</summary>
public sealed class Uppgiftsrader(CaseFlowDb db, Anrop anrop, Arendehuvuden huvuden)
{
    internal async Task<IReadOnlyList<UppgiftRad>> Las(IReadOnlyList<Uppgift> uppgifter, CancellationToken ct)
    {
        var ids = uppgifter.Select(u => u.ArendeId).Distinct().ToList();
        var arenden = await db.Arenden.Where(a => ids.Contains(a.Id)).Select(a => new Arendedel(a.Id, a.Nummer, a.PersonId)).ToListAsync(ct);
        return await Las(uppgifter, arenden, ct);
    }

    /// <summary>For whoever has read the ärende.</summary>
    internal Task<IReadOnlyList<UppgiftRad>> Las(IReadOnlyList<Uppgift> uppgifter, Arende arende, CancellationToken ct) =>
        Las(uppgifter, [new Arendedel(arende.Id, arende.Nummer, arende.PersonId)], ct);

    private async Task<IReadOnlyList<UppgiftRad>> Las(IReadOnlyList<Uppgift> uppgifter, List<Arendedel> delar, CancellationToken ct)
    {
        if (uppgifter.Count == 0) return [];
        var arenden = delar.ToDictionary(a => a.Id);
        var personIds = delar.Select(a => a.PersonId).Distinct().ToList();
        var insatsIds = uppgifter.Select(u => u.InsatsId).OfType<InsatsId>().Distinct().ToList();
        var personer = await db.IListor().Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var typer = insatsIds.Count == 0 ? [] : await db.Insatser.Where(i => insatsIds.Contains(i.Id))
            .Select(i => new { i.Id, i.Insatstyp }).ToDictionaryAsync(i => i.Id, i => i.Insatstyp, ct);
        var namn = await huvuden.Namn(uppgifter.Select(u => u.TilldeladId).OfType<AnvandareId>(), ct);
        return [.. uppgifter.Select(u => new UppgiftRad(
            u.PublikId, arenden[u.ArendeId].Nummer, personer[arenden[u.ArendeId].PersonId].SomVy(anrop.Idag), u.Nod, u.Titel, u.Grupp, u.Status,
            u.TilldeladId, u.TilldeladId is { } t ? namn.GetValueOrDefault(t) : null, u.Skapad,
            u.Forfaller < Uppgift.UtanFrist ? SvenskTid.Dag(u.Forfaller) : null, u.Forfalloregel,
            u.Status == Uppgiftsstatus.Vantar ? u.VantarOrsak : null, u is { Status: Uppgiftsstatus.Vantar, Vaknar: { } v } ? SvenskTid.Dag(v) : null,
            u.InsatsId is { } i ? typer.GetValueOrDefault(i) : null, u.Slutford))];
    }

    private sealed record Arendedel(ArendeId Id, string Nummer, PersonId PersonId);
}
