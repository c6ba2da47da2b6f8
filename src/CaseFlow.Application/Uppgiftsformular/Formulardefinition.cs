using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgiftsformular;

/// <summary>A user task's form as it stands in <c>workflows/&lt;key&gt;/forms/&lt;nyckel&gt;.json</c>. Read at start, refused at start when broken.</summary>
/// <param name="Knapp">The verb on the button: "Spara underrättelsen".</param>
public sealed record Formulardefinition(string Nyckel, string Rubrik, string? Ingress, string Knapp, IReadOnlyList<Sektion> Sektioner)
{
    public IEnumerable<Faltdefinition> Falt => Sektioner.SelectMany(s => s.Falt);

    /// <param name="andra">Gives the field as it is to be here, or null when it is not to be asked for.</param>
    public Formulardefinition Med(string falt, Func<Faltdefinition, Faltdefinition?> andra) => this with
    {
        Sektioner = [.. Sektioner.Select(s => s with { Falt = [.. s.Falt.Select(f => f.Namn == falt ? andra(f) : f).OfType<Faltdefinition>()] }).Where(s => s.Falt.Count > 0)],
    };
}

public sealed record Sektion(string? Rubrik, IReadOnlyList<Faltdefinition> Falt);

/// <param name="Namn">Also the name of the process variable.</param>
/// <param name="Max">Longest text in characters; null is 10 000.</param>
/// <param name="VisasNar">FEEL over the form's own values; a field that is not shown is neither demanded nor saved.</param>
public sealed record Faltdefinition(
    string Namn, string Etikett, Falttyp Typ, bool Kravs, string? Hjalp, IReadOnlyList<Alternativ> Alternativ, int? Max, FeelExpression? VisasNar);

/// <summary>Anvandare is a choice among the unit's handläggare, filled by the server.</summary>
public enum Falttyp { Text, Langtext, Datum, Tal, JaNej, Val, Flerval, Anvandare, Information }

public sealed record Alternativ(string Varde, string Text);
