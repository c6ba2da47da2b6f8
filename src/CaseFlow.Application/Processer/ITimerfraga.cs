namespace CaseFlow.Application.Processer;

/// <summary>Claims due workflow timers within the command that fires them: the claim and the effect commit together, and two
/// nodes never take the same row.</summary>
public interface ITimerfraga
{
    /// <returns>At most <paramref name="max"/> tracked rows, earliest first; other nodes skip them until the transaction ends.</returns>
    Task<IReadOnlyList<Processtimer>> Ta(int max, DateTimeOffset nu, CancellationToken ct);

    /// <summary>When the next timer is due, or null when there is none: how long a worker may sleep. Claims nothing.</summary>
    Task<DateTimeOffset?> Nasta(CancellationToken ct);
}
