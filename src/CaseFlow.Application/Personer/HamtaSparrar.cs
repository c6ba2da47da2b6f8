using System.Globalization;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Personer;

/// <summary>The blocks that stand: the actor's own, and for a chef those of her units, for the förvaltare all. Never from whom: only the reason,
/// in the words of the one who registered it.</summary>
[Kraver(Behorighet.LasaArende, Behorighet.ForvaltaBehorigheter)]
public sealed record HamtaSparrar : IQuery<Sparrlista>;

/// <param name="Andras">By name; empty for someone who leads nobody.</param>
/// <param name="Medarbetare">Whom the actor may register for besides herself.</param>
/// <param name="KanRegistrera">The actor has anything to be kept out of.</param>
public sealed record Sparrlista(IReadOnlyList<SparrRad> Egna, IReadOnlyList<SparrRad> Andras, IReadOnlyList<Alternativ> Medarbetare, bool KanRegistrera);

/// <param name="Version">Sent back when it is ended.</param>
public sealed record SparrRad(long Id, string Vem, string Skal, DateTimeOffset Fran, string RegistreradAv, int Version);

internal sealed class HamtaSparrarHandler(CaseFlowDb db, Anrop anrop) : IQueryHandler<HamtaSparrar, Sparrlista>
{
    private const int Flest = 500;

    public async Task<Result<Sparrlista>> Handle(HamtaSparrar request, CancellationToken cancellationToken)
    {
        var aktor = anrop.Aktor;
        var folk = db.ArbetarINagon(aktor.ChefFor, anrop.Idag);
        var rader = await Rader(db.Sparrar.Where(s => s.AnvandareId == aktor.Id), cancellationToken);
        var andras = aktor.Har(Behorighet.ForvaltaBehorigheter) ? await Rader(db.Sparrar.Where(s => s.AnvandareId != aktor.Id), cancellationToken)
            : aktor.ChefFor.Count > 0 ? await Rader(db.Sparrar.Where(s => s.AnvandareId != aktor.Id && folk.Any(a => a.Id == s.AnvandareId)), cancellationToken)
            : [];
        var medarbetare = aktor.ChefFor.Count == 0 ? []
            : await folk.Where(a => a.Id != aktor.Id).Select(a => new { a.Id, a.Namn }).ToListAsync(cancellationToken);
        anrop.Visar(rader.Concat(andras).Select(r => r.Id));
        return new Sparrlista(
            rader, andras,
            [.. medarbetare.OrderBy(a => a.Namn, StringComparer.CurrentCulture).Select(a => new Alternativ(a.Id.Value.ToString(CultureInfo.InvariantCulture), a.Namn))],
            aktor.Har(Behorighet.LasaArende));
    }

    private async Task<List<SparrRad>> Rader(IQueryable<Sparr> sparrar, CancellationToken ct)
    {
        var rader = await (
            from s in sparrar
            where s.Slutade == null
            join vem in db.Anvandare on s.AnvandareId equals vem.Id
            join av in db.Anvandare on s.RegistreradAv equals av.Id
            orderby s.Id
            select new { s.Id, Vem = vem.Namn, s.Skal, s.Fran, Av = av.Namn, s.Version }).Take(Flest).ToListAsync(ct);
        return [.. rader.Select(r => new SparrRad(r.Id.Value, r.Vem, r.Skal, r.Fran, r.Av, r.Version)).OrderBy(r => r.Vem, StringComparer.CurrentCulture).ThenBy(r => r.Id)];
    }
}
