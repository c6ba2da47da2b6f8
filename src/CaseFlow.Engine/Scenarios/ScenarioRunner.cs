using System.Collections.Immutable;
using System.Text.Json;
using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Execution;

namespace CaseFlow.Engine.Scenarios;

/// <param name="Lines">One line of JSON per step: step, do, open, status, ends, variables, incidents, and error when it was refused.</param>
/// <param name="Differences">What was not as expected, in Swedish; empty when every expectation held.</param>
/// <param name="ExitCode">0 as expected, 1 not as expected, 2 when the text is no scenario for the process.</param>
public sealed record ScenarioResult(ImmutableArray<string> Lines, ImmutableArray<string> Differences, int ExitCode);

/// <summary>Runs a scenario against a definition, with an instance in memory and a clock that moves only by <c>advance</c>.</summary>
public static class ScenarioRunner
{
    /// <param name="others">The definitions that may be called, by key; null when there are none.</param>
    public static ScenarioResult Run(
        ProcessDefinition definition, IDecisionTables decisions, string scenarioJson, IReadOnlyDictionary<string, ProcessDefinition>? others = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(decisions);
        Scenario scenario;
        try
        {
            scenario = ScenarioReader.Read(scenarioJson);
        }
        catch (JsonException wrong)
        {
            return new([], [wrong.Message], 2);
        }

        if (scenario.Process is { } process && process != definition.Key)
            return new([], [$"Scenariot gäller processen {process}, men filens process är {definition.Key}."], 2);

        if (CallGraph.Cycle([definition, .. (others ?? ImmutableDictionary<string, ProcessDefinition>.Empty).Values.Where(other => other.Key != definition.Key)]) is { } cycle)
            return new([], [$"Processerna anropar varandra runt: {string.Join(" → ", cycle)}. Bryt kedjan; det som görs om ritas som en slinga i en process."], 2);

        var instance = new ScenarioInstance(definition, others ?? ImmutableDictionary<string, ProcessDefinition>.Empty, decisions, scenario);
        var lines = ImmutableArray.CreateBuilder<string>();
        var differences = ImmutableArray.CreateBuilder<string>();
        foreach (var (index, step) in scenario.Steps.Index())
        {
            var error = instance.Do(step);
            var outcome = Outcome.Of(instance, error);
            lines.Add(outcome.ToLine(index + 1, step.Do));
            foreach (var difference in outcome.Compare(step.Expect))
                differences.Add($"Steg {index + 1} ({Describe(step)}): {difference}");
        }

        return new(lines.ToImmutable(), differences.ToImmutable(), differences.Count == 0 ? 0 : 1);
    }

    private static string Describe(ScenarioStep step) =>
        (step.Task ?? step.Name ?? step.By) is { } what ? $"{step.Do} {what}" : step.Do;
}
