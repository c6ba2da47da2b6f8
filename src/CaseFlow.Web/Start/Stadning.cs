using CaseFlow.Application.Arenden;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Handlingar;
using CaseFlow.Application.Personer;
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
            await Stada(new GlomIdempotenssvar(), stoppingToken);
            await Stada(new GlomSessioner(), stoppingToken);
            await Stada(new StadaNamngivna(), stoppingToken);
            await Stada(new StadaHandlingar(), stoppingToken);
            await Stada(new GlomUtkast(), stoppingToken);
        }
        while (await dygn.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Stada(ICommand<int> vad, CancellationToken ct)
    {
        try
        {
            var svar = await anropare.Sand(vad, Systemaktor.Den, null, ct);
            if (svar.Failed) log.LogWarning("{Stadning} gick inte: {Kod}", vad.GetType().Name, svar.Error.Code);
        }
        catch (Exception fel) when (fel is not OperationCanceledException)
        {
            log.LogError(fel, "{Stadning} gick inte", vad.GetType().Name);
        }
    }
}
