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
    public async Task Indikatorerna_raknas_om_ur_loggen()
    {
        using var mapp = await Provmapp.Migrerad();

        var svar = await mapp.Kor("rebuild-indicators");

        Assert.Equal((0, "Indikatorerna är omräknade: 0 rader (förut 0).\n", ""), (svar.Slutkod, svar.Ut, svar.Fel));
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
