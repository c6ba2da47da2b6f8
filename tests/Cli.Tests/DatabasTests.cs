using CaseFlow.Domain.Indikatorer;
using CaseFlow.Domain.Personer;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cli.Tests;

/// <summary>The commands that work against the database.</summary>
public sealed class DatabasTests
{
    [Fact]
    public async Task Migrera_sager_vad_den_gjorde_och_kan_koras_igen()
    {
        using var mapp = Provmapp.Tom();

        var forsta = await mapp.Process("migrate");
        var andra = await mapp.Process("migrate");

        Assert.Equal((0, "", 0, ""), (forsta.Slutkod, forsta.Fel, andra.Slutkod, andra.Fel));
        Assert.Equal(["Databasen (Sqlite) är skapad eller uppdaterad.", "Enheten är upplagd.", "2 processer, nya versioner av: bistand, insats."], forsta.Rader);
        Assert.Equal(["Databasen (Sqlite) var redan aktuell.", "Enheten fanns redan.", "2 processer, inga ändrade."], andra.Rader);
    }

    [Fact]
    public async Task En_nyckel_visas_en_gang_ensam_pa_stdout()
    {
        using var mapp = await Provmapp.Migrerad();

        var ny = await mapp.Kor("api-key", "add", "--namn", "E-tjänsten [prov]", "--behorighet", "ansokan.registrera");

        Assert.Equal(0, ny.Slutkod);
        Assert.Matches("^cfk_[A-Za-z0-9_-]{43}\n$", ny.Ut);
        Assert.Contains("visas bara nu", ny.Fel, StringComparison.Ordinal);
        Assert.Equal(0, mapp.Rakna($"SELECT COUNT(*) FROM api_nyckel WHERE hash = '{ny.Rader[0]}'"));

        var lista = await mapp.Kor("api-key", "list");
        Assert.Equal(0, lista.Slutkod);
        Assert.Contains("E-tjänsten [prov]", lista.Ut, StringComparison.Ordinal);
        Assert.DoesNotContain(ny.Rader[0], lista.Ut, StringComparison.Ordinal);

        Assert.Equal(1, (await mapp.Kor("api-key", "add", "--namn", "E-tjänsten [prov]", "--behorighet", "ansokan.registrera")).Slutkod);
        Assert.Equal(0, (await mapp.Kor("api-key", "sparra", "--namn", "E-tjänsten [prov]")).Slutkod);
        var igen = await mapp.Kor("api-key", "sparra", "--namn", "E-tjänsten [prov]");
        Assert.Equal((1, true), (igen.Slutkod, igen.Fel.Contains("NYCKEL_SPARRAD", StringComparison.Ordinal)));
        Assert.Equal(1, (await mapp.Kor("api-key", "sparra", "--namn", "okänd")).Slutkod);
        var okand = await mapp.Kor("api-key", "add", "--namn", "B", "--behorighet", "allt");
        Assert.Equal((1, "", true), (okand.Slutkod, okand.Ut, okand.Fel.Contains("BEHORIGHET_OKAND", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("UPDATE audit_handelse SET data = '{}' WHERE typ = 'EnhetUpplagd'", "seq 1: händelsen är ändrad")]
    [InlineData("DELETE FROM audit_handelse WHERE typ = 'EnhetUpplagd'", "seq 1: händelsen saknas")]
    [InlineData("DELETE FROM audit_huvud", "kedjan har inget huvud")]
    public async Task Ett_ingrepp_i_loggen_namnges(string sql, string text)
    {
        using var mapp = await Provmapp.Migrerad();
        Assert.Equal(0, (await mapp.Kor("verify-audit")).Slutkod);

        mapp.Andra(sql);
        var svar = await mapp.Kor("verify-audit");

        Assert.Equal((1, ""), (svar.Slutkod, svar.Ut));
        Assert.Contains("Kedja enhet:", svar.Fel, StringComparison.Ordinal);
        Assert.Contains(text, svar.Fel, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Huvuden_utanfor_databasen_rojer_det_som_databasen_inte_kan_saga()
    {
        using var mapp = await Provmapp.Migrerad();
        var fil = mapp.Fil("huvuden.txt");
        var skrivna = await mapp.Kor("verify-audit", "--skriv-huvuden", fil);
        Assert.Equal((0, ""), (skrivna.Slutkod, skrivna.Fel));
        Assert.Equal(2, (await mapp.Kor("verify-audit", "--skriv-huvuden", fil)).Slutkod);
        var hel = await mapp.Kor("verify-audit", "--mot", fil);
        Assert.Equal(0, hel.Slutkod);
        Assert.Matches(@"huvuden\.txt: [0-9]+ huvuden från 20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}\.", hel.Ut);

        mapp.Andra("DELETE FROM audit_handelse WHERE seq > 1");
        mapp.Andra("UPDATE audit_huvud SET seq = 1, hash = (SELECT hash FROM audit_handelse WHERE audit_handelse.kedja = audit_huvud.kedja)");

        Assert.Equal(0, (await mapp.Kor("verify-audit")).Slutkod);
        var svar = await mapp.Kor("verify-audit", "--mot", fil);
        Assert.Equal((1, true), (svar.Slutkod, svar.Fel.Contains("Loggen är bruten. Kedja", StringComparison.Ordinal)));
        await File.WriteAllTextAsync(fil, (await File.ReadAllTextAsync(fil)).Replace("enhet:", "enhet:0", StringComparison.Ordinal));
        Assert.Contains("Sigillet", (await mapp.Kor("verify-audit", "--mot", fil)).Fel, StringComparison.Ordinal);
        Assert.Contains("Filen finns inte", (await mapp.Kor("verify-audit", "--mot", mapp.Fil("annan"))).Fel, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Den_forsta_anvandaren_laggs_upp_med_losenordet_fran_stdin()
    {
        using var mapp = await Provmapp.Migrerad();
        string[] ord = ["user", "add", "--anvandarnamn", "maria", "--namn", "Maria Åhlund", "--titel", "Enhetschef", "--roll", "chef"];

        var kort = await mapp.KorMed("kort\n", ord);
        Assert.Equal((1, "", true), (kort.Slutkod, kort.Ut, kort.Fel.Contains("LOSENORD_FOR_KORT", StringComparison.Ordinal)));
        var ny = await mapp.KorMed("ett långt lösenord\n", ord);
        Assert.Equal((0, ""), (ny.Slutkod, ny.Fel));
        Assert.DoesNotContain("ett långt lösenord", ny.Ut, StringComparison.Ordinal);
        Assert.Equal(1, mapp.Rakna("SELECT COUNT(*) FROM konto WHERE user_name = 'maria' AND password_hash <> ''"));
        Assert.Equal(1, mapp.Rakna("SELECT COUNT(*) FROM uppdrag WHERE roll = 'Chef' AND delegat = 'Chef'"));
        Assert.Equal(1, mapp.Rakna("SELECT COUNT(*) FROM audit_handelse WHERE typ = 'AnvandareUpplagd'"));

        var igen = await mapp.KorMed("ett långt lösenord\n", [.. ord[..3], "MARIA", .. ord[4..]]);
        Assert.Equal((1, true), (igen.Slutkod, igen.Fel.Contains("ANVANDARNAMN_UPPTAGET", StringComparison.Ordinal)));
        var enhet = await mapp.KorMed("ett långt lösenord\n", [.. ord, "--enhet", "finns inte"]);
        Assert.Equal((1, true), (enhet.Slutkod, enhet.Fel.Contains("--enhet", StringComparison.Ordinal)));
        Assert.Equal(2, (await mapp.KorMed("", [.. ord[..^1], "kung"])).Slutkod);

        mapp.Andra("UPDATE konto SET two_factor_enabled = 1");
        Assert.Equal(0, (await mapp.Kor("user", "nollstall-tvasteg", "--anvandarnamn", "maria")).Slutkod);
        Assert.Equal(0, mapp.Rakna("SELECT COUNT(*) FROM konto WHERE two_factor_enabled = 1"));
        Assert.Equal(1, (await mapp.Kor("user", "nollstall-tvasteg", "--anvandarnamn", "okänd")).Slutkod);

        // Den som kör kan säga vem hon är: loggen säger då att hon uppgav det.
        var okand = await mapp.Kor("user", "nollstall-tvasteg", "--anvandarnamn", "maria", "--som", "okänd");
        Assert.Equal((1, true), (okand.Slutkod, okand.Fel.Contains("SOM_OKAND", StringComparison.Ordinal)));
        Assert.Equal(0, (await mapp.Kor("api-key", "add", "--namn", "prov", "--behorighet", "ansokan.registrera", "--som", "Maria")).Slutkod);
        Assert.Equal(1, mapp.Rakna("SELECT COUNT(*) FROM audit_handelse WHERE typ = 'ApiNyckelSkapad' AND grund LIKE 'kommandorad:%'"));
        Assert.Equal(0, mapp.Rakna($"SELECT COUNT(*) FROM audit_handelse WHERE grund LIKE '%{Environment.UserName}%'"));
        // Inte sig själv, och inte ett konto som ingen kan logga in med.
        foreach (var egen in new[] { new[] { "user", "nollstall-tvasteg", "--anvandarnamn", "maria", "--som", "MARIA" }, ["user", "stang", "maria", "--som", "maria"], ["api-key", "add", "--namn", "egen", "--behorighet", "arende.lasa", "--anvandare", "maria", "--som", "maria"] })
            Assert.Contains("SOM_SJALV", (await mapp.Kor(egen)).Fel, StringComparison.Ordinal);
        mapp.Andra("UPDATE konto SET lockout_end = 4070908800000000");
        Assert.Contains("SOM_OKAND", (await mapp.Kor("api-key", "add", "--namn", "last", "--behorighet", "ansokan.registrera", "--som", "maria")).Fel, StringComparison.Ordinal);
        mapp.Andra("UPDATE konto SET lockout_end = NULL");
        Assert.Equal(1, mapp.Rakna("SELECT COUNT(*) FROM audit_handelse h JOIN konto k ON k.anvandare_id = h.aktor_id WHERE h.typ = 'ApiNyckelSkapad' AND h.aktor_slag = 'System'"));

        Assert.Equal(0, (await mapp.Kor("user", "stang", "maria")).Slutkod);
        Assert.Equal(1, mapp.Rakna("SELECT COUNT(*) FROM anvandare WHERE aktiv = 0"));
        Assert.Equal(1, mapp.Rakna("SELECT COUNT(*) FROM audit_handelse WHERE typ = 'AnvandareInaktiverad'"));
        var stangt = await mapp.Kor("user", "stang", "maria");
        Assert.Equal((1, true), (stangt.Slutkod, stangt.Fel.Contains("KONTO_STANGT", StringComparison.Ordinal)));
        Assert.Equal(1, (await mapp.Kor("user", "stang", "okänd")).Slutkod);
    }

    [Fact]
    public async Task Indikatorerna_raknas_om_ur_loggen()
    {
        await using var enhet = await Provenhet.Skapa();
        await enhet.Ersatt(enhet.Kollega, enhet.Chef);
        for (var i = 0; i < 2; i++) await enhet.EttArende().MedAvslutadUtredning().Bygg();
        var skrivna = await Rader();
        await enhet.Vard.Skriv(async db =>
        {
            Assert.Equal(1, await db.IndikatorRader.Where(r => r.HandelseId == skrivna[0].HandelseId).ExecuteDeleteAsync());
            Assert.Equal(1, await db.IndikatorRader.ExecuteUpdateAsync(s => s.SetProperty(r => r.Raknas, false).SetProperty(r => r.Kon, Kon.Man)));
        });
        var mapp = new Dictionary<string, string?>(StringComparer.Ordinal) { ["CASEFLOW_DATA"] = enhet.Vard.Mapp };

        var svar = await Provmapp.Kor(mapp, "rebuild-indicators");

        Assert.Equal((0, "Indikatorerna är omräknade: 2 rader (förut 1).\n", ""), (svar.Slutkod, svar.Ut, svar.Fel));
        Assert.Equal((2, true, Kon.Kvinna), (skrivna.Count, skrivna[0].Raknas, skrivna[0].Kon));
        Assert.Equivalent(skrivna, await Rader(), strict: true);
        Assert.Equal(0, (await Provmapp.Kor(mapp, "verify-audit")).Slutkod);

        Task<List<IndikatorRad>> Rader() => enhet.Vard.Las(db => db.IndikatorRader.AsNoTracking().OrderBy(r => r.HandelseId).ToListAsync());
    }

    [Fact]
    public async Task Rapporten_skrivs_inte_over_nagot_annat_an_en_rapport()
    {
        using var mapp = await Provmapp.Migrerad();
        var fil = mapp.Skriv("in.jsonl", "{}");
        var rapport = mapp.Fil("ut.jsonl");
        Assert.Equal(0, (await Importera(rapport)).Slutkod);
        Assert.Equal(0, (await Importera(rapport)).Slutkod);

        var nekat = await Importera(mapp.Fil("caseflow.db"));

        Assert.Equal(1, nekat.Slutkod);
        Assert.Contains("ingen importrapport", nekat.Fel, StringComparison.Ordinal);
        Assert.Equal(0, (await Importera(rapport)).Slutkod);

        Task<Svar> Importera(string till) => mapp.Kor("import", "ansokningar", fil, "--rapport", till);
    }

    [Fact]
    public async Task Utan_enhet_eller_process_tas_inga_ansokningar_emot()
    {
        using var mapp = await Provmapp.Migrerad();
        mapp.Andra("DELETE FROM processdefinition");
        var fil = mapp.Skriv("in.jsonl", "{}");

        var svar = await mapp.Kor("import", "ansokningar", fil, "--rapport", mapp.Fil("ut.jsonl"));

        Assert.Equal((1, false), (svar.Slutkod, File.Exists(mapp.Fil("ut.jsonl"))));
        Assert.Contains("GRUND_SAKNAS", svar.Fel, StringComparison.Ordinal);
    }
}
