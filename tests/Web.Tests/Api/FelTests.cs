using System.Text;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using MediatR;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.Web.Tests.Api;

/// <summary>Whatever is asked, the API answers with a problem in Swedish, never with a page and never with nothing.</summary>
public sealed class FelTests
{
    [Fact]
    public async Task Adress_metod_format_och_kropp_far_var_sitt_problem()
    {
        await using var vard = await Apivard.Skapa();
        var hanna = await vard.Nyckel("hanna");

        Assert.Equal("404 FINNS_INTE", (await vard.Las(hanna, "/finns-inte")).Kort);
        Assert.Equal("404 FINNS_INTE", (await vard.Las(hanna, "/uppgifter/inte-en-nyckel")).Kort);
        Assert.Equal("401 INTE_INLOGGAD", (await vard.Las(null, "/finns-inte")).Kort);
        foreach (var (vag, tar) in new[]
        {
            ("/arenden", "GET, HEAD"), ("/arenden/2026-0001", "GET, HEAD"), ("/arenden/2026-0001/beslut", "GET, HEAD"), ("/uppgifter", "GET, HEAD"), ("/ansokningar", "POST"), ("/personer/sok", "POST"),
            ("/uppgifter/019aa5b2-0000-7000-8000-000000000000/ta", "POST"), ("/openapi.json", "GET"),
        })
        {
            var svar = await vard.Skicka(HttpMethod.Delete, hanna, vag, null);
            Assert.Equal((vag, "405 METOD_OKAND", tar), (vag, svar.Kort, svar.Huvuden["Allow"]));
        }
        // Kroppen stryker webbservern, som inte är med här.
        foreach (var (vag, status) in new[] { ("/arenden", 200), ("/arenden/2026-9999", 404), ("/personer/sok", 405) })
            Assert.Equal((vag, status), (vag, (int)(await vard.Skicka(HttpMethod.Head, hanna, vag, null)).Status));
        foreach (var accept in new[] { "text/html", "application/xml;q=1, application/json;q=0", "image/*" })
            Assert.Equal((accept, "406 SVARSFORMAT_SAKNAS"), (accept, (await vard.Las(hanna, "/arenden", ("Accept", accept))).Kort));
        foreach (var accept in new[] { "*/*", "application/*", "application/json", "application/problem+json", "text/html, */*;q=0.1" })
            Assert.Equal((accept, "200"), (accept, (await vard.Las(hanna, "/arenden", ("Accept", accept))).Kort));

        foreach (var (typ, kort) in new[] { ("text/plain", "415 INTE_JSON"), ("application/x-www-form-urlencoded", "415 INTE_JSON"), ("application/merge-patch+json", "200") })
        {
            using var kropp = new StringContent("""{"namn":"te"}""", Encoding.UTF8, typ);
            Assert.Equal((typ, kort), (typ, (await vard.Skicka(HttpMethod.Post, hanna, "/personer/sok", kropp)).Kort));
        }
        Assert.Equal("415 INTE_JSON", (await vard.Posta(hanna, "/personer/sok", null)).Kort);
        Assert.Equal("413 KROPP_FOR_STOR", (await vard.Posta(hanna, "/personer/sok", $$"""{"namn":"{{new string('a', 5000)}}"}""")).Kort);
        foreach (var fel in new[]
        {
            "", "{", "[]", "null", "\"x\"", "{\"namn\":1}", "{\"namn\":\"a\",\"namn\":\"b\"}", "{\"namn\":\"a\\u0000b\"}", "{\"namn\":\"\\ud800ab\"}", "{\"limit\":\"20\",\"namn\":\"aa\"}", "{\"namn\":\"te\",\"personnumer\":\"19410203-9809\"}",
            "{\"x\":\"\\u0000\",\"namn\":\"aa\"}", "{\"x\":" + string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200)) + "}",
        })
            Assert.Equal((fel, "400 FEL_FORMAT"), (fel, (await vard.Posta(hanna, "/personer/sok", fel)).Kort));

        foreach (var fel in new[] { "{}", """{"svar":null}""", """{"svar":{"a":null}}""", """{"svar":{"a":[null]}}""", """{"svar":{"a":"ja"}}""", """{"svar":{"a":["\u0000"]}}""", """{"svar":{"a":["ja"]},"version":1}""" })
            Assert.Equal((fel, "400 FEL_FORMAT"), (fel, (await vard.Posta(hanna, "/uppgifter/019aa5b2-0000-7000-8000-000000000000/slutfor", fel, ("If-Match", "\"0-x\""), ("Idempotency-Key", "k"))).Kort));

        // Det som aldrig blev ett användningsfall har ändå lämnat spår.
        var koder = await vard.Enhet.Vard.Las(db => db.AuditHandelser.Where(h => h.Typ == nameof(ApiAnropAvvisat)).Select(h => h.Data).ToListAsync());
        foreach (var kod in new[] { "SVARSFORMAT_SAKNAS", "INTE_JSON", "KROPP_FOR_STOR", "FEL_FORMAT" }) Assert.Contains(koder, k => k.Contains(kod, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Den_som_skickar_for_ofta_far_veta_nar_hon_kan_fortsatta()
    {
        await using var vard = await Apivard.Skapa(b => b.UseSetting("CaseFlow:Api:AnropPerMinut", "3"));
        var (hanna, kim) = (await vard.Nyckel("hanna"), await vard.Nyckel("kim"));

        for (var i = 0; i < 3; i++) Assert.Equal("200", (await vard.Las(hanna, "/uppgifter")).Kort);
        var nekat = await vard.Las(hanna, "/uppgifter");

        Assert.Equal("429 FOR_MANGA_ANROP", nekat.Kort);
        Assert.InRange(int.Parse(nekat.Huvuden["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal("429 FOR_MANGA_ANROP", (await vard.Las(hanna, "/finns-inte")).Kort);
        Assert.Equal("200", (await vard.Las(kim, "/uppgifter")).Kort);
    }

    /// <summary>A register is not read through a search: it has a rate of its own, and the rest goes on.</summary>
    [Fact]
    public async Task Den_som_soker_personer_for_ofta_stannas_men_inte_resten()
    {
        await using var vard = await Apivard.Skapa(b => b.UseSetting("CaseFlow:Api:SokPerMinut", "2"));
        var hanna = await vard.Nyckel("hanna");

        for (var i = 0; i < 2; i++) Assert.Equal("200", (await vard.Posta(hanna, "/personer/sok", """{"namn":"test"}""")).Kort);

        Assert.Equal("429 FOR_MANGA_ANROP", (await vard.Posta(hanna, "/Personer/sok", """{"namn":"test"}""")).Kort);
        Assert.Equal("200", (await vard.Las(hanna, "/uppgifter")).Kort);
        Assert.Equal("200", (await vard.Posta(await vard.Nyckel("kim"), "/personer/sok", """{"namn":"test"}""")).Kort);
    }

    /// <summary>Another key is not another person.</summary>
    [Fact]
    public async Task Takten_for_sokning_galler_den_som_har_nycklarna()
    {
        await using var vard = await Apivard.Skapa(b => b.UseSetting("CaseFlow:SokPerMinut", "2"));
        var hanna = await vard.Nyckel("hanna");

        foreach (var nyckel in new[] { hanna, await vard.Nyckel("hanna", Kontraktsbehorighet.SokaPerson) })
            Assert.Equal("200", (await vard.Posta(nyckel, "/personer/sok", """{"namn":"test"}""")).Kort);
        var nekat = await vard.Posta(hanna, "/personer/sok", """{"namn":"test"}""");

        Assert.Equal("429 FOR_MANGA_ANROP", nekat.Kort);
        Assert.Equal("60", nekat.Huvuden["Retry-After"]);
        Assert.Equal("200", (await vard.Posta(await vard.Nyckel("kim"), "/personer/sok", """{"namn":"test"}""")).Kort);
    }

    [Fact]
    public async Task Ett_fel_i_programmet_blir_ett_problem_utan_det_som_stod_i_felet()
    {
        await using var vard = await Apivard.Skapa(b => b.ConfigureTestServices(s =>
        {
            s.RemoveAll<IAnropare>();
            s.AddSingleton<IAnropare, Trasig>();
        }));

        var svar = await vard.Las(await vard.Nyckel("hanna"), "/uppgifter");

        Assert.Equal("500 FEL", svar.Kort);
        Assert.DoesNotContain("hemlighet", svar.Text, StringComparison.Ordinal);
    }

    /// <summary>Breaks for whoever has a key; the start of the host goes through it too.</summary>
    private sealed class Trasig(IServiceScopeFactory scopes, TimeProvider tid) : IAnropare
    {
        public async Task<Result<T>> Sand<T>(IRequest<Result<T>> request, Aktor aktor, string? idempotensnyckel = null, CancellationToken ct = default)
        {
            if (aktor.Nyckel is not null) throw new InvalidOperationException("en hemlighet");
            await using var scope = scopes.CreateAsyncScope();
            var anrop = scope.ServiceProvider.GetRequiredService<Anrop>();
            anrop.Borja(aktor, tid.GetUtcNow());
            return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct);
        }
    }
}
