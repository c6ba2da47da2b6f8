using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <summary>The instant that a FEEL value means, for timers and due dates.</summary>
internal static class FeelInstant
{
    /// <summary>A date is its first moment in Sweden, a duration counts from <paramref name="now"/>, a text is an ISO 8601 literal;
    /// null for anything else or past year 9999.</summary>
    public static DateTimeOffset? Of(FeelValue value, DateTimeOffset now)
    {
        try
        {
            return value switch
            {
                FeelDate date => SwedishTime.ToInstant(date.Value.ToDateTime(TimeOnly.MinValue)),
                FeelDateTime { Offset: { } offset } moment => new DateTimeOffset(DateTime.SpecifyKind(moment.Value, DateTimeKind.Unspecified), offset),
                FeelDateTime { Zone: { } zone } moment => InZone(moment.Value, zone),
                FeelDateTime moment => SwedishTime.ToInstant(moment.Value),
                FeelDaysTime days => now + days.Value,
                FeelYearsMonths months => new IsoDuration(months.Months, 0, TimeSpan.Zero).After(now),
                FeelString text => TimerLiteral.Point(text.Value, now),
                _ => null,
            };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static DateTimeOffset? InZone(DateTime local, string zone)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)) return null;
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return found.Id == "Europe/Stockholm" ? SwedishTime.ToInstant(local) : new DateTimeOffset(local, found.GetUtcOffset(local));
    }
}
