using System.Globalization;
using System.Text.Json;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Journal;
using CaseFlow.Application.Personer;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Handlingar;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Journal;
using CaseFlow.Domain.Personer;
using CaseFlow.Domain.Uppfoljningar;

namespace CaseFlow.Application.Arenden;

/// <summary>Audit events as sentences of the timeline. The trail carries codes; the words are made here.</summary>
internal static class Handelsetexter
{
    /// <summary>The timers of the shipped processes; one of a process made elsewhere says only that its day came.</summary>
    private static readonly Dictionary<string, string> Tidsgranser = new(StringComparer.Ordinal)
    {
        ["KompletteringUteblev"] = "Dagen för kompletteringen gick ut",
        ["UtredningenDrarUt"] = "Enhetens tidsgräns för utredningen gick ut",
        ["SvarstidenSlut"] = "Tiden att svara på kommuniceringen gick ut",
        ["InteBestalldITid"] = "Tre månader från beslutet: insatsen är inte beställd",
        ["InteStartadITid"] = "Tre månader från beslutet: insatsen har inte startat",
        ["NastaKvartal"] = "Nytt kvartal: är insatsen verkställd?",
        ["VantaPaUppfoljning"] = "Uppföljningsdagen kom",
    };

    private static readonly Dictionary<string, (string Slag, Func<JsonElement, string> Text)> Texter = new(StringComparer.Ordinal)
    {
        ["AnsokanRegistrerad"] = ("in", _ => "Ansökan registrerades"),
        ["AnkomstdagAndrad"] = ("ut", _ => "Ankomstdagen ändrades"),
        ["AnsokanAtertagen"] = ("in", d => Atertagen("Ansökan", d)),
        ["AnsoktInsatsAtertagen"] = ("in", d => Atertagen(Insats(d), d)),
        ["ArendeTilldelat"] = ("ut", _ => "Ärendet fördelades"), // vem som fick det: Fordelat
        ["ArendeFranTaget"] = ("ut", _ => "Ärendet har ingen handläggare och ska fördelas"),
        ["JavAnmalt"] = ("ut", _ => "Jäv anmäldes"), // vems: Om
        ["JavProvat"] = ("ut", _ => "Jäv prövades"),
        ["ArendePausat"] = ("paus", d => Arendehuvuden.Vantorsak(Text(d, "orsak"))),
        ["ArendeAterupptaget"] = ("paus", _ => "Väntan slut"),
        ["ArendeAvslutat"] = ("ut", _ => "Ärendet avslutades"),
        ["AktUtskriven"] = ("ut", d => $"Akten skrevs ut: {Delarna(d)}"),
        ["ArendeNodoppnat"] = ("ut", _ => "Ärendet nödöppnades"),
        ["ArendeOppnatMedSkal"] = ("ut", _ => "Ärendet öppnades med skäl"),
        ["StegAndrat"] = ("ut", d => Stegbyte(Text(d, "fran"), Text(d, "till"))),
        ["UtredningPaborjad"] = ("ut", _ => "Utredningen påbörjades"),
        ["UtredningKompletterad"] = ("ut", d => $"Tillägg {Tal(d, "nr")} skrevs till utredningen"),
        ["UtredningAvslutad"] = ("ut", d => $"Utredningen avslutades, {Tal(d, "beskrivna")} av {Tal(d, "ansokta")} insatser beskrivna"),
        ["BeslutForeslaget"] = ("ut", d => $"Förslag: {Utfall(d)}"),
        ["BeslutLamnatTillChef"] = ("ut", _ => "Förslaget lämnades vidare till chefen"),
        ["ForslagAterlamnat"] = ("ut", _ => "Förslaget lämnades tillbaka"),
        ["KommuniceringSkickad"] = ("ut", _ => "Underlaget kommunicerades"),
        ["KommuniceringObehovlig"] = ("ut", _ => "Kommunicering bedömdes uppenbart obehövlig"),
        ["SvarstidForlangd"] = ("in", d => $"Personen fick mer tid att svara{(Dag(d, "svarSenast") is { } dag ? $", till {Datumtext.Lang(dag)}" : "")}"),
        ["KommuniceringBesvarad"] = ("in", _ => "Svar på kommuniceringen kom"),
        ["BeslutFattat"] = ("ut", d => $"Beslut: {Utfall(d)}"),
        ["AnmalanAvgjord"] = ("ut", _ => "Anmälan till överförmyndaren avgjordes"),
        ["UnderrattelseSkickad"] = ("ut", _ => "Personen underrättades om beslutet"),
        ["InsatsBestalld"] = ("ut", d => $"{Insats(d)} beställdes"),
        ["InsatsVerkstalld"] = ("in", d => $"{Insats(d)} startade"),
        ["InsatsAvslutad"] = ("ut", d => $"{Insats(d)} avslutades"),
        ["EjVerkstalltNoterat"] = ("ut", d => $"Varför insatsen inte har startat noterades{(Dag(d, "rapporterad") is { } dag ? $", rapporterat {Datumtext.Lang(dag)}" : "")}"),
        ["BeslutDelgivet"] = ("in", Delgivet),
        ["DelgivningAndrad"] = ("ut", d => $"Dagen då personen tog del av beslutet ändrades från {Datumtext.Lang(Dag(d, "fran")!.Value)} till {Datumtext.Lang(Dag(d, "till")!.Value)}{(Dag(d, "overklagasSenast") is { } sista ? $". Det kan överklagas till och med {Datumtext.Lang(sista)}" : "")}"),
        ["NyProvningOppnad"] = ("in", _ => "Ny prövning efter uppföljning"),
        ["OmprovningOppnad"] = ("ut", _ => "Ny prövning öppnades i ett nytt ärende"), // vilket: Arendehuvuden
        ["UppfoljningTidigarelagd"] = ("ut", d => $"Uppföljningen av {Insats(d).ToLowerInvariant()} tidigarelades"),
        ["UppfoljningGenomford"] = ("ut", _ => "Uppföljning genomfördes"),
        ["KontaktAndrad"] = ("in", d => $"Personens {Kontakt(d)} ändrades"),
        ["KontaktAvviker"] = ("in", _ => "Ansökan har andra uppgifter om personen än registret. Stäm av dem med personen"),
        ["SkyddUppgivet"] = ("in", _ => "Ansökan uppger att personen har skyddade uppgifter, och registret säger något annat. Kontrollera och ändra skyddet"),
        ["SkyddAndrat"] = ("in", Skyddet),
        ["PersonAvliden"] = ("in", d => $"Dödsfall registrerades{(Dag(d, "datum") is { } dag ? $": avled {Datumtext.Lang(dag)}" : "")}"),
        ["DodsfallHavt"] = ("ut", _ => "Dödsfallet var fel registrerat och hävdes. Det som avslutades då är inte återupptaget"),
        ["FlyttRegistrerad"] = ("in", d => $"Flytt registrerades{(Dag(d, "datum") is { } dag ? $": {Datumtext.Lang(dag)}" : "")}"),
        ["UppgiftTagen"] = ("ut", _ => "En av chefens uppgifter togs om hand"),
        ["AnteckningSkriven"] = ("ut", d => $"Anteckning {Tal(d, "nr")}: {Slagtext(d)} {Datumtext.Kort(Dag(d, "dag")!.Value)}"),
        ["AnteckningRattad"] = ("ut", d => $"Anteckning {Tal(d, "rattar")} rättades i anteckning {Tal(d, "nr")}"),
        ["InvandningNoterad"] = ("in", d => Tal(d, "mot") is > 0 and var mot ? $"Personens invändning mot anteckning {mot} antecknades i {Tal(d, "nr")}" : $"Personens invändning mot en uppgift i akten antecknades i {Tal(d, "nr")}"),
        ["AnteckningStruken"] = ("ut", d => $"Anteckning {Tal(d, "nr")} ströks"),
        ["HandlingRegistrerad"] = ("in", d => $"Handling {Tal(d, "nr")} {Registrerad(d)}"),
        ["HandlingMakulerad"] = ("ut", d => $"Handling {Tal(d, "nr")} makulerades"),
        ["OmbudRegistrerat"] = ("in", _ => "Ett ombud för personen registrerades"),
        ["OmbudStyrkt"] = ("in", _ => "Ombudets behörighet styrktes"),
        ["OmbudUpphort"] = ("in", d => $"Ett ombuds uppdrag upphörde{(Dag(d, "sista") is { } dag ? $" {Datumtext.Lang(dag)}" : "")}"),
        ["OmbudHandlade"] = ("in", d => $"Ombudet {Ombudsgarning(d)}: behörigheten prövades och höll"),
        ["OmbudOsakert"] = ("in", d => $"Ansökan gjordes av ett ombud {Brist(d)}. Be om en fullmakt, eller kontakta personen (15 § förvaltningslagen)"),
        ["SamtyckeGivet"] = ("in", d => $"Samtycke antecknades: {Andamal(d)}"),
        ["SamtyckeAterkallat"] = ("in", d => $"Ett samtycke återkallades{(Dag(d, "dag") is { } dag ? $" {Datumtext.Lang(dag)}" : "")}"),
        ["NarstaendeTillagd"] = ("in", _ => "En närstående antecknades"),
        ["NarstaendeAvslutad"] = ("in", _ => "En närstående gäller inte längre"),
        ["TidsgransPasserad"] = ("in", d => Tidsgrans(Text(d, "nod"))),
        ["ProcessStannade"] = ("in", _ => "Processen stannade. Kontakta förvaltningen."),
        ["OperationForsoktIgen"] = ("in", _ => "Processen försökte igen efter ett fel i systemet"),
        ["SignalMottagen"] = ("in", _ => "Processen gick vidare av något som hände i ett annat ärende"),
        ["UppgiftTillagd"] = ("ut", _ => "En uppgift lades till utöver processens egna"),
        ["IncidentForsoktIgen"] = ("in", _ => "Processen försökte igen där den stannade"),
    };

    private static readonly HashSet<string> MedPerson = new(StringComparer.Ordinal) { nameof(ArendeTilldelat), nameof(ArendeFranTaget), nameof(JavAnmalt), nameof(JavProvat) };

    public static IReadOnlyCollection<string> Synliga { get; } = [.. Texter.Keys];

    /// <param name="namn">Names by id; without one the sentence is said without it.</param>
    /// <param name="avRegel">The event follows from the registration by rule: nobody did it by hand.</param>
    public static TidslinjeRad Rad(AuditHandelse handelse, IReadOnlyDictionary<AnvandareId, string> namn, bool avRegel = false)
    {
        var (slag, text) = Texter[handelse.Typ];
        using var data = JsonDocument.Parse(handelse.Data);
        var vem = namn.GetValueOrDefault(handelse.AktorId);
        if (Om(handelse, data.RootElement, namn) is { } om) return new(handelse.Tid, om, vem, slag);
        return handelse.Typ == nameof(ArendeTilldelat) && Fordelat(data.RootElement, namn, avRegel ? "enligt enhetens regel" : vem is null ? "" : $"av {vem}") is { } fordelat
            ? new(handelse.Tid, fordelat, null, slag)
            : new(handelse.Tid, text(data.RootElement), vem, slag, Sida: Sida(handelse.Typ, data.RootElement));
    }

    /// <summary>Where in the ärende that is read which the event is about.</summary>
    private static string? Sida(string typ, JsonElement d) => typ switch
    {
        nameof(AnteckningSkriven) or nameof(AnteckningRattad) or nameof(InvandningNoterad) or nameof(AnteckningStruken) => $"anteckningar/{Tal(d, "nr")}",
        nameof(HandlingRegistrerad) or nameof(HandlingMakulerad) => "handlingar",
        nameof(OmbudRegistrerat) or nameof(OmbudStyrkt) or nameof(OmbudUpphort) or nameof(OmbudHandlade) or nameof(OmbudOsakert)
            or nameof(SamtyckeGivet) or nameof(SamtyckeAterkallat) or nameof(NarstaendeTillagd) or nameof(NarstaendeAvslutad) => "personen",
        _ => null,
    };

    private static string Delarna(JsonElement d) =>
        (Egenskap(d, "delar")?.EnumerateArray().Select(k => k.GetString()).ToHashSet(StringComparer.Ordinal) ?? []) is var delar && Aktdel.Alla.All(a => delar.Contains(a.Kod)) ? "alla delar"
            : Beslutsfattande.Brevtext.Uppraknat([.. Aktdel.Alla.Where(a => delar.Contains(a.Kod)).Select(a => Datumtext.MedLitenBokstav(a.Namn))]);

    public static string Tidsgrans(string nod) => Tidsgranser.GetValueOrDefault(nod, "En bevakad dag inföll");

    /// <summary>The ärende went from one handläggare to another.</summary>
    public static bool Flyttades(AuditHandelse handelse) => handelse.Typ == nameof(ArendeTilldelat) && Personer(handelse).Skip(1).Any();

    /// <summary>The event may have a reason beside it (<see cref="Omfordelning"/>).</summary>
    public static bool HarMotivering(AuditHandelse handelse) => handelse.Typ == nameof(SkyddAndrat) || Flyttades(handelse);

    /// <summary>The people an event is about, to be shown by name.</summary>
    public static IEnumerable<AnvandareId> Personer(AuditHandelse handelse)
    {
        if (!MedPerson.Contains(handelse.Typ)) return [];
        using var data = JsonDocument.Parse(handelse.Data);
        return [.. new[] { Person(data.RootElement, "handlaggare"), Person(data.RootElement, "tidigare"), Person(data.RootElement, "anvandare") }.OfType<AnvandareId>()];
    }

    /// <summary>The ärende where something of this one is tried anew.</summary>
    public static ArendeId? Omprovas(AuditHandelse handelse)
    {
        if (handelse.Typ != nameof(Insatser.OmprovningOppnad)) return null;
        using var data = JsonDocument.Parse(handelse.Data);
        return Egenskap(data.RootElement, "nytt") is { ValueKind: JsonValueKind.Number } v ? new ArendeId(v.GetInt64()) : null;
    }

    /// <summary>The insats an event is about; null when it is about none.</summary>
    public static InsatsId? OmInsats(AuditHandelse handelse)
    {
        using var data = JsonDocument.Parse(handelse.Data);
        return Egenskap(data.RootElement, "insats") is { ValueKind: JsonValueKind.Number } v ? new InsatsId(v.GetInt64()) : null;
    }

    /// <summary>The process whose timer went off; null for another event.</summary>
    public static InstansId? Timerns(AuditHandelse handelse)
    {
        if (handelse.Typ != nameof(Processer.TidsgransPasserad)) return null;
        using var data = JsonDocument.Parse(handelse.Data);
        return Egenskap(data.RootElement, "instans") is { ValueKind: JsonValueKind.Number } v ? new InstansId(v.GetInt64()) : null;
    }

    /// <summary>The sentence of the event does not say which insats.</summary>
    public static bool SaknarInsats(AuditHandelse handelse) =>
        handelse.Typ is nameof(Uppgifter.Handlingar.EjVerkstalltNoterat) or nameof(UppfoljningGenomford) or nameof(Processer.TidsgransPasserad);

    /// <summary>The stage an event <c>StegAndrat</c> came from.</summary>
    public static Steg? Fran(string data) => Stegvarde(data, "fran");

    /// <summary>The stage an event <c>StegAndrat</c> went to.</summary>
    public static Steg? Till(string data) => Stegvarde(data, "till");

    private static Steg? Stegvarde(string data, string namn)
    {
        using var json = JsonDocument.Parse(data);
        return Kod<Steg>(json.RootElement, namn);
    }

    private static string? Fordelat(JsonElement d, IReadOnlyDictionary<AnvandareId, string> namn, string hur)
    {
        string? Namn(string falt) => Person(d, falt) is { } id ? namn.GetValueOrDefault(id) : null;
        return (Namn("handlaggare"), Namn("tidigare")) switch
        {
            (null, _) => null,
            ({ } till, { } fran) => $"Flyttades från {fran} till {till} {hur}".TrimEnd(),
            ({ } till, null) => $"Fördelades till {till} {hur}".TrimEnd(),
        };
    }

    /// <summary>An event about someone else than the one who did it.</summary>
    private static string? Om(AuditHandelse handelse, JsonElement d, IReadOnlyDictionary<AnvandareId, string> namn) => handelse.Typ switch
    {
        nameof(ArendeFranTaget) when Person(d, "tidigare") is { } vem && namn.TryGetValue(vem, out var namnet) => $"{namnet} har inte längre ärendet, som ska fördelas",
        nameof(JavAnmalt) when Person(d, "anvandare") is { } vem && vem != handelse.AktorId && namn.TryGetValue(vem, out var namnet) => $"Jäv för {namnet} registrerades",
        nameof(JavProvat) when Person(d, "anvandare") is { } vem && namn.TryGetValue(vem, out var namnet) =>
            Egenskap(d, "javig") is { ValueKind: JsonValueKind.True } ? $"Jäv för {namnet} prövades: jävig" : $"Jäv för {namnet} prövades: inte jävig",
        _ => null,
    };

    private static AnvandareId? Person(JsonElement d, string namn) =>
        Egenskap(d, namn) is { ValueKind: JsonValueKind.Number } v ? new AnvandareId(v.GetInt64()) : null;

    private static string Stegbyte(string fran, string till)
    {
        if (!Enum.TryParse<Steg>(till, ignoreCase: true, out var nytt)) return $"Gick vidare till {till}";
        var tillbaka = Enum.TryParse<Steg>(fran, ignoreCase: true, out var gammalt) && nytt < gammalt;
        return $"Gick {(tillbaka ? "tillbaka" : "vidare")} till {Arendehuvuden.Stegnamn(nytt).ToLowerInvariant()}";
    }

    /// <summary>"Ansökan återtogs skriftligt 3 november 2026".</summary>
    private static string Atertagen(string vad, JsonElement d)
    {
        if (Dag(d, "dag") is not { } dag) return $"{vad} återtogs";
        var hur = Kod<Domain.Ansokningar.Atertagandesatt>(d, "satt") is { } satt ? $"{Aterkallelse.Hur(satt)} " : "";
        return $"{vad} återtogs {hur}{Datumtext.Lang(dag)}";
    }

    private static string Utfall(JsonElement d) => $"{Insats(d).ToLowerInvariant()}, " + ((Text(d, "utfall"), Arendevyer.ArAnmalan(Text(d, "insatstyp"))) switch
    {
        ("bifall", true) => "anmäls till överförmyndaren",
        ("avslag", true) => "anmäls inte till överförmyndaren",
        ("bifall", _) => "bifall",
        ("delvis-avslag", _) => "delvis avslag",
        ("avslag", _) => "avslag",
        var (annat, _) => annat,
    });

    /// <summary>"adress och telefon": what was changed, never to what.</summary>
    private static string Delgivet(JsonElement d) =>
        $"Personen tog del av beslutet{(Dag(d, "delgiven") is { } dag ? $" {Datumtext.Lang(dag)}" : "")}{(Dag(d, "overklagasSenast") is { } sista ? $". Det kan överklagas till och med {Datumtext.Lang(sista)}" : "")}";

    private static string Kontakt(JsonElement d) => Beslutsfattande.Brevtext.Uppraknat(
        [.. new[] { ("adress", "adress"), ("telefon", "telefon"), ("sprak", "språk"), ("tolkbehov", "tolkbehov") }
            .Where(p => Egenskap(d, p.Item1) is { ValueKind: JsonValueKind.True }).Select(p => p.Item2)]);

    /// <summary>"Personens uppgifter skyddades: sekretessmarkering".</summary>
    private static string Skyddet(JsonElement d) => (Kod<Skydd>(d, "fran"), Kod<Skydd>(d, "till")) switch
    {
        (_, Skydd.Ingen) => "Skyddet av personens uppgifter togs bort",
        (Skydd.Ingen, { } till) => $"Personens uppgifter skyddades: {Skyddstext.Av(till).ToLowerInvariant()}",
        (_, { } till) => $"Skyddet av personens uppgifter ändrades till {Skyddstext.Av(till).ToLowerInvariant()}",
        _ => "Skyddet av personens uppgifter ändrades",
    };

    private static string Slagtext(JsonElement d) =>
        Kod<Anteckningsslag>(d, "slag") is { } slag ? Anteckningsvyer.Slagtext(slag).ToLowerInvariant() : "";

    private static string Registrerad(JsonElement d) => Kod<Handlingsslag>(d, "slag") is { } slag ? slag switch
    {
        Handlingsslag.Inkommen => "kom in",
        Handlingsslag.Upprattad => "upprättades",
        Handlingsslag.Utgaende => "skickades",
    } : "lades in";

    private static string Ombudsgarning(JsonElement d) => Kod<Ombudshandling>(d, "handling") is { } handling ? handling switch
    {
        Ombudshandling.Ansoka => "ansökte",
        Ombudshandling.Svara => "svarade på underlaget",
        Ombudshandling.Aterta => "tog tillbaka ansökan eller en del av den",
        Ombudshandling.Avsta => "avstod från en insats",
        Ombudshandling.Overklaga => "överklagade",
        Ombudshandling.Samtycka => "samtyckte",
    } : "handlade";

    private static string Brist(JsonElement d) => Kod<Ombudsbrist>(d, "brist") is { } brist ? brist switch
    {
        Ombudsbrist.Utgangen => "vars uppdrag hade gått ut",
        Ombudsbrist.Omfattning => "vars uppdrag inte omfattar att ansöka",
        Ombudsbrist.EjStyrkt => "vars behörighet inte är styrkt",
    } : "vars behörighet är osäker";

    private static string Andamal(JsonElement d) =>
        Kod<Samtyckesandamal>(d, "andamal") is { } andamal ? Datumtext.MedLitenBokstav(Samtyckesord.Av(andamal)) : "";

    private static string Insats(JsonElement d) => Insatskatalog.Finn(Text(d, "insatstyp"))?.Namn ?? "Insatsen";

    private static string Text(JsonElement d, string namn) => Egenskap(d, namn) is { } v ? v.ToString() : "";

    private static DateOnly? Dag(JsonElement d, string namn) =>
        DateOnly.TryParseExact(Text(d, namn), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) ? dag : null;

    /// <summary>A code as it is written in the trail; null for one that is no longer known.</summary>
    private static T? Kod<T>(JsonElement d, string namn)
        where T : struct, Enum => Enum.TryParse<T>(Text(d, namn), ignoreCase: true, out var kod) ? kod : null;

    private static int Tal(JsonElement d, string namn) => Egenskap(d, namn) is { ValueKind: JsonValueKind.Number } v ? v.GetInt32() : 0;

    private static JsonElement? Egenskap(JsonElement d, string namn)
    {
        foreach (var p in d.EnumerateObject())
        {
            if (p.Name.Equals(namn, StringComparison.OrdinalIgnoreCase)) return p.Value;
        }
        return null;
    }
}
