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
        await karin.Ser("Anteckningen är struken. Den som skrev den och enhetschefen kan läsa den.");
        await karin.Ser("Det var sonen som ringde.");

        await karin.Ga($"/arenden/{nummer}");
        await Expect(karin.Sida.Locator("ol.tidslinje")).ToContainTextAsync("Anteckning 2 ströks");
        await Expect(karin.Sida.Locator("ol.tidslinje")).Not.ToContainTextAsync("sonen");
    }

    [KraverFact(Krav.Webblasare)]
    public async Task En_handling_laggs_in_hamtas_och_makuleras()
    {
        var nummer = await prov.LamnaIn("ET-1-00111", rad => rad["externId"] = "E2E-HANDLING");
        await using (var maria = await Besokare.Inloggad(prov, "maria", javascript: false))
        {
            await maria.Ga($"/arenden/{nummer}/handlingar");
            await maria.Ser("Inga handlingar är inlagda");
            await Lagg(maria, "brev.pdf", "%PDF-1.7\nprov\n%%EOF\n"u8.ToArray(), "Läkarintyg");
            await maria.Ser("Handling 1 är inlagd.");
        }

        await using var karin = await Besokare.Inloggad(prov, "karin", javascript: false);
        await Expect(await karin.PaIdag(nummer, "Granska ansökan")).ToContainTextAsync("Ny handling");
        await karin.Ga($"/arenden/{nummer}");
        await Expect(karin.Sida.Locator(".personhuvud")).ToContainTextAsync("Ny handling");
        await karin.NySida(() => karin.Sida.GetByRole(AriaRole.Navigation, new() { Name = "Ärendets delar" }).GetByRole(AriaRole.Link, new() { Name = "Handlingar" }).ClickAsync());
        var hamtad = await karin.Sida.RunAndWaitForDownloadAsync(() => karin.Sida.GetByRole(AriaRole.Link, new() { Name = "Läkarintyg" }).ClickAsync());
        Assert.Equal("brev.pdf", hamtad.SuggestedFilename);
        await using (var innehall = await hamtad.CreateReadStreamAsync())
        using (var text = new StreamReader(innehall))
            Assert.Equal("%PDF-1.7\nprov\n%%EOF\n", await text.ReadToEndAsync());
        await karin.Ga($"/arenden/{nummer}");
        await Expect(karin.Sida.Locator(".personhuvud")).Not.ToContainTextAsync("Ny handling");

        await karin.Ga($"/arenden/{nummer}/handlingar");
        await Lagg(karin, "brev.pdf", "<html>"u8.ToArray(), "Svar");
        await Expect(karin.Sida.GetByRole(AriaRole.Alert)).ToContainTextAsync("Filens innehåll är inte av det slag som namnet säger.");
        await Expect(karin.Sida.Locator("[name=titel]")).ToHaveValueAsync("Svar");
        await karin.Sida.Locator("article.handlingspost summary").ClickAsync();
        await karin.Fyll("makulera-1", "Hör till grannens ärende");
        await karin.Skicka("Makulera handling 1");
        await karin.Ser("Handlingen är makulerad. Den står kvar i listan.");
        await karin.Ser("Bara enhetens chef kan öppna den.");
        await Expect(karin.Sida.GetByRole(AriaRole.Link, new() { Name = "Läkarintyg" })).ToHaveCountAsync(0);
        Assert.Equal(1, await prov.Data.Rakna($"SELECT count(*) FROM handling h JOIN arende a ON a.id = h.arende_id WHERE a.nummer = '{nummer}'"));
    }

    [KraverFact(Krav.Webblasare)]
    public async Task Ett_ombud_provas_nar_det_handlar()
    {
        var nummer = await prov.LamnaIn("ET-1-00111", rad => rad["externId"] = "E2E-OMBUD");
        await using var karin = await Besokare.Inloggad(prov, "karin", javascript: false);
        await karin.Ga($"/arenden/{nummer}/personen");
        await karin.Ser("Personen för sin talan själv.");
        await karin.Sida.Locator("details.atgard", new() { HasText = "Lägg till ett ombud" }).Locator("summary").ClickAsync();
        await karin.Skicka("Lägg till ombudet");
        await Expect(karin.Sida.GetByRole(AriaRole.Alert)).ToContainTextAsync("Skriv ombudets namn.");
        await karin.Fyll("ombudNamn", "Eva Ek");
        await karin.ValjIListan("ombudRoll", "forvaltare");
        await karin.Valj("ombudOmfattning", "forvalta-egendom");
        await karin.Fyll("ombudUnderlag", "Registerutdrag i dag");
        await karin.Skicka("Lägg till ombudet");
        await karin.Ser("Ombudet är registrerat.");
        await karin.Ser("Förvalta egendom");

        await karin.Ga($"/arenden/{nummer}");
        await karin.Sida.Locator("details.atgard", new() { HasText = "Personen tar tillbaka ansökan" }).Locator("summary").ClickAsync();
        await karin.ValjIListan("atertas", "allt");
        await karin.Fyll("atertagenDag", Handlaggning.Dag(0));
        await karin.ValjIListan("atertagenSatt", "telefon");
        await karin.ValjIListan("atertagenAv", "Eva Ek, förvaltare");
        await karin.Skicka("Registrera återtagandet");
        await Expect(karin.Sida.GetByRole(AriaRole.Alert)).ToContainTextAsync("Uppdraget omfattar inte att ta tillbaka en ansökan");

        await karin.Ga($"/arenden/{nummer}/personen");
        await karin.Sida.Locator("details.atgard", new() { HasText = "Anteckna ett samtycke" }).Locator("summary").ClickAsync();
        await karin.ValjIListan("andamal", "1");
        await karin.Fyll("mottagare", "Skarpnäcks vårdcentral");
        await karin.ValjIListan("satt", "2");
        await karin.Skicka("Anteckna samtycket");
        await karin.Ser("Samtycket är antecknat.");
        await karin.Sida.Locator("details.atgard", new() { HasText = "Lägg till en närstående" }).Locator("summary").ClickAsync();
        await karin.Fyll("narstaendeNamn", "Olle Ek");
        await karin.ValjIListan("relation", "2");
        await karin.Valj("kontakt", "1");
        await karin.Skicka("Lägg till");
        await karin.Ser("Den närstående är tillagd.");
        await karin.NySida(() => karin.Sida.Locator("form:has([value=avslutanarstaende]) button").ClickAsync());
        await karin.Ser("Det som varit (1)");
        await karin.Ga($"/arenden/{nummer}");
        await Expect(karin.Sida.Locator("aside")).ToContainTextAsync("Skarpnäcks vårdcentral");

        await karin.Ga($"/arenden/{nummer}/personen");
        await karin.Sida.Locator("details.atgard", new() { HasText = "Samtycket återkallas" }).Locator("summary").ClickAsync();
        await karin.Sida.Locator("main [name^='aterkallatHur-']").FillAsync("Personen, i telefon");
        await karin.NySida(() => karin.Sida.GetByRole(AriaRole.Button, new() { NameRegex = new("^Anteckna återkallelsen") }).ClickAsync());
        await karin.Ser("Samtycket är återkallat.");
    }

    private static async Task Lagg(Besokare vem, string namn, byte[] innehall, string titel)
    {
        await vem.Sida.Locator("[name=fil]").SetInputFilesAsync(new FilePayload { Name = namn, MimeType = "application/pdf", Buffer = innehall });
        await vem.Fyll("titel", titel);
        await vem.Valj("slag", "inkommen");
        await vem.Fyll("part", "Vårdcentralen");
        await vem.Skicka("Lägg in handlingen");
    }
}
