using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

/// <summary>A key for another system. Only its hash is kept: the key itself is shown once, when it is made.</summary>
public sealed class ApiNyckel
{
    public required AnvandareId Id { get; init; }
    public required string Namn { get; init; }

    /// <summary>SHA-256 of the key's 32 random bytes.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The unit the key works for; null for the whole organisation.</summary>
    public EnhetId? EnhetId { get; init; }

    public required IReadOnlyList<Behorighet> Behorigheter { get; init; }
    public required DateTimeOffset Skapad { get; init; }
    public DateTimeOffset? GallerTill { get; init; }
    public DateTimeOffset? Aterkallad { get; set; }
}
