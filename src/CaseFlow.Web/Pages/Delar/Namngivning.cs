using System.Globalization;
using System.Text;

namespace CaseFlow.Web.Pages.Delar;

/// <summary>Ids from headings: ASCII, lower case, hyphens ("Senaste händelser" -> "senaste-handelser").</summary>
public static class Namngivning
{
    public static string Ascii(string text)
    {
        var id = new StringBuilder(text.Length);
        foreach (var tecken in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(tecken))
                id.Append(char.ToLowerInvariant(tecken));
            else if (CharUnicodeInfo.GetUnicodeCategory(tecken) != UnicodeCategory.NonSpacingMark && id.Length > 0 && id[^1] != '-')
                id.Append('-');
        }

        return id.ToString().TrimEnd('-');
    }
}
