namespace CaseFlow.Engine.Feel;

/// <summary>Swedish working days: not Saturdays, Sundays or public holidays, and not the eves that the law treats as such.</summary>
public static class SwedishCalendar
{
    /// <summary>False on a day when a time limit does not run out.</summary>
    public static bool IsWorkday(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(date) && !IsEve(date);

    /// <summary>The working day that lies <paramref name="count"/> working days after the date, before it when negative; the date itself for 0.
    /// Null when it falls outside years 1-9999.</summary>
    public static DateOnly? AddWorkdays(DateOnly date, int count)
    {
        var step = Math.Sign(count);
        while (count != 0)
        {
            if (date.DayNumber + step < 0 || date.DayNumber + step > DateOnly.MaxValue.DayNumber) return null;
            date = date.AddDays(step);
            if (IsWorkday(date)) count -= step;
        }

        return date;
    }

    /// <summary>Public holidays other than Sundays: lag (1989:253) om allmänna helgdagar, with the national day from 2005
    /// (lag 2004:1320), until then with annandag pingst.</summary>
    public static bool IsHoliday(DateOnly date)
    {
        if ((date.Month, date.Day) is (1, 1) or (1, 6) or (5, 1) or (12, 25) or (12, 26)) return true;
        if ((date.Month, date.Day) is (6, 6) && date.Year >= 2005) return true;

        // Midsommardagen: the Saturday 20-26 June. Alla helgons dag: the Saturday 31 October - 6 November.
        if (date.DayOfWeek == DayOfWeek.Saturday && (IsWithin(date, 6, 20) || IsWithin(date, 10, 31))) return true;

        // Långfredagen, påskdagen, annandag påsk, Kristi himmelsfärdsdag, pingstdagen.
        return (date.DayNumber - Easter(date.Year).DayNumber) is -2 or 0 or 1 or 39 or 49
            || (date.Year < 2005 && date.DayNumber - Easter(date.Year).DayNumber == 50);
    }

    /// <summary>Midsommarafton, julafton and nyårsafton: treated as holidays for time limits, lag (1930:173) 2 §.</summary>
    public static bool IsEve(DateOnly date) =>
        (date.Month, date.Day) is (12, 24) or (12, 31) || (date.DayOfWeek == DayOfWeek.Friday && IsWithin(date, 6, 19));

    /// <summary>Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher's method).</summary>
    public static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, rest) = (year / 100, year % 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var day = epact + weekday - (7 * correction) + 114;
        return new DateOnly(year, day / 31, (day % 31) + 1);
    }

    /// <summary>Within the seven days that begin with a day of the year.</summary>
    private static bool IsWithin(DateOnly date, int month, int day) =>
        date.DayNumber - new DateOnly(date.Year, month, day).DayNumber is >= 0 and < 7;
}
