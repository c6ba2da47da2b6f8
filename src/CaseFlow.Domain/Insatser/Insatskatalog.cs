using System.Collections.Frozen;

namespace CaseFlow.Domain.Insatser;

// Rummet Insatser: vad en person kan söka och få (katalogen), vilken lag som gäller den dag beslutet fattas
// (Lagrumstabell), hur ett beslut överklagas (Hanvisning) och den beviljade insatsens liv från beslut till avslut (Insats).

/// <summary>A kind of insats that can be applied for. The code is a contract with the intake and the statistics.</summary>
/// <param name="Kod">Stable, lower case ASCII.</param>
/// <param name="Namn">What people call it.</param>
/// <param name="Enhet">The unit its scope is counted in.</param>
/// <param name="RaknasIEjVerkstallda">Reported to IVO when not begun in three months: SoL (2025:400) 34 kap. 1 §, LSS 28 f §.</param>
/// <param name="KraverBeslut">False: another authority decides and the kommun only makes an anmälan to it. The ansökan still gets its
/// outcome as a <c>Beslut</c>, so that every ansökt insats has one: bifall means that the anmälan is made, avslag that it is not, and
/// delvis avslag does not exist. It has no period, gives no insats and cannot be appealed.</param>
public sealed record Insatstyp(
    string Kod, string Namn, string Enhet, bool RaknasIEjVerkstallda, bool KraverBeslut);

/// <summary>The units a scope can be counted in. They are our proposal, except ramtid in hours per week for hemtjänst.</summary>
public static class Omfattningsenhet
{
    public const string TimmarPerVecka = "timmar per vecka";
    public const string TimmarPerManad = "timmar per månad";
    public const string DagarPerVecka = "dagar per vecka";
    public const string Dygn = "dygn";
    public const string DygnPerManad = "dygn per månad";
    public const string Plats = "plats";
    public const string Antal = "antal";
    public const string PortionerPerVecka = "portioner per vecka";
    public const string ResorPerAr = "resor per år";
    public const string KronorPerManad = "kronor per månad";
    public const string Arende = "ärende";

    /// <summary>Whether more or less can be granted of it: not a place, a number of alarms or an ärende.</summary>
    public static bool ArMangd(string enhet) => enhet is not (Plats or Antal or Arende);
}

/// <summary>The catalogue as the product is delivered.</summary>
public static class Insatskatalog
{
    public static IReadOnlyList<Insatstyp> Standard { get; } =
    [
        Rad("hemtjanst", "Hemtjänst", Omfattningsenhet.TimmarPerVecka),
        Rad("vard-och-omsorgsboende", "Vård- och omsorgsboende", Omfattningsenhet.Plats),
        Rad("servicehus", "Servicehus", Omfattningsenhet.Plats),
        Rad("korttidsboende", "Korttidsboende", Omfattningsenhet.Dygn),
        Rad("vaxelvard", "Växelvård", Omfattningsenhet.DygnPerManad),
        Rad("dagverksamhet", "Dagverksamhet", Omfattningsenhet.DagarPerVecka),
        Rad("avlosning", "Avlösning", Omfattningsenhet.TimmarPerManad),
        Rad("ledsagning", "Ledsagning", Omfattningsenhet.TimmarPerManad),
        Rad("boendestod", "Boendestöd", Omfattningsenhet.TimmarPerVecka),
        Rad("trygghetslarm", "Trygghetslarm", Omfattningsenhet.Antal),
        Rad("matdistribution", "Matdistribution", Omfattningsenhet.PortionerPerVecka),
        // Local benefit; its ground (11 kap. 4 § or a beslut by kommunfullmäktige) is unverified, see Lagrumstabell.
        Rad("hemvardsbidrag", "Hemvårdsbidrag", Omfattningsenhet.KronorPerManad, rapporteras: false),
        Rad("personlig-assistans", "Personlig assistans", Omfattningsenhet.TimmarPerVecka),
        Rad("fardtjanst", "Färdtjänst", Omfattningsenhet.ResorPerAr, rapporteras: false),
        Rad("riksfardtjanst", "Riksfärdtjänst", Omfattningsenhet.Antal, rapporteras: false),
        Rad("kbf", "Kommunalt bostadstillägg för personer med funktionsnedsättning", Omfattningsenhet.KronorPerManad, rapporteras: false),
        Rad("god-man-forvaltare", "God man eller förvaltare", Omfattningsenhet.Arende, rapporteras: false, beslut: false),
    ];

    private static readonly FrozenDictionary<string, Insatstyp> EfterKod = Standard.ToFrozenDictionary(typ => typ.Kod, StringComparer.Ordinal);

    /// <summary>The insatstyp with this code, or null when there is none.</summary>
    public static Insatstyp? Finn(string? kod) => kod is null ? null : EfterKod.GetValueOrDefault(kod);

    /// <summary>What people call it; the code itself when the catalogue has no such insatstyp.</summary>
    public static string Namn(string kod) => Finn(kod)?.Namn ?? kod;

    private static Insatstyp Rad(string kod, string namn, string enhet, bool rapporteras = true, bool beslut = true) =>
        new(kod, namn, enhet, rapporteras, beslut);
}
