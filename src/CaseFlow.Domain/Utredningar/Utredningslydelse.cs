namespace CaseFlow.Domain.Utredningar;

/// <summary>A part of the utredning as it stood before someone wrote in it. What stands now is in the utredning itself.</summary>
// FL (2017:900) 27 §: det ska framgå när en uppgift dokumenterades och av vem
public sealed class Utredningslydelse
{
    private Utredningslydelse()
    {
    }

    /// <param name="del">Code of a <see cref="Livsomrade"/>, <c>bedomning</c> or <c>insats-</c> and the number of an ansökt insats.</param>
    /// <param name="rev">The revision that the part had with these words.</param>
    /// <param name="falt">The fields by name as one JSON object.</param>
    public Utredningslydelse(UtredningId utredning, string del, int rev, string falt, AnvandareId ersattAv, DateTimeOffset now) =>
        (UtredningId, Del, Rev, Falt, ErsattAv, Ersatt) = (utredning, del, rev, falt, ersattAv, now.ToUniversalTime());

    public UtredningId UtredningId { get; private set; }

    public string Del { get; private set; } = "";

    public int Rev { get; private set; }

    public string Falt { get; private set; } = "";

    /// <summary>Who wrote what came after it.</summary>
    public AnvandareId ErsattAv { get; private set; }

    public DateTimeOffset Ersatt { get; private set; }
}
