namespace CaseFlow.Cli.Tests;

/// <summary><c>caseflow seed</c>: what it says, and what it leaves when it is refused or stopped.</summary>
public sealed class FroTests
{
    [Fact]
    public async Task En_volym_laggs_i_en_databas_som_inte_finns_och_bara_en_gang()
    {
        using var mapp = Provmapp.Tom();

        var svar = await mapp.Kor("seed", "--scenario", "belastning", "--arenden", "200", "--slut", "2026-11-20");

        Assert.Equal((0, ""), (svar.Slutkod, svar.Fel));
        Assert.Matches("^[0-9]+ personer och 200 ärenden i 10 enheter \\([0-9]+ rader\\) till och med 2026-11-20, på [0-9]+,[0-9] s\\.", svar.Ut);
        Assert.Contains("karin", svar.Ut, StringComparison.Ordinal);
        Assert.Equal(["caseflow.db"], Directory.GetFiles(mapp.Mapp).Select(Path.GetFileName));
        Assert.Equal(200, mapp.Rakna("SELECT COUNT(*) FROM arende"));
        Assert.Equal(0, (await mapp.Kor("verify-audit")).Slutkod);
        var igen = await mapp.Kor("seed", "--scenario", "belastning", "--arenden", "200");
        Assert.Equal((1, true), (igen.Slutkod, igen.Fel.Contains("DATABAS_EJ_TOM", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task En_hel_enhet_laggs_manad_for_manad_och_sager_hur_man_kommer_in()
    {
        using var mapp = Provmapp.Tom();

        var svar = await mapp.Kor("seed", "--scenario", "skarpnack", "--personer", "12", "--manader", "2", "--slut", "2025-07-15");

        Assert.Equal((0, ""), (svar.Slutkod, svar.Fel));
        Assert.Equal(["2025-05", "2025-06", "2025-07"], svar.Ut.Split('\n').Where(r => r.Contains("öppna ärenden  ", StringComparison.Ordinal)).Select(r => r[..7]));
        Assert.Matches("\\n12 personer och [0-9]+ ärenden till och med 2025-07-15, på [0-9]+,[0-9] s\\.", svar.Ut);
        Assert.Matches("[0-9]+ beslut, [0-9]+ av dem före den nya socialtjänstlagen", svar.Ut);
        Assert.All(["karin", "frida", "ritva", "yasmin", "roger"], konto => Assert.Matches($"{konto} +│ caseflow-demo", svar.Ut));
        Assert.Equal(12, mapp.Rakna("SELECT COUNT(*) FROM person"));
        Assert.Equal(0, (await mapp.Kor("verify-audit")).Slutkod);
        var igen = await mapp.Kor("seed", "--scenario", "skarpnack");
        Assert.Equal(1, igen.Slutkod);
        Assert.Matches("^Databasen innehåller redan personer eller användare\\..*CASEFLOW_DATA.*\\(DATABAS_EJ_TOM\\)", igen.Fel);
    }

    [Fact]
    public async Task En_avbruten_laggning_lamnar_inget()
    {
        using var mapp = Provmapp.Tom();
        using var stopp = new CancellationTokenSource(TimeSpan.FromSeconds(2));

        var svar = await mapp.Kor(stopp.Token, "seed", "--scenario", "demo-liten");

        Assert.Equal((1, "Avbrutet. Inget är lagt. (AVBRUTEN)\n"), (svar.Slutkod, svar.Fel));
        Assert.Empty(Directory.GetFiles(mapp.Mapp));
    }

    [Fact]
    public async Task Det_som_inte_hor_till_scenariot_sags()
    {
        using var mapp = Provmapp.Tom();

        var svar = await mapp.Kor("seed", "--scenario", "demo-liten", "--arenden", "10");
        Assert.Equal((2, "--arenden hör till scenariot belastning.\n"), (svar.Slutkod, svar.Fel));
        var fa = await mapp.Kor("seed", "--scenario", "belastning", "--arenden", "10");
        Assert.Equal((1, true), (fa.Slutkod, fa.Fel.Contains("OGILTIGT", StringComparison.Ordinal)));
    }
}
