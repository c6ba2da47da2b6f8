namespace CaseFlow.Domain.Ansokningar;

/// <summary>On what ground someone speaks for the applicant.</summary>
// God man och förvaltare: föräldrabalken 11 kap. [overifierat]. Framtidsfullmakt: lag (2017:310) [overifierat]. Ombud med fullmakt: FL (2017:900) 14-15 §§.
public enum OmbudRoll { GodMan, Forvaltare, Framtidsfullmakt, Fullmakt }

/// <summary>The contract's codes for <see cref="OmbudRoll"/>.</summary>
public static class OmbudRoller
{
    public static OmbudRoll? Tolka(string? kod) => kod switch
    {
        "god-man" => OmbudRoll.GodMan,
        "forvaltare" => OmbudRoll.Forvaltare,
        "framtidsfullmakt" => OmbudRoll.Framtidsfullmakt,
        "fullmakt" => OmbudRoll.Fullmakt,
        _ => null,
    };

    /// <summary>The person's own words say what it is for: a fullmakt and a framtidsfullmakt. A god man or förvaltare has an order instead.</summary>
    public static bool ArFullmakt(this OmbudRoll roll) => roll is OmbudRoll.Fullmakt or OmbudRoll.Framtidsfullmakt;

    public static string Kod(this OmbudRoll roll) => roll switch
    {
        OmbudRoll.GodMan => "god-man",
        OmbudRoll.Forvaltare => "forvaltare",
        OmbudRoll.Framtidsfullmakt => "framtidsfullmakt",
        OmbudRoll.Fullmakt => "fullmakt",
    };
}

/// <summary>Who speaks for the applicant, on what ground and in which matters.</summary>
/// <remarks>A fullmakt may be asked for in writing or orally and states name and scope. FL (2017:900) 15 §, 1 st.</remarks>
public sealed class Ombud
{
    public const string SorjaForPerson = "sorja-for-person";
    public const string ForvaltaEgendom = "forvalta-egendom";
    public const string BevakaRatt = "bevaka-ratt";

    private readonly List<string> _omfattning = [];

    private Ombud()
    {
    }

    public string Namn { get; private set; } = "";

    public OmbudRoll Roll { get; private set; }

    public string? Telefon { get; private set; }

    /// <summary>The three codes of the föräldrabalk, or for a fullmakt the scope in its own words.</summary>
    public IReadOnlyList<string> Omfattning => _omfattning;

    /// <summary>The last day of the authority; null when it has no known end.</summary>
    public DateOnly? GallerTom { get; private set; }

    public static Ombud Skapa(string namn, OmbudRoll roll, string? telefon, IEnumerable<string>? omfattning, DateOnly? gallerTom = null)
    {
        var ombud = new Ombud { Namn = namn.Trim(), Roll = roll, Telefon = telefon, GallerTom = gallerTom };
        ombud._omfattning.AddRange(omfattning ?? []);
        return ombud;
    }

    public bool Galler(DateOnly dag) => GallerTom is null || dag <= GallerTom;
}
