using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>The user's open ärenden, those held as deputy too, or with <paramref name="HelaEnheten"/> (chef) the unit's; keyset paged, oldest first.</summary>
/// <param name="Efter">Cursor from the previous page: the last row's number; null from the start.</param>
[Kraver(Behorighet.LasaArende)]
public sealed record ListaArenden(bool HelaEnheten = false, bool Avslutade = false, string? Efter = null, int Antal = 50) : IQuery<ArendeLista>;

public sealed record ArendeLista(IReadOnlyList<ArendeRad> Rader, string? Nasta, int Antal, bool FarSeEnheten);

public sealed record ArendeRad(
    string Nummer, PersonVy Person, string Rubrik, string Steg, DateOnly Oppnat, int DagarHosOss, int DagarVantan, string? Handlaggare);

internal sealed class ListaArendenHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden)
    : IQueryHandler<ListaArenden, ArendeLista>
{
    public async Task<Result<ArendeLista>> Handle(ListaArenden request, CancellationToken cancellationToken)
    {
        var farSeEnheten = anrop.Aktor.Har(Behorighet.SeEnheten);
        if (request.HelaEnheten && !farSeEnheten) return Error.Forbidden(Felkoder.BehorighetSaknas, "Du har inte behörighet att se hela enheten.");
        var antal = Math.Clamp(request.Antal, 1, 200);
        var urval = (request.HelaEnheten ? atkomst.Synliga().Where(a => anrop.Aktor.ChefFor.Contains(a.EnhetId)) : atkomst.Egna())
            .Where(a => request.Avslutade == (a.Steg == Steg.Avslutat));
        var totalt = await urval.Take(1000).CountAsync(cancellationToken);
        if (request.Efter is { } efter)
            urval = urval.Where(a => a.Id > atkomst.Synliga().Where(x => x.Nummer == efter).Select(x => (ArendeId?)x.Id).FirstOrDefault());

        var rader = await urval.OrderBy(a => a.Id).Take(antal + 1).Include(a => a.Pauser).AsNoTracking().ToListAsync(cancellationToken);
        var sida = rader.Take(antal).ToList();
        var (ids, personIds) = (sida.Select(a => a.Id).ToList(), sida.Select(a => a.PersonId).Distinct().ToList());
        var personer = await db.SomVisas(anrop).Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var ansokningar = (await db.Ansokningar.AsNoTracking().Where(a => ids.Contains(a.ArendeId)).ToListAsync(cancellationToken)).ToLookup(a => a.ArendeId);
        var namn = await huvuden.Namn(sida.Select(a => a.HandlaggareId).OfType<AnvandareId>(), cancellationToken);
        anrop.Visar(ids.Select(i => i.Value));
        return new ArendeLista(
            [.. sida.Select(a => Rad(a, personer[a.PersonId].SomVy(anrop.Idag), [.. ansokningar[a.Id]], namn))],
            rader.Count > antal ? sida[^1].Nummer : null, totalt, farSeEnheten);
    }

    private ArendeRad Rad(
        Arende arende, PersonVy person, IReadOnlyList<Domain.Ansokningar.Ansokan> ansokningar, IReadOnlyDictionary<AnvandareId, string> namn)
    {
        var start = ansokningar.Count > 0 ? ansokningar.Min(a => a.Ankomstdag) : SvenskTid.Dag(arende.Oppnat);
        var slut = arende.Avslutat is { } t ? SvenskTid.Dag(t) : anrop.Idag;
        var dagar = Dagraknare.Berakna(start, arende.Uppehall(), slut);
        return new(
            arende.Nummer, person, Arendehuvuden.Rubrik(ansokningar.SelectMany(a => a.Insatser).Select(i => i.Insatstyp)),
            Arendehuvuden.Stegnamn(arende.Steg), start, dagar.HosOss, dagar.Vantan,
            arende.HandlaggareId is { } h ? namn.GetValueOrDefault(h) : null);
    }
}
