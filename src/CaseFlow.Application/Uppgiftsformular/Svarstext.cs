using System.Globalization;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgiftsformular;

/// <summary>Answers as the reader sees them.</summary>
public static class Svarstext
{
    public static IReadOnlyList<Alternativ> JaNej { get; } = [new("ja", "Ja"), new("nej", "Nej")];

    /// <summary>The answer to who it was, when it was no ombud.</summary>
    public static Alternativ PersonenSjalv { get; } = new("personen", "Personen själv");

    /// <summary>The way out of the list of utförare: its name is then asked for.</summary>
    public static Alternativ AnnanUtforare { get; } = new("annan", "Annan utförare");

    /// <summary>The text of a stored value; the value itself when the definition does not know it.</summary>
    public static string For(Faltdefinition falt, string varde) => falt.Typ switch
    {
        Falttyp.Datum when DateOnly.TryParseExact(varde, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) => Datumtext.Lang(dag),
        Falttyp.Tid => varde.Replace(':', '.'),
        Falttyp.Heltal or Falttyp.Tal or Falttyp.Belopp when decimal.TryParse(varde, NumberStyles.Number, CultureInfo.InvariantCulture, out var tal) =>
            $"{Textmall.Visa(new FeelNumber(tal))} {Enhet(falt)}".TrimEnd(),
        Falttyp.JaNej => JaNej.FirstOrDefault(a => a.Varde == varde)?.Text ?? varde,
        // Namnet hör till registret, där det följer skyddet.
        Falttyp.Ombud => varde == PersonenSjalv.Varde ? PersonenSjalv.Text : "Personens ombud",
        Falttyp.Utforare => varde == AnnanUtforare.Varde ? AnnanUtforare.Text : varde,
        _ => falt.Alternativ.FirstOrDefault(a => a.Varde == varde)?.Text ?? varde,
    };

    /// <summary>Said after a number.</summary>
    public static string? Enhet(Faltdefinition falt) => falt.Typ is Falttyp.Belopp ? "kronor" : falt.Enhet;
}
