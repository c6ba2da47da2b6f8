using System.Text.RegularExpressions;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Api;

/// <summary>Who gets in to which resource. The resources come from the routes themselves: one without a row here fails.</summary>
public sealed partial class DorrenTests
{
    /// <summary>The contract code that each operation asks for.</summary>
    private static readonly Dictionary<string, string?> Koder = new(StringComparer.Ordinal)
    {
        ["GET /api/v1/api-info"] = null,
        ["GET /api/v1/openapi.json"] = null,
        ["POST /api/v1/ansokningar"] = "ansokan.registrera",
        ["GET /api/v1/arenden"] = "arende.lasa",
        ["GET /api/v1/arenden/{arendenummer}"] = "arende.lasa",
        ["GET /api/v1/arenden/{arendenummer}/beslut"] = "arende.lasa",
        ["GET /api/v1/arenden/{arendenummer}/insatser"] = "arende.lasa",
        ["GET /api/v1/uppgifter"] = "arende.lasa",
        ["GET /api/v1/uppgifter/{id:guid}"] = "arende.lasa eller uppgift.slutfora",
        ["POST /api/v1/uppgifter/{id:guid}/ta"] = "uppgift.slutfora",
        ["POST /api/v1/uppgifter/{id:guid}/slutfor"] = "uppgift.slutfora",
        ["POST /api/v1/personer/sok"] = "person.soka",
    };

    [Fact]
    public async Task Varje_resurs_moter_den_utan_nyckel_eller_med_fel_kod_med_ett_problem()
    {
        await using var vard = await Apivard.Skapa();
        var arende = await vard.Enhet.EttArende().Bygg();
        var uppgift = await arende.Uppgift("GranskaAnsokan");
        var nycklar = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var kod in Kontraktsbehorighet.Alla) nycklar[kod] = await vard.Nyckel("hanna", kod);
        var (system, fel) = (await vard.Nyckel(null), new List<string>());
        Assert.Equal(Koder.Keys.Order(StringComparer.Ordinal), Operationer(vard).Order(StringComparer.Ordinal));

        foreach (var (operation, kod) in Koder)
        {
            if (kod is null)
            {
                Vantat(operation, "utan nyckel", "200", await Sand(operation, null));
                continue;
            }
            Vantat(operation, "utan nyckel", "401 INTE_INLOGGAD", await Sand(operation, null));
            Vantat(operation, "okänd nyckel", "401 INTE_INLOGGAD", await Sand(operation, "cfk_okand"));
            if (kod != "ansokan.registrera") Vantat(operation, "systemets nyckel", "403 BEHORIGHET_SAKNAS", await Sand(operation, system));
            foreach (var (annan, nyckel) in nycklar)
            {
                var svar = await Sand(operation, nyckel);
                if (!kod.Contains(annan, StringComparison.Ordinal)) Vantat(operation, annan, "403 BEHORIGHET_SAKNAS", svar);
                else if (svar.Kort.StartsWith("40", StringComparison.Ordinal) && svar.Kort != "400 FEL_FORMAT") fel.Add($"{operation} med {annan}: {svar.Kort}");
            }
        }

        Assert.True(fel.Count == 0, string.Join(Environment.NewLine, fel));

        void Vantat(string operation, string vem, string vantat, Svar svar)
        {
            if (svar.Kort != vantat) fel.Add($"{operation} {vem}: {svar.Kort}, väntade {vantat}");
            if (vantat == "200") return;
            if (!Spar().IsMatch(svar.Falt("traceId")!) || svar.Json.GetProperty("errors").GetArrayLength() != 0 || svar.Falt("status") != vantat[..3] || svar.Falt("title")!.Length < 10)
                fel.Add($"{operation} {vem}: {svar.Text}");
        }

        Task<Svar> Sand(string operation, string? nyckel)
        {
            var vag = operation.Split(' ')[1]["/api/v1".Length..].Replace("{arendenummer}", arende.Nummer, StringComparison.Ordinal).Replace("{id:guid}", $"{uppgift.PublikId}", StringComparison.Ordinal);
            var json = vag switch
            {
                "/ansokningar" => System.Text.Json.JsonSerializer.Serialize(Web.Api.v1.Beskrivningar.Exempel.Ansokan, Web.Api.v1.Apijson.Val),
                "/personer/sok" => """{"namn":"test"}""",
                _ when vag.EndsWith("/slutfor", StringComparison.Ordinal) => """{"svar":{}}""",
                _ => null,
            };
            return operation.StartsWith("GET", StringComparison.Ordinal)
                ? vard.Las(nyckel, vag) : vard.Posta(nyckel, vag, json, ("If-Match", $"\"{uppgift.Version}-x\""), ("Idempotency-Key", "dorren"));
        }
    }

    [Fact]
    public async Task Ett_arende_som_man_inte_far_veta_om_svarar_som_ett_som_inte_finns()
    {
        await using var vard = await Apivard.Skapa();
        var (oppet, skyddat) = (await vard.Enhet.EttArende().KlartForBeslut("avslag").Bygg(), await vard.Enhet.EttArende().MedSkyddadeUppgifter().Bygg());
        var (hanna, kim, ulf) = (await vard.Nyckel("hanna"), await vard.Nyckel("kim"), await vard.Nyckel("ulf"));
        var uppgift = (await oppet.Uppgift("FattaBeslut")).PublikId;
        const string Ingen = "019aa5b2-0000-7000-8000-000000000000";

        foreach (var under in new[] { "", "/beslut", "/insatser" })
        {
            Assert.Equal("200", (await vard.Las(hanna, $"/arenden/{oppet.Nummer}{under}")).Kort);
            Assert.Equal("403 SKAL_KRAVS", (await vard.Las(kim, $"/arenden/{oppet.Nummer}{under}")).Kort);
            var saknas = await vard.Las(ulf, $"/arenden/2026-9999{under}");
            Assert.Equal("404 FINNS_INTE", saknas.Kort);
            Assert.Equal(Utan(saknas), Utan(await vard.Las(ulf, $"/arenden/{oppet.Nummer}{under}")));
            Assert.Equal(Utan(saknas), Utan(await vard.Las(hanna, $"/arenden/{skyddat.Nummer}{under}")));
        }
        foreach (var (metod, under) in new[] { ("GET", ""), ("POST", "/ta"), ("POST", "/slutfor") })
            Assert.Equal(Utan(await Uppgift(metod, Ingen + under)), Utan(await Uppgift(metod, uppgift + under)));

        Task<Svar> Uppgift(string metod, string vag) => metod == "GET"
            ? vard.Las(ulf, $"/uppgifter/{vag}") : vard.Posta(ulf, $"/uppgifter/{vag}", """{"svar":{}}""", ("If-Match", "\"0-x\""), ("Idempotency-Key", vag));
    }

    [Fact]
    public async Task Den_som_har_jav_tar_ingen_del_och_den_som_vet_lagom_skriver_ett_skal()
    {
        await using var vard = await Apivard.Skapa();
        var arende = await vard.Enhet.EttArende().Bygg();
        var (hanna, kim) = (await vard.Nyckel("hanna"), await vard.Nyckel("kim"));
        var uppgift = $"/uppgifter/{(await arende.Uppgift("GranskaAnsokan")).PublikId}";
        var etag = (await vard.Las(hanna, uppgift)).Etag!;

        var nekad = await vard.Las(kim, $"/arenden/{arende.Nummer}");
        Assert.Equal("403 SKAL_KRAVS", nekad.Kort);
        Assert.Contains("på ärendets sida", nekad.Falt("detail"), StringComparison.Ordinal);
        Assert.Equal("403 SKAL_KRAVS", (await Slutfor(kim)).Kort);
        Provarende.Ok(await vard.Enhet.Vard.Sand(new AnmalJav(arende.Nummer, "Min granne"), vard.Enhet.Handlaggare));

        Assert.Equal("403 JAVIG", (await vard.Las(hanna, $"/arenden/{arende.Nummer}")).Kort);
        Assert.Equal("403 JAVIG", (await vard.Las(hanna, uppgift)).Kort);
        Assert.Equal("403 JAVIG", (await Slutfor(hanna)).Kort);
        Assert.DoesNotContain(arende.Nummer, (await vard.Las(hanna, "/arenden")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(arende.Nummer, (await vard.Las(hanna, "/uppgifter")).Text, StringComparison.Ordinal);

        Task<Svar> Slutfor(string nyckel) => vard.Posta(
            nyckel, uppgift + "/slutfor", """{"svar":{"komplett":["ja"],"sprakinformation":["ja"]}}""", ("If-Match", etag), ("Idempotency-Key", "1"));
    }

    [Fact]
    public async Task Nyckeln_ar_dod_nar_kontot_stangs_och_nar_uppdraget_ar_slut()
    {
        await using var vard = await Apivard.Skapa();
        var (hanna, kim) = (await vard.Nyckel("hanna"), await vard.Nyckel("kim"));
        Assert.Equal(("200", "200"), ((await vard.Las(hanna, "/uppgifter")).Kort, (await vard.Las(kim, "/uppgifter")).Kort));

        Provarende.Ok(await vard.Enhet.Vard.Sand(new StangAnvandare("hanna")));
        await vard.Enhet.Vard.Skriv(db => db.Uppdrag.Where(u => u.AnvandareId == new Domain.AnvandareId(12)).ExecuteUpdateAsync(s => s.SetProperty(u => u.Tom, vard.Enhet.Idag.AddDays(-1))));

        Assert.Equal(("401 INTE_INLOGGAD", "401 INTE_INLOGGAD"), ((await vard.Las(hanna, "/uppgifter")).Kort, (await vard.Las(kim, "/uppgifter")).Kort));
        var avvisade = await vard.Enhet.Vard.Las(db => db.AuditHandelser.Where(h => h.Typ == nameof(ApiAnropAvvisat)).OrderBy(h => h.Id).Select(h => h.Data).ToListAsync());
        Assert.Contains("NYCKEL_SPARRAD", avvisade[^2], StringComparison.Ordinal);
        Assert.Contains("NYCKEL_UTAN_INNEHAVARE", avvisade[^1], StringComparison.Ordinal);
    }

    private static IEnumerable<string> Operationer(Apivard vard) => vard.Tjanster.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(v => v.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal))
        .SelectMany(v => v.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Where(m => m != "HEAD").Select(m => $"{m} {v.RoutePattern.RawText}") ?? []);

    /// <summary>The answer but for what is its own each time.</summary>
    private static string Utan(Svar svar) => Egna().Replace($"{svar.Kort} {svar.Text}", "");

    [GeneratedRegex("^[0-9a-zA-Z:-]{8,}$")]
    private static partial Regex Spar();

    [GeneratedRegex("\"(traceId|instance)\":\"[^\"]*\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Egna();
}
