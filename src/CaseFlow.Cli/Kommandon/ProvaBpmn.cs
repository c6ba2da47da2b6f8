using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Dmn;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Scenarios;
using CaseFlow.Engine.Xml;
using Command = System.CommandLine.Command;

namespace CaseFlow.Cli.Kommandon;

/// <summary><c>caseflow bpmn check|run</c>: a definition and its scenarios, without a database.</summary>
internal static class ProvaBpmn
{
    private const int StorstaScenario = 4 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Kommando(Terminal terminal) =>
        new("bpmn", "Prövar processfiler, utan databas.") { Kontrollera(terminal), Kor(terminal) };

    private static Command Kontrollera(Terminal terminal)
    {
        var filer = new Argument<string[]>("FIL") { Description = "En eller flera BPMN-filer.", Arity = ArgumentArity.OneOrMore };
        var kommando = new Command("check", "Säger för varje fil om den godtas, en rad JSON per fil. Slutar med 1 om någon nekas.") { filer };
        kommando.SetAction(async (ord, ct) =>
        {
            var nekade = 0;
            foreach (var fil in ord.GetRequiredValue(filer))
            {
                var (xml, hinder) = await Filer.Las(fil, SafeXml.MaxBytes, ct);
                var svar = xml is null ? new(false, Olaslig(fil, hinder!), []) : BpmnCheck.Check(fil, xml);
                await terminal.Ut.WriteLineAsync(svar.Line);
                foreach (var varning in svar.Warnings) await terminal.Fel.WriteLineAsync($"{fil}: {varning}");
                if (!svar.Accepted) nekade++;
            }
            return nekade == 0 ? Slutkod.Klart : Slutkod.Nekat;
        });
        return kommando;
    }

    private static Command Kor(Terminal terminal)
    {
        var fil = new Argument<string>("FIL") { Description = "Processens BPMN-fil." };
        var scenario = new Argument<string>("SCENARIO") { Description = "Scenariot, en JSON-fil (se workflows/README.md)." };
        var med = new Option<string>("--with") { Description = "Mapp med processer som anropas och beslutstabeller som används; annars filens egen mapp.", HelpName = "MAPP" };
        var kommando = new Command(
            "run", "Kör ett scenario mot en process, en rad JSON per steg. Slutar med 1 när något inte blev som väntat, 2 när processen nekas.")
        {
            fil, scenario, med,
        };
        kommando.SetAction((ord, ct) => Kor(terminal, ord.GetRequiredValue(fil), ord.GetRequiredValue(scenario), ord.GetValue(med), ct));
        return kommando;
    }

    private static async Task<int> Kor(Terminal terminal, string fil, string scenario, string? med, CancellationToken ct)
    {
        if (med is not null && !Directory.Exists(med)) return await terminal.FelAnvandning($"Mappen {med} finns inte.");
        var (xml, hinder) = await Filer.Las(fil, SafeXml.MaxBytes, ct);
        if (xml is null) return await terminal.FelAnvandning($"{fil}: {hinder}");
        var (json, scenariohinder) = await Filer.Las(scenario, StorstaScenario, ct);
        if (json is null) return await terminal.FelAnvandning($"{scenario}: {scenariohinder}");

        var (definition, andra, tabeller, fel) = await Las(terminal, fil, xml, med ?? Path.GetDirectoryName(Path.GetFullPath(fil))!, ct);
        if (definition is null)
        {
            foreach (var text in fel) await terminal.Fel.WriteLineAsync($"{fil}: {text}");
            return Slutkod.FelAnvandning;
        }

        var svar = ScenarioRunner.Run(definition, tabeller, json, andra);
        foreach (var rad in svar.Lines) await terminal.Ut.WriteLineAsync(rad);
        foreach (var skillnad in svar.Differences) await terminal.Fel.WriteLineAsync(skillnad);
        return svar.ExitCode;
    }

    private sealed record Last(ProcessDefinition? Definition, IReadOnlyDictionary<string, ProcessDefinition> Andra, DecisionTables Tabeller, IReadOnlyList<string> Brister)
    {
        public static Last Nekad(IReadOnlyList<string> fel) => new(null, new Dictionary<string, ProcessDefinition>(StringComparer.Ordinal), DecisionTables.None, fel);
    }

    /// <summary>The definition with what it calls and the decision tables they name; or why it is refused.</summary>
    private static async Task<Last> Las(Terminal terminal, string fil, string xml, string mapp, CancellationToken ct)
    {
        var last = BpmnReader.Read(xml);
        if (last.Definition is not { } utkast) return Last.Nekad(Fel(last));
        foreach (var varning in last.Warnings) await terminal.Fel.WriteLineAsync($"{fil}: {varning}");

        var anropar = utkast.Nodes.Any(n => n.Call is not null);
        var andra = anropar ? await Anropade(terminal, fil, mapp, ct) : new Dictionary<string, ProcessDefinition>(StringComparer.Ordinal);
        var namngivna = andra.Values.Append(utkast).SelectMany(d => d.Nodes).Select(n => n.Decision).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (namngivna.Count == 0) return new(utkast, andra, DecisionTables.None, []);
        var modeller = new List<DmnModel>();
        foreach (var dmn in Directory.EnumerateFiles(mapp, "*.dmn").Order(StringComparer.Ordinal))
        {
            var (text, hinder) = await Filer.Las(dmn, SafeXml.MaxBytes, ct);
            var tabell = text is null ? null : DmnModel.Load(text);
            // En trasig tabell som processen inte använder stoppar inget; använder den tabellen nekas processen nedan.
            if (tabell?.Model is null) await terminal.Fel.WriteLineAsync($"{dmn}: {hinder ?? string.Join(' ', tabell!.Problems.Select(p => p.Message))}");
            else if (tabell.Model.Decisions.Any(d => namngivna.Contains(d.Id))) modeller.Add(tabell.Model);
        }

        var dubbla = modeller.SelectMany(m => m.Decisions).GroupBy(d => d.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).ToList();
        if (dubbla.Count > 0) return Last.Nekad([.. dubbla.Select(d => $"Beslutet {d.Key} finns i två filer i {mapp}.")]);
        var tabeller = new DecisionTables(modeller);
        var provad = BpmnReader.Read(xml, tabeller.Ids);
        return provad.Definition is { } definition ? new(definition, andra, tabeller, []) : Last.Nekad(Fel(provad));
    }

    /// <summary>The folder's other processes, by key. One that is refused is said and left out: calling it is then an incident.</summary>
    private static async Task<IReadOnlyDictionary<string, ProcessDefinition>> Anropade(Terminal terminal, string fil, string mapp, CancellationToken ct)
    {
        var andra = new Dictionary<string, ProcessDefinition>(StringComparer.Ordinal);
        foreach (var bpmn in Directory.EnumerateFiles(mapp, "*.bpmn").Where(b => Path.GetFullPath(b) != Path.GetFullPath(fil)).Order(StringComparer.Ordinal))
        {
            var (text, hinder) = await Filer.Las(bpmn, SafeXml.MaxBytes, ct);
            var last = text is null ? null : BpmnReader.Read(text);
            if (last?.Definition is not { } definition) await terminal.Fel.WriteLineAsync($"{bpmn}: {hinder ?? string.Join(' ', Fel(last!))}");
            else if (!andra.TryAdd(definition.Key, definition)) await terminal.Fel.WriteLineAsync($"{bpmn}: processen {definition.Key} finns i en annan fil i mappen, och den används.");
        }

        return andra;
    }

    private static List<string> Fel(BpmnReadResult last) =>
        last.FileProblem is { } fel ? [fel] : [.. last.Problems.Select(p => $"rad {p.Line}, {p.ElementId}: {p.Reason}")];

    private static string Olaslig(string fil, string orsak) => new JsonObject
    {
        ["file"] = fil,
        ["accepted"] = false,
        ["elements"] = new JsonArray(),
        ["reason"] = orsak,
    }.ToJsonString(Json);
}
