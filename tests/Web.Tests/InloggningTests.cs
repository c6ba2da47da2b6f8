using System.Net;
using CaseFlow.Application;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Web.Auth;
using CaseFlow.Web.Pages.Ram;
using CaseFlow.Web.Tests.Delar;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests;

/// <summary>Signing in for real data: password and code, sessions that end, and nothing said about which accounts there are.</summary>
public sealed class InloggningTests : IAsyncLifetime, IDisposable
{
    private readonly Drift _vard = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _vard.DisposeAsync();

    public void Dispose() => _vard.Dispose();

    [Fact]
    public async Task Losenord_ensamt_racker_inte_i_drift()
    {
        await _vard.LaggUpp("maria", Roll.Chef);
        var maria = _vard.Besok();

        Assert.Equal("302 /konto/tva-steg", Webblasaren.Vart(await maria.Losenordet("maria")));
        foreach (var sida in new[] { "/idag", "/arenden", "/ansokningar/registrera", "/avvikelser/rapportera", "/indikatorer", "/arenden/2026-0001" })
            Assert.Equal("302 /konto/tva-steg", Webblasaren.Vart(await maria.Ga(sida)));
        Assert.Equal(HttpStatusCode.OK, (await maria.Ga("/konto/tva-steg")).StatusCode);

        await maria.SlaPaTvasteg();
        Assert.Equal(HttpStatusCode.OK, (await maria.Ga("/idag")).StatusCode);
        // Stämpelprovet bygger om kakan: hur hon loggade in följer med.
        _vard.Tid.Ga(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.OK, (await maria.Ga("/idag")).StatusCode);
        _vard.Tid.Ga(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.OK, (await maria.Ga("/idag")).StatusCode);
    }

    [Fact]
    public async Task I_utveckling_racker_losenordet()
    {
        await using var vard = new Utveckling();
        await vard.LaggUpp("karin");
        var karin = vard.Besok();

        Assert.Equal("302 /", Webblasaren.Vart(await karin.Losenordet("karin")));
        Assert.Equal(HttpStatusCode.OK, (await karin.Ga("/idag")).StatusCode);
        Assert.Contains("href=\"/konto\"", await karin.Las("/idag"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ett_losenord_som_nagon_annan_har_satt_byts_innan_nagot_annat()
    {
        await using var vard = new Utveckling();
        await vard.LaggUpp("karin", tillfalligt: true);
        var karin = vard.Besok();
        await karin.Losenordet("karin");

        foreach (var sida in new[] { "/idag", "/konto", "/arenden", "/ansokningar/registrera" })
            Assert.Equal("302 /konto/losenord", Webblasaren.Vart(await karin.Ga(sida)));
        Assert.Contains("Välj ett eget innan du går vidare", Uppmarkning.Text(await karin.Las("/konto/losenord")), StringComparison.Ordinal);
        Assert.Equal("302 /", await Byt(karin, Drift.Losenord, "mitt alldeles egna"));
        Assert.Equal(HttpStatusCode.OK, (await karin.Ga("/idag")).StatusCode);

        // Har hon glömt det får hon ett nytt tillfälligt, och alla hennes sessioner är slut.
        var anropare = vard.Services.GetRequiredService<IAnropare>();
        Assert.False((await anropare.Sand(new NollstallLosenord("karin", "ett tillfälligt igen"), Systemaktor.Den)).Failed);
        vard.Tid.Ga(TimeSpan.FromSeconds(5));
        Assert.StartsWith("302 /logga-in", Webblasaren.Vart(await karin.Ga("/idag")), StringComparison.Ordinal);
        var igen = vard.Besok();
        await igen.Losenordet("karin", "ett tillfälligt igen");
        Assert.Equal("302 /konto/losenord", Webblasaren.Vart(await igen.Ga("/idag")));
    }

    [Fact]
    public async Task I_drift_laggs_appen_upp_forst_och_losenordet_byts_sedan()
    {
        await _vard.LaggUpp("maria", Roll.Chef, tillfalligt: true);
        var maria = _vard.Besok();

        Assert.Equal("302 /konto/tva-steg", Webblasaren.Vart(await maria.Losenordet("maria")));
        Assert.Equal("302 /konto/tva-steg", Webblasaren.Vart(await maria.Ga("/konto/losenord")));
        await maria.SlaPaTvasteg();
        Assert.Equal("302 /konto/losenord", Webblasaren.Vart(await maria.Ga("/idag")));
        Assert.Equal("302 /", await Byt(maria, Drift.Losenord, "mitt alldeles egna"));
        Assert.Equal(HttpStatusCode.OK, (await maria.Ga("/idag")).StatusCode);
    }

    private static async Task<string> Byt(Webblasaren vem, string nuvarande, string nytt) => Webblasaren.Vart(await vem.SkickaMed(
        await vem.Las("/konto/losenord"), "/konto/losenord", "sida", ("__blankett", "byt"), ("losenord", nuvarande), ("losenord-nytt", nytt), ("losenord-igen", nytt)));

    [Fact]
    public async Task En_kod_galler_en_gang()
    {
        await _vard.LaggUpp("maria");
        var maria = _vard.Besok();
        await maria.Losenordet("maria");
        var nyckel = await maria.SlaPaTvasteg();

        Assert.Equal("302 /", Webblasaren.Vart(await _vard.Besok().LoggaIn("maria", nyckel)));
        var tjuv = _vard.Besok();
        var steg2 = await (await tjuv.Losenordet("maria")).Content.ReadAsStringAsync();
        var svar = await tjuv.SkickaMed(steg2, "/logga-in", "logga-in", ("kod", Engangskod.Kod(nyckel, _vard.Tid.GetUtcNow())));
        Assert.Equal(HttpStatusCode.OK, svar.StatusCode);
        Assert.Contains("Koden stämmer inte", Uppmarkning.Text(await svar.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal("302 /", Webblasaren.Vart(await _vard.Besok().LoggaIn("maria", nyckel)));
    }

    [Fact]
    public async Task Tva_steg_stangs_av_bara_med_en_kod()
    {
        await _vard.LaggUpp("maria");
        var maria = _vard.Besok();
        await maria.Losenordet("maria");
        var nyckel = await maria.SlaPaTvasteg();

        Assert.Contains("Koden stämmer inte", Uppmarkning.Text(await (await maria.Skicka("/konto/tva-steg", "stang-av")).Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("Koden stämmer inte", Uppmarkning.Text(await (await maria.Skicka("/konto/tva-steg", "stang-av", ("kod", "000000"))).Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await maria.Ga("/arenden")).StatusCode);

        _vard.Tid.Ga(TimeSpan.FromSeconds(60));
        var av = await maria.Skicka("/konto/tva-steg", "stang-av", ("kod", Engangskod.Kod(nyckel, _vard.Tid.GetUtcNow())));
        Assert.Equal("302 /konto/tva-steg", Webblasaren.Vart(av));
        Assert.Equal("302 /konto/tva-steg", Webblasaren.Vart(await maria.Ga("/arenden")));
        Assert.Equal([true, false], await Andringar());
    }

    [Fact]
    public async Task Appen_far_ta_sin_tid_att_lagga_upp()
    {
        await _vard.LaggUpp("maria");
        var maria = _vard.Besok();
        await maria.Losenordet("maria");
        var sida = await maria.Las("/konto/tva-steg");

        _vard.Tid.Ga(TimeSpan.FromMinutes(3));

        Assert.Contains("Två steg är på", await maria.SlaPaTvasteg(sida), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await maria.Ga("/idag")).StatusCode);
    }

    [Fact]
    public async Task Den_som_sag_en_tidigare_nyckel_har_inget_av_den()
    {
        await _vard.LaggUpp("maria");
        var (tjuv, maria) = (_vard.Besok(), _vard.Besok());
        await tjuv.Losenordet("maria");
        await maria.Losenordet("maria");
        var (forst, sedan) = (await tjuv.Las("/konto/tva-steg"), await maria.Las("/konto/tva-steg"));
        Assert.NotEqual(Webblasaren.Nyckel(forst), Webblasaren.Nyckel(sedan));

        Assert.Contains("Koden stämmer inte", await tjuv.SlaPaTvasteg(forst), StringComparison.Ordinal);
        var fel = await (await tjuv.SkickaMed(forst, "/konto/tva-steg", "sla-pa", ("losenord", Drift.Losenord), ("kod", "000000"))).Content.ReadAsStringAsync();
        Assert.Equal("", Webblasaren.Nyckel(fel));
        Assert.Contains("visa en ny nyckel", Uppmarkning.Text(fel), StringComparison.Ordinal);

        Assert.Contains("Två steg är på", await maria.SlaPaTvasteg(sedan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Appens_nyckel_ligger_inte_i_klartext()
    {
        await _vard.LaggUpp("maria");
        var maria = _vard.Besok();
        await maria.Losenordet("maria");
        var nyckel = await maria.SlaPaTvasteg();

        await using var scope = _vard.Services.CreateAsyncScope();
        var bevis = await scope.ServiceProvider.GetRequiredService<CaseFlowDb>().Set<Microsoft.AspNetCore.Identity.IdentityUserToken<long>>().ToListAsync();
        Assert.NotEmpty(bevis);
        Assert.All(bevis, b => Assert.DoesNotContain(nyckel, b.Value!, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Utloggning_avslutar_sessionen()
    {
        await _vard.LaggUpp("ulla", Roll.Utforare);
        var ulla = _vard.Besok();
        await ulla.Losenordet("ulla");
        await ulla.SlaPaTvasteg();
        var svar = await ulla.Ga("/avvikelser/rapportera");
        var tjuv = _vard.Besok();
        tjuv.Klient.DefaultRequestHeaders.Add("Cookie", svar.RequestMessage!.Headers.GetValues("Cookie"));
        Assert.Equal(HttpStatusCode.OK, (await tjuv.Ga("/avvikelser/rapportera")).StatusCode);

        Assert.Equal("302 /logga-in", Webblasaren.Vart(await ulla.SkickaMed(await svar.Content.ReadAsStringAsync(), "/logga-ut", null)));
        _vard.Tid.Ga(TimeSpan.FromSeconds(6));
        Assert.StartsWith("302 /logga-in", Webblasaren.Vart(await tjuv.Ga("/avvikelser/rapportera")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task En_session_tar_slut_fast_den_anvands_och_nar_den_inte_anvands()
    {
        await _vard.LaggUpp("maria");
        var maria = _vard.Besok();
        await maria.Losenordet("maria");
        var nyckel = await maria.SlaPaTvasteg();
        for (var timme = 1; timme < 12; timme++)
        {
            _vard.Tid.Ga(TimeSpan.FromHours(1));
            Assert.Equal(HttpStatusCode.OK, (await maria.Ga("/arenden")).StatusCode);
        }
        _vard.Tid.Ga(TimeSpan.FromHours(1));
        Assert.StartsWith("302 /logga-in", Webblasaren.Vart(await maria.Ga("/arenden")), StringComparison.Ordinal);

        await maria.LoggaIn("maria", nyckel);
        Assert.Equal(HttpStatusCode.OK, (await maria.Ga("/arenden")).StatusCode);
        _vard.Tid.Ga(Sessionsregler.Vila + TimeSpan.FromMinutes(1));
        Assert.StartsWith("302 /logga-in", Webblasaren.Vart(await maria.Ga("/arenden")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ett_stangt_konto_kommer_inte_in_och_dess_session_nekas_vid_nasta_anrop()
    {
        await using var vard = new Utveckling();
        await vard.LaggUpp("karin");
        var karin = vard.Besok();
        await karin.Losenordet("karin");
        Assert.Equal(HttpStatusCode.OK, (await karin.Ga("/arenden")).StatusCode);

        Assert.False((await vard.Services.GetRequiredService<IAnropare>().Sand(new StangAnvandare("karin"), Systemaktor.Den)).Failed);

        Assert.StartsWith("302 /logga-in", Webblasaren.Vart(await karin.Ga("/arenden")), StringComparison.Ordinal);
        Assert.NotEqual("302 /", Webblasaren.Vart(await vard.Besok().Losenordet("karin")));
    }

    [Fact]
    public async Task Svaret_sager_inte_om_kontot_finns()
    {
        await _vard.LaggUpp("maria");
        var svar = new List<string>();
        foreach (var namn in new[] { "maria", "qvxz" })
        {
            var forsok = new List<string>();
            for (var i = 0; i < 7; i++) forsok.Add(Uppmarkning.Text(await (await _vard.Besok().Losenordet(namn, "fel lösenord")).Content.ReadAsStringAsync()));
            Assert.Single(forsok.Distinct(StringComparer.Ordinal));
            svar.Add(forsok[0].Replace(namn, "", StringComparison.Ordinal));
        }
        Assert.Single(svar.Distinct(StringComparer.Ordinal));
        Assert.Contains("för många försök", svar[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ett_ratt_losenord_syns_i_loggen_ocksa_nar_koden_uteblir()
    {
        await _vard.LaggUpp("maria");
        var maria = _vard.Besok();
        await maria.Losenordet("maria");
        await maria.SlaPaTvasteg();
        Assert.Empty(await Handelser("LosenordGodtaget", h => h.AktorId));

        await _vard.Besok().Losenordet("maria");

        Assert.Single(await Handelser("LosenordGodtaget", h => h.AktorId));
        Assert.Single(await Handelser("AnvandareInloggad", h => h.AktorId));
    }

    [Fact]
    public async Task Ett_namn_far_ett_begransat_antal_forsok_varifran_de_an_kommer()
    {
        for (var i = 0; i < Forsokstak.Flest + 3; i++)
        {
            _vard.Fran = IPAddress.Parse($"192.0.2.{i + 1}");
            Assert.Equal(HttpStatusCode.OK, (await _vard.Besok().Losenordet("okänd", "fel lösenord")).StatusCode);
        }
        var hinder = await Handelser("InloggningNekad", h => h.Data);
        Assert.Equal(3, hinder.Count(h => h.Contains("Utelast", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData(Roll.Handlaggare, "/idag"), InlineData(Roll.Chef, "/idag"), InlineData(Roll.BitradandeChef, "/idag"), InlineData(Roll.Forvaltare, "/forvaltning")]
    [InlineData(Roll.Utforare, "/avvikelser/rapportera"), InlineData(Roll.Aldrelots, "/avvikelser/rapportera"), InlineData(Roll.Kvalitetsrad, "/avvikelser")]
    [InlineData(Roll.Administrator, "/ansokningar/registrera"), InlineData(Roll.Fardtjansthandlaggare, "/idag")]
    public async Task Ingen_loggar_in_till_en_sida_som_inte_finns(Roll roll, string sida)
    {
        await using var vard = new Utveckling();
        await vard.LaggUpp("ny", roll);
        var ny = vard.Besok();

        Assert.Equal("302 /", Webblasaren.Vart(await ny.Skicka("/logga-in?till=%2Fidag", "logga-in", ("anvandarnamn", "ny"), ("losenord", Drift.Losenord))));
        Assert.Equal("302 " + sida, Webblasaren.Vart(await ny.Ga("/")));
        Assert.Equal(HttpStatusCode.OK, (await ny.Ga(sida)).StatusCode);
    }

    [Fact]
    public void Den_som_inte_har_nagon_roll_kommer_till_sitt_konto() => Assert.Equal("/konto/tva-steg", Meny.Startsida(new HashSet<string>()));

    private async Task<List<bool>> Andringar() =>
        [.. (await Handelser("TvastegAndrat", h => h.Data)).Select(d => d.Contains("true", StringComparison.OrdinalIgnoreCase))];

    private async Task<List<T>> Handelser<T>(string typ, Func<AuditHandelse, T> val)
    {
        await using var scope = _vard.Services.CreateAsyncScope();
        var rader = await scope.ServiceProvider.GetRequiredService<CaseFlowDb>().AuditHandelser.Where(h => h.Typ == typ).OrderBy(h => h.Id).ToListAsync();
        return [.. rader.Select(val)];
    }
}
