using System.Diagnostics;
using System.Globalization;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Engine.Feel;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CaseFlow.E2E;

/// <summary>Several nodes on one database, and nodes that are killed in the middle of their work.</summary>
public sealed class NoderTests(ITestOutputHelper ut)
{
    /// <summary>How many times a node is killed; <c>CASEFLOW_DODA</c> says more for a long run.</summary>
    private static int Ganger => int.TryParse(Environment.GetEnvironmentVariable("CASEFLOW_DODA"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 3;

    [Theory, PaPostgres]
    public async Task Tusen_timrar_gar_ut_en_gang_var_fast_en_av_tva_noder_dodas(Provdatabas databas)
    {
        const int Antal = 1_000;
        await using var noder = await Noder.Skapa(databas);
        var enhet = noder.Enhet;
        for (var i = 0; i < Antal; i++) await UnderUtredning(enhet);
        Assert.Equal(Antal, await enhet.Vard.Las(db => db.Processtimrar.CountAsync()));
        var sedan = TimeProvider.System.GetUtcNow().AddHours(1);
        // Långt fram medan noderna startar, så att de går ut på en gång sedan.
        await enhet.Vard.Las(db => db.Processtimrar.ExecuteUpdateAsync(s => s.SetProperty(t => t.Tands, sedan)));
        var (ena, _) = await noder.Starta();
        await noder.Starta();
        var dags = TimeProvider.System.GetUtcNow().AddSeconds(1);
        await enhet.Vard.Las(db => db.Processtimrar.ExecuteUpdateAsync(s => s.SetProperty(t => t.Tands, dags)));

        await TomsFastEnDodas(Antal, () => enhet.Vard.Las(db => db.Processtimrar.CountAsync()), ena);
        Assert.Equal(Antal, await enhet.Vard.Las(db => db.Uppgifter.CountAsync(u => u.Nod == "HanteraForsening")));
        Assert.Equal(0, await enhet.Vard.Las(db => db.Uppgifter.Where(u => u.Nod == "HanteraForsening").GroupBy(u => u.ArendeId).CountAsync(g => g.Count() > 1)));
        var tider = await enhet.Vard.Las(db => db.AuditHandelser.Where(h => h.Typ == nameof(TidsgransPasserad)).Select(h => h.Tid).ToListAsync());
        Assert.Equal(Antal, tider.Count);
        await Haller(noder);
        Efter($"{Antal} timrar, en nod dödad", tider, dags);
    }

    /// <summary>Each post is an operation to be tried again: the nodes can carry it out, the host that registered could not.</summary>
    [Theory, PaSqlite, PaPostgres]
    public async Task Utkorgen_toms_en_gang_for_var_och_en_fast_en_nod_dodas(Provdatabas databas)
    {
        const int Antal = 300;
        await using var noder = await Noder.Skapa(databas, Ofordelad.IStallet);
        var enhet = noder.Enhet;
        for (var i = 0; i < Antal; i++) await enhet.EttArende().Bygg();
        Assert.Equal(Antal, await enhet.Vard.Las(db => db.Utkorg.CountAsync()));
        var sedan = TimeProvider.System.GetUtcNow().AddHours(1);
        await enhet.Vard.Las(db => db.Utkorg.ExecuteUpdateAsync(s => s.SetProperty(p => p.Tands, sedan)));
        var (ena, _) = await noder.Starta();
        // SQLite har en nod åt gången: den andra tar vid när den första är död.
        if (databas == Provdatabas.Postgres) await noder.Starta();
        var dags = TimeProvider.System.GetUtcNow().AddSeconds(1);
        await enhet.Vard.Las(db => db.Utkorg.ExecuteUpdateAsync(s => s.SetProperty(p => p.Tands, dags)));

        await TomsFastEnDodas(Antal, () => enhet.Vard.Las(db => db.Utkorg.CountAsync()), ena, databas == Provdatabas.Sqlite ? noder : null);

        var forsok = await enhet.Vard.Las(db => db.AuditHandelser.Where(h => h.Typ == nameof(OperationForsoktIgen)).Select(h => new { h.ArendeId, h.Tid }).ToListAsync());
        Assert.Equal((Antal, Antal), (forsok.Count, forsok.Select(f => f.ArendeId).Distinct().Count()));
        var fel = await enhet.Vard.Las(db => db.Arenden.CountAsync(a => db.Uppgifter.Count(u => u.ArendeId == a.Id) != 1 || db.Incidenter.Any(i => i.ArendeId == a.Id)));
        Assert.Equal(0, fel);
        await Haller(noder);
        Efter($"{databas}: {Antal} poster i utkorgen, en nod dödad", forsok.Select(f => f.Tid), dags);
    }

    [Theory, PaPostgres]
    public async Task Nasta_anrop_till_den_andra_noden_ser_allt(Provdatabas databas)
    {
        await using var noder = await Noder.Skapa(databas);
        var adresser = new[] { (await noder.Starta()).Nod.Adress, (await noder.Starta()).Nod.Adress };
        using var klient = new HttpClient();
        for (var i = 0; i < 30; i++)
        {
            var nummer = await noder.Registrera(klient, adresser[i % 2], i);
            Assert.Equal(nummer, await noder.Registrera(klient, adresser[(i + 1) % 2], i));
            var arende = await noder.Enhet.Vard.Las(db => db.Arenden.Where(a => a.Nummer == nummer).Select(a => new { a.HandlaggareId, a.Skyddat }).SingleAsync());
            if (arende.Skyddat || arende.HandlaggareId != noder.Enhet.Handlaggare.Id) continue;
            Assert.Equal(System.Net.HttpStatusCode.OK, await noder.Las(klient, adresser[(i + 1) % 2], "/arenden/" + nummer));
        }
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_har_bekraftats_finns_en_gang_och_helt_hur_an_noden_dodas(Provdatabas databas)
    {
        await using var noder = await Noder.Skapa(databas);
        var (bekraftat, obesvarat, redo, nasta) = (new Dictionary<int, string>(), new Queue<int>(), new List<double>(), 0);
        using var klient = new HttpClient();
        var slump = new Random(20261124);
        for (var gang = 0; gang <= Ganger; gang++)
        {
            var (nod, tog) = await noder.Starta();
            redo.Add(tog.TotalSeconds);
            using var slut = new CancellationTokenSource();
            var last = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
            {
                while (!slut.IsCancellationRequested)
                {
                    int nummer;
                    lock (bekraftat)
                    {
                        // Den sista gången bara det som ingen fick svar på.
                        if (!obesvarat.TryDequeue(out nummer))
                        {
                            if (gang == Ganger) return;
                            nummer = nasta++;
                        }
                    }
                    var svar = await noder.Registrera(klient, nod.Adress, nummer);
                    lock (bekraftat)
                    {
                        if (svar is null) obesvarat.Enqueue(nummer);
                        else bekraftat.Add(nummer, svar);
                    }
                    if (svar is null) return;
                }
            })));
            if (gang == Ganger)
            {
                await last;
                break;
            }
            await Task.Delay(slump.Next(400, 1_500));
            await nod.DisposeAsync();
            await slut.CancelAsync();
            await last;
        }

        Assert.Empty(obesvarat);
        Assert.Equal(nasta, bekraftat.Count);
        var sparat = await noder.Enhet.Vard.Las(db => db.Ansokningar.Join(db.Arenden, a => a.ArendeId, r => r.Id, (a, r) => new { a.ExternId, r.Nummer, r.Id }).ToListAsync());
        Assert.Equal(
            bekraftat.Select(b => (Noder.ExternId(b.Key), b.Value)).Order(), sparat.Select(s => (s.ExternId!, s.Nummer)).Order());
        var halva = await noder.Enhet.Vard.Las(db => db.Arenden.CountAsync(a =>
            db.Instanser.Count(i => i.ArendeId == a.Id) != 1 || !db.Uppgifter.Any(u => u.ArendeId == a.Id) || !db.AuditHandelser.Any(h => h.ArendeId == a.Id && h.Typ == nameof(AnsokanRegistrerad))));
        Assert.Equal(0, halva);
        await Haller(noder);
        redo.Sort();
        ut.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{databas}: dödad {Ganger} gånger, {bekraftat.Count} ansökningar bekräftade. Redo efter median {redo[redo.Count / 2]:0.0} s, högst {redo[^1]:0.0} s."));
    }

    /// <summary>Kills the node when a third is done, and waits until nothing is left.</summary>
    /// <param name="ersatt">Where a new node is started in its place; null when another is there already.</param>
    private static async Task TomsFastEnDodas(int antal, Func<Task<int>> rakna, Webbprocess nod, Noder? ersatt = null)
    {
        var klocka = Stopwatch.StartNew();
        var (kvar, dodad) = (antal, false);
        while (kvar > 0 && klocka.Elapsed < TimeSpan.FromMinutes(2))
        {
            await Task.Delay(20);
            kvar = await rakna();
            if (dodad || kvar > antal * 2 / 3) continue;
            await nod.DisposeAsync();
            if (ersatt is not null) await ersatt.Starta();
            (dodad, kvar) = (true, Math.Max(kvar, 1));
        }

        Assert.True(dodad, "Noden hann inte dödas mitt i.");
        Assert.Equal(0, kvar);
    }

    private void Efter(string vad, IEnumerable<DateTimeOffset> tider, DateTimeOffset dags)
    {
        var sena = tider.Select(t => (t - dags).TotalMilliseconds).Order().ToList();
        ut.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{vad}: efter p50 {sena[sena.Count / 2]:0} ms, p99 {sena[sena.Count * 99 / 100]:0} ms, sist {sena[^1]:0} ms"));
    }

    /// <summary>Stands in for the operation that gives an ärende to somebody: it fails as a system that is down does.</summary>
    private sealed class Ofordelad : ITjansteoperation
    {
        public string Namn => "arende.fordela";

        public static void IStallet(IServiceCollection tjanster)
        {
            tjanster.Remove(tjanster.Single(t => t.ServiceType == typeof(ITjansteoperation) && t.ImplementationType?.Name == "FordelaArende"));
            tjanster.AddScoped<ITjansteoperation, Ofordelad>();
        }

        public Task<Result<FeelContext>> Utfor(Tjansteanrop tjanst, CancellationToken ct) => throw new InvalidOperationException("Systemet svarar inte.");
    }

    /// <summary>Hanna gets more than the rule gives anybody: the chef sees to the rest.</summary>
    private static async Task UnderUtredning(Provenhet enhet)
    {
        var arende = await enhet.EttArende().Bygg();
        if ((await arende.Oppna())[0] == "TilldelaHandlaggare") Provarende.Ok(await arende.Forsok("TilldelaHandlaggare", enhet.Chef, ("handlaggare", "11")));
        await arende.Granska();
    }

    private static async Task Haller(Noder noder)
    {
        var prov = await ((Application.Audit.IAuditVerifierare)noder.Enhet.Vard.Tjanster.GetService(typeof(Application.Audit.IAuditVerifierare))!).Verifiera(null, CancellationToken.None);
        Assert.Null(prov.Brott);
    }
}
