using CaseFlow.Domain;

namespace CaseFlow.Application.Behorigheter;

/// <summary>When a user was here last and the time before that: what "nytt sedan sist" counts from.</summary>
public sealed class Besok
{
    public required AnvandareId AnvandareId { get; init; }
    public required DateTimeOffset Senast { get; set; }
    public DateTimeOffset? Foregaende { get; set; }
}
