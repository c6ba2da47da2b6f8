using CaseFlow.Web.Pages.Delar;
using CaseFlow.Web.Pages.Delar.Uppgiftsformular;

namespace CaseFlow.Web.Tests.Delar;

public sealed class DelarTests
{
    [Fact]
    public async Task Band_namnger_sig_raknar_och_har_rader_som_lista()
    {
        var rad = await Rendering.Av<Rad>((nameof(Rad.Innehall), Prov.Birger), (nameof(Rad.Vald), true));
        var html = await Rendering.Av<Band>((nameof(Band.Slag), Bandslag.Forsenat), (nameof(Band.Antal), 4), (nameof(Band.ChildContent), Rendering.Som(rad)));

        Uppmarkning.ArRiktig(html);
        Assert.StartsWith("Försenat och idag 4 uppgifter Birger Hällgren, 88", Uppmarkning.Text(html));
        Assert.Contains("<li class=\"rad\" data-rad=\"2026-0388\" aria-current=\"true\"", html);
        Assert.Contains("Erbjud ny plats , ärende 2026-0388", Uppmarkning.Text(html));
        Assert.Contains("96 d hos oss 0 d väntan", Uppmarkning.Text(html));
    }

    [Fact]
    public async Task Tomt_band_visar_sin_tomma_text_och_ingen_lista()
    {
        var tomt = await Rendering.Av<Tomt>((nameof(Tomt.Rubrik), "Inget försenat"), (nameof(Tomt.Text), "Nästa frist är tor 26 nov."));
        var html = await Rendering.Av<Band>((nameof(Band.Slag), Bandslag.Forsenat), (nameof(Band.Antal), 0), (nameof(Band.Tom), Rendering.Som(tomt)));

        Uppmarkning.ArRiktig(html);
        Assert.DoesNotContain("<ul", html);
        Assert.Contains("Inget försenat Nästa frist är tor 26 nov.", Uppmarkning.Text(html));
    }

    [Fact]
    public async Task Forsenad_idag_och_vantande_frist_har_ord_och_egen_form()
    {
        var forsenad = await Rendering.Av<Rad>((nameof(Rad.Innehall), Prov.Birger));
        var idag = await Rendering.Av<Rad>((nameof(Rad.Innehall), Prov.Skyddad));

        Assert.Contains(Ikoner.Form("forsenad"), forsenad);
        Assert.Contains(Ikoner.Form("klocka"), idag);
        Assert.DoesNotContain("aria-current", idag);
        Assert.Contains(Ikoner.Form("skydd"), idag);
    }

    [Theory]
    [InlineData(0, 0, 0, false)]
    [InlineData(30, 0, 0, false)]
    [InlineData(30, 1, 2, false)]
    [InlineData(56, 14, 4, false)]
    [InlineData(118, 40, 1, true)]
    public async Task Dagstapelns_vantan_ar_randig_och_ryms_i_skalan(int oss, int vantan, int streck, bool over)
    {
        var html = await Rendering.Av<Dagstapel>((nameof(Dagstapel.HosOss), oss), (nameof(Dagstapel.Vantan), vantan));

        Uppmarkning.ArRiktig(html);
        Assert.Equal(streck, html.Split("class=\"vantan\"").Length - 1);
        Assert.Equal(over, html.Contains("class=\"over\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stegbandet_markerar_nu_och_sager_vad_som_ar_klart()
    {
        var html = await Rendering.Av<Stegband>((nameof(Stegband.Steg), Prov.Steg));

        Uppmarkning.ArRiktig(html);
        Assert.Single(html.Split("aria-current=\"step\"")[1..]);
        Assert.Contains("Klart: Ansökan", Uppmarkning.Text(html));
    }

    [Fact]
    public async Task Fristrutan_haller_isar_internt_och_lag_och_forklarar_utan_skript()
    {
        var html = await Rendering.Av<Fristruta>((nameof(Fristruta.Frister), Prov.Frister));
        var text = Uppmarkning.Text(html);

        Uppmarkning.ArRiktig(html);
        Assert.Equal(2, html.Split("<div class=\"frist\">").Length - 1);
        Assert.True(text.IndexOf("Internt mål", StringComparison.Ordinal) < text.IndexOf("Lag: genast", StringComparison.Ordinal));
        Assert.Contains("<details", html);
        Assert.Contains("Varför? Beslut fre 27 nov", text);
    }

    [Fact]
    public async Task Tidslinjens_tider_gar_att_lasa_av_en_maskin()
    {
        var html = await Rendering.Av<Tidslinje>((nameof(Tidslinje.Punkter), Prov.Handelser));

        Uppmarkning.ArRiktig(html);
        Assert.Contains("datetime=\"2026-11-23T09:14&#x2B;01:00\"", html);
        Assert.Contains("Klockan: ", Uppmarkning.Text(html));
    }

    [Fact]
    public async Task Skalet_vid_en_handelse_har_en_egen_klass_sa_att_sidans_skal_inte_ger_det_sin_hojd()
    {
        var html = await Rendering.Av<Tidslinje>((nameof(Tidslinje.Punkter), new List<Tidpunkt> { new(DateTimeOffset.UnixEpoch, "09.14", "Ärendet öppnades med skäl", Skal: "Hanna är sjuk") }));

        Assert.Contains("<span class=\"handelseskal\">Skäl: Hanna", html);
    }

    [Fact]
    public async Task Felsammanfattningen_lankar_till_falten_och_lases_upp()
    {
        var html = await Rendering.Av<Felsammanfattning>((nameof(Felsammanfattning.Fel), new List<Faltfel> { new("motivering", "Skriv en motivering."), new("datum", "Välj datum för uppföljning.") }));

        Uppmarkning.ArRiktig(html);
        Assert.Contains("role=\"alert\"", html);
        Assert.Contains("href=\"#f-motivering\"", html);
        Assert.StartsWith("Två saker behöver rättas", Uppmarkning.Text(html));
        Assert.Empty((await Rendering.Av<Felsammanfattning>((nameof(Felsammanfattning.Fel), new List<Faltfel>()))).Trim());
    }

    [Fact]
    public async Task Faltet_kopplar_etikett_hjalp_och_fel()
    {
        var html = await Rendering.Av<Falt>((nameof(Falt.Namn), "motivering"), (nameof(Falt.Etikett), "Motivering"), (nameof(Falt.Typ), Reglagetyp.Langtext),
            (nameof(Falt.Hjalp), "Krävs när allt inte beviljas."), (nameof(Falt.Fel), "Skriv en motivering."), (nameof(Falt.Varde), "<b>"));

        Uppmarkning.ArRiktig(html);
        Assert.Contains("<label for=\"f-motivering\">", html);
        Assert.Contains("aria-describedby=\"f-motivering-hjalp f-motivering-fel\"", html);
        Assert.Contains("aria-invalid=\"true\"", html);
        Assert.Contains("&lt;b&gt;", html);
        Assert.DoesNotContain("aria-invalid", await Rendering.Av<Falt>((nameof(Falt.Namn), "a"), (nameof(Falt.Etikett), "A")));
    }

    [Fact]
    public async Task Skalan_ar_en_radiogrupp_med_sju_steg_och_hela_ord_for_upplasning()
    {
        var html = await Rendering.Av<Skala>((nameof(Skala.Namn), "bedomt"), (nameof(Skala.Etikett), "Bedömt i dag"), (nameof(Skala.Varde), "2"), (nameof(Skala.Fel), "Välj ett steg."));

        Uppmarkning.ArRiktig(html);
        Assert.Equal(7, html.Split("type=\"radio\"").Length - 1);
        Assert.Matches("value=\"2\" checked", html);
        Assert.Contains("Ej tillämplig", Uppmarkning.Text(html));
        Assert.Contains("role=\"radiogroup\"", html);
    }

    [Fact]
    public async Task Brevet_ar_text_inte_uppmarkning()
    {
        var html = await Rendering.Av<Brev>((nameof(Brev.Innehall), Prov.Beslutsbrev with { Inledning = "<script>x</script>" }));

        Uppmarkning.ArRiktig(html);
        Assert.DoesNotContain("<script", html);
        Assert.Contains("scope=\"row\"", html);
    }

    [Fact]
    public async Task Ovriga_delar_har_riktig_uppmarkning()
    {
        Uppmarkning.ArRiktig(await Rendering.Av<Personhuvud>((nameof(Personhuvud.Person), Prov.Ingegerd)));
        Uppmarkning.ArRiktig(await Rendering.Av<Kort>((nameof(Kort.Rubrik), "Senaste händelser"), (nameof(Kort.ChildContent), Rendering.Som("<p>x</p>"))));
        Uppmarkning.ArRiktig(await Rendering.Av<Meddelande>((nameof(Meddelande.Ton), Ton.Fel), (nameof(Meddelande.ChildContent), Rendering.Som("x"))));
        foreach (var ton in Enum.GetValues<Ton>())
            Assert.Equal("Text", Uppmarkning.Text(await Rendering.Av<Tagg>((nameof(Tagg.Markering), new Markering("Text", ton, "klar")))));
        foreach (var ikon in Ikoner.Namn)
            Uppmarkning.ArRiktig(await Rendering.Av<Ikon>((nameof(Ikon.Namn), ikon)));
        Assert.Throws<ArgumentException>(() => Ikoner.Form("finns-inte"));
    }

    [Fact]
    public async Task Formularet_visar_alla_falttyper_med_varden_och_fel_i_faltens_ordning()
    {
        var html = await Rendering.Av<Formular>((nameof(Formular.Definition), Prov.Komplettering), (nameof(Formular.Lagen), Prov.Lagen),
            (nameof(Formular.Varden), new Dictionary<string, string[]> { ["slag"] = ["annat"], ["senast"] = ["2026-12-14"], ["kanaler"] = ["brev", "telefon"], ["typer"] = ["vaxelvard"], ["ringt"] = ["nej"], ["skala"] = ["3"] }),
            (nameof(Formular.Fel), new Dictionary<string, string> { ["brev"] = "Skriv vad personen ska skicka in.", ["annatVad"] = "Skriv vad som saknas." }));
        var text = Uppmarkning.Text(html);

        Uppmarkning.ArRiktig(html);
        Assert.True(html.IndexOf("#f-annatVad", StringComparison.Ordinal) < html.IndexOf("#f-brev", StringComparison.Ordinal));
        Assert.Contains("type=\"date\" value=\"2026-12-14\"", html);
        Assert.Contains("type=\"time\"", html);
        Assert.Equal(2, html.Split("type=\"checkbox\"")[1..].Count(d => d[..d.IndexOf('>', StringComparison.Ordinal)].Contains("checked", StringComparison.Ordinal)));
        Assert.Matches("value=\"vaxelvard\" selected", html);
        Assert.Matches("name=\"skala\" value=\"3\" checked", html);
        Assert.Contains("Antal timmar (frivilligt)", text);
        Assert.Contains("timmar per vecka", text);
        Assert.Contains("Personen flyttade 1 november 2026", text);
        Assert.Contains("20 § FL", text);
        Assert.Matches("<input[^>]*list=\"utforare-forslag\"", html);
    }

    [Fact]
    public async Task Utan_skript_star_varje_villkor_i_ord()
    {
        var text = Uppmarkning.Text(await Rendering.Av<Formular>((nameof(Formular.Definition), Prov.Komplettering), (nameof(Formular.Lagen), Prov.Lagen)));

        Assert.Contains("Fyll i om du svarade ”Annat” på ”Vad saknas?”.", text);
        Assert.Contains("Fyll i om du svarade ”Läkarintyg” eller ”Fullmakt” på ”Vad saknas?”.", text);
        Assert.Contains("Fyll i om det är mer än två veckor kvar.", text);
        Assert.Contains("Klockan Krävs om du svarade ”Fullmakt” på ”Vad saknas?”.", text);
        Assert.DoesNotContain("Klockan (frivilligt)", text);
    }

    [Fact]
    public async Task Det_som_skriptet_inte_kan_folja_fragas_av_servern()
    {
        var html = await Rendering.Av<Formular>((nameof(Formular.Definition), Prov.Komplettering), (nameof(Formular.Lagen), Prov.Lagen), (nameof(Formular.Visningsadress), "/uppgifter/1/visning"));
        var utan = await Rendering.Av<Formular>((nameof(Formular.Definition), Prov.Komplettering.Med("paminn", _ => null)), (nameof(Formular.Visningsadress), "/uppgifter/1/visning"));

        Assert.Contains("data-visas-fraga=\"paminn\"", html);
        Assert.Contains("data-beror=\"senast\"", html);
        Assert.Contains("hx-post=\"/uppgifter/1/visning\"", html);
        Assert.Contains("data-visas-nar=\"slag\" data-visas-lika=\"ja\" data-visas-varde=\"intyg|fullmakt\"", html);
        Assert.DoesNotContain("hx-post", utan);
    }

    [Fact]
    public void Bara_formularets_egna_falt_lases_och_tomma_svar_utelamnas()
    {
        var skickat = new Microsoft.AspNetCore.Http.FormCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>
        {
            ["slag"] = "intyg", ["brev"] = "  Skicka intyget. ", ["okant"] = "x", ["sidor"] = "", ["kanaler"] = new[] { "brev", "telefon" }, ["version"] = "3", ["__formular"] = "x",
        });

        var svar = Svarsintag.Las(Prov.Komplettering, skickat);

        Assert.Equal(["brev", "kanaler", "slag"], svar.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["Skicka intyget."], svar["brev"]);
        Assert.Equal(["brev", "telefon"], svar["kanaler"]);
        Assert.Equal(["brev", "kanaler", "okant", "sidor", "slag"], Svarsintag.Allt(skickat).Keys.Order(StringComparer.Ordinal));
    }
}
