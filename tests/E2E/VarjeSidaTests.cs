using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Indikatorer;
using CaseFlow.Testing;
using CaseFlow.Web.Pages.Grund;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.E2E;

/// <summary>Every page there is, by its route: a page without a row here fails. Seen wide and narrow, in the light and the dark, by axe; it has one
/// heading and a name of its own, and the browser has nothing to say.</summary>
[Collection(Webbsamling.Namn)]
public sealed class VarjeSidaTests(Webbprov prov)
{
    private const string Karin = "karin";
    private const string Maria = "maria";
    private const string Fredrik = "fredrik";

    [KraverFact(Krav.Webblasare)]
    public async Task Varje_sida_bred_smal_ljus_och_mork()
    {
        var (nummer, klar) = (await Lamna("ET-VARJE-SIDA"), await Granskat());
        await prov.Data.LaggUpp("Fredrik Forvaltare", Roll.Forvaltare, Fredrik);
        var uppgift = await prov.Data.Uppgift(nummer);
        var anvandare = await prov.Data.Rakna("SELECT id FROM anvandare WHERE namn = 'Petra Holm'");
        (string Vag, string? Vem, string Adress)[] sidor =
        [
            ("/logga-in", null, "/logga-in"), ("/fel/{Kod:int}", null, "/fel/404"),
            ("/idag", Karin, "/idag"), ("/arenden", Karin, "/arenden"), ("/sok", Karin, "/sok"), ("/sok/{Id}", Karin, "/sok/0123456789abcdef0123456789abcdef"), ("/franvaro", Karin, "/franvaro"),
            ("/ansokningar/registrera", Karin, "/ansokningar/registrera"), ("/avvikelser/rapportera", Karin, "/avvikelser/rapportera"),
            ("/indikatorer", Karin, "/indikatorer"), ("/indikatorer/{Kod}", Karin, $"/indikatorer/{IndikatorKatalog.SamtligaInsatserBeskrivna.Kod}"),
            ("/konto", Karin, "/konto"), ("/konto/losenord", Karin, "/konto/losenord"), ("/konto/tva-steg", Karin, "/konto/tva-steg"),
            ("/konto/api-nycklar", Karin, "/konto/api-nycklar"), ("/konto/sparrar", Karin, "/konto/sparrar"),
            ("/arenden/{Nummer}", Karin, $"/arenden/{nummer}"), ("/arenden/{Nummer}/anteckningar", Karin, $"/arenden/{nummer}/anteckningar"),
            ("/arenden/{Nummer}/anteckningar/{Nr}", Karin, $"/arenden/{nummer}/anteckningar/1"), ("/arenden/{Nummer}/handlingar", Karin, $"/arenden/{nummer}/handlingar"),
            ("/arenden/{Nummer}/personen", Karin, $"/arenden/{nummer}/personen"), ("/arenden/{Nummer}/processen", Karin, $"/arenden/{nummer}/processen"), ("/arenden/{Nummer}/lagg-till", Karin, $"/arenden/{nummer}/lagg-till"),
            ("/arenden/{Nummer}/utskrift", Karin, $"/arenden/{nummer}/utskrift"), ("/arenden/{Nummer}/kontakt", Karin, $"/arenden/{nummer}/kontakt"),
            ("/arenden/{Nummer}/utredning", Karin, $"/arenden/{klar}/utredning"), ("/arenden/{Nummer}/underlag", Karin, $"/arenden/{klar}/underlag"),
            ("/arenden/{Nummer}/utredning/lydelser", Karin, $"/arenden/{klar}/utredning/lydelser"),
            ("/arenden/{Nummer}/beslut", Karin, $"/arenden/{klar}/beslut"), ("/uppgifter/{Id:guid}", Karin, $"/uppgifter/{uppgift}"),
            ("/arenden/{Nummer}/oppna", "petra", $"/arenden/{nummer}/oppna"),
            ("/arenden/{Nummer}/atkomst", Maria, $"/arenden/{nummer}/atkomst"), ("/enheten", Maria, "/enheten"), ("/enheten/flytta", Maria, "/enheten/flytta?fran=0"),
            ("/enheten/att-granska", Maria, "/enheten/att-granska"), ("/nodoppning", Maria, "/nodoppning"), ("/avvikelser", Maria, "/avvikelser"),
            ("/processer", Maria, "/processer"), ("/processer/{Nyckel}", Maria, "/processer/bistand"), ("/forvaltning/incidenter", Fredrik, "/forvaltning/incidenter"), ("/forvaltning", Fredrik, "/forvaltning"), ("/forvaltning/ny", Fredrik, "/forvaltning/ny"),
            ("/forvaltning/anvandare/{Id:long}", Fredrik, $"/forvaltning/anvandare/{anvandare}"),
        ];
        Assert.Equal("", string.Join(", ", Vagar().Except(sidor.Select(s => s.Vag)).Order(StringComparer.Ordinal)));
        Assert.Equal("", string.Join(", ", sidor.Select(s => s.Vag).Except(Vagar())));

        var (axe, titlar) = (new Axeprov(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var egna in sidor.GroupBy(s => s.Vem))
        {
            await using var besokare = egna.Key is { } vem ? await Besokare.Inloggad(prov, vem) : await Besokare.Ny(prov);
            if (egna.Key == Karin) await Anteckna(besokare, nummer);
            foreach (var (vag, _, adress) in egna)
            {
                var svar = await besokare.Ga(adress);
                var vantat = vag.StartsWith("/fel/", StringComparison.Ordinal) ? 404 : 200;
                if (svar?.Status != vantat) axe.Brist($"{vag}: svarade {svar?.Status}");
                if (!besokare.Sida.Url.EndsWith(adress, StringComparison.Ordinal)) axe.Brist($"{vag}: hamnade på {besokare.Sida.Url}");
                if (await besokare.Sida.Locator("h1").CountAsync() is not 1 and var rubriker) axe.Brist($"{vag}: {rubriker} huvudrubriker");
                var titel = await besokare.Sida.TitleAsync();
                if (!titel.EndsWith(" – CaseFlow", StringComparison.Ordinal) || !titlar.Add(titel)) axe.Brist($"{vag}: heter {titel}");
                await axe.Prova(besokare, vag);
                await axe.ProvaMork(besokare, vag);
            }

            if (egna.Key == Karin) await Traffar(besokare, axe);
        }

        await Felen(axe);
        axe.UtanBrister();
    }

    /// <summary>What is shown instead of a page; 403 is told as if there were nothing.</summary>
    private async Task Felen(Axeprov axe)
    {
        await using var besokare = await Besokare.Ny(prov, klagomal: false); // att svaret är ett fel är meningen
        foreach (var (kod, vantat) in new[] { (400, 400), (401, 401), (403, 404), (409, 409), (429, 429), (500, 500), (503, 503) })
        {
            var svar = await besokare.Ga($"/fel/{kod}");
            if (svar?.Status != vantat) axe.Brist($"/fel/{kod}: svarade {svar?.Status}");
            if (await besokare.Sida.Locator("h1").CountAsync() is not 1 and var rubriker) axe.Brist($"/fel/{kod}: {rubriker} huvudrubriker");
            await axe.Prova(besokare, $"/fel/{kod}");
            await axe.ProvaMork(besokare, $"/fel/{kod}");
        }
    }

    /// <summary>What a search finds: persons with their ärenden, and notes.</summary>
    private static async Task Traffar(Besokare karin, Axeprov axe)
    {
        foreach (var (text, vad) in new[] { ("badrummet", "anteckningar"), ("lindqvist", "personer") })
        {
            await karin.Ga("/sok");
            await karin.Fyll("sok", text);
            await karin.Skicka("Sök");
            if (await karin.Sida.Locator("main a[href^='/arenden/']").CountAsync() == 0) axe.Brist($"sökningen på {vad} hittade inget");
            await axe.Prova(karin, $"/sok, {vad}");
            await axe.ProvaMork(karin, $"/sok, {vad}");
        }
    }

    /// <summary>Every route that a page answers; the rest of the endpoints have no page (Vagregler in the tests of the web).</summary>
    private static HashSet<string> Vagar() => [.. typeof(Sida).Assembly.GetTypes()
        .SelectMany(t => t.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>()).Select(r => r.Template)];

    private static async Task Anteckna(Besokare karin, string nummer)
    {
        await karin.Ga($"/arenden/{nummer}/anteckningar");
        await karin.ValjIListan("nySlag", "hembesok");
        await karin.Fyll("nyText", "Vi gick igenom badrummet.");
        await karin.Skicka("Spara och signera");
        await karin.Ser("Anteckning 1 är sparad och signerad.");
    }

    private Task<string> Lamna(string externId) => prov.LamnaIn("ET-1-00111", rad => rad["externId"] = externId);

    private async Task<string> Granskat()
    {
        var nummer = await Lamna("ET-VARJE-SIDA-2");
        await using var karin = await Besokare.Inloggad(prov, Karin);
        await new Handlaggning(karin, nummer).Granska();
        return nummer;
    }
}
