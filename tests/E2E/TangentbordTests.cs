using System.Text.Json.Nodes;
using CaseFlow.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.E2E;

/// <summary>With keys only, and the focus in sight all the way.</summary>
[Collection(Webbsamling.Namn)]
public sealed class TangentbordTests(Webbprov prov)
{
    private const int FlestTryck = 120;

    [KraverFact(Krav.Webblasare)]
    public async Task Bara_tangentbord()
    {
        var nummer = await prov.LamnaIn("ET-1-00324"); // hemtjänst och boendestöd
        await using var karin = await Besokare.Ny(prov);
        var (sida, tangenter) = (karin.Sida, karin.Sida.Keyboard);
        await karin.Ga("/logga-in");
        await Till(sida, sida.Locator("[name=anvandarnamn]"));
        await tangenter.TypeAsync("karin");
        await Till(sida, sida.Locator("[name=losenord]"));
        await tangenter.TypeAsync(Provdata.Losenord);
        await karin.NySida(() => tangenter.PressAsync("Enter"));
        await Expect(sida).ToHaveTitleAsync("Idag – CaseFlow");

        var rad = await karin.PaIdag(nummer, "Granska ansökan");
        await Till(sida, rad.Locator(".radatgard a"));
        await karin.NySida(() => tangenter.PressAsync("Enter"));
        await Till(sida, sida.Locator("[name=komplett]").First);
        await tangenter.PressAsync("Space");
        await Till(sida, sida.Locator("[name=sprakinformation]").First);
        await tangenter.PressAsync("ArrowUp");
        await Expect(sida.Locator("[name=sprakinformation][value=ej-aldreomsorg]")).ToBeCheckedAsync();
        await Till(sida, sida.GetByRole(AriaRole.Button, new() { Name = "Spara granskningen" }));
        await karin.NySida(() => tangenter.PressAsync("Enter"));
        await Expect(sida).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/arenden/{nummer}/utredning"));
        await karin.Ser("Granskningen är sparad");
    }

    [KraverFact(Krav.Webblasare)]
    public async Task Ett_beslut_fattas_med_bara_tangentbord()
    {
        var nummer = await prov.LamnaIn("ET-1-00111", rad =>
        {
            rad["externId"] = "ET-TANGENTBORD";
            rad["insatser"] = new JsonArray(new JsonObject { ["insatstyp"] = "trygghetslarm", ["onskemal"] = "Vill kunna larma." });
        });
        await using var karin = await Besokare.Inloggad(prov, "karin");
        var (sida, steg) = (karin.Sida, new Handlaggning(karin, nummer));
        await steg.Granska();
        await steg.Utred(("Trygghetslarm", "1"));
        await steg.BifallOchLamna("Trygghetslarm", "1", "Känna sig trygg hemma", "handläggaren");
        await steg.Kommunicera();
        await steg.TaEmotSynpunkter();

        await karin.Ga($"/arenden/{nummer}/beslut");
        await Till(sida, sida.GetByRole(AriaRole.Link, new() { Name = "Fatta beslut", Exact = true }));
        await karin.NySida(() => sida.Keyboard.PressAsync("Enter"));
        await Till(sida, sida.GetByRole(AriaRole.Button, new() { Name = "Fatta beslutet" }));
        await karin.NySida(() => sida.Keyboard.PressAsync("Enter"));
        await karin.Ser("Beslutet är fattat.");
    }

    [KraverFact(Krav.Webblasare)]
    public async Task Fokus_syns_i_varje_del_av_ett_datumfalt()
    {
        await using var karin = await Besokare.Inloggad(prov, "karin");
        await karin.Ga("/ansokningar/registrera");
        await Till(karin.Sida, karin.Sida.Locator("[name=ankomDag]"));
        await Till(karin.Sida, karin.Sida.Locator("[name=ankomTid]"));
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
        await karin.Sida.Keyboard.PressAsync("/");
        Assert.True(await karin.Sida.Locator("#toppsok").EvaluateAsync<bool>("e => e === document.activeElement"));
    }

    /// <summary>Tabs on until the element has focus. On the way every stop must show that it has it.</summary>
    private static async Task Till(IPage sida, ILocator mal)
    {
        for (var tryck = 0; tryck < FlestTryck; tryck++)
        {
            await sida.Keyboard.PressAsync("Tab");
            var dold = await sida.EvaluateAsync<string?>(
                """
                () => {
                  const e = document.activeElement;
                  if (!e || e === document.body) return null;
                  const syns = (x) => {
                    const s = getComputedStyle(x);
                    return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none';
                  };
                  // Ramen kan stå runt etiketten eller rutan som fältet ligger i.
                  return syns(e) || [e.closest('label'), e.closest('form')].some((x) => x && syns(x)) ? null : e.outerHTML.slice(0, 200);
                }
                """);
            Assert.True(dold is null, $"Fokus syns inte på {dold}");
            if (await mal.EvaluateAsync<bool>("e => e === document.activeElement")) return;
        }

        Assert.Fail($"Gick inte att nå med Tab: {mal}");
    }
}
