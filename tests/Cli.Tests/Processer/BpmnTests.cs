using System.Text.Json;

namespace CaseFlow.Cli.Tests.Processer;

/// <summary>The commands on process files: no database is asked for.</summary>
public sealed class BpmnTests
{
    private const string Process =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:cf="urn:caseflow:bpmn:1" targetNamespace="prov">
          <process id="prov" isExecutable="true">
            <startEvent id="Start"/>
            <sequenceFlow id="a" sourceRef="Start" targetRef="Vem"/>
            <businessRuleTask id="Vem" cf:decision="vem" cf:resultVariable="svar"/>
            <sequenceFlow id="b" sourceRef="Vem" targetRef="Gor"/>
            <userTask id="Gor"/>
            <sequenceFlow id="c" sourceRef="Gor" targetRef="Slut"/>
            <endEvent id="Slut"/>
          </process>
        </definitions>
        """;

    private const string Tabell =
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="d" namespace="prov">
          <decision id="vem" name="vem"><literalExpression><text>"chefen"</text></literalExpression></decision>
        </definitions>
        """;

    private const string Scenario =
        """
        { "process": "prov", "now": "2026-03-02T08:00:00+01:00", "steps": [
          { "do": "start", "expect": { "open": ["Gor"], "variables": { "svar": "chefen" } } },
          { "do": "complete", "task": "Gor", "expect": { "status": "completed", "ends": ["Slut"] } } ] }
        """;

    public static TheoryData<string> Scenarier() =>
        [.. Directory.GetFiles(Workflows, "*.json", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(Path.GetDirectoryName(f)) == "scenarier").Order(StringComparer.Ordinal)
            .Select(f => Path.GetRelativePath(Workflows, f))];

    private static string Workflows => Path.Combine(Provmapp.Rot, "workflows");

    [Theory]
    [MemberData(nameof(Scenarier))]
    public async Task Varje_scenario_gar_som_vantat(string scenario)
    {
        var process = scenario.Split(Path.DirectorySeparatorChar)[0];
        var mapp = Path.Combine(Workflows, process);

        var svar = await Kor("bpmn", "run", Path.Combine(mapp, process + ".bpmn"), Path.Combine(Workflows, scenario), "--with", mapp);

        Assert.Equal((0, ""), (svar.Slutkod, svar.Fel));
        Assert.All(svar.Rader.Index(), r => Assert.Equal(r.Index + 1, JsonDocument.Parse(r.Item).RootElement.GetProperty("step").GetInt32()));
    }

    [Fact]
    public async Task Check_ger_en_rad_per_fil_och_faller_aldrig_omkull()
    {
        using var mapp = Provmapp.Tom();
        var bra = Directory.GetFiles(Workflows, "*.bpmn", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var skript = mapp.Skriv("skript.bpmn", Process.Replace("userTask", "scriptTask", StringComparison.Ordinal));
        var tom = mapp.Skriv("tom.bpmn");
        File.WriteAllBytes(mapp.Fil("latin.bpmn"), [(byte)'<', 0xE5, (byte)'>']);
        File.WriteAllBytes(mapp.Fil("stor.bpmn"), new byte[1024 * 1024 + 1]);
        var saknas = mapp.Fil("saknas.bpmn");

        Assert.Equal(0, (await Kor(["bpmn", "check", .. bra])).Slutkod);
        var svar = await Kor(["bpmn", "check", .. bra, skript, tom, mapp.Fil("latin.bpmn"), mapp.Fil("stor.bpmn"), saknas, mapp.Mapp]);

        Assert.Equal(1, svar.Slutkod);
        var rader = svar.Rader.Select(r => JsonDocument.Parse(r).RootElement).ToList();
        Assert.All(rader, r => Assert.Equal(["file", "accepted", "elements", "reason"], r.EnumerateObject().Select(p => p.Name)));
        Assert.Equal([.. bra, skript, tom, mapp.Fil("latin.bpmn"), mapp.Fil("stor.bpmn"), saknas, mapp.Mapp], rader.Select(r => r.GetProperty("file").GetString()!));
        Assert.All(rader[..bra.Length], r => Assert.True(r.GetProperty("accepted").GetBoolean()));
        Assert.All(rader[bra.Length..], r => Assert.False(r.GetProperty("accepted").GetBoolean()));
        Assert.All(rader[bra.Length..], r => Assert.False(string.IsNullOrEmpty(r.GetProperty("reason").GetString())));
        Assert.Equal("Gor", Assert.Single(rader[bra.Length].GetProperty("elements").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal("Filen är större än 1 MB.", rader[^3].GetProperty("reason").GetString());
        Assert.Equal("Filen finns inte.", rader[^2].GetProperty("reason").GetString());
        Assert.Equal("Det är en mapp, inte en fil.", rader[^1].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Run_sager_vad_som_inte_blev_som_vantat()
    {
        using var mapp = Provmapp.Tom();
        var (bpmn, _) = (mapp.Skriv("prov.bpmn", Process), mapp.Skriv("vem.dmn", Tabell));

        var gick = await Kor("bpmn", "run", bpmn, mapp.Skriv("a.json", Scenario));
        var annat = await Kor("bpmn", "run", bpmn, mapp.Skriv("b.json", Scenario.Replace("\"Gor\"], \"v", "\"Hitta\"], \"v", StringComparison.Ordinal)));
        var trasigt = await Kor("bpmn", "run", bpmn, mapp.Skriv("c.json", "{"));

        Assert.Equal((0, "", 2), (gick.Slutkod, gick.Fel, gick.Rader.Length));
        Assert.Equal((1, 2), (annat.Slutkod, annat.Rader.Length));
        Assert.StartsWith("Steg 1 (start): ", annat.Fel, StringComparison.Ordinal);
        Assert.Contains("Hitta", annat.Fel, StringComparison.Ordinal);
        Assert.Equal((2, ""), (trasigt.Slutkod, trasigt.Ut));
    }

    [Fact]
    public async Task Run_hittar_tabellerna_i_mappen_och_nekar_utan_dem()
    {
        using var mapp = Provmapp.Tom();
        var (bpmn, scenario) = (mapp.Skriv("prov.bpmn", Process), mapp.Skriv("a.json", Scenario));
        Directory.CreateDirectory(mapp.Fil("tabeller"));

        var utan = await Kor("bpmn", "run", bpmn, scenario);
        mapp.Skriv("tabeller/vem.dmn", Tabell);
        var med = await Kor("bpmn", "run", bpmn, scenario, "--with", mapp.Fil("tabeller"));
        mapp.Skriv("tabeller/trasig.dmn", "<x");
        var medTrasig = await Kor("bpmn", "run", bpmn, scenario, "--with", mapp.Fil("tabeller"));
        mapp.Skriv("tabeller/en-till.dmn", Tabell);
        var dubbel = await Kor("bpmn", "run", bpmn, scenario, "--with", mapp.Fil("tabeller"));

        Assert.Equal((2, ""), (utan.Slutkod, utan.Ut));
        Assert.Contains("Vem", utan.Fel, StringComparison.Ordinal);
        Assert.Equal((0, ""), (med.Slutkod, med.Fel));
        Assert.Equal(0, medTrasig.Slutkod);
        Assert.Contains("trasig.dmn", medTrasig.Fel, StringComparison.Ordinal);
        Assert.Equal((2, true), (dubbel.Slutkod, dubbel.Fel.Contains("finns i två filer", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Run_hittar_den_anropade_processen_i_mappen_och_stannar_utan_den()
    {
        using var mapp = Provmapp.Tom();
        var anropar = mapp.Skriv("anropar.bpmn", Process.Replace("id=\"prov\" is", "id=\"anropar\" is", StringComparison.Ordinal)
            .Replace("<businessRuleTask id=\"Vem\" cf:decision=\"vem\" cf:resultVariable=\"svar\"/>", "<callActivity id=\"Vem\" calledElement=\"prov\"><extensionElements><cf:out source=\"=svar\" target=\"vem\"/></extensionElements></callActivity>", StringComparison.Ordinal)
            .Replace("\"Gor\"", "\"Sen\"", StringComparison.Ordinal));
        var scenario = mapp.Skriv("a.json", """
            { "now": "2026-03-02T08:00:00+01:00", "steps": [
              { "do": "start", "expect": { "open": ["Gor"] } },
              { "do": "complete", "task": "Gor", "expect": { "open": ["Sen"], "variables": { "vem": "chefen" } } } ] }
            """);
        Directory.CreateDirectory(mapp.Fil("andra"));
        mapp.Skriv("andra/trasig.bpmn", "<x");

        var utan = await Kor("bpmn", "run", anropar, scenario, "--with", mapp.Fil("andra"));
        mapp.Skriv("andra/prov.bpmn", Process);
        mapp.Skriv("andra/vem.dmn", Tabell);
        var med = await Kor("bpmn", "run", anropar, scenario, "--with", mapp.Fil("andra"));

        Assert.Equal(1, utan.Slutkod);
        Assert.Contains("incidents\":[\"Vem\"]", utan.Rader[0], StringComparison.Ordinal);
        Assert.Equal(0, med.Slutkod);
        Assert.Contains("trasig.bpmn", med.Fel, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenarierna_kors_var_for_sig_och_raknas()
    {
        using var mapp = Provmapp.Tom();
        Directory.CreateDirectory(mapp.Fil("prov/scenarier"));
        Directory.CreateDirectory(mapp.Fil("trasig"));
        mapp.Skriv("prov/prov.bpmn", Process);
        mapp.Skriv("prov/vem.dmn", Tabell);
        mapp.Skriv("prov/scenarier/bra.json", Scenario);
        mapp.Skriv("trasig/trasig.bpmn", "<x");

        var huset = await Kor("workflows", "test", Workflows);
        var trasiga = await Kor("workflows", "test", mapp.Mapp);

        Assert.Equal(0, huset.Slutkod);
        Assert.Equal($"{Scenarier().Count} passed, 0 failed", huset.Rader[^1]);
        Assert.Equal(1, trasiga.Slutkod);
        Assert.Contains(trasiga.Rader, r => r.StartsWith("trasig: nekas.", StringComparison.Ordinal));
        Assert.EndsWith(" failed", trasiga.Rader[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ett_uttryck_raknas_ut_eller_nekas_med_plats()
    {
        var tal = await Kor("feel", "belopp * 2", "--variabler", """{"belopp": 21}""");
        var dag = await Kor("feel", "arbetsdagar(date(\"2026-12-23\"), 2)");
        var fel = await Kor("feel", "1 +");
        var null1 = await Kor("feel", "saknas + 1");

        Assert.Equal((0, "42"), (tal.Slutkod, tal.Rader[0]));
        Assert.Contains("2026-12-29", dag.Rader[0], StringComparison.Ordinal);
        Assert.Equal((1, ""), (fel.Slutkod, fel.Ut));
        Assert.NotEmpty(fel.Fel);
        Assert.Equal((0, "null"), (null1.Slutkod, null1.Rader[0]));
        Assert.NotEmpty(null1.Fel);
        Assert.Equal(2, (await Kor("feel", "1", "--variabler", "[1]")).Slutkod);
    }

    [Fact]
    public async Task Dmn_fallen_raknas_per_mapp_och_rapporten_ar_JSON()
    {
        using var mapp = Provmapp.Tom();
        Directory.CreateDirectory(mapp.Fil("a"));
        Directory.CreateDirectory(mapp.Fil("b"));
        mapp.Skriv("a/vem.dmn", Tabell);
        mapp.Skriv("a/vem-test.xml", Fall("vem.dmn", "chefen"));
        mapp.Skriv("b/vem-test.xml", Fall("saknas.dmn", "chefen"));
        mapp.Skriv("b/annat.xml", "<x/>");

        var alla = await Kor("dmn", "test", mapp.Mapp, "--rapport", mapp.Fil("ut.json"));
        var bra = await Kor("dmn", "test", mapp.Fil("a"));

        Assert.Equal((1, "1 passed, 1 failed"), (alla.Slutkod, alla.Rader[^1]));
        Assert.Contains(alla.Rader, r => r.StartsWith("b 001 vem: nekad", StringComparison.Ordinal));
        Assert.Equal((0, "1 passed, 0 failed"), (bra.Slutkod, bra.Rader[^1]));
        using var rapport = JsonDocument.Parse(await File.ReadAllTextAsync(mapp.Fil("ut.json")));
        var rot = rapport.RootElement;
        Assert.Equal((2, 1, 1, 2), (rot.GetProperty("total").GetInt32(), rot.GetProperty("passed").GetInt32(), rot.GetProperty("failed").GetInt32(), rot.GetProperty("folders").GetArrayLength()));
        Assert.Equal(1, (await Kor("dmn", "test", Workflows)).Slutkod);

        static string Fall(string modell, string svar) =>
            $"""
            <testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <modelName>{modell}</modelName>
              <testCase id="001"><resultNode name="vem" type="decision"><expected><value xsi:type="xsd:string">{svar}</value></expected></resultNode></testCase>
            </testCases>
            """;
    }

    [Fact]
    public async Task Lint_godtar_husets_processer_och_raknar_upp_felen()
    {
        using var mapp = Provmapp.Tom();
        foreach (var namn in new[] { "prov", "felnamn", "indikatorer" }) Directory.CreateDirectory(mapp.Fil(namn));
        mapp.Skriv("prov/prov.bpmn", Process);
        mapp.Skriv("felnamn/annan.bpmn", Process);
        mapp.Skriv("indikatorer/a.json", "{}");

        var huset = await Kor("lint-workflows", Workflows);
        var trasig = await Kor("lint-workflows", mapp.Mapp);
        var en = await Kor("lint-workflows", Path.Combine(Workflows, "insats") + "/");

        Assert.Equal((0, ""), (huset.Slutkod, huset.Fel));
        Assert.Matches("^bistand: godtas, \\d+ scenarier gick som väntat.\ninsats: godtas", huset.Ut);
        Assert.Equal(1, trasig.Slutkod);
        Assert.Equal(
            ["felnamn: felnamn.bpmn saknas.", "prov: Vem: beslutstabellen vem saknas.", "prov: Gor: cf:form saknas."],
            trasig.Rader);
        Assert.Equal("3 fel i 2 av 2 processer.\n", trasig.Fel);
        Assert.Equal((0, 1), (en.Slutkod, en.Rader.Length));
    }

    [Fact]
    public async Task Formularen_provas_for_sig_och_schemat_skrivs()
    {
        using var mapp = Provmapp.Tom();
        Directory.CreateDirectory(mapp.Fil("prov/forms"));
        mapp.Skriv("prov/prov.bpmn", Process.Replace("<userTask id=\"Gor\"/>", "<userTask id=\"Gor\" cf:form=\"gor\"/>", StringComparison.Ordinal));
        mapp.Skriv("prov/vem.dmn", Tabell);
        mapp.Skriv("prov/forms/gor.json", """{ "version": 2, "nyckel": "gor", "rubrik": "Gör", "knapp": "Klar", "sektioner": [{ "falt": [{ "namn": "Vad", "etikett": "Vad?", "typ": "text", "visasNar": "nej = 1" }] }] }""");

        var huset = await Kor("formular", "check", Workflows);
        var trasig = await Kor("formular", "check", mapp.Mapp);
        var schema = await Kor("formular", "schema");

        Assert.Equal((0, "", "bistand: 13 formulär godtas.\ninsats: 9 formulär godtas.\n"), (huset.Slutkod, huset.Fel, huset.Ut));
        Assert.Equal((1, "2 fel.\n"), (trasig.Slutkod, trasig.Fel));
        Assert.All(trasig.Rader, r => Assert.StartsWith("prov: forms/gor.json: fältet Vad: ", r, StringComparison.Ordinal));
        Assert.Equal(File.ReadAllText(Path.Combine(Workflows, "formular.schema.json")).ReplaceLineEndings("\n"), schema.Ut.ReplaceLineEndings("\n"));
    }

    private static Task<Svar> Kor(params string[] ord) => Provmapp.Kor(new Dictionary<string, string?>(StringComparer.Ordinal) { ["CASEFLOW_DB"] = "ingen" }, ord);
}
