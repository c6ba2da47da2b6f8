using System.Diagnostics;
using CaseFlow.Testing;

namespace CaseFlow.Benchmarks.Motor;

/// <summary>Whole processes through the product's own path: an ansökan is registered (two tables are asked, an operation is carried out, a task opens),
/// its task is done (a subprocess opens, a timer is armed), and it is taken back (everything open is closed, the instance ends). Eight clients. Beside it, round by round on the
/// same database, its floor (<see cref="Uppspelning"/>) and npm's bpmn-engine with durable state (<see cref="AndraMotornsLager"/>).</summary>
internal sealed class Processen : IMatning
{
    private const string Produkt = "produkten";
    private const string Golvet = "golvet";
    private const string Andra = "npm bpmn-engine";

    private const int Klienter = 8;
    private const int Oppna = 100_000;
    private const int Rundor = 5;
    private const int Uppvarmning = 3;
    private static readonly TimeSpan Rundtid = TimeSpan.FromSeconds(4);

    public string Namn => "process";

    public string Vad => "Hela processer, åtta klienter: registrerad, granskad, återtagen. Produkten, golvet och npm bpmn-engine, med 0 och 100 000 öppna instanser.";

    public async Task<IReadOnlyList<Matvarde>> Mat(Provdatabas databas)
    {
        var svar = new List<Matvarde>();
        await using var andra = await AndraMotorn.Starta(AndraMotornsLager.Process);
        if (andra is null) Console.WriteLine(AndraMotorn.Saknas);
        var tom = await Fall(databas, andra, 0, svar);
        var full = await Fall(databas, andra, Oppna, svar);
        foreach (var (vem, p50) in full) svar.Add(new("100 000 mot 0", $"{vem}, kommando p50", p50 / tom[vem], "gånger", vem == Produkt ? Mal.HogstVarde(1.5) : null));
        return svar;
    }

    /// <returns>The median time of a command, in ms, for each that ran.</returns>
    private static async Task<Dictionary<string, double>> Fall(Provdatabas databas, AndraMotorn? andra, int oppna, List<Matvarde> svar)
    {
        await using var enhet = await Provenhet.Skapa(databas, Inspelning.Lyssna);
        await Organisation.Lagg(enhet);
        if (oppna > 0) await Organisation.Oppna(enhet, databas, oppna);
        await AndraMotornsLager.Lagg(enhet.Vard, oppna);
        var vandring = new Vandring(enhet);
        await using var golv = await Processgolv.Spela(enhet, databas, vandring, Klienter);
        await using var anslutningar = await Anslutningar.Oppna(enhet.Vard, databas, Klienter);
        var lopare = new List<(string Vem, Func<Tider, Task> En)> { (Produkt, vandring.En), (Golvet, golv.En) };
        if (andra is not null) lopare.Add((Andra, new AndraMotornsLager(andra, anslutningar).En));

        for (var runda = 0; runda < Uppvarmning; runda++)
        {
            foreach (var (_, en) in lopare) await Runda(en, new());
        }

        var rundor = lopare.ToDictionary(l => l.Vem, _ => new List<(double Takt, Tider Tider)>());
        for (var runda = 0; runda < Rundor; runda++)
        {
            foreach (var (vem, en) in lopare)
            {
                var tider = new Tider();
                rundor[vem].Add((await Runda(en, tider), tider));
            }
        }

        var fall = oppna == 0 ? "0 öppna" : "100 000 öppna";
        foreach (var (vem, matt) in rundor) svar.AddRange(Varden(databas, fall, vem, matt));
        // Kvoten tas inom rundan: den som delar maskinen stör då båda lika.
        foreach (var (vem, matt) in rundor.Where(r => r.Key != Produkt))
            svar.Add(new(fall, $"produkten mot {vem}", Statistik.Median(rundor[Produkt].Zip(matt, (p, a) => p.Takt / a.Takt)), "gånger"));
        return rundor.ToDictionary(r => r.Key, r => Statistik.Median(r.Value.Select(v => v.Tider.P50)));
    }

    private static IEnumerable<Matvarde> Varden(Provdatabas databas, string fall, string vem, List<(double Takt, Tider Tider)> matt)
    {
        var produkt = vem == Produkt;
        yield return new(fall, $"{vem}, hela processer", Statistik.Median(matt.Select(m => m.Takt)), "instanser/s",
            produkt ? Mal.MinstVarde(databas == Provdatabas.Postgres ? 100 : 60) : null);
        yield return new(fall, $"{vem}, kommando p50", Statistik.Median(matt.Select(m => m.Tider.P50)), "ms");
        yield return new(fall, $"{vem}, kommando p95", Statistik.Median(matt.Select(m => m.Tider.P95)), "ms", produkt ? Mal.HogstVarde(50) : null);
    }

    /// <returns>Processes from start to end per second.</returns>
    private static async Task<double> Runda(Func<Tider, Task> en, Tider tider)
    {
        var klara = 0;
        var klocka = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Klienter).Select(_ => Task.Run(async () =>
        {
            while (klocka.Elapsed < Rundtid)
            {
                await en(tider);
                Interlocked.Increment(ref klara);
            }
        })));
        return klara / klocka.Elapsed.TotalSeconds;
    }
}
