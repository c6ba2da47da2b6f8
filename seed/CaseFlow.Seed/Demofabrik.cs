using Bogus;
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
        var slump = new Randomizer(val.Fro + 1);
        // Personerna dras medan databasen läggs upp och personalens lösenord hashas.
        var ankomster = Task.Run(() => Ankomster.Alla(val, forstaDag, slump), ct);
        var skapad = await Demovard.Skapa(data, val.Fro, Demoval.Moment(forstaDag, new TimeOnly(7, 0)), ct);
        if (skapad.Failed) return skapad.Error;
        await using var vard = skapad.Value;
        var (_, timrar) = await Lev(vard, val, forstaDag, slump, await ankomster, framsteg, ct);
        return new Demoutfall(
            await vard.Lage.Fraga(db => db.Personer.CountAsync(ct)), await vard.Lage.Fraga(db => db.Arenden.CountAsync(ct)), vard.Avsandare.Skickade - timrar, timrar);
    }

    /// <summary>The people of the unit come, and the months pass.</summary>
    internal static async Task<(Kollegium Kollegium, int Timrar)> Lev(
        Demovard vard, Demoval val, DateOnly forstaDag, Randomizer slump, IEnumerable<Livslopp> ankomster, IProgress<(int Klart, int Totalt)>? framsteg,
        CancellationToken ct)
    {
        var kollegium = await Kollegium.Lagg(vard.Tjanster, vard.Avsandare, vard.Enhet, Demoval.Moment(forstaDag, new TimeOnly(7, 0)), ct);
        var simulering = new Simulering(vard.Lage, vard.Avsandare, kollegium, vard.Klocka, vard.Ids, val, slump);
        await simulering.Kor(forstaDag, ankomster, framsteg, ct);
        return (kollegium, simulering.Timrar);
    }
}
