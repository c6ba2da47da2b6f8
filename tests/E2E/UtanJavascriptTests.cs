using System.Text.Json.Nodes;
using CaseFlow.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.E2E;

/// <summary>Everything core works without script.</summary>
[Collection(Webbsamling.Namn)]
public sealed class UtanJavascriptTests(Webbprov prov)
{
    [KraverFact(Krav.Webblasare)]
    public async Task Utan_javascript()
    {
        await using var karin = await Besokare.Inloggad(prov, "karin", javascript: false);
        await karin.NySida(() => karin.Sida.GetByRole(AriaRole.Link, new() { Name = "Ny ansökan" }).ClickAsync());
        await karin.Valj("kanal", "telefon");
        await karin.Valj("identitet", "saknar");
        await karin.Fyll("fodelsedatum", "1941-05-17");
        await karin.Valj("kon", "man");
        await karin.Fyll("fornamn", "Sven");
        await karin.Fyll("efternamn", "Utanskript");
        await karin.Fyll("postnummer", "128 40");
        await karin.ValjIListan("insats1", "trygghetslarm");
        await karin.Fyll("onskemal1", "Vill kunna larma om jag ramlar.");
        await karin.Skicka("Registrera ansökan");
        await karin.Ser("Ansökan är registrerad");
        await karin.Ser("handlägger ärendet.");
        await karin.NySida(() =>
            karin.Sida.GetByRole(AriaRole.Link, new() { NameRegex = new("^Öppna ärende") }).ClickAsync());
        var nummer = karin.Sida.Url.Split('/')[^1];
        await karin.Ser("Sven Utanskript");

        await karin.NySida(() =>
            karin.Sida.Locator("ul.uppgifter").GetByRole(AriaRole.Link, new() { Name = "Granska ansökan" }).ClickAsync());
        await karin.Skicka("Spara granskningen");
        await Expect(karin.Sida.GetByRole(AriaRole.Alert)).ToContainTextAsync("Två saker behöver rättas");

        var steg = new Handlaggning(karin, nummer);
        await steg.Granska();
        await steg.Utred(("Trygghetslarm", "1"));
        await steg.BifallOchLamna("Trygghetslarm", "1", "Känna sig trygg hemma", "handläggaren");
        await steg.Kommunicera();
        await steg.TaEmotSynpunkter();
        await steg.ForsokBesluta();
        await karin.Ser("Beslutet är fattat.");
        await steg.Underratta();
        await steg.Bestall("Trygghetsjouren");
        await steg.BekraftaStart();
    }

    [KraverFact(Krav.Webblasare)]
    public async Task En_insats_tas_tillbaka_och_sedan_resten_av_ansokan()
    {
        var nummer = await prov.LamnaIn("ET-1-00111", rad =>
        {
            rad["externId"] = "E2E-ATERTA";
            rad["insatser"] = new JsonArray(
                new JsonObject { ["insatstyp"] = "hemtjanst", ["onskemal"] = "Orkar inte städa." }, new JsonObject { ["insatstyp"] = "trygghetslarm", ["onskemal"] = "Vill kunna larma." });
        });
        await using var karin = await Besokare.Inloggad(prov, "karin", javascript: false);
        await karin.Ga($"/arenden/{nummer}");
        var ruta = karin.Sida.Locator("details.atgard", new() { HasText = "Personen tar tillbaka ansökan" });
        await ruta.Locator("summary").ClickAsync();
        await karin.Skicka("Registrera återtagandet");
        await Expect(karin.Sida.GetByRole(AriaRole.Alert)).ToContainTextAsync("Välj vad personen tar tillbaka.");
        await karin.ValjIListan("atertas", "Bara trygghetslarm");
        await karin.Fyll("atertagenDag", Handlaggning.Dag(0));
        await karin.ValjIListan("atertagenSatt", "telefon");
        await karin.Skicka("Registrera återtagandet");
        await karin.Ser("Insatsen är återtagen. Ärendet fortsätter med resten.");
        await Expect(karin.Sida.Locator("ul.ansokta li").Nth(1)).ToContainTextAsync("Återtagen i telefon");

        await ruta.Locator("summary").ClickAsync();
        await karin.Ser("Ärendet avslutas utan beslut.");
        await karin.Fyll("atertagenDag", Handlaggning.Dag(0));
        await karin.ValjIListan("atertagenSatt", "skriftligt");
        await karin.Skicka("Avsluta som återtagen");
        await karin.Ser("Ansökan är återtagen och ärendet avslutat.");
    }
}
