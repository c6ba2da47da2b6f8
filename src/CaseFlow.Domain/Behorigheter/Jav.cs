namespace CaseFlow.Domain.Behorigheter;

/// <summary>A reported jäv: who may not take part in which ärende.</summary>
// FL (2017:900) 18 §, 1 st: den som känner till en omständighet ska omedelbart anmäla det
public sealed class Jav
{
    private Jav()
    {
    }

    public AnvandareId AnvandareId { get; private set; }

    public ArendeId ArendeId { get; private set; }

    /// <summary>Free text of the reporter; stays in the domain table.</summary>
    public string Orsak { get; private set; } = "";

    public DateTimeOffset Tid { get; private set; }

    /// <returns>The jäv and its event, <c>JAV_ORSAK_SAKNAS</c> or <c>TEXT_FOR_LANG</c>.</returns>
    public static Result<AnmaltJav> Anmal(AnvandareId anvandare, ArendeId arende, string? orsak, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(orsak)) return Error.Invalid("JAV_ORSAK_SAKNAS", "Skriv kort vad jävet består i.");
        if (Textlangd.ArForLang(orsak)) return Textlangd.ForLang;
        return Ny(anvandare, arende, orsak.Trim(), now);
    }

    /// <summary>The same jäv in an ärende that goes on from this one.</summary>
    public AnmaltJav Folj(ArendeId arende, DateTimeOffset now) => Ny(AnvandareId, arende, Orsak, now);

    private static AnmaltJav Ny(AnvandareId anvandare, ArendeId arende, string orsak, DateTimeOffset now) =>
        new(new() { AnvandareId = anvandare, ArendeId = arende, Orsak = orsak, Tid = now.ToUniversalTime() }, new(arende, anvandare));
}

public static class Javsregel
{
    /// <summary>The refusal of someone who has reported jäv in the ärende, or null.</summary>
    // FL (2017:900) 17 §: den som är jävig får inte ta del i handläggningen
    public static Error? Hinder(bool harAnmaltJav) =>
        harAnmaltJav ? Error.Rule("JAV", "Handläggaren har anmält jäv i ärendet och får inte ta del i handläggningen.") : null;
}

public sealed record AnmaltJav(Jav Jav, JavAnmalt Handelse);

public sealed record JavAnmalt(ArendeId Arende, AnvandareId Anvandare) : IHandelse;
