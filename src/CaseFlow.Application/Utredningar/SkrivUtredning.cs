using CaseFlow.Application.Pipeline;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Utredningar;

/// <summary>Writes one livsområde. <paramref name="Rev"/> is the copy it was written from: an older one is refused with INAKTUELL_KOPIA.</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record SkrivOmrade(
    string Nummer, string Omrade, int Rev, string? EgnaOrd, string? Beskrivning, int? Bedomt, int? Avsett, string? Mal, string? Kalla,
    DateOnly? Kalldatum, string Status) : ICommand<Sparat>;

/// <summary>Describes one ansökt insats, with the scope that was applied for.</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record BeskrivInsats(string Nummer, long AnsoktInsats, int Rev, string? Text, decimal? SoktOmfattning) : ICommand<Sparat>;

/// <summary>Says whether the question about violence was asked; the answer itself is never written here.</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record BesvaraValdsfraga(string Nummer, string Utfall, string? Orsak, DateOnly Datum) : ICommand<Sparat>;

/// <summary>Writes the assessment as a whole.</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record SkrivBedomning(
    string Nummer, int Rev, string? SamladBedomning, string? RelateradeFaktorer, string? Barnperspektiv) : ICommand<Sparat>;

/// <summary>Closes the utredning and moves the process on.</summary>
/// <param name="SkalForObeskrivna">Why an ansökt insats is not described; without it such a utredning is not closed.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record AvslutaUtredning(Guid Uppgift, int Version, string? SkalForObeskrivna) : ICommand<Uppgifter.SlutfordUppgift>;

public sealed record Sparat(DateTimeOffset Tid, int Rev);
