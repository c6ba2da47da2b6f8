using CaseFlow.Web.Pages.Delar;

namespace CaseFlow.Web.Pages.Arenden;

/// <summary>An outcome as a mark: word, shape and tone together.</summary>
public static class Utfall
{
    /// <summary>A förslag about an insats that the person took back: no outcome, whatever was proposed.</summary>
    public static Markering Atertagen { get; } = new("Återtagen", Ton.Lugn);

    /// <param name="anmalan">It is an anmälan to överförmyndaren: it is made or not made.</param>
    /// <param name="tidsbegransat">It ends on a day that nobody asked for.</param>
    public static Markering Tagg(string? kod, bool anmalan = false, bool tidsbegransat = false) => kod switch
    {
        "bifall" when tidsbegransat => new("Bifall, tidsbegränsat", Ton.Klar, "bock"),
        "bifall" when anmalan => new("Anmäls", Ton.Klar, "bock"),
        "avslag" when anmalan => new("Anmäls inte", Ton.Fel, "kryss"),
        "bifall" => new("Bifall", Ton.Klar, "bock"),
        "delvis-avslag" => new("Delvis avslag", Ton.Varning, "pagar"),
        "avslag" => new("Avslag", Ton.Fel, "kryss"),
        null => new("Inget förslag än", Ton.Kontur, "ej-borjad"),
        _ => new(kod, Ton.Lugn),
    };
}
