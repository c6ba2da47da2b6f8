using CaseFlow.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.E2E;

/// <summary>What is written and laid in the akt, by someone without script.</summary>
[Collection(Webbsamling.Namn)]
public sealed class AktenTests(Webbprov prov)
{
    [KraverFact(Krav.Webblasare)]
    public async Task En_anteckning_skrivs_rattas_och_stryks()
    {
        var nummer = await prov.LamnaIn("ET-1-00111", rad => rad["externId"] = "E2E-AKTEN");
        await using var karin = await Besokare.Inloggad(prov, "karin", javascript: false);
        await karin.Ga($"/arenden/{nummer}");
        await karin.NySida(() => karin.Sida.GetByRole(AriaRole.Navigation, new() { Name = "Ärendets delar" }).GetByRole(AriaRole.Link, new() { Name = "Anteckningar" }).ClickAsync());
        await karin.Ser("Inget är antecknat än");

        await karin.Fyll("nyText", "Dottern ringde.");
        await karin.Skicka("Spara och signera");
        await Expect(karin.Sida.GetByRole(AriaRole.Alert)).ToContainTextAsync("Välj vad anteckningen gäller.");
        await Expect(karin.Sida.Locator("[name=nyText]")).ToHaveValueAsync("Dottern ringde.");
        await karin.ValjIListan("nySlag", "telefonsamtal");
        await karin.Fyll("nyMed", "Eva, dotter");
        await karin.Skicka("Spara och signera");
        await karin.Ser("Anteckning 1 är sparad och signerad.");

        await karin.NySida(() => karin.Sida.GetByRole(AriaRole.Link, new() { Name = "Anteckning 1", Exact = true }).ClickAsync());
        await karin.Sida.Locator("details.atgard", new() { HasText = "Rätta med en ny" }).Locator("summary").ClickAsync();
        await karin.Fyll("rattaText", "Det var sonen som ringde.");
        await karin.Skicka("Spara och signera rättelsen");
        await karin.Ser("Anteckning 2 är sparad och signerad. Den rättar anteckning 1.");
        await karin.Ser("Rättad i anteckning 2");

        await karin.Ga($"/arenden/{nummer}/anteckningar/2");
        await karin.Sida.Locator("details.atgard", new() { HasText = "Stryk anteckningen" }).Locator("summary").ClickAsync();
        await karin.Fyll("strykSkal", "Hör till grannens ärende");
        await karin.Skicka("Stryk anteckningen");
        await karin.Ser("Anteckningen är struken. Den går fortfarande att läsa.");
        await karin.Ser("Det var sonen som ringde.");

        await karin.Ga($"/arenden/{nummer}");
        await Expect(karin.Sida.Locator("ol.tidslinje")).ToContainTextAsync("Anteckning 2 ströks");
        await Expect(karin.Sida.Locator("ol.tidslinje")).Not.ToContainTextAsync("sonen");
    }
}
