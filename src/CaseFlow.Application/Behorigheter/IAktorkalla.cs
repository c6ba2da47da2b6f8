using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Builds the actor with the rights that hold at a moment, in at most two queries. Asked anew for every call, so that a
/// changed right holds at once.</summary>
public interface IAktorkalla
{
    /// <returns>Null when the user does not exist or is no longer active.</returns>
    Task<Aktor?> ForAnvandare(AnvandareId id, DateTimeOffset nu, CancellationToken ct);

    /// <param name="nyckel">The key as it was shown: <c>cfk_</c> and 43 characters.</param>
    /// <returns>Null when the key is unknown or blocked.</returns>
    Task<Aktor?> ForApiNyckel(string nyckel, CancellationToken ct);

    /// <param name="nyckel">As it was sent; any text.</param>
    /// <returns>Which blocked key it is, or null.</returns>
    Task<ApiNyckelId?> SparradNyckel(string nyckel, CancellationToken ct);
}
