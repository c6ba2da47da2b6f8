namespace CaseFlow.Domain.Utredningar;

/// <summary>What came to light after the utredning was closed, as the form sends it.</summary>
/// <param name="Kalla">Who said it or which document: FL (2017:900) 27 §.</param>
/// <param name="Dag">The day it was said or written.</param>
/// <param name="AnsoktInsats">The insats for which the person now asks for another amount, <paramref name="SoktOmfattning"/>; else both null.</param>
public sealed record Tillaggstext(string? Text, string? Kalla, DateOnly Dag, AnsoktInsatsId? AnsoktInsats = null, decimal? SoktOmfattning = null);

/// <summary>What came to light between the closing of the utredning and the beslut. Written once, never changed.</summary>
// FL (2017:900) 23 §: ärendet utreds i den omfattning dess beskaffenhet kräver, också när svaret ger något nytt; 27 §: det antecknas
public sealed class Utredningstillagg
{
    private Utredningstillagg()
    {
    }

    internal Utredningstillagg(UtredningId utredning, int nr, Tillaggstext skrivet, AnvandareId av, DateTimeOffset now)
    {
        (UtredningId, Nr, SkrivetAv, Skrivet) = (utredning, nr, av, now.ToUniversalTime());
        (Text, Kalla, Dag) = (skrivet.Text!, skrivet.Kalla!, skrivet.Dag);
        (AnsoktInsatsId, SoktOmfattning) = (skrivet.AnsoktInsats, skrivet.SoktOmfattning);
    }

    public UtredningId UtredningId { get; private set; }

    /// <summary>1 for the first; the key together with the utredning.</summary>
    public int Nr { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Who said it or which document.</summary>
    public string Kalla { get; private set; } = "";

    /// <summary>The day it was said or written.</summary>
    public DateOnly Dag { get; private set; }

    /// <summary>The insats for which the person now asks for <see cref="SoktOmfattning"/>; null when she asks for what she did.</summary>
    public AnsoktInsatsId? AnsoktInsatsId { get; private set; }

    public decimal? SoktOmfattning { get; private set; }

    public AnvandareId SkrivetAv { get; private set; }

    public DateTimeOffset Skrivet { get; private set; }
}
