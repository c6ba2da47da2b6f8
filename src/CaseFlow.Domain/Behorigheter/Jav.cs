namespace CaseFlow.Domain.Behorigheter;

/// <summary>A jäv: who may not take part in which ärende. Holds from the moment it is reported; the chef tries it, and lifts it when it is none.</summary>
// FL (2017:900) 18 §: den som känner till en omständighet ska omedelbart anmäla det, och myndigheten prövar frågan så snart som möjligt
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

    /// <summary>Herself, or the chef who registered it.</summary>
    public AnvandareId AnmaltAv { get; private set; }

    /// <summary>When the chef found that it is a jäv; a chef who registers one has found it.</summary>
    public DateTimeOffset? Faststallt { get; private set; }

    /// <summary>When it was lifted: then it no longer holds.</summary>
    public DateTimeOffset? Havt { get; private set; }

    public AnvandareId? ProvatAv { get; private set; }

    /// <summary>Why it was lifted.</summary>
    public string? ProvningSkal { get; private set; }

    public int Version { get; private set; }

    public bool Galler => Havt is null;

    /// <summary>Someone reports her own.</summary>
    /// <returns>The jäv and its event, <c>JAV_ORSAK_SAKNAS</c> or <c>TEXT_FOR_LANG</c>.</returns>
    public static Result<AnmaltJav> Anmal(AnvandareId anvandare, ArendeId arende, string? orsak, DateTimeOffset now) =>
        Registrera(anvandare, arende, orsak, anvandare, now);

    /// <summary>Someone else, the chef, knows of it.</summary>
    /// <returns>As <see cref="Anmal"/>.</returns>
    public static Result<AnmaltJav> Registrera(AnvandareId anvandare, ArendeId arende, string? orsak, AnvandareId av, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(orsak)) return Error.Invalid("JAV_ORSAK_SAKNAS", "Skriv kort vad jävet består i.");
        if (Textlangd.ArForLang(orsak)) return Textlangd.ForLang;
        var jav = Ny(anvandare, arende, orsak.Trim(), av, now);
        if (av != anvandare) (jav.Faststallt, jav.ProvatAv) = (jav.Tid, av);
        return new AnmaltJav(jav, new(arende, anvandare));
    }

    /// <summary>The same jäv in an ärende that goes on from this one.</summary>
    public AnmaltJav Folj(ArendeId arende, DateTimeOffset now)
    {
        var jav = Ny(AnvandareId, arende, Orsak, AnmaltAv, now);
        (jav.Faststallt, jav.ProvatAv) = (Faststallt, ProvatAv);
        return new(jav, new(arende, AnvandareId));
    }

    /// <summary>The chef's answer: it is a jäv and stands, or it is none (any longer) and is lifted.</summary>
    /// <param name="skal">Why it is lifted; not asked for when it stands.</param>
    /// <returns>The event; <c>JAV_EGET</c>, <c>JAV_REDAN_PROVAT</c>, <c>SKAL_SAKNAS</c> or <c>TEXT_FOR_LANG</c>.</returns>
    // FL (2017:900) 18 §, 3 st: den som jävet gäller tar inte del i prövningen
    public Result<JavProvat> Prova(bool javig, string? skal, AnvandareId av, DateTimeOffset now)
    {
        if (av == AnvandareId) return Error.Rule("JAV_EGET", "Ingen prövar sitt eget jäv. Låt en annan chef göra det.");
        if (!Galler || (javig && Faststallt is not null)) return Error.Conflict("JAV_REDAN_PROVAT", "Jävet är redan prövat. Ladda om sidan.");
        if (!javig && Skalregel.Prova(skal, "Skriv varför det inte är jäv") is { } fel) return fel;
        ProvatAv = av;
        if (javig) Faststallt = now.ToUniversalTime();
        else (Havt, ProvningSkal) = (now.ToUniversalTime(), skal!.Trim());
        return new JavProvat(ArendeId, AnvandareId, javig);
    }

    private static Jav Ny(AnvandareId anvandare, ArendeId arende, string orsak, AnvandareId av, DateTimeOffset now) =>
        new() { AnvandareId = anvandare, ArendeId = arende, Orsak = orsak, AnmaltAv = av, Tid = now.ToUniversalTime() };
}

public static class Javsregel
{
    /// <summary>The refusal of someone with jäv in one of the person's ärenden, or null.</summary>
    // FL (2017:900) 17 §: den som är jävig får inte ta del i handläggningen
    public static Error? Hinder(bool harJav) =>
        harJav ? Error.Rule("JAV", "Handläggaren har jäv i ett av personens ärenden och får inte ta del i handläggningen. Gäller jävet inte det här ärendet häver du det i ärendet där det är anmält.") : null;
}

public sealed record AnmaltJav(Jav Jav, JavAnmalt Handelse);

public sealed record JavAnmalt(ArendeId Arende, AnvandareId Anvandare) : IHandelse;

public sealed record JavProvat(ArendeId Arende, AnvandareId Anvandare, bool Javig) : IHandelse;
