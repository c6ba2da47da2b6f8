using System.Globalization;
using CaseFlow.Domain;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgiftsformular;

/// <summary>Checks what was typed against the form and turns it into typed values. The same rules whatever the browser did.</summary>
public static class Formularprovning
{
    private const int Standardmax = 10_000;

    /// <returns>The values of the shown fields by name (empty optional ones left out), or <c>OGILTIGT</c> with a fault per field.</returns>
    public static Result<FeelContext> Prova(Formulardefinition formular, IReadOnlyDictionary<string, string[]> svar, DateTimeOffset nu)
    {
        var fel = new List<FieldError>();
        var kanda = formular.Falt.ToDictionary(f => f.Namn, StringComparer.Ordinal);
        fel.AddRange(svar.Keys.Where(n => !kanda.ContainsKey(n)).Select(n => new FieldError(n, $"Formuläret har ingen fråga som heter {n}. Läs in sidan igen och svara på frågorna där.")));

        // Först läses allt som har rätt form, sedan avgörs vilka fält som visas, sist vad som saknas bland dem.
        var tolkade = formular.Falt.Aggregate(FeelContext.Empty, (c, f) => c.With(f.Namn, Tolka(f, Varden(svar, f), [])));
        var varden = FeelContext.Empty;
        foreach (var falt in formular.Falt.Where(f => f.Typ != Falttyp.Information && Visas(f, tolkade, nu)))
        {
            var egna = new List<FieldError>();
            var varde = Tolka(falt, Varden(svar, falt), egna);
            if (egna.Count == 0 && varde is FeelNull && falt.Kravs) egna.Add(new(falt.Namn, Saknas(falt)));
            fel.AddRange(egna);
            if (varde is not FeelNull) varden = varden.With(falt.Namn, varde);
        }
        return fel.Count > 0 ? Error.Invalid([.. fel]) : varden;
    }

    public static bool Visas(Faltdefinition falt, FeelContext varden, DateTimeOffset nu) =>
        falt.VisasNar is null || falt.VisasNar.Evaluate(varden, new FeelEnvironment(nu)).Value is FeelBoolean { Value: true };

    private static string[] Varden(IReadOnlyDictionary<string, string[]> svar, Faltdefinition falt) =>
        [.. (svar.GetValueOrDefault(falt.Namn) ?? []).Select(v => v.ReplaceLineEndings("\n").Trim()).Where(v => v.Length > 0)];

    private static FeelValue Tolka(Faltdefinition falt, string[] varden, List<FieldError> fel)
    {
        if (varden.Length == 0) return FeelValue.Null;
        FeelValue Fel(string text)
        {
            fel.Add(new(falt.Namn, text));
            return FeelValue.Null;
        }
        if (falt.Typ == Falttyp.Flerval)
        {
            return varden.All(v => falt.Alternativ.Any(a => a.Varde == v))
                ? FeelList.Of(varden.Distinct(StringComparer.Ordinal).Select(FeelValue.FromString)) : Fel("Välj bland alternativen.");
        }
        if (varden.Length > 1) return Fel("Ge ett svar.");
        var text = varden[0];
        return falt.Typ switch
        {
            Falttyp.Text or Falttyp.Langtext => text.Length <= (falt.Max ?? Standardmax) ? text : Fel($"Högst {falt.Max ?? Standardmax} tecken."),
            Falttyp.Datum => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag)
                && dag.Year is >= 1900 and <= 2200
                ? dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Fel("Skriv datumet som ÅÅÅÅ-MM-DD."),
            Falttyp.Tal => decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture, out var tal) && Math.Abs(tal) < 1_000_000_000 ? tal : Fel("Skriv ett tal."),
            Falttyp.JaNej => text is "ja" or "nej" ? text : Fel("Välj ja eller nej."),
            Falttyp.Val => falt.Alternativ.Any(a => a.Varde == text) ? text : Fel("Välj bland alternativen."),
            Falttyp.Anvandare => text.Length <= 19 && text.All(char.IsAsciiDigit) ? text : Fel("Välj en handläggare."),
            Falttyp.Information or Falttyp.Flerval => FeelValue.Null,
        };
    }

    /// <summary>Names the question: in the summary the sentence stands far from its field.</summary>
    private static string Saknas(Faltdefinition falt) =>
        falt.Etikett.EndsWith('?') ? $"Svara på frågan: {falt.Etikett}" : $"Fyll i: {falt.Etikett}.";
}
