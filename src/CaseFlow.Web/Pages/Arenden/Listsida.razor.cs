using CaseFlow.Application.Arenden;
using CaseFlow.Web.Pages.Grund;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Pages.Arenden;

/// <summary>One's own ärenden, or the unit's; and where the number typed in the top field leads.</summary>
public sealed partial class Listsida
{
    [SupplyParameterFromQuery(Name = "enheten")] public string? EnhetenFraga { get; set; }

    [SupplyParameterFromQuery(Name = "avslutade")] public string? AvslutadeFraga { get; set; }

    [SupplyParameterFromQuery(Name = "efter")] public string? Efter { get; set; }

    [SupplyParameterFromQuery(Name = "nummer")] public string? Nummer { get; set; }

    private ArendeLista? Svar { get; set; }

    private string? Fornummer { get; set; }

    private bool Enheten => EnhetenFraga == "1";

    private bool Avslutade => AvslutadeFraga == "1";

    private string Rubrik => (Enheten, Avslutade) switch
    {
        (false, false) => "Mina ärenden",
        (false, true) => "Mina avslutade ärenden",
        (true, false) => "Enhetens ärenden",
        (true, true) => "Enhetens avslutade ärenden",
    };

    protected override async Task Visa()
    {
        var sokt = Nummer?.Trim();
        if (!string.IsNullOrEmpty(sokt))
        {
            if (Nummerform.ArArende(sokt))
            {
                GaTill($"/arenden/{sokt}");
                return;
            }
            Fornummer = "Det där är inget ärendenummer. Skriv det som 2026-0419. Här är ärendena du har.";
        }
        Svar = await Fraga(new ListaArenden(Enheten, Avslutade, Efter));
    }

    private static string Antalsrad(ArendeLista svar) => svar.Antal switch
    {
        0 => "Inga ärenden",
        1 => "1 ärende",
        >= 1000 => "Minst 1 000 ärenden, äldst först",
        var n => $"{n} ärenden, äldst först",
    };

    private string? Urval(bool enheten, bool avslutade) => enheten == Enheten && avslutade == Avslutade ? "page" : null;

    private static string Adress(bool enheten, bool avslutade, string? efter = null)
    {
        var delar = new List<string>();
        if (enheten) delar.Add("enheten=1");
        if (avslutade) delar.Add("avslutade=1");
        if (efter is not null) delar.Add("efter=" + Uri.EscapeDataString(efter));
        return delar.Count == 0 ? "/arenden" : "/arenden?" + string.Join('&', delar);
    }
}
