using CaseFlow.Domain.Insatser;

namespace CaseFlow.Domain.Verkstallighet;

// Rummet Verkstallighet: beställningen är det utföraren får se av ärendet, alltså mål, omfattning och önskad start.
// Utföraren bekräftar den och säger när insatsen börjar. Genomförandeplanen kommer hit senare.

/// <summary>What is ordered of a utförare, for one insats.</summary>
// SoL (2025:400) 10 kap. 3–5 §§, från 2025-07-01: shaped together with the person, and the person's wish of when and how.
public sealed class Bestallning
{
    private Bestallning()
    {
    }

    public BestallningId Id { get; private set; }

    public InsatsId InsatsId { get; private set; }

    public string Utforare { get; private set; } = "";

    /// <summary>What the insats is to lead to, from the beslut.</summary>
    public string? Mal { get; private set; }

    /// <summary>Need, purpose and time frame, in words.</summary>
    public string? Uppdrag { get; private set; }

    public decimal? Omfattning { get; private set; }

    public string OmfattningEnhet { get; private set; } = "";

    /// <summary>The day the person wishes to begin.</summary>
    public DateOnly? OnskadStart { get; private set; }

    public DateTimeOffset Skickad { get; private set; }

    public DateTimeOffset? Bekraftad { get; private set; }

    public DateOnly? Start { get; private set; }

    public int Version { get; private set; }

    /// <summary>The utförare takes the order, and may say when it will begin.</summary>
    public Result<Done> Bekrafta(DateOnly? start, DateTimeOffset now)
    {
        if (Bekraftad is not null)
            return Error.Conflict("BESTALLNING_BEKRAFTAD", "Beställningen är redan bekräftad.");
        Bekraftad = now.ToUniversalTime();
        Start = start;
        return Result.Done;
    }

    internal static Result<Bestallning> Skicka(
        BestallningId id, Insats insats, string utforare, string? mal, string? uppdrag, DateOnly? onskadStart, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(utforare))
            return Error.Invalid("UTFORARE_SAKNAS", "Välj vem som ska utföra insatsen.");
        if (Texter.ForLanga(mal, uppdrag, utforare)) return Textlangd.ForLang;
        return new Bestallning
        {
            Id = id,
            InsatsId = insats.Id,
            Utforare = utforare.Trim(),
            Mal = Texter.Stada(mal),
            Uppdrag = Texter.Stada(uppdrag),
            Omfattning = insats.Omfattning,
            OmfattningEnhet = insats.OmfattningEnhet,
            OnskadStart = onskadStart,
            Skickad = now.ToUniversalTime(),
        };
    }
}
