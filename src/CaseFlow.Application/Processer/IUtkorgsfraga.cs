namespace CaseFlow.Application.Processer;

/// <summary>Claims what waits in the outbox, within the command that does it: as with <see cref="ITimerfraga"/>, the claim and what comes of it commit
/// together, and two nodes never take the same row.</summary>
public interface IUtkorgsfraga
{
    /// <returns>The tracked row that has been due the longest; null when none is, or others hold them.</returns>
    Task<Utkorgspost?> Ta(DateTimeOffset nu, CancellationToken ct);

    /// <summary>When the next is due, or null when there is none. Claims nothing.</summary>
    Task<DateTimeOffset?> Nasta(CancellationToken ct);
}
