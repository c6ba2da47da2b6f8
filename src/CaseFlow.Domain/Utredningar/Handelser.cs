namespace CaseFlow.Domain.Utredningar;

public sealed record UtredningPaborjad(UtredningId Utredning, ArendeId Arende) : IHandelse;

/// <param name="Omrade">Code of a <see cref="Livsomrade"/>.</param>
public sealed record OmradeBeskrivet(UtredningId Utredning, ArendeId Arende, string Omrade, string Status, int Rev) : IHandelse;

public sealed record AnsoktInsatsBeskriven(
    UtredningId Utredning, ArendeId Arende, AnsoktInsatsId AnsoktInsats, string Insatstyp, bool Beskriven) : IHandelse;

public sealed record ValdsfragaBesvarad(UtredningId Utredning, ArendeId Arende, string Utfall) : IHandelse;

public sealed record BedomningSkriven(UtredningId Utredning, ArendeId Arende, int Rev) : IHandelse;

/// <summary>What the indicator "andel utredningar där samtliga ansökta insatser är beskrivna" counts.</summary>
/// <param name="Ansokta">Insatser applied for and still wanted when the utredning was closed.</param>
/// <param name="Beskrivna">How many of these are described.</param>
/// <param name="Kon"><c>kvinna</c>, <c>man</c> or <c>okant</c>.</param>
public sealed record UtredningAvslutad(UtredningId Utredning, ArendeId Arende, int Ansokta, int Beskrivna, string Kon) : IHandelse;

/// <param name="Nr">1 for the first tillägg.</param>
public sealed record UtredningKompletterad(UtredningId Utredning, ArendeId Arende, int Nr) : IHandelse;
