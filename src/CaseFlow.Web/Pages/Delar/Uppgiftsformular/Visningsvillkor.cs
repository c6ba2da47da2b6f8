using System.Text.RegularExpressions;

namespace CaseFlow.Web.Pages.Delar.Uppgiftsformular;

/// <summary>
/// A field's condition in the one shape the browser can follow while one answers: <c>falt = "varde"</c> or <c>falt != "varde"</c>.
/// The server evaluates the whole FEEL expression when the form is sent, so this only hides and shows.
/// </summary>
public sealed partial record Visningsvillkor(string Falt, bool Lika, string Varde)
{
    /// <summary>Null when the expression says more than that; the field is then always shown.</summary>
    public static Visningsvillkor? Fran(string feel)
    {
        var traff = Jamforelse().Match(feel);
        return traff.Success ? new(traff.Groups["falt"].Value, traff.Groups["hur"].Value == "=", traff.Groups["varde"].Value) : null;
    }

    [GeneratedRegex("""^\s*(?<falt>[A-Za-z][A-Za-z0-9_-]*)\s*(?<hur>=|!=)\s*"(?<varde>[^"\\]*)"\s*$""", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Jamforelse();
}
