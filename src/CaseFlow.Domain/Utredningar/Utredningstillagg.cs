namespace CaseFlow.Domain.Utredningar;

/// <summary>What came to light between the closing of the utredning and the beslut. Written once, never changed.</summary>
// FL (2017:900) 23 §: ärendet utreds i den omfattning dess beskaffenhet kräver, också när svaret ger något nytt; 27 §: det antecknas
public sealed class Utredningstillagg
{
    private Utredningstillagg()
    {
    }

    internal Utredningstillagg(UtredningId utredning, int nr, string text, string kalla, DateOnly dag, AnvandareId av, DateTimeOffset now) =>
        (UtredningId, Nr, Text, Kalla, Dag, SkrivetAv, Skrivet) = (utredning, nr, text, kalla, dag, av, now.ToUniversalTime());

    public UtredningId UtredningId { get; private set; }

    /// <summary>1 for the first; the key together with the utredning.</summary>
    public int Nr { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Who said it or which document.</summary>
    public string Kalla { get; private set; } = "";

    /// <summary>The day it was said or written.</summary>
    public DateOnly Dag { get; private set; }

    public AnvandareId SkrivetAv { get; private set; }

    public DateTimeOffset Skrivet { get; private set; }
}
