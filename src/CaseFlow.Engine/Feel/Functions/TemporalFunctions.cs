using System.Globalization;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>Dates, times and durations: constructors, the clock and the calendar (DMN 1.5, 10.3.4.1, 10.3.4.7, 10.3.4.10).</summary>
internal static class TemporalFunctions
{
    public static IEnumerable<Builtin> All =>
    [
        new("date", "from | year, month, day", Date),
        new("time", "from | hour, minute, second, offset?", Time),
        new("date and time", "from | date, time | year, month, day, hour, minute, second, offset?", DateAndTime),
        new("duration", "from", c => c[0] is FeelYearsMonths or FeelDaysTime
            ? c[0]
            : c.Text(0, out var s) ? Temporal.ParseDuration(s) ?? c.Fail($"'{s}' är ingen varaktighet.") : FeelValue.Null),
        new("years and months duration", "from, to", MonthsBetween),
        new("now", string.Empty, c => FeelClock.FromInstant(c.State.Now)),
        new("today", string.Empty, c => FeelClock.DateOf(c.State.Now)),
        new("day of year", "date", c => Day(c, d => d.DayOfYear)),
        new("week of year", "date", c => Day(c, d => ISOWeek.GetWeekOfYear(d.ToDateTime(TimeOnly.MinValue)))),
        new("day of week", "date", c => Day(c, d => d.DayOfWeek.ToString())),
        new("month of year", "date", c => Day(c, d => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(d.Month))),
        new("last day of month", "date", c => Day(c, d => DateTime.DaysInMonth(d.Year, d.Month))),
    ];

    /// <summary>The date of a date or date and time; .NET's null when it is neither.</summary>
    public static DateOnly? DateOf(FeelValue value) => value switch
    {
        FeelDate date => date.Value,
        FeelDateTime dateTime => DateOnly.FromDateTime(dateTime.Value),
        FeelList { Items: [var only] } and not FeelList { Items: [FeelList] } => DateOf(only),
        _ => null,
    };

    private static FeelValue Day(Call call, Func<DateOnly, FeelValue> property) =>
        DateOf(call[0]) is { } date ? property(date) : call.Bad(0, "ett datum");

    private static FeelValue Date(Call call)
    {
        if (call.Count == 1)
        {
            if (DateOf(call[0]) is { } date) return date;
            return call.Text(0, out var text) ? Temporal.ParseDate(text) ?? call.Fail($"'{text}' är inget datum.") : FeelValue.Null;
        }

        if (!call.Whole(0, out var year) || !call.Whole(1, out var month) || !call.Whole(2, out var day)) return FeelValue.Null;
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : call.Fail("datumet finns inte.");
    }

    private static FeelValue Time(Call call)
    {
        if (call.Count == 1)
        {
            return call[0] switch
            {
                FeelTime time => time,
                FeelDateTime dateTime => new FeelTime(TimeOnly.FromDateTime(dateTime.Value), dateTime.Offset, dateTime.Zone),
                FeelDate => new FeelTime(TimeOnly.MinValue, TimeSpan.Zero, null),
                _ => call.Text(0, out var text) ? Temporal.ParseTime(text) ?? call.Fail($"'{text}' är ingen tid.") : FeelValue.Null,
            };
        }

        return Clock(call, 0, out var clock, out var offset) ? new FeelTime(clock, offset, null) : FeelValue.Null;
    }

    private static FeelValue DateAndTime(Call call)
    {
        switch (call.Count)
        {
            case 1:
                return call[0] switch
                {
                    FeelDateTime dateTime => dateTime,
                    FeelDate date => new FeelDateTime(date.Value.ToDateTime(TimeOnly.MinValue), null, null),
                    _ => !call.Text(0, out var text) ? FeelValue.Null
                        : Temporal.ParseDateTime(text)
                        ?? (Temporal.ParseDate(text) is { } day ? new FeelDateTime(day.Value.ToDateTime(TimeOnly.MinValue), null, null)
                        : call.Fail($"'{text}' är ingen tidpunkt.")),
                };
            case 2:
                if (DateOf(call[0]) is not { } datePart) return call.Bad(0, "ett datum");
                if (!call.Is<FeelTime>(1, out var time)) return call.Bad(1, "en tid");
                return new FeelDateTime(datePart.ToDateTime(time.Value), time.Offset, time.Zone);
            default:
                if (!call.Whole(0, out var y) || !call.Whole(1, out var m) || !call.Whole(2, out var d) || !Clock(call, 3, out var clock, out var offset))
                    return FeelValue.Null;
                return y is >= 1 and <= 9999 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m)
                    ? new FeelDateTime(new DateOnly(y, m, d).ToDateTime(clock), offset, null)
                    : call.Fail("datumet finns inte.");
        }
    }

    private static bool Clock(Call call, int first, out TimeOnly clock, out TimeSpan? offset)
    {
        (clock, offset) = (default, null);
        if (!call.Whole(first, out var hour) || !call.Whole(first + 1, out var minute) || !call.Number(first + 2, out var second)) return false;
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or >= 60)
        {
            call.Fail("tiden finns inte.");
            return false;
        }

        if (call.Has(first + 3))
        {
            if (!call.Is<FeelDaysTime>(first + 3, out var given) || given.Value.Duration() > TimeSpan.FromHours(14))
            {
                call.Bad(first + 3, "en varaktighet på högst 14 timmar");
                return false;
            }

            offset = given.Value;
        }

        clock = new TimeOnly(((hour * 60L) + minute) * TimeSpan.TicksPerMinute + (long)(second * TimeSpan.TicksPerSecond));
        return true;
    }

    private static FeelValue MonthsBetween(Call call)
    {
        if (DateOf(call[0]) is not { } from) return call.Bad(0, "ett datum");
        if (DateOf(call[1]) is not { } to) return call.Bad(1, "ett datum");
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        if (months > 0 && to.Day < from.Day) months--;
        else if (months < 0 && to.Day > from.Day) months++;
        return new FeelYearsMonths(months);
    }
}
