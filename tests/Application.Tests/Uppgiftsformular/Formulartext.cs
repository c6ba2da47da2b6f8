using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Tests.Uppgiftsformular;

/// <summary>Small forms as text, from which a test says only what matters.</summary>
internal static class Formulartext
{
    public static readonly DateTimeOffset Nu = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1));

    /// <param name="falt">The properties of each field, as JSON without braces.</param>
    public static string Med(params string[] falt) => MedSektion("", falt);

    public static string MedSektion(string sektion, params string[] falt) =>
        $$"""{ "version": 2, "nyckel": "prov", "rubrik": "Prov", "knapp": "Spara", "sektioner": [ { {{sektion}} "falt": [ {{string.Join(", ", falt.Select(f => $"{{ {f} }}"))}} ] } ] }""";

    public static string Fraga(string namn, string typ, string mer = "") => $"\"namn\": \"{namn}\", \"etikett\": \"Frågan {namn}\", \"typ\": \"{typ}\"{(mer.Length > 0 ? ", " + mer : "")}";

    public static Formulardefinition Las(params string[] falt)
    {
        var (formular, fel) = Formularlasare.Las(Med(falt));
        Assert.Empty(fel);
        return formular!;
    }

    /// <summary>Faults by field name, or the values that are kept.</summary>
    public static string Prova(Formulardefinition formular, string svar, FeelContext? fakta = null)
    {
        var varden = svar.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('=', 2)).GroupBy(s => s[0].Trim(), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(s => s[1]).ToArray(), StringComparer.Ordinal);
        var provat = Formularprovning.Prova(formular, varden, fakta ?? FeelContext.Empty, Nu);
        return provat.Failed
            ? string.Join("; ", provat.Error.Fields.Select(f => $"{f.Field}: {f.Text}"))
            : string.Join("; ", provat.Value.Keys.Select(k => $"{k}={Visa(provat.Value[k])}"));
    }

    private static string Visa(FeelValue varde) => varde is FeelList l ? string.Join(",", l.Items.Select(Visa)) : FeelJson.Serialize(varde).Trim('"');
}
