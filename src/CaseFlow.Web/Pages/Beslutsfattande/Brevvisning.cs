using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Web.Pages.Delar;

namespace CaseFlow.Web.Pages.Beslutsfattande;

/// <summary>The letter of the answer as the letter of the page.</summary>
internal static class Brevvisning
{
    /// <param name="viktig">The insats whose row is marked: the one being written.</param>
    public static Brevinnehall Brev(BrevVy brev, string? viktig = null) => new(
        brev.Avsandare, brev.Enhet, Slag(brev), brev.Arendenummer, brev.DatumText, string.Join('\n', brev.Mottagare), brev.Rubrik, "",
        [.. brev.Rader.Select(r => new Brevrad(r.Insats, r.Utfall, r.Text, r.Insats == viktig))],
        [.. brev.Avsnitt.SelectMany(Stycken)], brev.Underskrift);

    private static string Slag(BrevVy brev) => brev.Rubrik.StartsWith("Förslag", StringComparison.Ordinal) ? "Utkast" : "Beslut";

    private static IEnumerable<Brevstycke> Stycken(BrevAvsnitt avsnitt) =>
        avsnitt.Stycken.Select((text, i) => new Brevstycke(i == 0 && avsnitt.Rubrik.Length > 0 ? avsnitt.Rubrik : null, text));
}
