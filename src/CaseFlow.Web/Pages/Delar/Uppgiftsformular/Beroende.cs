using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Web.Pages.Delar.Uppgiftsformular;

/// <summary>A condition of the form as the page needs it: in words for whoever has no script, and for the script what it can follow itself.</summary>
/// <param name="Ord">"Fyll i om du svarade ”Ja” på ”Ska den starta?”."</param>
/// <param name="Attribut">For the script. A condition it cannot follow is asked of the server (<see cref="Formularvisning"/>).</param>
public sealed record Beroende(string? Ord, IReadOnlyDictionary<string, object> Attribut)
{
    /// <param name="falt">The names of the fields it shows.</param>
    /// <returns>Null when there is no condition.</returns>
    public static Beroende? Av(Formulardefinition formular, FeelExpression? nar, string? ord, IEnumerable<string> falt)
    {
        if (nar is null) return null;
        var enkelt = Visningsvillkor.Fran(nar.Source);
        return new(ord ?? enkelt?.IOrd(formular, "Fyll i om"), enkelt is { } v
            ? new Dictionary<string, object>(StringComparer.Ordinal) { ["data-visas-nar"] = v.Falt, ["data-visas-lika"] = v.Lika ? "ja" : "nej", ["data-visas-varde"] = string.Join('|', v.Varden) }
            : new Dictionary<string, object>(StringComparer.Ordinal) { ["data-visas-fraga"] = string.Join(' ', falt) });
    }

    /// <summary>When an answer is demanded, in words; null when it always or never is.</summary>
    public static string? Kravs(Formulardefinition formular, Faltdefinition falt) =>
        falt.KravsNar is { } nar ? falt.KravsText ?? Visningsvillkor.Fran(nar.Source)?.IOrd(formular, "Krävs om") : null;

    /// <summary>The questions that the server must be asked again about when they are answered; empty when the script can follow everything.</summary>
    public static IReadOnlyList<string> Fragas(Formulardefinition formular)
    {
        var namn = formular.Falt.Select(f => f.Namn).ToHashSet(StringComparer.Ordinal);
        return [.. formular.Sektioner.Select(s => s.VisasNar).Concat(formular.Falt.Select(f => f.VisasNar)).OfType<FeelExpression>()
            .Where(u => Visningsvillkor.Fran(u.Source) is null).SelectMany(u => u.Uses.References).Select(r => r.Name).Where(namn.Contains).Distinct(StringComparer.Ordinal)];
    }
}
