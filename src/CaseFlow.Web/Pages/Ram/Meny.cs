using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Web.Pages.Ram;

/// <summary>A choice of the main menu.</summary>
/// <param name="Kort">A word that fits 76 px, for the rail and narrow screens.</param>
public sealed record MenyVal(string Text, string Kort, string Href, string Ikon);

/// <summary>Choices under a heading; the first group has none.</summary>
public sealed record Menygrupp(string? Rubrik, IReadOnlyList<MenyVal> Val);

/// <summary>
/// The menu, composed by capability: one person with two roles has one menu. A choice stands here when its page exists.
/// </summary>
public sealed class Meny
{
    /// <summary>How many choices a narrow screen has room for; the rest are reached from Idag.</summary>
    public const int Narmast = 5;

    /// <summary>The page whose choice shows how much waits there.</summary>
    public const string Granskningen = "/enheten/att-granska";

    private const string Arendelistan = "/arenden";

    /// <summary>A chef's list is the unit's.</summary>
    private static readonly MenyVal Enhetens = new("Enhetens ärenden", "Ärenden", "/arenden?enheten=1", "mapp");

    private static readonly (string? Grupp, MenyVal Val, Behorighet Kraver)[] Alla =
    [
        (null, new("Idag", "Idag", "/idag", "idag"), Behorighet.HandlaggaArende),
        (null, new("Enheten", "Enheten", "/enheten", "personer"), Behorighet.SeEnheten),
        (null, new("Mina ärenden", "Ärenden", Arendelistan, "mapp"), Behorighet.HandlaggaArende),
        (null, new("Ny ansökan", "Ny ansökan", "/ansokningar/registrera", "ny"), Behorighet.RegistreraAnsokan),
        (null, new("Förvaltning", "Förvaltning", "/forvaltning", "kugge"), Behorighet.ForvaltaBehorigheter),
        ("Enheten", new("Att granska", "Granska", Granskningen, "granskning"), Behorighet.SeEnheten),
        ("Enheten", new("Processer", "Processer", "/processer", "pagar"), Behorighet.SeEnheten),
        ("Enheten", new("Avvikelser", "Avvikelser", "/avvikelser", "varning"), Behorighet.HandlaggaAvvikelse),
        ("Enheten", new("Indikatorer", "Indikatorer", "/indikatorer", "indikatorer"), Behorighet.LasaIndikatorer),
        ("Enheten", new("Att granska", "Granska", Granskningen, "granskning"), Behorighet.GranskaLogg),
        (null, new("Stannade processer", "Stannat", "/forvaltning/incidenter", "varning"), Behorighet.SkotaProcesser),
    ];

    /// <summary>In the menu of someone who has no other choice there; else it stands at the top of every page.</summary>
    private static readonly MenyVal Rapporten = new("Rapportera avvikelse", "Avvikelse", "/avvikelser/rapportera", "varning");

    private Meny(IReadOnlyList<Menygrupp> grupper) => Grupper = grupper;

    public IReadOnlyList<Menygrupp> Grupper { get; }

    /// <summary>All choices in order.</summary>
    public IEnumerable<MenyVal> Val => Grupper.SelectMany(g => g.Val);

    /// <param name="formagor">Names of <see cref="Behorighet"/>.</param>
    public static Meny For(IReadOnlySet<string> formagor)
    {
        var grupper = Grupperade(formagor);
        return new(grupper.Count == 0 && formagor.Contains(nameof(Behorighet.RapporteraAvvikelse)) ? [new(null, [Rapporten])] : grupper);
    }

    private static List<Menygrupp> Grupperade(IReadOnlySet<string> formagor) =>
    [
        .. Alla.Where(m => formagor.Contains(m.Kraver.ToString()))
            .Select(m => m.Val.Href == Arendelistan && formagor.Contains(nameof(Behorighet.SeEnheten)) ? m with { Val = Enhetens } : m)
            .DistinctBy(m => m.Val.Href, StringComparer.Ordinal)
            .GroupBy(m => m.Grupp, StringComparer.Ordinal)
            .Select(g => new Menygrupp(g.Key, [.. g.Select(m => m.Val)])),
    ];

    /// <summary>Where someone comes who has signed in: the first choice of her menu, or what everybody who works here may do. Never a page she
    /// may not open.</summary>
    public static string Startsida(IReadOnlySet<string> formagor) => For(formagor).Val.FirstOrDefault()?.Href ?? "/konto/tva-steg";

    /// <summary>The choice the page belongs to: the longest route that begins the path. A task belongs to the ärenden.</summary>
    public MenyVal? Vald(string sokvag) => Val
        .Where(v => Under(sokvag, Sokvag(v)) || (Sokvag(v) == Arendelistan && Under(sokvag, "/uppgifter")))
        .MaxBy(v => v.Href.Length);

    private static string Sokvag(MenyVal val) => val.Href.Split('?')[0];

    private static bool Under(string sokvag, string href) =>
        sokvag.Equals(href, StringComparison.OrdinalIgnoreCase) || sokvag.StartsWith(href + "/", StringComparison.OrdinalIgnoreCase);
}
