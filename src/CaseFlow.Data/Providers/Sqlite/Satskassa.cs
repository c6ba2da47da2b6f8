using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseFlow.Data.Providers.Sqlite;

/// <summary>Keeps the prepared statements of a connection that stays open: EF Core makes a command anew each time it runs one, and SQLite then
/// spends as long understanding the text as doing what it says. A command that is disposed of is put back and lent out again by its text.</summary>
/// <remarks>For the writer's connection only; the others are closed after each request, and a closed connection forgets its statements.</remarks>
internal sealed class Satskassa : DbCommandInterceptor
{
    /// <summary>As many as one connection keeps; the one that was used longest ago goes first.</summary>
    internal const int FlestSatser = 512;

    private readonly ConditionalWeakTable<SqliteConnection, Fack> _fack = [];

    /// <summary>From now on the connection's statements are kept, until it is closed.</summary>
    public void Spara(SqliteConnection anslutning) => _fack.AddOrUpdate(anslutning, new Fack());

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (result is not SqliteCommand { Connection: { } anslutning } ny || !_fack.TryGetValue(anslutning, out var fack)) return result;
        var kommando = fack.Lana(ny.CommandText, anslutning);
        kommando.Transaction = ny.Transaction;
        kommando.CommandTimeout = ny.CommandTimeout;
        var parametrar = new SqliteParameter[ny.Parameters.Count];
        ny.Parameters.CopyTo(parametrar, 0);
        kommando.Parameters.AddRange(parametrar);
        ny.Dispose();
        return kommando;
    }

    /// <summary>One connection's statements. The connection has one user at a time.</summary>
    private sealed class Fack
    {
        private readonly OrderedDictionary<string, Sparkommando> _inne = new(StringComparer.Ordinal);

        public Sparkommando Lana(string text, SqliteConnection anslutning) =>
            _inne.Remove(text, out var kommando) ? kommando.Lana() : new Sparkommando(text, anslutning, this);

        /// <returns>False when the same text lies there already: two were lent at once.</returns>
        public bool Lamna(Sparkommando kommando)
        {
            if (!_inne.TryAdd(kommando.CommandText, kommando)) return false;
            if (_inne.Count > FlestSatser) _inne.GetAt(0).Value.Dispose();
            return true;
        }

        public void Glom(Sparkommando kommando) => _inne.Remove(kommando.CommandText);
    }

    private sealed class Sparkommando(string text, SqliteConnection anslutning, Fack fack) : SqliteCommand(text, anslutning)
    {
        private bool _inne;

        public Sparkommando Lana()
        {
            _inne = false;
            return this;
        }

        /// <summary>Puts it back. One that already lies there is disposed of by its connection, which is closing.</summary>
        protected override void Dispose(bool disposing)
        {
            var stangs = _inne;
            if (disposing && !stangs)
            {
                Parameters.Clear();
                Transaction = null;
                _inne = fack.Lamna(this);
                if (_inne) return;
            }

            if (disposing && stangs) fack.Glom(this);
            base.Dispose(disposing);
        }
    }
}
