using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Kalender;
using static CaseFlow.Domain.Tests.Beslutsfattande.Givet;

namespace CaseFlow.Domain.Tests.Beslutsfattande;

public sealed class OmprovningTester
{
    private static readonly Period TillsVidare = new(Idag.AddDays(10), null);

    [Fact]
    public void Samma_eller_mer_behover_ingen_grund()
    {
        Assert.Null(Prova(Bifall(10), Lopande(10)));
        Assert.Null(Prova(Bifall(12), Lopande(10)));
    }

    [Fact]
    public void Mindre_eller_kortare_an_i_dag_kraver_en_grund()
    {
        Assert.Equal("ANDRING_EJ_TILLATEN", Prova(Delvis(5), Lopande(10)));
        Assert.Equal("ANDRING_EJ_TILLATEN", Prova(Delvis(10) with { Period = new(Idag.AddDays(10), Idag.AddDays(40)) }, Lopande(10)));
        Assert.Equal("ANDRING_EJ_TILLATEN", Prova(Avslag() with { Upphor = Idag.AddDays(5) }, Lopande(10)));
        Assert.Null(Prova(Delvis(5) with { Andringsgrund = Andringsgrund.Sakerhet }, Lopande(10)));
    }

    // SoL (2025:400) 14 kap. 9 § och övergångsbestämmelse 3
    [Fact]
    public void Vasentligt_forandrat_galler_bara_tills_vidare_enligt_den_nya_socialtjanstlagen()
    {
        var mindre = Delvis(5) with { Andringsgrund = Andringsgrund.VasentligtForandrat };

        Assert.Null(Prova(mindre, Lopande(10)));
        Assert.Equal("ANDRING_EJ_TILLATEN", Prova(mindre, Lopande(10, new(Idag, Idag.AddDays(300)))));
        Assert.Equal("ANDRING_EJ_TILLATEN", Prova(mindre, Lopande(10, beslutsdag: new(2025, 6, 30))));
        Assert.Null(Prova(mindre, Lopande(10, beslutsdag: new(2025, 7, 1))));
        Assert.Equal("ANDRING_EJ_TILLATEN", Prova(mindre, Lopande(10, insatstyp: "personlig-assistans"), "personlig-assistans"));
    }

    [Fact]
    public void Tiden_loper_ut_nar_det_nya_beslutet_borjar_efter_det_gamla()
    {
        var efter = Delvis(5) with { Andringsgrund = Andringsgrund.TidsbegransatLoperUt, Period = new(Idag.AddDays(31), null) };

        Assert.Null(Prova(efter, Lopande(10, new(Idag, Idag.AddDays(30)))));
        Assert.Equal("ANDRING_EJ_TILLATEN", Prova(efter with { Period = new(Idag.AddDays(30), null) }, Lopande(10, new(Idag, Idag.AddDays(30)))));
        Assert.Equal("ANDRING_EJ_TILLATEN", Prova(efter, Lopande(10)));
    }

    [Fact]
    public void Egen_begaran_galler_det_personen_sjalv_har_bett_om()
    {
        var mindre = Bifall(5) with { Andringsgrund = Andringsgrund.EgenBegaran, Period = TillsVidare };

        Assert.Null(Prova(mindre, Lopande(10), yrkat: 5));
        Assert.Equal("ANDRING_EJ_TILLATEN", Prova(mindre, Lopande(10), yrkat: 10));
        Assert.Equal("ANDRING_EJ_TILLATEN", Prova(Avslag() with { Andringsgrund = Andringsgrund.EgenBegaran, Upphor = Idag }, Lopande(10)));
    }

    [Fact]
    public void Ett_avslag_sager_vilken_dag_insatsen_upphor()
    {
        Assert.Equal("UPPHOR_SAKNAS", Prova(Avslag() with { Andringsgrund = Andringsgrund.Sakerhet }, Lopande(10)));
        Assert.Equal("UPPHOR_BAKAT", Prova(Avslag() with { Andringsgrund = Andringsgrund.Sakerhet, Upphor = Idag.AddDays(-1) }, Lopande(10)));
        Assert.Null(Prova(Avslag() with { Andringsgrund = Andringsgrund.Sakerhet, Upphor = Idag }, Lopande(10)));
    }

    // FL (2017:900) 31 §: beslutet säger den dag som insatsen faktiskt slutar
    [Fact]
    public void Ett_avslag_lovar_ingen_dag_efter_det_gamla_beslutets_sista()
    {
        var avslag = Avslag() with { Andringsgrund = Andringsgrund.TidsbegransatLoperUt, Upphor = Idag.AddDays(31) };
        Period tiden = new(Idag, Idag.AddDays(30)), passerad = new(Idag.AddDays(-60), Idag.AddDays(-10));

        Assert.Equal("UPPHOR_EFTER_SLUT", Prova(avslag, Lopande(10, tiden)));
        Assert.Null(Prova(avslag with { Upphor = Idag.AddDays(30) }, Lopande(10, tiden)));
        Assert.Equal("UPPHOR_EFTER_SLUT", Prova(avslag with { Upphor = Idag }, Lopande(10, passerad, Idag.AddDays(-60))));
        Assert.Null(Prova(avslag with { Upphor = Idag.AddDays(-10) }, Lopande(10, passerad, Idag.AddDays(-60))));
    }

    [Fact]
    public void Ett_glapp_efter_det_gamla_beslutets_sista_dag_ar_mindre_an_sokt()
    {
        var sokt = Yrkar(period: new Period(Idag, Idag.AddDays(30))) with { Omprovar = new(7) };

        Assert.Null((Bifall() with { Period = new Period(Idag.AddDays(31), null) }).Prova(sokt, Idag));
        Assert.Equal("OMFATTNING_SNAVARE", (Bifall() with { Period = new Period(Idag.AddDays(32), null) }).Prova(sokt, Idag)?.Code);
        Assert.Equal("MOTIVERING_SAKNAS", (Bifall() with { Period = new Period(Idag.AddDays(31), Idag.AddDays(60)) }).Prova(sokt, Idag)?.Code);
    }

    [Fact]
    public void Mindre_blir_det_aldrig_for_dagar_som_har_varit()
    {
        var bakat = Delvis(5) with { Andringsgrund = Andringsgrund.Sakerhet, Period = new(Idag.AddDays(-1), null) };

        Assert.Equal("ANDRING_BAKAT", Prova(bakat, Lopande(10)));
        Assert.Null(Prova(bakat with { Period = new(Idag, null) }, Lopande(10)));
        Assert.Null(Prova(Bifall(12) with { Period = new(Idag.AddDays(-1), null) }, Lopande(10)));
    }

    [Fact]
    public void Bara_ett_avslag_sager_nar_det_gamla_upphor() =>
        Assert.Null(Foreslaget(Bifall(10) with { Upphor = Idag }, Yrkar(10) with { Omprovar = new(7) }).Upphor);

    [Fact]
    public void En_insats_som_redan_ar_slut_hindrar_ingenting()
    {
        var slut = Lopande(10);
        _ = slut.Avsluta(Avslutsorsak.EgenBegaran, Idag).Value;

        Assert.Null(Prova(Avslag(), slut));
        Assert.Equal("UPPHOR_EFTER_SLUT", Prova(Avslag() with { Upphor = Idag.AddDays(1) }, slut));
    }

    [Fact]
    public void Ett_beslut_om_en_annan_insats_ar_ett_fel_i_programmet() =>
        Assert.Throws<ArgumentException>(() => Foreslaget(yrkande: Yrkar() with { Omprovar = new(77) }).LamnaForslag(Idag));

    private static string? Prova(Forslag forslag, Insats lopande, string insatstyp = "dagverksamhet", decimal yrkat = 10) =>
        Omprovning.Prova(forslag, Yrkar(yrkat, insatstyp: insatstyp) with { Omprovar = lopande.Id }, lopande, Idag)?.Code;

    private static Insats Lopande(decimal omfattning, Period? period = null, DateOnly? beslutsdag = null, string insatstyp = "dagverksamhet")
    {
        var dag = beslutsdag ?? Idag;
        var beslut = Beslut.Foresla(
            new(1), Arende, Yrkar(omfattning, insatstyp: insatstyp), Bifall(omfattning) with { Period = period ?? new(dag, null), Motivering = "För en tid." }, Karin, dag)
            .Value.Beslut;
        _ = beslut.Fatta(Ratt(), Underlag(), Lagrumstabell.For(insatstyp, dag), Nu, dag).Value;
        return Insats.Bevilja(new(7), beslut, new(1), new(1)).Value.Insats;
    }
}
