using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Scenarios;

/// <summary>What a scenario sees of an instance after a step. Ids are sorted; <paramref name="Open"/> repeats an id once per open
/// occurrence, <paramref name="Ends"/> has each end once.</summary>
internal sealed record Outcome(
    ImmutableArray<string> Open,
    string Status,
    ImmutableArray<string> Ends,
    FeelContext Variables,
    ImmutableArray<string> Incidents,
    StepError? Error)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is open and what stands still in the instance and in those it has called; the rest is the instance's own.</summary>
    public static Outcome Of(ScenarioInstance instance, StepError? error) => new(
        Sorted(instance.OpenNodes),
        instance.State?.Status.ToString().ToLowerInvariant() ?? "none",
        Sorted(instance.State?.Ends),
        instance.State?.Variables ?? FeelContext.Empty,
        Sorted(instance.States.SelectMany(state => state.Incidents).Select(incident => incident.NodeId)),
        error);

    public string ToLine(int step, string verb)
    {
        var line = new JsonObject
        {
            ["step"] = step,
            ["do"] = verb,
            ["open"] = Array(Open),
            ["status"] = Status,
            ["ends"] = Array(Ends),
            ["variables"] = FeelJson.ToJson(Variables),
            ["incidents"] = Array(Incidents),
        };
        if (Error is { } error) line["error"] = new JsonObject { ["code"] = error.Code, ["message"] = error.Message };
        return line.ToJsonString(Json);
    }

    /// <summary>One Swedish sentence for each thing that is not as expected.</summary>
    public IEnumerable<string> Compare(Expectation? expected)
    {
        if (Error is { } error && expected?.Error is null) yield return $"kommandot nekades med {error.Code}. {error.Message}";
        if (expected is null) yield break;
        if (expected.Error is { } code && code != Error?.Code) yield return $"felet skulle vara {code} men är {Error?.Code ?? "inget"}.";
        if (expected.Status is { } status && status != Status) yield return $"status skulle vara {status} men är {Status}.";
        if (Differs("öppna uppgifter", expected.Open, Open, distinct: false) is { } open) yield return open;
        if (Differs("nådda slut", expected.Ends, Ends, distinct: true) is { } ends) yield return ends;
        if (Differs("incidenter", expected.Incidents, Incidents, distinct: false) is { } incidents) yield return incidents;
        if (expected.Variables is not { } variables) yield break;
        foreach (var key in variables.Keys.Where(key => !Same(variables[key], Variables[key])))
            yield return $"variabeln {key} skulle vara {Text(variables[key])} men är {(Variables.Contains(key) ? Text(Variables[key]) : "inte satt")}.";
    }

    private static string? Differs(string what, ImmutableArray<string>? expected, ImmutableArray<string> actual, bool distinct)
    {
        if (expected is not { } given) return null;
        var wanted = Sorted(distinct ? given.Distinct(StringComparer.Ordinal) : given);
        if (wanted.SequenceEqual(actual)) return null;
        var missing = Less(wanted, actual);
        var extra = Less(actual, wanted);
        return $"{what} skulle vara [{string.Join(", ", wanted)}] men är [{string.Join(", ", actual)}]"
            + (missing.Length > 0 ? $"; saknas: {missing}" : string.Empty) + (extra.Length > 0 ? $"; för mycket: {extra}" : string.Empty) + ".";
    }

    private static string Less(ImmutableArray<string> from, ImmutableArray<string> take) =>
        string.Join(", ", take.Aggregate(from, (rest, id) => rest.Remove(id, StringComparer.Ordinal)));

    /// <summary>Equal; a date or duration also equals its text, which is how a scenario is most easily written.</summary>
    private static bool Same(FeelValue expected, FeelValue actual) =>
        expected.Equals(actual) || (expected is FeelString text && actual is not (FeelString or FeelContext) && Text(actual) == $"{{\"@\":\"{text.Value}\"}}");

    private static string Text(FeelValue value) => FeelJson.Serialize(value);

    private static JsonArray Array(ImmutableArray<string> ids) => [.. ids.Select(id => JsonValue.Create(id))];

    private static ImmutableArray<string> Sorted(IEnumerable<string>? ids) => [.. (ids ?? []).Order(StringComparer.Ordinal)];
}
