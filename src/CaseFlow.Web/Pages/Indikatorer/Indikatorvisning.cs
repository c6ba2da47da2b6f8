using System.Globalization;
using CaseFlow.Web.Pages.Delar;

namespace CaseFlow.Web.Pages.Indikatorer;

/// <summary>Periods, marks and goals in words.</summary>
internal static class Indikatorvisning
{
    /// <summary>"2026-T2" -> "Tertial 2, 2026", "2026" -> "Helår 2026".</summary>
    public static string Period(string period) => period.Split("-T") is [var ar, var tertial] ? $"Tertial {tertial}, {ar}" : $"Helår {period}";

    /// <summary>"2026-T2" -> "T2 26", for an axis.</summary>
    public static string Kort(string period) => period.Split("-T") is [{ Length: 4 } ar, var tertial] ? $"T{tertial} {ar[2..]}" : period;

    public static Markering Lage(string lage) => lage switch
    {
        "nar" => new("når målet", Ton.Klar, "bock"),
        "nara" => new("nära målet", Ton.Varning, "klocka"),
        "nar-inte" => new("når inte målet", Ton.Fel, "kryss"),
        _ => new("för lite underlag", Ton.Kontur, "info"),
    };

    /// <summary>The goal as a figure for the chart; null when it is a sentence.</summary>
    public static decimal? Mal(string arsmal) =>
        decimal.TryParse(arsmal.Replace("%", "", StringComparison.Ordinal).Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var mal)
            ? mal
            : null;

    public static string Procent(decimal? varde) =>
        varde is { } v ? v.ToString("0.0", CultureInfo.GetCultureInfo("sv-SE")) + "\u00a0%" : "för lite underlag";

    public static string Kon(string kon) => kon switch { "kvinna" => "kvinna", "man" => "man", _ => "saknas" };

    public static string Adress(string kod, string period, string? kon = null, long? efter = null) =>
        $"/indikatorer/{kod}?period={period}" + (kon is null ? "" : $"&kon={kon}") + (efter is null ? "" : string.Create(CultureInfo.InvariantCulture, $"&efter={efter}"));
}
