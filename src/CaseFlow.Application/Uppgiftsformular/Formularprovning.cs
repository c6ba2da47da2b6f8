using CaseFlow.Domain;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgiftsformular;

/// <summary>Checks what was typed against the form and turns it into typed values. The same rules whatever the browser did.</summary>
public static class Formularprovning
{
    /// <param name="fakta">What the form's expressions may ask for (<see cref="Faktakatalog"/>).</param>
    /// <returns>The values of the shown fields by name (empty optional ones left out), or <c>OGILTIGT</c> with a fault per field.</returns>
    public static Result<FeelContext> Prova(Formulardefinition formular, IReadOnlyDictionary<string, string[]> svar, FeelContext fakta, DateTimeOffset nu)
    {
        var fel = new List<FieldError>();
        var kanda = formular.Falt.Where(f => f.ArFraga).Select(f => f.Namn).ToHashSet(StringComparer.Ordinal);
        fel.AddRange(svar.Keys.Where(n => !kanda.Contains(n)).Select(n => new FieldError(n, $"Formuläret har ingen fråga som heter {n}. Läs in sidan igen och svara på frågorna där.")));

        var bild = Formularbild.Av(formular, svar, fakta, nu);
        var varden = FeelContext.Empty;
        foreach (var falt in formular.Falt.Where(f => f.ArFraga && bild.Lagen[f.Namn].Visas))
        {
            var tolkat = bild.Svar(falt);
            if ((tolkat.Fel ?? Hinder(falt, tolkat, bild)) is { } hinder) fel.Add(new(falt.Namn, hinder));
            if (tolkat.Sparas is not FeelNull) varden = varden.With(falt.Namn, tolkat.Sparas);
        }
        return fel.Count > 0 ? Error.Invalid([.. fel]) : varden;
    }

    /// <summary>Which questions apply and must be answered, with what is answered so far.</summary>
    public static IReadOnlyDictionary<string, Faltlage> Lagen(
        Formulardefinition formular, IReadOnlyDictionary<string, string[]> svar, FeelContext fakta, DateTimeOffset nu) => Formularbild.Av(formular, svar, fakta, nu).Lagen;

    private static string? Hinder(Faltdefinition falt, Svarstolkning svar, Formularbild bild) => svar.Varde is FeelNull
        ? bild.Lagen[falt.Namn].Kravs ? Saknas(falt) : null
        : bild.Brott(falt);

    /// <summary>Names the question: in the summary the sentence stands far from its field.</summary>
    private static string Saknas(Faltdefinition falt) =>
        falt.Etikett.EndsWith('?') ? $"Svara på frågan: {falt.Etikett}" : $"Fyll i: {falt.Etikett}.";
}
