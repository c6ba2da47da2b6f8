using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;

namespace CaseFlow.Web.Auth;

/// <summary>How many times one username may fail within a minute, whoever tries and wherever from, whether the account exists or not. Those
/// who get in use none of it up.</summary>
internal sealed class Forsokstak : IDisposable
{
    public const int Flest = 20;

    private readonly PartitionedRateLimiter<string> _tak = PartitionedRateLimiter.Create<string, string>(namn =>
        RateLimitPartition.GetFixedWindowLimiter(Nyckel(namn), _ => new() { PermitLimit = Flest, Window = TimeSpan.FromMinutes(1) }));

    public bool Fullt(string anvandarnamn) => _tak.GetStatistics(anvandarnamn) is { CurrentAvailablePermits: <= 0 };

    public void Misslyckat(string anvandarnamn) => _tak.AttemptAcquire(anvandarnamn).Dispose();

    public void Dispose() => _tak.Dispose();

    // Lika lång nyckel vad någon än skriver.
    private static string Nyckel(string namn) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(namn.Trim().ToUpperInvariant())));
}
