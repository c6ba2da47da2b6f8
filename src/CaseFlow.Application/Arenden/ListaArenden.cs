using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Kalender;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>The user's open ärenden, those held as deputy too, or with <paramref name="HelaEnheten"/> (chef) the unit's; keyset paged, oldest first.</summary>
/// <param name="Steg">Only those in this step; null for all.</param>
/// <param name="Handlaggare">Of the unit's: only those of this handläggare, 0 for those that nobody has; null for all.</param>
/// <param name="Urval">Only the open ones of a kind.</param>
/// <param name="Efter">Cursor from the previous page (<see cref="Radmarkor"/>); null from the start.</param>
/// <param name="Hoppa">Rows to pass before the first: for a page by number, never more than <see cref="Sidgranser.Djup"/>.</param>
[Kraver(Behorighet.LasaArende)]
public sealed record ListaArenden(bool HelaEnheten = false, bool Avslutade = false, string? Efter = null, int Antal = 50, Steg? Steg = null, long? Handlaggare = null,
    Arendeurval? Urval = null, int Hoppa = 0, Processplats? Plats = null) : IQuery<ArendeLista>;

/// <summary>A place in a process: the queue there is the open ärenden with a task in it.</summary>
/// <param name="Process">The process's key.</param>
/// <param name="Nod">The task's id in the drawing.</param>
public sealed record Processplats(string Process, string Nod);

/// <summary>The kinds of open ärenden that a chef's figures lead to.</summary>
public enum Arendeurval
{
    /// <summary>With a task whose day has passed.</summary>
    Forsenade,

    /// <summary>With a task whose day comes within seven days.</summary>
    InomSjuDagar,

    /// <summary>With a task that waits for somebody else.</summary>
    Vantar,

    /// <summary>With an insats that within 30 days has waited three months to start, or already has.</summary>
    NaraEjVerkstallt,

    /// <summary>With an insats that is to be followed up this month, or should have been.</summary>
    AttFoljaUpp,

    Skyddade,
}

/// <param name="Handlaggare">Who the unit's open ärenden can be narrowed to, by name; empty in one's own list.</param>
public sealed record ArendeLista(
    IReadOnlyList<ArendeRad> Rader, string? Nasta, int Antal, bool FarSeEnheten, IReadOnlyList<Alternativ>? Handlaggare = null);

/// <param name="NastaSteg">The task that is due first, as a verb, with its deadline; null when nothing is to be done.</param>
/// <param name="Stegkod">The step that <paramref name="Steg"/> names.</param>
/// <param name="Insatstyper">Codes of what <paramref name="Rubrik"/> names.</param>
public sealed record ArendeRad(
    string Nummer, PersonVy Person, string Rubrik, string Steg, DateOnly Oppnat, int DagarHosOss, int DagarVantan, string? Handlaggare,
    string? NastaSteg = null, FristVy? Frist = null, Steg Stegkod = default, Arendeslag Slag = default, AnvandareId? HandlaggareId = null,
    IReadOnlyList<string>? Insatstyper = null, Guid? NastaUppgift = null);

internal sealed class ListaArendenHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden)
    : IQueryHandler<ListaArenden, ArendeLista>
{
    /// <summary>How near the three months an insats is "near".</summary>
    internal const int NaraDagar = 30;

    public async Task<Result<ArendeLista>> Handle(ListaArenden request, CancellationToken cancellationToken)
    {
        var farSeEnheten = anrop.Aktor.Har(Behorighet.SeEnheten);
        if (request.HelaEnheten && !farSeEnheten) return Error.Forbidden(Felkoder.BehorighetSaknas, "Du har inte behörighet att se hela enheten.");
        var antal = Sidgranser.Rader(request.Antal);
        var alla = request.HelaEnheten ? atkomst.Enhetens() : atkomst.For(await atkomst.Arbetar(cancellationToken));
        // Två frågor i stället för ett villkor: bara då ser databasen att indexen över det öppna räcker.
        var urval = request.Avslutade ? alla.Where(a => a.Steg == Steg.Avslutat) : alla.Where(a => a.Steg != Steg.Avslutat);
        var handlaggare = request is { HelaEnheten: true, Avslutade: false } ? await Handlaggare(urval, cancellationToken) : [];
        if (request.Steg is { } steg) urval = urval.Where(a => a.Steg == steg);
        if (request is { HelaEnheten: true, Handlaggare: { } h }) urval = h == 0 ? urval.Where(a => a.HandlaggareId == null) : urval.Where(a => a.HandlaggareId == new AnvandareId(h));
        if (request is { Urval: { } av, Avslutade: false }) urval = Av(urval, av);
        if (request is { Plats: { } plats, Avslutade: false }) urval = urval.Where(a => I(plats).Contains(a.Id));
        var totalt = await urval.Take(Sidgranser.Djup).CountAsync(cancellationToken);
        if (request.Efter is { } efter)
        {
            var markor = Radmarkor.Tolka(efter);
            if (markor.Failed) return markor.Error;
            var sist = new ArendeId(markor.Value.Id);
            urval = urval.Where(a => a.Id > sist);
        }

        var rader = await urval.OrderBy(a => a.Id).Skip(Sidgranser.Hopp(request.Hoppa)).Take(antal + 1).Include(a => a.Pauser).AsNoTracking().ToListAsync(cancellationToken);
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
            rader.Count > antal ? new Radmarkor(sida[^1].Id.Value).ToString() : null, totalt, farSeEnheten, handlaggare);
    }

    private IQueryable<ArendeId> I(Processplats plats)
    {
        var enheter = anrop.Aktor.Enheter;
        var instanser = db.Instanser.Where(i => i.Status == Instansstatus.Aktiv && db.Definitioner.Any(d => d.Id == i.DefinitionId && d.Nyckel == plats.Process));
        return db.Uppgifter.Where(u => u.Nod == plats.Nod && enheter.Contains(u.EnhetId) && (u.Status == Uppgiftsstatus.Oppen || u.Status == Uppgiftsstatus.Vantar))
            .Join(instanser, u => u.InstansId, i => i.Id, (u, _) => u.ArendeId);
    }

    /// <summary>Narrowed from the small side: the tasks or insatser that match are few, the ärenden are many.</summary>
    private IQueryable<Arende> Av(IQueryable<Arende> urval, Arendeurval av)
    {
        var (enheter, idag) = (anrop.Aktor.Enheter, anrop.Idag);
        var (nu, dagenSlut, vecka) = (SvenskTid.Midnatt(idag), SvenskTid.Midnatt(idag.AddDays(1)), SvenskTid.Midnatt(idag.AddDays(8)));
        var (nara, manadensSlut) = (idag.AddDays(NaraDagar), new DateOnly(idag.Year, idag.Month, 1).AddMonths(1));
        var oppna = db.Uppgifter.Where(u => u.Status == Uppgiftsstatus.Oppen && enheter.Contains(u.EnhetId));
        // Det som har vaknat är vår tur igen, och räknas från den dagen: som på Idag (HamtaIdag).
        var vantar = db.Uppgifter.Where(u => u.Status == Uppgiftsstatus.Vantar && enheter.Contains(u.EnhetId));
        return av switch
        {
            Arendeurval.Forsenade => urval.Where(a => oppna.Where(u => u.Forfaller < nu).Select(u => u.ArendeId)
                .Concat(vantar.Where(u => u.Vaknar < nu).Select(u => u.ArendeId)).Contains(a.Id)),
            Arendeurval.InomSjuDagar => urval.Where(a => oppna.Where(u => u.Forfaller >= nu && u.Forfaller < vecka).Select(u => u.ArendeId)
                .Concat(vantar.Where(u => u.Vaknar >= nu && u.Vaknar < dagenSlut).Select(u => u.ArendeId)).Contains(a.Id)),
            Arendeurval.Vantar => urval.Where(a => vantar.Where(u => u.Vaknar >= dagenSlut).Select(u => u.ArendeId).Contains(a.Id)),
            Arendeurval.NaraEjVerkstallt => urval.Where(a => db.Insatser
                .Where(i => enheter.Contains(i.EnhetId) && i.EjVerkstalltFran != null && i.EjVerkstalltFran <= nara).Select(i => i.ArendeId).Contains(a.Id)),
            Arendeurval.AttFoljaUpp => urval.Where(a => db.Insatser
                .Where(i => enheter.Contains(i.EnhetId) && i.UppfoljningDatum != null && i.UppfoljningDatum < manadensSlut && i.Status == Insatsstatus.Pagar)
                .Select(i => i.ArendeId).Contains(a.Id)),
            Arendeurval.Skyddade => urval.Where(a => a.Skyddat),
        };
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
            uppgift?.Titel, uppgift is null ? null : Fristvyer.Uppgift(uppgift, anrop.Idag), arende.Steg, arende.Slag, arende.HandlaggareId,
            [.. ansokningar.SelectMany(a => a.Kvar).Select(i => i.Insatstyp).Distinct(StringComparer.Ordinal)], uppgift?.PublikId);
    }
}
