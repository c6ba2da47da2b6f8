using System.Text.RegularExpressions;
using CaseFlow.Testing;
using Microsoft.Playwright;

namespace CaseFlow.E2E;

/// <summary>The pictures of the handbook, taken of the demo as someone sees it after starting it. Every picture that the handbook shows is taken here, and
/// every page in a picture is walked to each time; the files are written when <c>CASEFLOW_SKRIV_HANDBOK=1</c>.</summary>
public sealed partial class HandbokTests
{
    private const int Bredd = 1280;
    private const int Hojd = 800;

    private static readonly bool Skriv = Environment.GetEnvironmentVariable("CASEFLOW_SKRIV_HANDBOK") == "1";

    private readonly HashSet<string> _tagna = new(StringComparer.Ordinal);

    [KraverFact(Krav.Webblasare)]
    public async Task Handbokens_bilder_visar_sidorna_som_de_ar()
    {
        var mapp = Directory.CreateTempSubdirectory("caseflow-handbok-").FullName;
        try
        {
            await using var webb = await Webbprocess.Starta(mapp, "demo-liten");
            using var playwright = await Playwright.CreateAsync();
            await using var chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Webblasare.Sokvag, Headless = true, Args = ["--headless", "--no-sandbox", "--disable-gpu"] });
            await Handlaggaren(await Sida(chromium, webb, "karin"));
            await Chefen(await Sida(chromium, webb, "maria"));
        }
        finally
        {
            Directory.Delete(mapp, recursive: true);
        }

        Assert.Equal(Visade().Order(StringComparer.Ordinal), _tagna.Order(StringComparer.Ordinal));
        Assert.Equal("", string.Join(", ", _tagna.Where(b => !File.Exists(Fil(b)))));
    }

    private async Task Handlaggaren(IPage sida)
    {
        await Ta(sida, "/idag", "idag", "Idag");
        var arende = await Forsta(sida, "a[href*='/utredning']");
        var nummer = arende.Split('/')[2];
        await Ta(sida, $"/idag?forhandsvisa={nummer}", "forhandsvisning", "Idag");
        await Ta(sida, $"/arenden/{nummer}", "arende");
        await Ta(sida, $"/arenden/{nummer}/utredning", "utredning");
        await Ta(sida, $"/arenden/{nummer}/anteckningar", "anteckningar");
        await Ta(sida, $"/arenden/{nummer}/personen", "personen");
        await Ta(sida, $"/arenden/{nummer}/processen", "processen", vanta: ".karta .karta-nu");
        await Ta(sida, $"/arenden/{nummer}/utskrift", "utskrift");
        await sida.GotoAsync("/idag");
        await Ta(sida, await Forsta(sida, "a[href*='/beslut']"), "beslut");
    }

    private async Task Chefen(IPage sida)
    {
        await Ta(sida, "/enheten", "enheten", "Enheten");
        await Ta(sida, "/enheten/flytta?fran=0", "flytta");
        await Ta(sida, "/franvaro", "franvaro", "Frånvaro");
        await Ta(sida, "/indikatorer", "indikatorer", "Indikatorer");
        await Ta(sida, "/avvikelser", "avvikelser", "Avvikelser");
    }

    private static async Task<string> Forsta(IPage sida, string lank)
    {
        foreach (var adress in new[] { "/idag", "/idag?band=vecka", "/idag?band=nytt", "/idag?band=senare", "/idag?band=vantar" })
        {
            await sida.GotoAsync(adress);
            if (await sida.Locator($"main {lank}").CountAsync() > 0) return (await sida.Locator($"main {lank}").First.GetAttributeAsync("href"))!;
        }

        throw new InvalidOperationException($"På Idag finns ingen {lank}.");
    }

    private async Task Ta(IPage sida, string adress, string namn, string? rubrik = null, string vanta = "main h1")
    {
        var svar = await sida.GotoAsync(adress);
        Assert.Equal((200, adress), (svar!.Status, new Uri(sida.Url).PathAndQuery));
        await Assertions.Expect(sida.Locator(vanta).First).ToBeVisibleAsync();
        if (rubrik is not null) await Assertions.Expect(sida.Locator("h1")).ToContainTextAsync(rubrik);
        Assert.True(_tagna.Add(namn), $"{namn} är redan tagen.");
        if (Skriv) await sida.ScreenshotAsync(new() { Path = Fil(namn), Animations = ScreenshotAnimations.Disabled });
    }

    private static async Task<IPage> Sida(IBrowser chromium, Webbprocess webb, string vem)
    {
        var fonster = await chromium.NewContextAsync(new()
        {
            BaseURL = webb.Adress.ToString(), ViewportSize = new() { Width = Bredd, Height = Hojd }, Locale = "sv-SE", TimezoneId = "Europe/Stockholm",
            ReducedMotion = ReducedMotion.Reduce,
        });
        fonster.SetDefaultTimeout(Besokare.Talamod);
        var sida = await fonster.NewPageAsync();
        await sida.GotoAsync("/logga-in");
        await sida.Locator("[name=anvandarnamn]").FillAsync(vem);
        await sida.Locator("[name=losenord]").FillAsync("caseflow-demo");
        await sida.GetByRole(AriaRole.Button, new() { Name = "Logga in", Exact = true }).ClickAsync();
        await sida.WaitForURLAsync(url => !url.Contains("/logga-in", StringComparison.Ordinal));
        return sida;
    }

    private static string Handbok { get; } = Path.Combine(Kalltrad.Rot, "docs", "handbok");

    private static string Fil(string bild) => Path.Combine(Handbok, "bilder", bild + ".png");

    private static IEnumerable<string> Visade() => Directory.EnumerateFiles(Handbok, "*.md")
        .SelectMany(f => Bild().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"!\[[^\]]+\]\(bilder/([a-z-]+)\.png\)")]
    private static partial Regex Bild();
}
