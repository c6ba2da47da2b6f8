using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Engine.Feel;
using static CaseFlow.Application.Tests.Uppgiftsformular.Formulartext;

namespace CaseFlow.Application.Tests.Uppgiftsformular;

/// <summary>What can be read but means nothing is refused when it is put in, with the field and what to do.</summary>
public sealed class FormulargranskningTests
{
    private static readonly Dictionary<string, FeelValue> Process = new(StringComparer.Ordinal) { ["slag"] = "ansokan", ["svarSenast"] = "2026-03-02", ["frister"] = FeelValue.Null };

    [Theory]
    [InlineData("a-b", "text", "", "fältet a-b: namn börjar med liten bokstav")]
    [InlineData("Stor", "text", "", "fältet Stor: namn börjar med liten bokstav")]
    [InlineData("väg", "text", "", "fältet väg: namn börjar med liten bokstav")]
    [InlineData("date", "datum", "", "fältet date: namnet date betyder något annat i ett uttryck.")]
    [InlineData("version", "text", "", "fältet version: namnet version betyder något annat")]
    [InlineData("insats", "insats", "", "fältet insats: namnet insats betyder något annat")]
    [InlineData("x", "val", "\"katalog\": \"lander\"", "fältet x: katalogen lander finns inte för typen val. Välj bland insatstyper,")]
    [InlineData("x", "val", "\"katalog\": \"utforare\"", "fältet x: katalogen utforare finns inte för typen val.")]
    [InlineData("x", "text", "\"katalog\": \"kanaler\"", "fältet x: katalogen kanaler finns inte för typen text. Välj bland utforare.")]
    [InlineData("x", "skala", "\"alternativ\": [{ \"varde\": \"lag\", \"text\": \"Låg\" }, { \"varde\": \"hog\", \"text\": \"Hög\" }]", "fältet x: stegen i en skala är tal: 0, 1, 2.")]
    [InlineData("x", "val", "\"alternativ\": [{ \"varde\": \"a\", \"text\": \"A\" }, { \"varde\": \"a\", \"text\": \"B\" }]", "fältet x: alternativet a finns två gånger.")]
    [InlineData("x", "tal", "\"minst\": 5, \"hogst\": 1", "fältet x: minst är större än hogst.")]
    [InlineData("x", "upplysning", "", "fältet x: en upplysning behöver varde (FEEL) eller hjalp (text).")]
    [InlineData("x", "upplysning", "\"varde\": \"q\"", "fältet x: varde: en upplysning visar det som redan är känt")]
    [InlineData("x", "text", "\"kravs\": true, \"kravsNar\": \"q = \\\"ja\\\"\"", "fältet x: ange antingen kravs eller kravsNar.")]
    [InlineData("x", "text", "\"visasNar\": \"p = \\\"ja\\\"\"", "fältet x: visasNar: p finns inte. Välj en fråga i formuläret (q, x), process.X eller något av uppgift.skapad,")]
    [InlineData("x", "text", "\"visasNar\": \"slag = \\\"ja\\\"\"", "fältet x: visasNar: slag är ingen fråga i formuläret. Menar du process.slag?")]
    [InlineData("x", "text", "\"visasNar\": \"process.slagg = \\\"ja\\\"\"", "fältet x: visasNar: processen har ingen variabel slagg. Välj bland slag, svarSenast, frister.")]
    [InlineData("x", "text", "\"visasNar\": \"insats.namn = \\\"ja\\\"\"", "fältet x: visasNar: insats.namn finns inte.")]
    [InlineData("x", "text", "\"visasNar\": \"process = null\"", "fältet x: visasNar: process finns inte.")]
    [InlineData("x", "text", "\"visasNar\": \"q = \\\"jaa\\\"\"", "fältet x: visasNar: ”jaa” är inget svar på q. Välj bland ja, nej.")]
    [InlineData("x", "text", "\"visasNar\": \"q\"", "fältet x: visasNar: ger inte sant eller falskt.")]
    [InlineData("x", "text", "\"visasNar\": \"q > 3\"", "fältet x: visasNar: rad 1, kolumn 3:")]
    [InlineData("x", "text", "\"visasNar\": \"q = \\\"ja\\\" and today() > date(\\\"2026-01-01\\\")\"", "fältet x: visasNar går inte att säga i ord av sig självt. Skriv det i visasText,")]
    [InlineData("x", "text", "\"kravsNar\": \"string length(q) > 2\"", "fältet x: kravsNar går inte att säga i ord av sig självt. Skriv det i kravsText,")]
    [InlineData("x", "text", "\"visasText\": \"Fyll i om.\"", "fältet x: visasText säger när visasNar gäller, men visasNar saknas.")]
    [InlineData("x", "text", "\"visasNar\": \"x = \\\"a\\\"\"", "visasNar går i en ring: x väntar på varandra.")]
    [InlineData("x", "datum", "\"forifyll\": \"today() + 1\"", "fältet x: forifyll: rad 1, kolumn 9:")]
    [InlineData("x", "datum", "\"forifyll\": \"\\\"i morgon\\\"\"", "fältet x: forifyll: ger ”i morgon”, som inte går att svara i ett fält av typen datum.")]
    [InlineData("x", "datum", "\"forifyll\": \"x\"", "forifyll går i en ring: x")]
    [InlineData("x", "datum", "\"villkor\": [{ \"galler\": \"x < process.svarSenast\", \"text\": \"T\" }]", "fältet x: villkor 1: rad 1, kolumn 3:")]
    [InlineData("x", "datum", "\"villkor\": [{ \"galler\": \"x < today()\", \"text\": \"Före {inkom}\" }]", "fältet x: villkor 1, text: inkom finns inte.")]
    [InlineData("x", "text", "\"villkor\": [{ \"galler\": \"count(for i in 1..1000000 return i) > 0\", \"text\": \"T\" }]", "fältet x: villkor 1: ")]
    [InlineData("x", "text", "\"villkor\": [{ \"galler\": \"{ f: function(n) f(n + 1), r: f(1) }.r = 1\", \"text\": \"T\" }]", "fältet x: villkor 1: uttrycket anropar funktioner i för många nivåer")]
    public void Ett_formular_som_inte_betyder_nagot_nekas(string namn, string typ, string mer, string fel)
    {
        var (formular, last) = Formularlasare.Las(Med(Fraga("q", "ja-nej"), Fraga(namn, typ, mer)));
        Assert.Empty(last);

        Assert.Contains(Formulargranskning.Fel(formular!, Process), f => f.StartsWith(fel, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text", "\"visasNar\": \"q = \\\"ja\\\" and process.slag = \\\"ansokan\\\"\", \"visasText\": \"Fyll i om det gäller en ansökan.\"")]
    [InlineData("text", "\"visasNar\": \"insats.tom <= today()\"")]
    [InlineData("datum", "\"forifyll\": \"today() + duration(\\\"P\\\" + string(process.frister.svarDagar) + \\\"D\\\")\"")]
    [InlineData("datum", "\"villkor\": [{ \"galler\": \"x > date(process.svarSenast) or q = \\\"nej\\\"\", \"text\": \"Efter {date(process.svarSenast)}.\" }]")]
    [InlineData("skala", "\"katalog\": \"behovsskala\", \"villkor\": [{ \"galler\": \"x < 8\", \"text\": \"Bedöm.\" }]")]
    [InlineData("text", "\"katalog\": \"utforare\"")]
    public void Ett_formular_som_betyder_nagot_godtas(string typ, string mer) =>
        Assert.Empty(Formulargranskning.Fel(Las(Fraga("q", "ja-nej"), Fraga("x", typ, mer)), Process));

    [Fact]
    public void Tva_falt_som_vantar_pa_varandra_nekas_ocksa_genom_ett_avsnitt()
    {
        var (formular, fel) = Formularlasare.Las(MedSektion("\"visasNar\": \"a = \\\"ja\\\"\",", Fraga("a", "ja-nej"), Fraga("b", "ja-nej")));

        Assert.Empty(fel);
        Assert.Contains("visasNar går i en ring: a, b väntar på varandra. Låt något av dem inte bero på de andra.", Formulargranskning.Fel(formular!, null));
    }

    [Fact]
    public void Alla_fel_i_ett_formular_sags_pa_en_gang() => Assert.Equal(3, Formulargranskning.Fel(
        Las(Fraga("Ett", "text"), Fraga("b", "tal", "\"minst\": 2, \"hogst\": 1"), Fraga("c", "text", "\"visasNar\": \"d = \\\"x\\\"\"")), Process).Count);

    [Fact]
    public void Utan_kand_process_provas_allt_utom_dess_variabler()
    {
        var formular = Las(Fraga("x", "text", "\"visasNar\": \"process.vad = \\\"som\\\"\""), Fraga("y", "text", "\"visasNar\": \"z = 1\""));

        Assert.StartsWith("fältet y", Assert.Single(Formulargranskning.Fel(formular, null)), StringComparison.Ordinal);
    }
}
