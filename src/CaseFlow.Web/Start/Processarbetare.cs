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

    /// <summary>The users' own requests get a breath while there is more to do.</summary>
    private static readonly TimeSpan Andhamtning = TimeSpan.FromMilliseconds(50);

    /// <summary>How many are done in a row.</summary>
    private const int MestPerVarv = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var mer = await Varv(stoppingToken);
                await Task.Delay(mer ? Andhamtning : Vila, tid, stoppingToken);
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

    /// <returns>Whether there was more to do than one round takes.</returns>
    private async Task<bool> Varv(CancellationToken ct)
    {
        var timrar = await Gor<ITimerfraga>(f => f.Nasta(ct), () =>
        {
            var begaran = new TandNastaTimer();
            return Ett("Timern", () => begaran.Tagen, begaran, t => t.Tand, timer => new SkjutUppTimer(timer), ct);
        });
        var poster = await Gor<IUtkorgsfraga>(f => f.Nasta(ct), () =>
        {
            var begaran = new SkickaNastaPost();
            return Ett("Utkorgsposten", () => begaran.Tagen, begaran, p => p.Skickad, post => new SkjutUppPost(post), ct);
        });
        return timrar || poster;
    }

    private async Task<bool> Gor<TFraga>(Func<TFraga, Task<DateTimeOffset?>> nar, Func<Task<bool>> ett)
        where TFraga : notnull
    {
        for (var i = 0; i < MestPerVarv; i++)
        {
            if (await Nasta(nar) is not { } dags || dags > tid.GetUtcNow() || !await ett()) return false;
        }
        return true;
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
