using System.Diagnostics;
using System.Security;
using CaseFlow.Engine.Dmn;
using CaseFlow.Engine.Tests.Feel;

namespace CaseFlow.Engine.Tests.Dmn;

/// <summary>Gaps, overlaps and what is not understood, table by table.</summary>
public sealed class TableAnalysisTests
{
    /// <summary>A table over the inputs a, b, c ..., each with a type and perhaps its allowed values after a colon; the last cell of a rule is the output.</summary>
    internal static string Xml(string policy, string[] inputs, params string[][] rules)
    {
        static string Text(string text) => $"<text>{SecurityElement.Escape(text)}</text>";
        var columns = string.Concat(inputs.Select((input, i) =>
        {
            var (type, allowed) = input.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? (input[..at], input[(at + 1)..]) : (input, null);
            return $"<input id='k{i}' label='{Name(i).ToUpperInvariant()}'><inputExpression{(type.Length > 0 ? $" typeRef='{type}'" : "")}>{Text(Name(i))}</inputExpression>"
                + (allowed is null ? "" : $"<inputValues>{Text(allowed)}</inputValues>") + "</input>";
        }));
        return "<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/' id='d' name='d'>"
            + "<itemDefinition name='betyg'><typeRef>string</typeRef><allowedValues><text>\"u\",\"g\",\"vg\"</text></allowedValues></itemDefinition>"
            + $"<decision id='t' name='t'><decisionTable id='tab' hitPolicy='{policy}'>{columns}<output id='u'/>"
            + string.Concat(rules.Select((rule, i) => $"<rule id='r{i + 1}'>{string.Concat(rule[..^1].Select(cell => $"<inputEntry>{Text(cell)}</inputEntry>"))}"
                + $"<outputEntry>{Text(rule[^1])}</outputEntry></rule>"))
            + "</decisionTable></decision></definitions>";
    }

    internal static string Name(int column) => column < 26 ? ((char)('a' + column)).ToString() : $"x{column}";

    internal static (DmnModel Model, DmnTableReport Report) Analyse(string policy, string[] inputs, params string[][] rules)
    {
        var loaded = DmnModel.Load(Xml(policy, inputs, rules));
        Assert.Empty(loaded.Problems);
        return (loaded.Model!, Assert.Single(loaded.Model!.Analyse()));
    }

    private static string[] Texts(DmnTableReport report) => [.. report.Findings.Select(f => f.Text)];

    [Fact]
    public void En_hel_tabell_har_inget_att_anmarka() =>
        Assert.Empty(Analyse("UNIQUE", ["number", "boolean"], ["< 18", "-", "1"], [">= 18", "true", "2"], [">= 18", "false", "3"]).Report.Findings);

    [Theory]
    [InlineData("number", "< 5", "> 5", "A är 5", "5")]
    [InlineData("number", "< 5", ">= 6", "A är [5..6)", "5")]
    [InlineData("number", "<= 5", ">= 6", "A är (5..6)", "5.5")]
    [InlineData("number", "[0..5]", "(5..10)", "A är < 0 eller >= 10", "-1")]
    [InlineData("number", "not(1, 2)", "1", "A är 2", "2")]
    [InlineData("number", "? > 3 and ? < 7", "? <= 3 or ? = 7", "A är > 7", "8")]
    [InlineData("number:[0..10]", "< 5", "> 5", "A är 5", "5")]
    [InlineData("number:1,2,3", "1", "3", "A är 2", "2")]
    [InlineData("string", "\"x\"", "\"y\"", "A är något annat än \"x\", \"y\"", "\"annat\"")]
    [InlineData("string", "not(\"x\")", "\"y\"", "A är \"x\"", "\"x\"")]
    [InlineData("string:\"x\",\"y\",\"z\"", "\"x\"", "\"y\"", "A är \"z\"", "\"z\"")]
    [InlineData("string", "< \"m\"", "> \"m\"", "A är \"m\"", "\"m\"")]
    [InlineData("betyg", "\"u\"", "\"g\"", "A är \"vg\"", "\"vg\"")]
    [InlineData("boolean", "true", "true", "A är false", "false")]
    [InlineData("date", "< date(\"2025-07-01\")", "> date(\"2025-07-02\")", "A är [2025-07-01..2025-07-02]", "2025-07-01")]
    [InlineData("date and time", "< date and time(\"2025-07-01T00:00:00\")", ">= @\"2025-07-02T00:00:00\"", "A är [2025-07-01T00:00:00..2025-07-02T00:00:00)", "2025-07-01T00:00:00")]
    [InlineData("date and time", "< @\"2025-07-01T00:00:00Z\"", "> @\"2025-07-01T02:00:00+01:00\"", "A är [2025-07-01T00:00:00Z..2025-07-01T02:00:00+01:00]", "2025-07-01T00:00:00Z")]
    [InlineData("time", "< @\"08:00:00\"", "> @\"17:00:00\"", "A är [08:00:00..17:00:00]", "08:00:00")]
    [InlineData("years and months duration", "< @\"P18Y\"", "> @\"P18Y1M\"", "A är [P18Y..P18Y1M]", "P18Y")]
    [InlineData("days and time duration", "<= @\"P1D\"", "> @\"P2D\"", "A är (P1D..P2D]", "P1DT1M")]
    [InlineData("", "null", "< 5", "A är >= 5", "5")]
    [InlineData("number", "not(null)", "> 5", "A är utan värde (null)", "null")]
    public void En_lucka_sags_med_omrade_och_exempel(string type, string one, string other, string region, string example)
    {
        var (model, report) = Analyse("COLLECT", [type], [one, "1"], [other, "2"]);

        var gap = Assert.Single(report.Findings);
        Assert.Equal((DmnFindingKind.Gap, DmnSeverity.Warning, 1.0), (gap.Kind, gap.Severity, report.Gaps));
        Assert.Equal($"Ingen regel gäller när {region}. Till exempel a = {example}.", gap.Text);
        Assert.Empty(model.Evaluate("t", gap.Example, Feels.Environment).MatchedRules);
    }

    [Fact]
    public void Luckor_i_flera_kolumner_slas_ihop_och_racks_upp_till_tjugo()
    {
        Assert.Equal(
            ["Ingen regel gäller när A är >= 18 och B är false. Till exempel a = 18, b = false."],
            Texts(Analyse("UNIQUE", ["number", "boolean", "string"], ["< 18", "-", "-", "1"], [">= 18", "true", "-", "2"]).Report));

        // Schackbrädets svarta rutor: ingen av de vita kan slås ihop med en annan.
        var board = from row in Enumerable.Range(0, 10) from column in Enumerable.Range(0, 10) where (row + column) % 2 == 0 select new[] { $"{row}", $"{column}", "1" };
        var report = Analyse("UNIQUE", ["number:0,1,2,3,4,5,6,7,8,9", "number:0,1,2,3,4,5,6,7,8,9"], [.. board]).Report;
        Assert.Equal((2.0, 2), (report.Gaps, report.Findings.Length));

        var many = Analyse("UNIQUE", ["number", "number"], [.. Enumerable.Range(0, 30).Select(i => new[] { $"{i}", $"{i}", "1" })]).Report;
        Assert.Equal((31.0, 21), (many.Gaps, many.Findings.Length));
        Assert.Contains("Det finns 11 luckor till.", Texts(many));
    }

    [Fact]
    public void En_kolumn_utan_rubrik_heter_som_det_den_fragar()
    {
        var xml = Xml("UNIQUE", ["number", "number"], ["1", "> 7", "1"]).Replace("label='B'", "", StringComparison.Ordinal);

        var gaps = DmnModel.Load(xml).Model!.Analyse()[0].Findings.Select(f => f.Text);
        Assert.Contains("Ingen regel gäller när A är 1 och b är <= 7. Till exempel a = 1, b = 6.", gaps);
        Assert.Contains("Ingen regel gäller när A är < 1 eller > 1. Till exempel a = 0, b = 7.", gaps);
    }

    [Fact]
    public void En_tabell_utan_regler_ar_en_lucka_och_ett_forval_fyller_alla()
    {
        Assert.Equal(["Ingen regel gäller, vad indata än är."], Texts(Analyse("UNIQUE", ["number"]).Report));
        var xml = Xml("UNIQUE", ["number"], ["1", "1"]).Replace("<output id='u'/>", "<output id='u'><defaultOutputEntry><text>0</text></defaultOutputEntry></output>", StringComparison.Ordinal);
        Assert.Empty(DmnModel.Load(xml).Model!.Analyse()[0].Findings);
    }

    [Theory]
    [InlineData("number", "<= 5", ">= 5", "a = 5")]
    [InlineData("number", "[1..5)", "(3..9]", "a = 4")]
    [InlineData("string", "\"x\",\"y\"", "\"y\"", "a = \"y\"")]
    [InlineData("string", "not(\"x\")", "not(\"y\")", "a = \"annat\"")]
    [InlineData("boolean", "not(true)", "not(false)", "a = null")]
    [InlineData("date", "< date(\"2025-07-01\")", "<= date(2025, 1, 1)", "a = 2024-12-31")]
    public void Ett_overlapp_i_en_unik_tabell_ar_ett_fel_med_exempel(string type, string one, string other, string example)
    {
        var (model, report) = Analyse("UNIQUE", [type], [one, "1"], [other, "1"]);

        var overlap = Assert.Single(report.Findings, f => f.Kind == DmnFindingKind.Overlap);
        Assert.Equal((DmnSeverity.Error, 1), (overlap.Severity, report.Overlaps));
        Assert.Equal("r1 r2", string.Join(' ', overlap.Rules));
        Assert.Equal($"Regel 1 (r1) och regel 2 (r2) gäller båda för {example}. I en tabell med hit policy UNIQUE får bara en regel gälla.", overlap.Text);
        Assert.Contains("Fler än en regel gäller", model.Evaluate("t", overlap.Example, Feels.Environment).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UNIQUE", "number", "< 5", ">= 5")]
    [InlineData("UNIQUE", "number:[0..10]", "< 5", "not(< 5)")]
    [InlineData("UNIQUE", "string:\"x\",\"y\"", "\"x\"", "not(\"x\")")]
    [InlineData("UNIQUE", "number:0,1", "0", "1")]
    [InlineData("PRIORITY", "number", "-", "-")]
    [InlineData("RULE ORDER", "number", "-", "-")]
    [InlineData("OUTPUT ORDER", "number", "-", "-")]
    [InlineData("COLLECT", "number", "-", "-")]
    public void Det_som_hit_policyn_tillater_ar_inget_overlapp(string policy, string type, string one, string other) =>
        Assert.Equal(0, Analyse(policy, [type], [one, "1"], [other, "2"]).Report.Overlaps);

    [Theory]
    [InlineData("1", "1", null)]
    [InlineData("1", "2 - 1", null)]
    [InlineData("1", "2", DmnSeverity.Error)]
    [InlineData("a", "a", null)]
    [InlineData("a", "a + 1", DmnSeverity.Warning)]
    public void Any_provas_pa_svaren(string one, string other, DmnSeverity? expected) =>
        Assert.Equal(expected, Analyse("ANY", ["number"], ["-", one], ["> 0", other]).Report.Findings.FirstOrDefault()?.Severity);

    [Fact]
    public void First_sager_vilka_regler_som_aldrig_nas()
    {
        var report = Analyse("FIRST", ["number", "boolean"], ["< 5", "-", "1"], ["> 3", "-", "2"], ["[2..8]", "true", "3"], ["-", "-", "4"], ["5", "false", "5"]).Report;

        Assert.Equal(["r3", "r5"], report.Findings.SelectMany(f => f.Rules));
        Assert.All(report.Findings, f => Assert.Equal((DmnFindingKind.Unreachable, DmnSeverity.Warning), (f.Kind, f.Severity)));
        Assert.Equal("Regel 3 (r3) nås aldrig: reglerna före den tar allt som den gäller (hit policy FIRST).", report.Findings[0].Text);
    }

    [Fact]
    public void En_regel_utanfor_de_tillatna_vardena_galler_aldrig() =>
        Assert.Equal(
            ["Regel 3 (r3) gäller aldrig: inget tillåtet värde på A passar i cellen."],
            Texts(Analyse("UNIQUE", ["string:\"bifall\",\"avslag\""], ["\"bifall\"", "1"], ["\"avslag\"", "2"], ["\"avlsag\"", "3"]).Report));

    [Theory]
    [InlineData("list", "list contains(?, \"x\")", "är ett uttryck, inte en jämförelse med fasta värden")]
    [InlineData("number", "< b", "är ett uttryck, inte en jämförelse med fasta värden")]
    [InlineData("date", "< today()", "är ett uttryck, inte en jämförelse med fasta värden")]
    [InlineData("number", "? * 2 > 4", "är ett uttryck, inte en jämförelse med fasta värden")]
    [InlineData("number", "\"5\"", "jämför med en text, som kolumnens värden inte är")]
    [InlineData("number", "true", "jämför med sant/falskt, som kolumnens värden inte är")]
    [InlineData("date", "date(\"i går\")", "har ett värde som inte går att räkna ut")]
    [InlineData("time", "< @\"08:00:00Z\"", "jämför med ett klockslag i en viss zon")]
    public void En_cell_som_inte_forstas_sags_och_ger_inga_pastaenden(string type, string cell, string reason)
    {
        // Den kan gälla eller inte: ingen lucka och inget överlapp är säkert.
        var report = Analyse("UNIQUE", [type], [cell, "1"], ["null", "2"]).Report;

        var note = Assert.Single(report.Findings);
        Assert.Equal((DmnFindingKind.NotAnalysed, DmnSeverity.Note), (note.Kind, note.Severity));
        Assert.Equal($"regel 1 (r1), kolumnen A analyseras inte: ”{cell}” {reason}. Luckor och överlapp som hänger på den cellen syns inte.", note.Text);
        Assert.Equal((0.0, 0), (report.Gaps, report.Overlaps));
    }

    [Fact]
    public void Kolumner_med_samma_uttryck_ar_en_indata()
    {
        var xml = Xml("UNIQUE", ["number", "number"], [">= 0", "< 5", "1"], [">= 5", "-", "2"], ["-", "< 0", "3"]).Replace("<text>b</text>", "<text>a</text>", StringComparison.Ordinal);
        Assert.Empty(DmnModel.Load(xml).Model!.Analyse()[0].Findings);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Tolv_indata_och_tvahundra_regler_tar_hogst_en_sekund(int seed)
    {
        var random = new Random(seed);
        string Cell() => random.Next(seed + 1) == 0 ? "-" : random.Next(3) switch { 0 => $"< {random.Next(1000)}", 1 => $">= {random.Next(1000)}", _ => $"[{random.Next(500)}..{500 + random.Next(500)}]" };
        string[][] rules = [.. Enumerable.Range(0, 200).Select(_ => (string[])[.. Enumerable.Range(0, 12).Select(_ => Cell()), "1"])];
        var model = DmnModel.Load(Xml("FIRST", [.. Enumerable.Repeat("number", 12)], rules)).Model!;
        var report = model.Analyse()[0];

        // Den bästa av fem: provet mäter analysen, inte vad maskinen annars gör.
        Assert.InRange(Enumerable.Range(0, 5).Min(_ => Milliseconds(() => model.Analyse())), 0, 1000);
        Assert.True(report.Gaps > 0 || report.Findings.Any(f => f.Kind == DmnFindingKind.GaveUp && f.Text.Contains("delar prövas", StringComparison.Ordinal)), string.Join('\n', Texts(report)));
        Assert.All(report.Findings.Where(f => f.Kind == DmnFindingKind.Gap && f.Example.Keys.Length > 0), f =>
            Assert.Empty(model.Evaluate("t", f.Example, Feels.Environment).MatchedRules));
    }

    [Theory]
    [InlineData("UNIQUE")]
    [InlineData("FIRST")]
    public void Tusentals_kolumner_ger_upp_utan_att_falla(string policy)
    {
        string[][] rules = [.. Enumerable.Range(0, 3).Select(i => (string[])[.. Enumerable.Repeat($"> {i}", 2000), "1"])];

        var report = Analyse(policy, [.. Enumerable.Repeat("number", 2000)], rules).Report;

        Assert.Null(report.Gaps);
        Assert.Contains(report.Findings, f => f.Kind == DmnFindingKind.GaveUp);
    }

    private static long Milliseconds(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.ElapsedMilliseconds;
    }

    [Fact]
    public void For_manga_granser_ger_upp_med_kolumnens_namn()
    {
        string[][] rules = [.. Enumerable.Range(0, 3000).Select(i => (string[])[$"{i}", "1"])];

        var report = Analyse("UNIQUE", ["number"], rules).Report;

        Assert.Equal((null, null, DmnFindingKind.GaveUp), (report.Gaps, report.Overlaps, Assert.Single(report.Findings).Kind));
        Assert.Contains("vid kolumnen A", report.Findings[0].Text, StringComparison.Ordinal);
    }
}
