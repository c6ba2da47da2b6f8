using System.Globalization;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain.Arenden;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks.Slutforande;

/// <summary>What the product wrote when one task was completed: the floor writes the same for the others.</summary>
internal sealed record Facit(
    Arende Arende, Processinstans Instans, Uppgift Slutford, Uppgift Ny, IReadOnlyList<AuditHandelse> Handelser, Formularsvar Svar,
    Idempotenspost Idempotens, Processhistorik Historik, Processtimer Timer)
{
    /// <param name="slutford">The completed task.</param>
    public static Task<Facit> Las(Testvard vard, Uppgift slutford) => vard.Las(async db =>
    {
        var kedja = string.Create(CultureInfo.InvariantCulture, $"arende:{slutford.ArendeId.Value}");
        var svar = await db.Formularsvar.AsNoTracking().SingleAsync(s => s.UppgiftId == slutford.Id);
        var handelser = await db.AuditHandelser.AsNoTracking().Where(h => h.Kedja == kedja).OrderByDescending(h => h.Seq).Take(2).ToListAsync();
        return new Facit(
            await db.Arenden.AsNoTracking().SingleAsync(a => a.Id == slutford.ArendeId),
            await db.Instanser.AsNoTracking().SingleAsync(i => i.Id == slutford.InstansId),
            await db.Uppgifter.AsNoTracking().SingleAsync(u => u.Id == slutford.Id),
            await db.Uppgifter.AsNoTracking().SingleAsync(u => u.ArendeId == slutford.ArendeId && u.Status == Uppgiftsstatus.Oppen),
            [.. handelser.OrderBy(h => h.Seq)], svar, await db.Idempotensposter.AsNoTracking().SingleAsync(),
            await db.Processhistorik.AsNoTracking().Where(h => h.InstansId == slutford.InstansId).OrderBy(h => h.Id).LastAsync(),
            await db.Processtimrar.AsNoTracking().Where(t => t.InstansId == slutford.InstansId).OrderBy(t => t.Id).LastAsync());
    });
}
