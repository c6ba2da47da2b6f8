using CaseFlow.Domain.Insatser;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>The letter as it will read; a model, rendered as page now and as PDF later.</summary>
public sealed record BrevVy(
    string Avsandare, string Enhet, string Rubrik, string Arendenummer, string DatumText, IReadOnlyList<string> Mottagare,
    IReadOnlyList<BrevRad> Rader, IReadOnlyList<BrevAvsnitt> Avsnitt, string Underskrift);

/// <param name="Utfall">"Ja.", "Delvis." or "Nej.".</param>
public sealed record BrevRad(string Insats, string Utfall, string Text);

public sealed record BrevAvsnitt(string Rubrik, IReadOnlyList<string> Stycken);

/// <summary>Who the letters come from until the unit has given its own; replaced by the host's configuration.</summary>
public static class Brevavsandare
{
    /// <summary>An example: a real unit checks every line before the first letter.</summary>
    public static Overklagandeadress Exempel { get; } = new(
        "Skarpnäcks stadsdelsnämnd", "Box 5117, 121 17 Johanneshov", "Förvaltningsrätten i Stockholm", "115 76 Stockholm", "08-508 15 000");
}
