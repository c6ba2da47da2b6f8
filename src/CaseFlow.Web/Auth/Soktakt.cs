using System.Threading.RateLimiting;
using CaseFlow.Domain;

namespace CaseFlow.Web.Auth;

/// <summary>How often one user may search, on the page and with all her API keys together: a register is not read through a search. Counted by each node.</summary>
// Lag (2001:454) 10 §: behörighet efter behov
public sealed class Soktakt(IConfiguration installningar) : IDisposable
{
    public const string Kod = "FOR_MANGA_SOKNINGAR";

    /// <summary>Searches a minute, unless <c>CaseFlow:SokPerMinut</c> says another number. Ours: no law names one.</summary>
    private const int Vanlig = 60;

    public static readonly TimeSpan Fonster = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<AnvandareId> _takt = PartitionedRateLimiter.Create<AnvandareId, long>(vem =>
        RateLimitPartition.GetFixedWindowLimiter(vem.Value, _ => new() { PermitLimit = installningar.GetValue("CaseFlow:SokPerMinut", Vanlig), Window = Fonster }));

    /// <summary>Counts one search more.</summary>
    /// <returns>Null, or the refusal.</returns>
    public Error? Prova(AnvandareId vem)
    {
        using var plats = _takt.AttemptAcquire(vem);
        return plats.IsAcquired ? null : Error.Rule(Kod, "Du har sökt många gånger på kort tid. Vänta en minut och sök igen.");
    }

    public void Dispose() => _takt.Dispose();
}
