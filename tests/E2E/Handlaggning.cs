using System.Globalization;
using CaseFlow.Domain.Kalender;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.E2E;

/// <summary>The steps of an ärende as people take them on the pages, with what they see after each.</summary>
/// <param name="visad">Called at each page worth a look of its own, with a name for it.</param>
internal sealed class Handlaggning(Besokare vem, string nummer, Func<string, Task>? visad = null)
{
    public static string Dag(int fran) =>
        SvenskTid.Dag(TimeProvider.System.GetUtcNow()).AddDays(fran).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private IPage Sida => vem.Sida;

    public async Task Granska()
    {
        await vem.GorFranIdag(nummer, "Granska ansökan");
        await Expect(Sida.GetByRole(AriaRole.Heading, new() { Name = "Granska ansökan" })).ToBeVisibleAsync();
        await Expect(Sida.Locator("aside.underlag")).ToContainTextAsync("Ankomstdag");
        await Visad("uppgift");
        await vem.Valj("komplett", "ja");
        await vem.Valj("sprakinformation", "ej-aldreomsorg");
        await vem.Skicka("Spara granskningen");
        await Expect(Sida).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/arenden/{nummer}/utredning"));
        await vem.Ser("Granskningen är sparad");
    }

    /// <summary>Writes all parts, and finds that the question about violence cannot be left out.</summary>
    public async Task Utred(params (string Namn, string Omfattning)[] insatser)
    {
        await Visad("utredning-omrade");
        await vem.Skicka("Ej aktuellt");
        await vem.Ser("Lärande och att tillämpa kunskap är markerat som ej aktuellt.");
        await Del("Hemliv");
        await vem.Fyll("egnaOrd", "Jag orkar inte städa längre.");
        await vem.Fyll("kalla", "Samtal med sökanden");
        await vem.Fyll("kalldatum", Dag(0));
        await vem.Fyll("beskrivning", "Klarar enklare mat själv. Städ, tvätt och inköp går inte.");
        await vem.Valj("bedomt", "3");
        await vem.Valj("avsett", "1");
        await vem.Fyll("mal", "Ett rent och tryggt hem.");
        await vem.NySida(() => vem.Klicka(Sida.Locator("button[name=gor][value=klar]")));
        await vem.Ser("Hemliv är klart.");

        await Del("Ansökta insatser");
        foreach (var (namn, omfattning) in insatser) await Beskriv(namn, omfattning);
        await vem.Skicka(insatser.Length == 1 ? "Spara insatsen" : "Spara alla insatser");
        await vem.Ser("Sparat");
        foreach (var (namn, _) in insatser) await Expect(Insatskort(namn)).ToContainTextAsync("Beskriven");
        await Visad("utredning-insatser");

        await Del("Bedömning");
        await vem.Fyll("samladBedomning", "Behovet går inte att tillgodose på annat sätt.");
        await vem.Skicka("Spara bedömningen");
        await vem.Ser("Bedömningen är sparad");
        await Visad("utredning-bedomning");

        await Del("Avsluta utredningen");
        await vem.Ser("Innan utredningen går att avsluta:");
        await Visad("utredning-avsluta");
        await vem.Skicka("Avsluta utredningen");
        await Expect(Sida.GetByRole(AriaRole.Alert)).ToContainTextAsync("våld", new() { IgnoreCase = true });
        await Visad("utredning-avsluta-nekad");

        await Del("Fråga om våld");
        await Visad("utredning-vald");
        await vem.Valj("utfall", "fragad");
        await vem.Skicka("Spara om frågan är ställd");
        await vem.Ser("Noterat: frågan är ställd.");
        await Del("Avsluta utredningen");
        await vem.Skicka("Markera resten som ej aktuellt");
        await vem.Ser("livsområden är markerade som ej aktuella.");
        await vem.Ser("Allt som behövs finns.");
        await vem.Skicka("Avsluta utredningen");
        await Expect(Sida).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/arenden/{nummer}/beslut"));
    }

    public async Task Avsla(string insats, string motivering)
    {
        await Flik(insats);
        await vem.ValjIListan("utfall", "avslag");
        await vem.Fyll("motivering", motivering);
        await vem.Skicka("Spara förslag");
        await vem.Ser("Förslaget är sparat");
        await Expect(Sida.Locator("nav.flikar a", new() { HasText = insats })).ToContainTextAsync("Avslag");
    }

    /// <summary>Proposes bifall for the last insats and hands the proposal in.</summary>
    public async Task BifallOchLamna(string insats, string omfattning, string mal, string beslutas)
    {
        await Flik(insats);
        await vem.ValjIListan("utfall", "bifall");
        await vem.Fyll("omfattning", omfattning);
        await vem.Fyll("from", Dag(0));
        await vem.Fyll("mal", mal);
        await vem.Fyll("motivering", "Så mycket behövs för att nå målet.");
        await Visad("beslut-forslag");
        await vem.Skicka("Lämna förslag");
        await vem.Ser($"Förslaget är lämnat. Beslutet fattas av {beslutas}.");
    }

    public async Task Kommunicera()
    {
        await Expect(Sida.GetByRole(AriaRole.Heading, new() { Name = "Kommunicera underlaget" })).ToBeVisibleAsync();
        await vem.Valj("kommuniceras", "ja");
        await vem.Valj("kommuniceratSatt", "telefon");
        await vem.Valj("muntligInformation", "ja");
        await Expect(Sida.Locator("aside.underlag")).ToContainTextAsync("Förslag till beslut");
        await Visad("uppgift-kommunicera");
        await vem.Skicka("Spara och gå vidare");
        await vem.Ser("Underlaget är kommunicerat.");
    }

    public async Task TaEmotSynpunkter()
    {
        await vem.GorFranIdag(nummer, "Ta emot synpunkter");
        await vem.Valj("svarade", "inga-invandningar");
        await vem.Valj("muntligt", "nej");
        await vem.Valj("forslagAndras", "nej");
        await vem.Skicka("Spara svaret");
        await vem.Ser("Ärendet går vidare till beslut.");
    }

    /// <summary>Asks for the beslut; what the page answers is for the caller to say.</summary>
    public async Task ForsokBesluta()
    {
        await vem.Ga($"/arenden/{nummer}/beslut?bekrafta=1");
        await vem.Ser("Det här blir slutligt");
        await Visad("beslut-bekrafta");
        await vem.Skicka("Fatta beslutet");
    }

    public async Task Underratta()
    {
        await vem.GorFranIdag(nummer, "Skicka beslut");
        await Expect(Sida.Locator("section.brevspalt")).ToContainTextAsync("överklaga", new() { IgnoreCase = true });
        await Visad("uppgift-underratta");
        await vem.Valj("satt", "brev");
        await vem.Skicka("Spara underrättelsen");
        await vem.Ser("Underrättelsen är sparad.");
    }

    public async Task Bestall(string utforare)
    {
        await vem.GorFranIdag(nummer, "Beställ insats");
        await Expect(Sida.GetByRole(AriaRole.Heading, new() { NameRegex = new("^Beställ insatsen: .+") })).ToBeVisibleAsync();
        await vem.Valj("utforare", "annan");
        await vem.Fyll("annanUtforare", utforare);
        await vem.Fyll("uppdrag", "Städ varannan vecka, tvätt och inköp varje vecka.");
        await vem.Skicka("Spara beställningen");
        await vem.Ser("Beställningen är sparad.");
    }

    public async Task BekraftaStart()
    {
        await vem.GorFranIdag(nummer, "Bekräfta start");
        await vem.Fyll("startdatum", Dag(0));
        await vem.Fyll("uppfoljningsdag", Dag(1));
        await vem.Skicka("Bekräfta start");
        await vem.Ser("Starten är bekräftad.");
    }

    public async Task FoljUpp(string utgang)
    {
        await vem.GorFranIdag(nummer, "Följ upp insats");
        await Visad("uppgift-folj-upp");
        await vem.Fyll("resultat", "”Nu känns hemmet som mitt igen.”");
        await vem.Valj("maluppfyllelse", "helt");
        await vem.Valj("utgang", utgang);
        if (utgang == "avslut")
        {
            await vem.Valj("avslutsorsak", "egen-begaran");
            await vem.Fyll("avslutsdag", Dag(0));
            await vem.Fyll("egetBeskedDag", Dag(0));
            await vem.Fyll("egetBesked", "Ringde i dag och sa att hon klarar sig själv.");
        }
        else await vem.Fyll("uppfoljningsdag", Dag(90));
        await vem.Skicka("Spara uppföljningen");
        await vem.Ser("Uppföljningen är sparad");
    }

    private async Task Beskriv(string namn, string omfattning)
    {
        var kort = Insatskort(namn);
        await vem.Fyll(kort.Locator("textarea[name^='text-']"), $"Behöver {namn.ToLowerInvariant()} för att bo kvar hemma.");
        await vem.Fyll(kort.Locator("input[name^='omfattning-']"), omfattning);
        await vem.Klicka(kort.Locator("summary"));
        await vem.Fyll(kort.Locator("textarea[name^='andratHur-']"), $"Vid hembesöket: {omfattning} räcker.");
        await vem.Fyll(kort.Locator("input[name^='andratDag-']"), Dag(0));
    }

    private ILocator Insatskort(string namn) => Sida.Locator("section.kort", new() { Has = Sida.GetByRole(AriaRole.Heading, new() { Name = namn, Exact = true }) })
        .Filter(new() { Has = Sida.Locator("textarea") });

    private Task Del(string namn) => vem.NySida(() => vem.Klicka(Sida.Locator(".delar-bred a", new() { HasText = namn })));

    private Task Flik(string insats) => vem.NySida(() => vem.Klicka(Sida.Locator("nav.flikar a", new() { HasText = insats })));

    private Task Visad(string namn) => visad?.Invoke(namn) ?? Task.CompletedTask;
}
