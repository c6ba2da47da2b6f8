using System.Net;
using CaseFlow.Web.Tests.Delar;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CaseFlow.Web.Tests;

public sealed class SidorTests(SidorTests.Vard fabrik) : IClassFixture<SidorTests.Vard>
{
    private HttpClient Klient() => fabrik.CreateClient(new() { AllowAutoRedirect = false });

    [Theory]
    [InlineData("/logga-in", HttpStatusCode.OK)]
    [InlineData("/fel/404", HttpStatusCode.NotFound)]
    [InlineData("/fel/503", HttpStatusCode.ServiceUnavailable)]
    [InlineData("/fel/403", HttpStatusCode.NotFound)]
    public async Task Varje_sida_har_strang_policy_och_sparas_inte(string sida, HttpStatusCode vantat)
    {
        var svar = await Klient().GetAsync(new Uri(sida, UriKind.Relative));
        var html = await svar.Content.ReadAsStringAsync();

        Assert.Equal(vantat, svar.StatusCode);
        Uppmarkning.ArRiktig(html);
        var policy = Assert.Single(svar.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy);
        Assert.StartsWith("default-src 'none'", policy);
        Assert.Contains("no-store", svar.Headers.CacheControl!.ToString());
        Assert.Equal("nosniff", Assert.Single(svar.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("<html lang=\"sv\"", html);
        Assert.Single(html.Split("<h1")[1..]);
    }

    [Fact]
    public async Task Formular_utan_giltig_nyckel_far_en_sida_som_gar_att_lasa()
    {
        using var formular = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "logga-in", ["anvandarnamn"] = "x" });
        var svar = await Klient().PostAsync(new Uri("/logga-in", UriKind.Relative), formular);

        Assert.Equal(HttpStatusCode.BadRequest, svar.StatusCode);
        Assert.Contains("Det gick inte att ta emot formuläret", Uppmarkning.Text(await svar.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("same-origin", HttpStatusCode.Unauthorized)]
    [InlineData("cross-site", HttpStatusCode.BadRequest)]
    public async Task Det_som_skickas_nar_sessionen_ar_slut_gar_att_kopiera_men_aldrig_en_annan_webbplats_text(string fran, HttpStatusCode vantat)
    {
        const string text = "Personen berättar att hon har svårt att klara trappan.";
        using var formular = new FormUrlEncodedContent(new Dictionary<string, string> { ["__blankett"] = "omrade", ["beskrivning"] = text });
        using var fraga = new HttpRequestMessage(HttpMethod.Post, new Uri("/arenden/2026-1/utredning?omrade=d5", UriKind.Relative)) { Content = formular };
        fraga.Headers.Add("Sec-Fetch-Site", fran);

        var svar = await Klient().SendAsync(fraga);

        Assert.Equal(vantat, svar.StatusCode);
        var html = await svar.Content.ReadAsStringAsync();
        if (vantat == HttpStatusCode.BadRequest)
        {
            Assert.DoesNotContain("trappan", html);
            return;
        }

        Assert.Contains(text, Uppmarkning.Text(html));
        Assert.Contains("/logga-in?till=%2Farenden%2F2026-1%2Futredning%3Fomrade%3Dd5", html);
    }

    [Fact]
    public async Task Inloggningens_fel_star_i_sammanfattning_och_vid_faltet()
    {
        var klient = Klient();
        var sida = await klient.GetStringAsync(new Uri("/logga-in", UriKind.Relative));
        var nyckel = sida.Split("name=\"__formular\" value=\"")[1].Split('"')[0];
        using var formular = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "logga-in", ["__formular"] = nyckel, ["anvandarnamn"] = "karin", ["losenord"] = "" });

        var svar = await klient.PostAsync(new Uri("/logga-in", UriKind.Relative), formular);
        var html = await svar.Content.ReadAsStringAsync();

        Uppmarkning.ArRiktig(html);
        Assert.Contains("href=\"#f-losenord\"", html);
        Assert.Contains("value=\"karin\"", html);
        Assert.DoesNotContain("f-anvandarnamn-fel", html);
    }

    [Theory]
    [InlineData("/dist/stil.", "text/css")]
    [InlineData("/dist/app.", "text/javascript")]
    public async Task Stilmall_och_skript_har_sin_summa_i_namnet(string borjan, string typ)
    {
        var klient = Klient();
        var sida = await klient.GetStringAsync(new Uri("/logga-in", UriKind.Relative));
        // Publicerad sparas filen för alltid (immutable); i utvecklingsläge frågar webbläsaren varje gång.
        var adress = borjan + sida.Split('"' + borjan)[1].Split('"')[0];

        var svar = await klient.GetAsync(new Uri(adress, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, svar.StatusCode);
        Assert.Equal(typ, svar.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Stilmallen_hamtar_inget_fran_andra()
    {
        var css = await Klient().GetStringAsync(new Uri("/dist/stil.css", UriKind.Relative));

        Assert.DoesNotMatch("url\\([\"']?(https?:)?//", css);
        Assert.Contains("Inter Variable", css);
    }

    /// <summary>The web app as it starts, on a database of its own and without the demo.</summary>
    public sealed class Vard : WebApplicationFactory<Program>
    {
        private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("caseflow-sidor-");

        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseEnvironment("Development")
            .UseSetting("CASEFLOW_DATA", _data.FullName).UseSetting("CASEFLOW_DEMO", "ingen");

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            _data.Delete(recursive: true);
        }
    }
}
