using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Personer;

/// <summary>Finds the person an ansökan speaks of, or takes her into the register.</summary>
public sealed class Personregister(CaseFlowDb db, Anrop anrop, IIdKalla ids, INummerserie nummer)
{
    /// <summary>One person per personnummer or samordningsnummer, who gets a new version. Someone with a temporary number is always a new person: two are never merged.</summary>
    public async Task<Result<Person>> FinnEllerRegistrera(InkommenAnsokan innehall, CancellationToken ct)
    {
        var sokande = innehall.Sokande;
        var lopnummer = Ansokningsgranskning.TemporaraUppgifter(sokande, anrop.Idag) is { } t && sokande.Personnummer is null
            ? await nummer.Lopnummer($"temporar-{t.Fodelsedatum:yyyyMMdd}-{t.Kon}", ct) - 1 : 0;
        var identitet = Ansokningsgranskning.Identitet(sokande, anrop.Idag, (int)lopnummer);
        if (identitet.Failed) return identitet.Error;

        var skydd = Skyddskoder.Tolka(innehall.SkyddadeUppgifter) ?? Skydd.Ingen;
        if (identitet.Value.Slag != Identitetsslag.Temporart
            && await db.Personer.SingleOrDefaultAsync(p => p.Identitet == identitet.Value, ct) is { } kand)
        {
            if (await ArSparrad(kand, ct)) return Sparrad;
            // Ett skydd stänger personen för dem som arbetar med henne: någon med rätt till det prövar vad ett annat system påstår.
            if (skydd > kand.Skydd && anrop.Aktor.Slag is AktorSlag.ApiNyckel) anrop.Handelse(new SkyddUppgivet(kand.Id, skydd));
            else if (skydd > kand.Skydd) await Skydda(kand, skydd, ct);
            // Den som samtidigt ändrar skyddet ser inte det nya ärendet: en av de två börjar om.
            db.GorKopiorInaktuella(kand);
            return kand;
        }

        var adress = sokande.Adress is { } a ? new Adress(a.Gata ?? "", a.Postnummer ?? "", a.Ort ?? "") : null;
        var ny = Person.Registrera(
            new(ids.Next()), ids.NextPublic(), identitet.Value, sokande.Fornamn, sokande.Efternamn, adress, sokande.Telefon, sokande.Sprak,
            sokande.Tolkbehov, skydd);
        if (ny.Failed) return ny;
        db.Personer.Add(ny.Value);
        return await LatGalla(ny.Value, ct) ? Sparrad : ny;
    }

    // FL (2017:900) 17 §: att ta emot ansökan är att ta del i handläggningen
    private static Error Sparrad { get; } =
        Error.Rule("SPARR", "Du är spärrad från personen och kan inte registrera ansökan. Låt en kollega göra det.");

    private async Task<bool> ArSparrad(Person person, CancellationToken ct)
    {
        if (anrop.Aktor.Slag != AktorSlag.Person) return false;
        var (aktor, id) = (anrop.Aktor.Id, person.Id);
        return await db.Sparrar.AnyAsync(s => s.AnvandareId == aktor && s.PersonId == id && s.Slutade == null, ct);
    }

    /// <summary>The blocks that waited for the person take hold.</summary>
    /// <returns>Whether one of them is the actor's own.</returns>
    private async Task<bool> LatGalla(Person person, CancellationToken ct)
    {
        if (person.Identitet.Slag == Identitetsslag.Temporart) return false;
        var vantar = await db.Sparrar.Where(s => s.Identitet == person.Identitet).ToListAsync(ct);
        foreach (var sparr in vantar) sparr.Galla(person.Id);
        return anrop.Aktor.Slag == AktorSlag.Person && vantar.Exists(s => s.AnvandareId == anrop.Aktor.Id);
    }

    /// <summary>Changes the protection for everything the person has, whoever says so: a later ansökan, the handläggare or the chef. Those who must
    /// keep access are named when it begins, and nobody is named any longer when it ends: if it comes back, it begins anew.</summary>
    public async Task Skydda(Person person, Skydd skydd, CancellationToken ct)
    {
        var varSkyddad = person.ArSkyddad;
        anrop.Handelse(person.SattSkydd(skydd));
        if (varSkyddad == person.ArSkyddad) return;
        foreach (var arende in await db.Arenden.Where(a => a.PersonId == person.Id).ToListAsync(ct))
        {
            arende.FoljSkydd(person.ArSkyddad);
            if (!person.ArSkyddad) continue;
            await NamngeChefer(person.Id, arende.EnhetId, ct, arende.Id);
            // Lag (2001:454) 10 §: den vars ärende är avslutat behöver inte längre uppgifterna
            if (arende is { ArAvslutat: false, HandlaggareId: { } handlaggare }) await Namnge(person.Id, handlaggare, ct, arende.Id);
        }
        if (!person.ArSkyddad) await TaNamngivna(person.Id, ct);
    }

    /// <summary>The unit's chefer are named for a protected person, so that someone can name her handläggare.</summary>
    /// <param name="arende">Whose trail says so; null for the call's own.</param>
    public async Task NamngeChefer(PersonId person, EnhetId enhet, CancellationToken ct, ArendeId? arende = null)
    {
        foreach (var chef in await Chefer(enhet).Distinct().ToListAsync(ct)) await Namnge(person, chef, ct, arende);
    }

    /// <summary>A new chef is named for whom the unit's chefer are named for: else a protected person's ärende is out of everyone's reach when the
    /// chef before has left, or when it came in before there was one.</summary>
    public async Task NamngeNyChef(AnvandareId chef, EnhetId enhet, CancellationToken ct)
    {
        var skyddade = await db.Arenden.Where(a => a.EnhetId == enhet && a.Skyddat).OrderBy(a => a.Id).Select(a => new { a.Id, a.PersonId }).ToListAsync(ct);
        foreach (var senaste in skyddade.GroupBy(a => a.PersonId).Select(g => g.Last())) Ge(senaste.PersonId, chef, senaste.Id);
    }

    /// <summary>Gives someone named access, once.</summary>
    /// <param name="arende">Whose trail says so; null for the call's own.</param>
    public async Task Namnge(PersonId person, AnvandareId anvandare, CancellationToken ct, ArendeId? arende = null)
    {
        var finns = db.NamngivnaAtkomster.Local.Any(n => n.PersonId == person && n.AnvandareId == anvandare)
            || await db.NamngivnaAtkomster.AnyAsync(n => n.PersonId == person && n.AnvandareId == anvandare, ct);
        if (!finns) Ge(person, anvandare, arende);
    }

    private void Ge(PersonId person, AnvandareId anvandare, ArendeId? arende)
    {
        db.NamngivnaAtkomster.Add(NamngivenAtkomst.Ge(person, anvandare, anrop.Aktor.Id, anrop.Nu));
        anrop.Handelse(new NamngivenAtkomstGiven(person, anvandare), arende);
    }

    /// <summary>A protected person's ärende has a new handläggare: she is named, and the one before no longer, unless something else of the
    /// person's is still hers or she is one of the unit's chefer.</summary>
    // Lag (2001:454) 10 §: den som inte längre behöver uppgifterna ska inte nå dem
    public async Task BytNamngiven(Arende arende, AnvandareId? tidigare, CancellationToken ct)
    {
        await Namnge(arende.PersonId, arende.HandlaggareId!.Value, ct);
        if (tidigare is { } forra) await Avnamnge(arende, forra, ct);
    }

    /// <summary>Someone no longer has the protected person's ärende, and is not named any longer, unless something else of the person's is still
    /// hers or she is one of the unit's chefer.</summary>
    public async Task Avnamnge(Arende arende, AnvandareId forra, CancellationToken ct)
    {
        if (!await BehoverAnnat(arende, forra, ct)) await Ta(arende.PersonId, forra, arende.Id, ct);
    }

    /// <summary>Ends someone's named access, if she has it.</summary>
    /// <param name="arende">Whose trail says so.</param>
    public async Task Ta(PersonId person, AnvandareId anvandare, ArendeId arende, CancellationToken ct)
    {
        if (await db.NamngivnaAtkomster.FirstOrDefaultAsync(n => n.PersonId == person && n.AnvandareId == anvandare, ct) is not { } namngiven) return;
        db.NamngivnaAtkomster.Remove(namngiven);
        anrop.Handelse(new NamngivenAtkomstTagen(person, anvandare), arende);
    }

    /// <summary>An assignment has ended: named access to those who only have ärenden in its unit goes with it, unless another assignment there lasts.</summary>
    public async Task AvnamngeUtan(Uppdrag slutat, CancellationToken ct)
    {
        var (vem, idag) = (slutat.AnvandareId, anrop.Idag);
        var kvar = await db.Uppdrag
            .Where(u => u.AnvandareId == vem && !(u.EnhetId == slutat.EnhetId && u.Roll == slutat.Roll && u.From == slutat.From) && (u.Tom == null || u.Tom >= idag))
            .Select(u => u.EnhetId).ToListAsync(ct);
        await AvnamngeAlla(vem, kvar, ct);
    }

    /// <summary>Someone no longer works in any unit but these: she is named only for those who have ärenden there.</summary>
    public async Task AvnamngeAlla(AnvandareId vem, IReadOnlyCollection<EnhetId> kvar, CancellationToken ct)
    {
        var utan = await db.NamngivnaAtkomster
            .Where(n => n.AnvandareId == vem && !db.Arenden.Any(a => a.PersonId == n.PersonId && kvar.Contains(a.EnhetId)))
            .Select(n => new { n.PersonId, Arende = db.Arenden.Where(a => a.PersonId == n.PersonId).Max(a => (ArendeId?)a.Id) }).ToListAsync(ct);
        foreach (var n in utan) await Ta(n.PersonId, vem, n.Arende ?? default, ct);
    }

    private async Task TaNamngivna(PersonId person, CancellationToken ct)
    {
        foreach (var namngiven in await db.NamngivnaAtkomster.Where(n => n.PersonId == person).ToListAsync(ct))
        {
            db.NamngivnaAtkomster.Remove(namngiven);
            anrop.Handelse(new NamngivenAtkomstTagen(person, namngiven.AnvandareId));
        }
    }

    /// <summary>Whether someone is named by rule: chef of a unit where the person has or has had an ärende, or handläggare of an open one.</summary>
    public async Task<bool> NamngivenAvRegel(PersonId person, AnvandareId anvandare, CancellationToken ct) =>
        await db.Arenden.AnyAsync(a => a.PersonId == person && a.HandlaggareId == anvandare && a.Steg != Steg.Avslutat, ct)
        || await db.Uppdrag.AnyAsync(
            u => u.AnvandareId == anvandare && (u.Roll == Roll.Chef || u.Roll == Roll.BitradandeChef) && (u.Tom == null || u.Tom >= anrop.Idag)
                && db.Arenden.Any(a => a.PersonId == person && a.EnhetId == u.EnhetId),
            ct);

    private async Task<bool> BehoverAnnat(Arende arende, AnvandareId anvandare, CancellationToken ct) =>
        await db.Arenden.AnyAsync(a => a.PersonId == arende.PersonId && a.Id != arende.Id && a.HandlaggareId == anvandare && a.Steg != Steg.Avslutat, ct)
        || await Chefer(arende.EnhetId).AnyAsync(chef => chef == anvandare, ct);

    /// <summary>The unit's chefer, with those who have not begun yet.</summary>
    private IQueryable<AnvandareId> Chefer(EnhetId enhet) => db.Uppdrag
        .Where(u => u.EnhetId == enhet && (u.Roll == Roll.Chef || u.Roll == Roll.BitradandeChef) && (u.Tom == null || u.Tom >= anrop.Idag))
        .Select(u => u.AnvandareId);
}
