namespace CaseFlow.Cli.Tests;

/// <summary>Exit codes: 0 done, 1 refused or not as expected, 2 wrong use. Errors to stderr with nothing on stdout.</summary>
public sealed class SlutkodTests
{
    public static TheoryData<string, int, string> Felaktigt => new()
    {
        { "", 2, "Välj ett kommando." },
        { "hitta-pa", 2, "Okänt ord: hitta-pa" },
        { "migrate nu", 2, "Okänt ord: nu" },
        { "import", 2, "Välj ett kommando." },
        { "import ansokningar", 2, "FIL saknas." },
        { "import ansokningar fil.jsonl", 2, "--rapport saknas." },
        { "import ansokningar fil.jsonl --rapport", 2, "--rapport behöver ett värde." },
        { "import ansokningar fil.jsonl --rapport ut.jsonl --nu igar", 2, "--nu: skriv tiden" },
        { "import ansokningar fil.jsonl --rapport fil.jsonl", 2, "Rapporten kan inte skrivas över filen" },
        { "import ansokningar finns-inte.jsonl --rapport ut.jsonl", 1, "finns-inte.jsonl: Filen finns inte." },
        { "import ansokningar . --rapport ut.jsonl", 1, "Det är en mapp, inte en fil." },
        { "api-key", 2, "Välj ett kommando." },
        { "api-key add --namn X", 2, "--behorighet saknas." },
        { "api-key list", 1, "Kör först: caseflow migrate" },
        { "verify-audit", 1, "Kör först: caseflow migrate" },
        { "incident", 2, "Välj ett kommando." },
        { "incident lista", 1, "Kör först: caseflow migrate" },
        { "incident forsok", 2, "ID saknas." },
        { "incident forsok första", 2, "ID: skriv incidentens nummer" },
        { "incident forsok 1", 1, "Kör först: caseflow migrate" },
        { "rebuild-indicators", 1, "Kör först: caseflow migrate" },
        { "seed", 2, "--scenario saknas." },
        { "seed --scenario jatten", 2, "Scenariot jatten finns inte. Välj: demo-liten, skarpnack, belastning." },
        { "seed --scenario skarpnack --personer 5", 2, "Antalet personer ska vara mellan 10 och 3000." },
        { "seed --scenario skarpnack --manader 100", 2, "Antalet månader ska vara mellan 2 och 60." },
        { "seed --scenario skarpnack --manader två", 2, "--manader: värdet går inte att läsa." },
        { "seed --scenario skarpnack --slut 2021-01-01", 2, "Historien skulle börja 1 januari 2019." },
        { "seed --scenario demo-liten --personer 40", 2, "--personer och --manader hör till scenariot skarpnack." },
        { "seed --scenario demo-liten --slut igar", 2, "--slut: skriv dagen" },
        { "seed --scenario demo-liten --seed x", 2, "--seed: värdet går inte att läsa." },
        { "bpmn check", 2, "FIL saknas." },
        { "bpmn run finns-inte.bpmn finns-inte.json", 2, "finns-inte.bpmn: Filen finns inte." },
        { "dmn check", 2, "FIL saknas." },
        { "lint-workflows finns-inte", 2, "Mappen finns-inte finns inte." },
    };

    [Theory]
    [MemberData(nameof(Felaktigt))]
    public async Task Fel_sags_med_en_mening(string ord, int kod, string text)
    {
        using var mapp = Provmapp.Tom();

        var svar = await mapp.Kor(ord.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(kod, svar.Slutkod);
        Assert.Contains(text, svar.Fel, StringComparison.Ordinal);
        Assert.Equal("", svar.Ut);
        Assert.DoesNotContain("   at ", svar.Fel, StringComparison.Ordinal);
        // Det som bara frågar eller nekas lägger ingen databas.
        Assert.Empty(Directory.GetFiles(mapp.Mapp));
    }

    [Theory]
    [InlineData("CASEFLOW_DB", "oracle", "CASEFLOW_DB är \"oracle\"")]
    [InlineData("CASEFLOW_DB", "postgres", "ConnectionStrings__CaseFlow")]
    [InlineData("ConnectionStrings:CaseFlow", "skräp", "ConnectionStrings__CaseFlow går inte att tolka")]
    public async Task En_felaktig_installning_ar_fel_anvandning(string namn, string varde, string text)
    {
        var svar = await Provmapp.Kor(new Dictionary<string, string?>(StringComparer.Ordinal) { [namn] = varde }, "verify-audit");

        Assert.Equal((2, ""), (svar.Slutkod, svar.Ut));
        Assert.Contains(text, svar.Fel, StringComparison.Ordinal);
    }

    [Fact]
    public async Task En_datamapp_som_ar_en_fil_ar_fel_anvandning()
    {
        using var mapp = Provmapp.Tom();
        var fil = mapp.Skriv("fil", "");

        var svar = await Provmapp.Kor(new Dictionary<string, string?>(StringComparer.Ordinal) { ["CASEFLOW_DATA"] = fil }, "migrate");

        Assert.Equal((2, true), (svar.Slutkod, svar.Fel.Contains("som är en fil", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task En_felaktig_installning_stor_inte_det_som_inte_behover_databasen()
    {
        var svar = await Provmapp.Kor(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["CASEFLOW_DB"] = "oracle" }, "bpmn", "check", Path.Combine(Provmapp.Rot, "workflows/bistand/bistand.bpmn"));

        Assert.Equal((0, ""), (svar.Slutkod, svar.Fel));
    }

    [Theory]
    [InlineData("--help", "import")]
    [InlineData("import ansokningar --help", "--rapport FIL")]
    [InlineData("bpmn run -h", "--with MAPP")]
    [InlineData("api-key --help", "sparra")]
    [InlineData("incident --help", "forsok")]
    [InlineData("incident lista --help", "--vakt")]
    public async Task Hjalpen_ar_svensk(string ord, string text)
    {
        using var mapp = Provmapp.Tom();

        var svar = await mapp.Kor(ord.Split(' '));

        Assert.Equal((0, ""), (svar.Slutkod, svar.Fel));
        Assert.Contains("Användning: caseflow", svar.Ut, StringComparison.Ordinal);
        Assert.Contains(text, svar.Ut, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage", svar.Ut, StringComparison.Ordinal);
    }
}
