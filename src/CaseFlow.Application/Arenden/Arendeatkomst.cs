using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>The door to an ärende: every use case about one goes through here. Refuses as "finns inte" whatever the actor may not know of,
/// and binds the call to the ärende's audit chain with the ground.</summary>
public sealed class Arendeatkomst(CaseFlowDb db, Anrop anrop)
{
    public Task<Result<Arende>> Oppna(string nummer, CancellationToken ct) => Prova(db.Arenden.Where(a => a.Nummer == nummer), ct);

    public Task<Result<Arende>> Oppna(ArendeId id, CancellationToken ct) => Prova(db.Arenden.Where(a => a.Id == id), ct);

    /// <summary>To work in the ärende: not closed, and no jäv (FL (2017:900) 17 §).</summary>
    public async Task<Result<Arende>> OppnaForHandlaggning(string nummer, CancellationToken ct) => await Handlagga(await Oppna(nummer, ct), ct);

    public async Task<Result<Arende>> OppnaForHandlaggning(ArendeId id, CancellationToken ct) => await Handlagga(await Oppna(id, ct), ct);

    /// <summary>The ärenden the actor may see in a list, without giving a reason. The same rule as at the door (<see cref="Atkomstregel"/>).</summary>
    public IQueryable<Arende> Synliga()
    {
        var (aktor, idag) = (anrop.Aktor, anrop.Idag);
        return UtanDolda().Where(a => a.HandlaggareId == aktor.Id
            || aktor.ChefFor.Contains(a.EnhetId)
            || db.Stallforetradare.Any(s => s.For == a.HandlaggareId && s.Ersattare == aktor.Id && s.From <= idag && (s.Tom == null || s.Tom >= idag)));
    }

    /// <summary>The ärenden that are the actor's to handle: assigned, or as deputy for the assigned.</summary>
    public IQueryable<Arende> Egna()
    {
        var (aktor, idag) = (anrop.Aktor.Id, anrop.Idag);
        return UtanDolda().Where(a => a.HandlaggareId == aktor
            || db.Stallforetradare.Any(s => s.For == a.HandlaggareId && s.Ersattare == aktor && s.From <= idag && (s.Tom == null || s.Tom >= idag)));
    }

    private IQueryable<Arende> UtanDolda()
    {
        var aktor = anrop.Aktor.Id;
        return db.Arenden.Where(a => !a.Skyddat || db.NamngivnaAtkomster.Any(n => n.PersonId == a.PersonId && n.AnvandareId == aktor));
    }

    private async Task<Result<Arende>> Prova(IQueryable<Arende> fraga, CancellationToken ct)
    {
        var (aktor, nu, idag) = (anrop.Aktor.Id, anrop.Nu, anrop.Idag);
        var rad = await fraga.Include(a => a.Pauser).Select(a => new
        {
            Arende = a,
            Namngiven = db.NamngivnaAtkomster.Any(n => n.PersonId == a.PersonId && n.AnvandareId == aktor),
            Skal = db.Atkomster.Any(x => x.ArendeId == a.Id && x.AnvandareId == aktor && x.Tom > nu),
            Ersatter = db.Stallforetradare.Any(s =>
                s.For == a.HandlaggareId && s.Ersattare == aktor && s.From <= idag && (s.Tom == null || s.Tom >= idag)),
        }).SingleOrDefaultAsync(ct);
        if (rad is null) return Error.NotFound();

        var ersatter = rad.Ersatter && rad.Arende.HandlaggareId is { } h ? new[] { h } : [];
        var beslut = Atkomstregel.Prova(
            new(aktor, anrop.Aktor.Enheter, anrop.Aktor.ChefFor, ersatter, rad.Namngiven, rad.Skal), Arendefakta.Av(rad.Arende));
        if (beslut.Hinder() is { } hinder)
        {
            // Nekandet hör till ärendets kedja: den som granskar ett ärende ska se vem som försökte.
            anrop.Galler(rad.Arende.Id, beslut.Grund());
            return hinder;
        }
        anrop.Galler(rad.Arende.Id, beslut.Grund());
        return rad.Arende;
    }

    private async Task<Result<Arende>> Handlagga(Result<Arende> oppnat, CancellationToken ct)
    {
        if (oppnat.Failed) return oppnat;
        if (oppnat.Value.ArAvslutat) return Error.Rule("ARENDE_AVSLUTAT", "Ärendet är avslutat och kan inte ändras.");
        var jav = await db.Jav.Where(j => j.ArendeId == oppnat.Value.Id && j.AnvandareId == anrop.Aktor.Id).ToListAsync(ct);
        return Javsregel.Hinder(jav, anrop.Aktor.Id, oppnat.Value.Id) is { } hinder ? hinder : oppnat;
    }
}
