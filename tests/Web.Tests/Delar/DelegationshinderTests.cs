using CaseFlow.Application.Arenden;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Web.Pages.Beslutsfattande;
using CaseFlow.Web.Pages.Grund;

namespace CaseFlow.Web.Tests.Delar;

/// <summary>The one who may no longer decide is told so, and shown the ways on.</summary>
public sealed class DelegationshinderTests
{
    [Theory]
    [InlineData(Beslutslage.VantarBeslut, true)]
    [InlineData(Beslutslage.VantarBeslut, false)]
    [InlineData(Beslutslage.Fattat, false)]
    public async Task Den_som_inte_far_besluta_ser_vem_som_gor_det_och_kan_lamna_vidare_eller_tillbaka(Beslutslage lage, bool tillChef)
    {
        var text = Uppmarkning.Text(await Rendering.Av<Beslutslista>(("Svar", Svar(tillChef)), ("Form", Formularlage.Tomt), ("Lage", lage)));

        Assert.Equal(lage is Beslutslage.VantarBeslut, text.Contains("Du får inte fatta beslutet. Beslutas av biträdande enhetschef enligt punkt 3.1.", StringComparison.Ordinal));
        Assert.Equal(tillChef, text.Contains("Lämna till chefen", StringComparison.Ordinal));
        Assert.Equal(lage is Beslutslage.VantarBeslut, text.Contains("Lämna tillbaka", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "Lämna förslaget vidare, så tar enheten upp det där."), InlineData(false, "Ta upp förslaget där, eller lämna tillbaka det.")]
    public async Task Det_namnden_beslutar_lamnas_inte_till_chefen(bool handlaggaren, string gor)
    {
        var svar = Svar(handlaggaren);
        svar = svar with { Forslag = [svar.Forslag[0] with { Delegation = "Beslutas av nämnden.", Niva = "nämnden" }] };

        var text = Uppmarkning.Text(await Rendering.Av<Beslutslista>(("Svar", svar), ("Form", Formularlage.Tomt), ("Lage", Beslutslage.VantarBeslut)));

        Assert.Contains($"Beslutas av nämnden. Nämnden kan ha gett beslutet till ett utskott. {gor}", text, StringComparison.Ordinal);
        Assert.Equal(handlaggaren, text.Contains("Lämna för beslut i nämnden", StringComparison.Ordinal));
        Assert.DoesNotContain("chefen", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bekraftelsen_har_ingen_knapp_som_bara_kan_nekas()
    {
        var text = Uppmarkning.Text(await Rendering.Av<Bekraftelse>(("Svar", Svar(tillChef: true)), ("Form", Formularlage.Tomt)));

        Assert.Contains("Lämna till chefen", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Fatta beslutet", text, StringComparison.Ordinal);
    }

    private static BeslutsunderlagSvar Svar(bool tillChef)
    {
        var person = new PersonVy(Guid.Empty, "Test Testsson", null, null, null, null, null, false, false, false, false);
        var forslag = new ForslagVy(
            1, "hemtjanst", "Hemtjänst", "", 10, "timmar per vecka", "bifall", 10, null, null, null, null, "", "", "Beslutas av biträdande enhetschef enligt punkt 3.1.",
            "biträdande enhetschef", AktorFarBesluta: false, Fattat: false, 1);
        return new(
            new("2026-0001", person, null, "Hemtjänst", null, true, [], false, 1), Guid.Empty, "FattaBeslut", 1, [forslag], [],
            new("", "", "", "", "", [], [], [], ""), AktorFarBesluta: false, null, AktorFarLamnaTillChef: tillChef, AktorFarAterlamna: true);
    }
}
