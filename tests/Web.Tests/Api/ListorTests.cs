using System.Text.Json;

namespace CaseFlow.Web.Tests.Api;

/// <summary>Lists page by page, filtered, and strict about what stands in the address.</summary>
public sealed class ListorTests
{
    [Fact]
    public async Task Listan_bladdras_med_sida_och_med_markor_till_samma_rader()
    {
        await using var vard = await Apivard.Skapa();
        var nummer = new List<string>();
        for (var i = 0; i < 7; i++) nummer.Add((await vard.Enhet.EttArende().Bygg()).Nummer);
        var hanna = await vard.Nyckel("hanna");

        var forsta = await vard.Las(hanna, "/arenden");
        Assert.Equal((20, 1, 7, false, JsonValueKind.Null), (Paginering(forsta, "limit").GetInt32(), Paginering(forsta, "page").GetInt32(), Paginering(forsta, "total").GetInt32(),
            Paginering(forsta, "totalBegransad").GetBoolean(), Paginering(forsta, "nasta").ValueKind));
        List<string> medSida = [], medMarkor = [];
        for (var sida = 1; sida <= 4; sida++) medSida.AddRange(Nummer(await vard.Las(hanna, $"/arenden?limit=3&page={sida}")));
        var svar = await vard.Las(hanna, "/arenden?limit=3");
        while (true)
        {
            medMarkor.AddRange(Nummer(svar));
            if (Paginering(svar, "nasta").GetString() is not { } nasta) break;
            svar = await vard.Las(hanna, $"/arenden?limit=3&efter={nasta}");
            Assert.Equal(JsonValueKind.Null, Paginering(svar, "page").ValueKind);
        }

        Assert.Equal(nummer, medSida);
        Assert.Equal(nummer, medMarkor);
        Assert.Equal("400 PARAMETER_OGILTIG", (await vard.Las(hanna, "/arenden?efter=2026-9999")).Kort);
        Assert.Equal("200", (await vard.Las(hanna, "/arenden?limit=200&page=5")).Kort);
        var djupt = await vard.Las(hanna, "/arenden?limit=200&page=6");
        Assert.Equal("400 SIDA_FOR_LANGT_FRAM", djupt.Kort);
        Assert.Contains("efter", djupt.Falt("detail"), StringComparison.Ordinal);
        Assert.Equal("400 SIDA_FOR_LANGT_FRAM", (await vard.Las(hanna, "/arenden?page=2147483647")).Kort);
    }

    [Theory]
    [InlineData("/arenden?limit=0", "limit")]
    [InlineData("/arenden?limit=201", "limit")]
    [InlineData("/arenden?limit=tio", "limit")]
    [InlineData("/arenden?limit=", null)]
    [InlineData("/arenden?page=0", "page")]
    [InlineData("/arenden?page=-1", "page")]
    [InlineData("/arenden?page=99999999999999999999", "page")]
    [InlineData("/arenden?page=1&efter=AAAAAAAAAAAAAAAAAAAAAA", "page")]
    [InlineData("/arenden?limit=1&limit=2", "limit")]
    [InlineData("/arenden?steg=Utredning", "steg")]
    [InlineData("/arenden?steg=1", "steg")]
    [InlineData("/arenden?avslutade=ja", "avslutade")]
    [InlineData("/arenden?handlaggare=hanna", "handlaggare")]
    [InlineData("/arenden?efter=%00", "efter")]
    [InlineData("/arenden?personnummer=19410203-9806", "adress")]
    [InlineData("/arenden?19410203-9806", "adress")]
    [InlineData("/uppgifter?efter=abc", "efter")]
    [InlineData("/uppgifter?status=slutford", "status")]
    [InlineData("/uppgifter?helaEnheten=true", "adress")]
    [InlineData("/arenden/2026-0001?personnummer=19410203-9806", "adress")]
    [InlineData("/arenden/2026-0001/insatser?limit=1", "adress")]
    [InlineData("/arenden/2026-0001/beslut?personnummer=19410203-9806", "adress")]
    public async Task En_parameter_som_inte_forstas_namns_och_ekas_inte(string vag, string? falt)
    {
        await using var vard = await Apivard.Skapa();
        var svar = await vard.Las(await vard.Nyckel("hanna"), vag);

        if (falt is null) Assert.Equal("200", svar.Kort);
        else Assert.Equal(("400 PARAMETER_OGILTIG", falt), (svar.Kort, svar.Json.GetProperty("errors")[0].GetProperty("field").GetString()));
        Assert.DoesNotContain("410203", svar.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("410203", string.Join('\n', await vard.Enhet.Vard.Las(async db => await Task.FromResult(db.AuditHandelser.Select(h => h.Data).ToList()))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filtren_ar_listans()
    {
        await using var vard = await Apivard.Skapa();
        var (ny, utreds, ofordelat) = (await vard.Enhet.EttArende().Bygg(), await vard.Enhet.EttArende().Granskat().Bygg(), await vard.Enhet.EttArende().MedSkyddadeUppgifter().Bygg());
        var sen = await vard.Enhet.EttArende().Bygg();
        var (hanna, clara) = (await vard.Nyckel("hanna"), await vard.Nyckel("clara"));

        Assert.Equal([ny.Nummer, sen.Nummer], Nummer(await vard.Las(hanna, "/arenden?steg=ansokan")));
        Assert.Equal([utreds.Nummer], Nummer(await vard.Las(hanna, "/arenden?steg=utredning")));
        Assert.Empty(Nummer(await vard.Las(hanna, "/arenden?avslutade=true")));
        Assert.Equal("403 BEHORIGHET_SAKNAS", (await vard.Las(hanna, "/arenden?helaEnheten=true")).Kort);
        Assert.Equal([ofordelat.Nummer], Nummer(await vard.Las(clara, "/arenden?helaEnheten=true&handlaggare=ingen")));
        Assert.Equal([ny.Nummer, utreds.Nummer, sen.Nummer], Nummer(await vard.Las(clara, "/arenden?helaEnheten=true&handlaggare=11")));
        Assert.Equal(4, Nummer(await vard.Las(clara, "/arenden?helaEnheten=true")).Count);
        Assert.Empty(Nummer(await vard.Las(hanna, "/arenden?urval=forsenade")));
        vard.Enhet.Vard.Tid.Ga(TimeSpan.FromDays(60));
        Assert.Contains(ny.Nummer, Nummer(await vard.Las(hanna, "/arenden?urval=forsenade")));
        Assert.NotEmpty(Nummer(await vard.Las(hanna, "/uppgifter?forsenade=true")));
        Assert.Empty(Nummer(await vard.Las(hanna, "/uppgifter?status=vantar")));
        Assert.Empty(Nummer(await vard.Las(hanna, "/arenden?urval=vantar")));
        Assert.Equal([ofordelat.Nummer], Nummer(await vard.Las(clara, "/arenden?helaEnheten=true&urval=skyddade")));
        Assert.Equal("400 PARAMETER_OGILTIG", (await vard.Las(hanna, "/arenden?urval=sena")).Kort);
    }

    [Fact]
    public async Task Tider_ar_i_utc_och_dagar_ar_svenska()
    {
        await using var vard = await Apivard.Skapa();
        vard.Enhet.Vard.Tid.Ga(TimeSpan.FromHours(15.5)); // 22.30 i UTC är efter midnatt i Sverige
        var arende = await vard.Enhet.EttArende().Bygg();

        var svar = await vard.Las(await vard.Nyckel("hanna"), $"/arenden/{arende.Nummer}");

        Assert.Equal("2026-09-16T22:30:00Z", svar.Falt("oppnat"));
        Assert.Equal("2026-09-17", svar.Falt("ankomstdag"));
    }

    private static JsonElement Paginering(Svar svar, string namn) => svar.Json.GetProperty("paginering").GetProperty(namn);

    private static List<string> Nummer(Svar svar) => [.. svar.Json.GetProperty("data").EnumerateArray().Select(r => r.GetProperty("arendenummer").GetString()!)];
}
