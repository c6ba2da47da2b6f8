using System.Globalization;
using CaseFlow.Application;
using CaseFlow.Application.Uppgiftsformular;

namespace CaseFlow.Web.Pages.Delar.Uppgiftsformular;

/// <summary>Answers as the reader sees them, and as the browser posts them.</summary>
public static class Svarstext
{
    public static IReadOnlyList<Alternativ> JaNej { get; } = [new("ja", "Ja"), new("nej", "Nej")];

    /// <summary>The text of a stored value; the value itself when the definition does not know it.</summary>
    public static string For(Faltdefinition falt, string varde)
    {
        if (falt.Typ is Falttyp.Datum && DateOnly.TryParseExact(varde, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag))
            return Datumtext.Lang(dag);
        var val = falt.Typ is Falttyp.JaNej ? JaNej : falt.Alternativ;
        return val.FirstOrDefault(a => a.Varde == varde)?.Text ?? varde;
    }

    /// <summary>
    /// The posted answers to the form's questions: unknown names are never read, empty answers left out. Which fields apply is
    /// decided where the task is completed.
    /// </summary>
    public static IReadOnlyDictionary<string, string[]> Las(Formulardefinition definition, IFormCollection skickat) => definition.Falt
        .Where(f => f.Typ is not Falttyp.Information)
        .Select(f => (f.Namn, Svar: skickat[f.Namn].OfType<string>().Select(s => s.Trim()).Where(s => s.Length > 0).ToArray()))
        .Where(f => f.Svar.Length > 0)
        .ToDictionary(f => f.Namn, f => f.Svar, StringComparer.Ordinal);
}
