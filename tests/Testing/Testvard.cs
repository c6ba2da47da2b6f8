using System.Reflection;
using CaseFlow.Application;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Pipeline;
using CaseFlow.Data;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Testing;

/// <summary>The product without a host: the real pipeline on a real, empty and migrated database of its own, with a clock the test
/// moves. Dispose it and the database is gone.</summary>
public sealed class Testvard : IAsyncDisposable
{
    /// <summary>A Wednesday morning in Stockholm, far from any change of clocks.</summary>
    public static readonly DateTimeOffset Start = new(2026, 9, 16, 7, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _tjanster;
    private readonly string? _postgres;
    private readonly bool _granne;

    private Testvard(ServiceProvider tjanster, Provtid tid, string mapp, string? postgres, bool granne = false) =>
        (_tjanster, Tid, Mapp, _postgres, _granne) = (tjanster, tid, mapp, postgres, granne);

    public Provtid Tid { get; }

    /// <summary>The host's data folder; the SQLite file <c>caseflow.db</c> lies in it.</summary>
    public string Mapp { get; }

    public IServiceProvider Tjanster => _tjanster;

    /// <summary>The system itself with every capability, for what a test sets up.</summary>
    public static Aktor Allt { get; } = new(AktorSlag.System, default, "prov", Enum.GetValues<Behorighet>().ToHashSet(), [], [], Delegatniva.Namnd);

    /// <param name="mer">Adds or replaces services, last.</param>
    /// <param name="assemblies">More assemblies with use cases.</param>
    public static async Task<Testvard> Skapa(
        Provdatabas databas = Provdatabas.Sqlite, Action<IServiceCollection>? mer = null, params Assembly[] assemblies) =>
        await Ur(await Provmall.Tom(databas), mer, assemblies);

    /// <summary>A host on a copy of what a template holds.</summary>
    internal static async Task<Testvard> Ur(Provmall mall, Action<IServiceCollection>? mer = null, params Assembly[] assemblies)
    {
        var (mapp, postgres) = await mall.Kopia();
        var tid = new Provtid(Start);
        return new(Bygg(mapp, postgres, tid, mer, assemblies), tid, mapp, postgres);
    }

    /// <summary>A host on a database that is in the folder, or that it makes, and that it migrates itself.</summary>
    public static async Task<Testvard> Ny(string mapp, string? postgres, DateTimeOffset start)
    {
        var tid = new Provtid(start);
        var vard = new Testvard(Bygg(mapp, postgres, tid, null, []), tid, mapp, postgres);
        await vard.Tjanster.GetRequiredService<IDatabas>().Migrera(CancellationToken.None);
        return vard;
    }

    /// <summary>One more host on the same database and the same clock. Dispose it before this one.</summary>
    public Testvard Granne(Action<IServiceCollection>? mer = null) => new(Bygg(Mapp, _postgres, Tid, mer, []), Tid, Mapp, _postgres, granne: true);

    /// <summary>Registers this host's database among the services of another, which brings its own clock.</summary>
    public void Registrera(IServiceCollection tjanster) => tjanster.AddCaseFlowData(Installningar(Mapp, _postgres));

    /// <summary>The settings that make another app use this database.</summary>
    public IReadOnlyDictionary<string, string?> Databasval => Databasvalen(Mapp, _postgres);

    private static Dictionary<string, string?> Databasvalen(string mapp, string? postgres) => new(StringComparer.Ordinal)
    {
        ["CASEFLOW_DATA"] = mapp,
        ["CASEFLOW_DB"] = postgres is null ? "sqlite" : "postgres",
        ["ConnectionStrings:CaseFlow"] = postgres,
    };

    private static IConfiguration Installningar(string mapp, string? postgres) => new ConfigurationBuilder().AddInMemoryCollection(Databasvalen(mapp, postgres)).Build();

    private static ServiceProvider Bygg(string mapp, string? postgres, Provtid tid, Action<IServiceCollection>? mer, Assembly[] assemblies)
    {
        var installningar = Installningar(mapp, postgres);
        var tjanster = new ServiceCollection();
        tjanster.AddSingleton<TimeProvider>(tid);
        tjanster.AddSingleton<IConfiguration>(installningar);
        Raknare.Lyssna(tjanster);
        tjanster.AddCaseFlowData(installningar);
        tjanster.AddSingleton(Brevavsandare.Exempel);
        tjanster.AddCaseFlowApplication(assemblies);
        mer?.Invoke(tjanster);
        return tjanster.BuildServiceProvider(validateScopes: true);
    }

    public Task<Result<T>> Sand<T>(IRequest<Result<T>> request, Aktor? aktor = null, string? nyckel = null) =>
        _tjanster.GetRequiredService<IAnropare>().Sand(request, aktor ?? Allt, nyckel);

    /// <summary>Reads the database beside the use cases.</summary>
    public async Task<T> Las<T>(Func<CaseFlowDb, Task<T>> fraga)
    {
        await using var scope = _tjanster.CreateAsyncScope();
        return await fraga(scope.ServiceProvider.GetRequiredService<CaseFlowDb>());
    }

    /// <summary>Writes to the database beside the use cases, in one transaction.</summary>
    public async Task Skriv(Func<CaseFlowDb, Task> arbete)
    {
        await using var scope = _tjanster.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        await scope.ServiceProvider.GetRequiredService<ITransaktion>().Kor<bool>(
            async ct =>
            {
                await arbete(db);
                await db.SaveChangesAsync(ct);
                return new(true, true);
            },
            CancellationToken.None);
    }

    /// <summary>Lets go of the database and leaves it.</summary>
    internal ValueTask Lamna() => _tjanster.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (!_granne) await SlappAnslutningar();
        await Lamna();
        if (_granne) return;
        if (_postgres is not null) await Postgresserver.TaBort(_postgres);
        Directory.Delete(Mapp, recursive: true);
    }

    /// <summary>Only this database's: other tests run meanwhile, and keep theirs.</summary>
    private async Task SlappAnslutningar()
    {
        await using var scope = _tjanster.CreateAsyncScope();
        if (scope.ServiceProvider.GetRequiredService<CaseFlowDb>().Database.GetDbConnection() is SqliteConnection anslutning) SqliteConnection.ClearPool(anslutning);
    }
}
