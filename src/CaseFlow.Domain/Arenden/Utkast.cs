using System.Text;

namespace CaseFlow.Domain.Arenden;

/// <summary>How long a draft that nobody goes on with is kept.</summary>
public sealed record Utkastregel(TimeSpan Minnestid)
{
    public static Utkastregel Vanlig { get; } = new(TimeSpan.FromDays(30));

    /// <summary>Whoever no longer has the ärende gets so long before it is taken away: a move may be undone.</summary>
    public static TimeSpan EfterFlytt { get; } = TimeSpan.FromDays(1);
}

/// <summary>What someone has typed in a form and not yet saved: her own, and nobody else's to see. It is no part of an ärende until it is saved there,
/// so nothing is decided or shown from it.</summary>
public sealed class Utkast
{
    /// <summary>Bytes of one draft.</summary>
    public const int Storst = 200 * 1024;

    /// <summary>More than this nobody is writing on at once.</summary>
    public const int FlestPerPerson = 200;

    private Utkast()
    {
    }

    public UtkastId Id { get; private set; }

    /// <summary>Who typed it; the only one who gets it.</summary>
    public AnvandareId AgareId { get; private set; }

    /// <summary>Null when what is typed opens an ärende (<see cref="Utkastplats.IArende"/>).</summary>
    public ArendeId? ArendeId { get; private set; }

    public Utkastslag Slag { get; private set; }

    /// <summary>As <see cref="Utkastplats.Nyckel"/>.</summary>
    public string Nyckel { get; private set; } = "";

    /// <summary>Code of the <see cref="Utkastplats"/>.</summary>
    public string Plats => Utkastplats.KodFor(Slag, Nyckel);

    /// <summary>What the fields hold, by name, as one JSON object; with them the version of what was on the page when the typing began.</summary>
    public string Falt { get; private set; } = "";

    /// <summary>When it was last saved.</summary>
    public DateTimeOffset Sparat { get; private set; }

    /// <summary>The last day that stands in the trail.</summary>
    public DateOnly LoggatDag { get; private set; }

    /// <returns>The draft and its event, or <c>UTKAST_FOR_STORT</c>.</returns>
    public static Result<(Utkast Utkast, UtkastSparat Handelse)> Borja(
        UtkastId id, AnvandareId agare, ArendeId? arende, Utkastplats plats, string falt, DateTimeOffset now, DateOnly idag)
    {
        if (ForStort(falt)) return MedForMycket;
        var utkast = new Utkast
        {
            Id = id, AgareId = agare, ArendeId = arende, Slag = plats.Slag, Nyckel = plats.Nyckel, Falt = falt, Sparat = now.ToUniversalTime(), LoggatDag = idag,
        };
        return (utkast, new UtkastSparat(id, arende, plats.Slag));
    }

    /// <summary>Goes on with it.</summary>
    /// <returns>The event the first time of a day, else none: what is saved every second is logged once. Or <c>UTKAST_FOR_STORT</c>.</returns>
    public Result<UtkastSparat?> Fortsatt(string falt, DateTimeOffset now, DateOnly idag)
    {
        if (ForStort(falt)) return MedForMycket;
        (Falt, Sparat) = (falt, now.ToUniversalTime());
        if (LoggatDag == idag) return Result.Ok<UtkastSparat?>(null);
        LoggatDag = idag;
        return new UtkastSparat(Id, ArendeId, Slag);
    }

    private static bool ForStort(string falt) => Encoding.UTF8.GetByteCount(falt) > Storst;

    private static Error MedForMycket { get; } =
        Error.Invalid("UTKAST_FOR_STORT", $"Texten är för lång för ett utkast (mer än {Storst / 1024} kB). Det du skrivit finns kvar på sidan: korta det eller spara.");
}

/// <summary>A draft was begun, or gone on with on a new day.</summary>
public sealed record UtkastSparat(UtkastId Utkast, ArendeId? Arende, Utkastslag Slag) : IHandelse;

/// <summary>The one who wrote it threw it away.</summary>
public sealed record UtkastKastat(UtkastId Utkast, ArendeId? Arende, Utkastslag Slag) : IHandelse;
