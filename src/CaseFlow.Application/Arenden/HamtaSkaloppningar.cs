using CaseFlow.Application.Audit;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>Who has opened which of the unit's ärenden with a reason in the last thirty days, for the unit's chef to look through: all of it, person
/// by person, and the openings one by one, the newest first, keyset paged.</summary>
/// <param name="Fore">Cursor from the previous page; null from the newest.</param>
// Lag (2001:454) 10 §: åtkomsten kontrolleras systematiskt och återkommande
[Kraver(Behorighet.SeEnheten)]
public sealed record HamtaSkaloppningar(long? Fore = null) : IQuery<Skaloppningar>;

/// <param name="Dagar">How far back it goes.</param>
/// <param name="Marks">So many within twenty-four hours are marked.</param>
/// <param name="Nasta">The cursor to the next page; null on the last.</param>
public sealed record Skaloppningar(int Dagar, int Marks, IReadOnlyList<SkaloppningarAv> Folk, IReadOnlyList<SkaloppningRad> Rader, long? Nasta);

/// <param name="PaEttDygn">The most within twenty-four hours.</param>
public sealed record SkaloppningarAv(string Vem, int Antal, int PaEttDygn, bool Markt);

public sealed record SkaloppningRad(DateTimeOffset Tid, string Vem, string Nummer, string Skal);

internal sealed class HamtaSkaloppningarHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden, Skaloppningsregel regel)
    : IQueryHandler<HamtaSkaloppningar, Skaloppningar>
{
    private const int Dagar = 30;
    private const int Antal = 50;

    /// <summary>More than a unit opens in a month; what is older than these is not counted.</summary>
    private const int MestRaknat = 20_000;

    public async Task<Result<Skaloppningar>> Handle(HamtaSkaloppningar request, CancellationToken cancellationToken)
    {
        var (sedan, aktor, kanda) = (anrop.Nu.AddDays(-Dagar), anrop.Aktor.Id, atkomst.Enhetens());
        // Ur spåret, som har index på slag och tid; skälet står i åtkomsten, som gjordes i samma anrop. Sitt eget granskar ingen.
        var alla = db.AuditHandelser.Where(h => h.Typ == nameof(ArendeOppnatMedSkal) && h.Tid > sedan && h.Utfall == Auditutfall.Ok && h.AktorId != aktor)
            .Join(kanda, h => h.ArendeId, a => (ArendeId?)a.Id, (h, a) => new { h.Id, h.Tid, h.AktorId, Arende = a.Id, a.Nummer });
        var tider = await alla.OrderByDescending(h => h.Id).Take(MestRaknat).Select(h => new { h.AktorId, h.Tid }).ToListAsync(cancellationToken);

        var urval = alla;
        if (request.Fore is { } fore)
        {
            var granns = new HandelseId(fore);
            urval = urval.Where(h => h.Id.CompareTo(granns) < 0);
        }
        var rader = await urval.OrderByDescending(h => h.Id).Take(Antal + 1).Select(h => new
        {
            h.Id, h.Tid, h.AktorId, h.Arende, h.Nummer,
            Skal = db.Atkomster.Where(x => x.AnvandareId == h.AktorId && x.ArendeId == h.Arende && x.Fran == h.Tid).Select(x => x.Skal).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        var sida = rader.Take(Antal).ToList();
        var namn = await huvuden.Namn(tider.Select(t => t.AktorId).Concat(sida.Select(r => r.AktorId)), cancellationToken);
        anrop.Visar(sida.Select(r => r.Arende.Value).Distinct());
        return new Skaloppningar(
            Dagar, regel.MarksPerDygn,
            [.. tider.GroupBy(t => t.AktorId).Select(g => Av(namn.GetValueOrDefault(g.Key, ""), [.. g.Select(t => t.Tid).Order()]))
                .OrderByDescending(f => f.PaEttDygn).ThenByDescending(f => f.Antal).ThenBy(f => f.Vem, StringComparer.CurrentCulture)],
            [.. sida.Select(r => new SkaloppningRad(r.Tid, namn.GetValueOrDefault(r.AktorId, ""), r.Nummer, r.Skal ?? ""))],
            rader.Count > Antal ? sida[^1].Id.Value : null);
    }

    private SkaloppningarAv Av(string vem, List<DateTimeOffset> tider)
    {
        var (mest, fran) = (0, 0);
        for (var till = 0; till < tider.Count; till++)
        {
            while (tider[till] - tider[fran] >= TimeSpan.FromDays(1)) fran++;
            mest = Math.Max(mest, till - fran + 1);
        }
        return new(vem, tider.Count, mest, mest >= regel.MarksPerDygn);
    }
}
