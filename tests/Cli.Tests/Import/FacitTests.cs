using System.Text.Json;

namespace CaseFlow.Cli.Tests.Import;

/// <summary>The contract's example file through the whole command.</summary>
public sealed class FacitTests
{
    private const string Nu = "2026-11-21T12:00:00+01:00";

    [Fact]
    public async Task Exemplet_ger_facit_rad_for_rad_och_en_andra_korning_registrerar_inget()
    {
        using var mapp = await Provmapp.Migrerad();

        var svar = await mapp.Kor("import", "ansokningar", Provmapp.Data("ansokningar.jsonl"), "--rapport", mapp.Fil("ett.jsonl"), "--nu", Nu);

        Assert.Equal((0, ""), (svar.Slutkod, svar.Fel));
        Assert.Contains("400 rader lästa.", svar.Ut, StringComparison.Ordinal);
        var (ett, facit) = (Rapport.Las(mapp.Fil("ett.jsonl")), Facit());
        Assert.Equal(facit, ett.Select(r => (r.Rad, r.Utfall, r.Kod)));
        Assert.All(ett, r => Assert.Equal(r.Utfall != "avvisad", r.Arendenummer is not null));
        Assert.Equal(ett.Count(r => r.Utfall == "registrerad"), ett.Where(r => r.Utfall == "registrerad").Select(r => r.Arendenummer).Distinct().Count());
        Assert.Equal(318, mapp.Rakna("SELECT COUNT(*) FROM ansokan"));
        // En avklippt rad har ändå sitt externId i början.
        Assert.Equal("ET-1-00057", ett[56].ExternId);
        Assert.All(ett, r => Assert.NotNull(r.ExternId));

        var igen = await mapp.Kor("import", "ansokningar", Provmapp.Data("ansokningar.jsonl"), "--rapport", mapp.Fil("tva.jsonl"), "--nu", Nu);

        Assert.Equal(0, igen.Slutkod);
        Assert.Equal(
            ett.Select(r => r.Utfall == "registrerad" ? r with { Utfall = "dubblett", Kod = "EXTERNID_FINNS" } : r), Rapport.Las(mapp.Fil("tva.jsonl")));
        Assert.Equal(318, mapp.Rakna("SELECT COUNT(*) FROM ansokan"));

        // Åtta i exemplet saknar personnummer, med samma födelsedatum och kön: de är åtta personer.
        Assert.Equal(8, mapp.Rakna("SELECT COUNT(DISTINCT identitet) FROM person WHERE identitet LIKE '19510304T%'"));
        var hel = await mapp.Kor("verify-audit");
        Assert.Equal((0, ""), (hel.Slutkod, hel.Fel));
        Assert.StartsWith("Loggen är hel: ", hel.Ut, StringComparison.Ordinal);
    }

    private static IEnumerable<(int Rad, string Utfall, string? Kod)> Facit() =>
        File.ReadLines(Provmapp.Data("ansokningar.facit.jsonl")).Select(r => JsonDocument.Parse(r).RootElement)
            .Select(r => (r.GetProperty("rad").GetInt32(), r.GetProperty("utfall").GetString()!, r.GetProperty("kod").GetString()));
}
