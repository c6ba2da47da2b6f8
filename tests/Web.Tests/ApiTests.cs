using System.Net;
using System.Text;
using CaseFlow.Application;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests;

/// <summary>What the API turns away before it becomes a use case stands in the trail too.</summary>
public sealed class ApiTests(SidorTests.Vard fabrik) : IClassFixture<SidorTests.Vard>
{
    private static readonly Uri Ansokningar = new("/api/v1/ansokningar", UriKind.Relative);

    private const string Ansokan = """
        {"externId":"x","kanal":"telefon","ankom":"2026-01-02T09:00:00Z","sokande":{"personnummer":null,"fodelsedatum":"1938-02-03","kon":"kvinna",
         "fornamn":"Asta","efternamn":"Apiprov"},"insatser":[{"insatstyp":"trygghetslarm","onskemal":"Larm"}]}
        """;

    [Fact]
    public async Task Avvisade_anrop_med_kand_nyckel_lamnar_handelse()
    {
        var nyckel = await Nyckel("e-tjänsten");

        Assert.Equal(HttpStatusCode.BadRequest, await Skicka(nyckel, "{"));
        Assert.Equal(HttpStatusCode.BadRequest, await Skicka(nyckel, Ansokan.Replace("00Z", "00", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.BadRequest, await Skicka(nyckel, Ansokan.Replace("\"kanal\"", "\"Kanal\":\"brev\",\"kanal\"", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Skicka(nyckel, new string('a', 1024 * 1024 + 1)));
        await fabrik.Services.GetRequiredService<IAnropare>().Sand(new SparraApiNyckel("e-tjänsten"), Systemaktor.Den);
        Assert.Equal(HttpStatusCode.Unauthorized, await Skicka(nyckel, "{}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Skicka("cfk_okand", "{}"));

        var spar = await Spar();
        Assert.Equal(5, spar.Count);
        Assert.All(spar[..3], s => Assert.Contains("\"Kod\":\"FEL_FORMAT\"", s.Data));
        Assert.Contains("\"Kod\":\"TEXT_FOR_LANG\"", spar[3].Data);
        Assert.Contains("\"Kod\":\"NYCKEL_SPARRAD\"", spar[4].Data);
    }

    [Fact]
    public async Task En_for_lang_idempotensnyckel_sags_ifran_om()
    {
        var nyckel = await Nyckel("lång");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Skicka(nyckel, Ansokan, new string('n', 101)));
        Assert.Equal(HttpStatusCode.Created, await Skicka(nyckel, Ansokan, new string('n', 100)));
    }

    private async Task<string> Nyckel(string namn)
    {
        var svar = await fabrik.Services.GetRequiredService<IAnropare>().Sand(new SkapaApiNyckel(namn, ["ansokan.registrera"]), Systemaktor.Den);
        return svar.Value.Klartext;
    }

    private async Task<HttpStatusCode> Skicka(string nyckel, string kropp, string? idempotens = null)
    {
        using var klient = fabrik.CreateClient();
        using var anrop = new HttpRequestMessage(HttpMethod.Post, Ansokningar) { Content = new StringContent(kropp, Encoding.UTF8, "application/json") };
        anrop.Headers.Add("X-Api-Key", nyckel);
        if (idempotens is not null) anrop.Headers.Add("Idempotency-Key", idempotens);
        using var svar = await klient.SendAsync(anrop);
        return svar.StatusCode;
    }

    private async Task<List<AuditHandelse>> Spar()
    {
        await using var scope = fabrik.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CaseFlowDb>().AuditHandelser
            .Where(h => h.Typ == nameof(ApiAnropAvvisat)).OrderBy(h => h.Id).ToListAsync();
    }
}
