using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgiftsformular;

/// <summary>What version 1 left to the code behind each task: its rules for days and its first answers. A form of that version gets them when it is
/// read, so that an ärende that began on it is checked as it always was. Nothing is added here: a new rule is written in the form.</summary>
internal static class Version1Villkor
{
    private const string LangtFram = "Dagen ligger mer än ett år fram. Kontrollera årtalet.";

    private static readonly Rad[] Avstaende =
    [
        new("avstarDag",
            ("avstarDag <= today()", "Personen kan inte ha avstått en dag som inte har varit."),
            ("avstarDag >= insats.beslutsdag", "Insatsen beviljades {insats.beslutsdag}. Personen kan inte ha avstått före det.")),
    ];

    private static readonly Dictionary<string, Rad[]> Formular = new(StringComparer.Ordinal)
    {
        ["granska-ansokan"] = [new("sprakinformationDag", ("sprakinformationDag <= today()", "Informationen kan inte ha lämnats en dag som inte har varit."))],
        ["begar-komplettering"] =
        [
            new("kompletteringSenast",
                ("kompletteringSenast > today()", "Välj en dag framåt i tiden, så att personen hinner svara."), ("kompletteringSenast <= today() + duration(\"P1Y\")", LangtFram))
            {
                Forifyll = "today() + duration(\"P\" + string(process.frister.kompletteringDagar) + \"D\")",
            },
        ],
        ["ta-emot-komplettering"] = [new("inkom", ("inkom <= today()", "Det kan inte ha kommit in en dag som inte har varit.")) { Forifyll = "today()" }],
        ["hantera-forsening"] =
        [
            new("underrattad", ("underrattad <= today()", "Underrätta personen först, och fyll i dagen då det är gjort.")),
            new("nyttDatum", ("nyttDatum > today()", "Välj en dag framåt i tiden."), ("nyttDatum <= today() + duration(\"P1Y\")", LangtFram)),
        ],
        ["kommunicera"] =
        [
            new("kommuniceratDag",
                ("kommuniceratDag <= today()", "Kommunicera först, och fyll i dagen då det är gjort."),
                ("kommuniceratDag >= uppgift.skapad", "Förslaget lämnades {uppgift.skapad}. Underlaget kan inte ha kommunicerats före det."))
            {
                Forifyll = "today()",
            },
            new("svarSenast",
                ("svarSenast > today()", "Personen ska hinna svara: välj en dag efter i dag (25 § förvaltningslagen)."), ("svarSenast <= today() + duration(\"P1Y\")", LangtFram))
            {
                Forifyll = "today() + duration(\"P\" + string(process.frister.svarDagar) + \"D\")",
            },
        ],
        ["ta-emot-synpunkter"] =
        [
            new("svarsdag", ("svarsdag <= today()", "Svaret kan inte ha kommit en dag som inte har varit.")) { Forifyll = "today()" },
            new("nySvarsdag", ("nySvarsdag <= today() + duration(\"P1Y\")", LangtFram)),
        ],
        ["underratta"] =
        [
            new("underrattadDag",
                ("underrattadDag <= today()", "Välj en dag från och med beslutsdagen till och med i dag."),
                ("underrattadDag >= arende.beslutsdag", "Välj en dag från och med beslutsdagen till och med i dag."))
            {
                Forifyll = "today()",
            },
        ],
        ["hantera-flytt"] =
        [
            new("nyKommun") { Kravs = true },
            new("begardDag", ("begardDag <= today()", "Begär överflyttningen först, och fyll i dagen då det är gjort.")) { Kravs = true },
        ],
        ["bestall"] =
        [
            .. Avstaende,
            new("onskadStart", ("onskadStart >= insats.beslutsdag", "Insatsen kan inte börja före beslutsdagen."), ("onskadStart <= today() + duration(\"P1Y\")", LangtFram))
            {
                Forifyll = "max(insats.from, today())",
            },
        ],
        ["bekrafta-start"] =
        [
            .. Avstaende,
            new("startdatum",
                ("startdatum <= today()", "Bekräfta starten när insatsen har börjat, inte i förväg."),
                ("startdatum >= insats.from", "Beslutet gäller från {insats.from}. Insatsen kan inte ha startat före det."),
                ("startdatum <= insats.tom", "Beslutet gällde till och med {insats.tom}. Insatsen kan inte ha startat efter det.")),
            new("uppfoljningsdag",
                ("uppfoljningsdag > startdatum and uppfoljningsdag <= startdatum + duration(\"P1Y\")", "Följ upp inom ett år: efter {startdatum}, senast {startdatum + duration(\"P1Y\")}."),
                ("uppfoljningsdag <= insats.tom or uppfoljningsdag <= startdatum + duration(\"P1D\")", "Beslutet gäller till och med {insats.tom}. Följ upp senast den dagen.")),
        ],
        ["folj-upp"] =
        [
            new("uppfoljningsdag",
                ("uppfoljningsdag > today() and uppfoljningsdag <= today() + duration(\"P1Y\")", "Följ upp inom ett år: efter {today()}, senast {today() + duration(\"P1Y\")}."),
                ("insats.tom <= today() or uppfoljningsdag <= insats.tom", "Beslutet gäller till och med {insats.tom}. Följ upp senast den dagen.")),
            new("avslutsdag", ("avslutsdag <= today()", "Avsluta insatsen när den sista dagen har kommit.")),
        ],
    };

    /// <summary>Above the first question, where the process knows it.</summary>
    private static readonly Faltdefinition Flyttdag = new("flyttdag", "Personen flyttade", Falttyp.Upplysning, false, null, [], null, null) { Varde = Uttryck("date(process.flyttdag)") };

    public static Formulardefinition Lagg(Formulardefinition formular)
    {
        if (!Formular.TryGetValue(formular.Nyckel, out var rader)) return formular;
        var efter = rader.ToDictionary(r => r.Falt, StringComparer.Ordinal);
        var lagt = formular.Med(f => efter.TryGetValue(f.Namn, out var rad) ? rad.Pa(f) : f);
        return lagt.Nyckel != "hantera-flytt" || lagt.Falt.Any(f => f.Namn == Flyttdag.Namn) ? lagt
            : lagt with { Sektioner = [lagt.Sektioner[0] with { Falt = [Flyttdag, .. lagt.Sektioner[0].Falt] }, .. lagt.Sektioner.Skip(1)] };
    }

    private static FeelExpression Uttryck(string feel) =>
        FeelExpression.TryParse(feel, out var uttryck, out var fel) ? uttryck : throw new InvalidOperationException(fel.Message);

    private sealed class Rad(string falt, params (string Galler, string Text)[] villkor)
    {
        public string Falt { get; } = falt;

        public string? Forifyll { get; init; }

        public bool Kravs { get; init; }

        private List<Formularvillkor> Villkor { get; } = [.. villkor.Select(v => new Formularvillkor(Uttryck(v.Galler), Textmall.Las(v.Text).Mall!))];

        public Faltdefinition Pa(Faltdefinition f) => f with { Villkor = Villkor, Forifyll = Forifyll is null ? null : Uttryck(Forifyll), Kravs = f.Kravs || Kravs };
    }
}
