using CaseFlow.Web.Api.v1.Kontrakt;

namespace CaseFlow.Web.Api.v1.Beskrivningar;

/// <summary>Whole questions and answers for the description (REST API-profilen, DOK.15). The people are made up; their numbers are test numbers.</summary>
internal static class Exempel
{
    public const string Etag = "\"3-q1w2e3r4t5y6u7i8\"";

    public static Guid Uppgiftsnyckel { get; } = Guid.Parse("019aa5b2-7a10-7d22-8c44-1f2e3d4c5b6a");

    private static readonly Anvandare Hanna = new("1186493720576", "Hanna Handläggare");

    private static readonly Person Marta = new(
        Guid.Parse("019aa5b2-6f0e-7c31-9d55-0b7f3e1c2a44"), "Märta Al-Hashimi", "19530326-9806", 73, Tolk: true, "Finska", SkyddadeUppgifter: false, Avliden: false);

    private static readonly Person Skyddad = new(
        Guid.Parse("019aa5b2-7001-7a10-b2c3-5d6e7f809102"), "Skyddade uppgifter", null, null, Tolk: false, null, SkyddadeUppgifter: true, Avliden: false);

    private static readonly Uppgiftsrad Granska = new(
        Uppgiftsnyckel, "2026-0419", Marta, "GranskaAnsokan", "Granska ansökan", "handlaggare", "oppen", Hanna, Tid("2026-11-19T08:02:11Z"), Dag("2026-11-24"), "3 arbetsdagar",
        null, null, null);

    private static readonly Uppgiftsrad Forsening = new(
        Guid.Parse("019aa5b2-7b00-7e33-9d55-2a3b4c5d6e7f"), "2026-0207", Skyddad, "HanteraForsening", "Hantera försening", "chef", "oppen", null, Tid("2026-11-20T00:00:00Z"),
        Dag("2026-11-27"), null, null, null, null);

    public static Arendelista Arendelista { get; } = new(
        [
            new(
                "2026-0419", "ansokan", "ansokan", "Hemtjänst, trygghetslarm", ["hemtjanst", "trygghetslarm"], Marta, Hanna, Dag("2026-11-18"), 3, 0,
                new(Uppgiftsnyckel, "Granska ansökan", Dag("2026-11-24"))),
            new("2026-0420", "ansokan", "ansokan", "Ledsagning", ["ledsagning"], Skyddad, null, Dag("2026-11-18"), 3, 0, null),
        ],
        new(20, 1, 2, TotalBegransad: false, null));

    public static Arende Arende { get; } = new(
        "2026-0419", "ansokan", "ansokan", Marta, "Beställarenheten", Hanna, Dag("2026-11-18"), Tid("2026-11-19T08:02:11Z"), null, null, null,
        [new("hemtjanst", "Hemtjänst", new(10, "timmar per vecka"), null), new("trygghetslarm", "Trygghetslarm", null, null)], new(3, 3, 0), [Granska]);

    public static Beslutslista Beslutslista { get; } = new(
        [
            new(
                "1186493810001", "hemtjanst", "Hemtjänst", "fattat", "delvis-avslag", new(14, "timmar per vecka"), new(10, "timmar per vecka"), Dag("2026-12-01"), null,
                "Tio timmar räcker för det behov som utredningen visar.", "Bo kvar hemma", "11 kap. 1 § socialtjänstlagen (2025:400)", "forvaltningsbesvar", null, null,
                new("1186493720577", "Clara Chef"), Dag("2026-11-27"), "3.2", Dag("2026-12-01"), Dag("2026-12-22")),
        ]);

    public static Insatslista Insatslista { get; } = new(
        [
            new(
                "1186493820002", "1186493810001", "hemtjanst", "Hemtjänst", new(10, "timmar per vecka"), Dag("2026-12-01"), null, "pagar", Dag("2026-11-27"),
                "Skarpnäcks hemtjänst", Dag("2026-12-03"), Dag("2027-06-01"), null, EjVerkstallt: false),
        ]);

    public static Uppgiftslista Uppgiftslista { get; } = new([Granska, Forsening], new(20, 1, 2, TotalBegransad: false, null));

    public static Uppgift Uppgift { get; } = new(
        Granska, KanSlutforas: true,
        new(
            "granska-ansokan", "Granska ansökan", null,
            [
                new(
                    null, null, null,
                    [
                        Val("komplett", "Går ansökan att utreda som den är?", new("ja", "Ja, vi kan börja utreda"), new("nej", "Nej, den behöver kompletteras")),
                        Val("sprakinformation", "Har personen fått veta att hen kan få äldreomsorg på sitt språk?", new("ja", "Ja"), new("nej", "Nej, informationen lämnas nu")),
                        new(
                            "sprakinformationDag", "Informationen lämnades", "datum", Kravs: true, null, null, null, null, null, null, null, [], "sprakinformation = \"nej\""),
                    ]),
            ]),
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["komplett"] = ["ja"] },
        new Dictionary<string, Faltlage>(StringComparer.Ordinal)
        {
            ["komplett"] = new(Visas: true, Kravs: true, null), ["sprakinformation"] = new(Visas: true, Kravs: true, null), ["sprakinformationDag"] = new(Visas: false, Kravs: false, null),
        });

    public static Slutforande Slutforande { get; } = new(
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["komplett"] = ["ja"], ["sprakinformation"] = ["ja"] });

    public static Slutford Slutford { get; } = new("2026-0419", "Ansökan är komplett. Utredningen kan börja.", null);

    public static Tagen Tagen { get; } = new(Forsening.Id, "2026-0207");

    public static Personsok Personsok { get; } = new("al-h mär", null, 20, 1);

    public static Personlista Personlista { get; } = new([new(Marta, [new("2026-0419", "ansokan", Oppen: true)])], new(20, 1, 1, TotalBegransad: false, null));

    public static Ansokan Ansokan { get; } = new(
        "ETJANST-2026-00017", "e-tjanst", Tid("2026-09-15T09:28:00Z"),
        new(
            "19530326-9806", "Märta", "Al-Hashimi", null, null, new("Nytorps gärde 1", "128 58", "Skarpnäck"), "070-174 06 39", "fi", Tolkbehov: true),
        [new("hemtjanst", "Behöver hjälp med dusch och städning."), new("trygghetslarm", "Har ramlat två gånger i höst.")],
        BarnIHemmet: false, "ingen", new("Eva Öberg", "god-man", "070-174 06 12", ["sorja-for-person", "bevaka-ratt"]));

    public static RegistreradAnsokan RegistreradAnsokan { get; } = new(
        "ETJANST-2026-00017", "registrerad", null, "2026-0419", Guid.Parse("019aa5b2-6f0e-7c31-9d55-0b7f3e1c2a44"));

    public static Problemsvar Problem(int status, string kod, string text, params IReadOnlyList<Faltfel> fel)
    {
        const string Spar = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";
        return new($"urn:caseflow:fel:{kod.ToLowerInvariant().Replace('_', '-')}", text, status, text, $"urn:caseflow:anrop:{Spar}", kod, fel, Spar);
    }

    private static Falt Val(string namn, string etikett, params IReadOnlyList<Alternativ> alternativ) =>
        new(namn, etikett, "val", Kravs: true, null, null, null, null, null, null, null, alternativ, null);

    private static DateOnly Dag(string dag) => DateOnly.ParseExact(dag, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTime Tid(string tid) => DateTimeOffset.Parse(tid, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
