using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Testing;

/// <summary>Everything that is logged, at every level, to be searched for what must not stand there.</summary>
public sealed class Loggfangare : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Rader { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Rader.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose() => Rader.Clear();
}
