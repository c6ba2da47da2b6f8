namespace CaseFlow.Domain.Indikatorer;

// Rummet Indikatorer: vad som mäts, hur en rad i stadens ledningssystem (ILS) räknas,
// och underlaget - en rad per händelse, så att varje siffra kan öppnas.
// Här finns inga personuppgifter utöver kön.

/// <summary>What an indicator measures and aims at.</summary>
/// <param name="Kod">Stable code, upper case.</param>
/// <param name="Arsmal">The unit's goal of the year as text: it may be a figure or a sentence.</param>
/// <param name="KfArsmal">The goal of kommunfullmäktige; null when there is none.</param>
/// <param name="Handelse">The event each row comes from.</param>
public sealed record Indikatordefinition(string Kod, string Namn, string Arsmal, string? KfArsmal, string Periodicitet, string Handelse);

public static class IndikatorKatalog
{
    /// <summary>Share of investigations in which every insats that was sought is described.</summary>
    // Verksamhetsplanens enhetsmål om rättssäker handläggning: 90 %, per tertial
    public static Indikatordefinition SamtligaInsatserBeskrivna { get; } = new(
        "SAMTLIGA_INSATSER_BESKRIVNA", "Andel utredningar där samtliga ansökta insatser är beskrivna", "90 %", null, "Tertial", "UtredningAvslutad");

    public static IReadOnlyList<Indikatordefinition> Alla { get; } = [SamtligaInsatserBeskrivna];

    public static Indikatordefinition? Hitta(string kod) => Alla.FirstOrDefault(d => string.Equals(d.Kod, kod, StringComparison.Ordinal));
}
