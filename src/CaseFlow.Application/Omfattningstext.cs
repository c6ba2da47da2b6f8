using System.Globalization;
using CaseFlow.Domain.Insatser;

namespace CaseFlow.Application;

/// <summary>A scope in words, with its unit inflected: "1 dag per vecka", "9,5 timmar per vecka", "2 platser", "1 st".</summary>
public static class Omfattningstext
{
    private const string Styck = "st";

    private static readonly CultureInfo Svenska = CultureInfo.GetCultureInfo("sv-SE");

    /// <param name="enhet">One of <see cref="Omfattningsenhet"/>; any other is shown as it stands.</param>
    public static string Av(decimal antal, string? enhet) => $"{Tal(antal)} {Bojd(antal, enhet ?? "")}".TrimEnd();

    public static string? Av(decimal? antal, string? enhet) => antal is { } a ? Av(a, enhet) : null;

    /// <summary>The unit as a field asks for it: "timmar per vecka", "antal platser", "st".</summary>
    public static string Enhet(string? enhet) => enhet switch
    {
        Omfattningsenhet.Plats or Omfattningsenhet.Arende => Antal(enhet),
        Omfattningsenhet.Antal => Styck,
        null => "",
        _ => enhet,
    };

    /// <summary>What is counted, inside a sentence: "antal timmar per vecka", "antal platser", "antal".</summary>
    public static string Antal(string? enhet) => enhet switch
    {
        Omfattningsenhet.Plats => "antal platser",
        Omfattningsenhet.Arende => "antal ärenden",
        null or "" or Omfattningsenhet.Antal => "antal",
        _ => $"antal {enhet}",
    };

    public static string Tal(decimal antal) => antal.ToString("0.##", Svenska);

    private static string Bojd(decimal antal, string enhet) => (enhet, antal == 1) switch
    {
        (Omfattningsenhet.TimmarPerVecka, true) => "timme per vecka",
        (Omfattningsenhet.TimmarPerManad, true) => "timme per månad",
        (Omfattningsenhet.DagarPerVecka, true) => "dag per vecka",
        (Omfattningsenhet.PortionerPerVecka, true) => "portion per vecka",
        (Omfattningsenhet.ResorPerAr, true) => "resa per år",
        (Omfattningsenhet.KronorPerManad, true) => "krona per månad",
        (Omfattningsenhet.Plats, false) => "platser",
        (Omfattningsenhet.Arende, false) => "ärenden",
        (Omfattningsenhet.Antal, _) => Styck,
        _ => enhet,
    };
}
