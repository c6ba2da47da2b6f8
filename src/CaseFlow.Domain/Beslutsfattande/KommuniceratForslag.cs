namespace CaseFlow.Domain.Beslutsfattande;

/// <summary>A förslag as it stood when it was communicated: what a later one is compared with.</summary>
public sealed class KommuniceratForslag
{
    private KommuniceratForslag()
    {
    }

    internal KommuniceratForslag(KommuniceringId kommunicering, Beslut forslag)
    {
        (KommuniceringId, AnsoktInsatsId, Utfall) = (kommunicering, forslag.AnsoktInsatsId, forslag.Utfall);
        (Omfattning, From, Tom) = (forslag.BeviljadOmfattning, forslag.From, forslag.Tom);
    }

    public KommuniceringId KommuniceringId { get; private set; }

    /// <summary>The key together with the kommunicering.</summary>
    public AnsoktInsatsId AnsoktInsatsId { get; private set; }

    public Beslutsutfall Utfall { get; private set; }

    public decimal? Omfattning { get; private set; }

    public DateOnly? From { get; private set; }

    public DateOnly? Tom { get; private set; }

    /// <summary>A worse outcome, less scope or less time than the person had a chance to answer to.</summary>
    internal bool ArSamre(Beslut nu, DateOnly idag) =>
        nu.Utfall > Utfall
        || (nu.BeviljadOmfattning is not null && Omfattning is null && Utfall is not Beslutsutfall.Avslag)
        || nu.ArSnavareAn(new(AnsoktInsatsId, nu.Insatstyp, Omfattning, nu.Enhet, From is { } from ? new(from, Tom) : null), idag);
}
