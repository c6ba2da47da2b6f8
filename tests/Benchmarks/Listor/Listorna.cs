using System.Diagnostics;
using CaseFlow.Application.Arenden;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using MediatR;

namespace CaseFlow.Benchmarks.Listor;

/// <summary>The pages that everyone opens all day, asked for as the pages do, the audit event included.</summary>
internal sealed class Listorna : IMatning
{
    private const int Anrop = 200;
    private const int Rundor = 3;
    private const double HogstP95 = 100;
    private static readonly TimeSpan LangstaRunda = TimeSpan.FromSeconds(4);

    public string Namn => "listor";

    public string Vad => "Hämta Idag och ärendelistan bland 100 000 ärenden och 300 000 uppgifter, svarstid på servern.";

    public async Task<IReadOnlyList<Matvarde>> Mat(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var handlaggare = await Listbygge.Lagg(enhet, databas);
        var mitt = Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(HelaEnheten: true, Antal: 200), enhet.Chef)).Nasta;
        var svar = new List<Matvarde>();
        await Mat("Idag, handläggare", _ => new HamtaIdag(), Var);
        await Mat("Idag, chef", _ => new HamtaIdag(), _ => enhet.Chef);
        await Mat("Mina ärenden", _ => new ListaArenden(), Var);
        await Mat("Enhetens ärenden, chef", _ => new ListaArenden(HelaEnheten: true, Efter: mitt), _ => enhet.Chef);
        return svar;

        Aktor Var(int n) => handlaggare[n % handlaggare.Count];

        async Task Mat<T>(string fall, Func<int, IRequest<Result<T>>> fraga, Func<int, Aktor> vem)
        {
            var (p50, p95) = (new List<double>(), new List<double>());
            for (var n = 0; n < 10; n++) Provarende.Ok(await enhet.Vard.Sand(fraga(n), vem(n)));
            for (var runda = 0; runda < Rundor; runda++)
            {
                var tider = new List<double>(Anrop);
                var klocka = Stopwatch.StartNew();
                for (var n = 0; n < Anrop && klocka.Elapsed < LangstaRunda; n++)
                {
                    var start = Stopwatch.GetTimestamp();
                    Provarende.Ok(await enhet.Vard.Sand(fraga(n), vem(n)));
                    tider.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }

                p50.Add(Statistik.Median(tider));
                p95.Add(Statistik.Percentil(tider, 0.95));
            }

            svar.Add(new(fall, "p50", Statistik.Median(p50), "ms"));
            svar.Add(new(fall, "p95", Statistik.Median(p95), "ms", Mal.HogstVarde(HogstP95)));
        }
    }
}
