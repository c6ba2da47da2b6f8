using System.Diagnostics;
using CaseFlow.Application.Arbetsfordelning;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using CaseFlow.Seed;
using CaseFlow.Seed.Massa;
using CaseFlow.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Benchmarks.Listor;

/// <summary>The pages that everyone opens all day, asked for as the pages do, the audit event included.</summary>
internal sealed class Listorna : IMatning
{
    private const int Anrop = 200;
    private const int Rundor = 3;
    private const double HogstP95 = 100;

    /// <summary>Those of the first unit who are measured.</summary>
    private const int Matta = 20;

    private static readonly TimeSpan LangstaRunda = TimeSpan.FromSeconds(4);

    private static readonly Massval Volym = new(100_000, Demoval.Standardfro, SvenskTid.Dag(Testvard.Start));

    public string Namn => "listor";

    public string Vad => "Hämta Idag, Enheten och ärendelistan bland 100 000 ärenden och 800 000 uppgifter, svarstid på servern.";

    public async Task<IReadOnlyList<Matvarde>> Mat(Provdatabas databas)
    {
        await using var vard = await Testvard.Skapa(databas);
        var borjade = Stopwatch.GetTimestamp();
        var lagd = Provarende.Ok(await Massbygge.Lagg(vard.Registrera, Volym));
        var laggtid = Stopwatch.GetElapsedTime(borjade);
        var (handlaggare, chef) = (await Personer(vard, lagd.Enheter[0], Roll.Handlaggare), (await Personer(vard, lagd.Enheter[0], Roll.Chef))[0]);
        var mitt = Provarende.Ok(await vard.Sand(new ListaArenden(HelaEnheten: true, Antal: 200), chef)).Nasta;
        var svar = new List<Matvarde> { new("", "volymen lagd", laggtid.TotalSeconds, "s") };
        await Mat("Idag, handläggare", _ => new HamtaIdag(), Var);
        await Mat("Idag, chef", _ => new HamtaIdag(), _ => chef);
        await Mat("Idag, filtrerad", _ => new HamtaIdag(new(Steg: Steg.Utredning, Typ: "hemtjanst", Saknar: true)), Var);
        await Mat("Idag, ett band, chef", _ => new HamtaIdag(new(Band: BandSlag.ForsenatOchIdag)), _ => chef);
        await Mat("Enheten, chef", _ => new HamtaEnheten(), _ => chef);
        await Mat("Enhetens försenade, chef", _ => new ListaArenden(HelaEnheten: true, Urval: Arendeurval.Forsenade), _ => chef);
        await Mat("Mina ärenden", _ => new ListaArenden(), Var);
        await Mat("Enhetens ärenden, chef", _ => new ListaArenden(HelaEnheten: true, Efter: mitt), _ => chef);
        return svar;

        Aktor Var(int n) => handlaggare[n % handlaggare.Count];

        async Task Mat<T>(string fall, Func<int, IRequest<Result<T>>> fraga, Func<int, Aktor> vem)
        {
            var (p50, p95) = (new List<double>(), new List<double>());
            for (var n = 0; n < 10; n++) Provarende.Ok(await vard.Sand(fraga(n), vem(n)));
            for (var runda = 0; runda < Rundor; runda++)
            {
                var tider = new List<double>(Anrop);
                var klocka = Stopwatch.StartNew();
                for (var n = 0; n < Anrop && klocka.Elapsed < LangstaRunda; n++)
                {
                    var start = Stopwatch.GetTimestamp();
                    Provarende.Ok(await vard.Sand(fraga(n), vem(n)));
                    tider.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }

                p50.Add(Statistik.Median(tider));
                p95.Add(Statistik.Percentil(tider, 0.95));
            }

            svar.Add(new(fall, "p50", Statistik.Median(p50), "ms"));
            svar.Add(new(fall, "p95", Statistik.Median(p95), "ms", Mal.HogstVarde(HogstP95)));
        }
    }

    private static async Task<IReadOnlyList<Aktor>> Personer(Testvard vard, EnhetId enhet, Roll roll)
    {
        await using var scope = vard.Tjanster.CreateAsyncScope();
        var kalla = scope.ServiceProvider.GetRequiredService<IAktorkalla>();
        var ids = await vard.Las(db => db.Uppdrag.Where(u => u.EnhetId == enhet && u.Roll == roll).OrderBy(u => u.AnvandareId).Select(u => u.AnvandareId).Take(Matta).ToListAsync());
        var personer = new List<Aktor>();
        foreach (var id in ids) personer.Add((await kalla.ForAnvandare(id, vard.Tid.GetUtcNow(), CancellationToken.None))!);
        return personer;
    }
}
