using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;

namespace CaseFlow.Web.Start;

/// <summary>Lets due timers of the processes go off, one by one, each in the transaction that claimed it. Every node runs one; what one
/// has claimed the others skip.</summary>
internal sealed class Timerarbetare(IServiceScopeFactory scopes, IAnropare anropare, TimeProvider tid, Startlage start, ILogger<Timerarbetare> log)
    : BackgroundService
{
    private static readonly TimeSpan Vila = TimeSpan.FromSeconds(1);

    /// <summary>How many go off before the users' own requests get a breath.</summary>
    private const int MestPerVarv = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (start.Klar) await Varv(stoppingToken);
                await Task.Delay(Vila, tid, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fel)
            {
                log.LogError(fel, "Timrarna kunde inte läsas");
                await Task.Delay(Vila * 5, tid, stoppingToken);
            }
        }
    }

    private async Task Varv(CancellationToken ct)
    {
        for (var i = 0; i < MestPerVarv && await Nasta(ct) <= tid.GetUtcNow(); i++)
        {
            var svar = await Tand(ct);
            if (!svar) await anropare.Sand(new SkjutUppTimer(), Systemaktor.Den, null, ct);
        }
    }

    private async Task<bool> Tand(CancellationToken ct)
    {
        try
        {
            return !(await anropare.Sand(new TandNastaTimer(), Systemaktor.Den, null, ct)).Failed;
        }
        catch (Exception fel) when (fel is not OperationCanceledException)
        {
            log.LogError(fel, "En timer gick inte att tända");
            return false;
        }
    }

    private async Task<DateTimeOffset?> Nasta(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ITimerfraga>().Nasta(ct);
    }
}
