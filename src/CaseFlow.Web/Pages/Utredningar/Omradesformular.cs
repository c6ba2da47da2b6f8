using CaseFlow.Application.Utredningar;
using CaseFlow.Web.Pages.Arenden;
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

    /// <summary>Both texts, what was saved first: nobody's words are lost.</summary>
    public static SkrivOmrade Bada(SkrivOmrade mitt, OmradeVy sparat) => mitt with
    {
        Rev = sparat.Rev,
        EgnaOrd = Ihop(sparat.EgnaOrd, mitt.EgnaOrd),
        Beskrivning = Ihop(sparat.Beskrivning, mitt.Beskrivning),
        Mal = Ihop(sparat.Mal, mitt.Mal),
        Kalla = Ihop(sparat.Kalla, mitt.Kalla, "; "),
    };

    /// <summary>What differs between the fields and what is saved.</summary>
    public static IReadOnlyList<(string Etikett, string Sparat)> Skillnader(Formularlage form, OmradeVy sparat) =>
    [
        .. new (string Etikett, string? Sparat, string? Mitt)[]
        {
            ("Personens egna ord", sparat.EgnaOrd, form.Text("egnaOrd")), ("Beskrivning", sparat.Beskrivning, form.Text("beskrivning")),
            ("Bedömt i dag", Varde(sparat.Bedomt), form.Text("bedomt")), ("Avsett", Varde(sparat.Avsett), form.Text("avsett")),
            ("Mål", sparat.Mal, form.Text("mal")), ("Källa", sparat.Kalla, form.Text("kalla")),
            ("Källans dag", Arendevisning.Dag(sparat.Kalldatum), Arendevisning.Dag(form.Dag("kalldatum")) ?? form.Text("kalldatum")),
        }.Where(r => (r.Sparat ?? "") != (r.Mitt ?? "")).Select(r => (r.Etikett, r.Sparat ?? "(tomt)")),
    ];

    public static string? Varde(int? steg) => steg?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int? Steg(Formularlage form, string falt) => form.Text(falt) is null ? null : (int)form.Heltal(falt);

    private static string? Ihop(string? sparat, string? mitt, string mellan = "\n\n") =>
        sparat is null || sparat == mitt ? mitt : mitt is null ? sparat : sparat + mellan + mitt;
}
