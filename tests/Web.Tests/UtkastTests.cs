using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using CaseFlow.Application;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Testing;
using CaseFlow.Web.Tests.Atkomst;
using CaseFlow.Web.Tests.Delar;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests;

/// <summary>Drafts as a browser keeps them: by the script, by the button, and when the session is lost.</summary>
public sealed partial class UtkastTests : IAsyncLifetime, IDisposable
{
    private const string Skrivet = "Hon berättar att trappan är svår.";

    private static int _nummer;

    private Provenhet _enhet = null!;
    private Provwebb _webb = null!;
    private Provarende _arende = null!;
    private Webblasaren _hanna = null!;

    private string Sida => $"/arenden/{_arende.Nummer}/utredning?omrade=d5";

    [Fact]
    public async Task Skriptet_sparar_och_sidan_visar_det_igen_ocksa_pa_en_annan_dator()
    {
        var html = await _hanna.Las(Sida);
        Assert.Contains("data-utkast=\"/utkast\"", html, StringComparison.Ordinal);
        var svar = await Skicka(_hanna, html, json: true, ("beskrivning", Skrivet), ("egnaOrd", ""));
        Assert.Equal((HttpStatusCode.OK, "{\"tid\":\"09.00\"}"), (svar.StatusCode, await svar.Content.ReadAsStringAsync()));

        var annan = await _hanna.Las(Sida);
        Uppmarkning.ArRiktig(annan);
        var text = Uppmarkning.Text(annan);
        Assert.Contains("Det här är ditt utkast från 16 sep kl. 09.00", text, StringComparison.Ordinal);
        Assert.Contains(Skrivet, text, StringComparison.Ordinal);
        Assert.Contains("Släng utkastet", text, StringComparison.Ordinal);
        // En annan del av utredningen är orörd.
        Assert.DoesNotContain("ditt utkast", Uppmarkning.Text(await _hanna.Las(Sida.Replace("d5", "d6", StringComparison.Ordinal))), StringComparison.Ordinal);
        // Idempotensens nyckel är formulärets, inte utkastets.
        Assert.Empty(await _enhet.Vard.Las(db => db.Idempotensposter.Where(p => p.Typ == nameof(SparaUtkast)).ToListAsync()));
    }

    [Fact]
    public async Task Utan_skript_sparar_en_knapp_och_sidan_kommer_tillbaka_med_kvitto()
    {
        var html = await _hanna.Las(Sida);
        Assert.Matches("<button[^>]*class=\"ds-button utan-js\"[^>]*formaction=\"/utkast\"[^>]*>Spara utkast", html);
        Assert.Equal($"303 {Sida}", Webblasaren.Vart(await Skicka(_hanna, html, json: false, ("beskrivning", Skrivet))));
        var efter = await _hanna.Las(Sida);
        Assert.Contains("Utkastet är sparat 09.00. Det är inte sparat i ärendet än.", Uppmarkning.Text(efter), StringComparison.Ordinal);

        // Sparat i ärendet är det inget utkast längre.
        var sparat = await _hanna.SkickaMed(efter, Sida, "sida", ("__blankett", "omrade"), ("version", "0"), ("omrade", "d5"), ("status", "ej-borjad"), ("beskrivning", Skrivet), ("gor", "spara"));
        Assert.Equal($"302 {Sida}", Webblasaren.Vart(sparat));
        Assert.DoesNotContain("ditt utkast", Uppmarkning.Text(await _hanna.Las(Sida)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Den_som_slanger_sitt_utkast_ser_det_sparade()
    {
        await Skicka(_hanna, await _hanna.Las(Sida), json: true, ("beskrivning", Skrivet));
        var html = await _hanna.Las(Sida);
        var svar = await _hanna.SkickaMed(html, "/utkast/kasta", null, ("__arende", _arende.Nummer), ("__utkast", "utredning:d5"), ("__sida", Sida));
        Assert.Equal($"303 {Sida}", Webblasaren.Vart(svar));
        Assert.DoesNotContain(Skrivet, Uppmarkning.Text(await _hanna.Las(Sida)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ansokan_som_registreras_finns_kvar_utan_personnummer_tills_den_slangs()
    {
        const string Registrera = "/ansokningar/registrera";
        var html = await _hanna.Las(Registrera);
        Assert.Contains("data-utkast=\"/utkast/registrering\"", html, StringComparison.Ordinal);
        (string, string)[] skrivet =
        [
            ("__sida", Registrera), ("__utkast", "ansokan:ny"), ("kanal", "brev"), ("ankomDag", "2026-09-15"), ("ankomTid", "13.05"), ("ankomstdagSkal", "Kom fel"), ("identitet", "har"), ("personnummer", "19420314-9804"),
            ("fornamn", "Berit"), ("efternamn", "Utkastprov"), ("rader", "2"), ("onskemal2", Skrivet), ("skydd", "ingen"), ("tolk", "ja"),
        ];
        var svar = await Skicka(_hanna, html, "/utkast/registrering", json: true, skrivet);
        Assert.Equal((HttpStatusCode.OK, "{\"tid\":\"09.00\"}"), (svar.StatusCode, await svar.Content.ReadAsStringAsync()));

        var igen = await _hanna.Las(Registrera);
        Uppmarkning.ArRiktig(igen);
        foreach (var text in new[] { "Det här är ditt utkast från 16 sep kl. 09.00", "Ansökan är inte registrerad. Personnumret sparas inte i ett utkast" }) Assert.Contains(text, Uppmarkning.Text(igen), StringComparison.Ordinal);
        foreach (var varde in new[] { "value=\"Berit\"", "value=\"2026-09-15\"", "value=\"13.05\"", "value=\"Kom fel\"", "name=\"insats2\"", "name=\"rader\" value=\"2\"", Skrivet }) Assert.Contains(varde, WebUtility.HtmlDecode(igen), StringComparison.Ordinal);
        Assert.Matches("value=\"brev\"[^>]*checked", igen);
        Assert.Matches("<details[^>]*open[^>]*>\\s*<summary>.{0,400}Ankomstdagen ska vara en annan", igen.ReplaceLineEndings(" "));
        Assert.DoesNotContain("9804", igen, StringComparison.Ordinal);

        // Fältens namn är sidans: den skyddade står inte kvar.
        foreach (var falt in Application.Ansokningar.Registreringsutkast.Identitet.Append(Application.Ansokningar.Registreringsutkast.Personnummer).Append(Application.Ansokningar.Registreringsutkast.Skyddsfalt))
            Assert.Contains($"name=\"{falt}\"", igen, StringComparison.Ordinal);

        // Utan skript: en knapp, och tillbaka till sidan. Sedan slängs det.
        Assert.Matches("formaction=\"/utkast/registrering\"[^>]*>Spara utkast", igen);
        Assert.Equal($"303 {Registrera}", Webblasaren.Vart(await Skicka(_hanna, igen, "/utkast/registrering", json: false, skrivet)));
        var efter = await _hanna.Las(Registrera);
        Assert.Contains("Utkastet är sparat 09.00. Ansökan är inte registrerad än.", Uppmarkning.Text(efter), StringComparison.Ordinal);
        Assert.Equal($"303 {Registrera}", Webblasaren.Vart(await _hanna.SkickaMed(efter, "/utkast/registrering/kasta", null, ("__sida", Registrera))));
        var tomt = await _hanna.Las(Registrera);
        Assert.Contains("Utkastet är slängt.", Uppmarkning.Text(tomt), StringComparison.Ordinal);
        Assert.DoesNotContain("Berit", tomt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ett_utkast_av_en_ansokan_efter_sessionens_slut_leder_tillbaka_till_formularet()
    {
        const string Registrera = "/ansokningar/registrera";
        var html = await _hanna.Las(Registrera);
        await AvslutaSessionen();
        var utkast = await Skicka(_hanna, html, "/utkast/registrering", json: true, ("__sida", Registrera), ("onskemal1", Skrivet));
        Assert.Equal(HttpStatusCode.Unauthorized, utkast.StatusCode);
        Assert.Contains("/logga-in?till=" + Uri.EscapeDataString(Registrera), await utkast.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Tillbaka_gar_bara_till_en_egen_sida(string sida)
    {
        var svar = await _hanna.SkickaMed(await _hanna.Las(Sida), "/utkast", null, ("__arende", _arende.Nummer), ("__utkast", "utredning:d5"), ("__sida", sida), ("mal", "x"));
        Assert.Equal("303 /", Webblasaren.Vart(svar));
    }

    [Fact]
    public async Task Ett_utkast_fran_en_aldre_text_sager_det_och_skickar_med_sin_version()
    {
        await Skicka(_hanna, await _hanna.Las(Sida), json: true, ("version", "0"), ("beskrivning", Skrivet));
        Provarende.Ok(await _enhet.Vard.Sand(new Application.Utredningar.SkrivOmrade(_arende.Nummer, "d5", 0, null, "Chefens text", null, null, null, null, null, "pagar"), _enhet.Chef));

        var html = await _hanna.Las(Sida);
        Assert.Contains("Texten i ärendet har ändrats sedan dess", Uppmarkning.Text(html), StringComparison.Ordinal);
        Assert.Contains("name=\"version\" value=\"0\"", html, StringComparison.Ordinal);
        var svar = await _hanna.SkickaMed(html, Sida, "sida", ("__blankett", "omrade"), ("version", "0"), ("omrade", "d5"), ("status", "pagar"), ("beskrivning", Skrivet), ("gor", "spara"));
        Assert.Equal(HttpStatusCode.Conflict, svar.StatusCode);
        Assert.Contains("Chefens text", Uppmarkning.Text(await svar.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ett_for_stort_utkast_sags_med_ord_och_utan_skript_finns_texten_kvar()
    {
        (string, string)[] stort = [.. Enumerable.Range(0, 3).Select(i => ($"text{i}", new string('x', 80_000)))];
        var html = await _hanna.Las(Sida);
        var svar = await Skicka(_hanna, html, json: true, stort);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, svar.StatusCode);
        Assert.Contains("200 kB", await svar.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var sida = await Skicka(_hanna, html, json: false, stort);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, sida.StatusCode);
        Assert.Contains("xxxxxxxxxx", await sida.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ett_slut_pa_sessionen_svarar_skriptet_och_formularet_gar_att_skicka_igen()
    {
        var html = await _hanna.Las(Sida);
        await AvslutaSessionen();

        var utkast = await Skicka(_hanna, html, json: true, ("beskrivning", Skrivet));
        Assert.Equal(HttpStatusCode.Unauthorized, utkast.StatusCode);
        Assert.Contains("/logga-in?till=" + Uri.EscapeDataString(Sida), await utkast.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var kort = await Skicka(_hanna, html, json: true, ("mal", "kort"));
        Assert.Equal($"302 /logga-in?till={Uri.EscapeDataString(Sida)}", Webblasaren.Vart(kort));

        var skickat = await (await Skicka(_hanna, html, Sida, json: false, ("__blankett", "omrade"), ("version", "0"), ("omrade", "d5"), ("status", "ej-borjad"), ("beskrivning", Skrivet), ("gor", "spara")))
            .Content.ReadAsStringAsync();
        Uppmarkning.ArRiktig(skickat);
        Assert.Contains("Skicka igen", Uppmarkning.Text(skickat), StringComparison.Ordinal);
        var falt = Doltfalt().Matches(skickat).ToDictionary(f => WebUtility.HtmlDecode(f.Groups["namn"].Value), f => WebUtility.HtmlDecode(f.Groups["varde"].Value), StringComparer.Ordinal);
        Assert.Equal((Skrivet, "omrade"), (falt["beskrivning"], falt["__blankett"]));

        // En annan som loggar in vid samma dator kan inte skicka det.
        var hennes = new Dictionary<string, string>(falt, StringComparer.Ordinal);
        await Konto("bea", 13);
        Assert.Equal("302 /", Webblasaren.Vart(await _hanna.Losenordet("bea")));
        using (var kropp = new FormUrlEncodedContent(hennes)) Assert.Equal(HttpStatusCode.BadRequest, (await _hanna.Klient.PostAsync(new Uri(Sida, UriKind.Relative), kropp)).StatusCode);
        Assert.Equal("302 /", Webblasaren.Vart(await _hanna.Losenordet("hanna")));
        using (var kropp = new FormUrlEncodedContent(hennes)) Assert.Equal($"302 {Sida}", Webblasaren.Vart(await _hanna.Klient.PostAsync(new Uri(Sida, UriKind.Relative), kropp)));
        Assert.Contains(Skrivet, Uppmarkning.Text(await _hanna.Las(Sida)), StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        _enhet = await Provenhet.Skapa();
        await _enhet.Ersatt(_enhet.Kollega, _enhet.BitradandeChef);
        _arende = await _enhet.EttArende().Granskat().Bygg();
        _webb = new(_enhet);
        await Konto("hanna", 11);
        _hanna = _webb.Besok();
        Assert.Equal("302 /", Webblasaren.Vart(await _hanna.Losenordet("hanna")));
    }

    public async Task DisposeAsync()
    {
        await _webb.DisposeAsync();
        await _enhet.DisposeAsync();
    }

    public void Dispose() => _webb.Dispose();

    private async Task Konto(string namn, long id)
    {
        await using var scope = _webb.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IKonton>().Skapa(new(id), namn, Drift.Losenord, tillfalligt: false);
        await scope.ServiceProvider.GetRequiredService<CaseFlowDb>().SaveChangesAsync();
    }

    /// <summary>Someone ends the session meanwhile; the cookie is asked about again after a few seconds.</summary>
    private async Task AvslutaSessionen()
    {
        var session = await _enhet.Vard.Las(db => db.Set<Data.Identitet.Kontosession>().Where(s => s.Slut == null).Select(s => s.Id).SingleAsync());
        Provarende.Ok(await _enhet.Vard.Sand(new AvslutaSession(session), _enhet.Handlaggare));
        _enhet.Vard.Tid.Ga(TimeSpan.FromSeconds(6));
    }

    private Task<HttpResponseMessage> Skicka(Webblasaren vem, string html, bool json, params (string, string)[] falt) => Skicka(vem, html, "/utkast", json, falt);

    /// <summary>The fields as the form on the page sends them, from the same site.</summary>
    private async Task<HttpResponseMessage> Skicka(Webblasaren vem, string html, string till, bool json, params (string Namn, string Varde)[] falt)
    {
        var alla = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["__formular"] = Kvitto().Match(html).Groups["varde"].Value, ["__nyckel"] = $"nyckel-{Interlocked.Increment(ref _nummer)}", ["_handler"] = "sida",
            ["__arende"] = _arende.Nummer, ["__utkast"] = "utredning:d5", ["__sida"] = Sida,
        };
        foreach (var (namn, varde) in falt) alla[namn] = varde;
        using var fraga = new HttpRequestMessage(HttpMethod.Post, new Uri(till, UriKind.Relative)) { Content = new FormUrlEncodedContent(alla) };
        fraga.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (json) fraga.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return await vem.Klient.SendAsync(fraga);
    }

    [GeneratedRegex("name=\"__formular\" value=\"(?<varde>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kvitto();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<namn>[^\"]+)\" value=\"(?<varde>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Doltfalt();
}
