using System.Globalization;
using CaseFlow.Application.Audit;
using CaseFlow.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CaseFlow.Benchmarks.Loggkontroll;

/// <summary>A log of valid chains, laid in bulk. The events of the chains stand among each other, as they come when many work at once.</summary>
internal static class Loggbygge
{
    private const string Handelsetabell =
        "audit_handelse (id, kedja, seq, tid, aktor_slag, aktor_id, enhet_id, arende_id, typ, typ_version, utfall, kod, grund, data, xid, foregaende_hash, hash)";

    private const string Huvudtabell = "audit_huvud (kedja, seq, hash)";

    private static readonly string[] Typer = ["UppgiftSlutford", "StegAndrat", "HamtaArende", "UtredningAndrad", "HamtaUtredning"];

    public static Task Lagg(Testvard vard, Provdatabas databas, int kedjor, int langd) => vard.Las(async db =>
    {
        var text = db.Database.GetConnectionString()!;
        var lankar = Kedjor(kedjor, langd);
        var huvuden = new Dictionary<string, object?[]>(StringComparer.Ordinal);
        await Skriv(databas, text, Handelsetabell, lankar.Select(l =>
        {
            huvuden[(string)l[1]!] = [l[1], l[2], l[^1]];
            return l;
        }));
        await Skriv(databas, text, Huvudtabell, huvuden.Values);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(2));
        return await db.Database.ExecuteSqlRawAsync("ANALYZE");
    });

    private static IEnumerable<object?[]> Kedjor(int kedjor, int langd)
    {
        var senaste = Enumerable.Repeat(Kedjehash.Noll, kedjor).ToArray();
        var tid = (Testvard.Start.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        long id = 1000;
        for (long seq = 1; seq <= langd; seq++)
        {
            for (var k = 0; k < kedjor; k++) yield return Lank(1_000_000L + k, seq, ++id, tid + id * 1000, ref senaste[k]);
        }
    }

    private static object?[] Lank(long arende, long seq, long id, long tid, ref byte[] foregaende)
    {
        var lank = new Kedjelank
        {
            ForegaendeHash = foregaende,
            Kedja = string.Create(CultureInfo.InvariantCulture, $"arende:{arende}"),
            Seq = seq,
            Id = id,
            TidMikro = tid,
            AktorSlag = "Person",
            AktorId = 11 + id % 40,
            EnhetId = 1,
            ArendeId = arende,
            Typ = Typer[id % Typer.Length],
            TypVersion = 1,
            Utfall = "Ok",
            Kod = null,
            Grund = "handlaggare",
            Data = string.Create(CultureInfo.InvariantCulture, $$"""{"Arende":{{arende}},"Uppgift":{{id}},"Nod":"GranskaAnsokan"}"""),
            Xid = 0,
        };
        var hash = Kedjehash.Berakna(lank);
        object?[] rad =
        [
            id, lank.Kedja, seq, tid, lank.AktorSlag, lank.AktorId, lank.EnhetId, arende, lank.Typ, lank.TypVersion, lank.Utfall, lank.Kod, lank.Grund, lank.Data,
            lank.Xid, foregaende, hash,
        ];
        foregaende = hash;
        return rad;
    }

    private static Task Skriv(Provdatabas databas, string text, string tabell, IEnumerable<object?[]> rader) =>
        databas == Provdatabas.Sqlite ? Sqlite(text, tabell, rader) : Postgres(text, tabell, rader);

    private static async Task Postgres(string text, string tabell, IEnumerable<object?[]> rader)
    {
        await using var anslutning = new NpgsqlConnection(text);
        await anslutning.OpenAsync();
        await using var till = await anslutning.BeginBinaryImportAsync($"COPY {tabell} FROM STDIN (FORMAT BINARY)");
        foreach (var rad in rader) await till.WriteRowAsync(CancellationToken.None, rad!);
        await till.CompleteAsync();
    }

    private static async Task Sqlite(string text, string tabell, IEnumerable<object?[]> rader)
    {
        await using var anslutning = new SqliteConnection(text);
        await anslutning.OpenAsync();
        await using var transaktion = (SqliteTransaction)await anslutning.BeginTransactionAsync();
        await using var kommando = anslutning.CreateCommand();
        kommando.Transaction = transaktion;
        foreach (var rad in rader)
        {
            if (kommando.Parameters.Count == 0)
            {
                var namn = rad.Select((_, i) => $"@p{i}").ToList();
                kommando.CommandText = $"INSERT INTO {tabell} VALUES ({string.Join(", ", namn)})";
                foreach (var n in namn) kommando.Parameters.Add(new SqliteParameter { ParameterName = n });
            }

            for (var i = 0; i < rad.Length; i++) kommando.Parameters[i].Value = rad[i] ?? DBNull.Value;
            kommando.ExecuteNonQuery();
        }

        await transaktion.CommitAsync();
    }
}
