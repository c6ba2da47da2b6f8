namespace CaseFlow.Engine.Feel.Runtime;

/// <summary>The properties of dates, times, durations and ranges (DMN 1.5, table 65).</summary>
internal static class Properties
{
    /// <summary>Null (of .NET) when the value has no such property.</summary>
    public static FeelValue? Of(FeelValue value, string name) => value switch
    {
        FeelDate date => Day(date.Value, name),
        FeelDateTime dateTime => Day(DateOnly.FromDateTime(dateTime.Value), name)
            ?? Time(TimeOnly.FromDateTime(dateTime.Value), dateTime.Offset ?? (dateTime.Zone is null ? null : FeelClock.OffsetOf(dateTime)), dateTime.Zone, name),
        FeelTime time => Time(time.Value, time.Offset ?? (time.Zone is null ? null : new TimeSpan(Comparison.Offset(time))), time.Zone, name),
        FeelYearsMonths months => name switch
        {
            "years" => months.Months / 12,
            "months" => months.Months % 12,
            _ => null,
        },
        FeelDaysTime time => name switch
        {
            "days" => time.Value.Days,
            "hours" => time.Value.Hours,
            "minutes" => time.Value.Minutes,
            "seconds" => time.Value.Seconds + ((decimal)(time.Value.Ticks % TimeSpan.TicksPerSecond) / TimeSpan.TicksPerSecond),
            _ => null,
        },
        FeelRange range => name switch
        {
            "start" => range.Low ?? FeelValue.Null,
            "end" => range.High ?? FeelValue.Null,
            "start included" => range.LowClosed,
            "end included" => range.HighClosed,
            _ => null,
        },
        _ => null,
    };

    private static FeelValue? Day(DateOnly day, string name) => name switch
    {
        "year" => day.Year,
        "month" => day.Month,
        "day" => day.Day,
        "weekday" => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek,
        _ => null,
    };

    private static FeelValue? Time(TimeOnly time, TimeSpan? offset, string? zone, string name) => name switch
    {
        "hour" => time.Hour,
        "minute" => time.Minute,
        "second" => time.Second + ((decimal)(time.Ticks % TimeSpan.TicksPerSecond) / TimeSpan.TicksPerSecond),
        "time offset" => offset is { } o ? new FeelDaysTime(o) : FeelValue.Null,
        "timezone" => zone is null ? FeelValue.Null : zone,
        _ => null,
    };
}
