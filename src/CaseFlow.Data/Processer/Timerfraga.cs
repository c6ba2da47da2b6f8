using CaseFlow.Application;
using CaseFlow.Application.Processer;
using CaseFlow.Data.Grund;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Data.Processer;

internal sealed class Timerfraga(CaseFlowDb db, IProvidersql sql) : ITimerfraga
{
    public async Task<IReadOnlyList<Processtimer>> Ta(int max, DateTimeOffset nu, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("Timrar tas bara inom ett kommando.");
        var mikro = (long)new Tidskonverterare().ConvertToProvider(nu)!;
        // Frågan är provider-SQL utan inmatning: {0} och {1} blir parametrar.
        return await db.Processtimrar.FromSqlRaw(sql.TaTimrar, mikro, max).AsTracking().ToListAsync(ct);
    }

    public async Task<DateTimeOffset?> Nasta(CancellationToken ct) =>
        await db.Processtimrar.OrderBy(t => t.Tands).ThenBy(t => t.Id).Select(t => (DateTimeOffset?)t.Tands).FirstOrDefaultAsync(ct);
}
