using System.Net;
using CaseFlow.Application;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Data.Identitet;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Web.Auth;
using CaseFlow.Web.Tests.Delar;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests;

/// <summary>What outlives a session asks for the password again: who sits at somebody's open browser makes herself no way in.</summary>
public sealed class KontonycklarTests : IAsyncDisposable
{
    private readonly Utveckling _vard = new();

    public ValueTask DisposeAsync() => _vard.DisposeAsync();

    [Fact]
    public async Task Utan_losenord_blir_det_ingen_nyckel_och_enheten_fragas_inte_ens()
    {
        var (karin, _) = await Inloggad();
        var sida = await karin.Las("/konto");

        foreach (var losenord in new[] { "", "fel lösenord" })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await karin.SkickaMed(sida, "/konto/passkeys/val", null, ("losenord", losenord))).StatusCode);
            var nekad = await karin.SkickaMed(sida, "/konto", "sida", ("__blankett", "ny"), ("namn", "Min"), ("passkey", "{}"), ("losenord", losenord));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, nekad.StatusCode);
            Assert.Contains(
                losenord.Length == 0 ? "Skriv ditt lösenord." : "Det är inte ditt nuvarande lösenord.", Uppmarkning.Text(await nekad.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.OK, (await karin.SkickaMed(sida, "/konto/passkeys/val", null, ("losenord", Drift.Losenord))).StatusCode);
    }

    [Fact]
    public async Task En_nyckel_tas_bort_med_losenordet_och_syns_sa_lange_den_ar_ny()
    {
        var (karin, hon) = await Inloggad();
        await LaggPasskey(hon);
        Assert.Contains("En nyckel till ditt konto lades till", Uppmarkning.Text(await karin.Las("/konto")), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await karin.Skicka("/konto", "sida", ("__blankett", "bort-Bw"), ("losenordBw", "fel lösenord"))).StatusCode);
        Assert.Equal(1, await Passkeys());
        Assert.Equal("302 /logga-in", Webblasaren.Vart(await karin.Skicka("/konto", "sida", ("__blankett", "bort-Bw"), ("losenordBw", Drift.Losenord))));
        Assert.Equal(0, await Passkeys());
    }

    [Fact]
    public async Task Tva_steg_slas_inte_pa_av_nagon_som_inte_kan_losenordet()
    {
        var (karin, _) = await Inloggad();
        var html = await karin.Las("/konto/tva-steg");
        var kod = Engangskod.Kod(Webblasaren.Nyckel(html), _vard.Tid.GetUtcNow());

        var svar = Uppmarkning.Text(await (await karin.SkickaMed(html, "/konto/tva-steg", "sla-pa", ("losenord", "fel lösenord"), ("kod", kod))).Content.ReadAsStringAsync());

        Assert.Contains("Det är inte ditt nuvarande lösenord.", svar, StringComparison.Ordinal);
        Assert.DoesNotContain("Två steg är på", svar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Den_som_nollstaller_tva_steg_tar_bort_nycklarna_ocksa()
    {
        var (_, hon) = await Inloggad();
        await LaggPasskey(hon);
        Assert.False((await Anropare.Sand(new NollstallTvasteg("karin"), Systemaktor.Den)).Failed);
        Assert.Equal(0, await Passkeys());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Losenordsbytet_tar_alla_nycklar_om_man_inte_valjer_annat(bool taBort)
    {
        var (karin, hon) = await Inloggad();
        await LaggPasskey(hon);
        var nyckel = await Anropare.Sand(new SkapaMinApiNyckel("Veckorapporten", [Kontraktsbehorighet.Som(hon.Behorigheter)[0]], new(2026, 10, 1)), hon);
        Assert.False(nyckel.Failed, nyckel.Error?.Text);
        var html = await karin.Las("/konto/losenord");
        Assert.Contains("API-nycklar: Veckorapporten.", Uppmarkning.Text(html), StringComparison.Ordinal);

        List<(string, string)> falt = [("__blankett", "byt"), ("losenord", Drift.Losenord), ("losenord-nytt", "helt nytt lösenord"), ("losenord-igen", "helt nytt lösenord")];
        if (taBort) falt.Add(("nycklar", "bort"));
        Assert.Equal("302 /konto", Webblasaren.Vart(await karin.SkickaMed(html, "/konto/losenord", "sida", [.. falt])));

        Assert.Equal(taBort ? 0 : 1, await Passkeys());
        await using var scope = _vard.Services.CreateAsyncScope();
        Assert.Equal(taBort, await scope.ServiceProvider.GetRequiredService<CaseFlowDb>().ApiNycklar.AnyAsync(n => n.AnvandareId == hon.Id && n.Sparrad != null));
    }

    private IAnropare Anropare => _vard.Services.GetRequiredService<IAnropare>();

    private async Task<(Webblasaren Besok, Aktor Hon)> Inloggad()
    {
        await _vard.LaggUpp("karin");
        var karin = _vard.Besok();
        await karin.Losenordet("karin");
        await using var scope = _vard.Services.CreateAsyncScope();
        var id = await scope.ServiceProvider.GetRequiredService<CaseFlowDb>().Set<Konto>().Select(k => k.AnvandareId).SingleAsync();
        return (karin, (await scope.ServiceProvider.GetRequiredService<IAktorkalla>().ForAnvandare(id, _vard.Tid.GetUtcNow(), CancellationToken.None))!);
    }

    private async Task LaggPasskey(Aktor hon)
    {
        var svar = await Anropare.Sand(new RegistreraPasskey(new([7], [1], "Dator", _vard.Tid.GetUtcNow(), 0, [], true, false, false, [1], [1])), hon);
        Assert.False(svar.Failed, svar.Error?.Text);
    }

    private async Task<int> Passkeys()
    {
        await using var scope = _vard.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CaseFlowDb>().Set<Microsoft.AspNetCore.Identity.IdentityUserPasskey<long>>().CountAsync();
    }
}
