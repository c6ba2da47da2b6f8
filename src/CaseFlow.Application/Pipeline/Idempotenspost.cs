using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Pipeline;

/// <summary>The answer once given to a change that carried a key, saved in the same commit as the change.</summary>
public sealed class Idempotenspost
{
    public required AktorSlag AktorSlag { get; init; }
    public required AnvandareId AktorId { get; init; }
    public required string Nyckel { get; init; }
    public required string Typ { get; init; }

    /// <summary>SHA-256 of the request, to tell a repeated request from another one under the same key.</summary>
    public required byte[] Innehallshash { get; init; }

    public required string Svar { get; init; }
    public required DateTimeOffset Tid { get; init; }
}
