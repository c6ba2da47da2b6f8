using CaseFlow.Domain;
using CaseFlow.Domain.Arbetsfordelning;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arbetsfordelning;

/// <summary>Who works as handläggare in a unit on a day, who is away, and who may not have an ärende.</summary>
internal static class Tjanstgorande
{
    /// <summary>Whoever has ärenden of her own, färdtjänst only or all kinds.</summary>
    public static IQueryable<Anvandare> Handlaggare(this CaseFlowDb db, EnhetId enhet, DateOnly dag) => db.Handlaggare([enhet], dag);

    /// <summary>The same in any of several units.</summary>
    public static IQueryable<Anvandare> Handlaggare(this CaseFlowDb db, IReadOnlyCollection<EnhetId> enheter, DateOnly dag) => db.Anvandare.Where(a => a.Aktiv
        && db.Uppdrag.Any(u => u.AnvandareId == a.Id && enheter.Contains(u.EnhetId) && (u.Roll == Roll.Handlaggare || u.Roll == Roll.Fardtjansthandlaggare) && u.From <= dag && (u.Tom == null || u.Tom >= dag)));

    /// <summary>The absences that hold on a day (<see cref="Franvaro.Galler"/>, as a question to the database).</summary>
    public static IQueryable<Franvaro> Borta(this CaseFlowDb db, DateOnly dag) => db.Franvaro.Where(f => f.From <= dag && (f.Tom == null || f.Tom >= dag));

    /// <summary>The absences of someone that have a day in common with these; not those that were called off.</summary>
    public static IQueryable<Franvaro> BortaNagonDag(this CaseFlowDb db, AnvandareId vem, DateOnly from, DateOnly? tom) => db.Franvaro.Where(
        f => f.AnvandareId == vem && (tom == null || f.From <= tom) && (f.Tom == null || (f.Tom >= from && f.Tom >= f.From)));

    /// <summary>The jäv that hold in any of a person's ärenden: what ties someone to the person in one of them does so in the next.</summary>
    public static IQueryable<Jav> JavHos(this CaseFlowDb db, PersonId person) =>
        db.Jav.Where(j => j.Havt == null && db.Arenden.Any(a => a.Id == j.ArendeId && a.PersonId == person));

    /// <summary>Who may not have which of the ärenden: jäv in any of its person's, or a block against the person.</summary>
    // FL (2017:900) 17 §: den som är jävig får inte ta del i handläggningen
    public static async Task<IReadOnlySet<(ArendeId Arende, AnvandareId Anvandare)>> Utestangda(this CaseFlowDb db, IReadOnlyCollection<ArendeId> arenden, CancellationToken ct)
    {
        var jav = await db.Arenden.Where(a => arenden.Contains(a.Id))
            .Join(db.Arenden, a => a.PersonId, b => b.PersonId, (a, b) => new { ArendeId = a.Id, Personens = b.Id })
            .Join(db.Jav.Where(j => j.Havt == null), x => x.Personens, j => j.ArendeId, (x, j) => new { x.ArendeId, j.AnvandareId }).ToListAsync(ct);
        var sparrar = await db.Arenden.Where(a => arenden.Contains(a.Id))
            .Join(db.Sparrar.Where(s => s.Slutade == null), a => a.PersonId, s => s.PersonId, (a, s) => new { ArendeId = a.Id, s.AnvandareId }).ToListAsync(ct);
        return jav.Concat(sparrar).Select(u => (u.ArendeId, u.AnvandareId)).ToHashSet();
    }
}
