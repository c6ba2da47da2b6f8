using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Engine.Feel;
using static CaseFlow.Application.Tests.Uppgiftsformular.Formulartext;

namespace CaseFlow.Application.Tests.Uppgiftsformular;

public sealed class FormularprovningTests
{
    [Theory]
    [InlineData("text", "", "x= Hej ", "x=Hej")]
    [InlineData("text", "\"maxTecken\": 3", "x=fyra", "x: Högst 3 tecken.")]
    [InlineData("heltal", "", "x=12", "x=12")]
    [InlineData("heltal", "", "x=1,5", "x: Skriv ett heltal.")]
    [InlineData("heltal", "\"minst\": 1, \"hogst\": 5", "x=0", "x: Minst 1.")]
    [InlineData("heltal", "\"minst\": 1, \"hogst\": 5", "x=6", "x: Högst 5.")]
    [InlineData("tal", "", "x=9,5", "x=9.5")]
    [InlineData("tal", "", "x=9.50", "x=9.5")]
    [InlineData("tal", "", "x=1,234", "x: Skriv högst 2 decimaler.")]
    [InlineData("tal", "\"decimaler\": 3", "x=1,234", "x=1.234")]
    [InlineData("tal", "", "x=många", "x: Skriv ett tal, till exempel 9,5.")]
    [InlineData("tal", "", "x=1000000000", "x: Skriv ett tal, till exempel 9,5.")]
    [InlineData("belopp", "", "x=1 250,50", "x=1250.5")]
    [InlineData("belopp", "", "x=-1", "x: Minst 0.")]
    [InlineData("belopp", "\"minst\": -100", "x=-1", "x=-1")]
    [InlineData("datum", "", "x=2026-02-29", "x: Skriv datumet som ÅÅÅÅ-MM-DD.")]
    [InlineData("datum", "", "x=2026-02-28", "x=2026-02-28")]
    [InlineData("tid", "", "x=9.05", "x=09:05")]
    [InlineData("tid", "", "x=24:00", "x: Skriv tiden som 09:30.")]
    [InlineData("ja-nej", "", "x=kanske", "x: Välj ja eller nej.")]
    [InlineData("val", "\"katalog\": \"beslutsutfall\"", "x=avslag", "x=avslag")]
    [InlineData("val", "\"katalog\": \"beslutsutfall\"", "x=nja", "x: Välj bland alternativen.")]
    [InlineData("flerval", "\"katalog\": \"kanaler\"", "x=brev;x=besok;x=brev", "x=brev,besok")]
    [InlineData("val", "\"katalog\": \"kanaler\"", "x=brev;x=besok", "x: Ge ett svar.")]
    [InlineData("skala", "\"katalog\": \"behovsskala\"", "x=8", "x=8")]
    [InlineData("skala", "\"katalog\": \"behovsskala\"", "x=7", "x: Välj bland alternativen.")]
    [InlineData("anvandare", "", "x=11", "x: Välj en handläggare.")]
    [InlineData("insats", "", "x=11", "x: Välj en av ärendets insatser.")]
    [InlineData("text", "\"kravs\": true", "x= ", "x: Fyll i: Frågan x.")]
    [InlineData("text", "", "y=1", "y: Formuläret har ingen fråga som heter y. Läs in sidan igen och svara på frågorna där.")]
    [InlineData("upplysning", "\"hjalp\": \"Läs.\"", "x=1", "x: Formuläret har ingen fråga som heter x. Läs in sidan igen och svara på frågorna där.")]
    public void Ett_svar_tolkas_efter_faltets_typ(string typ, string mer, string svar, string vantat) =>
        Assert.Equal(vantat, Prova(Las(Fraga("x", typ, mer)), svar));

    [Fact]
    public void En_lang_text_raknas_i_tecken_som_man_ser_dem() =>
        Assert.StartsWith("x=", Prova(Las(Fraga("x", "text", "\"maxTecken\": 2")), "x=🙂🙂"), StringComparison.Ordinal);

    [Theory]
    [InlineData("a=nej;b=hej", "a=nej")] // det som inte visas sparas inte
    [InlineData("a=nej", "a=nej")] // och krävs inte
    [InlineData("a=ja", "a=ja; b: x")]
    [InlineData("a=ja;b=hej", "a=ja; b=hej; c: x")]
    [InlineData("a=ja;b=annat", "a=ja; b=annat")]
    [InlineData("a=nej;b=hej;c=kvar", "a=nej")] // c beror på b, som är dolt
    public void Det_som_inte_galler_kravs_inte_och_sparas_inte(string svar, string vantat)
    {
        // c står före det som det beror på.
        var formular = Las(
            Fraga("c", "text", "\"kravs\": true, \"visasNar\": \"b = \\\"hej\\\"\""), Fraga("a", "ja-nej"), Fraga("b", "text", "\"kravs\": true, \"visasNar\": \"a = \\\"ja\\\"\""));

        var blev = Prova(formular, svar);

        if (vantat.EndsWith(": x", StringComparison.Ordinal)) Assert.StartsWith(vantat.Split("; ")[^1][..1] + ": Fyll i", blev, StringComparison.Ordinal);
        else Assert.Equal(vantat, blev);
    }

    [Theory]
    [InlineData("nar=2026-11-23;hur=Brev", "hur=Brev; nar=2026-11-23")]
    [InlineData("nar=2026-11-24;hur=Brev", "nar: I dag är det 23 november 2026. Välj senast den dagen.")]
    [InlineData("nar=2026-11-01;hur=Brev", "nar: Ärendet kom in 2 november 2026.")]
    [InlineData("hur=Brev", "hur=Brev")] // ett svar som inte ges bryter inget
    public void Ett_villkor_galler_ett_svar_som_ges_och_sager_varfor(string svar, string vantat)
    {
        var formular = Las(Fraga("hur", "text"), Fraga("nar", "datum",
            """
            "villkor": [
              { "galler": "nar <= today()", "text": "I dag är det {today()}. Välj senast den dagen." },
              { "galler": "nar >= arende.inkom", "text": "Ärendet kom in {arende.inkom}." } ]
            """));

        Assert.Equal(vantat, Prova(formular, svar, FeelContext.Of(("arende", FeelContext.Of(("inkom", new DateOnly(2026, 11, 2)))))));
    }

    [Fact]
    public void Det_som_inte_ar_kant_bryter_inget_villkor() => Assert.Equal("nar=2026-11-01", Prova(
        Las(Fraga("nar", "datum", "\"villkor\": [{ \"galler\": \"nar <= insats.tom\", \"text\": \"Beslutet gäller till {insats.tom}.\" }]")), "nar=2026-11-01",
        FeelContext.Of(("insats", FeelContext.Of(("tom", FeelValue.Null))))));

    [Theory]
    [InlineData("slag=a", "slag=a")]
    [InlineData("slag=b", "text: Fyll i: Frågan text.")]
    public void Ett_falt_kan_kravas_ibland(string svar, string vantat) => Assert.Equal(vantat, Prova(
        Las(Fraga("slag", "val", "\"alternativ\": [{ \"varde\": \"a\", \"text\": \"A\" }, { \"varde\": \"b\", \"text\": \"B\" }]"), Fraga("text", "text", "\"kravsNar\": \"slag = \\\"b\\\"\"")), svar));

    [Fact]
    public void Ett_avsnitts_villkor_galler_alla_dess_falt()
    {
        var (formular, fel) = Formularlasare.Las(
            """
            { "version": 2, "nyckel": "prov", "rubrik": "Prov", "knapp": "Spara", "sektioner": [
              { "falt": [{ "namn": "a", "etikett": "A", "typ": "ja-nej" }] },
              { "visasNar": "a = \"ja\"", "falt": [{ "namn": "b", "etikett": "B", "typ": "text", "kravs": true }, { "namn": "c", "etikett": "C", "typ": "text", "kravs": true, "visasNar": "b = \"x\"" }] } ] }
            """);

        Assert.Empty(fel);
        Assert.Equal("a=nej", Prova(formular!, "a=nej;b=x"));
        Assert.Equal("c: Fyll i: C.", Prova(formular!, "a=ja;b=x"));
    }

    [Fact]
    public void Ett_uttryck_som_raknar_for_lange_nekar_svaret_men_falter_inte()
    {
        var formular = Las(Fraga("antal", "heltal", "\"villkor\": [{ \"galler\": \"count(for i in 1..antal return i) >= 0\", \"text\": \"För många.\" }]"));

        Assert.Equal("antal=5", Prova(formular, "antal=5"));
        Assert.Equal("antal: För många.", Prova(formular, "antal=999999999"));
    }

    [Fact]
    public void Det_som_fakta_avgor_fragas_inte_i_onodan()
    {
        var formular = Las(
            Fraga("a", "text", "\"visasNar\": \"process.slag = \\\"ny\\\"\", \"kravsNar\": \"insats.tom != null\""), Fraga("b", "text", "\"visasNar\": \"process.slag = \\\"annan\\\"\""),
            Fraga("c", "upplysning", "\"varde\": \"insats.tom\""), Fraga("d", "upplysning", "\"varde\": \"insats.start\""));
        var fakta = FeelContext.Of(("process", FeelContext.Of(("slag", "ny"))), ("insats", FeelContext.Of(("tom", new DateOnly(2027, 1, 1)), ("start", FeelValue.Null))));

        var bild = Formularbild.Av(formular, new Dictionary<string, string[]>(), fakta, Nu);
        var avgjord = bild.Avgjord(formular);

        Assert.Equal(["a", "c"], avgjord.Falt.Select(f => f.Namn));
        Assert.Equal((true, null, null), (avgjord.Falt.First().Kravs, avgjord.Falt.First().VisasNar, avgjord.Falt.First().KravsNar));
        Assert.Equal("1 januari 2027", bild.Lagen["c"].Upplysning);
    }

    [Theory]
    [InlineData("today() + duration(\"P10D\")", "datum", "2026-12-03")]
    [InlineData("\"brev\"", "val", "brev")]
    [InlineData("\"rökpuff\"", "val", null)] // ett förslag som inte går att svara står aldrig i vägen
    [InlineData("1250.5", "belopp", "1250,5")]
    [InlineData("3", "skala", "3")]
    [InlineData("time(\"09:30:00\")", "tid", "09:30")]
    [InlineData("insats.finns.inte", "text", null)]
    [InlineData("\"ja\"", "ja-nej", "ja")]
    public void Ett_svar_kan_vara_forifyllt(string feel, string typ, string? vantat)
    {
        var mer = typ switch { "val" => ", \"katalog\": \"kanaler\"", "skala" => ", \"katalog\": \"behovsskala\"", _ => "" };
        var formular = Las(Fraga("x", typ, $"\"forifyll\": {System.Text.Json.JsonSerializer.Serialize(feel)}{mer}"));

        var svar = Forifyllning.Av(formular, new Dictionary<string, string[]>(), FeelContext.Empty, Nu);

        Assert.Equal(vantat, svar.GetValueOrDefault("x")?[0]);
    }

    [Fact]
    public void Ett_forifyllt_svar_kan_raknas_ur_ett_annat_och_viker_for_det_arendet_vet()
    {
        var formular = Las(Fraga("senast", "datum", "\"forifyll\": \"dag + duration(\\\"P10D\\\")\""), Fraga("dag", "datum", "\"forifyll\": \"today()\""));

        Assert.Equal("2026-12-03", Forifyllning.Av(formular, new Dictionary<string, string[]>(), FeelContext.Empty, Nu)["senast"][0]);
        Assert.Equal("2026-01-11", Forifyllning.Av(formular, new Dictionary<string, string[]> { ["dag"] = ["2026-01-01"] }, FeelContext.Empty, Nu)["senast"][0]);
    }
}
