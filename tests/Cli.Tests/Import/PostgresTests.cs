using CaseFlow.Testing;

namespace CaseFlow.Cli.Tests.Import;

/// <summary>The same import on PostgreSQL, which also says no where SQLite takes what it gets.</summary>
public sealed class PostgresTests
{
    [KraverFact(Krav.Postgres)]
    public async Task En_rad_som_databasen_inte_tar_stoppar_inte_resten()
    {
        using var mapp = Provmapp.Tom();
        var anslutning = await Postgresserver.NyDatabas();
        var installningar = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["CASEFLOW_DATA"] = mapp.Mapp, ["CASEFLOW_DB"] = "postgres", ["ConnectionStrings:CaseFlow"] = anslutning,
        };
        var (forLangEnhet, forStor) = (Radbygge.Bra("B"), Radbygge.Bra("C"));
        forLangEnhet["insatser"]![0]!["soktEnhet"] = new string('x', 5000);
        forStor["insatser"]![0]!["soktOmfattning"] = 1e20m;
        var fil = mapp.Skriv("in.jsonl",
            Radbygge.Text(Radbygge.Bra("A")), Radbygge.Text(forLangEnhet), Radbygge.Text(forStor), Radbygge.Text(Radbygge.Bra("A")),
            Radbygge.Text(Radbygge.UtanPersonnummer("D")), Radbygge.Text(Radbygge.UtanPersonnummer("E")));

        Assert.Equal(1, (await Provmapp.Kor(installningar, "import", "ansokningar", fil, "--rapport", mapp.Fil("ut.jsonl"))).Slutkod);
        Assert.Equal(0, (await Provmapp.Kor(installningar, "migrate")).Slutkod);
        var svar = await Provmapp.Kor(installningar, "import", "ansokningar", fil, "--rapport", mapp.Fil("ut.jsonl"), "--nu", Radbygge.Nu);

        Assert.Equal(0, svar.Slutkod);
        Assert.Equal(
            [("A", null), ("B", "FEL_FORMAT"), ("C", "FEL_FORMAT"), ("A", "EXTERNID_FINNS"), ("D", null), ("E", null)],
            Rapport.Las(mapp.Fil("ut.jsonl")).Select(r => (r.ExternId, r.Kod)));
        Assert.DoesNotContain("xxx", svar.Fel, StringComparison.Ordinal);
        Assert.Equal(0, (await Provmapp.Kor(installningar, "verify-audit")).Slutkod);
        Npgsql.NpgsqlConnection.ClearAllPools();
        await Postgresserver.TaBort(anslutning);
    }
}
