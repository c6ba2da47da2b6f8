using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CaseFlow.Application;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Pipeline;
using CaseFlow.Data.Grund;
using CaseFlow.Domain.Insatser;
using CaseFlow.Seed;
using CaseFlow.Testing;
using CaseFlow.Web.Pages.Grund;
using CaseFlow.Web.Start;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests;

/// <summary>What stands round the pages in Production: proxy, host names, cookies, sizes, files, the API's own answers.</summary>
public sealed class DriftTests : IAsyncLifetime, IDisposable
{
    private readonly Drift _vard = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _vard.DisposeAsync();

    public void Dispose() => _vard.Dispose();

    [Fact]
    public async Task Ett_frammande_vardnamn_far_inget_svar_och_omdirigering_namner_ingen_vard()
    {
        using var fraga = new HttpRequestMessage(HttpMethod.Get, "/idag") { Headers = { Host = "evil.example" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await _vard.Besok().Klient.SendAsync(fraga)).StatusCode);

        Assert.Equal("302 /logga-in?till=%2Fidag", Webblasaren.Vart(await _vard.Besok().Ga("/idag")));
    }

    [Theory]
    [InlineData("http://localhost/idag?a=1", "/idag?a=1"), InlineData("http://localhost//evil.example", "/"), InlineData("http://localhost/\\evil.example", "/")]
    [InlineData("/idag", "/idag")]
    public void En_egen_adress_blir_en_vag(string mal, string vantat)
    {
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext { Request = { Scheme = "http", Host = new("localhost") } };
        Assert.Equal(vantat, CaseFlow.Web.Auth.Sakerhetshuvuden.UtanVard(context.Request, mal));
    }

    [Theory]
    [InlineData("Namnd", null), InlineData("Adress", " "), InlineData("Forvaltningsratt", null), InlineData("Forvaltningsrattsadress", "Box 1\n111 12 Provstad")]
    public void I_drift_startar_inget_utan_hela_hanvisningen(string namn, string? varde)
    {
        var val = _vard.Enhet.ToDictionary(e => $"CaseFlow:Enhet:{e.Key}", e => e.Key == namn ? varde : e.Value, StringComparer.Ordinal);
        var fel = Assert.Throws<InstallningException>(() => Las(val, exempel: null));
        Assert.Contains($"CaseFlow__Enhet__{namn}", fel.Message, StringComparison.Ordinal);
        Assert.Throws<InstallningException>(() => Las(val, Brevavsandare.Exempel));

        static Overklagandeadress Las(Dictionary<string, string?> val, Overklagandeadress? exempel) =>
            Enhetsadress.Las(new ConfigurationBuilder().AddInMemoryCollection(val).Build(), exempel);
    }

    [Fact]
    public async Task Breven_kommer_fran_den_namnd_som_installningarna_sager()
    {
        Assert.Equal("Provnämnden", _vard.Services.GetRequiredService<Overklagandeadress>().Namnd);
        await using var utveckling = new Utveckling();
        utveckling.Enhet.Clear();
        Assert.Equal(Brevavsandare.Exempel, utveckling.Services.GetRequiredService<Overklagandeadress>());
        await using var drift = new Drift();
        drift.Enhet.Clear();
        Assert.ThrowsAny<Exception>(() => drift.Services);
    }

    [Theory]
    [InlineData("*", null), InlineData("a.se;*", null), InlineData("", "localhost;127.0.0.1;[::1]"), InlineData("a.se", "a.se;localhost;127.0.0.1;[::1]")]
    public void Vardnamnen_maste_namnas_i_drift(string angivna, string? vantat)
    {
        var installningar = Installningar("AllowedHosts", angivna);
        if (vantat is null) Assert.Throws<InstallningException>(() => Natverk.Vardnamn(installningar, utveckling: false));
        else Assert.Equal(vantat, string.Join(';', Natverk.Vardnamn(installningar, utveckling: false)));
        Assert.Contains(angivna.Length > 0 ? angivna.Split(';')[0] : "*", Natverk.Vardnamn(installningar, utveckling: true));
    }

    [Theory]
    [InlineData("proxy"), InlineData("10.0.0.5/99"), InlineData("10.0.0.5; 10.0.0.6")]
    public void En_proxy_ar_en_adress(string text) => Assert.Throws<InstallningException>(() => Natverk.Proxyer(Installningar("CASEFLOW_PROXY", text)));

    [Fact]
    public async Task Bara_den_namngivna_proxyn_blir_trodd()
    {
        async Task<List<HttpStatusCode>> Sextiofem(string fran)
        {
            _vard.Fran = IPAddress.Parse(fran);
            var svar = new List<HttpStatusCode>();
            for (var i = 0; i < 65; i++)
            {
                using var post = new HttpRequestMessage(HttpMethod.Post, "/logga-in") { Headers = { { "X-Forwarded-For", $"198.51.100.{i}" } } };
                svar.Add((await _vard.Besok().Klient.SendAsync(post)).StatusCode);
            }
            return svar;
        }

        Assert.Equal(5, (await Sextiofem("192.0.2.7")).Count(s => s == HttpStatusCode.TooManyRequests));
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, await Sextiofem("10.0.0.5"));
    }

    [Theory]
    [InlineData("192.0.2.7", null, "/logga-in", 400), InlineData("192.0.2.7", "https", "/logga-in", 400), InlineData("10.0.0.5", "https", "/logga-in", 200)]
    [InlineData("10.0.0.5", "http", "/idag", 400), InlineData("192.0.2.7", null, "/api/v1/ansokningar", 400), InlineData("192.0.2.7", null, "/health/live", 200)]
    public async Task I_klartext_svarar_bara_halsan(string fran, string? proxyn, string vag, int vantat)
    {
        _vard.Fran = IPAddress.Parse(fran);
        using var fraga = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://localhost{vag}"));
        if (proxyn is not null) fraga.Headers.Add("X-Forwarded-Proto", proxyn);

        var svar = await _vard.Besok().Klient.SendAsync(fraga);

        Assert.Equal(vantat, (int)svar.StatusCode);
        if (vantat == 400) Assert.Contains("CaseFlow svarar bara över HTTPS", Regex.Unescape(await svar.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kakorna_ar_bundna_till_varden_och_https()
    {
        var svar = await _vard.Besok().Ga("/logga-in");
        var kakor = svar.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(kakor, k => k.StartsWith("__Host-caseflow-formular=", StringComparison.Ordinal));
        Assert.All(kakor, k => Assert.Contains("secure", k, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Ett_orimligt_stort_falt_tas_inte_emot()
    {
        var svar = await _vard.Besok().Losenordet(new string('a', 200_000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, svar.StatusCode);
        Assert.DoesNotContain("aaaaaaaaaa", await svar.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [KraverFact(Krav.Postgres)]
    public async Task NUL_i_en_text_tas_bort_och_i_en_adress_finns_inte()
    {
        await using var vard = new Utveckling { Postgres = await Postgresserver.NyDatabas() };
        await vard.LaggUpp("karin");
        var karin = vard.Besok();

        Assert.Equal("302 /", Webblasaren.Vart(await karin.Losenordet("ka\0rin")));
        var svar = await karin.Skicka("/ansokningar/registrera", Formularmottagare.Namn, (Formularlage.Namnfalt, "registrera"), ("kanal", "telefon"),
            ("ankomDag", "2026-09-15"), ("ankomTid", "10:00"), ("identitet", "saknar"), ("fodelsedatum", "1941-05-17"), ("kon", "man"), ("fornamn", "Sven\0"),
            ("efternamn", "Nul"), ("insats1", "trygghetslarm"), ("onskemal1", "Vill \0kunna larma 🙂"));
        Assert.StartsWith("302 /ansokningar/registrera?klar=", Webblasaren.Vart(svar), StringComparison.Ordinal);
        await using (var scope = vard.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
            Assert.Equal("Sven", (await db.Personer.SingleAsync()).Fornamn);
            Assert.Equal("Vill kunna larma 🙂", Assert.Single((await db.Ansokningar.SingleAsync()).Insatser).Onskemal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await karin.Ga("/arenden?efter=%00")).StatusCode);
        using var delar = new MultipartFormDataContent { { new StringContent("ka\0rin"), "anvandarnamn" } };
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await karin.Klient.PostAsync(new Uri("/logga-in", UriKind.Relative), delar)).StatusCode);
    }

    [Fact]
    public async Task Apiet_svarar_aldrig_med_en_sida()
    {
        var nyckel = (await _vard.Services.GetRequiredService<IAnropare>().Sand(new SkapaApiNyckel("prov", ["ansokan.registrera"]), Systemaktor.Den)).Value.Klartext;
        var utan = _vard.Besok().Klient;
        var med = _vard.Besok().Klient;
        med.DefaultRequestHeaders.Authorization = new("Bearer", nyckel);

        Assert.Equal("401 INTE_INLOGGAD", await Kod(await utan.GetAsync(new Uri("/api/v1/nope", UriKind.Relative))));
        Assert.Equal("404 FINNS_INTE", await Kod(await med.GetAsync(new Uri("/api/v1/nope", UriKind.Relative))));
        Assert.Equal("404 FINNS_INTE", await Kod(await med.GetAsync(new Uri("/api", UriKind.Relative))));
        Assert.Equal("405 METOD_OKAND", await Kod(await med.GetAsync(new Uri("/api/v1/ansokningar", UriKind.Relative))));
        using var post = new HttpRequestMessage(HttpMethod.Post, "/api/v1/ansokningar") { Headers = { { "Idempotency-Key", new string('k', 101) } }, Content = new StringContent(
            """{"externId":"E-1","kanal":"brev","ankom":"2026-09-01T10:00:00Z","sokande":{"fornamn":"A","efternamn":"B"}}""", Encoding.UTF8, "application/json") };
        Assert.Equal("422 IDEMPOTENSNYCKEL_FOR_LANG", await Kod(await med.SendAsync(post)));
    }

    [Fact]
    public async Task Datamappen_och_filerna_ar_bara_agarens()
    {
        if (OperatingSystem.IsWindows()) return;
        await _vard.LaggUpp("maria");
        const UnixFileMode andra = (UnixFileMode)0b000_111_111;
        Assert.All(Directory.EnumerateFileSystemEntries(_vard.Data, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".migrering", StringComparison.Ordinal)),
            f => Assert.True(OperatingSystem.IsWindows() || (File.GetUnixFileMode(f) & andra) == UnixFileMode.None, f));
        Assert.Contains("caseflow.db", Directory.EnumerateFiles(_vard.Data).Select(Path.GetFileName));

        Assert.Null(Datamapp.Hinder(_vard.Data));
        File.SetUnixFileMode(_vard.Data, File.GetUnixFileMode(_vard.Data) | UnixFileMode.OtherRead);
        Assert.Contains("chmod 700", Datamapp.Hinder(_vard.Data), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nyckelringen_krypteras_med_certifikatet()
    {
        using var rsa = System.Security.Cryptography.RSA.Create(2048);
        var begaran = new System.Security.Cryptography.X509Certificates.CertificateRequest(
            "CN=prov", rsa, System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1);
        using var certifikat = begaran.CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var fil = Path.Combine(_vard.Data, "nyckel.pfx");
        await File.WriteAllBytesAsync(fil, certifikat.Export(System.Security.Cryptography.X509Certificates.X509ContentType.Pfx, "hemligt"));
        await using var vard = _vard.WithWebHostBuilder(b => b.UseSetting("CASEFLOW_NYCKELCERT", fil).UseSetting("CASEFLOW_NYCKELCERT_LOSEN", "hemligt"));

        await vard.CreateClient(new() { BaseAddress = new("https://localhost") }).GetAsync(new Uri("/logga-in", UriKind.Relative));

        var ring = Assert.Single(Directory.GetFiles(Path.Combine(_vard.Data, "nycklar")));
        Assert.Contains("EncryptedKey", await File.ReadAllTextAsync(ring), StringComparison.Ordinal);
        Assert.Null(Nyckelring.Varning(Installningar("CASEFLOW_NYCKELCERT", fil)));
        Assert.Contains("klartext", Nyckelring.Varning(Installningar("x", "y")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demokonton_med_kant_losenord_startar_inte_i_drift()
    {
        var ingen = Installningar("CASEFLOW_DEMO", "ingen");
        await _vard.LaggUpp("anders");
        await Demovakt.Prova(_vard.Services, ingen, default); // samma namn, ett annat lösenord
        await _vard.LaggUpp("karin", losenord: Demoinloggningar.Losenord);

        var fel = await Assert.ThrowsAsync<InstallningException>(() => Demovakt.Prova(_vard.Services, ingen, default));
        Assert.Contains("karin", fel.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demots_namnd_skriver_brev_bara_i_ett_demo()
    {
        var demo = Installningar("CASEFLOW_DEMO", Demoscenario.Liten.Namn);
        await Demovakt.Prova(_vard.Services, demo, default); // tom: här läggs demot
        await _vard.LaggUpp("maria");

        var fel = await Assert.ThrowsAsync<InstallningException>(() => Demovakt.Prova(_vard.Services, demo, default));
        Assert.Contains("Ta bort CASEFLOW_DEMO", fel.Message, StringComparison.Ordinal);
        demo["CaseFlow:Enhet:Namnd"] = "Provnämnden";
        await Demovakt.Prova(_vard.Services, demo, default);

        await _vard.LaggUpp("karin", losenord: Demoinloggningar.Losenord);
        await Demovakt.Prova(_vard.Services, Installningar("CASEFLOW_DEMO", Demoscenario.Liten.Namn), default);
    }

    private static IConfiguration Installningar(string namn, string varde) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("CASEFLOW_DATA", Path.GetTempPath()), new(namn, varde)]).Build();

    private static async Task<string> Kod(HttpResponseMessage svar)
    {
        Assert.Equal("application/problem+json", svar.Content.Headers.ContentType?.MediaType);
        return $"{(int)svar.StatusCode} {JsonNode.Parse(await svar.Content.ReadAsStringAsync())?["kod"]}";
    }
}
