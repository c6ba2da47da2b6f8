using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CaseFlow.E2E;

/// <summary>Someone with a browser of her own. Notes what a browser complains about and any page without the strict policy: both fail the
/// test when the visit is over.</summary>
internal sealed class Besokare : IAsyncDisposable
{
    /// <summary>Milliseconds that a loaded machine may take for a page.</summary>
    public const float Talamod = 30_000;

    public const int Bred = 1280;
    public const int Smal = 400;
    private const int Hojd = 900;

    private readonly Uri _adress;
    private readonly IBrowserContext _fonster;
    private readonly ConcurrentQueue<string> _brister = new();

    private Besokare(Uri adress, IBrowserContext fonster, IPage sida) => (_adress, _fonster, Sida) = (adress, fonster, sida);

    public IPage Sida { get; }

    /// <param name="adress">Another name of the same app; null for <see cref="Webbprov.Adress"/>.</param>
    public static async Task<Besokare> Ny(Webbprov prov, bool javascript = true, Uri? adress = null)
    {
        var fonster = await prov.Chromium.NewContextAsync(new()
        {
            BaseURL = (adress ?? prov.Adress).ToString(), ViewportSize = new() { Width = Bred, Height = Hojd }, JavaScriptEnabled = javascript,
            Locale = "sv-SE", TimezoneId = "Europe/Stockholm", ReducedMotion = ReducedMotion.Reduce,
        });
        fonster.SetDefaultTimeout(Talamod);
        var besokare = new Besokare(adress ?? prov.Adress, fonster, await fonster.NewPageAsync());
        besokare.Lyssna();
        return besokare;
    }

    /// <summary>Signed in, at Idag.</summary>
    public static async Task<Besokare> Inloggad(Webbprov prov, string namn, bool javascript = true)
    {
        var besokare = await Ny(prov, javascript);
        await besokare.LoggaIn(namn);
        return besokare;
    }

    public async Task LoggaIn(string namn, string? till = null)
    {
        await Sida.GotoAsync(till is null ? "/logga-in" : "/logga-in?till=" + till);
        await Fyll("anvandarnamn", namn);
        await Fyll("losenord", Provdata.Losenord);
        await Knapp("Logga in");
        await Sida.WaitForURLAsync(url => !url.Contains("/logga-in", StringComparison.Ordinal));
    }

    public async Task LoggaUt()
    {
        await Sida.Locator("details.anvandare > summary").ClickAsync();
        await Knapp("Logga ut");
        await Assertions.Expect(Sida).ToHaveTitleAsync("Logga in – CaseFlow");
    }

    public Task Ga(string adress) => Sida.GotoAsync(adress);

    public Task Fyll(string falt, string text) => Sida.Locator($"main [name='{falt}']").FillAsync(text);

    /// <summary>Chooses in a group of circles or boxes, by what is sent.</summary>
    public Task Valj(string falt, string varde) => Sida.Locator($"main label:has(input[name='{falt}'][value='{varde}'])").ClickAsync();

    public Task ValjIListan(string falt, string varde) => Sida.Locator($"main select[name='{falt}']").SelectOptionAsync(varde);

    public Task Knapp(string text) => Sida.GetByRole(AriaRole.Button, new() { Name = text, Exact = true }).ClickAsync();

    /// <summary>Sends the form and waits for the page that comes instead.</summary>
    public Task Skicka(string knapp) => NySida(() => Knapp(knapp));

    /// <summary>Does something that leads to another page, and waits for that page.</summary>
    public async Task NySida(Func<Task> gor)
    {
        var bytt = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Sida.FrameNavigated += Byts;
        try
        {
            await gor();
            await bytt.Task.WaitAsync(TimeSpan.FromMilliseconds(Talamod));
        }
        finally
        {
            Sida.FrameNavigated -= Byts;
        }

        await Sida.WaitForLoadStateAsync();

        void Byts(object? avsandare, IFrame ram)
        {
            if (ram == Sida.MainFrame) bytt.TrySetResult();
        }
    }

    public Task Ser(string text) => Assertions.Expect(Sida.Locator("main")).ToContainTextAsync(text);

    /// <summary>The row of an ärende on Idag. The bands show their first rows; those behind "Visa fler" are looked for too.</summary>
    public async Task<ILocator> PaIdag(string arendenummer, string atgard)
    {
        var rad = Sida.Locator("li.rad", new() { HasText = arendenummer }).Filter(new() { HasText = atgard });
        foreach (var adress in new[] { "/idag", "/idag?band=forsenat", "/idag?band=vecka", "/idag?band=nytt", "/idag?band=senare", "/idag?band=vantar" })
        {
            await Ga(adress);
            if (await rad.CountAsync() > 0) return rad.First;
        }

        throw new InvalidOperationException($"”{atgard}” för ärende {arendenummer} finns inte på Idag:\n{await Sida.Locator("main").InnerTextAsync()}");
    }

    /// <summary>Opens the next action of an ärende from Idag.</summary>
    public async Task GorFranIdag(string arendenummer, string atgard)
    {
        var rad = await PaIdag(arendenummer, atgard);
        await NySida(() => rad.Locator(".radatgard a").ClickAsync());
    }

    public async Task Bredd(int bredd) => await Sida.SetViewportSizeAsync(bredd, Hojd);

    public async Task<string> Innehall() => await Sida.ContentAsync();

    public async ValueTask DisposeAsync()
    {
        await _fonster.CloseAsync();
        Assert.True(_brister.IsEmpty, $"Webbläsaren klagade:\n{string.Join('\n', _brister.Distinct(StringComparer.Ordinal))}");
    }

    private void Lyssna()
    {
        Sida.Console += (_, m) =>
        {
            // En nekad åtgärd svarar 4xx med en sida: det är inget fel i webbläsaren.
            if (m.Type == "error" && !m.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal))
                _brister.Enqueue(m.Text);
        };
        Sida.PageError += (_, fel) => _brister.Enqueue(fel);
        Sida.Response += (_, svar) =>
        {
            if (!svar.Url.StartsWith(_adress.ToString(), StringComparison.Ordinal)) _brister.Enqueue($"Hämtat utifrån: {svar.Url}");
            if (!svar.Request.IsNavigationRequest || svar.Status is >= 300 and < 400) return;
            var policy = svar.Headers.GetValueOrDefault("content-security-policy") ?? "";
            if (svar.Headers.GetValueOrDefault("content-disposition")?.StartsWith("attachment", StringComparison.Ordinal) == true)
            {
                if (policy != "default-src 'none'; sandbox") _brister.Enqueue($"En fil utan sin policy: {svar.Url}: {policy}");
                return;
            }
            if (!policy.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", StringComparison.Ordinal) || policy.Contains("unsafe", StringComparison.Ordinal))
                _brister.Enqueue($"Utan sträng policy: {svar.Url}: {policy}");
            if (svar.Status >= 500) _brister.Enqueue($"{svar.Status} {svar.Url}");
        };
    }
}
