using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CaseFlow.E2E;

/// <summary>The built web app as a process of its own, on a free loopback port. Ends with the object, and only that process does.</summary>
internal sealed class Webbprocess : IAsyncDisposable
{
    private static readonly TimeSpan Tid = TimeSpan.FromSeconds(120);

    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private readonly Process _process;
    private readonly StringBuilder _utskrift = new();
    private bool _slut;

    private Webbprocess(Process process, Uri adress) => (_process, Adress) = (process, adress);

    public Uri Adress { get; }

    /// <summary>Starts the app on a prepared data folder and waits until it says that it is ready.</summary>
    /// <param name="demo">Laid before it is ready; <c>ingen</c> for a folder that is already filled.</param>
    public static async Task<Webbprocess> Starta(string mapp, string demo = "ingen")
    {
        var adress = LedigAdress();
        var (app, projekt) = Program();
        var start = new ProcessStartInfo(Dotnet) { ArgumentList = { app, "--urls", adress.ToString().TrimEnd('/') }, WorkingDirectory = projekt };
        start.Environment["CASEFLOW_DATA"] = mapp;
        start.Environment["CASEFLOW_DB"] = "sqlite";
        start.Environment["CASEFLOW_DEMO"] = demo;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment.Remove("ConnectionStrings__CaseFlow");
        return await Starta(start, adress);
    }

    /// <summary>Starts the app in any other way, and waits until it says that it is ready.</summary>
    public static async Task<Webbprocess> Starta(ProcessStartInfo start, Uri adress)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute) = (true, true, false);
        var webb = new Webbprocess(new Process { StartInfo = start }, adress);
        webb._process.OutputDataReceived += (_, e) => webb.Anteckna(e.Data);
        webb._process.ErrorDataReceived += (_, e) => webb.Anteckna(e.Data);
        webb._process.Start();
        webb._process.BeginOutputReadLine();
        webb._process.BeginErrorReadLine();
        try
        {
            await webb.VantaRedo();
        }
        catch (InvalidOperationException)
        {
            await webb.DisposeAsync();
            throw;
        }
        return webb;
    }

    /// <summary>What the app has written, for the one who reads a failed test.</summary>
    public string Utskrift
    {
        get
        {
            lock (_utskrift) return _utskrift.ToString();
        }
    }

    /// <summary>Kills the process (SIGKILL), without a word to it. Again does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_slut) return;
        _slut = true;
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task VantaRedo()
    {
        using var klient = new HttpClient { BaseAddress = Adress };
        var klocka = Stopwatch.StartNew();
        while (klocka.Elapsed < Tid && !_process.HasExited)
        {
            if (await Redo(klient)) return;
            await Task.Delay(200);
        }

        throw new InvalidOperationException($"Webbappen blev inte redo. Den skrev:\n{Utskrift}");
    }

    private static async Task<bool> Redo(HttpClient klient)
    {
        try
        {
            using var svar = await klient.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return svar.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // lyssnar inte än
        }
    }

    private void Anteckna(string? rad)
    {
        lock (_utskrift) _utskrift.AppendLine(rad);
    }

    /// <summary>The app's own build output, of the same configuration as the test's.</summary>
    public static (string App, string Projekt) Program()
    {
        var utmapp = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var rot = utmapp;
        while (rot is not null && !File.Exists(Path.Combine(rot.FullName, "CaseFlow.sln"))) rot = rot.Parent;
        if (rot is null) throw new InvalidOperationException("CaseFlow.sln hittades inte ovanför provets mapp.");
        var projekt = Path.Combine(rot.FullName, "src", "CaseFlow.Web");
        var app = Path.Combine(projekt, "bin", utmapp.Parent!.Name, utmapp.Name, "CaseFlow.Web.dll");
        return File.Exists(app) ? (app, projekt) : throw new InvalidOperationException($"Bygg webbappen först: {app} finns inte.");
    }

    public static Uri LedigAdress()
    {
        using var lyssnare = new TcpListener(IPAddress.Loopback, 0);
        lyssnare.Start();
        return new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)lyssnare.LocalEndpoint).Port}"));
    }
}
