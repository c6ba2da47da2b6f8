using CaseFlow.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.E2E;

/// <summary>What is typed survives the browser, the session and the computer.</summary>
[Collection(Webbsamling.Namn)]
public sealed class UtkastTests(Webbprov prov)
{
    private const string Skrivet = "Hon orkar inte duscha själv, och trappan är svår.";

    [KraverFact(Krav.Webblasare)]
    public async Task Det_skrivna_finns_kvar_efter_en_avslutad_session()
    {
        var nummer = await prov.LamnaIn("ET-1-00111", rad => rad["externId"] = "E2E-UTKAST");
        var sida = $"/arenden/{nummer}/utredning?omrade=d5";
        await using var karin = await Besokare.Inloggad(prov, "karin");
        await karin.Ga(sida);
        await karin.Fyll("beskrivning", Skrivet);
        await Sparat(karin);

        // Från en annan dator avslutar hon sessionen: den som skriver är utloggad, och det skrivna står kvar.
        await using (var annan = await Besokare.Inloggad(prov, "karin"))
        {
            await annan.Ga(sida);
            await annan.Ser("Det här är ditt utkast från");
            await Expect(annan.Sida.Locator("[name=beskrivning]")).ToHaveValueAsync(Skrivet);
            await annan.Ga("/konto");
            await annan.NySida(() => annan.Sida.Locator("form:has([name=__blankett][value^='session-'])").GetByRole(AriaRole.Button).First.ClickAsync());
        }
        await Task.Delay(TimeSpan.FromSeconds(5)); // kakan prövas igen
        await karin.Fyll("mal", "Duscha två gånger i veckan");
        await Expect(Lage(karin)).ToContainTextAsync("du är utloggad. Det du skrivit finns kvar här.");

        // Hon loggar in i en ny flik, och nästa sparande går fram av sig självt.
        var flik = await karin.Sida.Context.RunAndWaitForPageAsync(() => Lage(karin).GetByRole(AriaRole.Link).ClickAsync());
        await flik.Locator("main [name=anvandarnamn]").FillAsync("karin");
        await flik.Locator("main [name=losenord]").FillAsync(Provdata.Losenord);
        await flik.GetByRole(AriaRole.Button, new() { Name = "Logga in", Exact = true }).ClickAsync();
        await Expect(flik.Locator("[name=beskrivning]")).ToHaveValueAsync(Skrivet);
        await flik.CloseAsync();
        await karin.Sida.BringToFrontAsync();
        await karin.Sida.EvaluateAsync("() => window.dispatchEvent(new Event('focus'))");
        await Sparat(karin);

        // Webbläsaren dör. Allt är kvar, tills det sparas i ärendet.
        await using var ny = await Besokare.Inloggad(prov, "karin");
        await ny.Ga(sida);
        await Expect(ny.Sida.Locator("[name=mal]")).ToHaveValueAsync("Duscha två gånger i veckan");
        await ny.Skicka("Spara området");
        await Expect(ny.Sida.Locator(".utkastrad")).ToHaveCountAsync(0);
        await Expect(ny.Sida.Locator("[name=beskrivning]")).ToHaveValueAsync(Skrivet);
    }

    [KraverFact(Krav.Webblasare)]
    public async Task Utan_skript_sparas_utkastet_med_en_knapp_och_slangs_med_en_annan()
    {
        var nummer = await prov.LamnaIn("ET-1-00111", rad => rad["externId"] = "E2E-UTKAST-UTAN");
        await using var karin = await Besokare.Inloggad(prov, "karin", javascript: false);
        await karin.Ga($"/arenden/{nummer}/anteckningar");
        await karin.Fyll("nyText", Skrivet);
        await karin.Skicka("Spara utkast");
        await karin.Ser("Det är inte sparat i ärendet än.");
        await Expect(karin.Sida.Locator("[name=nyText]")).ToHaveValueAsync(Skrivet);

        await karin.GorFranIdag(nummer, "Granska ansökan");
        await karin.Valj("komplett", "nej");
        await karin.Fyll("anteckning", "Inkomstuppgift saknas.");
        await karin.Skicka("Spara utkast");
        await Expect(karin.Sida.Locator("[name=anteckning]")).ToHaveValueAsync("Inkomstuppgift saknas.");
        await Expect(karin.Sida.Locator("[name=komplett][value=nej]")).ToBeCheckedAsync();
        await karin.Skicka("Släng utkastet");
        await karin.Ser("Utkastet är slängt.");
        await Expect(karin.Sida.Locator("[name=anteckning]")).ToHaveValueAsync("");
    }

    [KraverFact(Krav.Webblasare)]
    public async Task Tva_som_skriver_samma_utredning_far_bada_med_och_valjer_dar_de_krockar()
    {
        var nummer = await prov.LamnaIn("ET-1-00111", rad => rad["externId"] = "E2E-TVA");
        var sida = $"/arenden/{nummer}/utredning?omrade=d5";
        await using var karin = await Besokare.Inloggad(prov, "karin");
        await using var maria = await Besokare.Inloggad(prov, "maria", javascript: false);
        foreach (var vem in new[] { karin, maria }) await vem.Ga(sida);
        await maria.Fyll("mal", "Duscha själv till våren");
        await maria.Skicka("Spara området");

        // Bara målet är ändrat av den andra: det förs ihop.
        await karin.Fyll("beskrivning", Skrivet);
        await karin.Skicka("Spara området");
        await karin.Ser("ändrade mål kl.");
        await Expect(karin.Sida.Locator("[name=beskrivning]")).ToHaveValueAsync(Skrivet);
        await Expect(karin.Sida.Locator("[name=mal]")).ToHaveValueAsync("Duscha själv till våren");

        // Båda skriver i beskrivningen: den som sparar sist ser båda och väljer. Det gäller också utan skript.
        await maria.Ga(sida);
        await karin.Fyll("beskrivning", "Klarar duschen med stöd.");
        await karin.Skicka("Spara området");
        await maria.Fyll("beskrivning", "Behöver stöd varje dag.");
        await maria.Fyll("kalla", "Dottern");
        await maria.Skicka("Spara området");
        await Expect(maria.Sida.GetByRole(AriaRole.Alert)).ToContainTextAsync("Beskrivning: båda har skrivit.");
        await Expect(maria.Sida.Locator(".krock-deras")).ToContainTextAsync("Klarar duschen med stöd.");
        await Expect(maria.Sida.Locator("[name=beskrivning]")).ToHaveValueAsync("Behöver stöd varje dag.");
        await Expect(maria.Sida.Locator("[name=kalla]")).ToHaveValueAsync("Dottern");
        await Expect(maria.Sida.Locator("[name=val-beskrivning][value=bada]")).ToBeCheckedAsync(); // den som bara sparar igen tar inte bort något
        await maria.Skicka("Spara området");
        await Expect(maria.Sida.Locator("[name=beskrivning]")).ToHaveValueAsync("Klarar duschen med stöd.\n\nBehöver stöd varje dag.");

        await karin.Ga(sida);
        await karin.NySida(() => karin.Sida.GetByRole(AriaRole.Link, new() { Name = "Tidigare lydelser" }).ClickAsync());
        await karin.Ser("Duscha själv till våren");
        await karin.Ser(Skrivet);
    }

    [KraverFact(Krav.Webblasare)]
    public Task En_ansokan_som_registreras_finns_kvar_efter_en_forlorad_session() => RegistrerasEfterAvbrott(skript: true);

    [KraverFact(Krav.Webblasare)]
    public Task En_ansokan_som_registreras_finns_kvar_ocksa_utan_skript() => RegistrerasEfterAvbrott(skript: false);

    private async Task RegistrerasEfterAvbrott(bool skript)
    {
        await using (var karin = await Besokare.Inloggad(prov, "karin", javascript: skript))
        {
            await karin.Ga("/ansokningar/registrera");
            await karin.Valj("identitet", "saknar");
            await karin.Fyll("fodelsedatum", "1939-02-11");
            await karin.Valj("kon", "kvinna");
            await karin.Fyll("fornamn", "Berit");
            await karin.Fyll("efternamn", "Utkastprov");
            await karin.ValjIListan("insats1", "trygghetslarm");
            await karin.Skicka("Lägg till en insats");
            await karin.ValjIListan("insats2", "hemtjanst");
            await karin.Fyll("onskemal2", Skrivet);
            if (skript)
            {
                await Sparat(karin);
                await karin.LoggaUt();
            }
            else
            {
                await karin.Skicka("Spara utkast");
                await karin.Ser("Ansökan är inte registrerad än.");
            }
        }

        // Fliken är stängd och sessionen slut. Hon loggar in igen och går vidare där hon var.
        await using var ny = await Besokare.Inloggad(prov, "karin", javascript: skript);
        await ny.Ga("/ansokningar/registrera");
        await ny.Ser("Det här är ditt utkast från");
        await ny.Ser("Personnumret sparas inte i ett utkast");
        await Expect(ny.Sida.Locator("[name=efternamn]")).ToHaveValueAsync("Utkastprov");
        await Expect(ny.Sida.Locator("[name=identitet][value=saknar]")).ToBeCheckedAsync();
        await Expect(ny.Sida.Locator("[name=insats2]")).ToHaveValueAsync("hemtjanst");
        await Expect(ny.Sida.Locator("[name=onskemal2]")).ToHaveValueAsync(Skrivet);
        await ny.Fyll("postnummer", "128 40");
        await ny.Skicka("Registrera ansökan");
        await ny.Ser("Ansökan är registrerad");
        await ny.Ga("/ansokningar/registrera");
        await Expect(ny.Sida.Locator(".utkastrad")).ToHaveCountAsync(0);
        await Expect(ny.Sida.Locator("[name=efternamn]")).ToHaveValueAsync("");
    }

    private static ILocator Lage(Besokare vem) => vem.Sida.Locator("[data-utkastlage]");

    private static Task Sparat(Besokare vem) => Expect(Lage(vem)).ToContainTextAsync("Utkast sparat");
}
