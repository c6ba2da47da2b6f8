using System.Net;
using CaseFlow.Application;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Data.Identitet;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Web.Auth;
using CaseFlow.Web.Tests.Delar;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests;

/// <summary>When rights change, an old cookie is refused within five seconds, on every node.</summary>
public sealed class SessionTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan FemSekunder = TimeSpan.FromSeconds(5);
    private readonly Drift _forsta = new();
    private Drift? _andra;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_andra is not null) await _andra.DisposeAsync();
        await _forsta.DisposeAsync();
    }

    public void Dispose()
    {
        _andra?.Dispose();
        _forsta.Dispose();
    }

    [Theory]
    [InlineData("inget", false), InlineData("kontot stängs", true), InlineData("uppdraget slutar", true), InlineData("uppdraget slutar om en vecka", true)]
    [InlineData("ett nytt uppdrag", true), InlineData("två steg nollställs", true), InlineData("lösenordet byts", true), InlineData("en nyckel tas bort", true)]
    [InlineData("sessionen avslutas", true), InlineData("utloggning", true)]
    public async Task En_gammal_kaka_nekas_inom_fem_sekunder_pa_en_annan_nod(string vad, bool nekas)
    {
        await _forsta.LaggUpp("maria", Roll.Chef);
        _andra = new(_forsta);
        var maria = _andra.Besok();
        await maria.Losenordet("maria");
        await maria.SlaPaTvasteg();
        var svar = await maria.Ga("/konto");
        Assert.Equal(HttpStatusCode.OK, svar.StatusCode);
        // En kopia av kakan som den är nu, och sedan en sida till: den förnyade kakan är lika gammal.
        var tjuv = _andra.Besok();
        tjuv.Klient.DefaultRequestHeaders.Add("Cookie", svar.RequestMessage!.Headers.GetValues("Cookie"));

        await Gor(vad);
        _forsta.Tid.Ga(FemSekunder);

        foreach (var vem in new[] { tjuv, maria })
        {
            var sedan = await vem.Ga("/konto");
            if (nekas) Assert.StartsWith("302 /logga-in", Webblasaren.Vart(sedan), StringComparison.Ordinal);
            else Assert.Equal(HttpStatusCode.OK, sedan.StatusCode);
        }
    }

    [Fact]
    public async Task Rattigheterna_sjalva_galler_genast_ocksa_innan_kakan_provas()
    {
        await using var vard = new Utveckling();
        await vard.LaggUpp("karin");
        var karin = vard.Besok();
        await karin.Losenordet("karin");
        Assert.Equal(HttpStatusCode.OK, (await karin.Ga("/arenden")).StatusCode);
        await Sand(vard, async id => await Anropare(vard).Sand(new AvslutaUppdrag(id.Value, (await Enhet(vard)).Value, Roll.Handlaggare, new(2026, 1, 1), null), Forvaltare));

        Assert.Equal(HttpStatusCode.NotFound, (await karin.Ga("/arenden")).StatusCode);
    }

    [Fact]
    public async Task En_session_syns_och_avslutas_for_sig_medan_de_andra_lever()
    {
        await using var vard = new Utveckling();
        await vard.LaggUpp("karin");
        var (jobbet, hemma) = (vard.Besok(), vard.Besok());
        jobbet.Klient.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        hemma.Klient.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0");
        await jobbet.Losenordet("karin");
        await hemma.Losenordet("karin");

        var html = await jobbet.Las("/konto");
        var text = Uppmarkning.Text(html);
        Assert.Contains("Firefox på Linux (här)", text, StringComparison.Ordinal);
        Assert.Contains("Edge på Windows", text, StringComparison.Ordinal);
        var blankett = html.Split("value=\"session-")[1].Split('"')[0];
        Assert.Equal("302 /konto", Webblasaren.Vart(await jobbet.SkickaMed(html, "/konto", "sida", ("__blankett", "session-" + blankett))));

        vard.Tid.Ga(FemSekunder);
        Assert.StartsWith("302 /logga-in", Webblasaren.Vart(await hemma.Ga("/arenden")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await jobbet.Ga("/arenden")).StatusCode);
        Assert.DoesNotContain("Edge", Uppmarkning.Text(await jobbet.Las("/konto")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Losenordet_byts_av_den_som_har_det_och_den_har_webblasaren_ar_kvar()
    {
        const string nytt = "helt nytt lösenord för karin";
        await using var vard = new Utveckling();
        await vard.LaggUpp("karin");
        var (karin, annan) = (vard.Besok(), vard.Besok());
        await karin.Losenordet("karin");
        await annan.Losenordet("karin");

        Assert.Contains("inte ditt nuvarande", await Byt(karin, "fel lösenord", nytt, nytt), StringComparison.Ordinal);
        Assert.Contains("inte lika", await Byt(karin, Drift.Losenord, nytt, nytt + "x"), StringComparison.Ordinal);
        Assert.Contains("minst 12 tecken", await Byt(karin, Drift.Losenord, "kort", "kort"), StringComparison.Ordinal);
        Assert.Contains("ett annat lösenord", await Byt(karin, Drift.Losenord, Drift.Losenord, Drift.Losenord), StringComparison.Ordinal);
        // Det som skrevs i ett lösenordsfält visas aldrig igen.
        Assert.DoesNotContain(nytt, await Byt(karin, "fel lösenord", nytt, nytt), StringComparison.Ordinal);
        Assert.Equal("302 /konto", await Byt(karin, Drift.Losenord, nytt, nytt));

        vard.Tid.Ga(FemSekunder);
        Assert.Equal(HttpStatusCode.OK, (await karin.Ga("/arenden")).StatusCode);
        Assert.StartsWith("302 /logga-in", Webblasaren.Vart(await annan.Ga("/arenden")), StringComparison.Ordinal);
        Assert.NotEqual("302 /", Webblasaren.Vart(await vard.Besok().Losenordet("karin")));
        Assert.Equal("302 /", Webblasaren.Vart(await vard.Besok().Losenordet("karin", nytt)));
        await using var scope = vard.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        Assert.Equal(1, await db.AuditHandelser.CountAsync(h => h.Typ == nameof(LosenordBytt)));
        Assert.False(await db.Idempotensposter.AnyAsync(p => p.Typ == nameof(BytLosenord)));
    }

    [Fact]
    public async Task Fem_fel_lasar_kontot_ocksa_nar_losenordet_byts()
    {
        await using var vard = new Utveckling();
        await vard.LaggUpp("karin");
        var karin = vard.Besok();
        await karin.Losenordet("karin");
        for (var i = 0; i < 5; i++) await Byt(karin, "fel lösenord", "helt nytt lösenord", "helt nytt lösenord");
        Assert.Contains("För många försök", await Byt(karin, Drift.Losenord, "helt nytt lösenord", "helt nytt lösenord"), StringComparison.Ordinal);
    }

    /// <summary>With her cookies and a valid token too: the browser itself says where it came from.</summary>
    [Fact]
    public async Task Det_en_annan_webbplats_sida_sander_nekas()
    {
        await using var vard = new Utveckling();
        await vard.LaggUpp("karin");
        var karin = vard.Besok();
        await karin.Losenordet("karin");
        var sidan = await karin.Las("/konto");
        karin.Klient.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(HttpStatusCode.BadRequest, (await karin.SkickaMed(sidan, "/logga-ut", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await karin.Ga("/arenden")).StatusCode);

        karin.Klient.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        karin.Klient.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        Assert.StartsWith("302 /logga-in", Webblasaren.Vart(await karin.SkickaMed(sidan, "/logga-ut", null)), StringComparison.Ordinal);
    }

    private static async Task<string> Byt(Webblasaren vem, string nuvarande, string nytt, string igen)
    {
        var svar = await vem.SkickaMed(
            await vem.Las("/konto/losenord"), "/konto/losenord", "sida", ("__blankett", "byt"), ("losenord", nuvarande), ("losenord-nytt", nytt), ("losenord-igen", igen));
        return svar.StatusCode == HttpStatusCode.Redirect ? Webblasaren.Vart(svar) : Uppmarkning.Text(await svar.Content.ReadAsStringAsync());
    }

    private static Aktor Forvaltare { get; } =
        new(AktorSlag.System, default, "prov", Enum.GetValues<Behorighet>().ToHashSet(), [], [], Delegatniva.Namnd);

    private static IAnropare Anropare(Drift vard) => vard.Services.GetRequiredService<IAnropare>();

    private async Task Gor(string vad) => await Sand(_forsta, async id =>
    {
        var (anropare, enhet, hon) = (Anropare(_forsta), await Enhet(_forsta), await Aktor(id));
        var start = new DateOnly(2026, 1, 1);
        return vad switch
        {
            "inget" => Result.Done,
            "kontot stängs" => await anropare.Sand(new StangAnvandare("maria"), Systemaktor.Den),
            "uppdraget slutar" => await anropare.Sand(new AvslutaUppdrag(id.Value, enhet.Value, Roll.Chef, start, null), Forvaltare),
            "uppdraget slutar om en vecka" => await anropare.Sand(new AvslutaUppdrag(id.Value, enhet.Value, Roll.Chef, start, new(2026, 9, 23)), Forvaltare),
            "ett nytt uppdrag" => await NyttUppdrag(anropare, id, enhet),
            "två steg nollställs" => await anropare.Sand(new NollstallTvasteg("maria"), Systemaktor.Den),
            "lösenordet byts" => await anropare.Sand(new BytLosenord("ett helt annat lösenord"), hon),
            "en nyckel tas bort" => await Nyckel(anropare, hon),
            "sessionen avslutas" => await AvslutaAlla(anropare, hon),
            "utloggning" => await anropare.Sand(new Utloggning(), hon),
            _ => throw new InvalidOperationException(vad),
        };
    });

    private async Task<Result<Done>> NyttUppdrag(IAnropare anropare, AnvandareId id, EnhetId enhet)
    {
        var foreslaget = await anropare.Sand(
            new ForeslaUppdrag(id.Value, enhet.Value, Roll.Kvalitetsrad, Delegatniva.Ingen, new(2026, 9, 16), null, "Ny i kvalitetsrådet"), Forvaltare with { Id = new(4711) });
        if (foreslaget.Failed) return foreslaget;
        await using var scope = _forsta.Services.CreateAsyncScope();
        var forslag = await scope.ServiceProvider.GetRequiredService<CaseFlowDb>().Uppdragsforslag.Select(f => f.Id).SingleAsync();
        return await anropare.Sand(new AvgorUppdrag(forslag.Value, 0, true, null), Forvaltare);
    }

    private static async Task<Result<Done>> Nyckel(IAnropare anropare, Aktor hon)
    {
        var lagd = await anropare.Sand(
            new RegistreraPasskey(new([7], [1], "Dator", new(2026, 9, 16, 7, 0, 0, TimeSpan.Zero), 0, [], true, false, false, [1], [1])), hon);
        return lagd.Failed ? lagd : await anropare.Sand(new TaBortPasskey("Bw"), hon);
    }

    private static async Task<Result<Done>> AvslutaAlla(IAnropare anropare, Aktor hon)
    {
        foreach (var session in (await anropare.Sand(new HamtaKonto(Sessionsregler.Langst), hon)).Value.Sessioner)
        {
            var svar = await anropare.Sand(new AvslutaSession(session.Id), hon);
            if (svar.Failed) return svar;
        }
        return Result.Done;
    }

    private static async Task Sand(Drift vard, Func<AnvandareId, Task<Result<Done>>> gor)
    {
        await using var scope = vard.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        var svar = await gor(await db.Set<Konto>().Select(k => k.AnvandareId).SingleAsync());
        Assert.False(svar.Failed, svar.Error?.Text);
    }

    private static async Task<EnhetId> Enhet(Drift vard) => (await Anropare(vard).Sand(new LaggGrund(), Systemaktor.Den)).Value.Enhet;

    private async Task<Aktor> Aktor(AnvandareId id)
    {
        await using var scope = _forsta.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IAktorkalla>().ForAnvandare(id, _forsta.Tid.GetUtcNow(), CancellationToken.None))!;
    }
}
