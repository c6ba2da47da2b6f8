using System.Globalization;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgiftsformular;

/// <summary>The answers a form begins with. A value that the field could not take is left out: a default never stands in the way.</summary>
internal static class Forifyllning
{
    /// <param name="redan">What the ärende already knows: it goes before the form's own.</param>
    public static IReadOnlyDictionary<string, string[]> Av(
        Formulardefinition formular, IReadOnlyDictionary<string, string[]> redan, FeelContext fakta, DateTimeOffset nu)
    {
        if (formular.Falt.All(f => f.Forifyll is null)) return redan;
        var svar = new Dictionary<string, string[]>(redan, StringComparer.Ordinal);
        var varden = formular.Falt.Aggregate(fakta, (c, f) => c.With(f.Namn, Svarstolkning.Av(f, svar).Varde));
        foreach (var (_, falt) in Formularordning.Forifyllning(formular).Ordning.Where(f => f.Falt.Forifyll is not null && !svar.ContainsKey(f.Falt.Namn)))
        {
            svar[falt.Namn] = Texter(Rakna(falt.Forifyll!, varden, nu), falt.Typ);
            var tolkat = Svarstolkning.Av(falt, svar);
            if (tolkat.Varde is FeelNull) svar.Remove(falt.Namn);
            else varden = varden.With(falt.Namn, tolkat.Varde);
        }
        return svar;
    }

    private static FeelValue Rakna(FeelExpression uttryck, FeelContext varden, DateTimeOffset nu)
    {
        try
        {
            return uttryck.Evaluate(varden, new FeelEnvironment(nu, Formulargranser.Budget)).Value;
        }
        catch (FeelBudgetException)
        {
            return FeelValue.Null;
        }
    }

    /// <summary>A value as it is typed in a field.</summary>
    internal static string[] Texter(FeelValue varde, Falttyp typ) => varde switch
    {
        FeelString s => [s.Value],
        FeelNumber n => [n.Value.ToString(typ is Falttyp.Skala or Falttyp.Val ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo("sv-SE"))],
        FeelDate d => [d.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        FeelDateTime d => [d.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        FeelTime t => [t.Value.ToString("HH:mm", CultureInfo.InvariantCulture)],
        FeelBoolean b => [b.Value ? "ja" : "nej"],
        FeelList l => [.. l.Items.SelectMany(i => Texter(i, typ))],
        _ => [],
    };
}
