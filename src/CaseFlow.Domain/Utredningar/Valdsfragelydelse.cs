namespace CaseFlow.Domain.Utredningar;

/// <summary>What was noted about the question of violence before someone noted something else; nothing, the first time. Kept apart from the other
/// wordings of the utredning: it is read only by those who handle the ärende.</summary>
// FL (2017:900) 27 §; aldrig vad personen svarade
public sealed class Valdsfragelydelse
{
    private Valdsfragelydelse()
    {
    }

    /// <param name="nr">1, 2, 3... in the utredning.</param>
    /// <param name="forut">What stood there; null when nothing was noted.</param>
    public Valdsfragelydelse(UtredningId utredning, int nr, Valdsfraga? forut, AnvandareId ersattAv, DateTimeOffset now) =>
        (UtredningId, Nr, Utfall, Orsak, Datum, ErsattAv, Ersatt) = (utredning, nr, forut?.Utfall, forut?.Orsak, forut?.Datum, ersattAv, now.ToUniversalTime());

    public UtredningId UtredningId { get; private set; }

    public int Nr { get; private set; }

    public Valdsfrageutfall? Utfall { get; private set; }

    /// <summary>One of <see cref="EjFragadOrsak.Alla"/> when not asked, else null.</summary>
    public string? Orsak { get; private set; }

    public DateOnly? Datum { get; private set; }

    /// <summary>Who noted what came after it.</summary>
    public AnvandareId ErsattAv { get; private set; }

    public DateTimeOffset Ersatt { get; private set; }
}
