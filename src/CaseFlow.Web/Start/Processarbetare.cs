using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;

namespace CaseFlow.Web.Start;

/// <summary>Lets due timers of the processes go off and does what waits in their outbox, one by one, each in the transaction that claimed it. Every node
/// runs one; what one has claimed the others skip.</summary>
internal sealed class Processarbetare(IServiceScopeFactory scopes, IAnropare anropare, TimeProvider tid, ILogger<Processarbetare> log)
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
                log.LogError(fel, "Timrar och utkorg kunde inte läsas");
                await Task.Delay(Vila * 5, tid, stoppingToken);
            }
        }
    }

    private async Task Varv(CancellationToken ct)
    {
        for (var i = 0; i < MestPerVarv && await Nasta<ITimerfraga>(f => f.Nasta(ct)) <= tid.GetUtcNow(); i++)
        {
            var begaran = new TandNastaTimer();
            if (!await Ett("Timern", () => begaran.Tagen, begaran, t => t.Tand, timer => new SkjutUppTimer(timer), ct)) break;
        }
        for (var i = 0; i < MestPerVarv && await Nasta<IUtkorgsfraga>(f => f.Nasta(ct)) <= tid.GetUtcNow(); i++)
        {
            var begaran = new SkickaNastaPost();
            if (!await Ett("Utkorgsposten", () => begaran.Tagen, begaran, p => p.Skickad, post => new SkjutUppPost(post), ct)) break;
        }
    }

    /// <returns>Whether to go on with the next: false when others hold what is due, or when nothing could be claimed.</returns>
    private async Task<bool> Ett<T>(
        string vad, Func<long?> tagen, ICommand<T> begaran, Func<T, bool> gjord, Func<long, ICommand<Done>> skjutUpp, CancellationToken ct)
    {
        try
        {
            var svar = await anropare.Sand(begaran, Systemaktor.Den, null, ct);
            if (!svar.Failed) return gjord(svar.Value);
            if (svar.Error.Code == Felkoder.NagonHannFore) return true;
            log.LogWarning("{Vad} {Id} gick inte: {Kod}", vad, tagen(), svar.Error.Code);
        }
        catch (Exception fel) when (fel is not OperationCanceledException)
        {
            log.LogError(fel, "{Vad} {Id} gick inte", vad, tagen());
        }
        if (tagen() is not { } id) return false;
        var undan = await anropare.Sand(skjutUpp(id), Systemaktor.Den, null, ct);
        if (undan.Failed) log.LogError("{Vad} {Id} gick inte att skjuta upp: {Kod}", vad, id, undan.Error.Code);
        return !undan.Failed;
    }

    private async Task<DateTimeOffset?> Nasta<TFraga>(Func<TFraga, Task<DateTimeOffset?>> nar)
        where TFraga : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await nar(scope.ServiceProvider.GetRequiredService<TFraga>());
    }
}
