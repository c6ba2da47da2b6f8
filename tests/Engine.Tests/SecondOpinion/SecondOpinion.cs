using System.Diagnostics;
using System.Text.Json;
using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Scenarios;
using CaseFlow.Engine.Tests.Scenarios;

namespace CaseFlow.Engine.Tests.SecondOpinion;

/// <summary>A difference that is understood: what only one of the engines went through, and who is right.</summary>
/// <param name="Varfor">What the other engine does.</param>
/// <param name="Avgors">The paragraph of BPMN 2.0.2 that decides.</param>
/// <param name="BaraVar">Elements, and how many times more ours went through them.</param>
/// <param name="BaraDeras">Elements, and how many times more the other one did.</param>
public sealed record KnownDifference(string Varfor, string Avgors, Dictionary<string, int> BaraVar, Dictionary<string, int> BaraDeras);

/// <summary>What is expected of the other engine, scenario by scenario (<c>andra-motorn.json</c>).</summary>
/// <param name="Motor">Which engine and version this is said of.</param>
/// <param name="StodsInte">Scenarios it cannot run, and why.</param>
public sealed record Expectations(string Motor, string[] Lika, Dictionary<string, KnownDifference> Olika, Dictionary<string, string> StodsInte)
{
    public static Expectations Read() =>
        JsonSerializer.Deserialize<Expectations>(File.ReadAllText(Path.Combine(OtherEngine.Folder, "andra-motorn.json")), OtherEngine.Json)!;
}

/// <summary>What an engine went through: completed nodes and taken flows, each with how many times. An engine's own view of what it is to enter a node that waits
/// is not among it; that a node was reached is seen by the flow there.</summary>
/// <param name="State"><c>running</c>, <c>idle</c> when it has ended, <c>error</c> when an error that nothing caught ended it.</param>
public sealed record Visits(Dictionary<string, int> Visited, string State, string[] Errors)
{
    /// <summary>Without what is done several times: ours notes each time and the whole, the other one only the whole. What is inside it and after it remains.</summary>
    public Visits Without(ProcessDefinition definition) =>
        this with { Visited = Visited.Where(v => definition.FindNode(v.Key)?.Loop is null).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal) };

    /// <summary>What is in the first more times than in the other.</summary>
    public static Dictionary<string, int> Surplus(Visits one, Visits other) => one.Visited
        .Select(v => (v.Key, Value: v.Value - other.Visited.GetValueOrDefault(v.Key))).Where(v => v.Value > 0).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
}

/// <summary>bpmn-engine, an npm package with its own lock file beside the script that runs it.</summary>
internal static class OtherEngine
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    public static string Folder { get; } = Path.Combine(Root(), "tests", "Engine.Tests", "SecondOpinion");

    public static bool IsInstalled => Directory.Exists(Path.Combine(Folder, "node_modules", "bpmn-engine"));

    /// <summary>Runs the scenarios, all in one process.</summary>
    public static async Task<Dictionary<string, Visits>> Run(IEnumerable<string> scenarios)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(scenarios.Select(Question)));
            var info = new ProcessStartInfo("node", [Path.Combine(Folder, "kor.mjs"), file]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(info)!;
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            var (answer, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }

            Assert.True(process.ExitCode == 0, await error);
            return JsonSerializer.Deserialize<Dictionary<string, Visits>>(await answer, Json)!;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The same scenario in ours.</summary>
    public static Visits Ours(string name)
    {
        var scenario = ScenarioReader.Read(Fixture.Text($"{name}.json"));
        var definition = Fixture.Definition(FixtureScenarioTests.DefinitionOf(name));
        var instance = new ScenarioInstance(
            definition, new Dictionary<string, ProcessDefinition>(StringComparer.Ordinal), AnswerFromVariable.Instance, scenario);
        foreach (var step in scenario.Steps) instance.Do(step);
        return new(
            instance.History.Where(h => h.Event is HistoryEvent.Completed or HistoryEvent.Taken).CountBy(h => h.NodeId).ToDictionary(h => h.Key, h => h.Value, StringComparer.Ordinal),
            instance.State?.Status switch { InstanceStatus.Active => "running", InstanceStatus.Failed => "error", _ => "idle" },
            []);
    }

    private static object Question(string name)
    {
        using var scenario = JsonDocument.Parse(Fixture.Text($"{name}.json"));
        var root = scenario.RootElement;
        return new
        {
            scenario = name,
            xml = Fixture.Text($"{FixtureScenarioTests.DefinitionOf(name)}.bpmn"),
            now = root.GetProperty("now").GetString(),
            steps = root.GetProperty("steps").Clone(),
            variables = root.TryGetProperty("variables", out var variables) ? variables.Clone() : (JsonElement?)null,
            service = root.TryGetProperty("service", out var service) ? service.Clone() : (JsonElement?)null,
        };
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CaseFlow.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("CaseFlow.sln finns inte ovanför provet.");
    }
}

/// <summary>A test that needs the other engine: skipped with the reason where it is not installed. With <c>CASEFLOW_TEST_REQUIRE=all</c> it runs and fails instead.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OtherEngineFactAttribute : FactAttribute
{
    public const string Missing = "Den andra motorn saknas: kör npm ci i tests/Engine.Tests/SecondOpinion.";

    public OtherEngineFactAttribute() =>
        Skip = OtherEngine.IsInstalled || Environment.GetEnvironmentVariable("CASEFLOW_TEST_REQUIRE") == "all" ? null : Missing;
}
