using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Testing;

/// <summary>Everything that is logged, at every level, to be searched for what must not stand there.</summary>
/// <param name="behall">Which lines are kept; all of them when it is null. A long test logs more than fits in memory.</param>
public sealed class Loggfangare(Func<string, bool>? behall = null) : ILoggerProvider, ILogger
{
    private long _antal;

    /// <summary>The lines that were kept.</summary>
    public ConcurrentQueue<string> Rader { get; } = [];

    /// <summary>How many were logged.</summary>
    public long Antal => Interlocked.Read(ref _antal);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var rad = $"{formatter(state, exception)} {exception}";
        Interlocked.Increment(ref _antal);
        if (behall?.Invoke(rad) ?? true) Rader.Enqueue(rad);
    }

    public void Dispose() => Rader.Clear();
}
