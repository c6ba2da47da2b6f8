using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CaseFlow.E2E;

/// <summary>Someone with a browser of her own. Notes what a browser complains about and any page without the strict policy: both fail the
/// test when the visit is over. May leave the mouse alone: then everything is reached with Tab, and every stop on the way must show that it has
/// the focus.</summary>
internal sealed class Besokare : IAsyncDisposable
{
    /// <summary>Milliseconds that a loaded machine may take for a page.</summary>
    public const float Talamod = 30_000;

    public const int Bred = 1280;
    public const int Smal = 400;
    private const int Hojd = 900;
    private const int FlestTryck = 150;

    /// <summary>Whether the focus is there, on the way, or cannot be seen: then what has it.</summary>
    private const string Fokus =
        """
        (alla) => {
          const e = document.activeElement;
          const syns = (x) => {
            const s = getComputedStyle(x);
            return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none';
          };
          // Ramen kan stå runt etiketten eller rutan som fältet ligger i.
          if (e && e !== document.body && !syns(e) && ![e.closest('label'), e.closest('form')].some((x) => x && syns(x))) return e.outerHTML.slice(0, 200);
          return alla.includes(e) ? 'framme' : 'på väg';
        }
        """;

    private readonly Uri _adress;
    private readonly IBrowserContext _fonster;
    private readonly ConcurrentQueue<string> _brister = new();
    private readonly bool _baraTangenter;

    private Besokare(Uri adress, IBrowserContext fonster, IPage sida, bool baraTangenter) =>
        (_adress, _fonster, Sida, _baraTangenter) = (adress, fonster, sida, baraTangenter);

    public IPage Sida { get; }

    /// <param name="adress">Another name of the same app; null for <see cref="Webbprov.Adress"/>.</param>
    /// <param name="klagomal">Whether what the browser complains of is a fault.</param>
    public static async Task<Besokare> Ny(Webbprov prov, bool javascript = true, Uri? adress = null, bool baraTangenter = false, bool klagomal = true)
    {
        var fonster = await prov.Chromium.NewContextAsync(new()
        {
            BaseURL = (adress ?? prov.Adress).ToString(), ViewportSize = new() { Width = Bred, Height = Hojd }, JavaScriptEnabled = javascript,
            Locale = "sv-SE", TimezoneId = "Europe/Stockholm", ReducedMotion = ReducedMotion.Reduce,
        });
        fonster.SetDefaultTimeout(Talamod);
        var besokare = new Besokare(adress ?? prov.Adress, fonster, await fonster.NewPageAsync(), baraTangenter);
        if (klagomal) besokare.Lyssna();
        return besokare;
    }

    /// <summary>Signed in, at Idag.</summary>
    public static async Task<Besokare> Inloggad(Webbprov prov, string namn, bool javascript = true, bool baraTangenter = false)
    {
        var besokare = await Ny(prov, javascript, baraTangenter: baraTangenter);
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

    public Task<IResponse?> Ga(string adress) => Sida.GotoAsync(adress);

    public Task Fyll(string falt, string text) => Fyll(Sida.Locator($"main [name='{falt}']"), text);

    public async Task Fyll(ILocator falt, string text)
    {
        if (!_baraTangenter)
        {
            await falt.FillAsync(text);
            return;
        }

        await Till(falt);
        if (await falt.GetAttributeAsync("type") == "date") await SkrivDag(falt, text);
        else
        {
            await Sida.Keyboard.PressAsync("ControlOrMeta+a");
            await Sida.Keyboard.TypeAsync(text);
        }
    }

    /// <summary>Chooses in a group of circles or boxes, by what is sent.</summary>
    public async Task Valj(string falt, string varde)
    {
        var val = Sida.Locator($"main input[name='{falt}'][value='{varde}']");
        if (!_baraTangenter) await Sida.Locator($"main label:has(input[name='{falt}'][value='{varde}'])").ClickAsync();
        else if (await val.GetAttributeAsync("type") == "checkbox") await Tryck(val, "Space");
        else
        {
            // En grupp av cirklar är ett stopp; i den går man med pilarna.
            var grupp = Sida.Locator($"main input[name='{falt}']");
            await Till(grupp);
            if (await grupp.Locator(":scope:checked").CountAsync() == 0) await Sida.Keyboard.PressAsync("Space");
            for (var tryck = 0; tryck < FlestTryck && !await val.IsCheckedAsync(); tryck++) await Sida.Keyboard.PressAsync("ArrowDown");
            await Assertions.Expect(val).ToBeCheckedAsync();
        }
    }

    public async Task ValjIListan(string falt, string varde)
    {
        var lista = Sida.Locator($"main select[name='{falt}']");
        if (!_baraTangenter)
        {
            await lista.SelectOptionAsync(varde);
            return;
        }

        await Till(lista);
        await Sida.Keyboard.PressAsync("Home");
        for (var tryck = 0; tryck < FlestTryck && await lista.InputValueAsync() != varde; tryck++) await Sida.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(lista).ToHaveValueAsync(varde);
    }

    public Task Knapp(string text) => Klicka(Sida.GetByRole(AriaRole.Button, new() { Name = text, Exact = true }));

    public Task Klicka(ILocator vad) => _baraTangenter ? Tryck(vad, "Enter") : vad.ClickAsync();

    /// <summary>Tabs on until one of the elements has focus. On a new page the link past the menu is taken first. On the way every stop must show that
    /// it has the focus.</summary>
    public async Task Till(ILocator mal)
    {
        if (await Sida.EvaluateAsync<bool>("() => document.activeElement === document.body && document.querySelector('a.hoppa') !== null"))
        {
            await Sida.Keyboard.PressAsync("Tab");
            await Sida.Keyboard.PressAsync("Enter");
        }

        for (var tryck = 0; tryck < FlestTryck; tryck++)
        {
            await Sida.Keyboard.PressAsync("Tab");
            switch (await mal.EvaluateAllAsync<string>(Fokus))
            {
                case "framme": return;
                case var dold when dold.StartsWith('<'): Assert.Fail($"Fokus syns inte på {dold}"); break;
            }
        }

        Assert.Fail($"Gick inte att nå med Tab på {Sida.Url}: {mal}");
    }

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
            // Länken förbi menyn byter ingen sida.
            if (ram == Sida.MainFrame && !ram.Url.EndsWith("#innehall", StringComparison.Ordinal)) bytt.TrySetResult();
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
        await NySida(() => Klicka(rad.Locator(".radatgard a")));
    }

    public async Task Bredd(int bredd) => await Sida.SetViewportSizeAsync(bredd, Hojd);

    public async Task<string> Innehall() => await Sida.ContentAsync();

    public async ValueTask DisposeAsync()
    {
        await _fonster.CloseAsync();
        Assert.True(_brister.IsEmpty, $"Webbläsaren klagade:\n{string.Join('\n', _brister.Distinct(StringComparer.Ordinal))}");
    }

    private async Task Tryck(ILocator vad, string tangent)
    {
        await Till(vad);
        await Sida.Keyboard.PressAsync(tangent);
    }

    /// <summary>The parts of a date stand in the order of the browser's own language.</summary>
    private async Task SkrivDag(ILocator falt, string dag)
    {
        foreach (var delar in new[] { $"{dag[5..7]}{dag[8..10]}{dag[..4]}", $"{dag[8..10]}{dag[5..7]}{dag[..4]}" })
        {
            await Sida.Keyboard.TypeAsync(delar);
            if (await falt.InputValueAsync() == dag) return;
            for (var del = 0; del < 2; del++) await Sida.Keyboard.PressAsync("ArrowLeft");
        }

        await Sida.Keyboard.TypeAsync(dag[..4]);
        await Sida.Keyboard.PressAsync("ArrowRight");
        await Sida.Keyboard.TypeAsync(dag[5..7] + dag[8..10]);
        await Assertions.Expect(falt).ToHaveValueAsync(dag);
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
