using System.Diagnostics;
using System.Net;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using CaseFlow.Testing;

namespace CaseFlow.E2E;

/// <summary>What the container image promises, without a container: the published app on a tree that nobody may write in, without root.</summary>
[SupportedOSPlatform("linux")]
public sealed partial class PubliceradTests : IDisposable
{
    private const UnixFileMode Lasbar = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly DirectoryInfo _mapp = Directory.CreateTempSubdirectory("caseflow-publicerad-");

    private string Trad => Path.Combine(_mapp.FullName, "app");

    public void Dispose()
    {
        Kor("chmod", "-R", "u+w", _mapp.FullName);
        _mapp.Delete(recursive: true);
    }

    [KraverFact(Krav.Linux)]
    public async Task Den_publicerade_webben_gar_utan_root_pa_ett_skrivskyddat_trad()
    {
        var data = Publicera();
        await using var webb = await Starta(data);
        using var klient = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = webb.Adress };

        Assert.Equal(HttpStatusCode.BadRequest, (await klient.GetAsync(new Uri("/logga-in", UriKind.Relative))).StatusCode);
        klient.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        klient.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var stilmall = Stilmall().Match(await klient.GetStringAsync(new Uri("/logga-in", UriKind.Relative))).Groups["adress"].Value;
        var svar = await klient.GetAsync(new Uri(stilmall, UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, "br"), (svar.StatusCode, string.Join(',', svar.Content.Headers.ContentEncoding)));

        Assert.Contains("caseflow.db", Kor("ls", data), StringComparison.Ordinal);
        Assert.Equal("", Kor("find", Trad, "-newer", Path.Combine(data, "nycklar")));
        Assert.Equal("", Kor("find", data, "-perm", "/077"));
        var licenser = await File.ReadAllTextAsync(Path.Combine(Trad, "web", "wwwroot", "dist", "LICENSER.txt"));
        Assert.All(["SIL OPEN FONT LICENSE", "bpmn-js ", "@digdir/designsystemet-css "], l => Assert.Contains(l, licenser, StringComparison.Ordinal));
    }

    /// <summary>The build that the tests are of, laid as docs/drift says.</summary>
    /// <returns>The data folder, the runner's own.</returns>
    private string Publicera()
    {
        var (app, projekt) = Webbprocess.Program();
        var konfiguration = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(app)!)!);
        Kor(Webbprocess.Dotnet, "publish", projekt, "--no-build", "-c", konfiguration, "-o", Path.Combine(Trad, "web"));
        Kor("cp", "-r", Path.Combine(projekt, "..", "..", "workflows"), Path.Combine(Trad, "workflows"));
        File.SetUnixFileMode(_mapp.FullName, Lasbar | UnixFileMode.UserWrite);
        Kor("chmod", "-R", "a-w,a+rX", Trad);
        var data = Path.Combine(_mapp.FullName, "data");
        Kor("install", [.. Environment.IsPrivilegedProcess ? ["-o", "nobody"] : Array.Empty<string>(), "-d", "-m", "0700", data]);
        return data;
    }

    private Task<Webbprocess> Starta(string data)
    {
        var adress = Webbprocess.LedigAdress();
        string[] kommando = [Webbprocess.Dotnet, Path.Combine(Trad, "web", "CaseFlow.Web.dll")];
        if (Environment.IsPrivilegedProcess) kommando = ["setpriv", "--reuid=nobody", "--clear-groups", .. kommando];
        var start = new ProcessStartInfo(kommando[0], kommando[1..]) { WorkingDirectory = Path.Combine(Trad, "web") };
        start.Environment.Clear();
        foreach (var (namn, varde) in new[]
        {
            ("PATH", Environment.GetEnvironmentVariable("PATH")), ("HOME", "/nonexistent"), ("DOTNET_ROOT", Environment.GetEnvironmentVariable("DOTNET_ROOT")),
            ("CASEFLOW_DATA", data), ("ASPNETCORE_ENVIRONMENT", "Production"), ("CASEFLOW_PROXY", "127.0.0.1"), ("ASPNETCORE_URLS", adress.ToString().TrimEnd('/')),
            ("CaseFlow__Enhet__Namnd", "Provnämnden"), ("CaseFlow__Enhet__Adress", "Provgatan 1, 111 11 Provstad"),
            ("CaseFlow__Enhet__Forvaltningsratt", "Förvaltningsrätten i Provstad"), ("CaseFlow__Enhet__Forvaltningsrattsadress", "Box 1, 111 12 Provstad"),
        })
        {
            if (varde is not null) start.Environment[namn] = varde;
        }
        return Webbprocess.Starta(start, adress);
    }

    /// <exception cref="InvalidOperationException">The command failed.</exception>
    private static string Kor(string kommando, params string[] ord)
    {
        using var process = Process.Start(new ProcessStartInfo(kommando, ord) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var ut = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? ut : throw new InvalidOperationException($"{kommando} {string.Join(' ', ord)} gav {process.ExitCode}:\n{ut}");
    }

    [GeneratedRegex("href=\"(?<adress>/dist/[^\"]+\\.css)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stilmall();
}
