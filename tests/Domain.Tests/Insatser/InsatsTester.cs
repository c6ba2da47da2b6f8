using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Verkstallighet;
using FsCheck;
using FsCheck.Fluent;
using static CaseFlow.Domain.Tests.Beslutsfattande.Givet;

namespace CaseFlow.Domain.Tests.Insatser;

public sealed class InsatsTester
{
    private static Insats Beviljad(Beslut? beslut = null) => Insats.Bevilja(new(50), beslut ?? Fattat(), new(3), new(4)).Value.Insats;

    private static Result<(Bestallning Bestallning, InsatsBestalld Handelse)> Bestall(Insats insats, string utforare = "Solgården") =>
        insats.Bestall(new(60), utforare, "Träffa andra", "Två förmiddagar.", Idag.AddDays(10), Nu);

    [Fact]
    public void Insatsen_far_det_som_beslutet_beviljar()
    {
        var beslut = Fattat(Delvis());

        var (insats, handelse) = Insats.Bevilja(new(50), beslut, new(3), new(4)).Value;

        Assert.Equal((1m, "dagar per vecka", Idag), (insats.Omfattning!.Value, insats.OmfattningEnhet, insats.Beslutsdag));
        Assert.Equal(beslut.Period, insats.Period);
        Assert.Equal(new InsatsBeviljad(new(50), Arende, beslut.Id, "dagverksamhet", Idag), handelse);
    }

    [Fact]
    public void Avslag_och_forslag_ger_ingen_insats()
    {
        Assert.Equal("BESLUT_EJ_GYNNANDE", Insats.Bevilja(new(50), Fattat(Avslag()), new(3), new(4)).Error?.Code);
        Assert.Equal("BESLUT_EJ_FATTAT", Insats.Bevilja(new(50), Foreslaget(), new(3), new(4)).Error?.Code);
    }

    [Fact]
    public void Insatsen_gar_fran_beviljad_till_avslutad()
    {
        var insats = Beviljad();
        Assert.Equal(Insatsstatus.Beviljad, insats.Status);

        var bestallning = Bestall(insats).Value.Bestallning;
        Assert.Equal((Insatsstatus.Bestalld, "Solgården"), (insats.Status, insats.Utforare));
        Assert.Equal(("Träffa andra", 2m), (bestallning.Mal, bestallning.Omfattning!.Value));

        var start = insats.BekraftaStart(Idag, Nu).Value;
        Assert.Equal((Insatsstatus.Pagar, Idag, Idag), (insats.Status, start.Beslutsdag, start.Start));

        Assert.False(insats.PlaneraUppfoljning(Idag.AddMonths(3)).Failed);
        Assert.Equal("avliden", insats.Avsluta(Avslutsorsak.Avliden, Idag.AddDays(30)).Value.Orsak);
        Assert.Equal(Insatsstatus.Avslutad, insats.Status);
        Assert.Null(insats.UppfoljningDatum);
    }

    [Fact]
    public void Fel_ordning_nekas()
    {
        var insats = Beviljad();
        Assert.Equal("INSATS_FEL_STEG", insats.BekraftaStart(Idag, Nu).Error?.Code);
        _ = Bestall(insats).Value;
        Assert.Equal("INSATS_FEL_STEG", Bestall(insats).Error?.Code);
        _ = insats.BekraftaStart(Idag, Nu).Value;
        Assert.Equal("INSATS_FEL_STEG", insats.BekraftaStart(Idag, Nu).Error?.Code);
    }

    [Fact]
    public void Efter_avslut_nekas_allt()
    {
        var insats = Beviljad();
        _ = insats.Avsluta(Avslutsorsak.EgenBegaran, Idag).Value;

        Assert.Equal("INSATS_AVSLUTAD", Bestall(insats).Error?.Code);
        Assert.Equal("INSATS_AVSLUTAD", insats.BekraftaStart(Idag, Nu).Error?.Code);
        Assert.Equal("INSATS_AVSLUTAD", insats.PlaneraUppfoljning(Idag).Error?.Code);
        Assert.Equal("INSATS_AVSLUTAD", insats.Avsluta(Avslutsorsak.Annat, Idag).Error?.Code);
    }

    [Fact]
    public void Start_fore_beslut_eller_i_framtiden_nekas()
    {
        var insats = Beviljad();
        _ = Bestall(insats).Value;

        Assert.Equal("START_FORE_BESLUT", insats.BekraftaStart(Idag.AddDays(-1), Nu).Error?.Code);
        Assert.Equal("START_I_FRAMTIDEN", insats.BekraftaStart(Idag.AddDays(1), Nu).Error?.Code);
    }

    [Fact]
    public void Efter_beslutets_sista_dag_kan_insatsen_inte_ha_startat()
    {
        var insats = Beviljad(Fattat(Bifall() with { Period = new(Idag.AddDays(10), Idag.AddDays(40)), Motivering = "Behovet är tillfälligt." }));
        _ = Bestall(insats).Value;

        Assert.Equal("START_EFTER_BESLUTET", insats.BekraftaStart(Idag.AddDays(41), Nu.AddDays(60)).Error?.Code);
        Assert.False(insats.BekraftaStart(Idag.AddDays(40), Nu.AddDays(60)).Failed);
    }

    [Fact]
    public void Strax_efter_svensk_midnatt_ar_det_redan_en_ny_dag()
    {
        var insats = Beviljad();
        _ = Bestall(insats).Value;
        var kvartOverTolv = new DateTimeOffset(2026, 11, 27, 23, 15, 0, TimeSpan.Zero);

        Assert.False(insats.BekraftaStart(Idag.AddDays(1), kvartOverTolv).Failed);
    }

    [Fact]
    public void Avslut_kraver_kand_orsak_och_en_dag_efter_starten()
    {
        var insats = Beviljad();

        Assert.Equal("AVSLUTSORSAK_OKAND", insats.Avsluta("för att", Idag).Error?.Code);
        Assert.Equal("AVSLUT_FORE_START", insats.Avsluta(Avslutsorsak.Annat, Idag.AddDays(-1)).Error?.Code);
    }

    [Theory]
    [InlineData(2026, 11, 27, 2027, 2, 28)]
    [InlineData(2026, 11, 30, 2027, 3, 1)] // februari har ingen 30: sista dagen är den 28
    [InlineData(2025, 6, 30, 2025, 10, 1)]
    public void Beslutet_ar_ej_verkstallt_dagen_efter_tre_manader(int ar, int manad, int dag, int ar2, int manad2, int dag2) =>
        Assert.Equal(new DateOnly(ar2, manad2, dag2), Insats.ForstaDagEjVerkstallt(new DateOnly(ar, manad, dag)));

    [Fact]
    public void Tre_manader_ar_aldrig_kortare_an_89_dagar_eller_langre_an_92() =>
        Prop.ForAll(Gen.Choose(0, 3650).Select(new DateOnly(2025, 1, 1).AddDays).ToArbitrary(), dag =>
            Insats.ForstaDagEjVerkstallt(dag).DayNumber - dag.DayNumber - 1 is >= 89 and <= 92).QuickCheckThrowOnFailure();

    [Fact]
    public void Klockan_stannar_nar_insatsen_borjar_eller_avslutas()
    {
        var insats = Beviljad();
        Assert.False(insats.ArEjVerkstalld(Idag.AddMonths(3)));
        Assert.True(insats.ArEjVerkstalld(Idag.AddMonths(3).AddDays(1)));
        _ = Bestall(insats).Value;
        Assert.True(insats.ArEjVerkstalld(Idag.AddMonths(4)));
        _ = insats.BekraftaStart(Idag, Nu).Value;
        Assert.False(insats.ArEjVerkstalld(Idag.AddMonths(4)));

        var avslutad = Beviljad();
        _ = avslutad.Avsluta(Avslutsorsak.Avliden, Idag).Value;
        Assert.False(avslutad.ArEjVerkstalld(Idag.AddMonths(4)));
    }

    [Fact]
    public void Kbf_rapporteras_inte_som_ej_verkstallt() =>
        Assert.Null(Beviljad(Fattat(Bifall(900), Yrkar(900, insatstyp: "kbf"))).EjVerkstalltFran);

    [Fact]
    public void Tiden_ar_ute_forst_nar_beslutets_sista_dag_har_kommit()
    {
        Assert.Equal("INSATSEN_LOPER", Beviljad().Avsluta(Avslutsorsak.TidenUte, Idag).Error?.Code);

        var tidsbegransad = Beviljad(Fattat(Bifall() with { Period = new(Idag.AddDays(10), Idag.AddDays(40)), Motivering = "Behovet är tillfälligt." }));
        Assert.Equal("INSATSEN_LOPER", tidsbegransad.Avsluta(Avslutsorsak.TidenUte, Idag.AddDays(39)).Error?.Code);
        Assert.Equal(Idag.AddDays(40), tidsbegransad.Avsluta(Avslutsorsak.TidenUte, Idag.AddDays(40)).Value.Datum);
    }
}
