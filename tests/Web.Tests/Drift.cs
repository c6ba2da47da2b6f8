using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using CaseFlow.Web.Auth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.Web.Tests;

/// <summary>The web app as it starts for real data: Production, on a database of its own with one account, and a clock the test moves.</summary>
public class Drift : WebApplicationFactory<Program>
{
    public const string Losenord = "korrekt häst batteri";

    private readonly DirectoryInfo _data;
    private readonly bool _granne;

    public Drift()
    {
        _data = Directory.CreateTempSubdirectory("caseflow-drift-");
        Tid = new(new(2026, 9, 16, 7, 0, 0, TimeSpan.Zero));
    }

    /// <summary>One more node on the same data and the same clock. Dispose it before the first.</summary>
    public Drift(Drift forsta)
        : this(forsta.Data, forsta.Tid)
    {
    }

    /// <summary>On data that someone else laid and takes away.</summary>
    protected Drift(string data, Provtid tid) => (_data, _granne, Tid) = (new(data), true, tid);

    public Provtid Tid { get; }

    public string Data => _data.FullName;

    protected virtual string Miljo => "Production";

    /// <summary>Who the letters come from, as a real unit says it.</summary>
    public Dictionary<string, string> Enhet { get; } = new(StringComparer.Ordinal)
    {
        ["Namnd"] = "Provnämnden", ["Adress"] = "Provgatan 1, 111 11 Provstad", ["Forvaltningsratt"] = "Förvaltningsrätten i Provstad",
        ["Forvaltningsrattsadress"] = "Box 1, 111 12 Provstad",
    };

    /// <summary>A PostgreSQL database to use instead of the file in <see cref="Data"/>.</summary>
    public string? Postgres { get; init; }

    /// <summary>The address that the requests come from.</summary>
    public IPAddress Fran { get; set; } = IPAddress.Parse("192.0.2.1");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Miljo).UseSetting("CASEFLOW_DATA", Data).UseSetting("CASEFLOW_DEMO", "ingen").UseSetting("CASEFLOW_PROXY", "10.0.0.5");
        foreach (var (namn, varde) in Enhet) builder.UseSetting($"CaseFlow:Enhet:{namn}", varde);
        if (Postgres is not null) builder.UseSetting("CASEFLOW_DB", "postgres").UseSetting("ConnectionStrings:CaseFlow", Postgres);
        builder.ConfigureServices(tjanster =>
        {
            tjanster.Replace(ServiceDescriptor.Singleton<TimeProvider>(Tid));
            tjanster.AddSingleton<IStartupFilter>(new Avsandare(this));
        });
    }

    /// <summary>A user of the unit with an account.</summary>
    public async Task LaggUpp(string anvandarnamn, Roll roll = Roll.Handlaggare, string losenord = Losenord, bool tillfalligt = false)
    {
        var anropare = Services.GetRequiredService<IAnropare>();
        var enhet = (await anropare.Sand(new LaggGrund(), Systemaktor.Den)).Value.Enhet;
        var svar = await anropare.Sand(
            new LaggUppAnvandare("Prov Person", "Titel", enhet, roll, Delegatniva.Ingen, new(2026, 1, 1), Konto: new(anvandarnamn, losenord, tillfalligt)), Systemaktor.Den);
        Assert.False(svar.Failed, svar.Error?.Text);
    }

    public Webblasaren Besok() => new(CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new("https://localhost") }), Tid);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_granne) return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Postgres is not null) await Postgresserver.TaBort(Postgres);
        _data.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private sealed class Avsandare(Drift vard) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, nasta) =>
            {
                context.Connection.RemoteIpAddress = vard.Fran;
                return nasta(context);
            });
            next(app);
        };
    }
}

/// <summary>The same host as <c>dotnet run</c> starts it.</summary>
public sealed class Utveckling : Drift
{
    protected override string Miljo => "Development";
}

/// <summary>A browser: keeps cookies, follows nothing by itself.</summary>
public sealed partial class Webblasaren(HttpClient klient, Provtid tid)
{
    public HttpClient Klient { get; } = klient;

    public Task<HttpResponseMessage> Ga(string adress) => Klient.GetAsync(new Uri(adress, UriKind.Relative));

    public async Task<string> Las(string adress) => await (await Ga(adress)).Content.ReadAsStringAsync();

    /// <summary>Sends a form of the page, with its token.</summary>
    public async Task<HttpResponseMessage> Skicka(string sida, string formular, params (string Namn, string Varde)[] falt) =>
        await SkickaMed(await Las(sida), sida, formular, falt);

    public async Task<HttpResponseMessage> SkickaMed(string html, string till, string? formular, params (string Namn, string Varde)[] falt)
    {
        var alla = falt.ToDictionary(f => f.Namn, f => f.Varde, StringComparer.Ordinal);
        alla["__formular"] = Formularnyckel().Match(html).Groups["varde"].Value;
        if (formular is not null) alla["_handler"] = formular;
        using var kropp = new FormUrlEncodedContent(alla);
        return await Klient.PostAsync(new Uri(till, UriKind.Relative), kropp);
    }

    public Task<HttpResponseMessage> Losenordet(string anvandarnamn, string losenord = Drift.Losenord) =>
        Skicka("/logga-in", "logga-in", ("anvandarnamn", anvandarnamn), ("losenord", losenord));

    /// <summary>Sets up the app with the code of the present step, and gives its key (base32).</summary>
    public async Task<string> SlaPaTvasteg()
    {
        var html = await Las("/konto/tva-steg");
        Assert.Contains("Två steg är på", await SlaPaTvasteg(html), StringComparison.Ordinal);
        return Nyckel(html);
    }

    /// <summary>Sends the code of the key that the page showed, and gives the answer's text.</summary>
    public async Task<string> SlaPaTvasteg(string html)
    {
        var svar = await SkickaMed(html, "/konto/tva-steg", "sla-pa", ("losenord", Drift.Losenord), ("kod", Engangskod.Kod(Nyckel(html), tid.GetUtcNow())));
        return Delar.Uppmarkning.Text(await svar.Content.ReadAsStringAsync());
    }

    /// <summary>The app's key (base32) on the page; empty when it shows none.</summary>
    public static string Nyckel(string html) => Appnyckel().Match(html).Groups["varde"].Value.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Both steps, with a code that has not been used.</summary>
    public async Task<HttpResponseMessage> LoggaIn(string anvandarnamn, string nyckel)
    {
        tid.Ga(TimeSpan.FromSeconds(60));
        var steg2 = await (await Losenordet(anvandarnamn)).Content.ReadAsStringAsync();
        return await SkickaMed(steg2, "/logga-in", "logga-in", ("kod", Engangskod.Kod(nyckel, tid.GetUtcNow())));
    }

    public static string Vart(HttpResponseMessage svar) => string.Create(CultureInfo.InvariantCulture, $"{(int)svar.StatusCode} {svar.Headers.Location}");

    [GeneratedRegex("name=\"__formular\" value=\"(?<varde>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Formularnyckel();

    [GeneratedRegex("class=\"nyckel\">(?<varde>[^<]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Appnyckel();
}
