using CaseFlow.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.E2E;

/// <summary>Every page by axe, WCAG 2.2 AA, wide and narrow; nothing may run out of a narrow screen sideways.</summary>
[Collection(Webbsamling.Namn)]
public sealed class TillganglighetTests(Webbprov prov)
{
    private readonly Axeprov _prov = new();

    [KraverFact(Krav.Webblasare)]
    public async Task Handlaggarens_sidor_har_inga_hinder()
    {
        var nummer = await prov.LamnaIn("ET-1-00201"); // servicehus och hemtjänst
        await using (var karin = await Besokare.Ny(prov))
        {
            await karin.Ga("/logga-in");
            await Prova(karin, "logga-in");
            await karin.Fyll("anvandarnamn", "karin");
            await karin.Skicka("Logga in");
            await Prova(karin, "logga-in med fel");
            await karin.LoggaIn("karin");
            await Prova(karin, "idag");
            foreach (var adress in new[]
            {
                "/arenden", "/arenden?avslutade=1", "/sok", $"/arenden/{nummer}", "/ansokningar/registrera", "/avvikelser/rapportera",
                "/idag?steg=Ansokan", "/idag?band=senare", $"/idag?forhandsvisa={nummer}", "/franvaro", "/konto/api-nycklar",
                "/indikatorer", "/indikatorer/SAMTLIGA_INSATSER_BESKRIVNA", "/finns-inte", "/arenden/2026-99999999",
            })
            {
                await karin.Ga(adress);
                await Prova(karin, adress);
            }

            await karin.Ga("/ansokningar/registrera");
            await karin.Skicka("Registrera ansökan");
            await Prova(karin, "registrera med fel");
            await karin.Ga("/idag");
            await karin.Sida.GetByRole(AriaRole.Button, new() { Name = "Hjälp" }).ClickAsync();
            await Prova(karin, "hjälprutan");

            var steg = new Handlaggning(karin, nummer, namn => Prova(karin, namn));
            await steg.Granska();
            await steg.Utred(("Servicehus", "1"), ("Hemtjänst", "45"));
            await steg.Avsla("Servicehus", "Behovet tillgodoses med hemtjänst.");
            await steg.BifallOchLamna("Hemtjänst", "45", "Bo kvar hemma", "enhetschefen");
            await steg.Kommunicera();
            await steg.TaEmotSynpunkter();
            await karin.Ga($"/arenden/{nummer}/beslut");
            await Prova(karin, "beslut, väntar");
            await steg.ForsokBesluta();
            await Prova(karin, "beslut, nekat");
            await karin.Ga($"/arenden/{nummer}/anteckningar");
            await Prova(karin, "anteckningar, inga");
            await karin.Skicka("Spara och signera");
            await Prova(karin, "anteckning med fel");
            await karin.ValjIListan("nySlag", "hembesok");
            await karin.Fyll("nyText", "Vi gick igenom badrummet.");
            await karin.Skicka("Spara och signera");
            await karin.Ser("Anteckning 1 är sparad och signerad.");
            await Prova(karin, "anteckningar");
            await karin.Ga($"/arenden/{nummer}/anteckningar/1");
            await karin.Sida.Locator("details.atgard > summary").First.ClickAsync();
            await Prova(karin, "en anteckning");
            await karin.Ga($"/arenden/{nummer}/handlingar");
            await karin.Sida.Locator("[name=fil]").SetInputFilesAsync(new FilePayload { Name = "plan.txt", MimeType = "text/plain", Buffer = "Planen"u8.ToArray() });
            await karin.Skicka("Lägg in handlingen");
            await Prova(karin, "handling med fel");
            await karin.Sida.Locator("[name=fil]").SetInputFilesAsync(new FilePayload { Name = "plan.txt", MimeType = "text/plain", Buffer = "Planen"u8.ToArray() });
            await karin.Fyll("titel", "Plan");
            await karin.Valj("slag", "upprattad");
            await karin.Skicka("Lägg in handlingen");
            await karin.Ser("Handling 1 är inlagd.");
            await karin.Sida.Locator("article.handlingspost summary").ClickAsync();
            await Prova(karin, "handlingar");
            await karin.Ga($"/arenden/{nummer}/personen");
            await Prova(karin, "personen, tom");
            foreach (var ruta in await karin.Sida.Locator("details.atgard > summary").AllAsync()) await ruta.ClickAsync();
            await karin.Fyll("ombudNamn", "Eva Ek");
            await karin.ValjIListan("ombudRoll", "god-man");
            await karin.Skicka("Lägg till ombudet");
            await karin.Ser("Ombudet är registrerat.");
            foreach (var ruta in await karin.Sida.Locator("details.atgard > summary").AllAsync()) await ruta.ClickAsync();
            await Prova(karin, "personen");
            await karin.Ga($"/arenden/{nummer}/lagg-till");
            await Prova(karin, "lägg till en uppgift");
            await karin.Ga($"/arenden/{nummer}/processen");
            await Expect(karin.Sida.Locator(".karta .karta-nu")).ToBeVisibleAsync();
            await Prova(karin, "processen");
            await karin.Ga($"/arenden/{nummer}/underlag");
            await Prova(karin, "underlag");
            await karin.Ga($"/arenden/{nummer}/utredning?omrade=d6");
            await Prova(karin, "utredning, avslutad");
            await karin.Ga($"/arenden/{nummer}/utredning?omrade=tillagg");
            await Prova(karin, "tillägg");
        }

        await using (var maria = await Besokare.Inloggad(prov, "maria"))
        {
            await maria.GorFranIdag(nummer, "Fatta beslut");
            await new Handlaggning(maria, nummer).ForsokBesluta();
            foreach (var adress in new[] { $"/arenden/{nummer}", $"/arenden/{nummer}/beslut", "/enheten", "/processer", "/processer/bistand", "/arenden?enheten=1&plats=bistand:Utred", "/enheten/flytta?fran=0", $"/enheten/flytta?nummer={nummer}", "/franvaro", "/arenden?enheten=1", "/arenden?enheten=1&steg=Beslut&handlaggare=0", "/avvikelser" })
            {
                await maria.Ga(adress);
                await Prova(maria, adress + ", chefen");
            }
        }

        await using (var karin = await Besokare.Inloggad(prov, "karin"))
        {
            var steg = new Handlaggning(karin, nummer, namn => Prova(karin, namn));
            await steg.Underratta();
            await steg.Bestall("Hemtjänsten Skarpnäck");
            await steg.BekraftaStart();
            await karin.Ga($"/arenden/{nummer}");
            await Prova(karin, "ärende i verkställighet");
        }

        _prov.UtanBrister();
    }

    [KraverFact(Krav.Webblasare)]
    public async Task Avvikelsens_sidor_har_inga_hinder()
    {
        await using (var petra = await Besokare.Inloggad(prov, "petra"))
        {
            var nummer = await prov.LamnaIn("ET-1-00061");
            await petra.Ga($"/arenden/{nummer}");
            await Prova(petra, "skäl för att öppna");
            await petra.Ga("/avvikelser/rapportera");
            await petra.Skicka("Rapportera");
            await Prova(petra, "avvikelse med fel");
            await petra.Fyll("vad", "Beställningen kom fram två dagar för sent.");
            await petra.Fyll("narVar", "I måndags, hos utföraren");
            await petra.Fyll("atgard", "Ringde utföraren");
            await petra.Skicka("Rapportera");
            await petra.Ser("Tack, avvikelsen är rapporterad");
            await Prova(petra, "avvikelse, kvitto");
        }

        await using (var maria = await Besokare.Inloggad(prov, "maria"))
        {
            await maria.Ga("/avvikelser");
            await maria.Ser("Beställningen kom fram två dagar för sent.");
            await Prova(maria, "avvikelser");
            await maria.NySida(() =>
                maria.Sida.Locator("li.avvikelse", new() { HasText = "två dagar för sent" }).GetByRole(AriaRole.Button).ClickAsync());
            await maria.Ser("Avvikelsen är mottagen.");
        }

        _prov.UtanBrister();
    }

    private Task Prova(Besokare vem, string namn) => _prov.Prova(vem, namn);
}
