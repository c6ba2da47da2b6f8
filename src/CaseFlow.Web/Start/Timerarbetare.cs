using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;

namespace CaseFlow.Web.Start;

/// <summary>Lets due timers of the processes go off, one by one, each in the transaction that claimed it. Every node runs one; what one
/// has claimed the others skip.</summary>
internal sealed class Timerarbetare(IServiceScopeFactory scopes, IAnropare anropare, TimeProvider tid, ILogger<Timerarbetare> log)
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
                await Varv(stoppingToken);
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
            var begaran = new TandNastaTimer();
            if (await Gick(begaran, ct) is { } tand)
            {
                // Det som har förfallit håller någon annan i.
                if (!tand.Tand) return;
            }
            else if (begaran.Tagen is not { } timer || !await SkjutUpp(timer, ct))
            {
                return;
            }
        }
    }

    /// <returns>The answer, or null when the claimed timer failed and is to be put aside.</returns>
    private async Task<TandTimer?> Gick(TandNastaTimer begaran, CancellationToken ct)
    {
        try
        {
            var svar = await anropare.Sand(begaran, Systemaktor.Den, null, ct);
            if (!svar.Failed) return svar.Value;
            log.LogWarning("Timern {Timer} gick inte att tända: {Kod}", begaran.Tagen, svar.Error.Code);
            return svar.Error.Code == Felkoder.NagonHannFore ? new TandTimer(true) : null;
        }
        catch (Exception fel) when (fel is not OperationCanceledException)
        {
            log.LogError(fel, "Timern {Timer} gick inte att tända", begaran.Tagen);
            return null;
        }
    }

    private async Task<bool> SkjutUpp(long timer, CancellationToken ct)
    {
        var svar = await anropare.Sand(new SkjutUppTimer(timer), Systemaktor.Den, null, ct);
        if (svar.Failed) log.LogError("Timern {Timer} gick inte att skjuta upp: {Kod}", timer, svar.Error.Code);
        return !svar.Failed;
    }

    private async Task<DateTimeOffset?> Nasta(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ITimerfraga>().Nasta(ct);
    }
}
