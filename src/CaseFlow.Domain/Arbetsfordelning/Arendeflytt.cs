namespace CaseFlow.Domain.Arbetsfordelning;

/// <summary>One or several ärenden that a chef moved at the same time for the same reason. Kept so that it can be undone for a while.</summary>
public sealed class Arendeflytt
{
    /// <summary>How long it can be undone: long enough to see a mistake, too short for anyone to have begun.</summary>
    public static readonly TimeSpan Angertid = TimeSpan.FromMinutes(15);

    private readonly List<Flyttrad> _rader = [];

    private Arendeflytt()
    {
    }

    public FlyttId Id { get; private set; }

    public Guid PublikId { get; private set; }

    public EnhetId EnhetId { get; private set; }

    public AnvandareId Av { get; private set; }

    public DateTimeOffset Tid { get; private set; }

    public string Skal { get; private set; } = "";

    /// <summary>When it was undone; null when it stands.</summary>
    public DateTimeOffset? Angrad { get; private set; }

    public IReadOnlyList<Flyttrad> Rader => _rader;

    public int Version { get; private set; }

    /// <returns>The move and its event, <c>SKAL_SAKNAS</c> or <c>TEXT_FOR_LANG</c>.</returns>
    public static Result<(Arendeflytt Flytt, ArendenFlyttade Handelse)> Gor(
        FlyttId id, Guid publikId, EnhetId enhet, AnvandareId av, string? skal, IReadOnlyCollection<(ArendeId Arende, AnvandareId? Fran, AnvandareId Till)> rader, DateTimeOffset now)
    {
        if (Texter.Stada(skal) is not { } text) return Error.Invalid("SKAL_SAKNAS", "Skriv varför ärendena flyttas.");
        if (Textlangd.ArForLang(text)) return Textlangd.ForLang;
        var flytt = new Arendeflytt { Id = id, PublikId = publikId, EnhetId = enhet, Av = av, Tid = now.ToUniversalTime(), Skal = text };
        flytt._rader.AddRange(rader.Select(r => new Flyttrad(id, r.Arende, r.Fran, r.Till)));
        return (flytt, new ArendenFlyttade(id, flytt._rader.Count));
    }

    /// <summary>The last moment it can be undone.</summary>
    public DateTimeOffset AngrasSenast => Tid + Angertid;

    public bool KanAngras(DateTimeOffset now) => Angrad is null && now <= AngrasSenast && _rader.Exists(r => r.Fran is not null);

    /// <summary>Takes the move back. What nobody had before stays where it is: the process has gone on.</summary>
    /// <returns>The event; <c>FLYTT_ANGRAD</c> or <c>ANGERTID_SLUT</c>.</returns>
    public Result<FlyttAngrad> Angra(DateTimeOffset now)
    {
        if (Angrad is not null) return Error.Conflict("FLYTT_ANGRAD", "Flytten är redan ångrad.");
        if (!KanAngras(now)) return Error.Rule("ANGERTID_SLUT", "Tiden för att ångra har gått ut. Flytta ärendena igen i stället.");
        Angrad = now.ToUniversalTime();
        return new FlyttAngrad(Id);
    }
}

/// <summary>One ärende of a move.</summary>
public sealed class Flyttrad
{
    private Flyttrad()
    {
    }

    internal Flyttrad(FlyttId flytt, ArendeId arende, AnvandareId? fran, AnvandareId till) => (FlyttId, ArendeId, Fran, Till) = (flytt, arende, fran, till);

    public FlyttId FlyttId { get; private set; }

    public ArendeId ArendeId { get; private set; }

    /// <summary>Who had it; null when nobody had.</summary>
    public AnvandareId? Fran { get; private set; }

    public AnvandareId Till { get; private set; }
}

/// <param name="Antal">How many; who got which stands in each ärende's own trail.</param>
public sealed record ArendenFlyttade(FlyttId Flytt, int Antal) : IHandelse;

public sealed record FlyttAngrad(FlyttId Flytt) : IHandelse;
