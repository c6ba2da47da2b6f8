using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>The user's open ärenden, those held as deputy too, or with <paramref name="HelaEnheten"/> (chef) the unit's; keyset paged, oldest first.</summary>
/// <param name="Steg">Only those in this step; null for all.</param>
/// <param name="Handlaggare">Of the unit's: only those of this handläggare, 0 for those that nobody has; null for all.</param>
/// <param name="Forsenade">Only the open ones with a task whose day has passed.</param>
/// <param name="Efter">Cursor from the previous page: the last row's number; null from the start.</param>
[Kraver(Behorighet.LasaArende)]
public sealed record ListaArenden(bool HelaEnheten = false, bool Avslutade = false, string? Efter = null, int Antal = 50, Steg? Steg = null, long? Handlaggare = null,
    bool Forsenade = false) : IQuery<ArendeLista>;

/// <param name="Handlaggare">Who the unit's open ärenden can be narrowed to, by name; empty in one's own list.</param>
public sealed record ArendeLista(
    IReadOnlyList<ArendeRad> Rader, string? Nasta, int Antal, bool FarSeEnheten, IReadOnlyList<Alternativ>? Handlaggare = null);

/// <param name="NastaSteg">The task that is due first, as a verb, with its deadline; null when nothing is to be done.</param>
public sealed record ArendeRad(
    string Nummer, PersonVy Person, string Rubrik, string Steg, DateOnly Oppnat, int DagarHosOss, int DagarVantan, string? Handlaggare,
    string? NastaSteg = null, FristVy? Frist = null);

internal sealed class ListaArendenHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden)
    : IQueryHandler<ListaArenden, ArendeLista>
{
    public async Task<Result<ArendeLista>> Handle(ListaArenden request, CancellationToken cancellationToken)
    {
        var farSeEnheten = anrop.Aktor.Har(Behorighet.SeEnheten);
        if (request.HelaEnheten && !farSeEnheten) return Error.Forbidden(Felkoder.BehorighetSaknas, "Du har inte behörighet att se hela enheten.");
        var antal = Math.Clamp(request.Antal, 1, 200);
        var alla = request.HelaEnheten ? atkomst.Enhetens() : atkomst.For(await atkomst.Arbetar(cancellationToken));
        // Två frågor i stället för ett villkor: bara då ser databasen att indexen över det öppna räcker.
        var urval = request.Avslutade ? alla.Where(a => a.Steg == Steg.Avslutat) : alla.Where(a => a.Steg != Steg.Avslutat);
        var handlaggare = request is { HelaEnheten: true, Avslutade: false } ? await Handlaggare(urval, cancellationToken) : [];
        if (request.Steg is { } steg) urval = urval.Where(a => a.Steg == steg);
        if (request is { HelaEnheten: true, Handlaggare: { } h }) urval = h == 0 ? urval.Where(a => a.HandlaggareId == null) : urval.Where(a => a.HandlaggareId == new AnvandareId(h));
        if (request is { Forsenade: true, Avslutade: false })
        {
            var idag = SvenskTid.Midnatt(anrop.Idag);
            urval = urval.Where(a => db.Uppgifter.Any(u => u.ArendeId == a.Id && u.Status == Uppgiftsstatus.Oppen && u.Forfaller < idag));
        }
        var totalt = await urval.Take(1000).CountAsync(cancellationToken);
        if (request.Efter is { } efter)
            urval = urval.Where(a => a.Id > atkomst.Synliga().Where(x => x.Nummer == efter).Select(x => (ArendeId?)x.Id).FirstOrDefault());

        var rader = await urval.OrderBy(a => a.Id).Take(antal + 1).Include(a => a.Pauser).AsNoTracking().ToListAsync(cancellationToken);
        var sida = rader.Take(antal).ToList();
        var (ids, personIds) = (sida.Select(a => a.Id).ToList(), sida.Select(a => a.PersonId).Distinct().ToList());
        var personer = await db.IListor().Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var ansokningar = (await db.Ansokningar.AsNoTracking().Where(a => ids.Contains(a.ArendeId)).ToListAsync(cancellationToken)).ToLookup(a => a.ArendeId);
        var namn = await huvuden.Namn(sida.Select(a => a.HandlaggareId).OfType<AnvandareId>(), cancellationToken);
        var uppgifter = (await db.Uppgifter.AsNoTracking().Where(u => ids.Contains(u.ArendeId) && (u.Status == Uppgiftsstatus.Oppen || u.Status == Uppgiftsstatus.Vantar))
            .ToListAsync(cancellationToken)).GroupBy(u => u.ArendeId).ToDictionary(g => g.Key, g => g.OrderBy(u => u.Forfaller).ThenBy(u => u.Id).First());
        anrop.Visar(ids.Select(i => i.Value));
        return new ArendeLista(
            [.. sida.Select(a => Rad(a, personer[a.PersonId].SomVy(anrop.Idag), [.. ansokningar[a.Id]], namn, uppgifter.GetValueOrDefault(a.Id)))],
            rader.Count > antal ? sida[^1].Nummer : null, totalt, farSeEnheten, handlaggare);
    }

    /// <summary>Those who have any of the unit's open ärenden, and the choice of those that nobody has.</summary>
    private async Task<IReadOnlyList<Alternativ>> Handlaggare(IQueryable<Arende> urval, CancellationToken ct)
    {
        var rader = await db.Anvandare.Where(u => urval.Any(a => a.HandlaggareId == u.Id)).Select(u => new { u.Id, u.Namn }).ToListAsync(ct);
        return [new("0", "Ingen än"), .. rader.OrderBy(r => r.Namn, StringComparer.CurrentCulture)
            .Select(r => new Alternativ(r.Id.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), r.Namn))];
    }

    private ArendeRad Rad(
        Arende arende, PersonVy person, IReadOnlyList<Domain.Ansokningar.Ansokan> ansokningar, IReadOnlyDictionary<AnvandareId, string> namn, Uppgift? uppgift)
    {
        var start = ansokningar.Count > 0 ? ansokningar.Min(a => a.Ankomstdag) : SvenskTid.Dag(arende.Oppnat);
        var slut = arende.Avslutat is { } t ? SvenskTid.Dag(t) : anrop.Idag;
        var dagar = Dagraknare.Berakna(start, arende.Uppehall(), slut);
        return new(
            arende.Nummer, person, Arendehuvuden.Rubrik(ansokningar.SelectMany(a => a.Kvar).Select(i => i.Insatstyp)),
            Arendehuvuden.Stegnamn(arende.Steg), start, dagar.HosOss, dagar.Vantan,
            arende.HandlaggareId is { } h ? namn.GetValueOrDefault(h) : null,
            uppgift?.Titel, uppgift is null ? null : Fristvyer.Uppgift(uppgift, anrop.Idag));
    }
}
