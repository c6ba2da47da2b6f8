using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CaseFlow.Data.Grund;

/// <summary>What differs between the databases, as SQL.</summary>
internal interface IProvidersql
{
    /// <summary>Takes <c>@serie</c>; gives the next number and keeps the row taken.</summary>
    string DraNummer { get; }

    /// <summary>Takes <c>@kedja</c> and <c>@noll</c>; gives seq, hash, xid and keeps the head taken.</summary>
    string TaKedja { get; }

    /// <summary>Format with {0} now and {1} the most rows; gives whole timer rows that other nodes then skip.</summary>
    string TaTimrar { get; }
}

/// <summary>The few statements that EF does not write for us, on the context's own connection and transaction.</summary>
internal static class Rasql
{
    public static async Task<T> Las<T>(
        DbContext db, string sql, IEnumerable<(string Namn, object Varde)> parametrar, Func<DbDataReader, T> tolka, CancellationToken ct)
    {
        var transaktion = db.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("Det här görs bara inom ett kommandos transaktion.");
        await using var kommando = transaktion.Connection!.CreateCommand();
        kommando.CommandText = sql;
        kommando.Transaction = transaktion;
        foreach (var (namn, varde) in parametrar)
        {
            var p = kommando.CreateParameter();
            (p.ParameterName, p.Value) = (namn, varde);
            kommando.Parameters.Add(p);
        }

        Raknare.Kommando(sql);
        await using var rader = await kommando.ExecuteReaderAsync(CommandBehavior.SingleRow, ct);
        return await rader.ReadAsync(ct) ? tolka(rader) : throw new InvalidOperationException("Frågan gav ingen rad.");
    }
}
