using System.Globalization;
using CaseFlow.Application;
using CaseFlow.Application.Audit;
using CaseFlow.Data;
using CaseFlow.Data.Grund;
using CaseFlow.Domain;
using CaseFlow.Domain.Insatser;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Seed.Tests;

/// <summary>What holds for every demo: test people only, the same from the same seed, and a product that has nothing to complain of.</summary>
public sealed class DemoTests
{
    private static readonly Demoscenario Prov = new("prov", 8, 2);
    private static readonly DateOnly Slut = new(2026, 11, 20);

    /// <summary>A host that has named no nämnd: the demo has its own.</summary>
    private static readonly Func<IServiceProvider, Overklagandeadress> UtanNamnd = _ => throw new InstallningException("Nämnden saknas.");

    [Fact]
    public async Task Alla_personnummer_ar_testnummer_och_loggen_ar_hel()
    {
        await using var demo = await Demo.Lagg(fro: 7);

        var identiteter = await demo.Las(db => db.Personer.Select(p => p.Identitet).ToListAsync());
        Assert.Equal(Prov.Personer, identiteter.Count);
        Assert.All(identiteter, i => Assert.InRange(int.Parse(i.Varde[8..11], CultureInfo.InvariantCulture), 980, 999));
        var prov = await demo.Tjanst<IAuditVerifierare>().Verifiera(null, CancellationToken.None);
        Assert.Null(prov.Brott);
        Assert.True(prov.Handelser > 100, $"{prov.Handelser} händelser");
        Assert.Equal(0, await demo.Las(db => db.Incidenter.CountAsync()));
        Assert.Equal(prov.Handelser, await demo.Las(db => db.AuditHandelser.LongCountAsync(h => h.Utfall == Auditutfall.Ok)));
    }

    [Fact]
    public async Task Samma_fro_ger_samma_logg_och_ett_annat_ger_andra_personer()
    {
        await using var forsta = await Demo.Lagg(fro: 7);
        await using var andra = await Demo.Lagg(fro: 7);
        await using var annan = await Demo.Lagg(fro: 8);

        // En kedjas sista hash beror av varje id, tid och värde före den.
        Assert.Equal(await forsta.Huvuden(), await andra.Huvuden());
        Assert.Equal(await forsta.Namn(), await andra.Namn());
        Assert.NotEqual(await forsta.Namn(), await annan.Namn());
    }

    [Fact]
    public async Task Ett_demo_laggs_bara_i_en_tom_databas()
    {
        await using var demo = await Demo.Lagg(fro: 7);
        Assert.Equal("DATABAS_EJ_TOM", (await demo.Igen()).Error?.Code);
    }

    private sealed class Demo(string mapp, IConfiguration installningar, ServiceProvider tjanster) : IAsyncDisposable
    {
        public static async Task<Demo> Lagg(int fro)
        {
            var mapp = Directory.CreateTempSubdirectory("caseflow-demo-").FullName;
            var installningar = new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["CASEFLOW_DATA"] = mapp }).Build();
            var lagd = await Demofabrik.Lagg(t => t.AddCaseFlowData(installningar).AddSingleton(UtanNamnd), new(Prov, fro, Slut));
            Assert.Null(lagd.Error);
            var tjanster = new ServiceCollection().AddSingleton(TimeProvider.System).AddSingleton(installningar);
            tjanster.AddCaseFlowData(installningar);
            tjanster.AddCaseFlowApplication();
            return new(mapp, installningar, tjanster.BuildServiceProvider());
        }

        public Task<Result<Demoutfall>> Igen() => Demofabrik.Lagg(t => t.AddCaseFlowData(installningar), new(Prov, 7, Slut));

        public T Tjanst<T>()
            where T : notnull => tjanster.CreateScope().ServiceProvider.GetRequiredService<T>();

        public async Task<T> Las<T>(Func<CaseFlowDb, Task<T>> fraga)
        {
            await using var scope = tjanster.CreateAsyncScope();
            return await fraga(scope.ServiceProvider.GetRequiredService<CaseFlowDb>());
        }

        public Task<List<string>> Namn() => Las(db => db.Personer.OrderBy(p => p.Id).Select(p => p.Fornamn + " " + p.Efternamn).ToListAsync());

        public async Task<List<string>> Huvuden() =>
            [.. (await Las(db => db.AuditHuvuden.OrderBy(h => h.Kedja).ToListAsync())).Select(h => $"{h.Kedja} {h.Seq} {Convert.ToHexString(h.Hash)}")];

        public async ValueTask DisposeAsync()
        {
            await tjanster.DisposeAsync();
            SqliteConnection.ClearAllPools();
            Directory.Delete(mapp, recursive: true);
        }
    }
}
