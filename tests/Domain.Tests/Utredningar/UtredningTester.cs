using CaseFlow.Domain.Utredningar;
using FsCheck;
using FsCheck.Fluent;
using static CaseFlow.Domain.Tests.Beslutsfattande.Givet;

namespace CaseFlow.Domain.Tests.Utredningar;

public sealed class UtredningTester
{
    private static readonly AnsoktInsatsId Annan = new(101);

    /// <summary>Everything that closing asks for, except what the test leaves out.</summary>
    private static Utredning Klar(bool omrade = true, bool valdsfraga = true, bool bedomning = true, bool barn = false, string? barnText = null)
    {
        var utredning = PaborjadUtredning(barn);
        if (omrade) _ = utredning.SkrivOmrade("d5", Klart(), 0, Karin, Nu).Value;
        if (valdsfraga) _ = utredning.BesvaraValdsfraga(Valdsfrageutfall.Fragad, null, Idag, 0, Karin).Value;
        _ = utredning.SkrivBedomning("Artros.", bedomning ? "Behöver stöd." : null, barnText, 0).Value;
        return utredning;
    }

    [Fact]
    public void En_ny_utredning_har_alla_elva_livsomraden_i_ordning()
    {
        var (utredning, handelse) = Utredning.Paborja(new(5), Arende, false, Karin, Nu);

        Assert.Equal(
            ["d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9", "trygghet", "personligt-stod"], utredning.Omraden.Select(o => o.Omrade));
        Assert.All(utredning.Omraden, o => Assert.Equal((Omradesstatus.EjBorjad, 0), (o.Status, o.Rev)));
        Assert.Equal(new UtredningPaborjad(new(5), Arende), handelse);
    }

    [Fact]
    public void Skalan_for_funktionstillstand_ar_ICF() =>
        Assert.Equal([0, 1, 2, 3, 4, 8, 9], Enum.GetValues<Funktionstillstand>().Select(f => (int)f));

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(-1)]
    public void Varde_utanfor_skalan_nekas(int varde) => Assert.Equal("FUNKTIONSTILLSTAND_OKANT",
        PaborjadUtredning().SkrivOmrade("d5", Klart() with { Bedomt = (Funktionstillstand)varde }, 0, Karin, Nu).Error?.Code);

    [Fact]
    public void En_gammal_kopia_av_ett_omrade_nekas_och_skriver_inte_over()
    {
        var utredning = PaborjadUtredning();
        Assert.Equal(1, utredning.SkrivOmrade("d5", Klart("Först"), 0, Karin, Nu).Value.Rev);

        var svar = utredning.SkrivOmrade("d5", Klart("Sedan"), 0, Henrik, Nu);

        Assert.Equal("INAKTUELL_KOPIA", svar.Error?.Code);
        Assert.Equal(ErrorKind.Conflict, svar.Error?.Kind);
        Assert.Equal("Först", utredning.Omraden.Single(o => o.Omrade == "d5").Beskrivning);
    }

    [Fact]
    public void Ett_tillagg_har_text_kalla_och_en_dag_som_har_varit()
    {
        static string? Fel(string text, string kalla, int dagar) =>
            AvslutadUtredning().LaggTill(new(text, kalla, Idag.AddDays(dagar)), 0, Karin, Nu).Error?.Code;

        Assert.Equal("TILLAGG_TOMT", Fel(" ", "Sonen", 0));
        Assert.Equal("KALLA_SAKNAS", Fel("Föll i natt.", " ", 0));
        Assert.Equal("DAG_I_FRAMTIDEN", Fel("Föll i natt.", "Sonen", 1));
        Assert.Equal("TEXT_FOR_LANG", Fel(new string('a', 10_001), "Sonen", 0));
        Assert.Null(Fel("Föll i natt.", "Sonen", -1));
    }

    [Fact]
    public void Tillagg_numreras_och_andrar_inte_det_som_stod()
    {
        var utredning = AvslutadUtredning();
        Assert.Equal(1, utredning.LaggTill(new("Först.", "Sonen", Idag), 0, Karin, Nu).Value.Nr);
        Assert.Equal("INAKTUELL_KOPIA", utredning.LaggTill(new("Sedan.", "Dottern", Idag), 0, Henrik, Nu).Error?.Code);
        Assert.Equal(2, utredning.LaggTill(new("Sedan.", "Dottern", Idag), 1, Henrik, Nu).Value.Nr);

        Assert.Equal(["Först.", "Sedan."], utredning.Tillagg.Select(t => t.Text));
        Assert.Equal("Behöver stöd.", utredning.SamladBedomning);
        Assert.Equal("UTREDNING_PAGAR", PaborjadUtredning().LaggTill(new("Först.", "Sonen", Idag), 0, Karin, Nu).Error?.Code);
    }

    [Fact]
    public void Det_personen_sist_sagt_att_hon_soker_galler()
    {
        var utredning = AvslutadUtredning();
        Assert.Equal(2, utredning.Yrkad(Ansokt, 2));
        Assert.Equal("YRKANDE_OFULLSTANDIGT", utredning.LaggTill(new("Vill ha mer.", "Hon själv", Idag, Ansokt), 0, Karin, Nu).Error?.Code);
        Assert.NotNull(utredning.LaggTill(new("Vill ha mer.", "Hon själv", Idag, Ansokt, -1), 0, Karin, Nu).Error);

        _ = utredning.LaggTill(new("Vill ha mer.", "Hon själv", Idag, Ansokt, 4), 0, Karin, Nu).Value;
        _ = utredning.LaggTill(new("Föll i natt.", "Sonen", Idag), 1, Karin, Nu).Value;
        Assert.Equal(4, utredning.Yrkad(Ansokt, 2));
        _ = utredning.LaggTill(new("Vill ha mindre.", "Hon själv", Idag, Ansokt, 1), 2, Karin, Nu).Value;
        Assert.Equal(1, utredning.Yrkad(Ansokt, 2));
        Assert.Equal(3, utredning.Yrkad(Annan, 3));
    }

    [Fact]
    public void Tva_personer_kan_skriva_i_var_sitt_omrade()
    {
        var utredning = PaborjadUtredning();

        Assert.False(utredning.SkrivOmrade("d5", Klart(), 0, Karin, Nu).Failed);
        Assert.False(utredning.SkrivOmrade("d6", Klart(), 0, Henrik, Nu).Failed);
    }

    [Fact]
    public void Ett_omrade_ar_inte_klart_utan_beskrivning_och_kalla()
    {
        Assert.Equal("OMRADE_TOMT", PaborjadUtredning().SkrivOmrade("d5", Klart("  "), 0, Karin, Nu).Error?.Code);
        Assert.Equal("KALLA_SAKNAS", PaborjadUtredning().SkrivOmrade("d5", Klart() with { Kalla = " " }, 0, Karin, Nu).Error?.Code);
        Assert.False(PaborjadUtredning().SkrivOmrade("d5", Klart(null) with { Status = Omradesstatus.EjAktuell }, 0, Karin, Nu).Failed);
    }

    [Fact]
    public void Okant_omrade_nekas() => Assert.Equal("OMRADE_OKANT", PaborjadUtredning().SkrivOmrade("d10", Klart(), 0, Karin, Nu).Error?.Code);

    [Fact]
    public void Det_syns_vem_som_skrev_och_nar()
    {
        var utredning = PaborjadUtredning();
        _ = utredning.SkrivOmrade("d5", Klart(), 0, Henrik, Nu).Value;

        var rad = utredning.Omraden.Single(o => o.Omrade == "d5");
        Assert.Equal((Nu.ToUniversalTime(), Henrik), (rad.Andrad!.Value, rad.AndradAv!.Value));
    }

    [Fact]
    public void Faltet_rymmer_tiotusen_tecken()
    {
        var utredning = PaborjadUtredning();

        Assert.Equal("TEXT_FOR_LANG", utredning.SkrivOmrade("d5", Klart(new string('a', 10_001)), 0, Karin, Nu).Error?.Code);
        Assert.False(utredning.SkrivOmrade("d5", Klart(new string('a', 10_000)), 0, Karin, Nu).Failed);
        Assert.Equal("TEXT_FOR_LANG", utredning.SkrivBedomning(new string('a', 10_001), null, null, 0).Error?.Code);
    }

    [Fact]
    public void Utan_utfall_av_valdsfragan_avslutas_ingen_utredning() =>
        Assert.Equal("VALDSFRAGA_SAKNAS", Klar(valdsfraga: false).Avsluta(Nu, [], "kvinna").Error?.Code);

    [Fact]
    public void Ej_stalld_valdsfraga_kraver_orsak_och_stalld_tar_ingen()
    {
        var utredning = PaborjadUtredning();

        Assert.Equal("VALDSFRAGA_ORSAK_SAKNAS", utredning.BesvaraValdsfraga(Valdsfrageutfall.EjFragad, null, Idag, 0, Karin).Error?.Code);
        Assert.Equal("VALDSFRAGA_ORSAK_SAKNAS", utredning.BesvaraValdsfraga(Valdsfrageutfall.EjFragad, "glömde", Idag, 0, Karin).Error?.Code);
        Assert.Equal("VALDSFRAGA_OGILTIG", utredning.BesvaraValdsfraga(Valdsfrageutfall.Fragad, "annat", Idag, 0, Karin).Error?.Code);
        Assert.All(EjFragadOrsak.Alla, orsak =>
        {
            Assert.Equal("ej-fragad", utredning.BesvaraValdsfraga(Valdsfrageutfall.EjFragad, orsak, Idag, utredning.ValdsfragaRev, Karin).Value.Utfall);
            Assert.Equal(orsak, utredning.Valdsfraga?.Orsak);
        });
    }

    [Fact]
    public void Valdsfragans_revision_ar_en_annan_for_varje_uppgift()
    {
        static int Rev(Valdsfrageutfall utfall, string? orsak, int dag)
        {
            var utredning = PaborjadUtredning();
            _ = utredning.BesvaraValdsfraga(utfall, orsak, Idag.AddDays(dag), 0, Karin).Value;
            return utredning.ValdsfragaRev;
        }

        int[] olika = [0, .. Enumerable.Range(-20, 20).SelectMany(dag => EjFragadOrsak.Alla.Select(o => Rev(Valdsfrageutfall.EjFragad, o, dag))
            .Concat([Rev(Valdsfrageutfall.Fragad, null, dag), Rev(Valdsfrageutfall.Avbojd, null, dag)]))];
        Assert.Equal(olika.Length, olika.Distinct().Count());
    }

    [Fact]
    public void Valdsfragan_kan_stallas_senare_nar_personen_ar_ensam()
    {
        var utredning = PaborjadUtredning();
        _ = utredning.BesvaraValdsfraga(Valdsfrageutfall.EjFragad, EjFragadOrsak.InteEnsam, Idag, 0, Karin).Value;

        Assert.Equal("INAKTUELL_KOPIA", utredning.BesvaraValdsfraga(Valdsfrageutfall.Avbojd, null, Idag.AddDays(7), 0, Karin).Error?.Code);
        var handelse = utredning.BesvaraValdsfraga(Valdsfrageutfall.Avbojd, null, Idag.AddDays(7), utredning.ValdsfragaRev, Karin).Value;

        Assert.Equal("avbojd", handelse.Utfall);
        Assert.Equal(Valdsfrageutfall.Avbojd, utredning.Valdsfraga?.Utfall);
    }

    [Fact]
    public void Valdsfragan_har_ingen_plats_for_svaret() => Assert.Equal(
        ["Av", "Datum", "Orsak", "Utfall"], typeof(Valdsfraga).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Utredningen_avslutas_inte_utan_klart_omrade_eller_bedomning()
    {
        Assert.Equal("INGEN_OMRADE", Klar(omrade: false).Avsluta(Nu, [], "man").Error?.Code);
        Assert.Equal("BEDOMNING_SAKNAS", Klar(bedomning: false).Avsluta(Nu, [], "man").Error?.Code);
    }

    [Fact]
    public void Barn_i_hemmet_ska_beskrivas()
    {
        Assert.Equal("BARN_SAKNAS", Klar(barn: true).Avsluta(Nu, [], "man").Error?.Code);
        Assert.False(Klar(barn: true, barnText: "Barnbarnet bor här varannan vecka.").Avsluta(Nu, [], "man").Failed);
    }

    [Fact]
    public void Obeskriven_insats_nekas_utan_skal_men_gar_med_och_syns_i_handelsen()
    {
        var utredning = Klar();
        _ = utredning.BeskrivInsats(Ansokt, "dagverksamhet", "Är ensam på vardagar.", 2, new(2, "dagar per vecka"), 0).Value;

        Assert.Equal("INSATS_EJ_BESKRIVEN", utredning.Avsluta(Nu, [Ansokt, Annan], "okant").Error?.Code);
        Assert.False(utredning.ArAvslutad);

        var handelse = utredning.Avsluta(Nu, [Ansokt, Annan], "okant", "Personen vill inte tala om den.").Value;
        Assert.Equal(new UtredningAvslutad(new(5), Arende, 2, 1, "okant"), handelse);
        Assert.Equal("Personen vill inte tala om den.", utredning.SkalForObeskrivna);
    }

    [Fact]
    public void Skal_for_obeskrivna_ersatter_ingenting_annat() =>
        Assert.Equal("VALDSFRAGA_SAKNAS", Klar(valdsfraga: false).Avsluta(Nu, [Ansokt], "man", "Skäl").Error?.Code);

    [Fact]
    public void Beskriven_men_atertagen_insats_raknas_inte_in_i_stallet_for_en_som_saknas()
    {
        var utredning = Klar();
        _ = utredning.BeskrivInsats(Ansokt, "dagverksamhet", "Är ensam.", null, new(null, null), 0).Value;

        Assert.Equal("INSATS_EJ_BESKRIVEN", utredning.Avsluta(Nu, [Annan], "man").Error?.Code);
    }

    [Fact]
    public void Antalet_beskrivna_ar_aldrig_storre_an_antalet_ansokta()
    {
        var idn = Gen.Choose(1, 6).Select(n => new AnsoktInsatsId(n)).ListOf().ToArbitrary();
        Prop.ForAll(idn, idn, (beskrivna, ansokta) =>
        {
            var utredning = Klar();
            foreach (var id in beskrivna.Distinct()) _ = utredning.BeskrivInsats(id, "hemtjanst", "Behov", null, new(null, null), 0).Value;
            var handelse = utredning.Avsluta(Nu, [.. ansokta], "man", "Skäl").Value;
            return handelse.Ansokta == ansokta.Distinct().Count() && handelse.Beskrivna == ansokta.Distinct().Intersect(beskrivna).Count();
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void En_tomd_beskrivning_ar_obeskriven_igen()
    {
        var utredning = Klar();
        _ = utredning.BeskrivInsats(Ansokt, "dagverksamhet", "Är ensam.", null, new(null, null), 0).Value;
        Assert.Equal("INAKTUELL_KOPIA", utredning.BeskrivInsats(Ansokt, "dagverksamhet", "", null, new(null, null), 0).Error?.Code);
        Assert.False(utredning.BeskrivInsats(Ansokt, "dagverksamhet", " ", null, new(null, null), 1).Value.Beskriven);
        Assert.Single(utredning.Insatser);
    }

    [Fact]
    public void Efter_avslut_nekas_allt()
    {
        var utredning = AvslutadUtredning();
        string?[] koder =
        [
            utredning.SkrivOmrade("d6", Klart(), 0, Karin, Nu).Error?.Code,
            utredning.BeskrivInsats(Ansokt, "dagverksamhet", "Mer", null, new(null, null), 1).Error?.Code,
            utredning.BesvaraValdsfraga(Valdsfrageutfall.Avbojd, null, Idag, 0, Karin).Error?.Code,
            utredning.SkrivBedomning(null, "Annat", null, 1).Error?.Code,
            utredning.Avsluta(Nu, [Ansokt], "man").Error?.Code,
        ];

        Assert.All(koder, kod => Assert.Equal("UTREDNING_AVSLUTAD", kod));
    }

    [Fact]
    public void Listan_over_vad_som_saknas_stammer_med_vad_avslutet_nekar()
    {
        Assert.Equal(
            ["INGEN_OMRADE", "VALDSFRAGA_SAKNAS", "BARN_SAKNAS", "BEDOMNING_SAKNAS", "INSATS_EJ_BESKRIVEN"],
            PaborjadUtredning(barn: true).SaknasForAvslut([Ansokt]).Select(f => f.Code));
        Assert.Empty(Klar().SaknasForAvslut([]));
    }

    [Fact]
    public void Handelserna_bar_inga_texter() => Assert.DoesNotContain("dusch",
        Klar().SkrivOmrade("d6", Klart("Behöver stöd vid dusch."), 0, Karin, Nu).Value.ToString(), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Utredningen_far_hoja_eller_fylla_i_men_inte_sanka_det_som_ar_sokt()
    {
        var utredning = PaborjadUtredning();
        SoktIAnsokan sokt = new(20, "timmar per vecka");

        Assert.Equal("YRKANDE_SANKT", utredning.BeskrivInsats(Ansokt, "hemtjanst", "Behov", 10, sokt, 0).Error?.Code);
        Assert.Equal("YRKANDE_SANKT", utredning.BeskrivInsats(Ansokt, "hemtjanst", "Behov", 10, sokt, 0, new(Idag, " ", Karin)).Error?.Code);
        _ = utredning.BeskrivInsats(Ansokt, "hemtjanst", "Behov", 25, sokt, 0).Value;
        Assert.Equal(25, utredning.Insatser[0].Yrkad(20));
        _ = utredning.BeskrivInsats(Ansokt, "hemtjanst", "Behov", null, sokt, 1).Value;
        Assert.Equal(20, utredning.Insatser[0].Yrkad(20));
        _ = utredning.BeskrivInsats(Ansokt, "hemtjanst", "Behov", 10, sokt, 2, new(Idag, "Ringde", Karin)).Value;
        Assert.Equal(10, utredning.Insatser[0].Yrkad(20));
    }

    [Fact]
    public void Sager_ansokan_inte_hur_mycket_ar_mangden_personens_egen_uppgift()
    {
        var utredning = PaborjadUtredning();
        SoktIAnsokan sokt = new(null, "timmar per vecka");

        Assert.Equal("YRKANDE_UTAN_UPPGIFT", utredning.BeskrivInsats(Ansokt, "hemtjanst", "Behov", 10, sokt, 0).Error?.Code);
        _ = utredning.BeskrivInsats(Ansokt, "hemtjanst", "Behov", 10, sokt, 0, new(Idag, "Vill ha tio", Karin)).Value;
        Assert.Equal((10, Idag, Karin), (utredning.Insatser[0].Yrkad(null), utredning.Insatser[0].AndratDag, utredning.Insatser[0].AndratAv));
        Assert.Equal("YRKANDE_UTAN_UPPGIFT", utredning.BeskrivInsats(Ansokt, "hemtjanst", "Behov", 8, sokt, 1).Error?.Code);
        _ = utredning.BeskrivInsats(Ansokt, "hemtjanst", "Behov", null, sokt, 1).Value;
        Assert.Null(utredning.Insatser[0].AndratDag);
        _ = utredning.BeskrivInsats(Annan, "trygghetslarm", "Behov", 1, new(null, "antal"), 0).Value;
    }

    // FL (2017:900) 27 §
    [Fact]
    public void Det_personen_sagt_finns_kvar_ocksa_utan_siffra()
    {
        var utredning = PaborjadUtredning();

        _ = utredning.BeskrivInsats(Ansokt, "hemtjanst", "Behov", null, new(20, "timmar per vecka"), 0, new(Idag, "Morgon och kväll", Karin)).Value;

        Assert.Equal((Idag, "Morgon och kväll", 20), (utredning.Insatser[0].AndratDag, utredning.Insatser[0].AndratHur, utredning.Insatser[0].Yrkad(20)));
    }
}
