namespace CaseFlow.Cli.Tests.Import;

/// <summary>Two who import the same file at once, as processes of their own.</summary>
public sealed class SamtidigTests
{
    [Fact]
    public async Task Varje_rad_registreras_en_gang()
    {
        using var mapp = await Provmapp.Migrerad();
        mapp.Skriv("in.jsonl", [.. Enumerable.Range(0, 60).Select(i => Radbygge.Text(i % 4 == 0 ? Radbygge.UtanPersonnummer($"A{i}") : Radbygge.Bra($"A{i}")))]);

        var svar = await Task.WhenAll(new[] { "ett", "tva" }.Select(namn =>
            mapp.Process("import", "ansokningar", mapp.Fil("in.jsonl"), "--rapport", mapp.Fil(namn), "--nu", Radbygge.Nu)));

        Assert.All(svar, s => Assert.Equal((0, ""), (s.Slutkod, s.Fel)));
        var (ett, tva) = (Rapport.Las(mapp.Fil("ett")), Rapport.Las(mapp.Fil("tva")));
        Assert.All(ett.Zip(tva), par =>
        {
            Assert.Equal(["dubblett", "registrerad"], new[] { par.First.Utfall, par.Second.Utfall }.Order(StringComparer.Ordinal));
            Assert.Equal(par.First.Arendenummer, par.Second.Arendenummer);
        });
        Assert.Equal(60, mapp.Rakna("SELECT COUNT(*) FROM ansokan"));
        Assert.Equal(16, mapp.Rakna("SELECT COUNT(*) FROM person"));
        Assert.Equal(0, (await mapp.Kor("verify-audit")).Slutkod);
    }
}
