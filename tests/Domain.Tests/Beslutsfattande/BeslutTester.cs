using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Kalender;
using static CaseFlow.Domain.Tests.Beslutsfattande.Givet;

namespace CaseFlow.Domain.Tests.Beslutsfattande;

public sealed class BeslutTester
{
    [Fact]
    public void Ett_fattat_beslut_bar_dag_delegat_foredragande_och_lagrum()
    {
        var beslut = Foreslaget(Delvis());

        var handelse = beslut.Fatta(Ratt(), Underlag(), Lagrumstabell.For("dagverksamhet", Idag), Nu, Idag).Value;

        Assert.Equal(new BeslutFattat(Arende, beslut.Id, "dagverksamhet", "delvis-avslag", "3.2"), handelse);
        Assert.Equal(Beslutsstatus.Fattat, beslut.Status);
        Assert.Equal(Idag, beslut.Beslutsdag);
        Assert.Equal(Henrik, beslut.BeslutsfattareId);
        Assert.Equal(Karin, beslut.Foredragande);
        Assert.Equal("11 kap. 1 § och 8 kap. 1 § socialtjänstlagen (2025:400)", beslut.LagrumText);
        Assert.Equal(Overklagandeform.Forvaltningsbesvar, beslut.Overklagandeform);
        Assert.Equal("dagar per vecka", beslut.Enhet);
    }

    [Fact]
    public void Ett_beslut_fattas_bara_en_gang()
    {
        var beslut = Fattat();
        var lagrum = Lagrumstabell.For("dagverksamhet", Idag);

        Assert.Equal("BESLUT_REDAN_FATTAT", beslut.Fatta(Ratt(), Underlag(), lagrum, Nu, Idag).Error?.Code);
        Assert.Equal("BESLUT_REDAN_FATTAT", beslut.AndraForslag(Avslag(), 1, Karin, Idag).Error?.Code);
        Assert.Equal("BESLUT_REDAN_FATTAT", beslut.LamnaForslag(Idag).Error?.Code);
        Assert.Equal(ErrorKind.Conflict, beslut.LamnaForslag(Idag).Error?.Kind);
        Assert.Equal(Beslutsutfall.Bifall, beslut.Utfall);
    }

    [Fact]
    public void Ett_utkast_far_sakna_motivering_men_lamnas_inte_och_fattas_inte_utan()
    {
        var beslut = Foreslaget(Avslag(motivering: null));

        Assert.Equal("MOTIVERING_SAKNAS", beslut.LamnaForslag(Idag).Error?.Code);
        Assert.Equal("MOTIVERING_SAKNAS", beslut.Fatta(Ratt(), Underlag(), Lagrumstabell.For("dagverksamhet", Idag), Nu, Idag).Error?.Code);
        Assert.Equal(Beslutsstatus.Forslag, beslut.Status);
        Assert.Null(beslut.Beslutsdag);
    }

    [Theory]
    [InlineData("Rätten prövas enligt 4 kap. 1 § socialtjänstlagen (2001:453).", "2026-11-27", "2001:453")]
    [InlineData("Rätten prövas enligt socialtjänstlagen (2001:453).", "2025-07-01", "2001:453")]
    [InlineData("Rätten prövas enligt socialtjänstlagen (2001:453).", "2025-06-30", null)]
    [InlineData("Rätten prövas enligt socialtjänstlagen (2025:400).", "2025-06-30", "2025:400")]
    [InlineData("Rätten prövas enligt socialtjänstlagen (2025:400).", "2025-07-01", null)]
    [InlineData("Läkarintyg 12001:4534 visar inget annat. Lag (1993:387) är en annan sak.", "2026-11-27", null)]
    [InlineData(null, "2026-11-27", null)]
    public void En_lag_som_inte_galler_pa_beslutsdagen_namns_inte(string? text, string dag, string? vantad) =>
        Assert.Equal(vantad is null ? [] : [vantad], Lagrumstabell.NamndaSomInteGaller(text, DateOnly.Parse(dag, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Ett_forslag_fran_fore_lagbytet_fattas_inte_med_den_gamla_lagen_i_motiveringen()
    {
        var beslut = Foreslaget(Avslag("Behovet är tillgodosett (4 kap. 1 § socialtjänstlagen (2001:453))."));

        var fel = beslut.Fatta(Ratt(), Underlag(), Lagrumstabell.For("dagverksamhet", Idag), Nu, Idag).Error;

        Assert.Equal(("MOTIVERING_ANNAN_LAG", Beslutsstatus.Forslag), (fel?.Code, beslut.Status));
        Assert.Contains("2001:453", fel?.Text, StringComparison.Ordinal);
        Assert.Contains("socialtjänstlagen (2025:400)", fel?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void En_gammal_kopia_av_forslaget_nekas()
    {
        var beslut = Foreslaget();
        Assert.Equal(2, beslut.AndraForslag(Delvis(), 1, Karin, Idag).Value.Rev);

        var svar = beslut.AndraForslag(Avslag(), 1, Karin, Idag);

        Assert.Equal("INAKTUELL_KOPIA", svar.Error?.Code);
        Assert.Equal(Beslutsutfall.DelvisAvslag, beslut.Utfall);
    }

    [Fact]
    public void Att_andra_till_avslag_tar_bort_det_som_beviljades()
    {
        var beslut = Foreslaget();
        _ = beslut.AndraForslag(Avslag(), 1, Karin, Idag).Value;

        Assert.Null(beslut.BeviljadOmfattning);
        Assert.Null(beslut.Period);
        Assert.Equal(2m, beslut.SoktOmfattning);
    }

    [Fact]
    public void Okand_insatstyp_nekas() => Assert.Equal("INSATSTYP_OKAND",
        Beslut.Foresla(new(1), Arende, new Yrkande(Ansokt, "stadhjalp", null, null, null), Bifall(), Karin, Idag).Error?.Code);

    [Fact]
    public void Fel_lagrum_ar_ett_fel_i_programmet()
    {
        var beslut = Foreslaget();

        Assert.Throws<ArgumentException>(() => beslut.Fatta(Ratt(), Underlag(), Lagrumstabell.For("hemtjanst", Idag), Nu, Idag));
        Assert.Throws<ArgumentException>(
            () => beslut.Fatta(Ratt(), Underlag(), Lagrumstabell.For("dagverksamhet", new DateOnly(2025, 6, 30)), Nu, Idag));
        Assert.Equal(Beslutsstatus.Forslag, beslut.Status);
    }

    [Fact]
    public void Bifall_ger_insats_men_avslag_och_anmalan_gor_det_inte()
    {
        Assert.False(Foreslaget().GerInsats);
        Assert.True(Fattat().GerInsats);
        Assert.True(Fattat(Delvis()).GerInsats);
        Assert.False(Fattat(Avslag()).GerInsats);
        Assert.False(Fattat(Bifall(null) with { Period = null }, Yrkar(null, insatstyp: "god-man-forvaltare")).GerInsats);
    }

    [Fact]
    public void Overklagandetiden_borjar_nar_personen_fatt_del_av_beslutet()
    {
        var beslut = Fattat(Avslag());

        var handelse = beslut.RegistreraDelgivning(new DateOnly(2026, 11, 30), Arbetsdagar.ArArbetsdag).Value;

        Assert.Equal(new DateOnly(2026, 12, 21), handelse.OverklagasSenast);
        Assert.Equal(new DateOnly(2026, 12, 21), beslut.OverklagasSenast);
    }

    [Fact]
    public void Vid_laglighetsprovning_raknas_ingen_tid_fran_delgivningen()
    {
        var beslut = Fattat(Avslag(), Yrkar(null, insatstyp: "kbf"));

        Assert.Null(beslut.RegistreraDelgivning(Idag, Arbetsdagar.ArArbetsdag).Value.OverklagasSenast);
        Assert.Equal(Idag, beslut.DelgivenDag);
    }

    [Fact]
    public void Ett_forslag_provas_mot_det_personen_nu_soker()
    {
        var beslut = Foreslaget(Bifall(2m));
        Assert.Null(beslut.AndraYrkande(4));
        Assert.Equal("OMFATTNING_SNAVARE", beslut.LamnaForslag(Idag).Error?.Code);
        Assert.Equal("INAKTUELL_KOPIA", beslut.AndraForslag(Delvis(2m), 1, Karin, Idag).Error?.Code);
        Assert.Null(beslut.AndraForslag(Delvis(2m), 2, Karin, Idag).Error);

        Assert.Null(beslut.AndraYrkande(1));
        Assert.Equal("OMFATTNING_STORRE", beslut.LamnaForslag(Idag).Error?.Code);
        Assert.Equal("BESLUT_REDAN_FATTAT", Fattat().AndraYrkande(1)?.Code);
    }

    [Fact]
    public void Ett_beslut_kan_inte_vara_delgivet_innan_det_ar_fattat()
    {
        Assert.Equal("DELGIVEN_FORE_BESLUT", Foreslaget().RegistreraDelgivning(Idag, Arbetsdagar.ArArbetsdag).Error?.Code);
        Assert.Equal("DELGIVEN_FORE_BESLUT", Fattat().RegistreraDelgivning(Idag.AddDays(-1), Arbetsdagar.ArArbetsdag).Error?.Code);
    }

    [Fact]
    public void Beslut_kraver_avslutad_utredning()
    {
        Assert.Equal("UTREDNING_EJ_AVSLUTAD", Beslutsunderlag.Prova(PaborjadUtredning(), [Onodig()], [], Idag).Error?.Code);
        Assert.Equal("UTREDNING_EJ_AVSLUTAD", Beslutsunderlag.Prova(null, [Onodig()], [], Idag).Error?.Code);
    }

    [Fact]
    public void Beslut_kraver_kommunicering_eller_skal_for_att_den_ar_obehovlig() =>
        Assert.Equal("KOMMUNICERING_SAKNAS", Beslutsunderlag.Prova(AvslutadUtredning(), [], [], Idag).Error?.Code);

    [Fact]
    public void Underlag_fran_ett_annat_arende_ar_ett_fel_i_programmet()
    {
        var annat = Kommunicering.Obehovlig(new(8), new(2), "Allt beviljas.", Idag, false, Karin, [], Nu).Value.Kommunicering;
        Assert.Throws<ArgumentException>(() => Beslutsunderlag.Prova(AvslutadUtredning(), [annat], [], Idag));

        var beslut = Beslut.Foresla(new(1001), new(2), Yrkar(), Bifall(), Karin, Idag).Value.Beslut;
        Assert.Throws<ArgumentException>(() => beslut.Fatta(Ratt(), Underlag(), Lagrumstabell.For("dagverksamhet", Idag), Nu, Idag));
    }

    [Fact]
    public void Ett_forslag_som_blivit_samre_efter_kommuniceringen_kraver_en_ny()
    {
        Assert.Null(Efter(Bifall(), Bifall()));
        Assert.Null(Efter(Delvis(1), Bifall()));
        Assert.Null(Efter(Avslag(), Delvis(1)));
        Assert.Null(Efter(Avslag(), Avslag("En annan motivering.")));

        Assert.Equal("KOMMUNICERING_INAKTUELL", Efter(Bifall(), Avslag()));
        Assert.Equal("KOMMUNICERING_INAKTUELL", Efter(Bifall(), Delvis(1)));
        Assert.Equal("KOMMUNICERING_INAKTUELL", Efter(Delvis(1.5m), Delvis(1)));
        Assert.Equal("KOMMUNICERING_INAKTUELL", Efter(Bifall(), Bifall() with { Period = new(Idag.AddDays(10), Idag.AddDays(40)), Motivering = "Kort tid." }));
    }

    [Fact]
    public void Ett_forslag_som_aldrig_kommunicerats_kraver_kommunicering() => Assert.Equal(
        "KOMMUNICERING_INAKTUELL", Beslutsunderlag.Prova(AvslutadUtredning(), [Onodig()], [Foreslaget()], Idag).Error?.Code);

    [Fact]
    public void Ett_forslag_lamnas_inte_tillbaka_utan_skal()
    {
        Assert.Equal("SKAL_SAKNAS", Aterlamning.Gor(new(1), Arende, Aterlamningsvag.Forslag, " ", Henrik, Nu).Error?.Code);
        Assert.Equal(new ForslagAterlamnat(Arende, new(1), Aterlamningsvag.Forslag), Aterlamning.Gor(new(1), Arende, Aterlamningsvag.Forslag, "För lite", Henrik, Nu).Value.Handelse);
    }

    private static string? Efter(Forslag kommunicerat, Forslag nu)
    {
        var kommunicering = Onodig(Foreslaget(kommunicerat));
        return Beslutsunderlag.Prova(AvslutadUtredning(), [kommunicering], [Foreslaget(nu)], Idag).Error?.Code;
    }
}
