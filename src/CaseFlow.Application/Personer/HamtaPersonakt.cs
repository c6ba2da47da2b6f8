using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Personer;

/// <summary>Who speaks for the person of an ärende, what she has consented to, and who is near to her; what has been with it. While a protected person's
/// data is withheld only how many there are.</summary>
[Kraver(Behorighet.LasaArende)]
public sealed record HamtaPersonakt(string Nummer) : IQuery<PersonaktSvar>;

/// <param name="Dold">The person is withheld from the actor: <paramref name="Ombud"/> and <paramref name="Narstaende"/> are empty, and no consent says to whom.</param>
/// <param name="FarAndra">The actor may add and end; never while the person is withheld, but consents all the same (<paramref name="FarNoteraSamtycke"/>).</param>
/// <param name="FarAterkalla">Also in a closed ärende.</param>
public sealed record PersonaktSvar(
    ArendeHuvud Huvud, IReadOnlyList<PersonombudVy> Ombud, IReadOnlyList<SamtyckeVy> Samtycken, IReadOnlyList<NarstaendeVy> Narstaende,
    bool Dold, bool FarAndra, bool FarNoteraSamtycke, bool FarAterkalla, int AntalNarstaende)
{
    /// <summary>How the person was reached before, the latest change first; only for those who handle the ärende, and not while she is withheld.</summary>
    public IReadOnlyList<LydelseVy> Kontaktandringar { get; init; } = [];
}

/// <param name="Lage">galler, ej-styrkt, ej-borjat, utgatt, upphort.</param>
/// <param name="Grund">"God man": on what ground.</param>
/// <param name="Roll">Code of the contract: god-man, forvaltare, framtidsfullmakt, fullmakt.</param>
/// <param name="Omfattning">"Sörja för person, bevaka rätt"; null when it is not known.</param>
/// <param name="Koder">The same as codes.</param>
/// <param name="Giltighet">"till och med 31 december 2026".</param>
/// <param name="BaraHar">Only for this ärende.</param>
/// <param name="Styrkt">Who saw what shows it, and when.</param>
public sealed record PersonombudVy(
    Guid Id, string Lage, string Namn, string Grund, string Roll, string? Telefon, string? Omfattning, IReadOnlyList<string> Koder, DateOnly? From, DateOnly? Tom, string? Giltighet,
    bool BaraHar, string? Underlag, string? Styrkt, string? UpphortSkal, int Version)
{
    /// <summary>The consents to speak with the ombud, in words; what the authority covers needs none.</summary>
    public IReadOnlyList<SamtyckeOm> Samtycken { get; init; } = [];
}

/// <param name="Till">To or from whom; null when it is withheld.</param>
/// <param name="GivetAv">"Personen", or the ombud.</param>
/// <param name="Galler">It holds today.</param>
/// <param name="Aterkallat">When and how it was withdrawn.</param>
public sealed record SamtyckeVy(
    Guid Id, string Andamal, string? Till, string? Upplysning, string GivetAv, string Satt, DateOnly Dag, DateOnly? Tom, bool Galler, DateOnly? Aterkallat, string? AterkallatHur, string NoteratAv, int Version)
{
    /// <summary>It would hold today, but the person has died: it lifts nothing any longer.</summary>
    public bool BrutetAvDoden { get; init; }

    /// <summary>What makes it weak while it holds, as sentences.</summary>
    public IReadOnlyList<string> Brister { get; init; } = [];
}

/// <summary>A consent that names someone, in words: "Kontakt med närstående (ekonomin), till och med 3 mars 2027".</summary>
/// <param name="Lage">galler, oklart, aterkallat, utgatt, ej-borjat or avliden.</param>
public sealed record SamtyckeOm(string Lage, string Text);

/// <param name="Slut">The day it was noted that it no longer is so.</param>
public sealed record NarstaendeVy(Guid Id, string Namn, string Relation, string? Telefon, string Kontakt, string? Upplysning, string TillagdAv, DateOnly Tillagd, DateOnly? Slut, int Version)
{
    /// <summary>The consents to speak with her or him, in words.</summary>
    public IReadOnlyList<SamtyckeOm> Samtycken { get; init; } = [];
}

internal sealed class HamtaPersonaktHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden) : IQueryHandler<HamtaPersonakt, PersonaktSvar>
{
    /// <summary>More than anyone has; what is older than that is read in the trail.</summary>
    private const int Flest = 100;

    public async Task<Result<PersonaktSvar>> Handle(HamtaPersonakt request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var (arende, person) = (oppnat.Value, oppnat.Value.PersonId);
        var huvud = await huvuden.Hamta(arende, cancellationToken);
        var (dold, avliden) = (huvud.Person.Dold, huvud.Person.Avliden);
        // Det som är dolt läses inte ens.
        List<Personombud> ombud = dold ? [] : await db.Personombud.Where(o => o.PersonId == person).OrderByDescending(o => o.Id).Take(Flest).ToListAsync(cancellationToken);
        List<Narstaende> narstaende = dold ? [] : await db.Narstaende.Where(n => n.PersonId == person).OrderByDescending(n => n.Id).Take(Flest).ToListAsync(cancellationToken);
        var samtycken = await db.SamtyckenI(arende).OrderByDescending(s => s.Id).Take(Flest).ToListAsync(cancellationToken);
        var skriver = atkomst.FarSkriva;
        List<Kontaktlydelse> kontakter = dold || !skriver ? [] : await db.Kontaktlydelser.Where(l => l.PersonId == person).OrderByDescending(l => l.Rev).Take(Flest).ToListAsync(cancellationToken);
        var namn = await huvuden.Namn(
            [.. kontakter.Select(l => l.ErsattAv), .. ombud.Select(o => o.StyrktAv).OfType<AnvandareId>(), .. narstaende.Select(n => n.TillagdAv), .. samtycken.Select(s => s.NoteratAv)], cancellationToken);
        return new PersonaktSvar(
            huvud, [.. ombud.Select(o => Vy(o, arende.Id, namn) with { Samtycken = Samtyckesord.Om(o.Namn, samtycken, anrop.Idag, avliden) })], [.. samtycken.Select(s => Samtyckesord.Vy(s, ombud, namn, anrop.Idag, dold, avliden))], [.. narstaende.Select(n => Vy(n, namn) with { Samtycken = Samtyckesord.Om(n.Namn, samtycken, anrop.Idag, avliden, n.Kontaktlov is Kontaktlov.Nej) })],
            dold, skriver && !arende.ArAvslutat && !dold, skriver && !arende.ArAvslutat, skriver, huvud.Akt.Narstaende)
        {
            Kontaktandringar = kontakter.Count == 0 ? [] : Personer.Kontaktandringar.Vyer(kontakter, await db.SomVisas(anrop).SingleAsync(p => p.Id == person, cancellationToken), namn),
        };
    }

    private PersonombudVy Vy(Personombud o, ArendeId arende, IReadOnlyDictionary<AnvandareId, string> namn) => new(
        o.PublikId, Lage(o), o.Namn, Datumtext.MedStorBokstav(Arendehuvuden.Rolltext(o.Roll)), o.Roll.Kod(), o.Telefon,
        o.Omfattning.Count == 0 ? null : Ombudsord.Omfattning(o.Omfattning), o.Omfattning, o.From, o.Tom, Ombudsord.Giltighet(o, anrop.Idag), o.ArendeId == arende, o.Underlag,
        o is { StyrktAv: { } av, Styrkt: { } tid } ? $"{Datumtext.Lang(Domain.Kalender.SvenskTid.Dag(tid))} av {namn.GetValueOrDefault(av) ?? "systemet"}" : null, o.UpphortSkal, o.Version);

    private string Lage(Personombud o) => o switch
    {
        { Upphort: not null } => "upphort",
        { Sista: { } sista } when sista < anrop.Idag => "utgatt",
        { Styrkt: null } => "ej-styrkt",
        { From: { } fran } when fran > anrop.Idag => "ej-borjat",
        _ => "galler",
    };

    private static NarstaendeVy Vy(Narstaende n, IReadOnlyDictionary<AnvandareId, string> namn) => new(
        n.PublikId, n.Namn, Narstaendeord.Av(n.Relation), n.Telefon, Narstaendeord.Av(n.Kontaktlov), n.Upplysning, namn.GetValueOrDefault(n.TillagdAv) ?? "",
        Domain.Kalender.SvenskTid.Dag(n.Tillagd), n.Avslutad is { } slut ? Domain.Kalender.SvenskTid.Dag(slut) : null, n.Version);
}

/// <summary>Consents in words.</summary>
public static class Samtyckesord
{
    public static string Av(Samtyckesandamal andamal) => andamal switch
    {
        Samtyckesandamal.HalsoOchSjukvard => "Hämta uppgifter från hälso- och sjukvården",
        Samtyckesandamal.Sip => "Samordnad individuell plan (SIP)",
        Samtyckesandamal.KontaktNarstaende => "Kontakt med närstående",
        Samtyckesandamal.Bild => "Bild",
        Samtyckesandamal.AnnanEnhet => "Lämna uppgifter till en annan enhet eller myndighet",
        Samtyckesandamal.Annat => "Annat",
    };

    public static string Av(Samtyckessatt satt) => satt switch
    {
        Samtyckessatt.Skriftligt => "skriftligt",
        Samtyckessatt.Muntligt => "muntligt",
        Samtyckessatt.Digitalt => "digitalt",
    };

    internal static SamtyckeVy Vy(Samtycke s, List<Personombud> ombud, IReadOnlyDictionary<AnvandareId, string> namn, DateOnly idag, bool dold, bool avliden) => new(
        s.PublikId, Av(s.Andamal), dold ? null : s.Mottagare, dold ? null : s.Upplysning,
        s.GivetAvOmbud is not { } o ? "personen" : ombud.Find(x => x.Id == o) is { } givare ? $"ombudet {givare.Namn}" : "ett ombud", Av(s.Satt), s.Dag, s.Tom, s.Galler(idag, avliden),
        s.Aterkallat, dold ? null : s.AterkallatHur, namn.GetValueOrDefault(s.NoteratAv) ?? "", s.Version)
    {
        BrutetAvDoden = avliden && s.Galler(idag),
        Brister = !s.Galler(idag, avliden) ? [] :
        [
            .. s.Tom is null ? ["Samtycket har ingen sista dag. Fråga personen om det fortfarande gäller, och anteckna ett nytt med en sista dag."] : (string[])[],
            .. s.OmfattarAllt ? [$"{(string.IsNullOrWhiteSpace(s.Upplysning) ? "Det står inte vad samtycket omfattar" : "Samtycket omfattar allt")}. Lämna bara det som personen tydligt har sagt ja till."] : (string[])[],
        ],
    };

    /// <summary>Whether the person has agreed to that we speak with someone: the consents to such contact that name her or him, those that hold first. One whose
    /// words do not say it beyond doubt is <c>oklart</c>, as is every one when the person has said no.</summary>
    /// <param name="nej">The person has said that she or he may not be contacted.</param>
    internal static IReadOnlyList<SamtyckeOm> Om(string namn, IReadOnlyList<Samtycke> samtycken, DateOnly idag, bool avliden, bool nej = false) =>
    [
        .. samtycken.Where(s => s.Andamal is Samtyckesandamal.KontaktNarstaende && s.Namner(namn)).Select(s => (s, Lage: Lage(s, namn, idag, avliden, nej)))
            .OrderBy(x => x.Lage is not "galler").ThenBy(x => x.Lage is not "oklart")
            .Select(x => new SamtyckeOm(x.Lage, $"{Av(x.s.Andamal)}{(x.s.Upplysning is { } vad ? $" ({Datumtext.MedLitenBokstav(vad.TrimEnd('.'))})" : ", utan att säga vad det omfattar")}, {Nar(x.s, x.Lage)}{Varfor(x.s, x.Lage, nej)}")),
    ];

    private static string Lage(Samtycke s, string namn, DateOnly idag, bool avliden, bool nej) => s switch
    {
        { Aterkallat: not null } => "aterkallat",
        _ when !s.Galler(idag) => s.Dag > idag ? "ej-borjat" : "utgatt",
        _ when avliden => "avliden",
        _ => !nej && s.OmfattarKontaktMed(namn) ? "galler" : "oklart",
    };

    private static string? Varfor(Samtycke s, string lage, bool nej) =>
        lage != "oklart" ? null : nej ? ". Men personen har också sagt nej till kontakt: fråga vad som gäller"
        : $". Det gäller ”{s.Mottagare}”: läs om det omfattar den här människan";

    private static string Nar(Samtycke s, string lage) => lage switch
    {
        "aterkallat" => $"återkallat {Datumtext.Lang(s.Aterkallat!.Value)}",
        "utgatt" => $"gick ut {Datumtext.Lang(s.Tom!.Value)}",
        "avliden" => $"gavs {Datumtext.Lang(s.Dag)} och upphörde när personen avled",
        "ej-borjat" => $"från {Datumtext.Lang(s.Dag)}",
        _ => s.Tom is { } tom ? $"till och med {Datumtext.Lang(tom)}" : "utan sista dag",
    };
}

/// <summary>People near to someone in words.</summary>
public static class Narstaendeord
{
    public static string Av(Relation relation) => relation switch
    {
        Relation.MakeEllerPartner => "Make, maka eller partner",
        Relation.Barn => "Barn",
        Relation.Foralder => "Förälder",
        Relation.Syskon => "Syskon",
        Relation.AnnanSlakting => "Annan släkting",
        Relation.VanEllerGranne => "Vän eller granne",
        Relation.Kontaktperson => "Kontaktperson",
        Relation.Annan => "Annan",
    };

    public static string Av(Kontaktlov lov) => lov switch
    {
        Kontaktlov.Ja => "Får kontaktas",
        Kontaktlov.Nej => "Får inte kontaktas",
        Kontaktlov.MedSamtycke => "Får kontaktas med personens samtycke",
    };
}
