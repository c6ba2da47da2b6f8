using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CaseFlow.Application;
using CaseFlow.Data.Grund;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Data.Providers.Sqlite;

/// <summary>On a connection of its own. What is laid is committed piece by piece, so that the log never grows past what is moved into the
/// database meanwhile: an interrupted laying leaves a part, and nothing has waited for the disk.</summary>
internal sealed class SqliteRadlager(Databasval val) : IRadlager
{
    private const int RaderPerCommit = 100_000;

    public async Task<long> Lagg(IEnumerable<Radtabell> tabeller, IProgress<long>? framsteg, CancellationToken ct)
    {
        var text = new SqliteConnectionStringBuilder(val.Anslutning) { Pooling = false }.ToString();
        await using var anslutning = new SqliteConnection(text);
        await anslutning.OpenAsync(ct);
        Kor(anslutning, "PRAGMA busy_timeout=5000; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-400000; PRAGMA wal_autocheckpoint=20000;");
        var lagda = 0L;
        var index = new List<string>();
        foreach (var tabell in tabeller)
        {
            index.AddRange(TaBortIndex(anslutning, tabell.Namn));
            lagda += await Lagg(anslutning, tabell, n => framsteg?.Report(lagda + n), ct);
            ct.ThrowIfCancellationRequested();
        }

        foreach (var sql in index) Kor(anslutning, sql);
        using (var prov = anslutning.CreateCommand())
        {
            prov.CommandText = "PRAGMA foreign_key_check";
            using var brott = await prov.ExecuteReaderAsync(ct);
            if (await brott.ReadAsync(ct))
                throw new InvalidOperationException($"En rad i {brott.GetString(0)} pekar på en rad i {brott.GetString(2)} som inte finns.");
        }

        Kor(anslutning, "ANALYZE");
        Kor(anslutning, "PRAGMA wal_checkpoint(TRUNCATE)");
        return lagda;
    }

    [SuppressMessage("Security", "S2077:Formatting SQL queries is security-sensitive", Justification = "Namnen kommer ur modellen.")]
    private static async Task<long> Lagg(SqliteConnection anslutning, Radtabell tabell, Action<long> framsteg, CancellationToken ct)
    {
        using var kommando = anslutning.CreateCommand();
        var namn = tabell.Kolumner.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@p{i}")).ToList();
        kommando.CommandText = $"INSERT INTO {tabell.Namn} ({string.Join(", ", tabell.Kolumner)}) VALUES ({string.Join(", ", namn)})";
        foreach (var n in namn) kommando.Parameters.Add(new SqliteParameter { ParameterName = n });
        var (lagda, sparade) = (0L, 0L);
        var transaktion = anslutning.BeginTransaction();
        try
        {
            await foreach (var bunt in Radflode.Buntar(tabell.Rader, ct))
            {
                kommando.Transaction = transaktion;
                foreach (var rad in bunt)
                {
                    for (var i = 0; i < rad.Length; i++) kommando.Parameters[i].Value = rad[i] ?? DBNull.Value;
                    kommando.ExecuteNonQuery();
                }

                lagda += bunt.Count;
                framsteg(lagda);
                if (lagda - sparade < RaderPerCommit) continue;
                transaktion.Commit();
                transaktion.Dispose();
                (transaktion, sparade) = (anslutning.BeginTransaction(), lagda);
            }

            transaktion.Commit();
        }
        finally
        {
            transaktion.Dispose();
        }

        return lagda;
    }

    /// <returns>How to make them again. An index that is made of what stands there is sorted once.</returns>
    private static List<string> TaBortIndex(SqliteConnection anslutning, string tabell)
    {
        using var fraga = anslutning.CreateCommand();
        fraga.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = @tabell AND sql IS NOT NULL";
        fraga.Parameters.AddWithValue("@tabell", tabell);
        var (namn, satser) = (new List<string>(), new List<string>());
        using (var rader = fraga.ExecuteReader())
        {
            while (rader.Read())
            {
                namn.Add(rader.GetString(0));
                satser.Add(rader.GetString(1));
            }
        }
        foreach (var n in namn) Kor(anslutning, $"DROP INDEX \"{n}\"");
        return satser;
    }

    private static void Kor(SqliteConnection anslutning, string sql)
    {
        using var kommando = anslutning.CreateCommand();
        kommando.CommandText = sql;
        kommando.CommandTimeout = 0;
        kommando.ExecuteNonQuery();
    }
}
