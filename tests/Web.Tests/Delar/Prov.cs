using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Engine.Feel;
using CaseFlow.Web.Pages.Delar;
using CaseFlow.Web.Pages.Ram;

namespace CaseFlow.Web.Tests.Delar;

/// <summary>Sample content: people who do not exist.</summary>
internal static class Prov
{
    private static readonly Markering NyHandling = new("Ny handling", Ton.Ny, "handling");

    public static readonly Inloggad Karin = new("Karin Sandgren", "Biståndshandläggare", "Beställarenheten äldre, Ekbackens stadsdel",
        Roller.Behorigheter(Roll.Chef).Select(b => b.ToString()).ToHashSet(StringComparer.Ordinal));

    public static readonly Radinnehall Birger = Rad("Birger Hällgren, 88", "2026-0388", "Korttidsboende", "Verkställighet",
        new("4 d försenat", "3 mån från 19 aug, IVO", Fristlage.Forsenad), 96, 0, "I går", "Boendet Linden tackade nej: ingen ledig plats före 7 dec", "Erbjud ny plats");

    public static readonly Radinnehall Skyddad = Rad("Skyddade uppgifter", "2026-0412", "Hemtjänst", "Beslut",
        new("I dag", "30 d, internt mål", Fristlage.IDag), 30, 0, "Fre", "Utredningen kommunicerad muntligt, inga invändningar", "Föreslå beslut", Markering.Skyddad);

    public static readonly IReadOnlyList<(Bandslag Slag, int Antal, string? Not, Radinnehall[] Rader)> Idag =
    [
        (Bandslag.Forsenat, 4, null,
        [
            Birger, Skyddad,
            Rad("Roza Haddad, 78", "2026-0431", "Trygghetslarm, hemtjänst", "Underrättelse", new("I dag", "Lovat per telefon 20 nov", Fristlage.IDag), 41, 6, "Fre", "Henrik Sjöholm beslutade enligt förslag", "Skicka beslut", new Markering("Arabiska", Ikon: "tolk")),
            Rad("Tore Lindmark, 76", "2026-0297", "Överklagande: ledsagning", "Rättidsprövning", new("I dag", "Skyndsamt, 46 § FL", Fristlage.IDag), 3, 0, "Fre", "Överklagandet kom in 20 nov, sista dag 24 nov", "Pröva i rätt tid"),
        ]),
        (Bandslag.Vecka, 5, null,
        [
            Rad("Ingegerd Wallström, 84", "2026-0419", "Hemtjänst, dagverksamhet", "Utredning · 6 av 9 delar", new("Fre 27 nov", "60 d + 14 d paus", Fristlage.Snart), 56, 14, "09.12", "Du skrev i Personlig vård", "Skriv klart utredning"),
            Rad("Aino Korhonen, 81", "2026-0440", "Vård- och omsorgsboende", "Kommunicering", new("Tor 26 nov", "Svarstid 10 d, 25 § FL", Fristlage.Snart), 38, 9, "Fre", "Dottern Helmi ringde om svarstiden", "Läs synpunkter", new Markering("Finska", Ikon: "tolk")),
            Rad("Sven-Olof Rask, 83", "2025-1107", "Hemtjänst", "Uppföljning, årlig", new("Tor 26 nov", "12 mån från förra", Fristlage.Snart), 12, 0, "17 nov", "Utföraren Solbackens hemtjänst rapporterade ändrat behov", "Boka uppföljning"),
        ]),
        (Bandslag.Nytt, 3, "sedan fredag 16.48",
        [
            Rad("Margit Öberg, 86", "2026-0402", "Hemtjänst", "Verkställighet", new("Fre 4 dec", "Plan inom 14 d", Fristlage.Lugn), 4, 0, "08.31", "Genomförandeplan inkommen från Björkens hemtjänst", "Granska plan", NyHandling),
            Rad("Gunvor Ekdahl, 91", "2026-0458", "Ny ansökan: avlösning", "Ansökan", new("Ons 25 nov", "Bekräfta inom 2 d", Fristlage.Lugn), 0, 0, "07.55", "Ansökan via e-tjänst, make står som sökande", "Ta emot ansökan", NyHandling),
        ]),
        (Bandslag.Vantar, 18, "2 vaknar i dag, 6 på läkarintyg, 4 på svar från personen",
        [
            Rad("Yusuf Demirci, 79", "2026-0376", "Dagverksamhet", "Utredning", new("Vaknar 30 nov", "Läkarintyg begärt 9 nov", Fristlage.Vantar), 22, 14, "9 nov", "Vårdcentralen Ekdungen bekräftade begäran", "Påminn", new Markering("Turkiska", Ikon: "tolk")),
        ]),
    ];

    public static readonly Personinnehall Ingegerd = new("Ingegerd Wallström", "84 år",
        [new("Skrivtolk", Ikon: "tolk"), new("Ombud: dottern", Ikon: "ombud")],
        [new("19420314-9846", Siffror: true), new("Ekbacksvägen 12", Efter: ", bor ensam"), new("Eva Wallström", "Ombud", ", fullmakt FL 14 §: ansöka och ta emot beslut, till 31 dec 2026")]);

    public static readonly IReadOnlyList<Stegpunkt> Steg =
    [
        new("Ansökan", Steglage.Klart, "14 sep"), new("Utredning", Steglage.Nu, "sedan 16 sep"), new("Kommunicering", Steglage.Kvar),
        new("Beslut", Steglage.Kvar, "senast 27 nov"), new("Underrättelse", Steglage.Kvar), new("Verkställighet", Steglage.Kvar), new("Uppföljning", Steglage.Kvar),
    ];

    public static readonly IReadOnlyList<Frist> Frister =
    [
        new(Fristslag.Intern, "Beslut fre 27 nov", Fristlage.Snart, "4 d kvar", "60 d + 14 d paus.",
            [new("Start", "ansökan kom in 14 sep"), new("Paus", "5–19 okt, väntan på intyg"), new("Regel", "Utredning hemtjänst, v. 3"), new("Prova", "om intyget kommer 5 dec", "/arenden/2026-0419?prova=2026-12-05")]),
        new(Fristslag.Lag, "Lag: genast", Fristlage.Lugn, "14 kap. 2 § SoL", "Kan begära avgörande från 14 mar, 12 § FL"),
    ];

    public static readonly IReadOnlyList<Tidpunkt> Handelser =
    [
        new(Nar(11, 23, 9, 14), "09.14", "Du skrev i Personlig vård", Handelseslag.FranOss), new(Nar(11, 18, 13, 5), "18 nov", "Eva frågade om datum"),
        new(Nar(10, 19, 8, 0), "19 okt", "Intyg kom, paus slut", Handelseslag.Paus), new(Nar(10, 7, 10, 0), "7 okt", "Hembesök, Ingegerd och Eva", Href: "/arenden/2026-0419/handlingar/2"),
    ];

    public static readonly Brevinnehall Beslutsbrev = new("Ekbackens stadsdel", "Beställarenheten äldre", "Beslut", "2026-0419", "Utkast, beslutsdag ej satt",
        "Ingegerd Wallström\nEkbacksvägen 12\n128 00 Ekbacken", "Beslut om hemtjänst, trygghetslarm och dagverksamhet",
        "Du ansökte den 14 september 2026. Så här har vi beslutat:",
        [new("Hemtjänst", "Ja.", "9 timmar 30 minuter per vecka."), new("Trygghetslarm", "Ja.", ""), new("Dagverksamhet", "Delvis.", "Du får 1 dag per vecka. Du får inte den andra dagen.", Viktig: true)],
        [
            new("Varför du inte får två dagar", "Du har behov av social gemenskap som inte är tillgodosett. En dag i veckan, tillsammans med träffpunkten, ger dig en skälig levnadsnivå."),
            new(null, "Lagrum: 11 kap. 1 § och 8 kap. 1 § socialtjänstlagen (2025:400).", Dampat: true),
            new("Om du inte är nöjd", "Du kan överklaga. Skriv till oss inom tre veckor från den dag du fick beslutet. Vi hjälper dig gärna."),
        ],
        "Med vänlig hälsning\nHenrik Sjöholm, biträdande enhetschef");

    /// <summary>A form with every type of field and every kind of condition.</summary>
    public static readonly Formulardefinition Komplettering = Formularlasare.Las("""
        {
          "version": 2, "nyckel": "komplettering", "rubrik": "Begär komplettering", "ingress": "Skriv till personen vad som saknas. Tiden räknas inte medan ni väntar.", "knapp": "Skicka begäran",
          "sektioner": [
            { "rubrik": "Vad som saknas", "hjalp": "Be bara om det som behövs för beslutet.", "falt": [
              { "namn": "lagen", "etikett": "Det här gäller", "typ": "upplysning", "hjalp": "Du ska hjälpa personen att komplettera sin ansökan (20 § FL)." },
              { "namn": "flyttade", "etikett": "Personen flyttade", "typ": "upplysning", "varde": "date(process.flyttdag)" },
              { "namn": "slag", "etikett": "Vad saknas?", "typ": "val", "kravs": true, "alternativ": [{ "varde": "intyg", "text": "Läkarintyg" }, { "varde": "fullmakt", "text": "Fullmakt" }, { "varde": "annat", "text": "Annat" }] },
              { "namn": "annatVad", "etikett": "Vad är det som saknas?", "typ": "text", "kravs": true, "maxTecken": 200, "visasNar": "slag = \"annat\"" },
              { "namn": "brev", "etikett": "Text till personen", "typ": "langtext", "kravs": true },
              { "namn": "senast", "etikett": "Senast", "typ": "datum", "kravs": true, "hjalp": "Vanligen tre veckor." },
              { "namn": "klockan", "etikett": "Klockan", "typ": "tid", "kravsNar": "slag = \"fullmakt\"" },
              { "namn": "paminn", "etikett": "Påminn dagar före", "typ": "heltal", "visasNar": "senast > today() + duration(\"P14D\")", "visasText": "Fyll i om det är mer än två veckor kvar." }
            ] },
            { "rubrik": "Hur det skickas", "visasNar": "slag in (\"intyg\", \"fullmakt\")", "falt": [
              { "namn": "ringt", "etikett": "Har du ringt?", "typ": "ja-nej", "kravs": true },
              { "namn": "kanaler", "etikett": "Skicka med", "typ": "flerval", "alternativ": [{ "varde": "brev", "text": "Brev" }, { "varde": "telefon", "text": "Telefon" }] },
              { "namn": "sidor", "etikett": "Antal timmar", "typ": "tal", "hogst": 99, "enhet": "timmar per vecka" },
              { "namn": "kostnad", "etikett": "Kostnad", "typ": "belopp" },
              { "namn": "skala", "etikett": "Hur bråttom är det?", "typ": "skala", "katalog": "behovsskala" },
              { "namn": "typer", "etikett": "Insatstyp", "typ": "val", "katalog": "insatstyper" },
              { "namn": "handlaggare", "etikett": "Handläggare", "typ": "anvandare" },
              { "namn": "insats", "etikett": "Vilken insats?", "typ": "insats" },
              { "namn": "utforare", "etikett": "Utförare", "typ": "text", "katalog": "utforare" }
            ] }
          ]
        }
        """).Formular!.Med(f => f.Namn switch
    {
        "handlaggare" => f with { Alternativ = [new("11", "Hanna Handläggare, 1 öppet ärende")] },
        "insats" => f with { Alternativ = [new("7", "Hemtjänst, 5 timmar per vecka"), new("8", "Trygghetslarm, 1 st")] },
        "utforare" => f with { Alternativ = [new("Björkens hemtjänst", "Björkens hemtjänst")] },
        _ => f,
    });

    /// <summary>As it stands when something else than the listed is missing.</summary>
    public static readonly IReadOnlyDictionary<string, Faltlage> Lagen = Formularprovning.Lagen(
        Komplettering, new Dictionary<string, string[]> { ["slag"] = ["annat"] },
        FeelContext.Of(("process", FeelContext.Of(("flyttdag", "2026-11-01")))), new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1)));

    private static DateTimeOffset Nar(int manad, int dag, int timme, int minut) => new(2026, manad, dag, timme, minut, 0, TimeSpan.FromHours(manad == 11 ? 1 : 2));

    private static Radinnehall Rad(string person, string nummer, string typ, string steg, Radfrist frist, int oss, int vantan, string nar, string handelse, string atgard, params Markering[] markeringar) =>
        new(person, nummer, "/arenden/" + nummer, typ, steg, frist, oss, vantan, new(nar, handelse), new(atgard, $"/arenden/{nummer}/uppgift"), markeringar);
}
