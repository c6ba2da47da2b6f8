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
        (Upphor, Andringsgrund) = (forslag.Upphor, forslag.Andringsgrund);
    }

    public KommuniceringId KommuniceringId { get; private set; }

    /// <summary>The key together with the kommunicering.</summary>
    public AnsoktInsatsId AnsoktInsatsId { get; private set; }

    public Beslutsutfall Utfall { get; private set; }

    public decimal? Omfattning { get; private set; }

    public DateOnly? From { get; private set; }

    public DateOnly? Tom { get; private set; }

    /// <summary>The last day of a running insats that was not to be granted again.</summary>
    public DateOnly? Upphor { get; private set; }

    /// <summary>Why a running insats was to be changed to the person's disadvantage.</summary>
    public Andringsgrund? Andringsgrund { get; private set; }

    /// <summary>A worse outcome, less scope, less time or another ground than the person had a chance to answer to.</summary>
    internal bool ArSamre(Beslut nu, DateOnly idag) =>
        nu.Utfall > Utfall
        || (nu.BeviljadOmfattning is not null && Omfattning is null && Utfall is not Beslutsutfall.Avslag)
        || (nu.Andringsgrund is not null && nu.Andringsgrund != Andringsgrund)
        || nu.Upphor < Upphor || (nu.Upphor is not null && Upphor is null)
        // Det som blir mindre vid en ny prövning blir det tidigare.
        || (nu.OmprovarInsatsId is not null && nu.Utfall is Beslutsutfall.DelvisAvslag && nu.From < From)
        || nu.ArSnavareAn(new(AnsoktInsatsId, nu.Insatstyp, Omfattning, nu.Enhet, From is { } from ? new(from, Tom) : null), idag);
}
