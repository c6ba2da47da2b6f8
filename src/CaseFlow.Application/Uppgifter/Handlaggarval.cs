using System.Globalization;
using CaseFlow.Application.Arbetsfordelning;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter;

/// <summary>The unit's handläggare who may take an ärende: in service today, without jäv in it and not blocked from the person.</summary>
public sealed class Handlaggarval(CaseFlowDb db, Anrop anrop)
{
    /// <summary>As choices of a form, with the number of open ärenden; the one with least to do first.</summary>
    public async Task<IReadOnlyList<Alternativ>> Alternativ(Arende arende, CancellationToken ct)
    {
        var rader = await Valbara(arende)
            .Select(a => new { a.Id, a.Namn, Oppna = db.Arenden.Count(x => x.HandlaggareId == a.Id && x.Steg != Steg.Avslutat) })
            .ToListAsync(ct);
        return [.. rader.OrderBy(r => r.Oppna).ThenBy(r => r.Namn, StringComparer.CurrentCulture)
            .Select(r => new Alternativ(r.Id.Value.ToString(CultureInfo.InvariantCulture), $"{r.Namn}, {r.Oppna} öppna ärenden"))];
    }

    /// <summary>Whether she may have it now.</summary>
    public Task<bool> FarHa(AnvandareId handlaggare, Arende arende, CancellationToken ct) => Valbara(arende).AnyAsync(a => a.Id == handlaggare, ct);

    /// <summary>The one chosen, or null when the choice is not among the unit's.</summary>
    public async Task<AnvandareId?> Finn(string? valt, Arende arende, CancellationToken ct)
    {
        if (!long.TryParse(valt, NumberStyles.None, CultureInfo.InvariantCulture, out var tal)) return null;
        var id = new AnvandareId(tal);
        return await FarHa(id, arende, ct) ? id : null;
    }

    // FL (2017:900) 17 §: den som är jävig får inte ta del i handläggningen
    public IQueryable<Anvandare> Valbara(Arende arende)
    {
        var (id, enhet, person, idag) = (arende.Id, arende.EnhetId, arende.PersonId, anrop.Idag);
        // Det som följde med till ett nytt ärende, och det som väntade på personen, är inte sparat än när ärendet fördelas.
        var nytt = db.Jav.Local.Where(j => j.ArendeId == id && j.Galler).Select(j => j.AnvandareId)
            .Concat(db.Sparrar.Local.Where(s => s.PersonId == person && s.Galler).Select(s => s.AnvandareId)).ToList();
        return db.Handlaggare(enhet, idag).Where(a => !nytt.Contains(a.Id) && !db.Jav.Any(j => j.AnvandareId == a.Id && j.ArendeId == id && j.Havt == null)
            && !db.Sparrar.Any(s => s.AnvandareId == a.Id && s.PersonId == person && s.Slutade == null));
    }
}
