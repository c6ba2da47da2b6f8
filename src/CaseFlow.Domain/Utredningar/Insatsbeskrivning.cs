namespace CaseFlow.Domain.Utredningar;

/// <summary>What the person needs, for one ansökt insats, and what was asked for in numbers.</summary>
public sealed class Insatsbeskrivning
{
    private Insatsbeskrivning()
    {
    }

    internal Insatsbeskrivning(UtredningId utredning, AnsoktInsatsId ansokt, string insatstyp) =>
        (UtredningId, AnsoktInsatsId, Insatstyp) = (utredning, ansokt, insatstyp);

    public UtredningId UtredningId { get; private set; }

    /// <summary>The key together with the utredning.</summary>
    public AnsoktInsatsId AnsoktInsatsId { get; private set; }

    public string Insatstyp { get; private set; } = "";

    public string? Text { get; private set; }

    public decimal? SoktOmfattning { get; private set; }

    public string? SoktEnhet { get; private set; }

    public int Rev { get; private set; }

    public bool ArBeskriven => Text is not null;

    internal Error? Skriv(string? text, decimal? omfattning, string? enhet, int forvantadRev)
    {
        if (forvantadRev != Rev) return Omradesbedomning.InaktuellKopia;
        if (Texter.ForLanga(text, enhet)) return Textlangd.ForLang;
        if (omfattning is not null && Insatser.Omfattningsregler.Prova(omfattning.Value) is { } fel) return fel;

        Text = Texter.Stada(text);
        SoktOmfattning = omfattning;
        SoktEnhet = omfattning is null ? null : Texter.Stada(enhet);
        Rev++;
        return null;
    }
}
