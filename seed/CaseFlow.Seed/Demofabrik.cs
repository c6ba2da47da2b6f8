using Bogus;
using CaseFlow.Application;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Seed;

// Demot: påhittade personer och ett halvår av arbete, lagt genom användningsfallen med en klocka som flyttas.
// Personal är enhetens folk, Personfabrik de sökande, Livslopp vad som ska hända var och en, Simulering dagarna.

/// <summary>Lays a demo in an empty database.</summary>
public static class Demofabrik
{
    /// <param name="data">Registers the host's settings and data layer; the demo brings its own clock and keys.</param>
    /// <param name="framsteg">Told of days done and days in all.</param>
    /// <returns>What was laid, or <c>DATABAS_EJ_TOM</c>.</returns>
    /// <exception cref="InvalidOperationException">A use case refused what the demo asked for.</exception>
    public static async Task<Result<Demoutfall>> Lagg(
        Action<IServiceCollection> data, Demoval val, IProgress<(int Klart, int Totalt)>? framsteg = null, CancellationToken ct = default)
    {
        var forstaDag = val.Slut.AddMonths(-val.Scenario.Manader);
        var start = Demoval.Moment(forstaDag, new TimeOnly(7, 0));
        var (klocka, ids) = (new Demoklocka(start), new Demoids(val.Fro, start));
        var slump = new Randomizer(val.Fro + 1);
        // Personerna dras medan databasen läggs upp och personalens lösenord hashas.
        var ankomster = Task.Run(() => Ankomster.Alla(val, forstaDag, slump), ct);
        await using var tjanster = Tjanster(data, klocka, ids);
        await tjanster.GetRequiredService<IDatabas>().Migrera(ct);
        var lage = new Lagesbild(tjanster);
        if (await lage.Fraga(db => db.Personer.AnyAsync(ct)) || await lage.Fraga(db => db.Anvandare.AnyAsync(ct)))
            return Error.Rule("DATABAS_EJ_TOM", "Databasen innehåller redan personer eller användare. Demot läggs bara i en tom databas.");

        var medKo = await lage.Fraga(db => Task.FromResult(db.Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) == true));
        var anropare = tjanster.GetRequiredService<IAnropare>();
        var avsandare = new Avsandare(anropare, klocka, ids, medKo);
        var enhet = await anropare.Sand(new LaggGrund(), Systemaktor.Den, null, ct);
        if (enhet.Failed) return enhet.Error;
        var processer = await anropare.Sand(new LaggInProcesser(), Systemaktor.Den, null, ct);
        if (processer.Failed) return processer.Error;

        var kollegium = await Kollegium.Lagg(tjanster, avsandare, enhet.Value.Enhet, start, ct);
        var simulering = new Simulering(lage, avsandare, kollegium, klocka, ids, val, slump);
        await simulering.Kor(forstaDag, await ankomster, framsteg, ct);
        return new Demoutfall(
            await lage.Fraga(db => db.Personer.CountAsync(ct)), await lage.Fraga(db => db.Arenden.CountAsync(ct)), avsandare.Skickade - simulering.Timrar,
            simulering.Timrar);
    }

    private static ServiceProvider Tjanster(Action<IServiceCollection> data, Demoklocka klocka, Demoids ids)
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
