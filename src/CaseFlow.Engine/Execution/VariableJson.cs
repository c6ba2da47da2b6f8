using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <summary>FEEL values as JSON without loss. What JSON has is written plainly; the rest is an object with the FEEL type under
/// <c>"@"</c> and the value under <c>"v"</c>. (The host's own JSON, for forms and reports, is <see cref="FeelJson"/>.)</summary>
internal static class VariableJson
{
    private const string Type = "@";

    public static void Write(Utf8JsonWriter json, FeelValue value)
    {
        switch (value)
        {
            case FeelNull: json.WriteNullValue(); break;
            case FeelBoolean flag: json.WriteBooleanValue(flag.Value); break;
            case FeelNumber number: json.WriteNumberValue(number.Value); break;
            case FeelString text: json.WriteStringValue(text.Value); break;
            case FeelList list:
                json.WriteStartArray();
                foreach (var item in list.Items) Write(json, item);
                json.WriteEndArray();
                break;
            case FeelContext context when context.Contains(Type):
                json.WriteStartObject();
                json.WriteString(Type, "context");
                json.WritePropertyName("v");
                WriteContext(json, context);
                json.WriteEndObject();
                break;
            case FeelContext context: WriteContext(json, context); break;
            case FeelDate date: Typed(json, "date", date.Value.ToString("O", CultureInfo.InvariantCulture)); break;
            case FeelYearsMonths months: Typed(json, "months", months.Months.ToString(CultureInfo.InvariantCulture)); break;
            case FeelDaysTime days: Typed(json, "ticks", days.Value.Ticks.ToString(CultureInfo.InvariantCulture)); break;
            case FeelTime time: Typed(json, "time", time.Value.ToString("O", CultureInfo.InvariantCulture), time.Offset, time.Zone); break;
            case FeelDateTime moment:
                Typed(json, "datetime", DateTime.SpecifyKind(moment.Value, DateTimeKind.Unspecified).ToString("O", CultureInfo.InvariantCulture), moment.Offset, moment.Zone);
                break;
            case FeelRange range: WriteRange(json, range); break;
            default: throw new NotSupportedException($"A value of type {value.GetType().Name} cannot be kept in an instance.");
        }
    }

    public static FeelValue Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => FeelValue.Null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => json.GetDecimal(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Array => FeelList.Of(json.EnumerateArray().Select(Read)),
        JsonValueKind.Object when json.TryGetProperty(Type, out var type) => ReadTyped(type.GetString(), json),
        JsonValueKind.Object => ReadContext(json),
        _ => throw new JsonException("Not a value."),
    };

    public static FeelContext ReadContext(JsonElement json) =>
        FeelContext.Of(json.EnumerateObject().Select(property => (property.Name, Read(property.Value))));

    public static void WriteContext(Utf8JsonWriter json, FeelContext context)
    {
        json.WriteStartObject();
        foreach (var key in context.Keys)
        {
            json.WritePropertyName(key);
            Write(json, context[key]);
        }

        json.WriteEndObject();
    }

    private static void Typed(Utf8JsonWriter json, string type, string value, TimeSpan? offset = null, string? zone = null)
    {
        json.WriteStartObject();
        json.WriteString(Type, type);
        json.WriteString("v", value);
        if (offset is { } ticks) json.WriteNumber("o", ticks.Ticks);
        if (zone is not null) json.WriteString("z", zone);
        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, FeelRange range)
    {
        json.WriteStartObject();
        json.WriteString(Type, "range");
        json.WriteString("v", (range.LowClosed ? "[" : "(") + (range.HighClosed ? "]" : ")"));
        if (range.Low is { } low)
        {
            json.WritePropertyName("l");
            Write(json, low);
        }

        if (range.High is { } high)
        {
            json.WritePropertyName("h");
            Write(json, high);
        }

        json.WriteEndObject();
    }

    private static FeelValue ReadTyped(string? type, JsonElement json)
    {
        var value = json.GetProperty("v");
        if (type == "context") return ReadContext(value);
        var text = value.GetString() ?? throw new JsonException("A value is missing.");
        TimeSpan? offset = json.TryGetProperty("o", out var ticks) ? TimeSpan.FromTicks(ticks.GetInt64()) : null;
        var zone = json.TryGetProperty("z", out var name) ? name.GetString() : null;
        return type switch
        {
            "date" => new FeelDate(DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture)),
            "months" => new FeelYearsMonths(int.Parse(text, CultureInfo.InvariantCulture)),
            "ticks" => new FeelDaysTime(TimeSpan.FromTicks(long.Parse(text, CultureInfo.InvariantCulture))),
            "time" => new FeelTime(TimeOnly.ParseExact(text, "O", CultureInfo.InvariantCulture), offset, zone),
            "datetime" => new FeelDateTime(
                DateTime.SpecifyKind(DateTime.ParseExact(text, "O", CultureInfo.InvariantCulture), DateTimeKind.Unspecified), offset, zone),
            "range" => new FeelRange(
                json.TryGetProperty("l", out var low) ? Read(low) : null, text[0] == '[',
                json.TryGetProperty("h", out var high) ? Read(high) : null, text[1] == ']'),
            _ => throw new JsonException($"Unknown type {type}."),
        };
    }
}
