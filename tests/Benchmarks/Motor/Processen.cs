using System.Collections.Concurrent;
using System.Diagnostics;
using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Benchmarks.Slutforande;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks.Motor;

/// <summary>Whole processes through the product's own path: an ansökan is registered (two tables are asked, an operation is carried out, a task opens),
/// its task is done (a subprocess opens, a timer is armed), and it is withdrawn (everything open is closed, the instance ends). Eight clients.</summary>
internal sealed class Processen : IMatning
{
    private const int Klienter = 8;
    private const int Oppna = 100_000;
    private const int Rundor = 5;
    private static readonly TimeSpan Rundtid = TimeSpan.FromSeconds(4);

    private static readonly Dictionary<string, string[]> Svar = new(StringComparer.Ordinal) { ["komplett"] = ["ja"], ["sprakinformation"] = ["ja"] };

    private static int _fodda;

    public string Namn => "process";

    public string Vad => "Hela processer genom ledningen, åtta klienter: registrerad, granskad, återtagen. Med 0 och 100 000 öppna instanser.";

    public async Task<IReadOnlyList<Matvarde>> Mat(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var svar = new List<Matvarde>();
        await Runda(enhet, new());
        var (tom, _) = await Matt(enhet, databas, "0 öppna", svar);
        await Slutforandet.Lagg(enhet, databas, Oppna);
        await Runda(enhet, new());
        var (full, _) = await Matt(enhet, databas, "100 000 öppna", svar);
        svar.Add(new("100 000 mot 0", "p50 kommando, gånger", full / tom, "", Mal.HogstVarde(1.5)));
        return svar;
    }

    private static async Task<(double P50, double P95)> Matt(Provenhet enhet, Provdatabas databas, string fall, List<Matvarde> svar)
    {
        var (takter, p50, p95) = (new List<double>(), new List<double>(), new List<double>());
        for (var runda = 0; runda < Rundor; runda++)
        {
            var tider = new ConcurrentBag<double>();
            takter.Add(await Runda(enhet, tider));
            p50.Add(Statistik.Median(tider));
            p95.Add(Statistik.Percentil(tider, 0.95));
        }
        svar.Add(new(fall, "hela processer", Statistik.Median(takter), "instanser/s", Mal.MinstVarde(databas == Provdatabas.Postgres ? 100 : 60)));
        svar.Add(new(fall, "kommando p50", Statistik.Median(p50), "ms"));
        svar.Add(new(fall, "kommando p95", Statistik.Median(p95), "ms", Mal.HogstVarde(50)));
        return (Statistik.Median(p50), Statistik.Median(p95));
    }

    /// <returns>Processes from start to end per second.</returns>
    private static async Task<double> Runda(Provenhet enhet, ConcurrentBag<double> tider)
    {
        var klara = 0;
        var klocka = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Klienter).Select(_ => Task.Run(async () =>
        {
            while (klocka.Elapsed < Rundtid)
            {
                await En(enhet, tider);
                Interlocked.Increment(ref klara);
            }
        })));
        return klara / klocka.Elapsed.TotalSeconds;
    }

    private static async Task En(Provenhet enhet, ConcurrentBag<double> tider)
    {
        var fodd = new DateOnly(1930, 1, 1).AddDays(Interlocked.Increment(ref _fodda) % 9_000).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var ansokan = new InkommenAnsokan(
            "", "telefon", enhet.Vard.Tid.GetUtcNow(), new(null, fodd, "kvinna", "Test", "Testsson", new("Provvägen 1", "128 58", "Skarpnäck"), null, "sv", false),
            [new("hemtjanst", "Jag behöver hjälp", null, null)], false, "ingen", null);
        var nummer = (await Tagen(tider, () => enhet.Vard.Sand(new RegistreraAnsokan(ansokan), enhet.Handlaggare))).Arendenummer;
        var lage = await enhet.Vard.Las(db => db.Arenden.Where(a => a.Nummer == nummer)
            .Select(a => new { a.Id, Uppgift = db.Uppgifter.Where(u => u.ArendeId == a.Id).OrderByDescending(u => u.Id).Select(u => new { u.PublikId, u.Version, u.Nod }).First() }).SingleAsync());
        if (lage.Uppgift.Nod == "GranskaAnsokan")
            await Tagen(tider, () => enhet.Vard.Sand(new SlutforUppgift(lage.Uppgift.PublikId, lage.Uppgift.Version, Svar), enhet.Chef));
        var version = await enhet.Vard.Las(db => db.Arenden.Where(a => a.Id == lage.Id).Select(a => a.Version).SingleAsync());
        await Tagen(tider, () => enhet.Vard.Sand(new AtertaAnsokan(nummer, version, enhet.Idag, "telefon"), enhet.Chef));
    }

    private static async Task<T> Tagen<T>(ConcurrentBag<double> tider, Func<Task<Result<T>>> kommando)
    {
        var klocka = Stopwatch.StartNew();
        var svar = Provarende.Ok(await kommando());
        tider.Add(klocka.Elapsed.TotalMilliseconds);
        return svar;
    }
}
