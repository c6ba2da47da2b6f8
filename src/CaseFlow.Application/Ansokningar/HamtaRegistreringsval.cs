using CaseFlow.Application.Pipeline;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Ansokningar;

/// <summary>The choices of the page Registrera ansökan: channels, insatstyper, languages, roles.</summary>
[Kraver(Behorighet.RegistreraAnsokan)]
public sealed record HamtaRegistreringsval : IQuery<Registreringsval>;

public sealed record Registreringsval(
    IReadOnlyList<Val> Kanaler, IReadOnlyList<Val> Insatstyper, IReadOnlyList<Val> Sprak, IReadOnlyList<Val> Ombudsroller,
    IReadOnlyList<Val> Skydd, IReadOnlyList<Val> Ombudsomfattning);

public sealed record Val(string Kod, string Text);
