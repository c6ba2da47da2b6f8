namespace CaseFlow.Domain.Personer;

/// <summary>How a person was reached before someone changed it. What holds now is the person's own.</summary>
// FL (2017:900) 27 §: det ska framgå när en uppgift dokumenterades och av vem
public sealed class Kontaktlydelse
{
    private Kontaktlydelse()
    {
    }

    /// <param name="rev">The version that the person had with these.</param>
    /// <param name="falt">The fields by name as one JSON object.</param>
    public Kontaktlydelse(PersonId person, int rev, string falt, AnvandareId ersattAv, DateTimeOffset now) =>
        (PersonId, Rev, Falt, ErsattAv, Ersatt) = (person, rev, falt, ersattAv, now.ToUniversalTime());

    public PersonId PersonId { get; private set; }

    public int Rev { get; private set; }

    public string Falt { get; private set; } = "";

    /// <summary>Who changed it.</summary>
    public AnvandareId ErsattAv { get; private set; }

    public DateTimeOffset Ersatt { get; private set; }
}
