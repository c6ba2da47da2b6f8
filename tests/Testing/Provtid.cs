namespace CaseFlow.Testing;

/// <summary>A clock that stands still until the test moves it.</summary>
public sealed class Provtid(DateTimeOffset nu) : TimeProvider
{
    private long _ticks = nu.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Ga(TimeSpan tid) => Interlocked.Add(ref _ticks, tid.Ticks);

    public void Satt(DateTimeOffset tid) => Interlocked.Exchange(ref _ticks, tid.UtcTicks);
}
