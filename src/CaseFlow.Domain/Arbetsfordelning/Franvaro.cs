using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Arbetsfordelning;

/// <summary>A time when someone is away. She gets no new ärenden, and whoever stands in for her has hers.</summary>
public sealed class Franvaro
{
    private Franvaro()
    {
    }

    public FranvaroId Id { get; private set; }

    public AnvandareId AnvandareId { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day away; null until it is known. Before <see cref="From"/> when it was called off.</summary>
    public DateOnly? Tom { get; private set; }

    /// <summary>Who stands in; null when nobody does and the chef sees to what comes.</summary>
    public AnvandareId? Ersattare { get; private set; }

    public AnvandareId RegistreradAv { get; private set; }

    public DateTimeOffset Registrerad { get; private set; }

    public int Version { get; private set; }

    public bool Galler(DateOnly dag) => From <= dag && (Tom is null || Tom >= dag);

    /// <returns>The absence and its event, or <c>STALLFORETRADARE_SIG_SJALV</c>.</returns>
    public static Result<(Franvaro Franvaro, FranvaroRegistrerad Handelse)> Registrera(
        FranvaroId id, AnvandareId anvandare, Period period, AnvandareId? ersattare, AnvandareId av, DateTimeOffset now)
    {
        if (ersattare == anvandare) return Error.Rule("STALLFORETRADARE_SIG_SJALV", "Ingen kan vara sin egen ställföreträdare.");
        var franvaro = new Franvaro
        {
            Id = id,
            AnvandareId = anvandare,
            From = period.From,
            Tom = period.Tom,
            Ersattare = ersattare,
            RegistreradAv = av,
            Registrerad = now.ToUniversalTime(),
        };
        return (franvaro, new FranvaroRegistrerad(id, anvandare, ersattare, period.From, period.Tom));
    }

    /// <summary>She is back: yesterday was the last day, or it never came about.</summary>
    /// <returns>The event, or <c>FRANVARO_SLUT</c> when it was over already.</returns>
    public Result<FranvaroAvslutad> Avsluta(DateOnly idag)
    {
        if (Tom < idag) return Error.Conflict("FRANVARO_SLUT", "Frånvaron är redan slut.");
        Tom = (idag > From ? idag : From).AddDays(-1);
        return new FranvaroAvslutad(Id, AnvandareId);
    }
}

public sealed record FranvaroRegistrerad(FranvaroId Franvaro, AnvandareId Anvandare, AnvandareId? Ersattare, DateOnly From, DateOnly? Tom) : IHandelse;

public sealed record FranvaroAvslutad(FranvaroId Franvaro, AnvandareId Anvandare) : IHandelse;
