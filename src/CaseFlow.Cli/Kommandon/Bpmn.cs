using System.CommandLine;
using System.Text;
using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Dmn;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Scenarios;
using Command = System.CommandLine.Command;

namespace CaseFlow.Cli.Kommandon;

/// <summary><c>caseflow bpmn check|run</c>: a definition and its scenarios, without a database.</summary>
internal static class Bpmn
{
    public static Command Kommando(Terminal terminal) =>
        new("bpmn", "Prövar processfiler, utan databas.") { Kontrollera(terminal), Kor(terminal) };

    private static Command Kontrollera(Terminal terminal)
    {
        var filer = new Argument<string[]>("FIL") { Description = "En eller flera BPMN-filer.", Arity = ArgumentArity.OneOrMore };
        var kommando = new Command("check", "Säger för varje fil om den godtas, en rad JSON per fil. Slutar med 1 om någon nekas.") { filer };
        kommando.SetAction(async (ord, ct) =>
        {
            var namn = ord.GetRequiredValue(filer);
            if (Array.Find(namn, f => !File.Exists(f)) is { } saknas) return await terminal.FelAnvandning($"Filen {saknas} finns inte.");
            var nekade = 0;
            foreach (var fil in namn)
            {
                var svar = BpmnCheck.Check(fil, await Las(fil, ct));
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
        var med = new Option<string>("--with") { Description = "Mapp med beslutstabeller som processen använder; annars filens egen mapp.", HelpName = "MAPP" };
        var kommando = new Command("run", "Kör ett scenario mot en process, en rad JSON per steg. Slutar med 1 när något inte blev som väntat.") { fil, scenario, med };
        kommando.SetAction(async (ord, ct) =>
        {
            var (bpmn, json) = (ord.GetRequiredValue(fil), ord.GetRequiredValue(scenario));
            var mapp = ord.GetValue(med) ?? Path.GetDirectoryName(Path.GetFullPath(bpmn))!;
            if (!File.Exists(bpmn)) return await terminal.FelAnvandning($"Filen {bpmn} finns inte.");
            if (!File.Exists(json)) return await terminal.FelAnvandning($"Filen {json} finns inte.");
            if (!Directory.Exists(mapp)) return await terminal.FelAnvandning($"Mappen {mapp} finns inte.");
            return await Kor(terminal, bpmn, json, mapp, ct);
        });
        return kommando;
    }

    private static async Task<int> Kor(Terminal terminal, string bpmn, string json, string mapp, CancellationToken ct)
    {
        var (tabeller, fel) = await Beslutstabeller.Las(mapp, ct);
        if (fel.Count > 0) return await terminal.FelAnvandning(string.Join(Environment.NewLine, fel));
        var xml = await Las(bpmn, ct);
        var last = BpmnReader.Read(xml, tabeller.Namn);
        if (last.Definition is not { } definition) return await terminal.FelAnvandning(BpmnCheck.Check(bpmn, xml, tabeller.Namn).Line);

        var svar = ScenarioRunner.Run(definition, tabeller, await Las(json, ct));
        foreach (var rad in svar.Lines) await terminal.Ut.WriteLineAsync(rad);
        foreach (var skillnad in svar.Differences) await terminal.Fel.WriteLineAsync(skillnad);
        return svar.ExitCode;
    }

    private static Task<string> Las(string fil, CancellationToken ct) => File.ReadAllTextAsync(fil, Encoding.UTF8, ct);

    /// <summary>The decision tables of a folder, by the ids of their decisions.</summary>
    private sealed class Beslutstabeller(Dictionary<string, DmnModel> beslut) : IDecisionTables
    {
        public IReadOnlySet<string> Namn { get; } = beslut.Keys.ToHashSet(StringComparer.Ordinal);

        public static async Task<(Beslutstabeller Tabeller, List<string> Fel)> Las(string mapp, CancellationToken ct)
        {
            var (beslut, fel) = (new Dictionary<string, DmnModel>(StringComparer.Ordinal), new List<string>());
            foreach (var fil in Directory.EnumerateFiles(mapp, "*.dmn").Order(StringComparer.Ordinal))
            {
                var last = DmnModel.Load(await Bpmn.Las(fil, ct));
                fel.AddRange(last.Problems.Select(p => $"{fil}: {p.Message}"));
                foreach (var d in last.Model?.Decisions ?? [])
                {
                    if (!beslut.TryAdd(d.Id, last.Model!)) fel.Add($"{fil}: beslutet {d.Id} finns i två filer.");
                }
            }
            return (new(beslut), fel);
        }

        public DecisionAnswer Evaluate(string decisionId, FeelContext variables, FeelEnvironment environment)
        {
            if (!beslut.TryGetValue(decisionId, out var modell)) return new(FeelValue.Null, [], [], $"Beslutet {decisionId} finns inte.");
            var svar = modell.Evaluate(decisionId, variables, environment);
            return new(svar.Value, svar.MatchedRules, svar.Warnings, svar.Error);
        }
    }
}
