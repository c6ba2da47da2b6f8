using System.Threading.Channels;
using CaseFlow.Application.Pipeline;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Data.Providers.Sqlite;

/// <summary>SQLite has one writer at a time, so the writers stand in a queue: one consumer opens a transaction, runs up to 32 waiting
/// commands in a savepoint each, commits once, and then answers them all. A command that throws or is refused loses its own savepoint
/// only; when the commit fails nobody in the group was saved, and all are told.</summary>
/// <remarks>Answers wait for the commit also when they are refusals: what a refusal rests on may be a neighbour's uncommitted change.</remarks>
internal sealed partial class SkrivkoSqlite : IAsyncDisposable
{
    private const int StorstaGrupp = 32;
    private const string Sparpunkt = "kommando";
    private static readonly TimeSpan Checkpointtakt = TimeSpan.FromSeconds(2);

    private readonly IDbContextFactory<SqliteCaseFlowDb> _databaser;
    private readonly DbContextOptions<SqliteCaseFlowDb> _val;
    private readonly Satskassa _satser;
    private readonly ILogger<SkrivkoSqlite> _log;
    private readonly Channel<IPost> _ko = Channel.CreateBounded<IPost>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly CancellationTokenSource _slut = new();
    private readonly Lock _start = new();
    private Task? _konsument;
    private Task? _checkpoint;
    private SqliteCaseFlowDb? _skrivare;
    private long _commits;

    public SkrivkoSqlite(
        IDbContextFactory<SqliteCaseFlowDb> databaser, DbContextOptions<SqliteCaseFlowDb> val, Satskassa satser, ILogger<SkrivkoSqlite> log) =>
        (_databaser, _val, _satser, _log) = (databaser, val, satser, log);

    /// <summary>Number of commits so far; a test compares it with the number of commands.</summary>
    internal long Commits => Interlocked.Read(ref _commits);

    public async Task<T> Kor<T>(DbContext db, Func<CancellationToken, Task<Arbetsutfall<T>>> arbete, CancellationToken ct)
    {
        Starta();
        var post = new Post<T>(db, arbete, ct);
        await _ko.Writer.WriteAsync(post, ct);
        return await post.Svar;
    }

    public async ValueTask DisposeAsync()
    {
        _ko.Writer.TryComplete();
        await _slut.CancelAsync();
        if (_konsument is not null) await _konsument;
        if (_checkpoint is not null) await _checkpoint.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_skrivare is not null) await _skrivare.DisposeAsync();
        _slut.Dispose();
    }

    private void Starta()
    {
        if (_konsument is not null) return;
        lock (_start)
        {
            // Kön får inte bära med sig den förstes flöde (AsyncLocal, Activity).
            using var _ = ExecutionContext.SuppressFlow();
            _checkpoint ??= Task.Run(Checkpointa, CancellationToken.None);
            _konsument ??= Task.Run(Konsumera, CancellationToken.None);
        }
    }

    private async Task Konsumera()
    {
        var grupp = new List<IPost>(StorstaGrupp);
        while (await _ko.Reader.WaitToReadAsync(CancellationToken.None))
        {
            grupp.Clear();
            Exception? fel = null;
            try
            {
                await KorGrupp(grupp);
            }
            catch (Exception e)
            {
                fel = e;
                Feltext(e, grupp.Count);
                await Kasta();
            }

            foreach (var post in grupp) post.Svara(fel);
        }
    }

    private async Task KorGrupp(List<IPost> grupp)
    {
        SqliteTransaction transaktion;
        SqliteConnection anslutning;
        try
        {
            anslutning = await Anslutning();
            transaktion = anslutning.BeginTransaction(deferred: false);
        }
        catch (Exception)
        {
            while (grupp.Count < StorstaGrupp && _ko.Reader.TryRead(out var post)) grupp.Add(post);
            throw;
        }

        using (transaktion)
        {
            var spara = false;
            while (grupp.Count < StorstaGrupp && _ko.Reader.TryRead(out var post))
            {
                grupp.Add(post);
                transaktion.Save(Sparpunkt);
                if (await post.Utfor(anslutning, transaktion))
                    spara = true;
                else
                    transaktion.Rollback(Sparpunkt);
                transaktion.Release(Sparpunkt);
            }

            if (!spara)
            {
                transaktion.Rollback();
                return;
            }

            transaktion.Commit();
            Interlocked.Increment(ref _commits);
        }
    }

    private async Task<SqliteConnection> Anslutning()
    {
        if (_skrivare is null)
        {
            // En egen, utanför poolen: den hålls öppen så länge den lever.
            var skrivare = new SqliteCaseFlowDb(_val);
            await skrivare.Database.OpenConnectionAsync(CancellationToken.None);
            _satser.Spara((SqliteConnection)skrivare.Database.GetDbConnection());
            _skrivare = skrivare;
        }

        return (SqliteConnection)_skrivare.Database.GetDbConnection();
    }

    /// <summary>After a failed group the connection is not trusted again. Whatever letting go of it says, the queue goes on: nobody would
    /// start it again, and every command would wait for ever.</summary>
    private async Task Kasta()
    {
        if (_skrivare is null) return;
        try
        {
            SqliteConnection.ClearPool((SqliteConnection)_skrivare.Database.GetDbConnection());
            await _skrivare.DisposeAsync();
        }
        catch (Exception fel)
        {
            Feltext(fel, 0);
        }
        finally
        {
            _skrivare = null;
        }
    }

    /// <summary>Moves the log into the database beside the writer, so that no command waits for it.</summary>
    private async Task Checkpointa()
    {
        using var klocka = new PeriodicTimer(Checkpointtakt);
        var senast = 0L;
        while (await klocka.WaitForNextTickAsync(_slut.Token))
        {
            var commits = Commits;
            if (commits == senast) continue;
            try
            {
                await using var db = await _databaser.CreateDbContextAsync(_slut.Token);
                await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(PASSIVE)", _slut.Token);
                senast = commits;
            }
            catch (Exception fel) when (fel is not OperationCanceledException)
            {
                Feltext(fel, 0);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Skrivkön: en grupp om {Antal} kommandon misslyckades")]
    private partial void Feltext(Exception fel, int antal);

    private interface IPost
    {
        /// <summary>Runs the command on the writer connection; true when its changes shall stand.</summary>
        Task<bool> Utfor(SqliteConnection anslutning, SqliteTransaction transaktion);

        /// <summary>Gives the answer out, or the reason why the whole group failed.</summary>
        void Svara(Exception? gruppfel);
    }

    private sealed class Post<T>(DbContext db, Func<CancellationToken, Task<Arbetsutfall<T>>> arbete, CancellationToken ct) : IPost
    {
        private readonly TaskCompletionSource<T> _svar = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ExecutionContext? _flode = ExecutionContext.Capture();
        private T? _utfall;
        private Exception? _fel;

        public Task<T> Svar => _svar.Task;

        public Task<bool> Utfor(SqliteConnection anslutning, SqliteTransaction transaktion)
        {
            if (_flode is null) return Bundet(anslutning, transaktion);
            Task<bool>? korning = null;
            ExecutionContext.Run(_flode, _ => korning = Bundet(anslutning, transaktion), null);
            return korning!;
        }

        public void Svara(Exception? gruppfel)
        {
            if ((_fel ?? gruppfel) is not { } fel)
                _svar.TrySetResult(_utfall!);
            else if (fel is OperationCanceledException avbrott)
                _svar.TrySetCanceled(avbrott.CancellationToken);
            else
                _svar.TrySetException(fel);
        }

        private async Task<bool> Bundet(SqliteConnection anslutning, SqliteTransaction transaktion)
        {
            try
            {
                ct.ThrowIfCancellationRequested();
                // En kontext ur poolen kan ha lämnats tillbaka med öppen anslutning; den går inte att byta förrän den är stängd.
                await db.Database.CloseConnectionAsync();
                var egen = db.Database.GetDbConnection();
                db.Database.SetDbConnection(anslutning, contextOwnsConnection: false);
                try
                {
                    await db.Database.UseTransactionAsync(transaktion, CancellationToken.None);
                    var utfall = await arbete(ct);
                    _utfall = utfall.Svar;
                    return utfall.Spara;
                }
                finally
                {
                    await db.Database.UseTransactionAsync(null, CancellationToken.None);
                    db.Database.SetDbConnection(egen, contextOwnsConnection: true);
                }
            }
            catch (Exception fel)
            {
                _fel = fel;
                return false;
            }
        }
    }
}
