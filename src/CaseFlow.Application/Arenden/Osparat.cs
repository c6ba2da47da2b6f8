using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Kalender;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>What someone has typed in an ärende, or in an ansökan she takes in, and not saved.</summary>
/// <param name="Arendenummer">Null for an ansökan that is taken in; then there is no person either.</param>
/// <param name="Sparat">When she last typed.</param>
/// <param name="Tom">The last day it is kept, if she does not go on with it.</param>
public sealed record OsparadText(string? Arendenummer, PersonVy? Person, Utkastslag Slag, DateTimeOffset Sparat, DateOnly Tom);

/// <summary>The actor's own drafts, one line for each kind in an ärende, the latest first. What is hidden from her by now is left out.</summary>
internal sealed class Osparat(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Utkastregel regel)
{
    public async Task<IReadOnlyList<OsparadText>> Las(CancellationToken ct)
    {
        var agare = anrop.Aktor.Id;
        var rader = await (
            from u in db.Utkast
            where u.AgareId == agare
            join a in atkomst.UtanDolda() on u.ArendeId equals a.Id into arenden
            from a in arenden.DefaultIfEmpty()
            where u.ArendeId == null || a != null
            orderby u.Sparat descending
            select new { u.ArendeId, Nummer = (string?)a.Nummer, PersonId = (PersonId?)a.PersonId, u.Slag, u.Sparat }).Take(Utkast.FlestPerPerson).ToListAsync(ct);
        if (rader.Count == 0) return [];
        var ids = rader.Select(r => r.PersonId).OfType<PersonId>().Distinct().ToList();
        var personer = await db.IListor().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        anrop.Visar(rader.Select(r => r.ArendeId).OfType<ArendeId>().Select(a => a.Value).Distinct());
        return [.. rader.DistinctBy(r => (r.ArendeId, r.Slag)).Select(r => new OsparadText(
            r.Nummer, r.PersonId is { } p ? personer[p].SomVy(anrop.Idag) : null, r.Slag, r.Sparat, SvenskTid.Dag(r.Sparat + regel.Minnestid)))];
    }
}
