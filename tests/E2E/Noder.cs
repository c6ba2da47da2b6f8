using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Data.Identitet;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.E2E;

/// <summary>A unit's database with web nodes of their own processes on it, which a test starts and kills.</summary>
internal sealed class Noder : IAsyncDisposable
{
    private static readonly string Rad = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "ansokningar.jsonl")).First();

    private readonly List<Webbprocess> _noder = [];

    private Noder(Provenhet enhet, string system, string hanna) => (Enhet, System, Hanna) = (enhet, system, hanna);

    public Provenhet Enhet { get; }

    /// <summary>An API key of another system, which may register.</summary>
    public string System { get; }

    /// <summary>An API key of the handläggare that every new ärende goes to.</summary>
    public string Hanna { get; }

    /// <param name="mer">Services that the test's own host has in place of the product's; the nodes have the product's.</param>
    public static async Task<Noder> Skapa(Provdatabas databas, Action<IServiceCollection>? mer = null)
    {
        var enhet = await Provenhet.Skapa(databas, mer);
        await enhet.Ersatt(enhet.Kollega, enhet.Chef);
        await enhet.Vard.Skriv(db =>
        {
            var konto = Konto.Skapa(enhet.Vard.Tjanster.GetRequiredService<IIdKalla>(), enhet.Handlaggare.Id, "hanna");
            konto.NormalizedUserName = "HANNA";
            db.Add(konto);
            return Task.CompletedTask;
        });
        return new(enhet, await Nyckel(enhet, null, Kontraktsbehorighet.RegistreraAnsokan), await Nyckel(enhet, "hanna", [.. Kontraktsbehorighet.Alla]));
    }

    /// <summary>Starts a node and waits until it is ready.</summary>
    /// <returns>The node, and how long it took.</returns>
    public async Task<(Webbprocess Nod, TimeSpan Redo)> Starta()
    {
        var adress = Webbprocess.LedigAdress();
        var (app, projekt) = Webbprocess.Program();
        var start = new ProcessStartInfo(Webbprocess.Dotnet) { ArgumentList = { app, "--urls", adress.ToString().TrimEnd('/') }, WorkingDirectory = projekt };
        foreach (var (namn, varde) in Enhet.Vard.Databasval) start.Environment[namn.Replace(":", "__", StringComparison.Ordinal)] = varde;
        start.Environment["CASEFLOW_DEMO"] = "ingen";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        // Provet är ett enda anropande system: takten är inte det som prövas.
        start.Environment["CaseFlow__Api__AnropPerMinut"] = "1000000";
        start.Environment.Remove("ASPNETCORE_URLS");
        var klocka = Stopwatch.StartNew();
        var nod = await Webbprocess.Starta(start, adress);
        _noder.Add(nod);
        return (nod, klocka.Elapsed);
    }

    /// <summary>Registers under an id of the sender's own, and the key that makes it safe to send again.</summary>
    /// <returns>The ärende's number; null when the node did not say that it was done.</returns>
    public async Task<string?> Registrera(HttpClient klient, Uri nod, int nummer)
    {
        var json = JsonNode.Parse(Rad)!;
        json["externId"] = ExternId(nummer);
        try
        {
            using var anrop = new HttpRequestMessage(HttpMethod.Post, new Uri(nod, "/api/v1/ansokningar")) { Content = new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json") };
            anrop.Headers.Add("Authorization", "Bearer " + System);
            anrop.Headers.Add("Idempotency-Key", ExternId(nummer));
            using var svar = await klient.SendAsync(anrop);
            var text = await svar.Content.ReadAsStringAsync();
            if (svar.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK) return JsonNode.Parse(text)!["arendenummer"]!.GetValue<string>();
            // Alla gäller samma person: den som får höra att någon hann före skickar igen, som ett system ska.
            if (svar.StatusCode is HttpStatusCode.Conflict && text.Contains("NAGON_HANN_FORE", StringComparison.Ordinal)) return await Registrera(klient, nod, nummer);
            throw new InvalidOperationException($"{(int)svar.StatusCode}: {text}");
        }
        catch (Exception fel) when (fel is HttpRequestException or IOException or TaskCanceledException)
        {
            return null; // noden dog innan den hann svara
        }
    }

    public static string ExternId(int nummer) => string.Create(CultureInfo.InvariantCulture, $"NOD-{nummer}");

    public async Task<HttpStatusCode> Las(HttpClient klient, Uri nod, string vag)
    {
        using var anrop = new HttpRequestMessage(HttpMethod.Get, new Uri(nod, "/api/v1" + vag));
        anrop.Headers.Add("Authorization", "Bearer " + Hanna);
        using var svar = await klient.SendAsync(anrop);
        return svar.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var nod in _noder) await nod.DisposeAsync();
        await Enhet.DisposeAsync();
    }

    private static async Task<string> Nyckel(Provenhet enhet, string? anvandare, params string[] vilka) =>
        Provarende.Ok(await enhet.Vard.Sand(new SkapaApiNyckel($"{anvandare} {string.Join(' ', vilka)}"[..Math.Min(60, $"{anvandare} {string.Join(' ', vilka)}".Length)], vilka, anvandare))).Klartext;
}
