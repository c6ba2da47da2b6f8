using CaseFlow.Application.Ansokningar;
using CaseFlow.Web.Pages.Grund;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Pages.Ansokningar;

/// <summary>Takes in an ansökan that came by telephone, visit or letter. The personnummer travels in the form only, never in an address.</summary>
public sealed partial class Registreringssida
{
    /// <summary>Number of the ärende just opened: the receipt.</summary>
    [SupplyParameterFromQuery(Name = "klar")] public string? Klar { get; set; }

    private Registreringsval? Val { get; set; }

    private int Rader { get; set; } = Registreringsformular.InsatserForst;

    private string? Registrerad => Nummerform.ArArende(Klar) ? Klar : null;

    protected override async Task TaEmot(string blankett)
    {
        Rader = Registreringsformular.Rader(Form);
        if (Form.Text("gor") == "fler")
        {
            Rader = Math.Min(Rader + 1, Registreringsformular.FlestInsatser);
            return;
        }
        var ansokan = Registreringsformular.Las(Form);
        if (Form.HarFel || ansokan is null) return;
        var svar = await Utfor(ansokan, Registreringsformular.Falten);
        if (!svar.Failed) GaTill($"/ansokningar/registrera?klar={svar.Value.Arendenummer}");
    }

    protected override async Task Visa()
    {
        if (Registrerad is null) Val = await Fraga(new HamtaRegistreringsval());
    }
}
