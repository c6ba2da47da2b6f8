using System.Text.RegularExpressions;

namespace CaseFlow.Application.Uppgiftsformular;

/// <summary>A condition in one of the shapes that a browser can follow while one answers, and that can be put into words: one question compared
/// with what stands in the form. The server evaluates the whole FEEL expression when the form is sent, so this only hides and shows.</summary>
/// <param name="Lika">Holds when the answer is one of the values; else when it is none of them, which an empty answer is too.</param>
public sealed partial record Visningsvillkor(string Falt, bool Lika, IReadOnlyList<string> Varden)
{
    /// <summary>Null when the expression says more than that.</summary>
    public static Visningsvillkor? Fran(string feel)
    {
        var traff = Jamforelse().Match(feel);
        if (!traff.Success) return null;
        var lika = traff.Groups["hur"].Value != "!=" ^ traff.Groups["inte"].Success;
        return new(traff.Groups["falt"].Value, lika, [.. traff.Groups["varde"].Captures.Select(c => c.Value)]);
    }

    /// <summary>"Fyll i om du svarade ”Ja” på ”Ska den starta?”."; null when the question is not in the form.</summary>
    /// <param name="borja">"Fyll i om", "Krävs om".</param>
    public string? IOrd(Formulardefinition formular, string borja)
    {
        if (formular.Falt.FirstOrDefault(f => f.Namn == Falt) is not { } fraga) return null;
        var texter = Varden.Select(v => $"”{Text(fraga, v)}”").ToList();
        var svar = texter.Count == 1 ? texter[0] : $"{string.Join(", ", texter[..^1])} eller {texter[^1]}";
        return $"{borja} du {(Lika ? "svarade" : "inte svarade")} {svar} på ”{fraga.Etikett}”.";
    }

    private static string Text(Faltdefinition fraga, string varde) => fraga.Typ is Falttyp.JaNej
        ? Datumtext.MedStorBokstav(varde)
        : fraga.Alternativ.FirstOrDefault(a => a.Varde == varde)?.Text ?? varde;

    [GeneratedRegex(
        """
        ^\s*(?:(?<falt>[A-Za-z][A-Za-z0-9_]*)\s*(?<hur>!?=)\s*"(?<varde>[^"\\|]*)"
        |(?<inte>not\s*\()\s*(?<falt>[A-Za-z][A-Za-z0-9_]*)\s*=\s*"(?<varde>[^"\\|]*)"\s*\)
        |(?<falt>[A-Za-z][A-Za-z0-9_]*)\s+in\s*\(\s*"(?<varde>[^"\\|]*)"(?:\s*,\s*"(?<varde>[^"\\|]*)")+\s*\)
        |list\ contains\(\s*(?<falt>[A-Za-z][A-Za-z0-9_]*)\s*,\s*"(?<varde>[^"\\|]*)"\s*\))\s*$
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Jamforelse();
}
