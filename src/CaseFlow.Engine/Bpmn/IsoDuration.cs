using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Bpmn;

/// <summary>An ISO 8601 duration literal such as <c>P14D</c>, <c>P1M</c> or <c>PT36H</c>; never negative.
/// Years, months, weeks and days are calendar parts in Europe/Stockholm: a day is to the same clock time tomorrow, whether the
/// night holds 23 or 25 hours. Hours, minutes and seconds are exact and are added after the calendar parts.</summary>
public sealed partial record IsoDuration(int Months, int Days, TimeSpan Time)
{
    private const int MaxCalendarPart = 99_999;

    public bool IsZero => Months == 0 && Days == 0 && Time == TimeSpan.Zero;

    public static IsoDuration? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > 64) return null;
        var match = Pattern().Match(text);
        if (!match.Success || text.EndsWith('P') || text.EndsWith('T')) return null;
        if (Part(match, "y") is not { } years || Part(match, "m") is not { } months || Part(match, "w") is not { } weeks
            || Part(match, "d") is not { } days || Part(match, "h") is not { } hours || Part(match, "i") is not { } minutes)
            return null;
        var seconds = match.Groups["s"] is { Success: true } group
            ? decimal.Parse(group.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : 0m;
        if (seconds > MaxCalendarPart * 86_400m) return null;
        var time = new TimeSpan(0, hours, minutes, 0) + TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
        return new(years * 12 + months, weeks * 7 + days, time);
    }

    /// <summary>The instant this long after <paramref name="start"/>. Throws <see cref="ArgumentOutOfRangeException"/> past year 9999.</summary>
    public DateTimeOffset After(DateTimeOffset start)
    {
        if (Months == 0 && Days == 0) return start + Time;
        var local = SwedishTime.ToLocal(start);
        return SwedishTime.ToInstant(local.DateTime.AddMonths(Months).AddDays(Days), local.Offset) + Time;
    }

    private static int? Part(Match match, string name)
    {
        if (match.Groups[name] is not { Success: true } group) return 0;
        return int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= MaxCalendarPart
            ? value
            : null;
    }

    [GeneratedRegex(
        @"^P(?:(?<y>[0-9]{1,6})Y)?(?:(?<m>[0-9]{1,6})M)?(?:(?<w>[0-9]{1,6})W)?(?:(?<d>[0-9]{1,6})D)?(?:T(?:(?<h>[0-9]{1,9})H)?(?:(?<i>[0-9]{1,9})M)?(?:(?<s>[0-9]{1,9}(?:\.[0-9]{1,7})?)S)?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Pattern();
}
