using System.Net;
using System.Text;
using System.Text.Json;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Data.Identitet;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Web.Tests.Api;

/// <summary>The web host on a unit's database and clock: what the tests prepare through the use cases is what the API answers about.</summary>
public sealed class Apivard : IAsyncDisposable
{
    private readonly Fabrik _fabrik;

    private Apivard(Provenhet enhet, Action<IWebHostBuilder>? mer) => (Enhet, _fabrik) = (enhet, new(enhet, Logg, mer));

    public Provenhet Enhet { get; }

    public Loggfangare Logg { get; } = new();

    public IServiceProvider Tjanster => _fabrik.Services;

    /// <param name="mer">Settings and services of the host, last.</param>
    public static async Task<Apivard> Skapa(Action<IWebHostBuilder>? mer = null)
    {
        var enhet = await Provenhet.Skapa();
        await enhet.Ersatt(enhet.Kollega, enhet.Chef); // varje nytt ärende går till Hanna
        await enhet.Vard.Skriv(db =>
        {
            foreach (var (id, namn) in new[] { (11, "hanna"), (12, "kim"), (13, "bea"), (14, "clara"), (15, "ulf") })
            {
                var konto = Konto.Skapa(enhet.Vard.Tjanster.GetRequiredService<IIdKalla>(), new(id), namn);
                konto.NormalizedUserName = namn.ToUpperInvariant();
                db.Add(konto);
            }
            return Task.CompletedTask;
        });
        return new(enhet, mer);
    }

    /// <summary>A key: a person's with these codes, all of them when none is said, or a system's when nobody is named.</summary>
    public async Task<string> Nyckel(string? anvandare, params string[] koder)
    {
        string[] vilka = koder.Length > 0 ? koder : anvandare is null ? [Kontraktsbehorighet.RegistreraAnsokan] : [.. Kontraktsbehorighet.Alla];
        return Provarende.Ok(await Enhet.Vard.Sand(new SkapaApiNyckel($"{anvandare} {string.Join(' ', vilka)}", vilka, anvandare))).Klartext;
    }

    public Task<Svar> Las(string? nyckel, string vag, params (string Namn, string Varde)[] huvuden) => Skicka(HttpMethod.Get, nyckel, vag, null, huvuden);

    public Task<Svar> Posta(string? nyckel, string vag, string? json, params (string Namn, string Varde)[] huvuden) => Skicka(
        HttpMethod.Post, nyckel, vag, json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"), huvuden);

    public async Task<Svar> Skicka(HttpMethod metod, string? nyckel, string vag, HttpContent? kropp, params (string Namn, string Varde)[] huvuden)
    {
        using var klient = _fabrik.CreateClient();
        using var anrop = new HttpRequestMessage(metod, new Uri("/api/v1" + vag, UriKind.Relative)) { Content = kropp };
        if (nyckel is not null) anrop.Headers.Add("Authorization", "Bearer " + nyckel);
        foreach (var (namn, varde) in huvuden) anrop.Headers.TryAddWithoutValidation(namn, varde);
        using var svar = await klient.SendAsync(anrop);
        return new(
            svar.StatusCode, svar.Content.Headers.ContentType?.MediaType, await svar.Content.ReadAsStringAsync(), svar.Headers.ETag?.ToString(),
            svar.Headers.Concat(svar.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }

    public async ValueTask DisposeAsync()
    {
        await _fabrik.DisposeAsync();
        await Enhet.DisposeAsync();
    }

    private sealed class Fabrik(Provenhet enhet, Loggfangare logg, Action<IWebHostBuilder>? mer) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development").UseSetting("CASEFLOW_DATA", enhet.Vard.Mapp).UseSetting("CASEFLOW_DEMO", "ingen");
            builder.ConfigureServices(tjanster =>
            {
                tjanster.Replace(ServiceDescriptor.Singleton<TimeProvider>(enhet.Vard.Tid));
                tjanster.AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddFilter(null, LogLevel.Trace).AddProvider(logg));
            });
            mer?.Invoke(builder);
        }
    }
}

/// <summary>What came back.</summary>
public sealed record Svar(HttpStatusCode Status, string? Format, string Text, string? Etag, IReadOnlyDictionary<string, string> Huvuden)
{
    public JsonElement Json { get; } = Text.Length > 0 && Text[0] is '{' ? JsonDocument.Parse(Text).RootElement : default;

    /// <summary>"404 FINNS_INTE": the status and, of a problem, its code.</summary>
    public string Kort => Format == "application/problem+json" ? $"{(int)Status} {Json.GetProperty("kod").GetString()}" : $"{(int)Status}";

    public string? Falt(string namn) => Json.GetProperty(namn).ToString();
}
