namespace CaseFlow.Engine.Feel;

/// <summary>Between instants and FEEL's dates and times. What has neither offset nor zone is read as Europe/Stockholm.</summary>
public static class FeelClock
{
    public const string ZoneId = "Europe/Stockholm";

    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById(ZoneId);

    /// <summary>The instant of a date and time, or of a date's midnight; null for every other value, and outside years 1-9999.</summary>
    public static DateTimeOffset? ToInstant(FeelValue value) => value switch
    {
        FeelDateTime dateTime when UtcTicks(dateTime) is var ticks and >= 0 && ticks <= DateTime.MaxValue.Ticks =>
            new DateTimeOffset(ticks, TimeSpan.Zero),
        FeelDate date => ToInstant(new FeelDateTime(date.Value.ToDateTime(TimeOnly.MinValue), null, null)),
        _ => null,
    };

    /// <summary>An instant as a date and time in Europe/Stockholm.</summary>
    public static FeelDateTime FromInstant(DateTimeOffset instant) => InZone(instant.UtcTicks, ZoneId);

    /// <summary>The date in Europe/Stockholm.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Stockholm).DateTime);

    internal static TimeZoneInfo? Find(string zone) =>
        zone == ZoneId ? Stockholm : TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : null;

    internal static TimeSpan OffsetOf(FeelDateTime value) => value.Offset ?? OffsetOf(value.Value, value.Zone);

    internal static long UtcTicks(FeelDateTime value) => value.Value.Ticks - OffsetOf(value).Ticks;

    /// <summary>A local time that occurs twice is the first of the two unless it carries its offset; one that never occurs is moved on.</summary>
    private static TimeSpan OffsetOf(DateTime local, string? zone)
    {
        var info = Find(zone ?? ZoneId) ?? Stockholm;
        return info.IsAmbiguousTime(local) ? info.GetAmbiguousTimeOffsets(local).Max() : info.GetUtcOffset(local);
    }

    internal static FeelDateTime InZone(long utcTicks, string zone)
    {
        var info = Find(zone) ?? Stockholm;
        var utc = new DateTime(utcTicks, DateTimeKind.Utc);
        var offset = info.GetUtcOffset(utc);
        var local = DateTime.SpecifyKind(utc + offset, DateTimeKind.Unspecified);
        return new(local, OffsetOf(local, zone) == offset ? null : offset, zone);
    }

    /// <summary>Adds an exact time: on the time line in a zone, on the clock face otherwise. Null outside years 1-9999.</summary>
    internal static FeelDateTime? Add(FeelDateTime value, TimeSpan duration)
    {
        var ticks = (decimal)(value.Zone is null ? value.Value.Ticks : UtcTicks(value)) + duration.Ticks;
        if (ticks < TimeSpan.TicksPerDay || ticks > DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay) return null;
        return value.Zone is null ? value with { Value = new DateTime((long)ticks, DateTimeKind.Unspecified) } : InZone((long)ticks, value.Zone);
    }

    /// <summary>Adds calendar months; a day that the month lacks becomes its last. Null outside years 1-9999.</summary>
    internal static DateTime? AddMonths(DateTime value, int months)
    {
        var month = ((long)value.Year * 12) + value.Month - 1 + months;
        return month is < 12 or >= 120_000 ? null : value.AddMonths(months);
    }
}
