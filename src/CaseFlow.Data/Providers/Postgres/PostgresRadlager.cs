using CaseFlow.Application;
using CaseFlow.Data.Grund;
using Npgsql;

namespace CaseFlow.Data.Providers.Postgres;

/// <summary>COPY, all of it in one transaction. The foreign keys are taken away and put back in it: they are then checked once and not a row
/// at a time.</summary>
internal sealed class PostgresRadlager(Databasval val) : IRadlager
{
    private const string Nycklar = """
        SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
               format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY(@tabeller::regclass[])
        """;

    public async Task<long> Lagg(IEnumerable<Radtabell> tabeller, IProgress<long>? framsteg, CancellationToken ct)
    {
        var alla = tabeller.ToList();
        await using var anslutning = new NpgsqlConnection(val.Anslutning);
        await anslutning.OpenAsync(ct);
        await using var transaktion = await anslutning.BeginTransactionAsync(ct);
        var (bort, till) = await Frammande(anslutning, [.. alla.Select(t => t.Namn)], ct);
        foreach (var sql in bort) await Kor(anslutning, sql, ct);
        var lagda = 0L;
        foreach (var tabell in alla) lagda += await Kopiera(anslutning, tabell, n => framsteg?.Report(lagda + n), ct);
        foreach (var sql in till) await Kor(anslutning, sql, ct);
        await transaktion.CommitAsync(ct);
        await Kor(anslutning, "ANALYZE", ct);
        return lagda;
    }

    private static async Task<(List<string> Bort, List<string> Till)> Frammande(NpgsqlConnection anslutning, string[] tabeller, CancellationToken ct)
    {
        await using var fraga = new NpgsqlCommand(Nycklar, anslutning);
        fraga.Parameters.AddWithValue("tabeller", tabeller);
        await using var rader = await fraga.ExecuteReaderAsync(ct);
        var (bort, till) = (new List<string>(), new List<string>());
        while (await rader.ReadAsync(ct))
        {
            bort.Add(rader.GetString(0));
            till.Add(rader.GetString(1));
        }

        return (bort, till);
    }

    private static async Task<long> Kopiera(NpgsqlConnection anslutning, Radtabell tabell, Action<long> framsteg, CancellationToken ct)
    {
        await using var till = await anslutning.BeginBinaryImportAsync($"COPY {tabell.Namn} ({string.Join(", ", tabell.Kolumner)}) FROM STDIN (FORMAT BINARY)", ct);
        var lagda = 0L;
        await foreach (var bunt in Radflode.Buntar(tabell.Rader, ct))
        {
            foreach (var rad in bunt) await till.WriteRowAsync(ct, rad!);
            lagda += bunt.Count;
            framsteg(lagda);
        }

        await till.CompleteAsync(ct);
        return lagda;
    }

    private static async Task Kor(NpgsqlConnection anslutning, string sql, CancellationToken ct)
    {
        await using var kommando = new NpgsqlCommand(sql, anslutning) { CommandTimeout = 0 };
        await kommando.ExecuteNonQueryAsync(ct);
    }
}
