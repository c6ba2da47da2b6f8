using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Audit;

/// <summary>One line of the audit trail: who did or saw what, when, in which ärende, on what ground. Ids and codes only, never
/// personal text, so that gallring and an unbroken chain can both hold. Append-only.</summary>
public sealed class AuditHandelse
{
    public required HandelseId Id { get; init; }

    /// <summary><c>arende:123</c>, or <c>enhet:5:2026-11-21</c> for what belongs to no ärende.</summary>
    public required string Kedja { get; init; }

    /// <summary>Place in the chain, from 1 without gaps.</summary>
    public required long Seq { get; init; }

    public required DateTimeOffset Tid { get; init; }
    public required AktorSlag AktorSlag { get; init; }
    public required AnvandareId AktorId { get; init; }
    public required EnhetId EnhetId { get; init; }
    public ArendeId? ArendeId { get; init; }

    /// <summary>The event's type (<c>BeslutFattat</c>) or, when the use case recorded none, the request's (<c>HamtaIdag</c>).</summary>
    public required string Typ { get; init; }

    public required int TypVersion { get; init; }
    public required Auditutfall Utfall { get; init; }

    /// <summary>The code of a refusal or failure.</summary>
    public string? Kod { get; init; }

    /// <summary>Why the actor was let in.</summary>
    public string? Grund { get; init; }

    /// <summary>The event's ids and codes as JSON.</summary>
    public required string Data { get; init; }

    /// <summary>The database transaction (PostgreSQL), so that a projector never passes one that commits late; 0 elsewhere.</summary>
    public required long Xid { get; init; }

    public required byte[] ForegaendeHash { get; init; }
    public required byte[] Hash { get; init; }
}

public enum Auditutfall { Ok, Nekad, Fel }

/// <summary>The last link of a chain. Apart from the ärende's own row: a read must not make a writer's copy stale.</summary>
public sealed class AuditHuvud
{
    public required string Kedja { get; init; }
    public required long Seq { get; set; }
    public required byte[] Hash { get; set; }
}
