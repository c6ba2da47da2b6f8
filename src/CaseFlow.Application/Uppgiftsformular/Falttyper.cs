using System.Collections.Frozen;
using System.Globalization;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgiftsformular;

/// <summary>The field types by the name they have in a file, and what each may be given besides what every field has.</summary>
public static class Falttyper
{
    /// <summary>What every question may have.</summary>
    internal static readonly string[] Fragors = ["kravs", "kravsNar", "kravsText", "forifyll", "villkor"];

    private static readonly (Falttyp Typ, string Namn, string[] Egna)[] Alla =
    [
        (Falttyp.Text, "text", ["maxTecken", "katalog"]),
        (Falttyp.Langtext, "langtext", ["maxTecken"]),
        (Falttyp.Heltal, "heltal", ["minst", "hogst", "enhet"]),
        (Falttyp.Tal, "tal", ["minst", "hogst", "decimaler", "enhet"]),
        (Falttyp.Belopp, "belopp", ["minst", "hogst"]),
        (Falttyp.Datum, "datum", []),
        (Falttyp.Tid, "tid", []),
        (Falttyp.JaNej, "ja-nej", []),
        (Falttyp.Val, "val", ["alternativ", "katalog"]),
        (Falttyp.Flerval, "flerval", ["alternativ", "katalog"]),
        (Falttyp.Skala, "skala", ["alternativ", "katalog"]),
        (Falttyp.Anvandare, "anvandare", []),
        (Falttyp.Insats, "insats", []),
        (Falttyp.Ombud, "ombud", []),
        (Falttyp.Utforare, "utforare", []),
        (Falttyp.Upplysning, "upplysning", ["varde"]),
    ];

    private static readonly FrozenDictionary<string, Falttyp> EfterNamn = Alla.ToFrozenDictionary(t => t.Namn, t => t.Typ, StringComparer.Ordinal);

    public static IReadOnlyList<string> Namnen { get; } = [.. Alla.Select(t => t.Namn)];

    public static string Namn(this Falttyp typ) => Alla.First(t => t.Typ == typ).Namn;

    public static Falttyp? Finn(string namn) => EfterNamn.TryGetValue(namn, out var typ) ? typ : null;

    /// <summary>The properties that only some types have, and that this one has.</summary>
    internal static IReadOnlyList<string> Egenskaper(this Falttyp typ) =>
        typ is Falttyp.Upplysning ? Alla.First(t => t.Typ == typ).Egna : [.. Fragors, .. Alla.First(t => t.Typ == typ).Egna];

    /// <summary>Chosen among alternatives that stand in the form or come from a catalogue.</summary>
    internal static bool HarAlternativ(this Falttyp typ) => typ is Falttyp.Val or Falttyp.Flerval or Falttyp.Skala;

    /// <summary>Answers that may become process variables; what people write in words stays with the ärende (dataminimering).</summary>
    internal static bool BlirVariabel(this Falttyp typ) => typ is Falttyp.Val or Falttyp.Flerval or Falttyp.Skala or Falttyp.Datum or Falttyp.Tid or Falttyp.Tal
        or Falttyp.Heltal or Falttyp.Belopp or Falttyp.JaNej;

    /// <summary>An answer as an expression sees it, to try expressions on.</summary>
    /// <param name="nummer">Which of its alternatives.</param>
    internal static FeelValue Exempel(Faltdefinition falt, int nummer, DateOnly idag) => falt.Typ switch
    {
        Falttyp.Datum => idag.AddDays(nummer),
        Falttyp.Tid => new FeelTime(new TimeOnly(8 + nummer, 30), null, null),
        Falttyp.Heltal or Falttyp.Tal or Falttyp.Belopp => (falt.Minst ?? 0) + nummer,
        Falttyp.Skala => decimal.TryParse(Alternativet(falt, nummer), NumberStyles.None, CultureInfo.InvariantCulture, out var tal) ? tal : nummer,
        Falttyp.JaNej => nummer % 2 == 0 ? "ja" : "nej",
        Falttyp.Val => Alternativet(falt, nummer) ?? "",
        Falttyp.Flerval => FeelList.Of([Alternativet(falt, nummer) ?? ""]),
        Falttyp.Text or Falttyp.Langtext => "Ett svar",
        Falttyp.Anvandare or Falttyp.Insats or Falttyp.Ombud => "1",
        Falttyp.Utforare => Svarstext.AnnanUtforare.Varde,
        Falttyp.Upplysning => FeelValue.Null,
    };

    private static string? Alternativet(Faltdefinition falt, int nummer) => falt.Alternativ.Count == 0 ? null : falt.Alternativ[nummer % falt.Alternativ.Count].Varde;
}
