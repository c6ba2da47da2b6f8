using CaseFlow.Application.Uppgiftsformular;

namespace CaseFlow.Web.Pages.Delar.Uppgiftsformular;

/// <summary>Answers as the browser posts them.</summary>
public static class Svarsintag
{
    /// <summary>
    /// The posted answers to the form's questions: unknown names are never read, empty answers left out. Which fields apply is
    /// decided where the task is completed.
    /// </summary>
    public static IReadOnlyDictionary<string, string[]> Las(Formulardefinition definition, IFormCollection skickat) => definition.Falt
        .Where(f => f.ArFraga)
        .Select(f => (f.Namn, Svar: skickat[f.Namn].OfType<string>().Select(s => s.Trim()).Where(s => s.Length > 0).ToArray()))
        .Where(f => f.Svar.Length > 0)
        .ToDictionary(f => f.Namn, f => f.Svar, StringComparer.Ordinal);

    /// <summary>All that was posted but what is the page's own: which fields there are is known where the task is.</summary>
    public static IReadOnlyDictionary<string, string[]> Allt(IFormCollection skickat) => skickat
        .Where(f => f.Key is not "version" && !f.Key.StartsWith('_'))
        .ToDictionary(f => f.Key, f => f.Value.OfType<string>().Select(v => v.Trim()).Where(v => v.Length > 0).ToArray(), StringComparer.Ordinal);
}
