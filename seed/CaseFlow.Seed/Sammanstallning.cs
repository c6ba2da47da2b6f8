using CaseFlow.Application;
using CaseFlow.Application.Processer;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Avvikelser;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Seed;

/// <summary>Counts what was laid.</summary>
internal static class Sammanstallning
{
    // SoL (2025:400) övergångsbestämmelser 1 och 2: i kraft 2025-07-01
    private static readonly DateOnly NyLag = new(2025, 7, 1);

    public static async Task<Demolage> Av(CaseFlowDb db, DateTimeOffset nu, CancellationToken ct)
    {
        var handlaggare = await db.Arenden.Where(a => a.Steg != Steg.Avslutat && a.HandlaggareId != null).GroupBy(a => a.HandlaggareId).Select(g => g.Count()).ToListAsync(ct);
        var fattade = db.Beslut.Where(b => b.Beslutsdag != null);
        var oppna = db.Uppgifter.Where(u => u.Status == Uppgiftsstatus.Oppen);
        return new(
            await db.Anvandare.CountAsync(ct), await db.NamngivnaAtkomster.Select(n => n.PersonId).Distinct().CountAsync(ct),
            await db.Arenden.CountAsync(a => a.Steg != Steg.Avslutat, ct), [.. handlaggare.Order()], await oppna.CountAsync(ct), await oppna.CountAsync(u => u.Forfaller < nu, ct),
            await fattade.CountAsync(ct), await fattade.CountAsync(b => b.Beslutsdag < NyLag, ct), await fattade.CountAsync(b => b.Utfall == Beslutsutfall.Avslag, ct),
            await db.Insatser.CountAsync(i => i.Status == Insatsstatus.Pagar, ct), await db.Anteckningar.CountAsync(ct), await db.Samtycken.CountAsync(ct),
            await db.Avvikelser.CountAsync(ct), await db.Avvikelser.CountAsync(a => a.Status == AvvikelseStatus.Ny, ct));
    }
}
