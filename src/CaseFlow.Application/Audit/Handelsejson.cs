using System.Buffers;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Domain;

namespace CaseFlow.Application.Audit;

/// <summary>An event as JSON for the audit trail: ids as numbers, enums by name, and no string that is not a code. A string that
/// could carry personal text is a bug and stops the use case.</summary>
public static class Handelsejson
{
    public const int LangstaKod = 64;

    private static readonly SearchValues<char> Kodtecken =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:-");

    private static readonly ConcurrentDictionary<Type, int> Versioner = new();

    private static JsonSerializerOptions Val { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new Idfabrik(), new Koder() },
    };

    public static string Skriv(IHandelse handelse) => JsonSerializer.Serialize(handelse, handelse.GetType(), Val);

    /// <summary>The ids that a list showed.</summary>
    public static string Visade(IReadOnlyList<long> ids) => ids.Count == 0 ? "{}" : $$"""{"Visade":[{{string.Join(',', ids)}}]}""";

    /// <summary>The event type's <c>Version</c> constant, 1 without one.</summary>
    public static int Version(Type typ) => Versioner.GetOrAdd(typ, static t =>
        t.GetField("Version", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() is int version ? version : 1);

    /// <summary>Whether a string may stand in the audit trail: at most 64 of A-Z, a-z, 0-9 and <c>_ . : -</c>.</summary>
    public static bool ArKod(string text) =>
        text.Length <= LangstaKod && text.AsSpan().IndexOfAnyExcept(Kodtecken) < 0;

    private sealed class Koder : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(
            ArKod(value) ? value : throw new InvalidOperationException("En händelse bär fri text. Händelser bär bara id:n och koder (docs/stil.md 17)."));
    }

    private sealed class Idfabrik : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsValueType && typeof(IId).IsAssignableFrom(typeToConvert);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Id<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class Id<T> : JsonConverter<T>
        where T : struct, IId
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (T)Activator.CreateInstance(typeof(T), reader.GetInt64())!;

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }
}
