using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Application.Personer;

/// <summary>A person as the database gives her to a reader: what is protected has been left out by the query itself, so that no page, list
/// or count can show it by mistake. Every reading use case takes persons through here; a test holds it.</summary>
public sealed class PersonVisning
{
    public required PersonId Id { get; init; }
    public required Guid PublikId { get; init; }

    /// <summary>Null when hidden.</summary>
    public required string? Namn { get; init; }

    public required string? Identitet { get; init; }
    public required Adress? Adress { get; init; }
    public required string? Telefon { get; init; }
    public required string Sprak { get; init; }
    public required bool Tolkbehov { get; init; }
    public required bool Skyddad { get; init; }
    public required bool Dold { get; init; }
    public required bool Avliden { get; init; }

    public PersonVy SomVy(DateOnly idag)
    {
        var sprak = Tolkbehov || Sprak != "sv" ? Spraknamn.Av(Sprak) : null;
        if (Dold) return new(PublikId, "Skyddade uppgifter", null, null, null, null, sprak, true, true, Avliden);
        var identitet = Identitet is null ? null : Personidentitet.FranLagrad(Identitet);
        return new(
            PublikId, Namn ?? "", identitet is null ? null : Alder(identitet.Fodelsedatum, idag), identitet?.Visning,
            Adress is { Gata.Length: > 0 } a ? $"{a.Gata}, {a.Postnummer} {a.Ort}" : null, Telefon, sprak, Skyddad, false, Avliden);
    }

    private static int Alder(DateOnly fodd, DateOnly idag) =>
        idag.Year - fodd.Year - (fodd.AddYears(idag.Year - fodd.Year) > idag ? 1 : 0);
}

public static class Personfragor
{
    /// <summary>Persons as this actor may see them now: a protected one is hidden but for five minutes after a reason was given.</summary>
    // OSL (2009:400) 21 kap. 3 §, 26 kap. 1 §
    public static IQueryable<PersonVisning> PersonVisningarFor(this CaseFlowDb db, AnvandareId aktor, DateTimeOffset nu) =>
        db.Personer
            .Select(p => new
            {
                Person = p,
                Dold = p.Skydd != Skydd.Ingen && !db.SkyddVisningar.Any(v => v.PersonId == p.Id && v.AnvandareId == aktor && v.Tom > nu),
            })
            .Select(x => new PersonVisning
            {
                Id = x.Person.Id,
                PublikId = x.Person.PublikId,
                Namn = x.Dold ? null : x.Person.Fornamn + " " + x.Person.Efternamn,
                Identitet = x.Dold ? null : (string)(object)x.Person.Identitet,
                Adress = x.Dold ? null : x.Person.Adress,
                Telefon = x.Dold ? null : x.Person.Telefon,
                Sprak = x.Person.Sprak,
                Tolkbehov = x.Person.Tolkbehov,
                Skyddad = x.Person.Skydd != Skydd.Ingen,
                Dold = x.Dold,
                Avliden = x.Person.Avliden != null,
            });

    internal static IQueryable<PersonVisning> PersonVisningar(this CaseFlowDb db, Anrop anrop) => db.PersonVisningarFor(anrop.Aktor.Id, anrop.Nu);
}
