using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Scenarios;

/// <summary>Reads the scenario format. A property it does not know is an error, so that a misspelt expectation is never passed over.</summary>
internal static class ScenarioReader
{
    private static readonly string[] Verbs = ["start", "complete", "advance", "message", "retry", "signal", "activate"];

    /// <exception cref="JsonException">The text is no scenario; the message is Swedish.</exception>
    public static Scenario Read(string json)
    {
        using var document = Parse(json);
        var root = document.RootElement;
        Known(root, "Scenariot", "process", "name", "description", "now", "variables", "service", "steps");
        if (!root.TryGetProperty("steps", out var steps) || steps.ValueKind != JsonValueKind.Array) throw new JsonException("Scenariot saknar steps.");
        var now = Text(root, "now") ?? throw new JsonException("Scenariot saknar now.");
        if (!DateTimeOffset.TryParse(now, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var clock))
            throw new JsonException($"now är {now}, som inte är en tidpunkt.");
        return new(Text(root, "process"), clock, Variables(root), Services(root), [.. steps.EnumerateArray().Select(Step)]);
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException broken)
        {
            throw new JsonException($"Scenariot är ingen giltig JSON: rad {broken.LineNumber + 1}.", broken);
        }
    }

    private static ImmutableDictionary<string, ServiceStub> Services(JsonElement root)
    {
        var stubs = ImmutableDictionary.CreateBuilder<string, ServiceStub>(StringComparer.Ordinal);
        if (!root.TryGetProperty("service", out var services)) return stubs.ToImmutable();
        Known(services, "service");
        foreach (var service in services.EnumerateObject())
        {
            Known(service.Value, $"service.{service.Name}", "variables", "error", "incident");
            stubs[service.Name] = new(Variables(service.Value), Text(service.Value, "error"), Text(service.Value, "incident"));
        }

        return stubs.ToImmutable();
    }

    private static ScenarioStep Step(JsonElement json, int index)
    {
        var place = $"Steg {index + 1}";
        Known(json, place, "do", "task", "index", "by", "name", "key", "variables", "expect", "comment");
        var verb = Text(json, "do") ?? throw new JsonException($"{place} saknar do.");
        if (!Verbs.Contains(verb)) throw new JsonException($"{place}: do är {verb}, som inte är något av {string.Join(", ", Verbs)}.");
        var step = new ScenarioStep(
            verb, Text(json, "task"), Number(json, "index", place), Text(json, "by"), Text(json, "name"), Text(json, "key"), Variables(json),
            json.TryGetProperty("expect", out var expect) ? Expect(expect, place) : null);
        if (verb is "complete" or "retry" or "activate" && step.Task is null) throw new JsonException($"{place}: {verb} behöver task.");
        if (verb is "message" or "signal" && step.Name is null) throw new JsonException($"{place}: {verb} behöver name.");
        if (verb == "advance" && Bpmn.IsoDuration.TryParse(step.By ?? string.Empty) is null)
            throw new JsonException($"{place}: advance behöver by, en varaktighet som P14D.");
        return step;
    }

    private static Expectation Expect(JsonElement json, string place)
    {
        Known(json, $"{place}, expect", "open", "status", "ends", "variables", "incidents", "error");
        return new(
            Ids(json, "open"), Text(json, "status"), Ids(json, "ends"),
            json.TryGetProperty("variables", out _) ? Variables(json) : null, Ids(json, "incidents"), Text(json, "error"));
    }

    private static void Known(JsonElement json, string place, params string[] names)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new JsonException($"{place} är inget objekt.");
        foreach (var property in json.EnumerateObject())
            if (names.Length > 0 && !names.Contains(property.Name))
                throw new JsonException($"{place} har {property.Name}, som inte finns. Det som finns är {string.Join(", ", names)}.");
    }

    private static string? Text(JsonElement json, string name) =>
        !json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new JsonException($"{name} är ingen text.");

    private static int Number(JsonElement json, string name, string place) =>
        !json.TryGetProperty(name, out var value) ? 0
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0 ? number
        : throw new JsonException($"{place}: {name} är ett heltal från 0.");

    private static FeelContext Variables(JsonElement json) =>
        !json.TryGetProperty("variables", out var value) ? FeelContext.Empty
        : FeelJson.FromJson(value) as FeelContext ?? throw new JsonException("variables är inget objekt.");

    private static ImmutableArray<string>? Ids(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(id => id.ValueKind != JsonValueKind.String))
            throw new JsonException($"{name} är ingen lista av id.");
        return [.. value.EnumerateArray().Select(id => id.GetString()!)];
    }
}
