using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>The door to an ärende: every use case about one goes through here. Refuses as "finns inte" whatever the actor may not know of,
/// and binds the call to the ärende's audit chain with the ground.</summary>
public sealed class Arendeatkomst(CaseFlowDb db, Anrop anrop)
{
    private static readonly Forberedd<Dorrfraga<string>> EfterNummer = new(() => Fraga<string>(nameof(Arende.Nummer)));
    private static readonly Forberedd<Dorrfraga<ArendeId>> EfterId = new(() => Fraga<ArendeId>(nameof(Arende.Id)));

    private delegate Task<Dorr?> Dorrfraga<in T>(CaseFlowDb db, T nyckel, AnvandareId aktor, DateTimeOffset nu, DateOnly idag, CancellationToken ct);

    public async Task<Result<Arende>> Oppna(string nummer, CancellationToken ct) => (await Prova(EfterNummer, nummer, ct)).Arende;

    public async Task<Result<Arende>> Oppna(ArendeId id, CancellationToken ct) => (await Prova(EfterId, id, ct)).Arende;

    /// <summary>To work in the ärende: not closed.</summary>
    public async Task<Result<Arende>> OppnaForHandlaggning(string nummer, CancellationToken ct) => Oppet(Handlaggas(await Prova(EfterNummer, nummer, ct)));

    public async Task<Result<Arende>> OppnaForHandlaggning(ArendeId id, CancellationToken ct) => Oppet(Handlaggas(await Prova(EfterId, id, ct)));

    /// <summary>To write in the ärende: as for handläggning, and let in by more than a reason.</summary>
    public async Task<Result<Arende>> OppnaForSkrivning(string nummer, CancellationToken ct) => MedRatt(await OppnaForHandlaggning(nummer, ct));

    /// <summary>To change the ärende from a page: as for writing, and from a copy that is not stale.</summary>
    /// <param name="version">Of the ärende, as it was read.</param>
    public async Task<Result<Arende>> OppnaForAndring(string nummer, int version, CancellationToken ct)
    {
        var oppnat = await OppnaForSkrivning(nummer, ct);
        return oppnat.Failed || oppnat.Value.Version == version ? oppnat : Inaktuell.Kopia;
    }

    /// <summary>To write what can come after the ärende is closed: as for writing, open or not.</summary>
    public async Task<Result<Arende>> OppnaAvenAvslutat(string nummer, CancellationToken ct) => MedRatt(Handlaggas(await Prova(EfterNummer, nummer, ct)));

    /// <summary>To open an ärende in an emergency: it does not exist for the actor, and neither block nor jäv forbids it. Whatever else it is, the
    /// answer is as at the door.</summary>
    /// <returns>The ärende, and whether it was open to the actor already.</returns>
    public async Task<(Result<Arende> Arende, bool Oppet)> OppnaForNodoppning(string nummer, CancellationToken ct)
    {
        var svar = await Prova(EfterNummer, nummer, ct);
        return svar is { Arende.Failed: true, KanNodoppnas: { } arende } ? (arende, false) : (svar.Arende, true);
    }

    /// <summary>Past the door: the actor may write in the ärende, as <see cref="OppnaAvenAvslutat"/> would say.</summary>
    public bool FarSkriva => anrop.Aktor.Har(Behorighet.HandlaggaArende) && Handlaggningsratt.Hinder(anrop) is null;

    /// <summary>Past the door: what is written about the person is withheld. She is protected and not shown to the actor now, who reads by a reason or in
    /// an emergency. To those who handle the ärende the utredning and the beslut are their work.</summary>
    // OSL (2009:400) 21 kap. 3 §, 26 kap. 1 §; lag (2001:454) 10 §
    public async Task<bool> Undanhaller(Arende arende, CancellationToken ct) =>
        arende.Skyddat && !FarSkriva && await db.SomVisas(anrop).AnyAsync(p => p.Id == arende.PersonId && p.Dold, ct);

    /// <summary>For what only the unit's chef decides, open or not: who may see the ärende, and who else has jäv in it.</summary>
    public async Task<Result<Arende>> OppnaForChef(string nummer, CancellationToken ct)
    {
        var oppnat = MedRatt(Handlaggas(await Prova(EfterNummer, nummer, ct)));
        return oppnat.Failed || anrop.Aktor.ChefFor.Contains(oppnat.Value.EnhetId)
            ? oppnat : Error.Forbidden(Felkoder.BehorighetSaknas, "Det är enhetens chef som avgör det.");
    }

    /// <summary>The ärenden the actor may see in a list, without giving a reason. The same rule as at the door (<see cref="Atkomstregel"/>).</summary>
    public IQueryable<Arende> Synliga()
    {
        var (aktor, idag) = (anrop.Aktor, anrop.Idag);
        return UtanDolda().Where(a => a.HandlaggareId == aktor.Id
            || aktor.ChefFor.Contains(a.EnhetId)
            || db.Stallforetradare.Any(s => s.For == a.HandlaggareId && s.Ersattare == aktor.Id && s.From <= idag && (s.Tom == null || s.Tom >= idag)));
    }

    /// <summary>The ärenden the actor may know of, though she may have to give a reason to open them: of the units where she may look for people, and those she
    /// sees in lists. The same as a search finds (<see cref="Personer.SokPersoner"/>); asked about one person, whose ärenden are few.</summary>
    public IQueryable<Arende> Kanda()
    {
        var (aktor, idag, enheter) = (anrop.Aktor, anrop.Idag, anrop.Aktor.EnheterMed(Behorighet.SokaPersoner));
        return UtanDolda().Where(a => enheter.Contains(a.EnhetId) || a.HandlaggareId == aktor.Id || aktor.ChefFor.Contains(a.EnhetId)
            || db.Stallforetradare.Any(s => s.For == a.HandlaggareId && s.Ersattare == aktor.Id && s.From <= idag && (s.Tom == null || s.Tom >= idag)));
    }

    /// <summary>Whose work is the actor's today: the actor's own, and theirs whom the actor is deputy for. Read first, so that a list asks
    /// by name in its index instead of asking every row.</summary>
    public async Task<IReadOnlyList<AnvandareId>> Arbetar(CancellationToken ct)
    {
        var (aktor, idag) = (anrop.Aktor.Id, anrop.Idag);
        var ersatter = await db.Stallforetradare.Where(s => s.Ersattare == aktor && s.From <= idag && (s.Tom == null || s.Tom >= idag))
            .Select(s => s.For).ToListAsync(ct);
        return [aktor, .. ersatter];
    }

    /// <summary>The ärenden of these handläggare (<see cref="Arbetar"/>) that the actor may know of.</summary>
    public IQueryable<Arende> For(IReadOnlyList<AnvandareId> handlaggare) => UtanDolda().Where(a => handlaggare.Contains(a.HandlaggareId!.Value));

    /// <summary>The ärenden of the units that the actor is chef for.</summary>
    public IQueryable<Arende> Enhetens()
    {
        var enheter = anrop.Aktor.ChefFor;
        return UtanDolda().Where(a => enheter.Contains(a.EnhetId));
    }

    /// <summary>Those whose person is not protected, or protected with the actor named, whom the actor is not blocked from, and where she has no jäv.</summary>
    public IQueryable<Arende> UtanDolda()
    {
        var aktor = anrop.Aktor.Id;
        return UtanHinder().Where(a => !a.Skyddat || db.NamngivnaAtkomster.Any(n => n.PersonId == a.PersonId && n.AnvandareId == aktor));
    }

    /// <summary>Any unit's, but those that a block or a jäv of the actor's own keeps her from.</summary>
    public IQueryable<Arende> UtanHinder()
    {
        var aktor = anrop.Aktor.Id;
        return db.Arenden.Where(a => !db.Sparrar.Any(s => s.AnvandareId == aktor && s.PersonId == a.PersonId && s.Slutade == null)
            && !db.Jav.Any(j => j.AnvandareId == aktor && j.ArendeId == a.Id && j.Havt == null));
    }

    /// <summary>The ärenden that <see cref="UtanDolda"/> leaves out. They are few: a count over a whole unit leaves them out by name instead of
    /// asking every row.</summary>
    public IQueryable<ArendeId> Dolda()
    {
        var (aktor, enheter) = (anrop.Aktor.Id, anrop.Aktor.Enheter);
        var skyddade = db.Arenden.Where(a => enheter.Contains(a.EnhetId) && a.Skyddat && !db.NamngivnaAtkomster.Any(n => n.PersonId == a.PersonId && n.AnvandareId == aktor));
        var sparrade = db.Sparrar.Where(s => s.AnvandareId == aktor && s.Slutade == null).SelectMany(s => db.Arenden.Where(a => a.PersonId == s.PersonId));
        var javiga = db.Jav.Where(j => j.AnvandareId == aktor && j.Havt == null).Select(j => j.ArendeId);
        return skyddade.Select(a => a.Id).Concat(sparrade.Select(a => a.Id)).Concat(javiga);
    }

    private static Dorrfraga<T> Fraga<T>(string efter)
        where T : notnull => new(EF.CompileAsyncQuery((CaseFlowDb db, T nyckel, AnvandareId aktor, DateTimeOffset nu, DateOnly idag, CancellationToken ct) =>
            db.Arenden.Where(a => EF.Property<T>(a, efter).Equals(nyckel)).Include(a => a.Pauser).Select(a => new Dorr(
                a,
                db.NamngivnaAtkomster.Any(n => n.PersonId == a.PersonId && n.AnvandareId == aktor),
                db.Atkomster.Any(x => x.ArendeId == a.Id && x.AnvandareId == aktor && x.Tom > nu),
                db.Stallforetradare.Any(s => s.For == a.HandlaggareId && s.Ersattare == aktor && s.From <= idag && (s.Tom == null || s.Tom >= idag)),
                db.Jav.Any(j => j.ArendeId == a.Id && j.AnvandareId == aktor && j.Havt == null),
                db.Sparrar.Any(s => s.AnvandareId == aktor && s.PersonId == a.PersonId && s.Slutade == null),
                db.Nodoppningar.Any(n => n.AnvandareId == aktor && n.ArendeId == a.Id && n.Tom > nu))).SingleOrDefault()));

    private async Task<Provning> Prova<T>(Forberedd<Dorrfraga<T>> fraga, T nyckel, CancellationToken ct)
    {
        if (await fraga.For(db)(db, nyckel, anrop.Aktor.Id, anrop.Nu, anrop.Idag, ct) is not { } rad) return new(Error.NotFound(), null);

        var ersatter = rad.Ersatter && rad.Arende.HandlaggareId is { } h ? new[] { h } : [];
        var (aktor, arende) = (
            new Aktorsfakta(
                anrop.Aktor.Id, anrop.Aktor.EnheterMed(Behorighet.LasaArende), anrop.Aktor.ChefFor, ersatter, rad.Namngiven, rad.Skal, rad.Sparrad, rad.Javig,
                rad.Nodoppnat && anrop.Aktor.HarSjalv(Behorighet.Nodoppna)),
            Arendefakta.Av(rad.Arende));
        var beslut = Atkomstregel.Prova(aktor, arende);
        if (beslut.Hinder() is { } hinder)
        {
            // Nekandet hör till ärendets kedja: den som granskar ett ärende ska se vem som försökte.
            anrop.Galler(rad.Arende.Id, beslut.Grund());
            return new(hinder, Atkomstregel.KanNodoppnas(aktor, arende) ? rad.Arende : null);
        }
        anrop.Galler(rad.Arende.Id, beslut.Grund());
        return new(rad.Arende, null);
    }

    private Result<Arende> Handlaggas(Provning oppnat) =>
        !oppnat.Arende.Failed && Handlaggningsratt.BaraLasning(anrop) is { } hinder ? hinder : oppnat.Arende;

    private static Result<Arende> Oppet(Result<Arende> oppnat) =>
        oppnat is { Failed: false, Value.ArAvslutat: true } ? Error.Rule("ARENDE_AVSLUTAT", "Ärendet är avslutat och kan inte ändras.") : oppnat;

    private Result<Arende> MedRatt(Result<Arende> oppnat) => !oppnat.Failed && Handlaggningsratt.Hinder(anrop) is { } hinder ? hinder : oppnat;

    /// <summary>An ärende, and what says whether the actor may come in.</summary>
    private sealed record Dorr(Arende Arende, bool Namngiven, bool Skal, bool Ersatter, bool Javig, bool Sparrad, bool Nodoppnat);

    /// <param name="KanNodoppnas">The ärende that was refused, when it may be opened in an emergency.</param>
    private sealed record Provning(Result<Arende> Arende, Arende? KanNodoppnas);
}
