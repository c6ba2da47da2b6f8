using System.Data.Common;
using System.Globalization;
using CaseFlow.Domain;
using Npgsql;

namespace CaseFlow.Benchmarks.Motor;

/// <summary>The floor of a whole process: the statements the product sends for it, played on an open connection with keys of their own, a transaction for each command, and nothing else.
/// No rights, no process, no tables, no hash: what is written is the recorded process's bytes.</summary>
internal sealed class Uppspelning(DbConnection anslutning, Inspelning inspelning, Eget eget, IIdKalla ids) : IAsyncDisposable
{
    private static int _spelade;
    private readonly Dictionary<Sats, DbCommand> _satser = [];

    public int Kommandon => inspelning.Kommandon.Count;

    /// <summary>Begins another process: its keys and its numbers.</summary>
    public Byte Borja() => new(eget, ids, Interlocked.Increment(ref _spelade));

    /// <summary>One command, one commit.</summary>
    public async Task Spela(int kommando, Byte nytt)
    {
        await using var transaktion = await anslutning.BeginTransactionAsync();
        foreach (var sats in inspelning.Kommandon[kommando])
        {
            var klar = Gor(sats);
            klar.Transaction = transaktion;
            for (var i = 0; i < sats.Parametrar.Count; i++) klar.Parameters[i].Value = nytt.Av(sats.Parametrar[i].Value);
            await using var rader = await klar.ExecuteReaderAsync();
            do
            {
                while (await rader.ReadAsync()) rader.GetValue(0);
            }
            while (await rader.NextResultAsync());
            if (sats.Rader > 0 && rader.RecordsAffected != sats.Rader)
                throw new InvalidOperationException($"Satsen rörde {rader.RecordsAffected} rader i stället för {sats.Rader}: {sats.Sql}");
        }

        await transaktion.CommitAsync();
    }

    /// <summary>A parameter with the same name, kind and value.</summary>
    public static DbParameter Kopia(DbCommand till, DbParameter p)
    {
        if (p is NpgsqlParameter n) return n.Clone();
        var kopia = till.CreateParameter();
        (kopia.ParameterName, kopia.DbType, kopia.Value) = (p.ParameterName, p.DbType, p.Value);
        return kopia;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var sats in _satser.Values) await sats.DisposeAsync();
        await anslutning.DisposeAsync();
    }

    /// <summary>A statement is understood once and used again.</summary>
    private DbCommand Gor(Sats sats)
    {
        if (_satser.TryGetValue(sats, out var klar)) return klar;
        klar = anslutning.CreateCommand();
        klar.CommandText = sats.Sql;
        foreach (var p in sats.Parametrar) klar.Parameters.Add(Kopia(klar, p));
        _satser.Add(sats, klar);
        return klar;
    }

    /// <summary>The recorded process's own values, exchanged for another's.</summary>
    internal sealed class Byte(Eget eget, IIdKalla ids, int nr)
    {
        private readonly Dictionary<long, long> _nycklar = [];
        private readonly Dictionary<Guid, Guid> _publika = [];

        public object? Av(object? varde) => varde switch
        {
            long id when eget.ArId(id) => Nyckel(id),
            Guid publik => Publik(publik),
            string text when text == eget.Arendenummer => string.Create(CultureInfo.InvariantCulture, $"golv-{nr}"),
            string text when text == eget.Personnummer => string.Create(CultureInfo.InvariantCulture, $"G{nr:00000000000}"),
            string text when text.StartsWith("arende:", StringComparison.Ordinal) && long.TryParse(text.AsSpan(7), CultureInfo.InvariantCulture, out var id) && eget.ArId(id) =>
                string.Create(CultureInfo.InvariantCulture, $"arende:{Nyckel(id)}"),
            _ => varde,
        };

        private long Nyckel(long id)
        {
            if (_nycklar.TryGetValue(id, out var ny)) return ny;
            ny = ids.Next();
            _nycklar.Add(id, ny);
            return ny;
        }

        private Guid Publik(Guid publik)
        {
            if (_publika.TryGetValue(publik, out var ny)) return ny;
            ny = ids.NextPublic();
            _publika.Add(publik, ny);
            return ny;
        }
    }
}
