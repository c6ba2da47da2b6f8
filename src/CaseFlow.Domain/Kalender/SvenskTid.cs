using System.Globalization;

namespace CaseFlow.Domain.Kalender;

// Rummet Kalender: vilken dag det är i Sverige, vilka dagar som är arbetsdagar,
// perioder och tertial, och frister som kan förklara sig själva.
// Allt är rena funktioner; tiden kommer alltid in som argument.

/// <summary>The day and the midnight of Europe/Stockholm, the calendar that the law and the unit live by.</summary>
public static class SvenskTid
{
    private static readonly CultureInfo Svenska = CultureInfo.GetCultureInfo("sv-SE");

    public static TimeZoneInfo Zon { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>The day in Sweden at a moment.</summary>
    public static DateOnly Dag(DateTimeOffset tid) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(tid, Zon).DateTime);

    /// <summary>"16 mars 2026": a day inside a sentence.</summary>
    public static string Text(DateOnly dag) => dag.ToString("d MMMM yyyy", Svenska);

    /// <summary>The moment (UTC) when a day begins in Sweden. Midnight is never skipped or doubled: the clocks change at 02 and 03.</summary>
    public static DateTimeOffset Midnatt(DateOnly dag)
    {
        var lokal = dag.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        return new DateTimeOffset(lokal, Zon.GetUtcOffset(lokal)).ToUniversalTime();
    }
}
