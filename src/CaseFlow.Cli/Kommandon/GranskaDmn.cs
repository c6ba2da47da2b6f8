using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Dmn;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Xml;

namespace CaseFlow.Cli.Kommandon;

/// <summary><c>caseflow dmn check FILE</c>: gaps, overlaps and unreachable rules of the file's decision tables, without a database.</summary>
internal static class GranskaDmn
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Kommando(Terminal terminal)
    {
        var filer = new Argument<string[]>("FIL") { Description = "En eller flera DMN-filer.", Arity = ArgumentArity.OneOrMore };
        var rapport = new Option<string>("--rapport") { Description = "Fil att skriva fynden till, som JSON.", HelpName = "FIL" };
        var kommando = new Command(
            "check", "Söker luckor, överlapp och regler som aldrig nås i beslutstabeller. Sista raden är N fel, N varningar. Slutar med 1 när något är fel.") { filer, rapport };
        kommando.SetAction((ord, ct) => Kor(terminal, ord.GetRequiredValue(filer), ord.GetValue(rapport), ct));
        return kommando;
    }

    private static async Task<int> Kor(Terminal terminal, string[] filer, string? rapport, CancellationToken ct)
    {
        var (svar, nekade) = (new List<Filsvar>(), 0);
        foreach (var fil in filer)
        {
            var (text, hinder) = await Filer.Las(fil, SafeXml.MaxBytes, ct);
            var last = text is null ? null : DmnModel.Load(text);
            var fel = last is null ? [hinder!] : last.Problems.Select(p => p.Message).ToList();
            var tabeller = last?.Model?.Analyse().Select(Tabellsvar.Av).ToList() ?? [];
            svar.Add(new(fil, fel, tabeller));
            nekade += fel.Count;
            foreach (var ett in fel) await terminal.Fel.WriteLineAsync($"{fil}: {ett}");
            foreach (var tabell in tabeller) await Skriv(terminal, fil, tabell);
        }

        if (rapport is not null) await File.WriteAllTextAsync(rapport, JsonSerializer.Serialize(svar, Json) + "\n", ct);
        var fynd = svar.SelectMany(f => f.Tables).SelectMany(t => t.Findings).ToList();
        var funnaFel = nekade + fynd.Count(f => f.Severity == "fel");
        await terminal.Ut.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{funnaFel} fel, {fynd.Count(f => f.Severity == "varning")} varningar"));
        return funnaFel == 0 ? Slutkod.Klart : Slutkod.Nekat;
    }

    private static async Task Skriv(Terminal terminal, string fil, Tabellsvar tabell)
    {
        await terminal.Ut.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{fil}: {tabell.Decision} ({tabell.HitPolicy}, {tabell.Rules} regler){(tabell.Findings.Count == 0 ? ": inget att anmärka" : "")}"));
        foreach (var fynd in tabell.Findings) await terminal.Ut.WriteLineAsync($"  {fynd.Severity}: {fynd.Text}");
    }

    /// <param name="Problems">Why the file could not be read.</param>
    private sealed record Filsvar(string File, IReadOnlyList<string> Problems, IReadOnlyList<Tabellsvar> Tables);

    /// <param name="Gaps">Null when the search gave up, as for overlaps.</param>
    private sealed record Tabellsvar(string Decision, string Table, string HitPolicy, int Rules, double? Gaps, int? Overlaps, IReadOnlyList<Fyndrad> Findings)
    {
        public static Tabellsvar Av(DmnTableReport tabell) => new(
            tabell.DecisionId, tabell.TableId, tabell.HitPolicy, tabell.Rules, tabell.Gaps, tabell.Overlaps,
            [.. tabell.Findings.Select(f => new Fyndrad(Slag(f.Kind), Grad(f.Severity), f.Text, f.Rules, JsonNode.Parse(FeelJson.Serialize(f.Example))))]);

        private static string Slag(DmnFindingKind slag) => slag switch
        {
            DmnFindingKind.Gap => "lucka",
            DmnFindingKind.Overlap => "overlapp",
            DmnFindingKind.Unreachable => "nas-inte",
            DmnFindingKind.NotAnalysed => "inte-analyserad",
            DmnFindingKind.GaveUp => "avbruten",
        };

        private static string Grad(DmnSeverity grad) => grad switch
        {
            DmnSeverity.Note => "upplysning",
            DmnSeverity.Warning => "varning",
            DmnSeverity.Error => "fel",
        };
    }

    /// <param name="Example">A value for each input expression.</param>
    private sealed record Fyndrad(string Kind, string Severity, string Text, IReadOnlyList<string> Rules, JsonNode? Example);
}
