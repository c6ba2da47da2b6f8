using System.Text.Json.Nodes;
using CaseFlow.Testing;

namespace CaseFlow.E2E;

/// <summary>With keys only, and the focus in sight all the way.</summary>
[Collection(Webbsamling.Namn)]
public sealed class TangentbordTests(Webbprov prov)
{
    /// <summary>From the sign-in to the day the insats has started, without a mouse.</summary>
    [KraverFact(Krav.Webblasare)]
    public async Task Hela_vagen_med_bara_tangentbord()
    {
        var nummer = await prov.LamnaIn("ET-1-00111", rad =>
        {
            rad["externId"] = "ET-TANGENTBORD";
            rad["insatser"] = new JsonArray(new JsonObject { ["insatstyp"] = "trygghetslarm", ["onskemal"] = "Vill kunna larma." });
        });
        await using var karin = await Besokare.Inloggad(prov, "karin", baraTangenter: true);
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
    public async Task Fokus_syns_i_varje_del_av_ett_datumfalt()
    {
        await using var karin = await Besokare.Inloggad(prov, "karin");
        await karin.Ga("/ansokningar/registrera");
        await karin.Till(karin.Sida.Locator("[name=ankomDag]"));
        await karin.Till(karin.Sida.Locator("[name=ankomTid]"));
    }

    [KraverFact(Krav.Webblasare)]
    public async Task Bokstavstangenterna_gar_till_raden_och_dess_atgard()
    {
        await prov.LamnaIn("ET-1-00080");
        await using var karin = await Besokare.Inloggad(prov, "karin");
        await karin.Sida.Keyboard.PressAsync("j");
        Assert.True(await karin.Sida.Locator("li.rad [data-oppna]").First.EvaluateAsync<bool>("e => e === document.activeElement"));
        await karin.NySida(() => karin.Sida.Keyboard.PressAsync("n"));
        Assert.DoesNotContain("/idag", karin.Sida.Url, StringComparison.Ordinal);
        // Den som går tillbaka står på raden hon lämnade, och Esc i sökfältet går till den.
        await karin.Sida.GoBackAsync();
        var rad = karin.Sida.Locator("li.rad[aria-current] [data-oppna]");
        await Microsoft.Playwright.Assertions.Expect(rad).ToBeFocusedAsync();
        await karin.Sida.Keyboard.PressAsync("/");
        await karin.Sida.Keyboard.PressAsync("Escape");
        await Microsoft.Playwright.Assertions.Expect(rad).ToBeFocusedAsync();
        await karin.Sida.Keyboard.PressAsync("/");
        Assert.True(await karin.Sida.Locator("#toppsok").EvaluateAsync<bool>("e => e === document.activeElement"));
    }
}
