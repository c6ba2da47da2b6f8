using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <summary>The state as compact JSON: what is empty is left out, and a scope, token or wait is an array of its record's values in order.</summary>
internal static class InstanceStateJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(InstanceState state)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", state.Version);
            json.WriteString("status", state.Status.ToString());
            json.WriteNumber("next", state.NextId);
            json.WritePropertyName("variables");
            json.WriteRawValue(FeelJson.Serialize(state.Variables), skipInputValidation: true);
            if (!state.Ends.IsEmpty) Row(json, "ends", [.. state.Ends]);
            Rows(json, "scopes", state.Scopes, ScopeRow);
            Rows(json, "tokens", state.Tokens, t => [t.Id, t.ScopeId, t.NodeId, t.FlowId]);
            Rows(json, "tasks", state.Tasks, t => [t.Id, t.NodeId, t.TokenId]);
            Rows(json, "timers", state.Timers, t => [t.Id, t.NodeId, t.TokenId, Text(t.Due), t.Period, Text(t.Remaining), t.ScopeId]);
            Rows(json, "subscriptions", state.Subscriptions, s => [s.Id, s.NodeId, s.ScopeId, s.Kind.ToString(), s.Name, s.CorrelationKey, s.TokenId]);
            Rows(json, "services", state.Services, s => [s.Id, s.NodeId, s.TokenId]);
            Rows(json, "incidents", state.Incidents, i => [i.Id, i.NodeId, i.TokenId, i.Code, i.Message, i.Resume.ToString()]);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static InstanceState Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        try
        {
            return new()
            {
                Version = root.GetProperty("version").GetString()!,
                Status = Enum.Parse<InstanceStatus>(root.GetProperty("status").GetString()!),
                NextId = root.GetProperty("next").GetInt32(),
                Variables = (FeelContext)FeelJson.FromJson(root.GetProperty("variables")),
                Ends = root.TryGetProperty("ends", out var ends) ? [.. ends.EnumerateArray().Select(end => end.GetString()!)] : [],
                Scopes = Rows(root, "scopes", ScopeOf),
                Tokens = Rows(root, "tokens", r => new Token(r[0]!, r[1]!, r[2]!, r[3])),
                Tasks = Rows(root, "tasks", r => new OpenTask(r[0]!, r[1]!, r[2]!)),
                Timers = Rows(root, "timers", r => new OpenTimer(
                    r[0]!, r[1]!, r[2], Instant(r[3]!), r[4], Number(r[5]), r[6])),
                Subscriptions = Rows(root, "subscriptions", r => new OpenSubscription(
                    r[0]!, r[1]!, r[2]!, Enum.Parse<SubscriptionKind>(r[3]!), r[4]!, r[5], r[6])),
                Services = Rows(root, "services", r => new OpenService(r[0]!, r[1]!, r[2]!)),
                Incidents = Rows(root, "incidents", r => new OpenIncident(r[0]!, r[1]!, r[2]!, r[3]!, r[4]!, Enum.Parse<ResumeAt>(r[5]!))),
            };
        }
        catch (Exception broken) when (broken is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or InvalidCastException or IndexOutOfRangeException)
        {
            throw new JsonException("The text is no instance state.", broken);
        }
    }

    private static string?[] ScopeRow(Scope scope)
    {
        string?[] row = [scope.Id, scope.ElementId, scope.ParentId, scope.HostId, Text(scope.Locals), Text(scope.Loop is { } loop ? LoopContext(loop) : null), Text(scope.Index)];
        return row[..(Array.FindLastIndex(row, value => value is not null) is var last && last < 2 ? 3 : last + 1)];
    }

    private static Scope ScopeOf(string?[] row) => new(
        row[0]!, row[1]!, row[2], row[3], Context(row[4]), Context(row[5]) is { } loop ? LoopOf(loop) : null, Number(row[6]));

    private static FeelContext LoopContext(LoopState loop) =>
        FeelContext.Of(("items", loop.Items), ("started", loop.Started), ("completed", loop.Completed), ("results", loop.Results));

    private static LoopState LoopOf(FeelContext loop) => new(
        (FeelList)loop["items"], (int)((FeelNumber)loop["started"]).Value, (int)((FeelNumber)loop["completed"]).Value, (FeelList)loop["results"]);

    private static string? Text(FeelContext? context) => context is null ? null : FeelJson.Serialize(context);

    private static FeelContext? Context(string? text)
    {
        if (text is null) return null;
        using var document = JsonDocument.Parse(text);
        return (FeelContext)FeelJson.FromJson(document.RootElement);
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static int? Number(string? text) => text is null ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static void Rows<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Func<T, string?[]> row)
    {
        if (items.IsEmpty) return;
        json.WriteStartArray(name);
        foreach (var item in items) Row(json, null, row(item));
        json.WriteEndArray();
    }

    /// <summary>A column that an older state lacks reads as null.</summary>
    private static ImmutableArray<T> Rows<T>(JsonElement root, string name, Func<string?[], T> make) =>
        root.TryGetProperty(name, out var rows)
            ? [.. rows.EnumerateArray().Select(row => make([.. row.EnumerateArray().Select(value => value.GetString()), null, null, null, null]))]
            : [];

    private static void Row(Utf8JsonWriter json, string? name, string?[] values)
    {
        if (name is null) json.WriteStartArray();
        else json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
