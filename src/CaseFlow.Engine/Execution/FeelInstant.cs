using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <summary>The instant that a FEEL value means, for timers and due dates.</summary>
internal static class FeelInstant
{
    /// <summary>When something should be done: as <see cref="Of"/>, except that a date means by the end of that day in Sweden.</summary>
    public static DateTimeOffset? DueOf(FeelValue value, DateTimeOffset now) =>
        value is FeelDate { Value: var date } && date < DateOnly.MaxValue
            ? SwedishTime.ToInstant(date.AddDays(1).ToDateTime(TimeOnly.MinValue)).AddSeconds(-1)
            : Of(value, now);

    /// <summary>A date is its first moment in Sweden, a duration counts from <paramref name="now"/> (whole days by the calendar in Sweden), a text is an ISO 8601 literal;
    /// null for anything else or past year 9999.</summary>
    public static DateTimeOffset? Of(FeelValue value, DateTimeOffset now)
    {
        try
        {
            return value switch
            {
                FeelDate or FeelDateTime => FeelClock.ToInstant(value),
                // P1D och PT24H är samma värde i FEEL: ett dygn är till samma klockslag, också över en natt då klockan ställs om.
                FeelDaysTime { Value: var wait } when wait > TimeSpan.Zero => new IsoDuration(0, wait.Days, wait - TimeSpan.FromDays(wait.Days)).After(now),
                FeelDaysTime { Value: var wait } => now + wait,
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
}
