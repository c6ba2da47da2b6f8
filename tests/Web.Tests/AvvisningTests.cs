using System.Net;
using System.Text.Json;
using CaseFlow.Application;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Testing;
using CaseFlow.Web.Auth;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests;

/// <summary>What is turned away before it is a use case stands in the trail, and fills it no more than a minute allows.</summary>
public sealed class AvvisningTests : IAsyncLifetime, IDisposable
{
    private const string Okand = "cfk_hemligt-som-ingen-har";

    private readonly Utveckling _vard = new();

    public Task InitializeAsync() => _vard.LaggUpp("karin");

    public async Task DisposeAsync() => await _vard.DisposeAsync();

    public void Dispose() => _vard.Dispose();

    [Fact]
    public async Task Ett_formular_utan_kvitto_loggas_en_gang_i_minuten_och_adress_med_antalet()
    {
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.BadRequest, await UtanKvitto(_vard.Besok()));
        Assert.Equal([(Avvisning.FormularUtanKvitto, null, 1)], await Spar());

        // En annan adress är sin egen, och när minuten är slut står de andra fyra där.
        _vard.Fran = IPAddress.Parse("192.0.2.99");
        Assert.Equal(HttpStatusCode.BadRequest, await UtanKvitto(_vard.Besok()));
        _vard.Tid.Ga(TimeSpan.FromSeconds(59));
        await _vard.Services.GetRequiredService<Avvisningslogg>().SkrivRaknade();
        Assert.Equal(2, (await Spar()).Count);
        _vard.Tid.Ga(TimeSpan.FromSeconds(1));
        await _vard.Services.GetRequiredService<Avvisningslogg>().SkrivRaknade();
        Assert.Equal([(Avvisning.FormularUtanKvitto, null, 1), (Avvisning.FormularUtanKvitto, null, 1), (Avvisning.FormularUtanKvitto, null, 4)], await Spar());

        // Nästa minut börjar om, och adressen står bara som en kod.
        Assert.Equal(HttpStatusCode.BadRequest, await UtanKvitto(_vard.Besok()));
        Assert.Equal(4, (await Spar()).Count);
        var rader = await Data();
        Assert.DoesNotContain(rader, d => d.Contains("192.0.2", StringComparison.Ordinal));
        Assert.NotEqual(Kod(rader[0]), Kod(rader[1]));
        Assert.Equal(Kod(rader[0]), Kod(rader[2]));
    }

    [Fact]
    public async Task Den_vars_session_ett_frammande_formular_kom_med_namns()
    {
        var karin = _vard.Besok();
        Assert.Equal("302 /", Webblasaren.Vart(await karin.Losenordet("karin")));
        Assert.Equal(HttpStatusCode.BadRequest, await UtanKvitto(karin, "/konto"));
        Assert.Equal(HttpStatusCode.BadRequest, await UtanKvitto(karin, "/utkast"));

        var (slag, anvandare, antal) = Assert.Single(await Spar());
        Assert.Equal((Avvisning.FormularUtanKvitto, true, 1), (slag, anvandare is > 0, antal));
        // Ett rätt formulär lämnar inget.
        await karin.Skicka("/konto", "sida", ("__blankett", "finns-inte"));
        Assert.Single(await Spar());
    }

    [Fact]
    public async Task En_okand_nyckel_loggas_med_tak_och_utan_nyckeln()
    {
        for (var i = 0; i < 30; i++) Assert.Equal(HttpStatusCode.Unauthorized, await Fraga($"{Okand}{i}"));
        Assert.Equal([(Avvisning.OkandNyckel, null, 1)], await Spar());
        _vard.Tid.Ga(TimeSpan.FromMinutes(2));

        // Den första efter minuten tar med sig dem som väntade.
        Assert.Equal(HttpStatusCode.Unauthorized, await Fraga(Okand));
        Assert.Equal([(Avvisning.OkandNyckel, null, 1), (Avvisning.OkandNyckel, null, 30)], await Spar());
        Assert.DoesNotContain(await Data(), d => d.Contains("cfk_", StringComparison.Ordinal) || d.Contains("hemligt", StringComparison.Ordinal));

        // Utan nyckel frågar man som vem som helst; en spärrad nyckel nämns vid sitt id.
        using var klient = _vard.CreateClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await klient.GetAsync(new Uri("/api/v1/arenden", UriKind.Relative))).StatusCode);
        var anropare = _vard.Services.GetRequiredService<IAnropare>();
        var nyckel = Provarende.Ok(await anropare.Sand(new SkapaApiNyckel("e-tjänsten", ["ansokan.registrera"]), Systemaktor.Den));
        Provarende.Ok(await anropare.Sand(new SparraApiNyckel("e-tjänsten"), Systemaktor.Den));
        Assert.Equal(HttpStatusCode.Unauthorized, await Fraga(nyckel.Klartext));
        Assert.Equal(2, (await Spar()).Count);
        Assert.Equal(1, await Antal(nameof(ApiAnropAvvisat)));

        // Den som har en spärrad nyckel fyller inte heller loggen.
        for (var i = 0; i < 20; i++) Assert.Equal(HttpStatusCode.Unauthorized, await Fraga(nyckel.Klartext));
        Assert.Equal(1, await Antal(nameof(ApiAnropAvvisat)));
        _vard.Tid.Ga(TimeSpan.FromMinutes(2));
        await _vard.Services.GetRequiredService<Avvisningslogg>().SkrivRaknade();
        Assert.Equal(2, await Antal(nameof(ApiAnropAvvisat)));
    }

    [Fact]
    public async Task Det_som_raknats_skrivs_nar_appen_stannar()
    {
        for (var i = 0; i < 3; i++) await Fraga(Okand);
        await _vard.Services.GetRequiredService<Avvisningslogg>().StopAsync(CancellationToken.None);
        Assert.Equal([(Avvisning.OkandNyckel, null, 1), (Avvisning.OkandNyckel, null, 2)], await Spar());
    }

    [Fact]
    public void Manga_adresser_ger_hogst_ett_bestamt_antal_rader_och_ingen_raknas_bort()
    {
        var tid = new Provtid(new(2026, 9, 16, 7, 0, 0, TimeSpan.Zero));
        var tak = new Avvisningstak(tid);
        var nu = Enumerable.Range(0, 20_000).Select(i => tak.Notera(Avvisning.OkandNyckel, new IPAddress([10, 0, (byte)(i % 5000 / 250), (byte)(i % 250)]), null)).OfType<(Avvisad Vad, int Antal)>().ToList();
        Assert.Equal(Avvisningstak.FlestAdresser + 1, nu.Count);
        Assert.Single(nu, n => n.Vad.Adress is null);
        Assert.Empty(tak.Avsluta());

        tid.Ga(Avvisningstak.Fonster);
        var sedan = tak.Avsluta();
        Assert.Equal(Avvisningstak.FlestAdresser + 1, sedan.Count);
        Assert.Equal(20_000, nu.Sum(n => n.Antal) + sedan.Sum(n => n.Antal));
        Assert.Empty(tak.Avsluta(alla: true));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true), InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false), InlineData("::ffff:192.0.2.7", "192.0.2.7", true)]
    public void Ett_ipv6_nat_ar_en_adress(string ena, string andra, bool samma)
    {
        var tak = new Avvisningstak(new Provtid(new(2026, 9, 16, 7, 0, 0, TimeSpan.Zero)));
        Assert.NotNull(tak.Notera(Avvisning.OkandNyckel, IPAddress.Parse(ena), null));
        Assert.Equal(samma, tak.Notera(Avvisning.OkandNyckel, IPAddress.Parse(andra), null) is null);
    }

    private static async Task<HttpStatusCode> UtanKvitto(Webblasaren vem, string till = "/logga-in")
    {
        using var kropp = new FormUrlEncodedContent([new("_handler", "sida"), new("anvandarnamn", "karin")]);
        using var svar = await vem.Klient.PostAsync(new Uri(till, UriKind.Relative), kropp);
        return svar.StatusCode;
    }

    private async Task<HttpStatusCode> Fraga(string nyckel)
    {
        using var klient = _vard.CreateClient();
        using var anrop = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/arenden", UriKind.Relative));
        anrop.Headers.Add("X-Api-Key", nyckel);
        using var svar = await klient.SendAsync(anrop);
        return svar.StatusCode;
    }

    private static string? Kod(string data) => JsonDocument.Parse(data).RootElement.EnumerateObject().Single(p => p.Name.Equals("adressKod", StringComparison.OrdinalIgnoreCase)).Value.GetString();

    private async Task<List<(Avvisning, long?, int)>> Spar() => [.. (await Data()).Select(d =>
    {
        var falt = JsonDocument.Parse(d).RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.OrdinalIgnoreCase);
        var vem = falt.TryGetValue("anvandare", out var id) && id.ValueKind == JsonValueKind.Number ? id.GetInt64() : (long?)null;
        return (falt["slag"].ValueKind == JsonValueKind.Number ? (Avvisning)falt["slag"].GetInt32() : Enum.Parse<Avvisning>(falt["slag"].GetString()!, ignoreCase: true), vem, falt["antal"].GetInt32());
    })];

    private async Task<List<string>> Data()
    {
        await using var scope = _vard.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CaseFlowDb>().AuditHandelser.Where(h => h.Typ == nameof(AnropAvvisade)).OrderBy(h => h.Id).Select(h => h.Data).ToListAsync();
    }

    private async Task<int> Antal(string typ)
    {
        await using var scope = _vard.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CaseFlowDb>().AuditHandelser.CountAsync(h => h.Typ == typ);
    }
}
