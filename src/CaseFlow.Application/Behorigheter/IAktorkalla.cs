using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Builds the actor with the rights that hold at a moment, in at most two queries. Asked anew for every call, so that a
/// changed right holds at once.</summary>
public interface IAktorkalla
{
    /// <returns>Null when the user does not exist or is no longer active.</returns>
    Task<Aktor?> ForAnvandare(AnvandareId id, DateTimeOffset nu, CancellationToken ct);

    /// <summary>The system that the key belongs to or, for a personal key, the person with what both she and the key may.</summary>
    /// <param name="nyckel">The key as it was shown: <c>cfk_</c> and 43 characters.</param>
    /// <returns>Null when the key is unknown or blocked or its last day has passed, and when the one whose it is has left or has no uppdrag today.</returns>
    Task<Aktor?> ForApiNyckel(string nyckel, DateTimeOffset nu, CancellationToken ct);

    /// <param name="nyckel">As it was sent; any text.</param>
    /// <returns>Which known key it is that does not open, and why; null for a key that nobody has had.</returns>
    Task<AvvisadNyckel?> Avvisad(string nyckel, DateTimeOffset nu, CancellationToken ct);
}

/// <param name="Kod"><c>NYCKEL_SPARRAD</c>, <c>NYCKEL_UTGANGEN</c>, or <c>NYCKEL_UTAN_INNEHAVARE</c> when the one whose it is may no longer do anything here.</param>
public sealed record AvvisadNyckel(ApiNyckelId Nyckel, string Kod);
