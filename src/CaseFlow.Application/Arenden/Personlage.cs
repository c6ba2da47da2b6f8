using CaseFlow.Application.Pipeline;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Insatser;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>What else the person has with us: other ärenden that go on, and the insatser of them.</summary>
/// <param name="Insatser">Those that run, or are granted and still to start, whatever became of their ärende.</param>
public sealed record PersonlageVy(IReadOnlyList<AnnatArende> Arenden, IReadOnlyList<AnnanInsats> Insatser)
{
    public static PersonlageVy Tomt { get; } = new([], []);

    public bool ArTomt => Arenden.Count == 0 && Insatser.Count == 0;
}

/// <param name="Rubrik">What it is about; null for whoever may only know that it is there.</param>
/// <param name="Oppet">It can be opened without giving a reason.</param>
public sealed record AnnatArende(string Nummer, string? Rubrik, Steg Steg, string? Handlaggare, bool Oppet);

/// <param name="Sista">The last day of the beslut, or the day the insats ends; null until further notice.</param>
public sealed record AnnanInsats(string Namn, string? Omfattning, string Lage, DateOnly? Sista, string Arende);

/// <summary>Reads what else the person of an ärende has. What the actor may not know of is neither there nor counted.</summary>
public sealed class Personlage(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst)
{
    /// <summary>More than anyone has.</summary>
    private const int Flest = 20;

    /// <summary>Beside an ärende that the actor is past the door of: whoever works in it sees what the others are about, whoever reads it only those that are open to her.</summary>
    internal Task<PersonlageVy> Las(Arende arende, CancellationToken ct) => Las(arende, atkomst.FarSkriva, ct);

    // Lag (2001:454) 10 §: den som registrerar eller läser behöver veta att ärendet finns, inte vad det gäller
    /// <param name="allt">With what every ärende is about, also those that take a reason to open.</param>
    internal async Task<PersonlageVy> Las(Arende arende, bool allt, CancellationToken ct)
    {
        var (id, person, aktor, idag, chefFor) = (arende.Id, arende.PersonId, anrop.Aktor.Id, anrop.Idag, anrop.Aktor.ChefFor);
        var lopande = db.Insatser.Where(Insats.InteSlut(idag));
        var rader = await atkomst.Kanda().Where(a => a.PersonId == person && a.Id != id)
            .Where(a => a.Steg != Steg.Avslutat || lopande.Any(i => i.ArendeId == a.Id))
            .OrderByDescending(a => a.Id).Take(Flest)
            .Select(a => new
            {
                a.Id, a.Nummer, a.Steg,
                Oppet = a.HandlaggareId == aktor || chefFor.Contains(a.EnhetId)
                    || db.Stallforetradare.Any(s => s.For == a.HandlaggareId && s.Ersattare == aktor && s.From <= idag && (s.Tom == null || s.Tom >= idag)),
                Handlaggare = db.Anvandare.Where(x => x.Id == a.HandlaggareId).Select(x => x.Namn).FirstOrDefault(),
            }).ToListAsync(ct);
        if (rader.Count == 0) return PersonlageVy.Tomt;

        // Var för sig, efter ärendena: i samma fråga läste databasen allt som någonsin är sökt.
        var ids = rader.ConvertAll(r => r.Id);
        var sokta = (await db.Ansokningar.Where(x => ids.Contains(x.ArendeId)).SelectMany(x => x.Insatser, (x, i) => new { x.ArendeId, i.Id, i.Insatstyp, i.AtertagenDag })
            .Where(i => i.AtertagenDag == null).OrderBy(i => i.Id).ToListAsync(ct)).ToLookup(i => i.ArendeId, i => i.Insatstyp);
        var insatser = (await lopande.Where(i => ids.Contains(i.ArendeId)).AsNoTracking().OrderBy(i => i.Id).ToListAsync(ct)).ToLookup(i => i.ArendeId);
        return new PersonlageVy(
            [.. rader.Where(r => r.Steg != Steg.Avslutat).Select(r => new AnnatArende(r.Nummer, allt || r.Oppet ? Arendehuvuden.Rubrik(sokta[r.Id]) : null, r.Steg, r.Handlaggare, r.Oppet))],
            [.. rader.Where(r => allt || r.Oppet).SelectMany(r => insatser[r.Id].Select(i => Vy(i, r.Nummer)))]);
    }

    private AnnanInsats Vy(Insats insats, string nummer)
    {
        var vy = Arendevyer.Vy(insats, anrop.Idag);
        return new(vy.Namn, vy.Omfattning, vy.Status, insats.AvslutDatum ?? insats.Tom, nummer);
    }
}
