using CaseFlow.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.E2E;

/// <summary>A day's work with the lists: narrowing, saving a view, looking beside the list, and the chef who moves work and takes it back.</summary>
[Collection(Webbsamling.Namn)]
public sealed class VardagenTests(Webbprov prov)
{
    [KraverFact(Krav.Webblasare)]
    public async Task Vardagen_med_ett_arende()
    {
        var nummer = await prov.LamnaIn("ET-1-00144");
        await Ett_urval_sparas_som_vy_och_arendet_visas_bredvid(nummer);
        await Utan_skript_laggs_en_uppgift_i_vantan_och_tas_upp(nummer);
        await Chefen_flyttar_ser_vad_det_ger_och_angrar(nummer);
    }

    private async Task Ett_urval_sparas_som_vy_och_arendet_visas_bredvid(string nummer)
    {
        await using var karin = await Besokare.Inloggad(prov, "karin");
        var sida = karin.Sida;
        await sida.Locator("summary", new() { HasText = "Filter" }).ClickAsync();
        await karin.ValjIListan("steg", "Ansokan");
        await karin.Skicka("Visa");
        await Expect(sida.Locator(".filterrad")).ToContainTextAsync("Steg: Ansökan");
        Assert.Equal(0, await sida.Locator("li.rad", new() { HasText = "Utredning" }).CountAsync());

        await sida.Locator("summary", new() { HasText = "Spara vy" }).ClickAsync();
        await karin.Skicka("Spara vyn");
        await karin.Ser("Ge vyn ett namn.");
        await karin.Fyll("vynamn", "Att granska");
        await karin.Skicka("Spara vyn");
        await Expect(sida.Locator("nav.vyer [aria-current]")).ToContainTextAsync("Att granska");
        var adress = sida.Url;

        await karin.Ga("/idag");
        await karin.NySida(() => sida.GetByRole(AriaRole.Link, new() { Name = "Att granska" }).ClickAsync());
        Assert.Equal(adress, sida.Url);
        var rad = sida.Locator($"li.rad[data-rad='{nummer}']");
        await rad.Locator("[data-oppna]").FocusAsync();
        await sida.Keyboard.PressAsync("f");
        await Expect(sida.Locator(".forhandskort")).ToContainTextAsync(nummer);
        await Expect(sida.Locator(".forhandskort")).ToContainTextAsync("Granska ansökan");
        await sida.Keyboard.PressAsync("Escape");
        await Expect(sida.Locator(".forhandskort")).ToHaveCountAsync(0);

        await sida.Locator("summary", new() { HasText = "Spara vy" }).ClickAsync();
        await karin.Skicka("Ta bort vyn Att granska");
        await karin.Ser("Vyn är borttagen.");
        await Expect(sida.Locator("nav.vyer")).Not.ToContainTextAsync("Att granska");
    }

    private async Task Chefen_flyttar_ser_vad_det_ger_och_angrar(string nummer)
    {
        await using var maria = await Besokare.Inloggad(prov, "maria");
        var sida = maria.Sida;
        await maria.Ga("/arenden?enheten=1");
        await sida.Locator($"input[name=nummer][value='{nummer}']").CheckAsync();
        await maria.Skicka("Flytta de valda");
        await maria.Ser("1 ärende av 1 kan flyttas");
        await maria.Skicka("Flytta 1 ärende");
        await maria.Ser("Skriv varför ärendena flyttas.");
        await maria.Fyll("skal", "Jämnare inför december");
        await maria.Skicka("Flytta 1 ärende");
        await maria.Ser("1 ärende är flyttade.");

        await maria.NySida(() => sida.Locator("form.angra", new() { HasText = "Jämnare inför december" }).GetByRole(AriaRole.Button).ClickAsync());
        await maria.Ser("Flytten är ångrad: 1 ärende är tillbaka.");
        await maria.Ga($"/arenden/{nummer}");
        await maria.Ser("Flytten ångrades.");
        await maria.Ser("Jämnare inför december");
    }

    private async Task Utan_skript_laggs_en_uppgift_i_vantan_och_tas_upp(string nummer)
    {
        await using var karin = await Besokare.Inloggad(prov, "karin", javascript: false);
        var sida = karin.Sida;
        await karin.Ga($"/idag?forhandsvisa={nummer}");
        await Expect(sida.Locator(".forhandskort")).ToContainTextAsync(nummer);
        await karin.Ga($"/arenden/{nummer}");
        await sida.Locator("summary", new() { HasText = "Lägg i väntan" }).ClickAsync();
        await karin.Skicka("Lägg i väntan");
        await karin.Ser("Välj vad uppgiften väntar på.");
        await sida.Locator("main select[name^=orsak]").SelectOptionAsync("underlag-fran-annan");
        await sida.Locator("main input[name^=vantaText]").FillAsync("Läkarintyg begärt");
        await karin.Skicka("Lägg i väntan");
        await karin.Ser("Läkarintyg begärt");
        await karin.NySida(() => sida.GetByRole(AriaRole.Button, new() { Name = "Ta upp nu" }).ClickAsync());
        await karin.Ser("Uppgiften är framme igen.");
    }

    /// <summary>Back from a hit is the hits again, without a question about sending the form once more.</summary>
    [KraverFact(Krav.Webblasare)]
    public async Task Tillbaka_fran_en_traff_ar_traffarna_utan_att_det_som_soktes_star_i_adressen()
    {
        var nummer = await prov.LamnaIn("ET-1-00111", rad => rad["externId"] = "E2E-SOK-TILLBAKA");
        await using var karin = await Besokare.Inloggad(prov, "karin", javascript: false);
        var sida = karin.Sida;
        await karin.Ga("/sok");
        await karin.Fyll("sok", nummer.Split('-')[1]);
        await karin.Skicka("Sök");
        var traff = sida.Locator($"main a[href='/arenden/{nummer}']");
        await Expect(traff).ToBeVisibleAsync();
        Assert.Matches("/sok/[0-9a-f]{32}$", sida.Url);

        await karin.NySida(() => traff.ClickAsync());
        Assert.EndsWith($"/arenden/{nummer}", sida.Url, StringComparison.Ordinal);
        await sida.GoBackAsync();

        await Expect(traff).ToBeVisibleAsync();
        await Expect(sida).ToHaveTitleAsync("Träffar – CaseFlow");
    }
}
