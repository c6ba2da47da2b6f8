using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>What waits for the chef's eyes: emergency openings to review, jäv to try and ärenden that nobody has any longer. For the one who
/// reviews the log: the emergency openings of all units.</summary>
[Kraver(Behorighet.SeEnheten, Behorighet.GranskaLogg)]
public sealed record HamtaAttGranska : IQuery<AttGranska>;

/// <param name="Antal">All of it, also what is not shown here.</param>
/// <param name="Uppdrag">More rights for someone in the units, proposed by the förvaltare and waiting for the chef's yes.</param>
/// <param name="GavRatt">Openings made by those whom the actor let have the right to it; others review them, and the ärende is not said.</param>
public sealed record AttGranska(
    int Antal, IReadOnlyList<NodoppningAttGranska> Nodoppningar, IReadOnlyList<JavAttProva> Jav, IReadOnlyList<ArendeAttFordela> UtanHandlaggare,
    IReadOnlyList<NodoppningAttVeta> GavRatt, IReadOnlyList<UppdragsforslagVy> Uppdrag);

/// <param name="Visade">She was also shown the protected data.</param>
/// <param name="Pagar">It lasts: it is reviewed once it is over, and can be ended now.</param>
/// <param name="Last">What was read with it, by the trail: the part and how many times.</param>
/// <param name="Version">Of the opening, sent back with the note.</param>
public sealed record NodoppningAttGranska(
    long Id, string Nummer, string Enhet, bool Skyddat, string Vem, string Skal, DateTimeOffset Fran, DateTimeOffset Tom, bool Visade, bool Pagar,
    IReadOnlyList<LastDel> Last, int Version);

public sealed record LastDel(string Del, int Antal);

public sealed record NodoppningAttVeta(string Vem, DateTimeOffset Fran);

/// <param name="Version">Of the jäv, sent back with the answer.</param>
/// <param name="HarOcksa">Other open ärenden of the same person that are still hers.</param>
public sealed record JavAttProva(string Nummer, long Anvandare, string Vem, string Orsak, DateTimeOffset Anmalt, int Version, IReadOnlyList<string> HarOcksa);

/// <param name="Tidigare">Whom it was taken from; null when it never had anyone.</param>
public sealed record ArendeAttFordela(string Nummer, string Steg, DateTimeOffset Sedan, string? Tidigare);

internal sealed class HamtaAttGranskaHandler(CaseFlowDb db, Anrop anrop, Granskningslista lista, Lasspar lasspar) : IQueryHandler<HamtaAttGranska, AttGranska>
{
    private const int Flest = 200;

    public async Task<Result<AttGranska>> Handle(HamtaAttGranska request, CancellationToken cancellationToken)
    {
        var nodoppningar = await Nodoppningar(cancellationToken);
        var aktor = anrop.Aktor.Id;
        var gav = await db.Nodoppningar.Where(n => n.RattGavsAv == aktor && n.Granskad == null && n.AnvandareId != aktor)
            .Join(db.Anvandare, n => n.AnvandareId, a => a.Id, (n, a) => new { n.Fran, a.Namn }).OrderBy(n => n.Fran).Take(Flest)
            .Select(n => new NodoppningAttVeta(n.Namn, n.Fran)).ToListAsync(cancellationToken);
        if (anrop.Aktor.ChefFor.Count == 0)
        {
            anrop.Visar(nodoppningar.Select(n => n.Id));
            return new AttGranska(await lista.Antal(cancellationToken), nodoppningar, [], [], gav, []);
        }
        var jav = await (
            from j in lista.Javen()
            join a in db.Arenden on j.ArendeId equals a.Id
            join vem in db.Anvandare on j.AnvandareId equals vem.Id
            orderby j.Tid
            select new { a.Id, a.Nummer, a.PersonId, Jav = j, Vem = vem.Namn }).Take(Flest).ToListAsync(cancellationToken);
        var hennes = await lista.Javigas(jav.ConvertAll(j => j.PersonId), jav.ConvertAll(j => j.Jav.AnvandareId), cancellationToken);
        var arenden = await lista.UtanHandlaggare().OrderBy(a => a.Id).Take(Flest)
            .Select(a => new { a.Id, a.Nummer, a.Steg, a.Oppnat }).ToListAsync(cancellationToken);
        var uppdrag = await db.Vantande(anrop, alla: false).Where(f => f.Forslag.AnvandareId != aktor && f.Forslag.ForeslagetAv != aktor).Take(Flest).ToListAsync(cancellationToken);
        var ids = arenden.Select(a => a.Id).ToList();
        var tagna = await Tagna(ids, cancellationToken);
        anrop.Visar(jav.Select(j => j.Id.Value).Concat(ids.Select(i => i.Value)).Concat(nodoppningar.Select(n => n.Id)).Distinct());
        return new AttGranska(
            await lista.Antal(cancellationToken), nodoppningar,
            [.. jav.Select(j => new JavAttProva(j.Nummer, j.Jav.AnvandareId.Value, j.Vem, j.Jav.Orsak, j.Jav.Tid, j.Jav.Version,
                [.. hennes[(j.PersonId, j.Jav.AnvandareId)].Where(n => n != j.Nummer)]))],
            [.. arenden.Select(a => new ArendeAttFordela(
                a.Nummer, Arendehuvuden.Stegnamn(a.Steg), tagna.TryGetValue(a.Id, out var t) ? t.Tid : a.Oppnat, t.Vem))],
            gav, [.. uppdrag.Select(u => u.Vy(aktor))]);
    }

    private async Task<List<NodoppningAttGranska>> Nodoppningar(CancellationToken ct)
    {
        var rader = await (
            from n in lista.Nodoppningar()
            join a in db.Arenden on n.ArendeId equals a.Id
            join e in db.Enheter on a.EnhetId equals e.Id
            join vem in db.Anvandare on n.AnvandareId equals vem.Id
            orderby n.Id
            select new
            {
                Nodoppning = n, a.Nummer, Enhet = e.Namn, a.Skyddat, Vem = vem.Namn,
                Visade = db.SkyddVisningar.Any(v => v.PersonId == a.PersonId && v.AnvandareId == n.AnvandareId && v.Fran >= n.Fran && v.Fran < n.Tom),
            }).Take(Flest).ToListAsync(ct);
        var last = await lasspar.For([.. rader.Select(r => r.Nodoppning.Id)], ct);
        return [.. rader.Select(r => new NodoppningAttGranska(
            r.Nodoppning.Id.Value, r.Nummer, r.Enhet, r.Skyddat, r.Vem, r.Nodoppning.Skal, r.Nodoppning.Fran, r.Nodoppning.Tom, r.Visade,
            r.Nodoppning.Pagar(anrop.Nu), [.. last[r.Nodoppning.Id]], r.Nodoppning.Version))];
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
