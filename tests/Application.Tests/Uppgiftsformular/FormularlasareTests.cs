using CaseFlow.Application.Uppgiftsformular;
using static CaseFlow.Application.Tests.Uppgiftsformular.Formulartext;

namespace CaseFlow.Application.Tests.Uppgiftsformular;

public sealed class FormularlasareTests
{
    private const string Hel = """{ "version": 2, "nyckel": "p", "rubrik": "R", "knapp": "K", "sektioner": [{ "falt": [{ "namn": "a", "etikett": "A", "typ": "text" }] }] }""";

    [Theory]
    [InlineData("", "Filen går inte att läsa som JSON, rad 1")]
    [InlineData("[]", "Filen ska vara ett objekt")]
    [InlineData("{ \"version\": 3 }", "version ska vara 2")]
    [InlineData("{ \"version\": \"2\" }", "version ska vara 2")]
    [InlineData("{ \"version\": 2, \"version\": 2 }", "Filen går inte att läsa som JSON")]
    [InlineData("{ \"version\": 2 }", "Nyckel saknas.|Rubrik saknas.|Knapp saknas.|Sektioner saknas.")]
    public void En_fil_som_inte_ar_ett_formular_nekas(string text, string borjan)
    {
        var (formular, fel) = Formularlasare.Las(text);

        Assert.Null(formular);
        Assert.All(borjan.Split('|'), b => Assert.Contains(fel, f => f.StartsWith(b, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"rubrik\": \"R\"", "\"rubrik\": 1", "Rubrik ska vara en text inom citattecken.")]
    [InlineData("\"rubrik\": \"R\"", "\"rubrik\": \" \"", "Rubrik är tom. Skriv en text, eller ta bort egenskapen.")]
    [InlineData("\"rubrik\": \"R\"", "\"rubrik\": \"R\", \"titel\": \"T\"", "Egenskapen titel finns inte. Välj bland ingress, knapp, nyckel, rubrik, sektioner, version.")]
    [InlineData("[{ \"falt\"", "[{ \"sektion\": 1, \"falt\"", "avsnitt 1: egenskapen sektion finns inte. Välj bland falt, hjalp, rubrik, visasNar, visasText.")]
    [InlineData("\"falt\": [{", "\"falt\": [[], {", "avsnitt 1, fält 1: här ska stå ett objekt inom { }.")]
    [InlineData("\"falt\": [{ \"namn\": \"a\", \"etikett\": \"A\", \"typ\": \"text\" }]", "\"falt\": []", "avsnitt 1: falt har 0 delar. Minst 1 behövs.")]
    [InlineData("\"typ\": \"text\"", "\"typ\": \"fritext\"", "fältet a: typen fritext finns inte. Välj bland text, langtext,")]
    [InlineData("\"typ\": \"text\"", "\"typ\": \"datum\", \"maxTecken\": 5", "fältet a: maxTecken går inte att ange för typen datum.")]
    [InlineData("\"typ\": \"text\"", "\"typ\": \"text\", \"obligatorisk\": true", "fältet a: egenskapen obligatorisk finns inte. Välj bland etikett, forifyll,")]
    [InlineData("\"typ\": \"text\"", "\"typ\": \"text\", \"kravs\": \"ja\"", "fältet a: kravs ska vara true eller false, utan citattecken.")]
    [InlineData("\"typ\": \"text\"", "\"typ\": \"text\", \"maxTecken\": 100000", "fältet a: maxTecken ska vara ett heltal från 1 till 10000.")]
    [InlineData("\"typ\": \"text\"", "\"typ\": \"heltal\", \"minst\": \"1\"", "fältet a: minst ska vara ett tal, utan citattecken.")]
    [InlineData("\"typ\": \"text\"", "\"typ\": \"text\", \"visasNar\": \"b = = 1\"", "fältet a: visasNar, rad 1, kolumn 5:")]
    [InlineData("\"typ\": \"text\"", "\"typ\": \"val\"", "fältet a: ange antingen alternativ eller katalog.")]
    [InlineData("\"typ\": \"text\"", "\"typ\": \"val\", \"alternativ\": [{ \"varde\": \"x\", \"text\": \"X\" }]", "fältet a: alternativ har 1 delar. Minst 2 behövs.")]
    [InlineData("\"typ\": \"text\"", "\"typ\": \"val\", \"alternativ\": [{ \"varde\": \"x\", \"text\": \"X\" }, { \"varde\": \"Y å\", \"text\": \"Y\" }]", "fältet a, alternativ 2: varde skrivs med små bokstäver")]
    [InlineData("\"typ\": \"text\"", "\"typ\": \"text\", \"villkor\": [{ \"galler\": \"a != null\" }]", "fältet a, villkor 1: text saknas.")]
    [InlineData("\"typ\": \"text\"", "\"typ\": \"text\", \"villkor\": [{ \"galler\": \"a != null\", \"text\": \"Fel {a\" }]", "fältet a, villkor 1: text: en klammer { har inget slut.")]
    [InlineData("\"etikett\": \"A\"", "\"etikett\": \"LÅNG\"", "fältet a: etikett är 201 tecken. Högst 200 får plats.")]
    public void Varje_fel_sager_var_det_ar_och_vad_som_ska_sta(string fran, string till, string fel)
    {
        var text = Hel.Replace(fran, till.Replace("LÅNG", new string('x', 201), StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.NotEqual(Hel, text);

        var (formular, funna) = Formularlasare.Las(text);

        Assert.Null(formular);
        Assert.Contains(funna, f => f.StartsWith(fel, StringComparison.Ordinal));
    }

    [Fact]
    public void Alla_fel_sags_pa_en_gang()
    {
        var (_, fel) = Formularlasare.Las(Med(Fraga("a", "fritext"), Fraga("b", "datum", "\"maxTecken\": 1"), Fraga("c", "text", "\"visasNar\": \"(\", \"kravs\": 1")));

        Assert.Equal(["fältet a", "fältet b", "fältet c", "fältet c"], fel.Select(f => f.Split(':')[0]));
    }

    [Fact]
    public void Ett_for_stort_eller_for_djupt_formular_nekas()
    {
        Assert.Single(Formularlasare.Las(Hel.PadRight(200_001)).Fel);
        Assert.Single(Formularlasare.Las(string.Concat(Enumerable.Repeat("{\"version\":", 40)) + "2" + new string('}', 40)).Fel);
        Assert.NotEmpty(Formularlasare.Las(Med([.. Enumerable.Range(0, 61).Select(n => Fraga($"f{n}", "text"))])).Fel);
        Assert.NotEmpty(Formularlasare.Las(Med(Fraga("a", "text", $"\"visasNar\": \"{new string('(', 999)}a\""))).Fel);
    }

    [Fact]
    public void Det_som_star_i_filen_kommer_med()
    {
        var formular = Formularlasare.Las(MedSektion("\"rubrik\": \"Del\", \"hjalp\": \"Så här\",", Fraga("a", "tal",
            """ "kravs": true, "hjalp": "H", "minst": 1, "hogst": 9.5, "decimaler": 1, "enhet": "timmar", "forifyll": "2", "villkor": [{ "galler": "a < 9", "text": "{{a}} är {a}" }] """))).Formular!;

        var falt = Assert.Single(formular.Falt);
        Assert.Equal(("Del", "Så här"), (formular.Sektioner[0].Rubrik, formular.Sektioner[0].Hjalp));
        Assert.Equal((true, "H", 1m, 9.5m, 1, "timmar"), (falt.Kravs, falt.Hjalp, falt.Minst!.Value, falt.Hogst!.Value, falt.Decimaler, falt.Enhet));
        Assert.Equal("a: {a} är 9,5", Prova(formular, "a=9,5"));
    }

    [Fact]
    public void Katalogernas_koder_ar_unika_och_har_en_text() => Assert.All(Kataloger.Alla, k =>
    {
        Assert.Equal(k.Alternativ.Count, k.Alternativ.Select(a => a.Varde).Distinct(StringComparer.Ordinal).Count());
        Assert.All(k.Alternativ, a => Assert.Matches("^[a-z0-9-]+$", a.Varde));
        Assert.All(k.Alternativ, a => Assert.False(string.IsNullOrWhiteSpace(a.Text)));
    });
}
