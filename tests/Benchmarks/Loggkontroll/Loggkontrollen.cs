using System.Diagnostics;
using CaseFlow.Application.Audit;
using CaseFlow.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Benchmarks.Loggkontroll;

/// <summary>How fast the product checks its whole audit trail, through the service that <c>verify-audit</c> uses.</summary>
internal sealed class Loggkontrollen : IMatning
{
    private const int Kedjor = 25_000;
    private const int Langd = 20;
    private const int Rundor = 3;

    public string Namn => "logg";

    public string Vad => "Kontrollera granskningsloggens kedjor: 500 000 händelser i 25 000 kedjor.";

    public async Task<IReadOnlyList<Matvarde>> Mat(Provdatabas databas)
    {
        await using var vard = await Testvard.Skapa(databas);
        await Loggbygge.Lagg(vard, Kedjor, Langd);
        var verifierare = vard.Tjanster.GetRequiredService<IAuditVerifierare>();
        var (takter, kostnader) = (new List<double>(), new List<double>());
        for (var runda = 0; runda < Rundor; runda++)
        {
            var (klocka, fore) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var prov = await verifierare.Verifiera(null, CancellationToken.None);
            takter.Add(prov.Handelser / klocka.Elapsed.TotalSeconds);
            kostnader.Add((Environment.CpuUsage.TotalTime - fore).TotalMicroseconds / prov.Handelser);
            if (prov is not { Brott: null, Kedjor: Kedjor, Handelser: Kedjor * Langd })
                throw new InvalidOperationException($"Loggen höll inte: {prov.Kedjor} kedjor, {prov.Handelser} händelser, {prov.Brott}.");
        }

        return
        [
            new("hela loggen", "kontrollerade", Statistik.Median(takter), "händelser/s", Mal.MinstVarde(200_000)),
            new("hela loggen", "processortid i produkten per händelse", Statistik.Median(kostnader), "µs"),
        ];
    }
}
