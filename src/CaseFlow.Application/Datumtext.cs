using System.Globalization;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Application;

/// <summary>Dates as people read them in a list: "fre 27 nov". ISO stands in exports only.</summary>
public static class Datumtext
{
    private static readonly CultureInfo Svenska = CultureInfo.GetCultureInfo("sv-SE");

    public static string Kort(DateOnly dag) => dag.ToString("d MMM", Svenska).TrimEnd('.');

    /// <summary>"24 okt", and "24 okt 2025" for a day of another year than today's.</summary>
    public static string Kort(DateOnly dag, DateOnly idag) => dag.Year == idag.Year ? Kort(dag) : MedAr(dag);

    public static string MedVeckodag(DateOnly dag) => dag.ToString("ddd d MMM", Svenska).Replace(".", "", StringComparison.Ordinal);

    public static string Lang(DateOnly dag) => SvenskTid.Text(dag);

    /// <summary>"16 mars".</summary>
    public static string DagOchManad(DateOnly dag) => dag.ToString("d MMMM", Svenska);

    public static string MedAr(DateOnly dag) => dag.ToString("d MMM yyyy", Svenska).Replace(".", "", StringComparison.Ordinal);

    /// <summary>"09.14": the time of day in Sweden.</summary>
    public static string Klocka(DateTimeOffset tid) => TimeZoneInfo.ConvertTime(tid, SvenskTid.Zon).ToString("HH.mm", Svenska);

    /// <summary>"14 september 2026 kl. 09.14": the day and the time of day in Sweden.</summary>
    public static string Tidpunkt(DateTimeOffset tid) => $"{Lang(SvenskTid.Dag(tid))} kl. {Klocka(tid)}";

    /// <summary>"fredag 16.48".</summary>
    public static string DagOchKlocka(DateTimeOffset tid) => TimeZoneInfo.ConvertTime(tid, SvenskTid.Zon).ToString("dddd HH.mm", Svenska);

    public static string MedStorBokstav(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Svenska) + text[1..];

    public static string MedLitenBokstav(string text) => text.Length == 0 ? text : char.ToLower(text[0], Svenska) + text[1..];
}
