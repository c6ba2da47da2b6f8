using System.Text.Json;

namespace CaseFlow.Cli.Tests.Processer;

/// <summary><c>caseflow dmn check</c>, and what lint says of the tables: no database is asked for.</summary>
public sealed class DmnTests
{
    private static readonly string Workflows = Path.Combine(Provmapp.Rot, "workflows");

    private static string Tabell(string policy, params string[] celler) =>
        "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"d\" name=\"d\"><decision id=\"vem\" name=\"vem\">"
        + $"<decisionTable id=\"t\" hitPolicy=\"{policy}\"><input id=\"i\" label=\"Belopp\"><inputExpression typeRef=\"number\"><text>belopp</text></inputExpression></input><output id=\"o\"/>"
        + string.Concat(celler.Select((cell, i) => $"<rule id=\"r{i + 1}\"><inputEntry><text>{cell}</text></inputEntry><outputEntry><text>\"chefen\"</text></outputEntry></rule>"))
        + "</decisionTable></decision></definitions>";

    private static Task<Svar> Kor(params string[] ord) => Provmapp.Kor(new Dictionary<string, string?>(StringComparer.Ordinal), ord);

    [Fact]
    public async Task Tabellerna_som_foljer_med_har_inga_fel_och_inga_varningar()
    {
        var svar = await Kor(["dmn", "check", .. Directory.GetFiles(Workflows, "*.dmn", SearchOption.AllDirectories)]);

        Assert.Equal((0, "", "0 fel, 0 varningar"), (svar.Slutkod, svar.Fel, svar.Rader[^1]));
        Assert.Contains(svar.Rader, r => r.StartsWith("  upplysning: regel 1 (frister_r1), kolumnen Ansökta insatser analyseras inte", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Overlapp_luckor_och_trasiga_filer_sags_och_rapporten_ar_JSON()
    {
        using var mapp = Provmapp.Tom();
        var over = mapp.Skriv("over.dmn", Tabell("UNIQUE", "[0..10]", "[10..20]"));
        var lucka = mapp.Skriv("lucka.dmn", Tabell("COLLECT", "> 0"));
        var trasig = mapp.Skriv("trasig.dmn", "<x/>");

        var svar = await Kor("dmn", "check", over, lucka, trasig, mapp.Fil("saknas.dmn"), "--rapport", mapp.Fil("ut.json"));

        Assert.Equal(1, svar.Slutkod);
        Assert.Equal(
            [
                $"{over}: vem (UNIQUE, 2 regler)",
                "  fel: Regel 1 (r1) och regel 2 (r2) gäller båda för belopp = 10. I en tabell med hit policy UNIQUE får bara en regel gälla.",
                "  varning: Ingen regel gäller när Belopp är < 0 eller > 20. Till exempel belopp = -1.",
                $"{lucka}: vem (COLLECT, 1 regler)",
                "  varning: Ingen regel gäller när Belopp är <= 0. Till exempel belopp = -1.",
                "3 fel, 2 varningar",
            ],
            svar.Rader);
        Assert.Contains("saknas.dmn: Filen finns inte.", svar.Fel, StringComparison.Ordinal);
        Assert.Contains("trasig.dmn: ", svar.Fel, StringComparison.Ordinal);
        using var rapport = JsonDocument.Parse(await File.ReadAllTextAsync(mapp.Fil("ut.json")));
        var tabell = rapport.RootElement[0].GetProperty("tables")[0];
        Assert.Equal((1, 1), (tabell.GetProperty("gaps").GetInt32(), tabell.GetProperty("overlaps").GetInt32()));
        var fynd = tabell.GetProperty("findings")[0];
        Assert.Equal(("overlapp", "fel", 10), (fynd.GetProperty("kind").GetString(), fynd.GetProperty("severity").GetString(), fynd.GetProperty("example").GetProperty("belopp").GetInt32()));
        Assert.Equal(0, (await Kor("dmn", "check", lucka)).Slutkod);
    }

    [Fact]
    public async Task Lint_nekar_ett_overlapp_och_varnar_for_en_lucka()
    {
        using var mapp = Provmapp.Tom();
        Directory.CreateDirectory(mapp.Fil("prov"));
        mapp.Skriv("prov/prov.bpmn",
            "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:cf=\"urn:caseflow:bpmn:1\" targetNamespace=\"p\"><process id=\"prov\" isExecutable=\"true\">"
            + "<startEvent id=\"S\"/><sequenceFlow id=\"a\" sourceRef=\"S\" targetRef=\"Vem\"/><businessRuleTask id=\"Vem\" cf:decision=\"vem\" cf:resultVariable=\"svar\"/>"
            + "<sequenceFlow id=\"b\" sourceRef=\"Vem\" targetRef=\"E\"/><endEvent id=\"E\"/></process></definitions>");
        mapp.Skriv("prov/vem.dmn", Tabell("UNIQUE", "> 0"));
        var lucka = await Kor("lint-workflows", mapp.Mapp);
        mapp.Skriv("prov/vem.dmn", Tabell("UNIQUE", "> 0", "> 5"));
        var over = await Kor("lint-workflows", mapp.Mapp);

        Assert.Equal(
            (0, "prov: godtas, 0 scenarier gick som väntat.\nprov: varning: beslutstabellen vem: Ingen regel gäller när Belopp är <= 0. Till exempel belopp = -1.\n"),
            (lucka.Slutkod, lucka.Ut));
        Assert.Equal(1, over.Slutkod);
        Assert.StartsWith("prov: beslutstabellen vem: Regel 1 (r1) och regel 2 (r2) gäller båda för belopp = 6.", over.Ut, StringComparison.Ordinal);
    }
}
