using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CaseFlow.Testing;
using Microsoft.Playwright;

namespace CaseFlow.E2E;

/// <summary>Everything the browser tests share: the app as a process, its data and one Chromium.</summary>
public sealed class Webbprov : IAsyncLifetime
{
    private static readonly string[] Flaggor =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--no-first-run",
    ];

    private static readonly string Exempelrader = Path.Combine(AppContext.BaseDirectory, "Data", "ansokningar.jsonl");

    private Provdata? _data;
    private Webbprocess? _webb;
    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    internal Provdata Data => _data!;

    internal Uri Adress => _webb!.Adress;

    internal string Utskrift => _webb!.Utskrift;

    internal IBrowser Chromium => _chromium ?? throw new InvalidOperationException("Chromium saknas, och CASEFLOW_TEST_REQUIRE=all kräver den.");

    public async Task InitializeAsync()
    {
        _data = await Provdata.Lagg();
        _webb = await Webbprocess.Starta(_data.Mapp);
        if (Webblasare.Sokvag is not { } sokvag) return;
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Besokare.Talamod);
        _chromium = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = sokvag, Headless = true, Args = Flaggor });
    }

    public async Task DisposeAsync()
    {
        if (_chromium is not null) await _chromium.CloseAsync();
        _playwright?.Dispose();
        if (_webb is not null) await _webb.DisposeAsync();
        if (_data is not null) await _data.DisposeAsync();
    }

    internal HttpClient Klient(bool medNyckel = false)
    {
        var klient = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Adress };
        if (medNyckel) klient.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Data.Nyckel);
        return klient;
    }

    /// <summary>Hands in a line of the example file, as another system does.</summary>
    /// <returns>The number of the new ärende.</returns>
    internal async Task<string> LamnaIn(string externId, Action<JsonObject>? andra = null)
    {
        var rad = (await File.ReadAllLinesAsync(Exempelrader)).Single(r => r.Contains($"\"{externId}\"", StringComparison.Ordinal));
        var ansokan = JsonNode.Parse(rad)!.AsObject();
        andra?.Invoke(ansokan);
        using var klient = Klient(medNyckel: true);
        using var svar = await klient.PostAsync(new Uri("/api/v1/ansokningar", UriKind.Relative), Json(ansokan.ToJsonString()));
        var text = await svar.Content.ReadAsStringAsync();
        Assert.True(svar.StatusCode == System.Net.HttpStatusCode.Created, text);
        return JsonNode.Parse(text)!["arendenummer"]!.GetValue<string>();
    }

    /// <summary>Imports a line of the example file by <c>caseflow import</c>, while the app runs.</summary>
    /// <returns>The number of the new ärende.</returns>
    internal async Task<string> Importera(string externId)
    {
        var rader = (await File.ReadAllLinesAsync(Exempelrader)).Where(r => r.Contains($"\"{externId}\"", StringComparison.Ordinal));
        var (fil, rapport) = (Path.Combine(Data.Mapp, $"{externId}.jsonl"), Path.Combine(Data.Mapp, $"{externId}.rapport.jsonl"));
        await File.WriteAllLinesAsync(fil, rader);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "caseflow.dll"), "import", "ansokningar", fil, "--rapport", rapport])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, Environment = { ["CASEFLOW_DATA"] = Data.Mapp, ["CASEFLOW_DB"] = "sqlite" },
        };
        using var import = Process.Start(start)!;
        var (ut, fel) = (import.StandardOutput.ReadToEndAsync(), import.StandardError.ReadToEndAsync());
        await import.WaitForExitAsync();
        Assert.True(import.ExitCode == 0, $"{await ut}{await fel}");
        var rad = JsonNode.Parse(Assert.Single(await File.ReadAllLinesAsync(rapport)))!;
        Assert.Equal("registrerad", rad["utfall"]!.GetValue<string>());
        return rad["arendenummer"]!.GetValue<string>();
    }

    internal static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}

[CollectionDefinition(Namn)]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "xunit kallar det så")]
public sealed class Webbsamling : ICollectionFixture<Webbprov>
{
    public const string Namn = "Webb";
}
