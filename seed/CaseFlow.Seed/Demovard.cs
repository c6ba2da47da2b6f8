using CaseFlow.Application;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Seed;

/// <summary>The product put together to lay made-up history in an empty database: with a clock that is moved and keys that are the same every time.</summary>
internal sealed class Demovard : IAsyncDisposable
{
    private readonly ServiceProvider _tjanster;

    private Demovard(ServiceProvider tjanster, Demoklocka klocka, Demoids ids, bool medKo)
    {
        (_tjanster, Klocka, Ids) = (tjanster, klocka, ids);
        Lage = new(tjanster);
        Anropare = tjanster.GetRequiredService<IAnropare>();
        Avsandare = new(Anropare, klocka, ids, medKo);
    }

    public IServiceProvider Tjanster => _tjanster;

    public Demoklocka Klocka { get; }

    public Demoids Ids { get; }

    public Lagesbild Lage { get; }

    public IAnropare Anropare { get; }

    public Avsandare Avsandare { get; }

    /// <summary>The unit that everything begins in.</summary>
    public EnhetId Enhet { get; private set; }

    /// <param name="data">Registers the host's settings and data layer.</param>
    /// <param name="start">When the history begins.</param>
    /// <returns>The host with a unit and the processes in place, or <c>DATABAS_EJ_TOM</c>.</returns>
    public static async Task<Result<Demovard>> Skapa(Action<IServiceCollection> data, int fro, DateTimeOffset start, CancellationToken ct)
    {
        var (klocka, ids) = (new Demoklocka(start), new Demoids(fro, start));
        var tjanster = Sammansatt(data, klocka, ids);
        try
        {
            await tjanster.GetRequiredService<IDatabas>().Migrera(ct);
            var lage = new Lagesbild(tjanster);
            if (await lage.Fraga(db => db.Personer.AnyAsync(ct)) || await lage.Fraga(db => db.Anvandare.AnyAsync(ct))) return await Nej(EjTom);
            var medKo = await lage.Fraga(db => Task.FromResult(db.Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) == true));
            var vard = new Demovard(tjanster, klocka, ids, medKo);
            var enhet = await vard.Anropare.Sand(new LaggGrund(), Systemaktor.Den, null, ct);
            if (enhet.Failed) return await Nej(enhet.Error);
            var processer = await vard.Anropare.Sand(new LaggInProcesser(), Systemaktor.Den, null, ct);
            if (processer.Failed) return await Nej(processer.Error);
            vard.Enhet = enhet.Value.Enhet;
            return vard;
        }
        catch (Exception)
        {
            await tjanster.DisposeAsync();
            throw;
        }

        async Task<Error> Nej(Error skal)
        {
            await tjanster.DisposeAsync();
            return skal;
        }
    }

    public ValueTask DisposeAsync() => _tjanster.DisposeAsync();

    private static Error EjTom { get; } = Error.Rule(
        "DATABAS_EJ_TOM", "Databasen innehåller redan personer eller användare. Demot läggs bara i en tom databas: ange en annan mapp i CASEFLOW_DATA (eller en annan databas), eller flytta undan den som finns.");

    private static ServiceProvider Sammansatt(Action<IServiceCollection> data, Demoklocka klocka, Demoids ids)
    {
        var tjanster = new ServiceCollection();
        tjanster.AddSingleton<TimeProvider>(klocka);
        tjanster.AddSingleton<IIdKalla>(ids);
        data(tjanster);
        tjanster.AddSingleton(Brevavsandare.Exempel); // allt i demot är påhittat, nämnden med
        tjanster.AddCaseFlowApplication();
        return tjanster.BuildServiceProvider();
    }
}
