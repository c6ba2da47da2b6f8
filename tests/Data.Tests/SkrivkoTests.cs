using System.Data.Common;
using CaseFlow.Application;
using CaseFlow.Application.Pipeline;
using CaseFlow.Data.Grund;
using CaseFlow.Data.Providers.Sqlite;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CaseFlow.Data.Tests;

public sealed class SkrivkoTests
{
    [Fact]
    public async Task Manga_skrivare_delar_pa_fa_commits()
    {
        await using var vard = await Testvard.Skapa();
        var ko = vard.Tjanster.GetRequiredService<SkrivkoSqlite>();
        var fore = ko.Commits;

        await Task.WhenAll(Enumerable.Range(1, 16).Select(s => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++) await Skriv(vard, s * 100 + i);
        })));

        Assert.Equal(160, await vard.Las(db => db.Enheter.CountAsync()));
        Assert.InRange(ko.Commits - fore, 5, 120);
    }

    [Fact]
    public async Task Ett_kommando_som_kastar_forlorar_bara_sitt_eget()
    {
        await using var vard = await Testvard.Skapa();

        var alla = Enumerable.Range(1, 20).Select(i => Skriv(vard, i, fore: i % 4 == 0
            ? _ => throw new InvalidOperationException("prov") : null)).ToList();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Task.WhenAll(alla));

        Assert.Equal(5, alla.Count(t => t.IsFaulted));
        Assert.Equal(15, await vard.Las(db => db.Enheter.CountAsync()));
    }

    [Fact]
    public async Task Ett_kommando_som_inte_ska_sparas_lamnar_inget()
    {
        await using var vard = await Testvard.Skapa();

        await Task.WhenAll(Skriv(vard, 1), Skriv(vard, 2, spara: false), Skriv(vard, 3));

        Assert.Equal([1L, 3L], await vard.Las(db => db.Enheter.OrderBy(e => e.Id).Select(e => e.Id.Value).ToListAsync()));
    }

    [Fact]
    public async Task Misslyckas_gruppens_commit_far_alla_veta_det_och_kon_lever_vidare()
    {
        await using var vard = await Testvard.Skapa();
        using var grind = new ManualResetEventSlim();
        // Håller kön medan de två andra ställer sig i samma grupp; den tredje bryter en främmande nyckel först vid commit.
        var forsta = Skriv(vard, 1, fore: _ =>
        {
            grind.Wait(TimeSpan.FromSeconds(30));
            return Task.CompletedTask;
        });
        var andra = Skriv(vard, 2);
        var tredje = Skriv(vard, 3, fore: async db =>
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys=ON");
            await db.Database.ExecuteSqlRawAsync(
                "INSERT INTO uppdrag (anvandare_id, enhet_id, roll, fran, delegat) VALUES (99, 99, 'Chef', '2026-01-01', 'Chef')");
        });
        await Task.Delay(200);
        grind.Set();

        await Assert.ThrowsAsync<SqliteException>(() => forsta);
        await Assert.ThrowsAsync<SqliteException>(() => andra);
        await Assert.ThrowsAsync<SqliteException>(() => tredje);
        await Skriv(vard, 4);
        Assert.Equal([4L], await vard.Las(db => db.Enheter.Select(e => e.Id.Value).ToListAsync()));
    }

    [Fact]
    public async Task Kon_lever_vidare_nar_anslutningen_inte_gar_att_slappa()
    {
        await using var vard = await Testvard.Skapa();
        var kastar = new KastarVidSlapp();
        var val = new DbContextOptionsBuilder<SqliteCaseFlowDb>(vard.Tjanster.GetRequiredService<DbContextOptions<SqliteCaseFlowDb>>())
            .AddInterceptors(kastar).Options;
        var databaser = vard.Tjanster.GetRequiredService<IDbContextFactory<SqliteCaseFlowDb>>();
        await using var ko = new SkrivkoSqlite(databaser, val, new Satskassa(), NullLogger<SkrivkoSqlite>.Instance);
        await using var db = await databaser.CreateDbContextAsync();

        await Assert.ThrowsAsync<SqliteException>(() => ko.Kor(
            db,
            async ct =>
            {
                await db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys=ON", ct);
                await db.Database.ExecuteSqlRawAsync(
                    "INSERT INTO uppdrag (anvandare_id, enhet_id, roll, fran, delegat) VALUES (99, 99, 'Chef', '2026-01-01', 'Chef')", ct);
                return new Arbetsutfall<int>(1, true);
            },
            CancellationToken.None));

        Assert.True(kastar.Kastade);
        Assert.Equal(2, await ko.Kor(db, _ => Task.FromResult(new Arbetsutfall<int>(2, true)), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task En_kontext_som_lamnats_med_oppen_anslutning_stor_inte_nasta()
    {
        await using var vard = await Testvard.Skapa();
        await vard.Las(async db =>
        {
            await db.Database.OpenConnectionAsync();
            return 0;
        });

        await Skriv(vard, 1);

        Assert.Equal(1, await vard.Las(db => db.Enheter.CountAsync()));
    }

    [Fact]
    public async Task Samma_sats_ger_sitt_eget_svar_varje_gang_ocksa_nar_den_ar_halvlast_eller_ute_tva_ganger()
    {
        await using var vard = await Testvard.Skapa();
        for (var id = 1; id <= 4; id++) await Skriv(vard, id);

        var svar = new List<long>();
        for (var id = 1; id <= 4; id++)
        {
            var minst = $"Enhet {id}";
            await Skriv(vard, 100 + id, spara: false, fore: async db =>
            {
                var fran = db.Enheter.Where(e => e.Namn.CompareTo(minst) >= 0 && e.Namn.Length == minst.Length).OrderBy(e => e.Id)
                    .Select(e => e.Id).AsAsyncEnumerable();
                await using var halvlast = fran.GetAsyncEnumerator();
                Assert.True(await halvlast.MoveNextAsync());
                await foreach (var inre in fran) svar.Add(halvlast.Current.Value * 10 + inre.Value);
            });
        }

        Assert.Equal([11, 12, 13, 14, 22, 23, 24, 33, 34, 44], svar);
    }

    [Fact]
    public void Nar_satserna_blir_for_manga_gar_den_som_var_ute_for_langst_sedan()
    {
        using var anslutning = new SqliteConnection("Data Source=:memory:");
        anslutning.Open();
        var satser = new Satskassa();
        satser.Spara(anslutning);

        DbCommand Kor(int tal)
        {
            var ny = anslutning.CreateCommand();
            ny.CommandText = $"SELECT {tal}";
            var kommando = satser.CommandInitialized(null!, ny);
            Assert.Equal((long)tal, kommando.ExecuteScalar());
            kommando.Dispose();
            return kommando;
        }

        var (forst, sedan) = (Kor(-1), Kor(-2));
        for (var i = 0; i < Satskassa.FlestSatser - 2; i++) Kor(i);
        Assert.Same(forst, Kor(-1));
        Kor(Satskassa.FlestSatser);

        Assert.Same(forst, Kor(-1));
        Assert.NotSame(sedan, Kor(-2));
    }

    [Fact]
    public async Task En_stangd_ko_slapper_filen()
    {
        await using var vard = await Testvard.Skapa();
        var logg = Path.Combine(vard.Mapp, "caseflow.db-wal");
        var (tjanster, databaser) = (vard.Tjanster, vard.Tjanster.GetRequiredService<IDbContextFactory<SqliteCaseFlowDb>>());
        await using (var ko = new SkrivkoSqlite(
            databaser, tjanster.GetRequiredService<DbContextOptions<SqliteCaseFlowDb>>(), tjanster.GetRequiredService<Satskassa>(), NullLogger<SkrivkoSqlite>.Instance))
        await using (var db = await databaser.CreateDbContextAsync())
        {
            Assert.Equal(0, await ko.Kor(db, async ct => new Arbetsutfall<int>(await db.Enheter.CountAsync(ct), Spara: true), CancellationToken.None));
            Assert.True(File.Exists(logg));
        }

        tjanster.GetRequiredService<Databasval>().Slapp();

        // SQLite tar bort sin logg när den sista anslutningen stängs; en kvarglömd sats håller den öppen.
        Assert.False(File.Exists(logg));
    }

    [Fact]
    public async Task Anslutningen_har_det_som_hallbarheten_kraver()
    {
        await using var vard = await Testvard.Skapa();

        Assert.Equal("wal", await Pragma(vard, "SELECT journal_mode AS Value FROM pragma_journal_mode"));
        Assert.Equal("2", await Pragma(vard, "SELECT CAST(synchronous AS TEXT) AS Value FROM pragma_synchronous"));
        Assert.Equal("1", await Pragma(vard, "SELECT CAST(foreign_keys AS TEXT) AS Value FROM pragma_foreign_keys"));
    }

    [Fact]
    public async Task En_databas_som_laggs_bredvid_vantar_inte_pa_disken()
    {
        await using var anslutning = new SqliteConnection("Data Source=:memory:");
        await anslutning.OpenAsync();
        await new SqlitePragma(bredvid: true).ConnectionOpenedAsync(anslutning, null!);

        await using var kommando = anslutning.CreateCommand();
        kommando.CommandText = "PRAGMA synchronous";
        Assert.Equal(0L, await kommando.ExecuteScalarAsync());
    }

    private static Task<string> Pragma(Testvard vard, string sql) =>
        vard.Las(async db => (await db.Database.SqlQueryRaw<string>(sql).ToListAsync())[0]);

    private static async Task Skriv(Testvard vard, int id, Func<CaseFlowDb, Task>? fore = null, bool spara = true)
    {
        await using var scope = vard.Tjanster.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        var svar = await scope.ServiceProvider.GetRequiredService<ITransaktion>().Kor(
            async ct =>
            {
                db.Enheter.Add(Enhet.Skapa(new(id), $"Enhet {id}", []));
                await db.SaveChangesAsync(ct);
                if (fore is not null) await fore(db);
                return new Arbetsutfall<int>(id, spara);
            },
            CancellationToken.None);
        Assert.Equal(id, svar);
    }

    private sealed class KastarVidSlapp : DbConnectionInterceptor
    {
        public bool Kastade { get; private set; }

        public override InterceptionResult ConnectionDisposing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => Kasta();

        public override ValueTask<InterceptionResult> ConnectionDisposingAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => new(Kasta());

        private InterceptionResult Kasta()
        {
            if (Kastade) return default;
            Kastade = true;
            throw new InvalidOperationException("Anslutningen går inte att släppa.");
        }
    }
}
