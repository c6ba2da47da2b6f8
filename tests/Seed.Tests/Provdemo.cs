using CaseFlow.Application;
using CaseFlow.Data;
using CaseFlow.Data.Grund;
using CaseFlow.Domain;
using CaseFlow.Domain.Insatser;
using CaseFlow.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Seed.Tests;

/// <summary>A demo in a database of its own, and a host to look at it with, in the morning when it ends.</summary>
internal sealed class Provdemo(string mapp, IConfiguration installningar, Demoval val, ServiceProvider tjanster) : IAsyncDisposable
{
    /// <summary>A host that has named no nämnd: the demo has its own.</summary>
    private static readonly Func<IServiceProvider, Overklagandeadress> UtanNamnd = _ => throw new InstallningException("Nämnden saknas.");

    public DateTimeOffset Nu => Morgonen(val);

    public static async Task<Provdemo> Lagg(Demoval val)
    {
        var demo = await Tom(val);
        Assert.Null((await demo.Igen()).Error);
        return demo;
    }

    /// <summary>The database without the demo.</summary>
    public static Task<Provdemo> Tom(Demoval val)
    {
        var mapp = Directory.CreateTempSubdirectory("caseflow-demo-").FullName;
        var installningar = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["CASEFLOW_DATA"] = mapp }).Build();
        var tjanster = new ServiceCollection().AddSingleton<TimeProvider>(new Provtid(Morgonen(val))).AddSingleton<IConfiguration>(installningar);
        tjanster.AddCaseFlowData(installningar);
        tjanster.AddCaseFlowApplication();
        return Task.FromResult(new Provdemo(mapp, installningar, val, tjanster.BuildServiceProvider()));
    }

    public void Registrera(IServiceCollection tjanster) => tjanster.AddCaseFlowData(installningar).AddSingleton(UtanNamnd);

    public Task<Result<Demoutfall>> Igen() => Demofabrik.Lagg(Registrera, val);

    private static DateTimeOffset Morgonen(Demoval val) => Demoval.Moment(val.Slut, new(8, 0));

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
