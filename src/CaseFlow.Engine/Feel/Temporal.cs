using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Feel;

/// <summary>The texts of dates, times and durations (DMN 1.5, 10.3.2.3.4-7), both ways. Years 0001-9999, seven fraction digits.</summary>
internal static partial class Temporal
{
    private const int Timeout = 1000;

    /// <summary>Any of the five kinds, or null.</summary>
    public static FeelValue? Parse(string text) =>
        text.Length > 100 ? null : ParseDuration(text) ?? ParseDateTime(text) ?? ParseDate(text) ?? (FeelValue?)ParseTime(text);

    public static FeelDate? ParseDate(string text) =>
        DatePattern().Match(text) is { Success: true } match && Date(match) is { } date ? new(date) : null;

    public static FeelTime? ParseTime(string text) =>
        TimePattern().Match(text) is { Success: true } match && Time(match) is { } time && OffsetAndZone(match) is { } suffix
            ? new(time, suffix.Offset, suffix.Zone)
            : null;

    /// <summary>A date and time; a date alone is its midnight, as the conversion function reads it.</summary>
    public static FeelDateTime? ParseDateTime(string text) =>
        DateTimePattern().Match(text) is { Success: true } match
        && Date(match) is { } date && Time(match) is { } time && OffsetAndZone(match) is { } suffix
            ? new(date.ToDateTime(time), suffix.Offset, suffix.Zone)
            : null;

    public static FeelValue? ParseDuration(string text)
    {
        var match = DurationPattern().Match(text);
        if (!match.Success || text[^1] is 'P' or 'T' or '-') return null;
        var sign = match.Groups["minus"].Success ? -1 : 1;
        var isMonths = match.Groups["y"].Success || match.Groups["mo"].Success;
        var isTime = match.Groups["d"].Success || match.Groups["h"].Success || match.Groups["mi"].Success || match.Groups["s"].Success;
        if (isMonths == isTime) return null;
        if (isMonths)
        {
            var months = (Amount(match, "y") * 12) + Amount(match, "mo");
            return months <= int.MaxValue ? new FeelYearsMonths(sign * (int)months) : null;
        }

        var seconds = (Amount(match, "d") * 86400) + (Amount(match, "h") * 3600) + (Amount(match, "mi") * 60) + Amount(match, "s");
        return seconds < 900_000_000_000m ? new FeelDaysTime(new TimeSpan(sign * (long)(seconds * TimeSpan.TicksPerSecond))) : null;
    }

    public static string Format(FeelDate value) => value.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Format(FeelTime value) =>
        value.Value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) + Suffix(value.Offset, value.Zone);

    public static string Format(FeelDateTime value) =>
        value.Value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) + Suffix(value.Offset, value.Zone);

    public static string Format(FeelYearsMonths value)
    {
        if (value.Months == 0) return "P0M";
        var months = Math.Abs((long)value.Months);
        return (value.Months < 0 ? "-P" : "P") + Part(decimal.Floor(months / 12m), "Y") + Part(months % 12, "M");
    }

    public static string Format(FeelDaysTime value)
    {
        var ticks = Math.Abs((decimal)value.Value.Ticks);
        if (ticks == 0) return "PT0S";
        var seconds = ticks / TimeSpan.TicksPerSecond;
        var (days, hours, minutes) = (decimal.Floor(seconds / 86400), decimal.Floor(seconds / 3600) % 24, decimal.Floor(seconds / 60) % 60);
        var time = Part(hours, "H") + Part(minutes, "M") + Part(seconds % 60, "S");
        return (value.Value < TimeSpan.Zero ? "-P" : "P") + Part(days, "D") + (time.Length > 0 ? "T" + time : string.Empty);
    }

    private static string Part(decimal amount, string unit) =>
        amount == 0 ? string.Empty : amount.ToString("0.#######", CultureInfo.InvariantCulture) + unit;

    /// <summary>Offset and zone together are our own extension: a zone time in the hour that the autumn repeats.</summary>
    private static string Suffix(TimeSpan? offset, string? zone)
    {
        var text = offset switch
        {
            null => string.Empty,
            { Ticks: 0 } => "Z",
            { } o => (o < TimeSpan.Zero ? "-" : "+") + o.ToString(o.Seconds == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture),
        };
        return zone is null ? text : $"{text}@{zone}";
    }

    private static DateOnly? Date(Match match)
    {
        var (year, month, day) = (Int(match, "year"), Int(match, "month"), Int(match, "day"));
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static TimeOnly? Time(Match match)
    {
        var (hour, minute, second) = (Int(match, "hour"), Int(match, "minute"), Int(match, "second"));
        if (hour > 23 || minute > 59 || second > 59) return null;
        var fraction = match.Groups["fraction"] is { Success: true } f ? f.Value.PadRight(7, '0')[..7] : "0";
        return new TimeOnly(hour, minute, second).Add(new TimeSpan(long.Parse(fraction, CultureInfo.InvariantCulture)));
    }

    private static (TimeSpan? Offset, string? Zone)? OffsetAndZone(Match match)
    {
        TimeSpan? offset = null;
        if (match.Groups["z"].Success) offset = TimeSpan.Zero;
        if (match.Groups["oh"].Success)
        {
            var (h, m) = (Int(match, "oh"), Int(match, "om"));
            var s = match.Groups["os"].Success ? Int(match, "os") : 0;
            if (h > 14 || m > 59 || s > 59) return null;
            offset = new TimeSpan(h, m, s) * (match.Groups["sign"].Value == "-" ? -1 : 1);
        }

        if (!match.Groups["zone"].Success) return (offset, null);
        var zone = match.Groups["zone"].Value;
        return FeelClock.Find(zone) is null ? null : (offset, zone);
    }

    private static int Int(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;

    private static decimal Amount(Match match, string group) =>
        match.Groups[group] is { Success: true } g
            ? decimal.Parse(g.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : 0;

    private const string DatePart = "(?<year>[0-9]{4,5})-(?<month>[0-9]{2})-(?<day>[0-9]{2})";

    private const string TimePart =
        "(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(\\.(?<fraction>[0-9]+))?"
        + "((?<z>Z)|(?<sign>[+-])(?<oh>[0-9]{2}):(?<om>[0-9]{2})(:(?<os>[0-9]{2}))?)?(@(?<zone>[A-Za-z0-9_/+-]+))?";

    [GeneratedRegex("^" + DatePart + "\\z", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex DatePattern();

    [GeneratedRegex("^T?" + TimePart + "\\z", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex TimePattern();

    [GeneratedRegex("^" + DatePart + "T" + TimePart + "\\z", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex DateTimePattern();

    [GeneratedRegex(
        "^(?<minus>-)?P((?<y>[0-9]{1,12})Y)?((?<mo>[0-9]{1,12})M)?((?<d>[0-9]{1,12})D)?"
        + "(T((?<h>[0-9]{1,12})H)?((?<mi>[0-9]{1,12})M)?((?<s>[0-9]{1,12}(\\.[0-9]{0,9})?)S)?)?\\z",
        RegexOptions.ExplicitCapture,
        Timeout)]
    private static partial Regex DurationPattern();
}
