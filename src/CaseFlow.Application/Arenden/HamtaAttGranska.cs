using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>What waits for the chef's eyes: jäv to try and ärenden that nobody has any longer.</summary>
[Kraver(Behorighet.SeEnheten)]
public sealed record HamtaAttGranska : IQuery<AttGranska>;

/// <param name="Antal">All of it, also what is not shown here.</param>
public sealed record AttGranska(int Antal, IReadOnlyList<JavAttProva> Jav, IReadOnlyList<ArendeAttFordela> UtanHandlaggare);

/// <param name="Version">Of the jäv, sent back with the answer.</param>
public sealed record JavAttProva(string Nummer, long Anvandare, string Vem, string Orsak, DateTimeOffset Anmalt, int Version);

/// <param name="Tidigare">Whom it was taken from; null when it never had anyone.</param>
public sealed record ArendeAttFordela(string Nummer, string Steg, DateTimeOffset Sedan, string? Tidigare);

internal sealed class HamtaAttGranskaHandler(CaseFlowDb db, Anrop anrop, Granskningslista lista) : IQueryHandler<HamtaAttGranska, AttGranska>
{
    private const int Flest = 200;

    public async Task<Result<AttGranska>> Handle(HamtaAttGranska request, CancellationToken cancellationToken)
    {
        var jav = await (
            from j in lista.Javen()
            join a in db.Arenden on j.ArendeId equals a.Id
            join vem in db.Anvandare on j.AnvandareId equals vem.Id
            orderby j.Tid
            select new { a.Id, Rad = new JavAttProva(a.Nummer, j.AnvandareId.Value, vem.Namn, j.Orsak, j.Tid, j.Version) }).Take(Flest).ToListAsync(cancellationToken);
        var arenden = await lista.UtanHandlaggare().OrderBy(a => a.Id).Take(Flest)
            .Select(a => new { a.Id, a.Nummer, a.Steg, a.Oppnat }).ToListAsync(cancellationToken);
        var ids = arenden.Select(a => a.Id).ToList();
        var tagna = await Tagna(ids, cancellationToken);
        anrop.Visar(jav.Select(j => j.Id.Value).Concat(ids.Select(i => i.Value)).Distinct());
        return new AttGranska(
            await lista.Antal(cancellationToken), [.. jav.Select(j => j.Rad)],
            [.. arenden.Select(a => new ArendeAttFordela(
                a.Nummer, Arendehuvuden.Stegnamn(a.Steg), tagna.TryGetValue(a.Id, out var t) ? t.Tid : a.Oppnat, t.Vem))]);
    }

    /// <summary>When each was taken from whom, by the trail.</summary>
    private async Task<Dictionary<ArendeId, (DateTimeOffset Tid, string? Vem)>> Tagna(List<ArendeId> ids, CancellationToken ct)
    {
        var handelser = await db.AuditHandelser.AsNoTracking()
            .Where(h => h.ArendeId != null && ids.Contains(h.ArendeId.Value) && h.Typ == nameof(ArendeFranTaget)).OrderBy(h => h.Id).ToListAsync(ct);
        var vilka = handelser.SelectMany(Handelsetexter.Personer).Distinct().ToList();
        var namn = await db.Anvandare.Where(a => vilka.Contains(a.Id)).Select(a => new { a.Id, a.Namn }).ToDictionaryAsync(a => a.Id, a => a.Namn, ct);
        return handelser.GroupBy(h => h.ArendeId!.Value)
            .ToDictionary(g => g.Key, g => (g.Last().Tid, Handelsetexter.Personer(g.Last()).Select(namn.GetValueOrDefault).FirstOrDefault()));
    }
}
