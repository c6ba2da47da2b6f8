using System.Text.Json;
using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Arenden;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Api;

/// <summary>A protected person, made to be recognised: every answer of the API and everything logged is searched for her.</summary>
public sealed class SkyddTests
{
    private const string Personnummer = "194203149804";
    private const string Annans = "19410203-9809";
    private static readonly string[] Kanarier = ["Xkanarie", "Yhemlig", "Zgomd", "Qorten", "070-9990001", "Wombud", Personnummer, "19420314-9804", "420314-9804"];

    [Fact]
    public async Task En_skyddad_person_lacker_inte_i_nagot_svar_och_raknas_inte()
    {
        await using var vard = await Apivard.Skapa();
        var skyddat = new Provarende(vard.Enhet, await Registrera(vard, Personnummer, "Xkanarie", "Yhemlig", "skyddad-folkbokforing"));
        Provarende.Ok(await skyddat.Forsok("TilldelaHandlaggare", vard.Enhet.Chef, ("handlaggare", "11")));
        await skyddat.Granska();
        await skyddat.Utred();
        Provarende.Ok(await skyddat.ForsokAvsluta());
        var uppgifter = await vard.Enhet.Vard.Las(db => db.Uppgifter.Select(u => u.PublikId).ToListAsync());
        // Den som just har bett att få se uppgifterna på sidan får ändå inte ut dem här.
        Provarende.Ok(await vard.Enhet.Vard.Sand(new VisaSkyddadeUppgifter(skyddat.Nummer, "Ska ringa henne"), vard.Enhet.Handlaggare));
        var sagt = new List<string>();
        var maskerad = 0;

        foreach (var vem in new[] { "hanna", "kim", "bea", "clara", "ulf" })
        {
            var nyckel = await vard.Nyckel(vem);
            string[] vagar =
            [
                "/arenden", "/arenden?helaEnheten=true", "/uppgifter", "/uppgifter?status=vantar", $"/arenden/{skyddat.Nummer}", $"/arenden/{skyddat.Nummer}/beslut",
                $"/arenden/{skyddat.Nummer}/insatser", .. uppgifter.Select(u => $"/uppgifter/{u}"),
            ];
            foreach (var vag in vagar) sagt.Add((await vard.Las(nyckel, vag)).Text);
            foreach (var sokt in new[] { """{"namn":"xkan"}""", """{"namn":"yhem"}""", $$"""{"personnummer":"{{Personnummer}}"}""" })
            {
                var svar = await vard.Posta(nyckel, "/personer/sok", sokt);
                sagt.Add(svar.Text);
                var vet = vem is "hanna" or "bea" or "clara";
                Assert.Equal((vem, sokt, vet ? 1 : 0), (vem, sokt, svar.Json.GetProperty("paginering").GetProperty("total").GetInt32()));
                if (vet) Assert.Equal("Skyddade uppgifter", svar.Json.GetProperty("data")[0].GetProperty("person").GetProperty("namn").GetString());
            }
        }

        maskerad = sagt.Count(s => s.Contains("\"namn\":\"Skyddade uppgifter\",\"personnummer\":null,\"alder\":null", StringComparison.Ordinal));
        Assert.InRange(maskerad, 10, sagt.Count);
        sagt.AddRange(await vard.Enhet.Vard.Las(async db => (await db.AuditHandelser.ToListAsync()).Select(h => JsonSerializer.Serialize(h)).ToList()));
        sagt.AddRange(await vard.Enhet.Vard.Las(db => db.Idempotensposter.Select(u => u.Svar).ToListAsync()));
        sagt.AddRange(vard.Logg.Rader);
        Assert.Empty(sagt.SelectMany(s => Kanarier.Where(k => s.Contains(k, StringComparison.OrdinalIgnoreCase)).Select(k => $"{k}: {s[..Math.Min(s.Length, 300)]}")).Take(5));
    }

    [Fact]
    public async Task Ett_personnummer_i_kroppen_star_i_svaret_och_aldrig_i_loggen()
    {
        await using var vard = await Apivard.Skapa();
        var nummer = await Registrera(vard, Annans, "Örjan", "Åström", "ingen");
        var hanna = await vard.Nyckel("hanna");

        var svar = await vard.Posta(hanna, "/personer/sok", $$"""{"personnummer":"{{Annans}}"}""");

        Assert.Equal("200", svar.Kort);
        var traff = svar.Json.GetProperty("data")[0];
        Assert.Equal(("Örjan Åström", Annans, nummer), (
            traff.GetProperty("person").GetProperty("namn").GetString(), traff.GetProperty("person").GetProperty("personnummer").GetString(),
            traff.GetProperty("arenden")[0].GetProperty("arendenummer").GetString()));
        Assert.Contains("Örjan Åström", svar.Text, StringComparison.Ordinal);
        Assert.Equal(1, await Antal("""{"namn":"ÖRJAN å"}"""));
        Assert.Equal(0, await Antal("""{"namn":"orjan"}"""));
        Assert.Equal(0, await Antal("""{"personnummer":"19410203-9817"}"""));
        foreach (var fel in new[] { "{}", """{"namn":"a"}""", """{"namn":"aa","personnummer":"19410203-9809"}""" }) Assert.Equal("422 OGILTIGT", (await vard.Posta(hanna, "/personer/sok", fel)).Kort);
        Assert.Equal("422 PERSONNUMMER_OGILTIGT", (await vard.Posta(hanna, "/personer/sok", """{"personnummer":"19410203-0000"}""")).Kort);
        Assert.Equal("400 PARAMETER_OGILTIG", (await vard.Posta(hanna, "/personer/sok", """{"namn":"aa","limit":0}""")).Kort);
        Assert.Equal("400 SIDA_FOR_LANGT_FRAM", (await vard.Posta(hanna, "/personer/sok", """{"namn":"aa","page":51}""")).Kort);
        await vard.Las(hanna, $"/personer/{Annans}");
        await vard.Las(hanna, $"/arenden?personnummer={Annans}");

        var loggat = vard.Logg.Rader.Where(r => r.Contains("9809", StringComparison.Ordinal) || r.Contains("Åström", StringComparison.Ordinal)).ToList();
        // Värdens egen rad om en adress skrivs bara när någon ber om den nivån, och ingen gör det i drift (appsettings.json).
        Assert.DoesNotContain(loggat, r => !r.Contains($"/personer/{Annans}", StringComparison.Ordinal) && !r.Contains($"personnummer={Annans}", StringComparison.Ordinal));
        Assert.DoesNotContain("9809", string.Concat(await vard.Enhet.Vard.Las(async db => (await db.AuditHandelser.ToListAsync()).Select(h => JsonSerializer.Serialize(h)).ToList())), StringComparison.Ordinal);

        async Task<int> Antal(string json) => (await vard.Posta(hanna, "/personer/sok", json)).Json.GetProperty("paginering").GetProperty("total").GetInt32();
    }

    private static async Task<string> Registrera(Apivard vard, string personnummer, string fornamn, string efternamn, string skydd) => Provarende.Ok(await vard.Enhet.Vard.Sand(
        new RegistreraAnsokan(new InkommenAnsokan(
            $"ET-{fornamn.Length}", "telefon", vard.Enhet.Vard.Tid.GetUtcNow(),
            new(personnummer, null, null, fornamn, efternamn, new("Zgomd 7", "128 58", "Qorten"), "070-9990001", "sv", false), [new("hemtjanst", "Jag behöver hjälp", null, null)], false, skydd,
            new("Wombud Ek", "god-man", null, null, null))), vard.Enhet.Handlaggare)).Arendenummer;
}
