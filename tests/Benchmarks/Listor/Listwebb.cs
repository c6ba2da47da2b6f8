using System.Net;
using System.Text.RegularExpressions;
using CaseFlow.Application;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Domain;
using CaseFlow.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Benchmarks.Listor;

/// <summary>The web app on the measured database, without a network between: what is measured is the server's own time, the page drawn.</summary>
internal sealed partial class Listwebb(Testvard vard) : WebApplicationFactory<Program>
{
    private const string Losenord = "korrekt häst batteri";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // Mätningen är inget provprojekt, så ingen har sagt var webbens mapp är.
        builder.UseContentRoot(Path.Combine(Kalltrad.Rot, "src", "CaseFlow.Web")).UseEnvironment("Development").UseSetting("CASEFLOW_DEMO", "ingen");
        foreach (var (namn, varde) in vard.Databasval) builder.UseSetting(namn, varde);
        // En logg som skrivs för att läsas av den som utvecklar hör inte till svarstiden.
        builder.ConfigureLogging(l => l.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureTestServices(t => t.Replace(ServiceDescriptor.Singleton<TimeProvider>(vard.Tid)));
    }

    /// <summary>A browser that the user is signed in with.</summary>
    public async Task<HttpClient> LoggaIn(AnvandareId anvandare)
    {
        // Mallarnas folk har konton, kopiornas inte.
        var namn = $"matt-{anvandare.Value}";
        await using (var scope = Services.CreateAsyncScope())
        {
            var konton = scope.ServiceProvider.GetRequiredService<IKonton>();
            if ((await konton.Lagen([anvandare], default)).TryGetValue(anvandare, out var konto)) namn = konto.Anvandarnamn;
            if (!await konton.SattLosenord(anvandare, Losenord, tillfalligt: false, av: null, default)) konton.Skapa(anvandare, namn, Losenord, tillfalligt: false);
            await scope.ServiceProvider.GetRequiredService<CaseFlowDb>().SaveChangesAsync();
        }

        var klient = CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new("https://localhost") });
        var nyckel = Formularnyckel().Match(await klient.GetStringAsync(new Uri("/logga-in", UriKind.Relative))).Groups["varde"].Value;
        using var falt = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["__formular"] = nyckel, ["_handler"] = "logga-in", ["anvandarnamn"] = namn, ["losenord"] = Losenord,
        });
        using var svar = await klient.PostAsync(new Uri("/logga-in", UriKind.Relative), falt);
        return svar.StatusCode == HttpStatusCode.Redirect ? klient : throw new InvalidOperationException($"{namn} kunde inte logga in: {svar.StatusCode}.");
    }

    /// <summary>Asks for a page and reads it to its end.</summary>
    public static async Task Hamta(HttpClient klient, string adress)
    {
        using var svar = await klient.GetAsync(new Uri(adress, UriKind.Relative));
        if (svar.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{adress} svarade {svar.StatusCode}.");
        await svar.Content.ReadAsByteArrayAsync();
    }

    [GeneratedRegex("name=\"__formular\" value=\"(?<varde>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Formularnyckel();
}
