using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Kalender;
using FsCheck;
using FsCheck.Fluent;
using static CaseFlow.Domain.Tests.Beslutsfattande.Givet;

namespace CaseFlow.Domain.Tests.Beslutsfattande;

public sealed class ForslagTester
{
    private static readonly Arbitrary<decimal> Omfattningar = Gen.Choose(1, 100_000).Select(hundradelar => hundradelar / 100m).ToArbitrary();

    [Fact]
    public void Bifall_med_snavare_omfattning_ar_delvis_avslag_vilken_omfattning_det_an_galler() =>
        Prop.ForAll(Omfattningar, Omfattningar, (sokt, beviljat) =>
            (Bifall(beviljat).Prova(Yrkar(sokt), Idag)?.Code == "OMFATTNING_SNAVARE") == (beviljat < sokt)).QuickCheckThrowOnFailure();

    [Fact]
    public void Delvis_avslag_med_motivering_gar_bra_tills_mer_an_det_sokta_beviljas() =>
        Prop.ForAll(Omfattningar, Omfattningar, (sokt, beviljat) =>
            (Delvis(beviljat).Prova(Yrkar(sokt), Idag)?.Code == "OMFATTNING_STORRE") == (beviljat > sokt))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Bifall_med_kortare_tid_an_sokt_ar_delvis_avslag()
    {
        var dagar = Gen.Choose(0, 400).ToArbitrary();
        Prop.ForAll(dagar, dagar, (sokt, beviljat) =>
        {
            var fran = Idag.AddDays(1);
            var forslag = Bifall() with { Period = new Period(fran, fran.AddDays(beviljat)) };
            var fel = forslag.Prova(Yrkar(period: new Period(fran, fran.AddDays(sokt))), Idag);
            return (fel?.Code == "OMFATTNING_SNAVARE") == (beviljat < sokt);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Tidsbegransat_bifall_nar_tills_vidare_ar_sokt_ar_delvis_avslag() => Assert.Equal("OMFATTNING_SNAVARE",
        (Bifall() with { Period = new Period(Idag, Idag.AddYears(1)) }).Prova(Yrkar(period: new Period(Idag, null)), Idag)?.Code);

    [Fact]
    public void Senare_start_an_sokt_ar_delvis_avslag_men_inte_nar_den_sokta_dagen_har_passerat()
    {
        var imorgon = Bifall() with { Period = new Period(Idag.AddDays(1), null) };
        var idag = Bifall() with { Period = new Period(Idag, null) };
        var sokt = Yrkar(period: new Period(Idag.AddDays(-60), null));

        Assert.Equal("OMFATTNING_SNAVARE", imorgon.Prova(sokt, Idag)?.Code);
        Assert.Null(idag.Prova(sokt, Idag));
    }

    [Fact]
    public void En_insats_vars_alla_dagar_har_varit_beviljas_inte_men_en_som_slutar_i_dag_gor_det()
    {
        var sokt = new Period(Idag.AddDays(-20), Idag.AddDays(-1));
        var idag = sokt with { Tom = Idag };

        Assert.Equal("PERIOD_PASSERAD", (Bifall() with { Period = sokt }).Prova(Yrkar(period: sokt), Idag)?.Code);
        Assert.Null((Bifall() with { Period = idag }).Prova(Yrkar(period: idag), Idag));
        Assert.Null((Bifall() with { Period = sokt }).ProvaUtkast(Yrkar(period: sokt), Idag)); // det skrivna sparas, så att det kan rättas
    }

    // SoL (2025:400) 34 kap. 1 §
    [Fact]
    public void Borjar_insatsen_nar_den_redan_skulle_ha_rapporterats_ska_det_motiveras()
    {
        var sen = Bifall() with { Period = new Period(Idag.AddMonths(3).AddDays(1), null) };

        Assert.Equal("MOTIVERING_SAKNAS", sen.Prova(Yrkar(), Idag)?.Code);
        Assert.Null(sen.Prova(Yrkar(insatstyp: "fardtjanst"), Idag));
        Assert.Null((sen with { Motivering = "Flyttar hem från sjukhuset i juni." }).Prova(Yrkar(), Idag));
        Assert.Null((sen with { Period = new Period(Idag.AddMonths(3), null) }).Prova(Yrkar(), Idag));
    }

    [Fact]
    public void Utan_sokt_omfattning_och_period_jamfors_ingenting() => Assert.Null((Bifall(0.5m) with { Motivering = "Två förmiddagar räcker." }).Prova(Yrkar(null), Idag));

    [Fact]
    public void En_mangd_som_ingen_har_bett_om_motiveras()
    {
        Assert.Equal("MOTIVERING_SAKNAS", Bifall(0.5m).Prova(Yrkar(null), Idag)?.Code);
        Assert.Null(Bifall(1).Prova(Yrkar(null, insatstyp: "trygghetslarm"), Idag));
        Assert.Null(Bifall(null).Prova(Yrkar(null), Idag));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \n ")]
    public void Avslag_utan_motivering_nekas(string? motivering)
    {
        Assert.Equal("MOTIVERING_SAKNAS", Avslag(motivering).Prova(Yrkar(), Idag)?.Code);
        Assert.Equal("MOTIVERING_SAKNAS", Delvis(motivering: motivering).Prova(Yrkar(), Idag)?.Code);
    }

    [Fact]
    public void Ett_bifall_for_en_tid_som_ingen_har_bett_om_motiveras()
    {
        var forEnTid = Bifall() with { Period = new Period(Idag, Idag.AddDays(90)) };

        Assert.Equal("MOTIVERING_SAKNAS", forEnTid.Prova(Yrkar(), Idag)?.Code);
        Assert.Null((forEnTid with { Motivering = "Behovet är tillfälligt." }).Prova(Yrkar(), Idag));
        Assert.Null(forEnTid.Prova(Yrkar(period: new Period(Idag, Idag.AddDays(90))), Idag));
    }

    [Fact]
    public void Bifall_behover_ingen_motivering() => Assert.Null(Bifall().Prova(Yrkar(), Idag));

    [Fact]
    public void Avslag_med_beviljad_omfattning_eller_period_nekas()
    {
        Assert.Equal("AVSLAG_MED_OMFATTNING", (Avslag() with { Omfattning = 1 }).Prova(Yrkar(), Idag)?.Code);
        Assert.Equal("AVSLAG_MED_OMFATTNING", (Avslag() with { Period = new Period(Idag, null) }).Prova(Yrkar(), Idag)?.Code);
    }

    [Fact]
    public void Bifall_utan_period_eller_utan_sokt_omfattning_nekas_forst_nar_forslaget_lamnas()
    {
        var utanPeriod = Bifall() with { Period = null };
        var utanOmfattning = Bifall(null);

        Assert.Null(utanPeriod.ProvaUtkast(Yrkar(), Idag));
        Assert.Null(utanOmfattning.ProvaUtkast(Yrkar(), Idag));
        Assert.Equal("PERIOD_SAKNAS", utanPeriod.Prova(Yrkar(), Idag)?.Code);
        Assert.Equal("OMFATTNING_SAKNAS", utanOmfattning.Prova(Yrkar(), Idag)?.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1.005)]
    [InlineData(2_000_000)]
    public void Orimlig_omfattning_nekas(double omfattning) =>
        Assert.Equal("OMFATTNING_OGILTIG", Delvis((decimal)omfattning).Prova(Yrkar(), Idag)?.Code);

    [Fact]
    public void Olika_enheter_gar_inte_att_jamfora() =>
        Assert.Equal("ENHET_STAMMER_INTE", (Bifall(30) with { Enhet = "timmar per månad" }).Prova(Yrkar(), Idag)?.Code);

    [Fact]
    public void Text_over_tiotusen_tecken_nekas()
    {
        Assert.Equal("TEXT_FOR_LANG", Avslag(new string('a', 10_001)).Prova(Yrkar(), Idag)?.Code);
        Assert.Null(Avslag(new string('a', 10_000)).Prova(Yrkar(), Idag));
    }

    [Fact]
    public void En_anmalan_gors_eller_gors_inte()
    {
        var godMan = Yrkar(null, insatstyp: "god-man-forvaltare");

        Assert.Equal("ANMALAN_EJ_DELVIS", Delvis(null).Prova(godMan, Idag)?.Code);
        Assert.Null((Bifall(null) with { Period = null }).Prova(godMan, Idag));
        Assert.Null(Avslag().Prova(godMan, Idag));
    }

    [Fact]
    public void Koderna_for_utfall_gar_att_lasa_tillbaka() => Assert.All(
        Enum.GetValues<Beslutsutfall>(), utfall => Assert.Equal(utfall, Koder.TolkaUtfall(utfall.Kod())));
}
