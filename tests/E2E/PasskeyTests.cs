using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CaseFlow.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.E2E;

/// <summary>Passkeys with an authenticator that the browser pretends to have (the DevTools protocol's virtual one), on http on one's own computer.</summary>
[Collection(Webbsamling.Namn)]
public sealed class PasskeyTests(Webbprov prov)
{
    [KraverFact(Krav.Webblasare)]
    public async Task Med_en_nyckel_loggar_man_in_utan_losenord_tills_den_tas_bort()
    {
        await using var petra = await MedEnhet();
        await petra.Enhet.LoggaIn("petra");
        await petra.Enhet.Ga("/konto");
        await petra.Enhet.Fyll("namn", "Jobbdatorn");
        await petra.Enhet.Fyll("losenord", "fel lösenord");
        await petra.Enhet.Knapp("Lägg till en nyckel");
        await Expect(petra.Enhet.Sida.Locator("[data-passkey-fel]")).ToHaveTextAsync("Det är inte ditt nuvarande lösenord.");
        await petra.Enhet.Fyll("losenord", Provdata.Losenord);
        await petra.Enhet.Skicka("Lägg till en nyckel");
        await petra.Enhet.Ser("Nyckeln är tillagd.");
        await petra.Enhet.Ser("Jobbdatorn");

        await petra.Enhet.LoggaUt();
        await petra.Enhet.Skicka("Logga in med nyckel");
        await Expect(petra.Enhet.Sida).ToHaveURLAsync(new Regex("/idag$"));

        // Den som har två nycklar i samma enhet får veta det, inget händer.
        await petra.Enhet.Ga("/konto");
        await petra.Enhet.Ser("En nyckel till ditt konto lades till");
        await petra.Enhet.Fyll("namn", "En till");
        await petra.Enhet.Fyll("losenord", Provdata.Losenord);
        await petra.Enhet.Knapp("Lägg till en nyckel");
        await Expect(petra.Enhet.Sida.Locator("[data-passkey-fel]")).ToHaveTextAsync("Enheten har redan en nyckel här.");

        var byt = petra.Enhet.Sida.Locator("details.atgard", new() { HasText = "Byt namn på Jobbdatorn" });
        await byt.Locator("summary").ClickAsync();
        await byt.Locator("input[name^='namn']").FillAsync("Hemmadatorn");
        await petra.Enhet.NySida(() => byt.Locator("button[type='submit']").ClickAsync());
        await petra.Enhet.Ser("Hemmadatorn");
        var bort = petra.Enhet.Sida.Locator("details.atgard", new() { HasText = "Ta bort Hemmadatorn" });
        await bort.Locator("summary").ClickAsync();
        await bort.Locator("input[type='password']").FillAsync(Provdata.Losenord);
        await petra.Enhet.NySida(() => bort.Locator("button[type='submit']").ClickAsync());
        await Expect(petra.Enhet.Sida).ToHaveTitleAsync("Logga in – CaseFlow");

        await petra.Enhet.Skicka("Logga in med nyckel");
        await petra.Enhet.Ser("Nyckeln känns inte igen.");
        Assert.NotEqual(0, await prov.Data.Rakna("SELECT COUNT(*) FROM audit_handelse WHERE typ = 'PasskeyTillagd'"));
        Assert.Equal(1, await prov.Data.Rakna("SELECT COUNT(*) FROM audit_handelse WHERE typ = 'PasskeyBorttagen'"));
    }

    /// <summary>The server asks the authenticator to verify who it is, and does not take the browser's word that it asked.</summary>
    [KraverFact(Krav.Webblasare)]
    public async Task En_nyckel_som_inte_har_provat_vem_det_ar_slapper_inte_in()
    {
        await using var petra = await MedEnhet();
        await petra.Enhet.LoggaIn("petra");
        await petra.Enhet.Ga("/konto");
        await petra.Enhet.Fyll("namn", "Utan PIN");
        await petra.Enhet.Fyll("losenord", Provdata.Losenord);
        await petra.Enhet.Skicka("Lägg till en nyckel");
        await petra.Enhet.LoggaUt();

        await petra.Kanal.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = petra.Id, ["isUserVerified"] = false });
        await petra.Enhet.Sida.RouteAsync("**/logga-in/passkey", async vag =>
        {
            var svar = await vag.FetchAsync();
            var val = JsonNode.Parse(await svar.TextAsync())!;
            Assert.Equal("required", val["userVerification"]!.GetValue<string>());
            val["userVerification"] = "discouraged";
            await vag.FulfillAsync(new() { Response = svar, Body = val.ToJsonString() });
        });
        await petra.Enhet.Skicka("Logga in med nyckel");
        await petra.Enhet.Ser("Nyckeln känns inte igen.");
        await petra.Enhet.Ga("/konto");
        await Expect(petra.Enhet.Sida).ToHaveTitleAsync("Logga in – CaseFlow");
    }

    [KraverFact(Krav.Webblasare)]
    public async Task Utan_skript_syns_ingen_knapp_som_inte_gar_att_trycka_pa()
    {
        await using var petra = await Besokare.Ny(prov, javascript: false);
        await petra.Ga("/logga-in");
        await Expect(petra.Sida.GetByRole(AriaRole.Button, new() { Name = "Logga in med nyckel" })).ToBeHiddenAsync();
        await petra.LoggaIn("petra");
        await petra.Ga("/konto");
        await Expect(petra.Sida.Locator("main noscript p")).ToBeVisibleAsync();
        await Expect(petra.Sida.GetByRole(AriaRole.Button, new() { Name = "Lägg till en nyckel" })).ToBeHiddenAsync();
    }

    private async Task<Virtuell> MedEnhet()
    {
        // En IP-adress kan inte ha nycklar: webbläsaren kräver ett namn.
        var besokare = await Besokare.Ny(prov, adress: new UriBuilder(prov.Adress) { Host = "localhost" }.Uri);
        var kanal = await besokare.Sida.Context.NewCDPSessionAsync(besokare.Sida);
        await kanal.SendAsync("WebAuthn.enable");
        var svar = await kanal.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new(besokare, kanal, svar!.Value.GetProperty("authenticatorId").GetString()!);
    }

    private sealed record Virtuell(Besokare Enhet, ICDPSession Kanal, string Id) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Enhet.DisposeAsync();
    }
}
