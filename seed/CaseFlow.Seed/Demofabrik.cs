using Bogus;
using CaseFlow.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Seed;

// Demot: påhittade personer och några månaders arbete, lagt genom användningsfallen med en klocka som flyttas.
// Personal är enhetens folk, Personfabrik de sökande, Livslopp vad som ska hända var och en, Simulering dagarna.

/// <summary>Lays a demo in an empty database.</summary>
public static class Demofabrik
{
    /// <param name="data">Registers the host's settings and data layer; the demo brings its own clock and keys.</param>
    /// <param name="framsteg">Told of days done and days in all.</param>
    /// <param name="manader">Told of each month when it has passed.</param>
    /// <returns>What was laid, <c>DATABAS_EJ_TOM</c>, or <c>OGILTIGT</c> for a size that cannot be laid.</returns>
    /// <exception cref="InvalidOperationException">A use case refused what the demo asked for.</exception>
    public static async Task<Result<Demoutfall>> Lagg(
        Action<IServiceCollection> data, Demoval val, IProgress<(int Klart, int Totalt)>? framsteg = null, IProgress<Demomanad>? manader = null, CancellationToken ct = default)
    {
        if (val.Scenario.HelEnhet && val.Prova() is { } fel) return fel;
        var forstaDag = val.ForstaDag;
        var slump = new Randomizer(val.Fro + 1);
        // Personerna dras medan databasen läggs upp och personalens lösenord hashas.
        var ankomster = Task.Run(() => Ankomster.For(val, forstaDag, slump), ct);
        var skapad = await Demovard.Skapa(data, val.Fro, Demoval.Moment(forstaDag, new TimeOnly(7, 0)), ct);
        if (skapad.Failed) return skapad.Error;
        await using var vard = skapad.Value;
        var (_, timrar) = await Lev(vard, val, forstaDag, slump, await ankomster, framsteg, manader, ct);
        var lage = await vard.Lage.Fraga(db => Sammanstallning.Av(db, Demoval.Moment(val.Slut, Demoval.Slutklockan), ct));
        return new Demoutfall(
            await vard.Lage.Fraga(db => db.Personer.CountAsync(ct)), await vard.Lage.Fraga(db => db.Arenden.CountAsync(ct)), vard.Avsandare.Skickade - timrar, timrar, lage);
    }

    /// <summary>The people of the unit come, and the months pass.</summary>
    internal static async Task<(Kollegium Kollegium, int Timrar)> Lev(
        Demovard vard, Demoval val, DateOnly forstaDag, Randomizer slump, IEnumerable<Livslopp> ankomster, IProgress<(int Klart, int Totalt)>? framsteg,
        IProgress<Demomanad>? manader, CancellationToken ct)
    {
        var kollegium = await Kollegium.Lagg(vard.Tjanster, vard.Avsandare, vard.Enhet, Demoval.Moment(forstaDag, new TimeOnly(7, 0)), val.Scenario, ct);
        if (val.Scenario.HelEnhet) kollegium.PlaneraLedighet(forstaDag, val.Slut, new Randomizer(val.Fro + 2));
        var simulering = new Simulering(vard.Lage, vard.Avsandare, kollegium, vard.Klocka, vard.Ids, val, slump);
        await simulering.Kor(forstaDag, ankomster, framsteg, manader, ct);
        return (kollegium, simulering.Timrar);
    }
}
