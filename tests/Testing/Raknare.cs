using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Testing;

/// <summary>Counts database commands and saves in the flow that began it, so that a test can hold how many a use case may cost.</summary>
public sealed class Raknare : IDisposable
{
    private static readonly AsyncLocal<Raknare?> Nuvarande = new();
    private readonly List<string> _sql = [];
    private int _sparningar;

    private Raknare()
    {
    }

    /// <summary>The commands' texts, in order.</summary>
    public IReadOnlyList<string> Kommandon
    {
        get
        {
            lock (_sql) return [.. _sql];
        }
    }

    public int Sparningar => _sparningar;

    public static Raknare Borja() => Nuvarande.Value = new();

    public void Dispose() => Nuvarande.Value = null;

    internal static void Lyssna(IServiceCollection tjanster) =>
        tjanster.AddSingleton<IInterceptor, Kommandolyssnare>().AddSingleton<IInterceptor, Sparningslyssnare>();

    private sealed class Kommandolyssnare : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Kommando(command.CommandText);
            return new(result);
        }

        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Kommando(command.CommandText);
            return result;
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Kommando(command.CommandText);
            return new(result);
        }

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
        {
            Kommando(command.CommandText);
            return new(result);
        }

        private static void Kommando(string sql)
        {
            if (Nuvarande.Value is not { } raknare) return;
            lock (raknare._sql) raknare._sql.Add(sql);
        }
    }

    private sealed class Sparningslyssnare : SaveChangesInterceptor
    {
        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (Nuvarande.Value is { } raknare) Interlocked.Increment(ref raknare._sparningar);
            return new(result);
        }
    }
}
