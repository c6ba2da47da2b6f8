namespace CaseFlow.Domain.Beslutsfattande;

public readonly record struct AterlamningId(long Value) : IId;

/// <summary>Where a förslag goes when it is not decided.</summary>
public enum Aterlamningsvag
{
    /// <summary>To be written anew.</summary>
    Forslag = 1,

    /// <summary>It was changed: the person is to see it before the beslut.</summary>
    Kommunicering = 2,
}

/// <summary>That the one who decides handed a förslag back, where to and why.</summary>
// SoL (2025:400) 14 kap. 3 §, från 2025-07-01: handläggningen ska dokumenteras
public sealed class Aterlamning
{
    private Aterlamning()
    {
    }

    public AterlamningId Id { get; private set; }

    public ArendeId ArendeId { get; private set; }

    public Aterlamningsvag Vag { get; private set; }

    public string Skal { get; private set; } = "";

    public AnvandareId Av { get; private set; }

    public DateTimeOffset Tid { get; private set; }

    public int Version { get; private set; }

    /// <returns>Refused with SKAL_SAKNAS or TEXT_FOR_LANG.</returns>
    public static Result<(Aterlamning Aterlamning, ForslagAterlamnat Handelse)> Gor(
        AterlamningId id, ArendeId arende, Aterlamningsvag vag, string? skal, AnvandareId av, DateTimeOffset now)
    {
        if (!Enum.IsDefined(vag)) return Error.Invalid("VAG_OKAND", "Välj vart förslaget ska.");
        if (Texter.Stada(skal) is not { } text) return Error.Rule("SKAL_SAKNAS", "Skriv varför förslaget lämnas tillbaka.");
        if (Texter.ForLanga(skal)) return Textlangd.ForLang;
        var aterlamning = new Aterlamning { Id = id, ArendeId = arende, Vag = vag, Skal = text, Av = av, Tid = now.ToUniversalTime() };
        return (aterlamning, new ForslagAterlamnat(arende, id, vag));
    }
}

/// <summary>The förslag was not decided but handed back.</summary>
public sealed record ForslagAterlamnat(ArendeId Arende, AterlamningId Aterlamning, Aterlamningsvag Vag) : IHandelse;
