namespace CaseFlow.Domain.Beslutsfattande;

/// <param name="Utfall">Code: <c>bifall</c>, <c>delvis-avslag</c> or <c>avslag</c>.</param>
public sealed record ForslagSkrivet(ArendeId Arende, BeslutId Beslut, string Insatstyp, string Utfall, int Rev) : IHandelse;

/// <summary>The förslag is handed in: complete, and waiting for the one who decides.</summary>
public sealed record BeslutForeslaget(ArendeId Arende, BeslutId Beslut, string Insatstyp, string Utfall) : IHandelse;

/// <param name="Punkt">The point of the delegationsordning that gave the right.</param>
public sealed record BeslutFattat(ArendeId Arende, BeslutId Beslut, string Insatstyp, string Utfall, string Punkt) : IHandelse;

/// <param name="OverklagasSenast">Null when the appeal is not counted from this day.</param>
public sealed record BeslutDelgivet(ArendeId Arende, BeslutId Beslut, DateOnly Delgiven, DateOnly? OverklagasSenast) : IHandelse;

/// <summary>The person received it another day than was first noted.</summary>
/// <param name="OverklagasSenast">As for <see cref="BeslutDelgivet"/>.</param>
public sealed record DelgivningAndrad(ArendeId Arende, BeslutId Beslut, DateOnly Fran, DateOnly Till, DateOnly? OverklagasSenast) : IHandelse;

public sealed record KommuniceringSkickad(
    ArendeId Arende, KommuniceringId Kommunicering, string Satt, DateOnly SvarSenast) : IHandelse;

public sealed record KommuniceringObehovlig(ArendeId Arende, KommuniceringId Kommunicering) : IHandelse;

/// <summary>The person asked for more time, or to speak before the nämnd.</summary>
public sealed record SvarstidForlangd(ArendeId Arende, KommuniceringId Kommunicering, DateOnly SvarSenast) : IHandelse;

public sealed record KommuniceringBesvarad(ArendeId Arende, KommuniceringId Kommunicering, DateOnly Datum) : IHandelse;

public sealed record UnderrattelseSkickad(
    ArendeId Arende, UnderrattelseId Underrattelse, string Satt, DateOnly Datum) : IHandelse;
