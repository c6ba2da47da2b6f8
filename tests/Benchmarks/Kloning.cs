using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks;

/// <summary>Lays volume: the rows of one ärende, made by the product, are copied in the database under new keys. <c>r</c> is the row that
/// is copied and <c>i</c> the copy's number, from 1.</summary>
internal sealed class Kloning(Testvard vard, Provdatabas databas, int antal)
{
    /// <summary>Distance between the keys of two copies: more than an ärende has rows in a table.</summary>
    public const int Steg = 64;

    /// <summary>Same words in both databases: the copy's key.</summary>
    public static string Nyckel(string kolumn) => $"r.{kolumn} + i * {Steg}";

    /// <summary>A public id of its own.</summary>
    public string Publik(string tal = "i") => databas == Provdatabas.Sqlite
        ? $"substr(r.publik_id, 1, 24) || printf('%012X', {tal})"
        : $"(substr(r.publik_id::text, 1, 24) || lpad(to_hex({tal}), 12, '0'))::uuid";

    /// <summary>A birth date and four digits, twelve in all; no two alike.</summary>
    public static string Identitet =>
        "CAST(190000000000 + (20 + i % 40) * 100000000 + (1 + i / 40 % 12) * 1000000 + (1 + i / 480 % 28) * 10000 + i / 13440 AS varchar(12))";

    /// <param name="vilka">Which rows are copied.</param>
    /// <param name="nya">Columns that differ in the copy, as SQL; the rest is as it stands.</param>
    public async Task Kopiera(string tabell, string vilka, params (string Kolumn, string Uttryck)[] nya)
    {
        var uttryck = nya.ToDictionary(n => n.Kolumn, n => n.Uttryck, StringComparer.Ordinal);
        await vard.Las(async db =>
        {
            var kolumner = db.Model.GetRelationalModel().FindTable(tabell, null)!.Columns.Select(k => k.Name).ToList();
            return await Kor(db, $"""
                WITH RECURSIVE serie(i) AS (SELECT CAST(1 AS bigint) UNION ALL SELECT i + 1 FROM serie WHERE i < {antal})
                INSERT INTO {tabell} ({string.Join(", ", kolumner)})
                SELECT {string.Join(", ", kolumner.Select(k => uttryck.GetValueOrDefault(k, $"r.{k}")))}
                FROM {tabell} AS r CROSS JOIN serie WHERE {vilka}
                """);
        });
    }

    /// <summary>What a running database has come to know about its tables by itself.</summary>
    public Task Analysera() => vard.Las(db => Kor(db, "ANALYZE"));

    private static Task<int> Kor(DbContext db, string sql)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(2));
        return db.Database.ExecuteSqlRawAsync(sql);
    }
}
