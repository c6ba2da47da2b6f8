using CaseFlow.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.E2E;

/// <summary>One ansökan from the example file, all the way to uppföljning, in a real browser.</summary>
[Collection(Webbsamling.Namn)]
public sealed class HelaVagenTests(Webbprov prov)
{
    private const string Rad = "ET-1-00111"; // ledsagning och hemtjänst, utan skydd

    [KraverFact(Krav.Webblasare)]
    public async Task En_ansokan_gar_hela_vagen()
    {
        var nummer = await prov.Importera(Rad);
        await using (var karin = await Besokare.Inloggad(prov, "karin"))
        {
            var steg = new Handlaggning(karin, nummer, Skarmbild.Av(karin));
            var rad = await karin.PaIdag(nummer, "Granska ansökan");
            await Expect(rad).ToContainTextAsync("Fatemeh Lindqvist");
            await Skarmbild.Av(karin)("idag");
            await steg.Granska();
            await steg.Utred(("Ledsagning", "8"), ("Hemtjänst", "45"));
            await steg.Avsla("Ledsagning", "Du kan få sällskap av din dotter och resa med färdtjänst.");
            await steg.BifallOchLamna("Hemtjänst", "45", "Bo kvar hemma", "biträdande enhetschef");
            await steg.Kommunicera();
            await steg.TaEmotSynpunkter();

            await karin.Ga($"/arenden/{nummer}/beslut");
            await karin.Ser("Förslaget väntar på beslut av biträdande enhetschef sedan");
            await Expect(karin.Sida.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Fatta beslut", Exact = true })).ToHaveCountAsync(0);
            await steg.ForsokBesluta();
            await Expect(karin.Sida.GetByRole(AriaRole.Alert)).ToContainTextAsync("Beslutet är inte fattat");
            await Expect(karin.Sida.GetByRole(AriaRole.Alert)).ToContainTextAsync(
                new System.Text.RegularExpressions.Regex(@"Beslutet fattas av biträdande enhetschef enligt punkt (3\.2|4\.2) i delegationsordningen\."));
            await Skarmbild.Av(karin)("beslut-nekat");
            await karin.LoggaUt();
        }

        await using (var henrik = await Besokare.Inloggad(prov, "henrik"))
        {
            await henrik.GorFranIdag(nummer, "Fatta beslut");
            await new Handlaggning(henrik, nummer).ForsokBesluta();
            await henrik.Ser("Beslutet är fattat.");
            await henrik.Ga($"/arenden/{nummer}");
            await henrik.Ser("av Henrik Åberg, biträdande enhetschef, punkt 3.2 i delegationsordningen");
            await henrik.LoggaUt();
        }

        await using (var karin = await Besokare.Inloggad(prov, "karin"))
        {
            var steg = new Handlaggning(karin, nummer, Skarmbild.Av(karin));
            await steg.Underratta();
            await steg.Bestall("Hemtjänsten Skarpnäck");
            await steg.BekraftaStart();
            await UppfoljningsdagenKommer(karin, nummer);
            await steg.FoljUpp("fortsatter");
            await karin.Ga($"/arenden/{nummer}");
            await Skarmbild.Av(karin)("arende");
            await UppfoljningsdagenKommer(karin, nummer);
            await steg.FoljUpp("avslut");
            await karin.Ga($"/arenden/{nummer}");
            await karin.Ser("Ärendet är avslutat");
            await karin.Sida.GetByRole(AriaRole.Link, new() { Name = "Utredningen" }).ClickAsync();
            await karin.Ser("Utredningen är avslutad och kan inte ändras.");
            await IndikatornArEnEgenRakning(karin);
        }

        var granskad = await prov.Data.Granska();
        Assert.Null(granskad.Brott);
        Assert.True(granskad.Handelser > 0);
    }

    [KraverFact(Krav.Webblasare)]
    public async Task Den_som_kommer_sist_far_veta_att_svaret_inte_sparades_och_har_det_kvar()
    {
        var nummer = await prov.LamnaIn("ET-1-00007");
        await using var forst = await Besokare.Inloggad(prov, "karin");
        await using var sist = await Besokare.Inloggad(prov, "karin");
        foreach (var vem in new[] { forst, sist }) await vem.GorFranIdag(nummer, "Granska ansökan");

        await Granska(forst, "ja");
        await forst.Ser("Granskningen är sparad");
        await Granska(sist, "nej");

        await sist.Ser("Ditt svar sparades inte");
        await Expect(sist.Sida.Locator("dl.besvarat")).ToHaveCountAsync(2);
        await Expect(sist.Sida.Locator("dl.besvarat").First).ToContainTextAsync("Nej, den behöver kompletteras");

        static async Task Granska(Besokare vem, string komplett)
        {
            await vem.Valj("komplett", komplett);
            await vem.Valj("sprakinformation", "ej-aldreomsorg");
            await vem.Skicka("Spara granskningen");
        }
    }

    private async Task UppfoljningsdagenKommer(Besokare vem, string nummer)
    {
        await prov.Data.LatTimrarnaGa(nummer);
        for (var forsok = 0; forsok < 60; forsok++)
        {
            await vem.Ga($"/arenden/{nummer}");
            if (await vem.Sida.Locator("ul.uppgifter", new() { HasText = "Följ upp insats" }).CountAsync() > 0) return;
            await Task.Delay(500);
        }

        Assert.Fail("Uppgiften att följa upp kom inte när dagen var inne.");
    }

    /// <summary>The figure of the page, counted anew with plain SQL over the audit trail.</summary>
    private async Task IndikatornArEnEgenRakning(Besokare vem)
    {
        const string Avslutade = "FROM audit_handelse WHERE typ = 'UtredningAvslutad' AND utfall = 'Ok'";
        var alla = await prov.Data.Rakna($"SELECT count(*) {Avslutade}");
        var beskrivna = await prov.Data.Rakna($"SELECT count(*) {Avslutade} AND json_extract(data, '$.Ansokta') = json_extract(data, '$.Beskrivna')");
        Assert.InRange(alla, 1, 19); // färre än 20 visas som antal
        await vem.Ga("/indikatorer");
        var rad = vem.Sida.Locator("tr", new() { HasText = "Andel utredningar där samtliga ansökta insatser är beskrivna" });
        await Expect(rad).ToContainTextAsync($"{beskrivna} av {alla}");
        await Skarmbild.Av(vem)("indikatorer");
        await vem.NySida(() => rad.Locator("a").First.ClickAsync());
        await Expect(vem.Sida.Locator("table.tat tbody tr", new() { HasText = "Utredning avslutad" })).ToHaveCountAsync((int)alla);
        await Skarmbild.Av(vem)("indikator-underlag");
    }
}
