using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Behorigheter;

/// <summary>Someone who works in the system. What she may do follows from her <see cref="Uppdrag"/>.</summary>
public sealed class Anvandare
{
    private readonly List<string> _sprak = [];
    private readonly List<string> _omraden = [];

    private Anvandare()
    {
    }

    public AnvandareId Id { get; private set; }

    public string Namn { get; private set; } = "";

    public string Titel { get; private set; } = "";

    public bool Aktiv { get; private set; }

    /// <summary>Language codes she works in, e.g. <c>sv</c>, <c>fi</c>.</summary>
    public IReadOnlyList<string> Sprak => _sprak;

    /// <summary>Beginnings of postal codes she takes ärenden from; empty means all of the unit's.</summary>
    public IReadOnlyList<string> Omraden => _omraden;

    public int Version { get; private set; }

    public static Anvandare LaggUpp(AnvandareId id, string namn, string titel, IEnumerable<string>? sprak = null, IEnumerable<string>? omraden = null)
    {
        var anvandare = new Anvandare { Id = id, Namn = namn.Trim(), Titel = titel.Trim(), Aktiv = true };
        anvandare._sprak.AddRange((sprak ?? ["sv"]).Distinct(StringComparer.Ordinal));
        anvandare._omraden.AddRange((omraden ?? []).Distinct(StringComparer.Ordinal));
        return anvandare;
    }

    /// <summary>Closes the account; the past keeps pointing at it.</summary>
    public AnvandareInaktiverad Inaktivera()
    {
        Aktiv = false;
        return new AnvandareInaktiverad(Id);
    }
}

/// <summary>A role in a unit for a time, with the level of decision that the delegationsordning gives.</summary>
public sealed class Uppdrag
{
    private Uppdrag()
    {
    }

    public AnvandareId AnvandareId { get; private set; }

    public EnhetId EnhetId { get; private set; }

    public Roll Roll { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? Tom { get; private set; }

    public Delegatniva Delegat { get; private set; }

    /// <summary>Who let her have it, when two persons did; null for what was laid from the command line.</summary>
    public AnvandareId? GavsAv { get; private set; }

    public static Uppdrag Ge(AnvandareId anvandare, EnhetId enhet, Roll roll, Period period, Delegatniva delegat, AnvandareId? gavsAv = null) =>
        new() { AnvandareId = anvandare, EnhetId = enhet, Roll = roll, From = period.From, Tom = period.Tom, Delegat = delegat, GavsAv = gavsAv };

    /// <summary>Ends it, or sooner than it would have ended. Later is a new assignment.</summary>
    /// <param name="sista">The last day; the day before today ends it at once.</param>
    /// <returns>The event; <c>UPPDRAG_SLUT</c> when it has ended; <c>UPPDRAG_FORLANGS_INTE</c>; <c>UPPDRAG_SLUT_BAKAT</c>.</returns>
    public Result<UppdragAvslutat> Avsluta(DateOnly sista, DateOnly idag)
    {
        if (Tom < idag) return Error.Conflict("UPPDRAG_SLUT", "Uppdraget har redan slutat. Ladda om sidan.");
        if (sista < idag.AddDays(-1)) return Error.Invalid("UPPDRAG_SLUT_BAKAT", "Välj idag eller en dag som kommer: det som har varit ändras inte.");
        if (sista >= Tom) return Error.Invalid("UPPDRAG_FORLANGS_INTE", "Välj en dag före den dag uppdraget ändå slutar. Ett längre uppdrag föreslås på nytt.");
        Tom = sista;
        return new UppdragAvslutat(AnvandareId, EnhetId, Roll, sista);
    }
}

/// <summary>Someone who stands in for another for a time, with her ärenden but with his own level of decision.</summary>
public sealed class Stallforetradare
{
    private Stallforetradare()
    {
    }

    /// <summary>The one who is away.</summary>
    public AnvandareId For { get; private set; }

    public AnvandareId Ersattare { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? Tom { get; private set; }

    /// <returns>The deputyship, or <c>STALLFORETRADARE_SIG_SJALV</c>.</returns>
    public static Result<Stallforetradare> Utse(AnvandareId forAnvandare, AnvandareId ersattare, Period period) =>
        forAnvandare == ersattare
            ? Error.Rule("STALLFORETRADARE_SIG_SJALV", "Ingen kan vara sin egen ställföreträdare.")
            : new Stallforetradare { For = forAnvandare, Ersattare = ersattare, From = period.From, Tom = period.Tom };

    /// <summary>Holds to this day; null until further notice. A day before the first one when it never came about.</summary>
    public void GallerTill(DateOnly? tom) => Tom = tom;
}

public sealed record UppdragGivet(AnvandareId Anvandare, EnhetId Enhet, Roll Roll, Delegatniva Delegat, DateOnly From, DateOnly? Tom) : IHandelse;

public sealed record UppdragAvslutat(AnvandareId Anvandare, EnhetId Enhet, Roll Roll, DateOnly Sista) : IHandelse;

public sealed record AnvandareInaktiverad(AnvandareId Anvandare) : IHandelse;
