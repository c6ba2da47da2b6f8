using System.Diagnostics.CodeAnalysis;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Personer;

/// <summary>Persons by personnummer or by name, those with an ärende of the actor's own first, among those who have an ärende that the actor may know of: in the units where she may look, or
/// held by her or by one she is deputy for. A protected person is found only by those named for her, and shown masked to them too.</summary>
/// <param name="Namn">Beginnings of names, in any order: <c>and ann</c> finds Anna Andersson, and <c>kar</c> Anna-Karin too. Two letters alone are a whole
/// name (Li). Upper and lower case are one; å, ä and ö are letters of their own.</param>
/// <param name="Personnummer">As people write it (<see cref="Personidentitet.Tolka"/>); the whole of it.</param>
/// <param name="Hoppa">Rows to pass before the first, never more than <see cref="Sidgranser.Djup"/>.</param>
[Kraver(Behorighet.SokaPersoner)]
public sealed record SokPersoner(string? Namn = null, string? Personnummer = null, int Antal = 20, int Hoppa = 0) : IQuery<PersonTraffar>
{
    /// <summary>What someone wrote in a single box: with more than half a personnummer of digits in it, that; else a name.</summary>
    public static SokPersoner Efter(string? text, int antal = 20, int hoppa = 0) => (text ?? "").Count(char.IsAsciiDigit) >= MinstaSiffror
        ? new(null, text, antal, hoppa) : new(text, null, antal, hoppa);

    /// <summary>What is looked for stands in no log.</summary>
    public override string ToString() => nameof(SokPersoner);

    private const int MinstaSiffror = 6;
}

/// <param name="Antal">Those the actor may know of, counted to <see cref="Sidgranser.Djup"/> at most.</param>
public sealed record PersonTraffar(IReadOnlyList<PersonTraff> Rader, int Antal, bool Fler);

/// <param name="Person">With the personnummer only when she was searched for by it, or has an ärende that is open to the actor without a reason.</param>
/// <param name="Arenden">Those the actor may know of, her own first and then the latest, at most <see cref="SokPersonerHandler.FlestArenden"/>.</param>
public sealed record PersonTraff(PersonVy Person, IReadOnlyList<ArendeTraff> Arenden);

/// <param name="Oppen">It can be opened without giving a reason: it is hers, by deputyship too, or of the unit she leads.</param>
public sealed record ArendeTraff(string Nummer, Steg Steg, bool Oppen, string? Handlaggare);

internal sealed class SokPersonerValidator : AbstractValidator<SokPersoner>
{
    private const int Minst = 2;
    private const int Hogst = 200;

    public SokPersonerValidator()
    {
        RuleFor(s => s.Namn).Must((s, namn) => namn is null != s.Personnummer is null).WithMessage("Sök på namn eller på personnummer, ett av dem.");
        RuleFor(s => s.Namn).Must(n => n is null || Sokord.Vik(Rent(n)).Length is >= Minst and <= Hogst)
            .WithMessage($"Skriv minst {Minst} bokstäver av namnet, och högst {Hogst}.")
            .Must(n => n is null || Sokord.Delar(Rent(n)).Any(o => o.Length >= Minst)).WithMessage($"Skriv minst {Minst} bokstäver av ett namn.");
    }

    /// <summary>Without what no name has and not every database takes.</summary>
    internal static string Rent(string text) => new([.. text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]);
}

internal sealed class SokPersonerHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst) : IQueryHandler<SokPersoner, PersonTraffar>
{
    internal const int FlestArenden = 20;

    /// <summary>Words of a name that are looked for; the rest narrows nothing that matters.</summary>
    private const int FlestOrd = 4;

    private const int KortastBorjan = 3;

    /// <summary>Sorts after everything that begins with the same letters.</summary>
    private const char Sist = '\uffff';

    public async Task<Result<PersonTraffar>> Handle(SokPersoner request, CancellationToken cancellationToken)
    {
        var traffar = Traffar(request);
        if (traffar.Failed) return traffar.Error;
        var (enheter, arbetar) = (anrop.Aktor.EnheterMed(Behorighet.SokaPersoner), await atkomst.Arbetar(cancellationToken));
        var kanda = atkomst.UtanDolda().Where(a => enheter.Contains(a.EnhetId) || arbetar.Contains(a.HandlaggareId!.Value));
        // Den som inte får veta att personen finns räknar inte heller med henne.
        var funna = traffar.Value.Where(p => kanda.Any(a => a.PersonId == p.Id));
        var totalt = await funna.Take(Sidgranser.Djup).CountAsync(cancellationToken);

        var antal = Sidgranser.Rader(request.Antal);
        var ids = await funna.OrderByDescending(p => kanda.Any(a => a.PersonId == p.Id && arbetar.Contains(a.HandlaggareId!.Value)))
            .ThenBy(p => p.SokordEfternamn).ThenBy(p => p.Id).Select(p => p.Id)
            .Skip(Sidgranser.Hopp(request.Hoppa)).Take(antal + 1).ToListAsync(cancellationToken);
        var sida = ids.Take(antal).ToList();
        var personer = await db.IListor().Where(p => sida.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var arenden = (await kanda.Where(a => sida.Contains(a.PersonId)).OrderByDescending(a => a.Id)
            .Select(a => new { a.PersonId, a.Nummer, a.Steg, a.EnhetId, a.HandlaggareId, Handlaggare = db.Anvandare.Where(x => x.Id == a.HandlaggareId).Select(x => x.Namn).FirstOrDefault() })
            .ToListAsync(cancellationToken)).ToLookup(a => a.PersonId);
        anrop.Visar(sida.Select(p => p.Value));
        return new PersonTraffar(
            [.. sida.Select(id => new PersonTraff(
                Vy(personer[id], helaNumret: request.Personnummer is not null || arenden[id].Any(a => Oppen(a.EnhetId, a.HandlaggareId))),
                [.. arenden[id].OrderByDescending(a => Egen(a.HandlaggareId)).Take(FlestArenden).Select(a => new ArendeTraff(
                    a.Nummer, a.Steg, Oppen(a.EnhetId, a.HandlaggareId), a.Handlaggare))]))],
            totalt, ids.Count > antal);

        bool Egen(AnvandareId? handlaggare) => handlaggare is { } h && arbetar.Contains(h);

        bool Oppen(EnhetId enhet, AnvandareId? handlaggare) => anrop.Aktor.ChefFor.Contains(enhet) || Egen(handlaggare);
    }

    // Lag (2001:454) 10 §: den som bara söker på namn behöver veta vem det är, inte hela numret. Åldern står kvar.
    private PersonVy Vy(PersonVisning person, bool helaNumret) => helaNumret ? person.SomVy(anrop.Idag) : person.SomVy(anrop.Idag) with { Personnummer = null };

    /// <summary>By the whole personnummer, or by words that each begin a word of the name.</summary>
    private Result<IQueryable<Traff>> Traffar(SokPersoner request)
    {
        if (request.Personnummer is { } nummer)
        {
            var identitet = Personidentitet.Tolka(nummer, anrop.Idag);
            return identitet.Failed ? identitet.Error : Result.Ok(Som(db.Personer.Where(p => p.Identitet == identitet.Value)));
        }
        // Det längsta ordet träffar minst, och leder; de andra prövas på dem det hittar.
        var ord = Sokord.Delar(SokPersonerValidator.Rent(request.Namn!)).Take(FlestOrd).OrderByDescending(o => o.Length).ToList();
        // Två bokstäver för sig är ett helt namn (Li) eller för lite; tillsammans med ett ord till är de början av ett.
        var ledande = ord is [{ Length: < KortastBorjan } ensamt] ? db.Namndelar.Where(n => n.Ord == ensamt) : Borjar(ord[0]);
        var ids = ledande.Select(n => n.PersonId);
        foreach (var ett in ord.Skip(1))
        {
            var ocksa = Borjar(ett);
            ids = ids.Where(id => ocksa.Any(n => n.PersonId == id));
        }
        return Result.Ok(Som(db.Personer.Where(p => ids.Contains(p.Id))));
    }

    [SuppressMessage("Globalization", "CA1309:Use ordinal string comparison", Justification = "Asked of the database, whose columns are compared byte by byte.")]
    private IQueryable<Namndel> Borjar(string ord)
    {
        var sist = ord + Sist;
        return db.Namndelar.Where(n => string.Compare(n.Ord, ord) >= 0 && string.Compare(n.Ord, sist) < 0);
    }

    private static IQueryable<Traff> Som(IQueryable<Person> personer) =>
        personer.Select(p => new Traff { Id = p.Id, SokordEfternamn = p.SokordEfternamn });

    /// <summary>What is asked of a person to find her; what is shown of her comes through the mask.</summary>
    private sealed record Traff
    {
        public required PersonId Id { get; init; }
        public required string SokordEfternamn { get; init; }
    }
}
