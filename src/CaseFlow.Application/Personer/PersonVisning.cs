using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Application.Personer;

/// <summary>A person as the actor may see her. For a protected person the database itself gives the substitute and nulls: the real
/// data never reaches the product's memory, so no page, list, export or log can leak it.</summary>
public sealed record PersonVisning
{
    public const string Skyddade = "Skyddade uppgifter";

    public required PersonId Id { get; init; }
    public required Guid PublikId { get; init; }

    /// <summary>The person has protection.</summary>
    public required bool Skyddad { get; init; }

    public required Skydd Skydd { get; init; }

    /// <summary>The data is withheld from this actor now.</summary>
    public required bool Dold { get; init; }

    public required string Namn { get; init; }

    /// <summary>Null when withheld, like everything below but language and interpreter.</summary>
    public required Personidentitet? Identitet { get; init; }

    public required string? Gata { get; init; }
    public required string? Postnummer { get; init; }
    public required string? Ort { get; init; }
    public required string? Telefon { get; init; }
    public required string Sprak { get; init; }
    public required bool Tolkbehov { get; init; }
    public required bool Avliden { get; init; }
    public required int Version { get; init; }

    public PersonVy SomVy(DateOnly idag) => new(
        PublikId, Namn, Identitet is { } i ? Alder(i.Fodelsedatum, idag) : null, Identitet?.Visning,
        string.IsNullOrEmpty(Gata) ? null : $"{Gata}, {Postnummer} {Ort}", Telefon,
        Tolkbehov || Sprak != "sv" ? Spraknamn.Av(Sprak) : null, Tolkbehov, Skyddad, Dold, Avliden,
        Skydd, Version);

    private static int Alder(DateOnly fodd, DateOnly idag) =>
        idag.Year - fodd.Year - (fodd.AddYears(idag.Year - fodd.Year) > idag ? 1 : 0);
}

/// <summary>The one way for a query to read persons (an architecture test holds it: KallkodTests.Omaskerat).</summary>
public static class PersonVisningar
{
    /// <summary>All persons, masked for the actor at the moment. Filter and join on it: it stays one SQL statement.</summary>
    /// <remarks>Shown in clear only while a <see cref="SkyddVisning"/> of the actor's own holds.</remarks>
    // OSL (2009:400) 21 kap. 3 §, 26 kap. 1 §
    public static IQueryable<PersonVisning> SomVisas(this CaseFlowDb db, Aktor aktor, DateTimeOffset nu) => Maskerade(db, aktor.Id, nu);

    internal static IQueryable<PersonVisning> SomVisas(this CaseFlowDb db, Anrop anrop) => db.SomVisas(anrop.Aktor, anrop.Nu);

    /// <summary>Masked for everybody: who has one person shown in her ärende has not asked for her in a list that others may see on the screen.</summary>
    internal static IQueryable<PersonVisning> IListor(this CaseFlowDb db) => Maskerade(db, default, default);

    private static IQueryable<PersonVisning> Maskerade(CaseFlowDb db, AnvandareId id, DateTimeOffset nu) =>
        from p in db.Personer
        let dold = p.Skydd != Skydd.Ingen
            && !db.SkyddVisningar.Any(v => v.AnvandareId == id && v.PersonId == p.Id && v.Fran <= nu && v.Tom > nu)
        select new PersonVisning
        {
            Id = p.Id,
            PublikId = p.PublikId,
            Skyddad = p.Skydd != Skydd.Ingen,
            Skydd = p.Skydd,
            Dold = dold,
            Namn = dold ? PersonVisning.Skyddade : p.Fornamn + " " + p.Efternamn,
            Identitet = dold ? null : p.Identitet,
            Gata = dold ? null : p.Adress!.Gata,
            Postnummer = dold ? null : p.Adress!.Postnummer,
            Ort = dold ? null : p.Adress!.Ort,
            Telefon = dold ? null : p.Telefon,
            Sprak = p.Sprak,
            Tolkbehov = p.Tolkbehov,
            Avliden = p.Avliden != null,
            Version = p.Version,
        };
}
