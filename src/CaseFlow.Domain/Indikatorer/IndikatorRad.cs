using CaseFlow.Domain.Personer;

namespace CaseFlow.Domain.Indikatorer;

/// <summary>One event in an indicator: counted in the denominator, and in the numerator when <see cref="Raknas"/>.</summary>
public sealed class IndikatorRad
{
    private IndikatorRad()
    {
    }

    public HandelseId HandelseId { get; private set; }

    /// <summary>Code of the <see cref="Indikatordefinition"/>.</summary>
    public string Indikator { get; private set; } = "";

    public EnhetId EnhetId { get; private set; }

    public ArendeId ArendeId { get; private set; }

    /// <summary>E.g. <c>2026-T2</c>, by the day in Europe/Stockholm.</summary>
    public string Tertial { get; private set; } = "";

    public int Ar { get; private set; }

    public Kon Kon { get; private set; }

    public bool Raknas { get; private set; }

    /// <summary>The row of a finished investigation: counts when as many insatser are described as were sought.</summary>
    public static IndikatorRad AvUtredning(
        HandelseId handelse, EnhetId enhet, ArendeId arende, DateTimeOffset tid, int ansokta, int beskrivna, Kon kon)
    {
        var tertial = Kalender.Tertial.Av(tid);
        return new()
        {
            HandelseId = handelse,
            Indikator = IndikatorKatalog.SamtligaInsatserBeskrivna.Kod,
            EnhetId = enhet,
            ArendeId = arende,
            Tertial = tertial.ToString(),
            Ar = tertial.Ar,
            Kon = kon,
            Raknas = ansokta > 0 && beskrivna >= ansokta,
        };
    }
}
