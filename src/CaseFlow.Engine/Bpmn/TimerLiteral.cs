using System.Globalization;

namespace CaseFlow.Engine.Bpmn;

/// <summary>When a timer written as ISO 8601 goes off, and how it repeats.</summary>
/// <param name="Due">First time.</param>
/// <param name="Period">The ISO 8601 duration between the times of a cycle; null when it fires once.</param>
/// <param name="Remaining">Times left after the first; null when it repeats without end, 0 when it fires once.</param>
public sealed record TimerPlan(DateTimeOffset Due, string? Period, int? Remaining);

/// <summary>Reads timer literals: <c>2026-03-02T08:00:00+01:00</c>, <c>P14D</c>, <c>R3/PT1H</c>.</summary>
public static class TimerLiteral
{
    private static readonly string[] LocalForms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF"];

    private static readonly string[] OffsetForms = ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <summary>The plan of a literal armed at <paramref name="now"/>; null when the text is no literal of that kind or lies past year 9999.</summary>
    public static TimerPlan? Plan(TimerKind kind, string text, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return kind switch
            {
                TimerKind.Date => Date(text.Trim()) is { } date ? new(date, null, 0) : null,
                TimerKind.Duration => IsoDuration.TryParse(text.Trim()) is { } wait ? new(wait.After(now), null, 0) : null,
                TimerKind.Cycle => Cycle(text.Trim(), now),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>A point in time or a duration from <paramref name="now"/>, told apart by the leading P.</summary>
    public static DateTimeOffset? Point(string text, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kind = text.AsSpan().TrimStart().StartsWith("P", StringComparison.Ordinal) ? TimerKind.Duration : TimerKind.Date;
        return Plan(kind, text, now)?.Due;
    }

    private static DateTimeOffset? Date(string text)
    {
        if (DateTime.TryParseExact(text, LocalForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return SwedishTime.ToInstant(local);
        return DateTimeOffset.TryParseExact(text, OffsetForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : null;
    }

    private static TimerPlan? Cycle(string text, DateTimeOffset now)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 1 || text[0] != 'R' || IsoDuration.TryParse(text[(slash + 1)..]) is not { IsZero: false } period) return null;
        int? remaining = null;
        if (slash > 1)
        {
            if (!int.TryParse(text.AsSpan(1, slash - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var times) || times < 1) return null;
            remaining = times - 1;
        }

        return new(period.After(now), text[(slash + 1)..], remaining);
    }
}
