using CaseFlow.Application.Pipeline;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Indikatorer;

/// <summary>The unit's indicators in the ILS shape for a tertial or a year.</summary>
/// <param name="Period">"2026-T2" or "2026"; null is the present tertial.</param>
[Kraver(Behorighet.LasaIndikatorer)]
public sealed record HamtaIndikatorer(string? Period = null) : IQuery<IndikatorSvar>;

public sealed record IndikatorSvar(string Period, IReadOnlyList<string> Perioder, IReadOnlyList<IlsRadVy> Rader);

/// <summary>Indikator, Periodens utfall, Utfall män, Utfall kvinnor, Utfall VB föregående år, Prognos helår, Årsmål, KF:s årsmål, Period.</summary>
/// <param name="Lage">nar, nara, nar-inte or for-lite-underlag.</param>
public sealed record IlsRadVy(
    string Kod, string Namn, string Utfall, string Man, string Kvinnor, string ForegaendeAr, string Prognos, string Arsmal, string KfArsmal,
    string Periodicitet, string Lage, int Taljare, int Namnare);

/// <summary>The events behind a figure. Ärenden the actor may not see are shown by event only.</summary>
[Kraver(Behorighet.LasaIndikatorer)]
public sealed record HamtaIndikatorUnderlag(string Kod, string Period, string? Kon = null, long? Efter = null, int Antal = 50) : IQuery<IndikatorUnderlag>;

public sealed record IndikatorUnderlag(
    IlsRadVy Rad, string Definition, int DefinitionVersion, int Raknas, int RaknasInte, int KonSaknas, IReadOnlyList<UnderlagRad> Handelser, long? Nasta,
    IReadOnlyList<TidsserieRad> Tidsserie);

public sealed record UnderlagRad(
    long HandelseId, string Handelse, DateTimeOffset Tid, string? Arendenummer, int Ansokta, int Beskrivna, string Kon, bool Raknas, string Kedja, long Seq);

public sealed record TidsserieRad(string Period, decimal? Totalt, decimal? Man, decimal? Kvinnor, int Antal);
