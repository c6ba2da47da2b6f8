using CaseFlow.Application.Arenden;
using CaseFlow.Web.Pages.Grund;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Pages.Arenden;

/// <summary>What to do now: the bands, narrowed by a filter or a saved view, with a preview beside them.</summary>
public sealed partial class Idagsida
{
    internal const string SparaBlankett = "spara-vy";
    internal const string TaBortBlankett = "ta-bort-vy";

    private static readonly Dictionary<string, string> Falten = new(StringComparer.Ordinal)
    {
        ["VYNAMN_SAKNAS"] = "vynamn",
        ["VYNAMN_FOR_LANGT"] = "vynamn",
        ["VYNAMN_FINNS"] = "vynamn",
    };

    /// <summary>Where the page before ended, when one band is shown.</summary>
    [SupplyParameterFromQuery(Name = "efter")] public string? Efter { get; set; }

    [SupplyParameterFromQuery(Name = "vy")] public string? VyFraga { get; set; }

    /// <summary>The ärende to preview beside the list.</summary>
    [SupplyParameterFromQuery(Name = "forhandsvisa")] public string? ForhandsvisaFraga { get; set; }

    private IdagSvar? Svar { get; set; }

    private Forhandsvisning? Visad { get; set; }

    private Guid? Forsta { get; set; }

    private Guid? ValdVy => Guid.TryParse(VyFraga, out var id) ? id : null;

    private Idagfilter Filter => Idagfilter.Tolka(Http.Request.QueryString.Value);

    protected override Task TaEmot(string blankett) => blankett switch
    {
        SparaBlankett => Spara(),
        TaBortBlankett => TaBort(),
        _ => Task.CompletedTask,
    };

    protected override async Task Visa()
    {
        Svar = await Fraga(new HamtaIdag(Filter, Efter, ValdVy));
        if (Svar is null) return;
        Forsta = Svar.Band.SelectMany(b => b.Rader).Select(r => (Guid?)r.UppgiftId).FirstOrDefault();
        if (!Nummerform.ArArende(ForhandsvisaFraga)) return;
        var visad = await Sandare.Sand(new HamtaForhandsvisning(ForhandsvisaFraga!), Http.RequestAborted);
        // Har det bytt handläggare sedan länken gjordes visas listan ändå.
        Visad = visad.Failed ? null : visad.Value;
        Forsta = Svar.Band.SelectMany(b => b.Rader).Where(r => r.Arendenummer == Visad?.Huvud.Nummer).Select(r => (Guid?)r.UppgiftId).FirstOrDefault() ?? Forsta;
    }

    private async Task Spara()
    {
        var svar = await Utfor(new SparaVy(Form.Text("vynamn"), Form.Text("urval") ?? "", Form.Ikryssad("forEnheten")), Falten);
        if (!svar.Failed) GaTill($"/idag?vy={svar.Value.Id}", "Vyn är sparad. Den finns bland flikarna, och länken går att skicka till en kollega.");
    }

    private async Task TaBort()
    {
        if (ValdVy is not { } vy) return;
        var svar = await Utfor(new TaBortVy(vy));
        if (!svar.Failed) GaTill("/idag", "Vyn är borttagen.");
    }
}
