using CaseFlow.Application;
using CaseFlow.Application.Processer;
using CaseFlow.Data.Grund;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Data.Processer;

internal sealed class Timerfraga(CaseFlowDb db, IProvidersql sql) : ITimerfraga, IUtkorgsfraga
{
    async Task<IReadOnlyList<Processtimer>> ITimerfraga.Ta(int max, DateTimeOffset nu, CancellationToken ct) => await Ta(db.Processtimrar, "processtimer", max, nu, ct);

    async Task<DateTimeOffset?> ITimerfraga.Nasta(CancellationToken ct) =>
        await db.Processtimrar.OrderBy(t => t.Tands).ThenBy(t => t.Id).Select(t => (DateTimeOffset?)t.Tands).FirstOrDefaultAsync(ct);

    async Task<Utkorgspost?> IUtkorgsfraga.Ta(DateTimeOffset nu, CancellationToken ct) => (await Ta(db.Utkorg, "utkorgspost", 1, nu, ct)).FirstOrDefault();

    async Task<DateTimeOffset?> IUtkorgsfraga.Nasta(CancellationToken ct) =>
        await db.Utkorg.OrderBy(p => p.Tands).ThenBy(p => p.Id).Select(p => (DateTimeOffset?)p.Tands).FirstOrDefaultAsync(ct);

    private async Task<List<T>> Ta<T>(DbSet<T> rader, string tabell, int max, DateTimeOffset nu, CancellationToken ct)
        where T : class
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("Det som har förfallit tas bara inom ett kommando.");
        var mikro = (long)new Tidskonverterare().ConvertToProvider(nu)!;
        // Frågan är provider-SQL utan inmatning: {0} och {1} blir parametrar.
        return await rader.FromSqlRaw(sql.TaForfallna(tabell), mikro, max).AsTracking().ToListAsync(ct);
    }
}
