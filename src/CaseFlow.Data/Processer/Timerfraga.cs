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

    public async Task<DateTimeOffset?> Nasta(CancellationToken ct)
    {
        // Två frågor i stället för en: den första följer indexet och räcker nästan alltid.
        var tid = await db.Processtimrar.AsNoTracking().OrderBy(t => t.Forfaller).ThenBy(t => t.Id)
            .Where(t => t.NastaForsok == null).Select(t => (DateTimeOffset?)t.Forfaller).FirstOrDefaultAsync(ct);
        var igen = await db.Processtimrar.AsNoTracking().Where(t => t.NastaForsok != null).MinAsync(t => t.NastaForsok, ct);
        return (tid, igen) switch
        {
            ({ } a, { } b) => a < b ? a : b,
            var (a, b) => a ?? b,
        };
    }
}
