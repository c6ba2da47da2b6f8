using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace CaseFlow.Data.Grund;

/// <summary>What differs between the databases, as SQL.</summary>
internal interface IProvidersql
{
    /// <summary>Takes <c>@serie</c>; gives the next number and keeps the row taken.</summary>
    string DraNummer { get; }

    /// <summary>Takes <c>@kedja</c> and <c>@noll</c>; gives seq, hash, xid and keeps the head taken.</summary>
    string TaKedja { get; }

    /// <summary>A format with {0} now and {1} the most rows; gives whole rows, the earliest due first, that other nodes then skip.</summary>
    /// <param name="tabell">One with the columns <c>tands</c> and <c>id</c>, and an index on them.</param>
    string TaForfallna(string tabell);
}

/// <summary>The few statements that EF does not write for us, on the context's own connection and transaction.</summary>
internal static class Rasql
{
    public static async Task<T> Las<T>(
        DbContext db, string sql, IEnumerable<(string Namn, object Varde)> parametrar, Func<DbDataReader, T> tolka, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("Det här görs bara inom ett kommandos transaktion.");
        var anslutning = db.GetService<IRelationalConnection>();
        var kommando = db.GetService<IRawSqlCommandBuilder>().Build(sql, parametrar.Select(p => Parameter(anslutning.DbConnection, p.Namn, p.Varde)), db.Model);
        await using var rader = await kommando.RelationalCommand.ExecuteReaderAsync(
            new(anslutning, kommando.ParameterValues, null, db, db.GetService<IRelationalCommandDiagnosticsLogger>(), CommandSource.FromSqlQuery), ct);
        return await rader.ReadAsync(ct) ? tolka(rader.DbDataReader) : throw new InvalidOperationException("Frågan gav ingen rad.");
    }

    private static DbParameter Parameter(DbConnection anslutning, string namn, object varde)
    {
        using var kommando = anslutning.CreateCommand();
        var parameter = kommando.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (namn, varde);
        return parameter;
    }
}
