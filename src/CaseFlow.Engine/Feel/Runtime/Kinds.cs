using System.Globalization;

namespace CaseFlow.Engine.Feel.Runtime;

/// <summary>What values are called in Swedish, and how they are written as text.</summary>
internal static class Kinds
{
    public static string Name(FeelValue? value) => value switch
    {
        null or FeelNull => "null",
        FeelBoolean => "sant/falskt",
        FeelNumber => "ett tal",
        FeelString => "en text",
        FeelDate => "ett datum",
        FeelTime => "en tid",
        FeelDateTime => "en tidpunkt",
        FeelYearsMonths => "en varaktighet i år och månader",
        FeelDaysTime => "en varaktighet i dagar och tid",
        FeelList => "en lista",
        FeelContext => "en kontext",
        FeelRange => "ett intervall",
        _ => "en funktion",
    };

    public static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>FEEL's <c>string()</c>; null for null.</summary>
    public static string? Text(FeelValue value) => value is FeelString text ? text.Value : value is FeelNull ? null : Literal(value);

    /// <summary>The value as FEEL would write it inside a list or context.</summary>
    private static string Literal(FeelValue value) => value switch
    {
        FeelNull => "null",
        FeelBoolean boolean => boolean.Value ? "true" : "false",
        FeelNumber number => Number(number.Value),
        FeelString text => "\"" + text.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"",
        FeelDate date => Temporal.Format(date),
        FeelTime time => Temporal.Format(time),
        FeelDateTime dateTime => Temporal.Format(dateTime),
        FeelYearsMonths months => Temporal.Format(months),
        FeelDaysTime time => Temporal.Format(time),
        FeelList list => "[" + string.Join(", ", list.Items.Select(Literal)) + "]",
        FeelContext context => "{" + string.Join(", ", context.Keys.Select(key => $"{Key(key)}: {Literal(context[key])}")) + "}",
        FeelRange range => (range.LowClosed ? "[" : "(") + (range.Low is null ? string.Empty : Literal(range.Low)) + ".."
            + (range.High is null ? string.Empty : Literal(range.High)) + (range.HighClosed ? "]" : ")"),
        _ => "function",
    };

    private static string Key(string key) => Syntax.NameTable.IsPlain(key) || !key.Any(c => c is '"' or ',' or ':' or '{' or '}')
        ? key
        : "\"" + key.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
