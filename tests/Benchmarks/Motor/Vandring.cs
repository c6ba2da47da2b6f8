using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks.Motor;

/// <summary>How long each command took, in ms.</summary>
internal sealed class Tider
{
    private readonly ConcurrentBag<double> _alla = [];

    public double P50 => Statistik.Median(_alla);

    public double P95 => Statistik.Percentil(_alla, 0.95);

    public async Task<T> Ta<T>(Func<Task<T>> kommando)
    {
        var klocka = Stopwatch.StartNew();
        var svar = await kommando();
        _alla.Add(klocka.Elapsed.TotalMilliseconds);
        return svar;
    }
}

/// <summary>A whole process through the product: an ansökan is registered, its task is done, and it is taken back.</summary>
internal sealed class Vandring(Provenhet enhet)
{
    private const int Dagar = 9_000;

    private static readonly Dictionary<string, string[]> Svar = new(StringComparer.Ordinal) { ["komplett"] = ["ja"], ["sprakinformation"] = ["ja"] };

    private int _personer;

    public async Task<Result<Registrering>> Registrera() => await enhet.Vard.Sand(
        new RegistreraAnsokan(new(
            "", "telefon", enhet.Vard.Tid.GetUtcNow(),
            new(Personnummer(Interlocked.Increment(ref _personer)), null, null, "Test", "Testsson", new("Provvägen 1", "128 58", "Skarpnäck"), null, "sv", false),
            [new("hemtjanst", "Jag behöver hjälp", null, null)], false, "ingen", null)),
        enhet.Handlaggare);

    public async Task En(Tider tider)
    {
        var nummer = Provarende.Ok(await tider.Ta(Registrera)).Arendenummer;
        var arende = await enhet.Vard.Las(db => db.Arenden.Where(a => a.Nummer == nummer).Select(a => a.Id).SingleAsync());
        var uppgift = await enhet.Vard.Las(db => db.Uppgifter.Where(u => u.ArendeId == arende && u.Status == Uppgiftsstatus.Oppen)
            .Select(u => new { u.PublikId, u.Version }).SingleAsync());
        Provarende.Ok(await tider.Ta(() => Granska(uppgift.PublikId, uppgift.Version)));
        var version = await enhet.Vard.Las(db => db.Arenden.Where(a => a.Id == arende).Select(a => a.Version).SingleAsync());
        Provarende.Ok(await tider.Ta(() => Aterta(nummer, version)));
    }

    public Task<Result<SlutfordUppgift>> Granska(Guid uppgift, int version) => enhet.Vard.Sand(new SlutforUppgift(uppgift, version, Svar), enhet.Chef);

    public Task<Result<Done>> Aterta(string nummer, int version) => enhet.Vard.Sand(new AtertaAnsokan(nummer, version, enhet.Idag, "telefon"), enhet.Chef);

    /// <summary>One of the numbers that the population register keeps for tests (individnummer 980-999); no two alike.</summary>
    private static string Personnummer(int nr)
    {
        var siffror = new DateOnly(1930, 1, 1).AddDays(nr % Dagar).ToString("yyyyMMdd", CultureInfo.InvariantCulture)
            + (980 + (nr / Dagar % 20)).ToString(CultureInfo.InvariantCulture);
        var summa = siffror[2..].Select((c, i) => (c - '0') * (2 - (i % 2))).Sum(v => v > 9 ? v - 9 : v);
        return siffror + ((10 - (summa % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }
}
