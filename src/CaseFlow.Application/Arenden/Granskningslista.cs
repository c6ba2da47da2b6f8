using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>What waits for a chef's eyes and stands in no task of a process. Lists and counts ask the same questions.</summary>
public sealed class Granskningslista(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst)
{
    /// <summary>Jäv that nobody has tried, others' than the actor's own, in the ärenden of her units.</summary>
    // FL (2017:900) 18 §: prövas så snart som möjligt
    public IQueryable<Jav> Javen()
    {
        var aktor = anrop.Aktor.Id;
        var kanda = MedRatt();
        return db.Jav.Where(j => j.Havt == null && j.Faststallt == null && j.AnvandareId != aktor && kanda.Any(a => a.Id == j.ArendeId));
    }

    /// <summary>Open ärenden of her units that nobody has, and that no task asks anyone to assign.</summary>
    public IQueryable<Arende> UtanHandlaggare() => MedRatt()
        .Where(a => a.HandlaggareId == null && a.Steg != Steg.Avslutat)
        .Where(a => !db.Uppgifter.Any(u => u.ArendeId == a.Id && u.Nod == Noder.TilldelaHandlaggare && u.Status == Uppgiftsstatus.Oppen));

    /// <summary>All of it.</summary>
    public async Task<int> Antal(CancellationToken ct) =>
        anrop.Aktor.ChefFor.Count == 0 ? 0 : await Javen().CountAsync(ct) + await UtanHandlaggare().CountAsync(ct);

    /// <summary>Those of her units that she may know of and has no jäv in.</summary>
    private IQueryable<Arende> MedRatt()
    {
        var aktor = anrop.Aktor.Id;
        return atkomst.Enhetens().Where(a => !db.Jav.Any(j => j.AnvandareId == aktor && j.ArendeId == a.Id && j.Havt == null));
    }
}
