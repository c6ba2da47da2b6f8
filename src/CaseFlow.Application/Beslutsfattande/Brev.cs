using CaseFlow.Domain.Insatser;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>The letter as it will read; a model, rendered as page now and as PDF later.</summary>
/// <param name="Utskick">To the one who sends it, never in the letter: how it reaches a person whose address is protected.</param>
public sealed record BrevVy(
    string Avsandare, string Enhet, string Rubrik, string Arendenummer, string DatumText, IReadOnlyList<string> Mottagare,
    IReadOnlyList<BrevRad> Rader, IReadOnlyList<BrevAvsnitt> Avsnitt, string Underskrift, string? Utskick = null);

/// <param name="Utfall">"Ja.", "Delvis." or "Nej.".</param>
public sealed record BrevRad(string Insats, string Utfall, string Text);

public sealed record BrevAvsnitt(string Rubrik, IReadOnlyList<string> Stycken);

/// <summary>Who the letters come from. The unit's own stands in the settings, <c>CaseFlow:Enhet</c>.</summary>
public static class Brevavsandare
{
    /// <summary>Invented for demo and tests; no letter of a real unit comes from here.</summary>
    public static Overklagandeadress Exempel { get; } = new(
        "Exempelnämnden", "Exempelgatan 1, 128 00 Exempelstad", "Förvaltningsrätten i Exempelstad", "100 00 Exempelstad", "08-465 004 00");
}
