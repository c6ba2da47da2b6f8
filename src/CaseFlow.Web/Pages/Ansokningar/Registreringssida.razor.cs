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

    /// <summary>The last row was added just now.</summary>
    private bool NyRad { get; set; }

    private Registreringskvitto? Registrerad { get; set; }

    protected override async Task TaEmot(string blankett)
    {
        Rader = Registreringsformular.Rader(Form);
        if (Form.Text("gor") == "fler")
        {
            (Rader, NyRad) = (Math.Min(Rader + 1, Registreringsformular.FlestInsatser), true);
            return;
        }
        var ansokan = Registreringsformular.Las(Form, Tid.GetUtcNow());
        if (Form.HarFel || ansokan is null) return;
        var svar = await Utfor(ansokan, Registreringsformular.Falten);
        if (!svar.Failed) GaTill($"/ansokningar/registrera?klar={svar.Value.Arendenummer}");
    }

    protected override async Task Visa()
    {
        // Ett nummer som man inte just har registrerat är inget kvitto: då visas formuläret.
        if (Nummerform.ArArende(Klar) && await Sandare.Sand(new HamtaRegistreringskvitto(Klar!), Http.RequestAborted) is { Failed: false } kvitto)
            Registrerad = kvitto.Value;
        else
            await VisaFormularet();
    }

    /// <summary>The empty form, or as it was left with as many rows.</summary>
    private async Task VisaFormularet()
    {
        Val = await Fraga(new HamtaRegistreringsval());
        Form.Fortsatt(Registreringsformular.Namn, Val?.Utkast);
        if (Form.Utkast(Registreringsformular.Namn) is not null) Rader = Registreringsformular.Rader(Form);
    }

    private static string Kvittotext(Registreringskvitto kvitto) => $"Ärendet har nummer {kvitto.Nummer}. " + kvitto switch
    {
        { Handlaggare: { } namn } => $"{namn} handlägger ärendet.",
        { FarOppna: true } => "Enhetschefen utser handläggare.",
        _ => "Enheten fördelar det till en handläggare.",
    };
}
