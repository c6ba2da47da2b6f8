using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Engine.Feel;

/// <summary>FEEL values as JSON, both ways, without loss. What JSON lacks is <c>{"@":"P1D"}</c> (the text of FEEL's <c>@"..."</c>) or,
/// for a range, <c>{"@":{"low":1,"lowClosed":true,"high":5,"highClosed":false}}</c>. A context's key of only <c>@</c> gets one more.
/// A function has no JSON form and becomes null.</summary>
public static class FeelJson
{
    private const string Tag = "@";
    private const int MaxDepth = 500;

    public static JsonNode? ToJson(FeelValue v)
    {
        ArgumentNullException.ThrowIfNull(v);
        return JsonNode.Parse(Serialize(v), documentOptions: new() { MaxDepth = MaxDepth });
    }

    /// <summary>The value as compact JSON text.</summary>
    public static string Serialize(FeelValue v)
    {
        ArgumentNullException.ThrowIfNull(v);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(writer, v);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <exception cref="JsonException">A number does not fit, or a tag is unknown.</exception>
    public static FeelValue FromJson(JsonElement e) => e.ValueKind switch
    {
        JsonValueKind.String => e.GetString(),
        JsonValueKind.Number => e.TryGetDecimal(out var number) ? number : throw new JsonException($"Talet {e.GetRawText()} ryms inte."),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => FeelList.Of(e.EnumerateArray().Select(FromJson)),
        JsonValueKind.Object when e.TryGetProperty(Tag, out var tagged) => Tagged(tagged),
        JsonValueKind.Object => FeelContext.Of(e.EnumerateObject().Select(p => (Unescape(p.Name), FromJson(p.Value)))),
        _ => FeelValue.Null,
    };

    private static FeelValue Tagged(JsonElement tagged)
    {
        if (tagged.ValueKind == JsonValueKind.String)
            return Temporal.Parse(tagged.GetString()!) ?? throw new JsonException($"'{tagged.GetString()}' är varken datum, tid eller varaktighet.");
        if (tagged.ValueKind != JsonValueKind.Object) throw new JsonException("Värdet efter @ är okänt.");
        return new FeelRange(End("low"), Closed("lowClosed"), End("high"), Closed("highClosed"));

        FeelValue? End(string name) => tagged.TryGetProperty(name, out var end) ? FromJson(end) : null;

        bool Closed(string name) => tagged.TryGetProperty(name, out var closed) && closed.ValueKind == JsonValueKind.True;
    }

    private static void Write(Utf8JsonWriter writer, FeelValue value)
    {
        switch (value)
        {
            case FeelBoolean boolean: writer.WriteBooleanValue(boolean.Value); break;
            case FeelNumber number: writer.WriteNumberValue(number.Value); break;
            case FeelString text: writer.WriteStringValue(text.Value); break;
            case FeelDate date: WriteTagged(writer, Temporal.Format(date)); break;
            case FeelTime time: WriteTagged(writer, Temporal.Format(time)); break;
            case FeelDateTime dateTime: WriteTagged(writer, Temporal.Format(dateTime)); break;
            case FeelYearsMonths months: WriteTagged(writer, Temporal.Format(months)); break;
            case FeelDaysTime time: WriteTagged(writer, Temporal.Format(time)); break;
            case FeelRange range: Write(writer, range); break;
            case FeelList list:
                writer.WriteStartArray();
                foreach (var item in list.Items) Write(writer, item);
                writer.WriteEndArray();
                break;
            case FeelContext context:
                writer.WriteStartObject();
                foreach (var key in context.Keys)
                {
                    writer.WritePropertyName(Escape(key));
                    Write(writer, context[key]);
                }

                writer.WriteEndObject();
                break;
            default: writer.WriteNullValue(); break;
        }
    }

    private static void Write(Utf8JsonWriter writer, FeelRange range)
    {
        writer.WriteStartObject();
        writer.WriteStartObject(Tag);
        if (range.Low is not null)
        {
            writer.WritePropertyName("low");
            Write(writer, range.Low);
        }

        writer.WriteBoolean("lowClosed", range.LowClosed);
        if (range.High is not null)
        {
            writer.WritePropertyName("high");
            Write(writer, range.High);
        }

        writer.WriteBoolean("highClosed", range.HighClosed);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteTagged(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject();
        writer.WriteString(Tag, text);
        writer.WriteEndObject();
    }

    private static bool IsOnlyTags(string key) => key.Length > 0 && key.All(c => c == '@');

    private static string Escape(string key) => IsOnlyTags(key) ? Tag + key : key;

    private static string Unescape(string key) => IsOnlyTags(key) ? key[1..] : key;
}
