using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace CaseFlow.Data.Providers.Sqlite;

/// <summary>Sets what every connection must have, once per underlying connection: the pool hands the same ones out again.</summary>
/// <param name="bredvid">The file is not in use yet: what is committed need not have reached the disk.</param>
internal sealed class SqlitePragma(bool bredvid) : DbConnectionInterceptor
{
    private readonly string _pragma = $"PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous={(bredvid ? "OFF" : "FULL")};"
        + " PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=20000;";

    private readonly ConditionalWeakTable<sqlite3, object> _satta = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Satt((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Satt((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private void Satt(SqliteConnection anslutning)
    {
        if (anslutning.Handle is not { } handtag || _satta.TryGetValue(handtag, out _)) return;
        using var kommando = anslutning.CreateCommand();
        kommando.CommandText = _pragma;
        kommando.ExecuteNonQuery();
        _satta.AddOrUpdate(handtag, anslutning.DataSource);
    }
}
