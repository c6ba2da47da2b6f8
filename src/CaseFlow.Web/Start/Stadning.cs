using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;

namespace CaseFlow.Web.Start;

/// <summary>Once a day: what has been kept long enough is let go of. Every node does it; the second finds nothing.</summary>
internal sealed class Stadning(IAnropare anropare, TimeProvider tid, ILogger<Stadning> log) : BackgroundService
{
    private static readonly TimeSpan Forst = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Sedan = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Forst, tid, stoppingToken);
        using var dygn = new PeriodicTimer(Sedan, tid);
        do
        {
            try
            {
                var svar = await anropare.Sand(new GlomIdempotenssvar(), Systemaktor.Den, null, stoppingToken);
                if (svar.Failed) log.LogWarning("Gamla idempotenssvar gick inte att ta bort: {Kod}", svar.Error.Code);
            }
            catch (Exception fel) when (fel is not OperationCanceledException)
            {
                log.LogError(fel, "Gamla idempotenssvar gick inte att ta bort");
            }
        }
        while (await dygn.WaitForNextTickAsync(stoppingToken));
    }
}
