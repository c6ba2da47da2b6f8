using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CaseFlow.Testing;

namespace CaseFlow.E2E;

/// <summary>What an attacker tries against the running app.</summary>
[Collection(Webbsamling.Namn)]
public sealed class SakerhetTests(Webbprov prov)
{
    private static readonly Uri Ansokningar = new("/api/v1/ansokningar", UriKind.Relative);

    [Fact]
    public async Task Ett_formular_utan_kvitto_tas_inte_emot()
    {
        using var klient = prov.Klient();
        using var formular = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["_handler"] = "logga-in", ["anvandarnamn"] = "karin", ["losenord"] = Provdata.Losenord,
        });
        using var svar = await klient.PostAsync(new Uri("/logga-in", UriKind.Relative), formular);
        Assert.Equal(HttpStatusCode.BadRequest, svar.StatusCode);
        Assert.Contains("Det gick inte att ta emot formuläret", WebUtility.HtmlDecode(await svar.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.False(svar.Headers.TryGetValues("Set-Cookie", out var kakor) && kakor.Any(k => k.StartsWith("caseflow=", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/logga-in"), InlineData("/finns-inte"), InlineData("/health/live"), InlineData("/api/v1/ansokningar"), InlineData("/favicon.svg")]
    public async Task Varje_svar_har_strang_policy(string adress)
    {
        using var klient = prov.Klient();
        using var svar = await klient.GetAsync(new Uri(adress, UriKind.Relative));
        var policy = Assert.Single(svar.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(svar.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(svar.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/idag"), InlineData("/arenden"), InlineData("/arenden/2026-1"), InlineData("/avvikelser"), InlineData("/indikatorer")]
    public async Task Den_som_inte_ar_inloggad_kommer_till_inloggningen(string adress)
    {
        using var klient = prov.Klient();
        using var svar = await klient.GetAsync(new Uri(adress, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, svar.StatusCode);
        Assert.Equal("/logga-in", svar.Headers.Location!.IsAbsoluteUri ? svar.Headers.Location.AbsolutePath : svar.Headers.Location.ToString().Split('?')[0]);
    }

    [KraverFact(Krav.Webblasare)]
    public async Task Efter_inloggningen_foljs_bara_egna_adresser()
    {
        await using var karin = await Besokare.Ny(prov);
        foreach (var fran in new[] { "//evil.example/x", "https://evil.example/", "/%5Cevil.example" })
        {
            await karin.LoggaIn("karin", fran);
            Assert.StartsWith(prov.Adress + "idag", karin.Sida.Url, StringComparison.Ordinal);
            await karin.LoggaUt();
        }

        await karin.LoggaIn("karin", "/arenden");
        Assert.StartsWith(prov.Adress + "arenden", karin.Sida.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Utan_giltig_nyckel_svarar_apiet_401()
    {
        using var utan = prov.Klient();
        using var svarUtan = await utan.PostAsync(Ansokningar, Webbprov.Json("{}"));
        Assert.Equal(HttpStatusCode.Unauthorized, svarUtan.StatusCode);
        Assert.Equal("INTE_INLOGGAD", await Kod(svarUtan));

        using var fel = prov.Klient();
        fel.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", prov.Data.Nyckel[..^1] + (prov.Data.Nyckel[^1] == 'A' ? 'B' : 'A'));
        using var svarFel = await fel.PostAsync(Ansokningar, Webbprov.Json("{}"));
        Assert.Equal(HttpStatusCode.Unauthorized, svarFel.StatusCode);
    }

    [Fact]
    public async Task Apiet_svarar_som_kontraktet_sager()
    {
        using var klient = prov.Klient(medNyckel: true);
        Assert.Equal((400, "FEL_FORMAT"), await Skicka(klient, "{"));
        Assert.Equal((413, "TEXT_FOR_LANG"), await Skicka(klient, $$"""{"externId":"stor","x":"{{new string('a', 1024 * 1024)}}"}"""));

        var ansokan = Ansokan("E2E-API-1");
        Assert.Equal((201, null), await Skicka(klient, ansokan.ToJsonString()));
        Assert.Equal((200, "EXTERNID_FINNS"), await Skicka(klient, ansokan.ToJsonString()));
        ansokan["sokande"]!["efternamn"] = "Annan";
        Assert.Equal((409, "EXTERNID_ANNAT_INNEHALL"), await Skicka(klient, ansokan.ToJsonString()));

        var okand = Ansokan("E2E-API-2");
        okand["kanal"] = "fax";
        Assert.Equal((422, "KANAL_OKAND"), await Skicka(klient, okand.ToJsonString()));
        okand["kanal"] = "telefon"; // en avvisad ansökan tar inget externId i anspråk
        Assert.Equal((201, null), await Skicka(klient, okand.ToJsonString()));
    }

    private static JsonObject Ansokan(string externId) => new()
    {
        ["externId"] = externId, ["kanal"] = "telefon", ["ankom"] = "2026-11-18T09:35:00Z",
        ["sokande"] = new JsonObject
        {
            ["personnummer"] = null, ["fodelsedatum"] = "1938-02-03", ["kon"] = "kvinna", ["fornamn"] = "Asta", ["efternamn"] = "Apiprov", ["adress"] = null,
            ["telefon"] = "070-174 06 01", ["sprak"] = "sv", ["tolkbehov"] = false,
        },
        ["insatser"] = new JsonArray(new JsonObject { ["insatstyp"] = "trygghetslarm", ["onskemal"] = "Larm" }),
        ["barnIHemmet"] = false, ["skyddadeUppgifter"] = "ingen",
    };

    private static async Task<(int Status, string? Kod)> Skicka(HttpClient klient, string kropp)
    {
        using var svar = await klient.PostAsync(Ansokningar, Webbprov.Json(kropp));
        return ((int)svar.StatusCode, await Kod(svar));
    }

    private static async Task<string?> Kod(HttpResponseMessage svar) => JsonNode.Parse(await svar.Content.ReadAsStringAsync())?["kod"]?.GetValue<string>();
}
