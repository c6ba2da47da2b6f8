using CaseFlow.Application.Pipeline;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Avvikelser;

/// <summary>A report in three fields; coding is the investigator's.</summary>
[Kraver(Behorighet.RapporteraAvvikelse)]
public sealed record RapporteraAvvikelse(string Vad, string NarVar, string Atgard) : ICommand<RapporteradAvvikelse>;

public sealed record RapporteradAvvikelse(Guid Id, string Nummer);

/// <summary>The unit's reports, newest first, for its chef.</summary>
[Kraver(Behorighet.HandlaggaAvvikelse)]
public sealed record ListaAvvikelser(string? Efter = null, int Antal = 50) : IQuery<AvvikelseLista>;

public sealed record AvvikelseLista(IReadOnlyList<AvvikelseRad> Rader, string? Nasta, int Nya);

public sealed record AvvikelseRad(
    Guid Id, string Nummer, string Vad, string NarVar, string Atgard, DateTimeOffset Rapporterad, string Rapportor, string Status, int Version);

/// <summary>The chef says that the report is read.</summary>
[Kraver(Behorighet.HandlaggaAvvikelse)]
public sealed record TaEmotAvvikelse(Guid Id, int Version) : ICommand<Domain.Done>;
