using CaseFlow.Application.Utredningar;
using CaseFlow.Web.Pages.Grund;

namespace CaseFlow.Web.Pages.Utredningar;

/// <summary>The fields of a livsområde.</summary>
internal static class Omradesformular
{
    public const string Namn = "omrade";

    public static SkrivOmrade Las(Formularlage form, string nummer) => new(
        nummer, form.Text("omrade") ?? "", form.Version(), form.Text("egnaOrd"), form.Text("beskrivning"), Steg(form, "bedomt"), Steg(form, "avsett"),
        form.Text("mal"), form.Text("kalla"), form.Dag("kalldatum"),
        form.Text("gor") switch
        {
            "klar" => "klar",
            "ej-aktuell" => "ej-aktuell",
            _ => form.Text("status") == "klar" ? "klar" : "pagar",
        });

    /// <summary>The fields that two may have changed.</summary>
    public static readonly IReadOnlyList<string> Falten = ["egnaOrd", "kalla", "kalldatum", "beskrivning", "bedomt", "avsett", "mal"];

    /// <summary>What was chosen where two had written in the same field: mine, theirs or both, theirs first.</summary>
    public static SkrivOmrade Valda(Formularlage form, SkrivOmrade mitt, OmradeVy deras) => mitt with
    {
        EgnaOrd = Krockval.Av(form, "egnaOrd", mitt.EgnaOrd, deras.EgnaOrd),
        Beskrivning = Krockval.Av(form, "beskrivning", mitt.Beskrivning, deras.Beskrivning),
        Mal = Krockval.Av(form, "mal", mitt.Mal, deras.Mal),
        Kalla = Krockval.Av(form, "kalla", mitt.Kalla, deras.Kalla, "; "),
        Bedomt = Krockval.Deras(form, "bedomt") ? deras.Bedomt : mitt.Bedomt,
        Avsett = Krockval.Deras(form, "avsett") ? deras.Avsett : mitt.Avsett,
        Kalldatum = Krockval.Deras(form, "kalldatum") ? deras.Kalldatum : mitt.Kalldatum,
    };

    public static string? Varde(int? steg) => steg?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int? Steg(Formularlage form, string falt) => form.Text(falt) is null ? null : (int)form.Heltal(falt);
}
