using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
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
        var kanda = atkomst.Enhetens();
        return db.Jav.Where(j => j.Havt == null && j.Faststallt == null && j.AnvandareId != aktor && kanda.Any(a => a.Id == j.ArendeId));
    }

    /// <summary>The numbers of the open ärenden that some have of some persons, in the chef's units.</summary>
    public async Task<ILookup<(PersonId Person, AnvandareId Vem), string>> Javigas(IReadOnlyCollection<PersonId> personer, IReadOnlyCollection<AnvandareId> javiga, CancellationToken ct)
    {
        if (javiga.Count == 0) return Enumerable.Empty<string>().ToLookup(_ => default((PersonId, AnvandareId)));
        var har = await atkomst.Enhetens().Where(a => a.Steg != Steg.Avslutat && personer.Contains(a.PersonId) && a.HandlaggareId != null && javiga.Contains(a.HandlaggareId.Value))
            .OrderBy(a => a.Id).Select(a => new { a.PersonId, Vem = a.HandlaggareId!.Value, a.Nummer }).ToListAsync(ct);
        return har.ToLookup(h => (h.PersonId, h.Vem), h => h.Nummer);
    }

    /// <summary>Open ärenden of her units that nobody has, and that no task asks anyone to assign.</summary>
    public IQueryable<Arende> UtanHandlaggare() => atkomst.Enhetens()
        .Where(a => a.HandlaggareId == null && a.Steg != Steg.Avslutat)
        .Where(a => !db.Uppgifter.Any(u => u.ArendeId == a.Id && u.Nod == Noder.TilldelaHandlaggare && u.Status == Uppgiftsstatus.Oppen));

    /// <summary>Emergency openings that nobody has reviewed, others' than the actor's own: in the ärenden of her units, or all of them for the one
    /// who reviews the log.</summary>
    // Lag (2001:454) 10 §: åtkomsten kontrolleras systematiskt och återkommande
    public IQueryable<Nodoppning> Nodoppningar() => Granskningsbara().Where(n => n.Granskad == null);

    /// <summary>The same, reviewed or not.</summary>
    public IQueryable<Nodoppning> Granskningsbara()
    {
        var aktor = anrop.Aktor.Id;
        var kanda = anrop.Aktor.Har(Behorighet.GranskaLogg) ? atkomst.UtanHinder() : atkomst.Enhetens();
        return db.Nodoppningar.Where(n => n.AnvandareId != aktor && kanda.Any(a => a.Id == n.ArendeId));
    }

    /// <summary>All of it.</summary>
    public async Task<int> Antal(CancellationToken ct)
    {
        var chef = anrop.Aktor.ChefFor.Count > 0;
        var antal = chef || anrop.Aktor.Har(Behorighet.GranskaLogg) ? await Nodoppningar().CountAsync(ct) : 0;
        // Förslag om henne själv avgör någon annan.
        antal += chef ? await db.Vantande(anrop, alla: false).CountAsync(f => f.Forslag.AnvandareId != anrop.Aktor.Id && f.Forslag.ForeslagetAv != anrop.Aktor.Id, ct) : 0;
        return chef ? antal + await Javen().CountAsync(ct) + await UtanHandlaggare().CountAsync(ct) : antal;
    }
}
