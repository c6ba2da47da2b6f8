using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Dmn.Analysis;

/// <summary>The kinds of value that a column can be divided by.</summary>
internal enum ValueKind { Unknown, Number, Text, Truth, Date, Time, DateTime, Months, Days }

internal static class ValueKinds
{
    /// <summary>Unknown for a type that is none of these, a list for instance.</summary>
    public static ValueKind Of(string? type) => type switch
    {
        "number" => ValueKind.Number,
        "string" => ValueKind.Text,
        "boolean" => ValueKind.Truth,
        "date" => ValueKind.Date,
        "time" => ValueKind.Time,
        "date and time" or "dateTime" => ValueKind.DateTime,
        "years and months duration" or "yearMonthDuration" => ValueKind.Months,
        "days and time duration" or "dayTimeDuration" => ValueKind.Days,
        _ => ValueKind.Unknown,
    };

    public static ValueKind Of(FeelValue value) => value switch
    {
        FeelNumber => ValueKind.Number,
        FeelString => ValueKind.Text,
        FeelBoolean => ValueKind.Truth,
        FeelDate => ValueKind.Date,
        FeelTime => ValueKind.Time,
        FeelDateTime => ValueKind.DateTime,
        FeelYearsMonths => ValueKind.Months,
        FeelDaysTime => ValueKind.Days,
        _ => ValueKind.Unknown,
    };
}
