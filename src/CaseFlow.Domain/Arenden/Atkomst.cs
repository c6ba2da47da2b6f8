using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Arenden;

/// <summary>How many ärenden someone may open with a reason. The unit's own choice: no law says a number.</summary>
/// <param name="FlestPerDygn">Within any twenty-four hours; more are refused.</param>
/// <param name="MarksPerDygn">From so many within twenty-four hours the chef sees it marked in her list.</param>
public sealed record Skaloppningsregel(int FlestPerDygn, int MarksPerDygn)
{
    public static Skaloppningsregel Vanlig { get; } = new(40, 15);
}

/// <summary>A reason given to open an ärende in one's own unit that is someone else's, or no one's. Valid for the rest of the day.</summary>
// Lag (2001:454) om behandling av personuppgifter inom socialtjänsten, 10 §: behörighet efter behov, åtkomsten dokumenteras
public sealed class Atkomst
{
    private Atkomst()
    {
    }

    public AnvandareId AnvandareId { get; private set; }

    public ArendeId ArendeId { get; private set; }

    public string Skal { get; private set; } = "";

    public DateTimeOffset Fran { get; private set; }

    /// <summary>The moment it ends, not included.</summary>
    public DateTimeOffset Tom { get; private set; }

    /// <returns>The access and its event, <c>SKAL_SAKNAS</c> or <c>TEXT_FOR_LANG</c>.</returns>
    public static Result<OppnadAtkomst> Ge(AnvandareId anvandare, ArendeId arende, string? skal, DateTimeOffset now)
    {
        if (ProvaSkal(skal) is { } fel) return fel;
        var atkomst = new Atkomst
        {
            AnvandareId = anvandare,
            ArendeId = arende,
            Skal = skal!.Trim(),
            Fran = now.ToUniversalTime(),
            Tom = SvenskTid.Midnatt(SvenskTid.Dag(now).AddDays(1)),
        };
        return new OppnadAtkomst(atkomst, new(arende, anvandare));
    }

    /// <summary>The refusal of a reason, or null.</summary>
    internal static Error? ProvaSkal(string? skal) => Skalregel.Prova(skal, "Skriv varför du behöver uppgifterna");
}

/// <summary>Protected data shown in clear for five minutes, to someone who has access to the ärende and gave a reason.</summary>
public sealed class SkyddVisning
{
    public static readonly TimeSpan Varaktighet = TimeSpan.FromMinutes(5);

    private SkyddVisning()
    {
    }

    public AnvandareId AnvandareId { get; private set; }

    public PersonId PersonId { get; private set; }

    public string Skal { get; private set; } = "";

    public DateTimeOffset Fran { get; private set; }

    /// <summary>The moment it ends, not included.</summary>
    public DateTimeOffset Tom { get; private set; }

    /// <param name="senast">When the access that it rests on ends, if it ends sooner; null when it does not end by itself.</param>
    /// <returns>The showing and its event, <c>SKAL_SAKNAS</c> or <c>TEXT_FOR_LANG</c>.</returns>
    public static Result<OppnadSkyddVisning> Visa(AnvandareId anvandare, PersonId person, string? skal, DateTimeOffset now, DateTimeOffset? senast = null)
    {
        if (Atkomst.ProvaSkal(skal) is { } fel) return fel;
        var visning = new SkyddVisning
        {
            AnvandareId = anvandare,
            PersonId = person,
            Skal = skal!.Trim(),
            Fran = now.ToUniversalTime(),
            Tom = senast is { } slut && slut < now + Varaktighet ? slut.ToUniversalTime() : now.ToUniversalTime() + Varaktighet,
        };
        return new OppnadSkyddVisning(visning, new(person, anvandare));
    }
}

public sealed record OppnadAtkomst(Atkomst Atkomst, ArendeOppnatMedSkal Handelse);

public sealed record OppnadSkyddVisning(SkyddVisning Visning, SkyddadeUppgifterVisade Handelse);

public sealed record ArendeOppnatMedSkal(ArendeId Arende, AnvandareId Anvandare) : IHandelse;

public sealed record SkyddadeUppgifterVisade(PersonId Person, AnvandareId Anvandare) : IHandelse;
