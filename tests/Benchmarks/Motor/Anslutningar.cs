using System.Collections.Concurrent;
using System.Data.Common;
using CaseFlow.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CaseFlow.Benchmarks.Motor;

/// <summary>Open connections of our own to the measured database: on PostgreSQL one a client; on SQLite one writer behind a gate, since there is one at a time, and a reader a client.</summary>
internal sealed class Anslutningar : IAsyncDisposable
{
    // Samma val som produktens egna anslutningar.
    private const string Pragma =
        "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=20000;";

    private readonly SemaphoreSlim _grind = new(1);
    private readonly ConcurrentBag<DbConnection> _lediga = [];
    private readonly List<DbConnection> _alla = [];
    private DbConnection? _skrivare;

    private Anslutningar()
    {
    }

    public static async Task<Anslutningar> Oppna(Testvard vard, Provdatabas databas, int klienter)
    {
        var text = await Text(vard);
        var svar = new Anslutningar();
        for (var i = 0; i < klienter; i++) svar._lediga.Add(await svar.Ny(text, databas));
        if (databas == Provdatabas.Sqlite) svar._skrivare = await svar.Ny(text, databas);
        return svar;
    }

    public static Task<string> Text(Testvard vard) => vard.Las(db => Task.FromResult(db.Database.GetConnectionString()!));

    /// <summary>A connection as the product's own are set.</summary>
    public static async Task<DbConnection> En(string text, Provdatabas databas)
    {
        DbConnection anslutning = databas == Provdatabas.Sqlite
            ? new SqliteConnection(text) : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(text) { MaxAutoPrepare = 200 }.ToString());
        await anslutning.OpenAsync();
        if (databas == Provdatabas.Postgres) return anslutning;
        await using var kommando = anslutning.CreateCommand();
        kommando.CommandText = Pragma;
        await kommando.ExecuteNonQueryAsync();
        return anslutning;
    }

    public async Task<T> Kor<T>(Func<DbConnection, Task<T>> skrivning)
    {
        if (_skrivare is null) return await Las(skrivning);
        await _grind.WaitAsync();
        try
        {
            return await skrivning(_skrivare);
        }
        finally
        {
            _grind.Release();
        }
    }

    public async Task<T> Las<T>(Func<DbConnection, Task<T>> lasning)
    {
        if (!_lediga.TryTake(out var anslutning)) throw new InvalidOperationException("Fler klienter än anslutningar.");
        try
        {
            return await lasning(anslutning);
        }
        finally
        {
            _lediga.Add(anslutning);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var anslutning in _alla) await anslutning.DisposeAsync();
        _grind.Dispose();
    }

    private async Task<DbConnection> Ny(string text, Provdatabas databas)
    {
        var anslutning = await En(text, databas);
        _alla.Add(anslutning);
        return anslutning;
    }
}
