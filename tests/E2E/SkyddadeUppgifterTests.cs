using System.Text.Json.Nodes;
using CaseFlow.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.E2E;

/// <summary>A protected person whose name and address are easy to find if they leak.</summary>
[Collection(Webbsamling.Namn)]
public sealed class SkyddadeUppgifterTests(Webbprov prov)
{
    private static readonly string[] Kanariefaglar = ["Kanarina", "Fagelholm", "Kanariestigen", "08-555 111 77", "19430817"];

    [KraverFact(Krav.Webblasare)]
    public async Task Skyddade_uppgifter_syns_forst_nar_nagon_har_ett_skal()
    {
        var nummer = await prov.LamnaIn("ET-1-00065", a =>
        {
            a["externId"] = "E2E-SKYDD-1";
            a["skyddadeUppgifter"] = "sekretessmarkering";
            var s = a["sokande"]!.AsObject();
            (s["fornamn"], s["efternamn"], s["telefon"], s["fodelsedatum"]) = ("Kanarina", "Fagelholm", "08-555 111 77", "1943-08-17");
            s["adress"] = new JsonObject { ["gata"] = "Kanariestigen 77", ["postnummer"] = "128 30", ["ort"] = "Skarpnäck" };
        });

        string uppgift;
        await using (var maria = await Besokare.Inloggad(prov, "maria"))
        {
            foreach (var adress in new[] { "/idag", "/arenden", "/arenden?enheten=1", $"/arenden/{nummer}", "/indikatorer" }) await Prova(maria, adress);
            await maria.GorFranIdag(nummer, "Tilldela handläggare");
            uppgift = new Uri(maria.Sida.Url).AbsolutePath;
            Hemligt(await maria.Innehall(), uppgift);
            var karins = await maria.Sida.Locator("select[name=handlaggare] option", new() { HasText = "Karin Lindqvist" }).GetAttributeAsync("value")
                ?? await maria.Sida.Locator("label", new() { HasText = "Karin Lindqvist" }).Locator("input").GetAttributeAsync("value");
            if (await maria.Sida.Locator("select[name=handlaggare]").CountAsync() > 0) await maria.ValjIListan("handlaggare", karins!);
            else await maria.Valj("handlaggare", karins!);
            await maria.Skicka("Tilldela");
            await maria.Ser("Ärendet är tilldelat.");
        }

        await using (var petra = await Besokare.Inloggad(prov, "petra"))
        {
            foreach (var adress in new[] { $"/arenden/{nummer}", $"/arenden/{nummer}/utredning", $"/arenden/{nummer}/beslut", uppgift })
            {
                var svar = await petra.Sida.GotoAsync(adress);
                Assert.Equal(404, svar!.Status);
                await petra.Ser("finns inte");
                Hemligt(await petra.Innehall(), adress);
            }

            await Prova(petra, "/arenden?enheten=1");
            await Prova(petra, "/idag");
        }

        await using (var karin = await Besokare.Inloggad(prov, "karin"))
        {
            foreach (var adress in new[] { "/idag", "/idag?visa=nytt", "/idag?visa=vecka", "/arenden", $"/arenden/{nummer}", $"/arenden/{nummer}/utredning", $"/arenden/{nummer}/beslut" })
                await Prova(karin, adress);
            await karin.GorFranIdag(nummer, "Granska ansökan");
            Hemligt(await karin.Innehall(), "Granska ansökan");

            await karin.Ga($"/arenden/{nummer}");
            await Expect(karin.Sida.Locator("main")).ToContainTextAsync("Skyddade uppgifter");
            var ruta = karin.Sida.Locator("details.atgard", new() { HasText = "Visa skyddade uppgifter" });
            await ruta.Locator("summary").ClickAsync();
            await karin.Skicka("Visa i fem minuter");
            await Expect(karin.Sida.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            Hemligt(await karin.Innehall(), "utan skäl");
            await karin.Fyll("visaSkal", "Ska boka hembesök");
            await karin.Skicka("Visa i fem minuter");
            await karin.Ser("Uppgifterna visas i fem minuter.");
            await karin.Ser("Kanarina Fagelholm");
            await karin.Ser("Kanariestigen 77");
        }

        // Visningen är Karins: för chefen är uppgifterna fortfarande dolda.
        await using var henrik = await Besokare.Inloggad(prov, "henrik");
        await Prova(henrik, $"/arenden/{nummer}");
        Hemligt(prov.Utskrift, "loggen");
    }

    private static async Task Prova(Besokare vem, string adress)
    {
        await vem.Ga(adress);
        Hemligt(await vem.Innehall(), adress);
    }

    private static void Hemligt(string text, string var)
    {
        foreach (var fagel in Kanariefaglar) Assert.False(text.Contains(fagel, StringComparison.OrdinalIgnoreCase), $"{fagel} syns i {var}");
    }
}
