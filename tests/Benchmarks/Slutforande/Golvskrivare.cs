using System.Collections.Concurrent;
using System.Data.Common;
using CaseFlow.Domain;
using CaseFlow.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CaseFlow.Benchmarks.Slutforande;

/// <summary>The floor's writers: on PostgreSQL a connection each; on SQLite one connection with a gate, since it has one writer at a time.</summary>
internal sealed class Golvskrivare(Testvard vard, Provdatabas databas, Facit facit, int flest) : IAsyncDisposable
{
    // Samma val som produktens egna anslutningar.
    private const string Pragma =
        "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=20000;";

    private readonly SemaphoreSlim _grind = new(1);
    private readonly List<Golv> _golv = [];

    public async Task Oppna()
    {
        var text = await vard.Las(db => Task.FromResult(db.Database.GetConnectionString()!));
        var ids = vard.Tjanster.GetRequiredService<IIdKalla>();
        for (var i = 0; i < (databas == Provdatabas.Sqlite ? 1 : flest); i++)
        {
            var anslutning = Ny(text);
            await anslutning.OpenAsync();
            if (databas == Provdatabas.Sqlite) await Kor(anslutning, Pragma);
            _golv.Add(new(anslutning, facit, ids));
        }
    }

    /// <summary>One command, one commit.</summary>
    public async Task Slutfor(int skrivare, Guid uppgift)
    {
        if (databas == Provdatabas.Postgres)
        {
            await Slutfor(_golv[skrivare], uppgift);
            return;
        }

        await _grind.WaitAsync();
        try
        {
            await Slutfor(_golv[0], uppgift);
        }
        finally
        {
            _grind.Release();
        }
    }

    /// <summary>Several commands, one commit: what the write queue does at best.</summary>
    public async Task<int> Grupp(int antal, ConcurrentQueue<Guid> ko)
    {
        var klara = 0;
        await _golv[0].Borja();
        for (; klara < antal && ko.TryDequeue(out var uppgift); klara++) await _golv[0].Slutfor(uppgift);
        await _golv[0].Bekrafta();
        return klara;
    }

    /// <summary>Each round begins with an empty log.</summary>
    public async Task Checkpointa()
    {
        if (databas == Provdatabas.Sqlite) await vard.Las(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var golv in _golv) await golv.DisposeAsync();
        _grind.Dispose();
    }

    private static async Task Slutfor(Golv golv, Guid uppgift)
    {
        await golv.Borja();
        await golv.Slutfor(uppgift);
        await golv.Bekrafta();
    }

    private DbConnection Ny(string text) => databas == Provdatabas.Sqlite
        ? new SqliteConnection(text)
        : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(text) { MaxAutoPrepare = 100 }.ToString());

    private static async Task Kor(DbConnection anslutning, string sql)
    {
        await using var kommando = anslutning.CreateCommand();
        kommando.CommandText = sql;
        await kommando.ExecuteNonQueryAsync();
    }
}
