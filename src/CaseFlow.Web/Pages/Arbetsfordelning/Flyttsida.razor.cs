using System.Globalization;
using CaseFlow.Application.Arbetsfordelning;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Web.Pages.Grund;

namespace CaseFlow.Web.Pages.Arbetsfordelning;

/// <summary>What a move would give, and the move. The address is the choice; the form carries only the fingerprint of what was shown.</summary>
public sealed partial class Flyttsida
{
    internal const string FlyttaBlankett = "flytta";

    private Flyttplan? Plan { get; set; }

    /// <summary>Why the choice gives no plan.</summary>
    private string? Valfel { get; set; }

    private long[] Fran => [.. Tal("fran")];

    private long[] Till => [.. Tal("till")];

    private string[] Nummer => [.. Http.Request.Query["nummer"].OfType<string>().Where(Nummerform.ArArende).Distinct(StringComparer.Ordinal).Take(Flyttplanerare.Hogst + 1)];

    private string? HogstFraga => Http.Request.Query["hogst"];

    private Steg? ValtSteg => Enum.TryParse<Steg>(Http.Request.Query["steg"], out var steg) && Enum.IsDefined(steg) && steg != Steg.Avslutat ? steg : null;

    private Flytturval Urval => new(
        Fran, Nummer, Nummer.Length > 0 ? null : ValtSteg,
        int.TryParse(HogstFraga, NumberStyles.None, CultureInfo.InvariantCulture, out var hogst) && hogst > 0 ? hogst : null, Till);

    protected override async Task TaEmot(string blankett)
    {
        if (blankett != FlyttaBlankett) return;
        var svar = await Utfor(new FlyttaArenden(Urval, Form.Text("fingeravtryck") ?? "", Form.Text("skal")));
        if (!svar.Failed) GaTill("/enheten", Enhetsvisning.Flyttat(svar.Value));
    }

    protected override async Task Visa()
    {
        var svar = await Sandare.Sand(new PlaneraFlytt(Urval), Http.RequestAborted);
        if (!svar.Failed) Plan = svar.Value;
        else if (svar.Error.Kind is ErrorKind.Invalid) Valfel = svar.Error.Fields.Select(f => f.Text).FirstOrDefault() ?? svar.Error.Text;
        else Hindra(svar.Error);
    }

    private static string Rubrik(Flyttplan plan) => plan.Rader.Count == 0 ? "Inget av det valda kan flyttas"
        : $"{Enhetsvisning.Antal(plan.Rader.Count, "ärende", "ärenden")} av {plan.Valda} kan flyttas";

    private IEnumerable<long> Tal(string namn) => Http.Request.Query[namn].OfType<string>()
        .Select(t => long.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var tal) ? tal : -1).Where(t => t >= 0).Distinct().Take(200);
}
