using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Application.Personer;

/// <summary>A person as the actor may see her. For a protected person the database itself gives the substitute and nulls: the real
/// data never reaches the product's memory, so no page, list, export or log can leak it.</summary>
/// <param name="Skyddad">The person has protection.</param>
/// <param name="Dold">The data is withheld from this actor now.</param>
/// <param name="Identitet">Null when withheld.</param>
public sealed record PersonVisning(
    PersonId Id, Guid PublikId, bool Skyddad, bool Dold, string Namn, Personidentitet? Identitet, string? Gata, string? Postnummer, string? Ort,
    string? Telefon, string Sprak, bool Tolkbehov, bool Avliden)
{
    public const string Skyddade = "Skyddade uppgifter";
}

/// <summary>The one way for a query to read persons (an architecture test holds it).</summary>
public static class PersonVisningar
{
    /// <summary>All persons, masked for the actor at the moment. Filter and join on it: it stays one SQL statement.</summary>
    /// <remarks>Shown in clear only while a <see cref="SkyddVisning"/> of the actor's own holds.</remarks>
    public static IQueryable<PersonVisning> SomVisas(this CaseFlowDb db, Aktor aktor, DateTimeOffset nu)
    {
        var id = aktor.Id;
        return
            from p in db.Personer
            let dold = p.Skydd != Skydd.Ingen
                && !db.SkyddVisningar.Any(v => v.AnvandareId == id && v.PersonId == p.Id && v.Fran <= nu && v.Tom > nu)
            select new PersonVisning(
                p.Id,
                p.PublikId,
                p.Skydd != Skydd.Ingen,
                dold,
                dold ? PersonVisning.Skyddade : p.Fornamn + " " + p.Efternamn,
                dold ? null : p.Identitet,
                dold ? null : p.Adress!.Gata,
                dold ? null : p.Adress!.Postnummer,
                dold ? null : p.Adress!.Ort,
                dold ? null : p.Telefon,
                p.Sprak,
                p.Tolkbehov,
                p.Avliden != null);
    }
}
