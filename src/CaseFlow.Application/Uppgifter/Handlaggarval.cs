using System.Globalization;
using CaseFlow.Application.Arbetsfordelning;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter;

/// <summary>The unit's handläggare who may take an ärende: in service today, without jäv in any of the person's ärenden and not blocked from the person.</summary>
public sealed class Handlaggarval(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Handlaggarlage lage)
{
    /// <summary>As choices of a form: whoever already has an ärende that goes on for the person first, then the one with least to do; those away last,
    /// with how long and who stands in.</summary>
    public async Task<IReadOnlyList<Alternativ>> Alternativ(Arende arende, CancellationToken ct)
    {
        var (id, enhet, person, kanda) = (arende.Id, arende.EnhetId, arende.PersonId, atkomst.Kanda());
        var folk = await Valbara(arende).Select(a => new
        {
            a.Id, a.Namn,
            Har = kanda.Where(x => x.HandlaggareId == a.Id && x.PersonId == person && x.Id != id && x.Steg != Steg.Avslutat).OrderBy(x => x.Id).Select(x => x.Nummer).FirstOrDefault(),
        }).ToListAsync(ct);
        var oppna = await Handlaggarlage.Oppna(atkomst.UtanDolda().Where(a => a.EnhetId == enhet), ct);
        var borta = await lage.Borta(folk.ConvertAll(f => f.Id), ct);
        return [.. folk.Select(f => (f.Id, f.Namn, f.Har, Oppna: oppna[f.Id].Sum(g => g.Antal), Borta: borta.GetValueOrDefault(f.Id)))
            .OrderBy(f => f.Borta is not null).ThenBy(f => f.Har is null).ThenBy(f => f.Oppna).ThenBy(f => f.Namn, StringComparer.CurrentCulture)
            .Select(f => new Alternativ(f.Id.Value.ToString(CultureInfo.InvariantCulture), Text(f.Namn, f.Har, f.Oppna, f.Borta)))];
    }

    /// <summary>"Anna Ek, 71 öppna ärenden, har personens ärende 2026-0012" or ", borta till och med 3 december 2026 (Bo Ek ersätter)".</summary>
    private static string Text(string namn, string? har, int oppna, Bortavaro? borta) => string.Concat(
        $"{namn}, {(oppna == 1 ? "1 öppet ärende" : $"{oppna} öppna ärenden")}",
        har is null ? null : $", har personens ärende {har}",
        borta is null ? null : $", borta {(borta.Tom is { } tom ? $"till och med {Datumtext.Lang(tom)}" : "tills vidare")} ({(borta.Ersattare is { } e ? $"{e} ersätter" : "ingen ersätter")})");

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
        var javiga = db.JavHos(person);
        return db.Handlaggare(enhet, idag).Where(a => !nytt.Contains(a.Id) && !javiga.Any(j => j.AnvandareId == a.Id)
            && !db.Sparrar.Any(s => s.AnvandareId == a.Id && s.PersonId == person && s.Slutade == null));
    }
}
