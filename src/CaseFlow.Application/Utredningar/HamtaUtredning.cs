using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Utredningar;

/// <summary>The utredning of an ärende; reading does not begin it.</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record HamtaUtredning(string Nummer) : IQuery<UtredningSvar>;

/// <param name="Uppgift">Open task Utred; null when the utredning is closed or has not been reached.</param>
public sealed record UtredningSvar(
    ArendeHuvud Huvud, Guid? Uppgift, bool Avslutad, IReadOnlyList<OmradeVy> Omraden, IReadOnlyList<AnsoktBeskrivningVy> Insatser,
    ValdsfragaVy Valdsfraga, BedomningVy Bedomning, IReadOnlyList<FristVy> Frister, IReadOnlyList<TidslinjeRad> Tidslinje,
    IReadOnlyList<string> SaknasForAvslut);

/// <param name="Status">ej-borjad, pagar, klar, ej-aktuell.</param>
public sealed record OmradeVy(
    string Kod, string Namn, string Status, string? EgnaOrd, string? Beskrivning, int? Bedomt, int? Avsett, string? Mal, string? Kalla,
    DateOnly? Kalldatum, int Rev, string? SparatAv, DateTimeOffset? Sparat);

public sealed record AnsoktBeskrivningVy(
    long Id, string Typ, string Namn, string Onskemal, string? Text, decimal? SoktOmfattning, string Enhet, bool Beskriven, int Rev);

/// <summary>Whether the question was asked, never what was answered.</summary>
public sealed record ValdsfragaVy(string? Utfall, string? Orsak, DateOnly? Datum, string? Text);

public sealed record BedomningVy(string? SamladBedomning, string? RelateradeFaktorer, string? Barnperspektiv, bool BarnIHemmet, int Rev);
