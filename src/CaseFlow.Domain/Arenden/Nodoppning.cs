namespace CaseFlow.Domain.Arenden;

public readonly record struct NodoppningId(long Value) : IId;

/// <summary>How long an emergency opening lasts, and how many someone may make.</summary>
/// <param name="FlestPerDygn">Within any twenty-four hours.</param>
public sealed record Nodoppningsregel(TimeSpan Varaktighet, int FlestPerDygn)
{
    public static Nodoppningsregel Vanlig { get; } = new(TimeSpan.FromHours(1), 10);
}

/// <summary>An ärende that does not exist for someone, opened by her in an emergency: to read, for a short time, with a reason that the unit's chef
/// reviews afterwards.</summary>
// Lag (2001:454) om behandling av personuppgifter inom socialtjänsten, 10 §: åtkomsten dokumenteras och kontrolleras
public sealed class Nodoppning
{
    private Nodoppning()
    {
    }

    public NodoppningId Id { get; private set; }

    public AnvandareId AnvandareId { get; private set; }

    public ArendeId ArendeId { get; private set; }

    public string Skal { get; private set; } = "";

    public DateTimeOffset Fran { get; private set; }

    /// <summary>The moment it ends, not included.</summary>
    public DateTimeOffset Tom { get; private set; }

    /// <summary>Who let her have the right to it, when someone did: she hears of it too.</summary>
    public AnvandareId? RattGavsAv { get; private set; }

    public DateTimeOffset? Granskad { get; private set; }

    public AnvandareId? GranskadAv { get; private set; }

    /// <summary>What the reviewer found.</summary>
    public string? Anteckning { get; private set; }

    public int Version { get; private set; }

    /// <summary>The refusal of a reason, or null. Asked before anything is known of the ärende.</summary>
    public static Error? ProvaSkal(string? skal) => Skalregel.Prova(skal, "Skriv varför du behöver ärendet nu");

    /// <returns>The opening and its event, <c>SKAL_SAKNAS</c> or <c>TEXT_FOR_LANG</c>.</returns>
    public static Result<OppnadNodoppning> Oppna(
        NodoppningId id, AnvandareId anvandare, ArendeId arende, string? skal, Nodoppningsregel regel, AnvandareId? rattGavsAv, DateTimeOffset now)
    {
        if (ProvaSkal(skal) is { } fel) return fel;
        var oppnad = new Nodoppning
        {
            Id = id, AnvandareId = anvandare, ArendeId = arende, Skal = skal!.Trim(), Fran = now.ToUniversalTime(),
            Tom = now.ToUniversalTime() + regel.Varaktighet, RattGavsAv = rattGavsAv,
        };
        return new OppnadNodoppning(oppnad, new(arende, anvandare, id, oppnad.Tom));
    }

    public bool Pagar(DateTimeOffset now) => now < Tom;

    /// <summary>She is done before the time is out, or someone ends it for her.</summary>
    /// <returns>The event, or <c>NODOPPNING_SLUT</c>.</returns>
    public Result<NodoppningAvslutad> Avsluta(DateTimeOffset now)
    {
        if (!Pagar(now)) return Error.Conflict("NODOPPNING_SLUT", "Nödöppningen har redan slutat.");
        Tom = now.ToUniversalTime();
        return new NodoppningAvslutad(ArendeId, AnvandareId, Id);
    }

    /// <summary>Someone else has looked at it, once it is over: what is still being read cannot be reviewed.</summary>
    /// <returns>The event; <c>NODOPPNING_EGEN</c>, <c>NODOPPNING_GRANSKAD</c>, <c>NODOPPNING_PAGAR</c>, <c>SKAL_SAKNAS</c> or <c>TEXT_FOR_LANG</c>.</returns>
    public Result<NodoppningGranskad> Granska(string? anteckning, AnvandareId av, DateTimeOffset now)
    {
        if (av == AnvandareId) return Error.Rule("NODOPPNING_EGEN", "Ingen granskar sin egen nödöppning. Låt en annan chef göra det.");
        if (Granskad is not null) return Error.Conflict("NODOPPNING_GRANSKAD", "Nödöppningen är redan granskad. Ladda om sidan.");
        if (Pagar(now)) return Error.Rule("NODOPPNING_PAGAR", "Nödöppningen pågår och mer kan bli läst. Avsluta den först, eller vänta tills den är slut.");
        if (Skalregel.Prova(anteckning, "Skriv vad du kom fram till") is { } fel) return fel;
        (Granskad, GranskadAv, Anteckning) = (now.ToUniversalTime(), av, anteckning!.Trim());
        return new NodoppningGranskad(ArendeId, AnvandareId, Id);
    }
}

public sealed record OppnadNodoppning(Nodoppning Nodoppning, ArendeNodoppnat Handelse);

/// <param name="Tom">When it ends by itself.</param>
public sealed record ArendeNodoppnat(ArendeId Arende, AnvandareId Anvandare, NodoppningId Nodoppning, DateTimeOffset Tom) : IHandelse;

public sealed record NodoppningAvslutad(ArendeId Arende, AnvandareId Anvandare, NodoppningId Nodoppning) : IHandelse;

/// <param name="Anvandare">Who had opened it.</param>
public sealed record NodoppningGranskad(ArendeId Arende, AnvandareId Anvandare, NodoppningId Nodoppning) : IHandelse;
