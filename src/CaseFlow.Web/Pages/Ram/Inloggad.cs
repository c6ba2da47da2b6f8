using System.Globalization;
using System.Security.Claims;

namespace CaseFlow.Web.Pages.Ram;

/// <summary>Who the shell greets and what the menu may offer. Rights are decided in the use cases; this only composes the menu.</summary>
/// <param name="Titel">"Biståndshandläggare"; shown under the name.</param>
/// <param name="Formagor">Names of <c>Behorighet</c>.</param>
/// <param name="AttGranska">How much waits for the chef's eyes, as of a few seconds ago.</param>
public sealed record Inloggad(string Namn, string? Titel, string? Enhet, IReadOnlySet<string> Formagor, int AttGranska = 0)
{
    public const string TitelClaim = "titel";
    public const string EnhetClaim = "enhetsnamn";
    public const string FormagaClaim = "behorighet";
    public const string GranskaClaim = "attgranska";

    /// <summary>From the signed-in principal; null when nobody is signed in.</summary>
    public static Inloggad? Fran(ClaimsPrincipal? user) => user?.Identity is not { IsAuthenticated: true } identitet
        ? null
        : new(identitet.Name ?? "Inloggad", user.FindFirstValue(TitelClaim), user.FindFirstValue(EnhetClaim),
            user.FindAll(FormagaClaim).Select(c => c.Value).ToHashSet(StringComparer.Ordinal),
            int.TryParse(user.FindFirstValue(GranskaClaim), CultureInfo.InvariantCulture, out var antal) ? antal : 0);

    /// <summary>"Karin Sandgren" -> "KS".</summary>
    public string Initialer
    {
        get
        {
            var delar = Namn.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return delar.Length switch { 0 => "", 1 => delar[0][..1], _ => string.Concat(delar[0][..1], delar[^1][..1]) };
        }
    }
}
