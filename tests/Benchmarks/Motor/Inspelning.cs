using System.Data.Common;
using CaseFlow.Domain;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Benchmarks.Motor;

/// <summary>A statement the product sent, with its values and how many rows it changed.</summary>
internal sealed record Sats(string Sql, IReadOnlyList<DbParameter> Parametrar, Guid Nr)
{
    public int Rader { get; set; }
}

/// <summary>What is the process's own among the values, and is new in every other one.</summary>
/// <param name="ForstaId">Keys drawn while it was recorded, from this one.</param>
internal sealed record Eget(long ForstaId, long SistaId, string Arendenummer, string Personnummer)
{
    public bool ArId(long varde) => varde > ForstaId && varde < SistaId;
}

/// <summary>The statements of a whole process, command by command, as the product sends them. One recording at a time, with nobody else at work.</summary>
internal sealed class Inspelning
{
    private static Inspelning? _nu;
    private readonly List<List<Sats>> _kommandon = [];

    public IReadOnlyList<IReadOnlyList<Sats>> Kommandon => _kommandon;

    public static void Lyssna(IServiceCollection tjanster) => tjanster.AddSingleton<IInterceptor, Lyssnare>();

    /// <summary>Records what is sent while a command runs.</summary>
    public async Task<Result<T>> Kommando<T>(Func<Task<Result<T>>> kommando)
    {
        _kommandon.Add([]);
        _nu = this;
        try
        {
            return await kommando();
        }
        finally
        {
            _nu = null;
        }
    }

    private sealed class Lyssnare : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Spela(command, eventData);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Spela(command, eventData);
            return new(result);
        }

        public override ValueTask<InterceptionResult> DataReaderClosingAsync(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
        {
            if (_nu?._kommandon[^1].Find(s => s.Nr == eventData.CommandId) is { } sats) sats.Rader = eventData.RecordsAffected;
            return new(result);
        }

        private static void Spela(DbCommand command, CommandEventData data) => _nu?._kommandon[^1].Add(
            new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => Uppspelning.Kopia(command, p))], data.CommandId));
    }
}
