namespace CaseFlow.Domain.Handlingar;

public sealed record RegistreradHandling(Handling Handling, HandlingRegistrerad Handelse);

/// <param name="Dag">The day it came in, was drawn up or was sent.</param>
public sealed record HandlingRegistrerad(ArendeId Arende, HandlingId Handling, int Nr, Handlingsslag Slag, DateOnly Dag, Filtyp Typ) : IHandelse;

public sealed record HandlingMakulerad(ArendeId Arende, HandlingId Handling, int Nr) : IHandelse;
