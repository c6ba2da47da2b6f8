using CaseFlow.Application.Arenden;
using CaseFlow.Application.Audit;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Api;

/// <summary>Changes from the copy that was read, once however often they are sent.</summary>
public sealed class VillkorTests
{
    private const string Svar = """{"svar":{"komplett":["ja"],"sprakinformation":["ja"]}}""";

    [Fact]
    public async Task En_uppgift_slutfors_fran_den_kopia_som_lastes_och_bara_en_gang()
    {
        await using var vard = await Apivard.Skapa();
        var arende = await vard.Enhet.EttArende().Bygg();
        var hanna = await vard.Nyckel("hanna");
        var vag = $"/uppgifter/{(await arende.Uppgift("GranskaAnsokan")).PublikId}";
        var last = await vard.Las(hanna, vag);
        Assert.Equal("200", last.Kort);
        Assert.True(last.Json.GetProperty("kanSlutforas").GetBoolean());
        Assert.Equal(("val", true), (last.Json.GetProperty("formular").GetProperty("sektioner")[0].GetProperty("falt")[0].GetProperty("typ").GetString(), Lage("komplett")));
        Assert.False(Lage("sprakinformationDag"));

        Assert.Equal("428 IF_MATCH_SAKNAS", (await Slutfor(Svar, null, "a")).Kort);
        foreach (var tagg in new[] { "*", "inte en tagg", $"{last.Etag}, \"9-x\"" }) Assert.Equal("400 FEL_FORMAT", (await Slutfor(Svar, tagg, "a")).Kort);
        foreach (var tagg in new[] { "\"9-x\"", $"W/{last.Etag}", "\"annans\"", "\"-\"", "\"\"" }) Assert.Equal("412 INAKTUELL_KOPIA", (await Slutfor(Svar, tagg, "a")).Kort);
        Assert.Equal("400 IDEMPOTENSNYCKEL_SAKNAS", (await Slutfor(Svar, last.Etag, null)).Kort);
        foreach (var nyckel in new[] { new string('n', 101), "två ord" }) Assert.Equal("400 IDEMPOTENSNYCKEL_OGILTIG", (await Slutfor(Svar, last.Etag, nyckel)).Kort);

        var ogiltigt = await Slutfor("""{"svar":{"komplett":["kanske"],"annat":["x"]}}""", last.Etag, "a");
        Assert.Equal("422 OGILTIGT", ogiltigt.Kort);
        Assert.Equal(["annat", "komplett", "sprakinformation"], ogiltigt.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("field").GetString()).Order(StringComparer.Ordinal));

        var klar = await Slutfor(Svar, last.Etag, "a");
        Assert.Equal(("200", arende.Nummer), (klar.Kort, klar.Falt("arendenummer")));
        // Samma nyckel: samma svar, fast uppgiften är klar och taggen gammal. I vilken ordning fälten skickas är detsamma.
        Assert.Equal(klar.Text, (await Slutfor("""{"svar":{"sprakinformation":["ja"],"komplett":["ja"]}}""", last.Etag, "a")).Text);
        Assert.Equal("409 IDEMPOTENS_ANNAT_INNEHALL", (await Slutfor("""{"svar":{"komplett":["nej"]}}""", last.Etag, "a")).Kort);
        Assert.Equal("409 UPPGIFT_STANGD", (await Slutfor(Svar, last.Etag, "b")).Kort);
        Assert.Equal(1, await vard.Enhet.Vard.Las(db => db.Formularsvar.CountAsync()));
        var efter = await vard.Las(hanna, vag);
        Assert.Equal(("slutford", false), (efter.Json.GetProperty("data").GetProperty("status").GetString(), efter.Json.GetProperty("kanSlutforas").GetBoolean()));
        Assert.Equal("Utred", (await vard.Las(hanna, "/uppgifter")).Json.GetProperty("data")[0].GetProperty("nod").GetString());

        var utred = await vard.Las(hanna, $"/uppgifter/{(await arende.Uppgift("Utred")).PublikId}");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, utred.Json.GetProperty("formular").ValueKind);
        Assert.Equal("422 FEL_SIDA", (await vard.Posta(
            hanna, $"/uppgifter/{(await arende.Uppgift("Utred")).PublikId}/slutfor", """{"svar":{}}""", ("If-Match", utred.Etag!), ("Idempotency-Key", "c"))).Kort);

        bool Lage(string falt) => last.Json.GetProperty("lage").GetProperty(falt).GetProperty("visas").GetBoolean();

        Task<Svar> Slutfor(string json, string? tagg, string? nyckel) => vard.Posta(
            hanna, vag + "/slutfor", json, [.. tagg is null ? Array.Empty<(string, string)>() : [("If-Match", tagg)], .. nyckel is null ? Array.Empty<(string, string)>() : [("Idempotency-Key", nyckel)]]);
    }

    [Fact]
    public async Task Uppgiften_tas_av_en_chef_och_aldrig_av_tva()
    {
        await using var vard = await Apivard.Skapa();
        var arende = await vard.Enhet.EttArende().KlartForBeslut("avslag").Bygg();
        var (bea, clara, hanna) = (await vard.Nyckel("bea"), await vard.Nyckel("clara"), await vard.Nyckel("hanna"));
        var vag = $"/uppgifter/{(await arende.Uppgift("FattaBeslut")).PublikId}";
        var last = await vard.Las(clara, vag);

        Assert.Equal("428 IF_MATCH_SAKNAS", (await vard.Posta(bea, vag + "/ta", null, ("Idempotency-Key", "1"))).Kort);
        Assert.Equal("403 INTE_DIN_UPPGIFT", (await Ta(hanna, last.Etag, "1")).Kort);
        var tagen = await Ta(bea, last.Etag, "1");
        Assert.Equal("200", tagen.Kort);
        Assert.Equal(tagen.Text, (await Ta(bea, last.Etag, "1")).Text);
        Assert.Equal("412 INAKTUELL_KOPIA", (await Ta(clara, last.Etag, "1")).Kort);
        var nu = await vard.Las(clara, vag);
        Assert.Equal("Bea Biträdande", nu.Json.GetProperty("data").GetProperty("tilldelad").GetProperty("namn").GetString());
        Assert.Equal("409 UPPGIFT_TAGEN", (await Ta(clara, nu.Etag, "2")).Kort);
        Assert.Equal("409 UPPGIFT_TAGEN", (await Ta(clara, (await vard.Las(clara, $"/uppgifter/{(await Oppen()).PublikId}")).Etag, "3")).Kort);

        async Task<Application.Processer.Uppgift> Oppen() => await arende.Uppgift("FattaBeslut");
        Task<Svar> Ta(string nyckel, string? tagg, string idempotens) => vard.Posta(nyckel, vag + "/ta", null, ("If-Match", tagg!), ("Idempotency-Key", idempotens));
    }

    [Fact]
    public async Task En_oforandrad_resurs_ger_304_och_en_andrad_en_ny_tagg()
    {
        await using var vard = await Apivard.Skapa();
        var arende = await vard.Enhet.EttArende().Bygg();
        var hanna = await vard.Nyckel("hanna");
        var vag = $"/arenden/{arende.Nummer}";

        var forsta = await vard.Las(hanna, vag);
        Assert.Matches("^\"[0-9]+-[A-Za-z0-9_-]{16}\"$", forsta.Etag);
        Assert.Equal(forsta.Etag, (await vard.Las(hanna, vag)).Etag);
        foreach (var har in new[] { forsta.Etag!, "*", $"\"x\", W/{forsta.Etag}" })
        {
            var svar = await vard.Las(hanna, vag, ("If-None-Match", har));
            Assert.Equal(("304", "", forsta.Etag), (svar.Kort, svar.Text, svar.Etag));
        }
        Assert.Equal("200", (await vard.Las(hanna, vag, ("If-None-Match", "\"x\""))).Kort);
        // Ärendets rad är densamma dagen efter, men det som står om det är det inte: taggen ska säga det.
        vard.Enhet.Vard.Tid.Ga(TimeSpan.FromDays(1));
        var dagenEfter = await vard.Las(hanna, vag, ("If-None-Match", forsta.Etag!));
        Assert.Equal("200", dagenEfter.Kort);
        Assert.NotEqual(forsta.Etag, dagenEfter.Etag);
        Assert.Equal(forsta.Etag!.Split('-')[0], dagenEfter.Etag!.Split('-')[0]);
        // Också den som redan hade svaret har läst ärendet.
        var lasningar = await vard.Enhet.Vard.Las(db => db.AuditHandelser.CountAsync(h => h.Typ == nameof(HamtaArendeoversikt) && h.Utfall == Auditutfall.Ok));
        Assert.Equal(7, lasningar);
    }
}
