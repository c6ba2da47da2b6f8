namespace CaseFlow.Domain.Journal;

/// <param name="Handelse">One of the events of this file.</param>
public sealed record SkrivenAnteckning(Anteckning Anteckning, IHandelse Handelse);

/// <param name="Dag">The day it happened.</param>
public sealed record AnteckningSkriven(ArendeId Arende, AnteckningId Anteckning, int Nr, Anteckningsslag Slag, DateOnly Dag) : IHandelse;

/// <param name="Rattar">The number of the note that was wrong.</param>
public sealed record AnteckningRattad(ArendeId Arende, AnteckningId Anteckning, int Nr, int Rattar) : IHandelse;

/// <param name="Mot">The number of the note it is held against; null when it is held against something else in the akt.</param>
public sealed record InvandningNoterad(ArendeId Arende, AnteckningId Anteckning, int Nr, int? Mot) : IHandelse;

public sealed record AnteckningStruken(ArendeId Arende, AnteckningId Anteckning, int Nr) : IHandelse;
