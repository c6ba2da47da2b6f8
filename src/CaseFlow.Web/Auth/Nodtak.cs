using System.Globalization;
using System.Threading.RateLimiting;
using CaseFlow.Domain;

namespace CaseFlow.Web.Auth;

/// <summary>How often someone may try to open an ärende in an emergency, whether it succeeds or not: numbers are not for trying out. How many
/// openings succeed is held by the use case, over all nodes.</summary>
public sealed class Nodtak : IDisposable
{
    public const int Flest = 10;

    private readonly PartitionedRateLimiter<AnvandareId> _tak = PartitionedRateLimiter.Create<AnvandareId, string>(vem =>
        RateLimitPartition.GetFixedWindowLimiter(
            vem.Value.ToString(CultureInfo.InvariantCulture), _ => new() { PermitLimit = Flest, Window = TimeSpan.FromMinutes(10) }));

    /// <summary>Counts a try.</summary>
    /// <returns>False when there have been too many.</returns>
    public bool Far(AnvandareId vem)
    {
        using var plats = _tak.AttemptAcquire(vem);
        return plats.IsAcquired;
    }

    public void Dispose() => _tak.Dispose();
}
