using System.Globalization;
using CaseFlow.Domain.Insatser;
using FsCheck;
using FsCheck.Fluent;

namespace CaseFlow.Domain.Tests.Insatser;

public sealed class LagrumTester
{
    private static readonly DateOnly SistaGamla = new(2025, 6, 30);
    private static readonly DateOnly ForstaNya = new(2025, 7, 1);

    [Fact]
    public void Katalogen_har_kontraktets_sjutton_insatstyper() => Assert.Equal(
        [
            "hemtjanst", "vard-och-omsorgsboende", "servicehus", "korttidsboende", "vaxelvard", "dagverksamhet", "avlosning", "ledsagning",
            "boendestod", "trygghetslarm", "matdistribution", "hemvardsbidrag", "personlig-assistans", "fardtjanst", "riksfardtjanst", "kbf",
            "god-man-forvaltare",
        ],
        Insatskatalog.Standard.Select(typ => typ.Kod));

    [Fact]
    public void Okand_insatstyp_finns_inte()
    {
        Assert.Null(Insatskatalog.Finn("stadhjalp"));
        Assert.Null(Insatskatalog.Finn(null));
    }

    [Theory]
    [InlineData("hemtjanst", "4 kap. 1 § socialtjänstlagen (2001:453)", "11 kap. 1 § och 8 kap. 1 § socialtjänstlagen (2025:400)")]
    [InlineData("dagverksamhet", "4 kap. 1 § socialtjänstlagen (2001:453)", "11 kap. 1 § och 8 kap. 1 § socialtjänstlagen (2025:400)")]
    [InlineData("hemvardsbidrag", "4 kap. 2 § socialtjänstlagen (2001:453)", "11 kap. 4 § socialtjänstlagen (2025:400)")]
    public void Lagrummet_byts_natten_till_den_1_juli_2025(string insatstyp, string fore, string efter)
    {
        Assert.Equal(fore, Lagrumstabell.For(insatstyp, SistaGamla).Text);
        Assert.Equal(efter, Lagrumstabell.For(insatstyp, ForstaNya).Text);
    }

    [Theory]
    [InlineData("personlig-assistans", "9 § 2 lagen (1993:387) om stöd och service till vissa funktionshindrade", Overklagandeform.Forvaltningsbesvar)]
    [InlineData("fardtjanst", "7 § lagen (1997:736) om färdtjänst", Overklagandeform.Forvaltningsbesvar)]
    [InlineData("riksfardtjanst", "5 § lagen (1997:735) om riksfärdtjänst", Overklagandeform.Forvaltningsbesvar)]
    [InlineData("kbf", "2 kap. 6 § lagen (2009:47) om vissa kommunala befogenheter", Overklagandeform.Laglighetsprovning)]
    [InlineData("god-man-forvaltare", "Anmälan till överförmyndaren", Overklagandeform.Anmalan)]
    public void Andra_lagar_an_socialtjanstlagen_byts_inte(string insatstyp, string text, Overklagandeform form)
    {
        foreach (var dag in new[] { SistaGamla, ForstaNya })
        {
            var lagrum = Lagrumstabell.For(insatstyp, dag);
            Assert.Equal(text, lagrum.Text);
            Assert.Equal(form, lagrum.Overklagandeform);
        }
    }

    [Fact]
    public void Varje_insatstyp_har_exakt_ett_lagrum_varje_dag_fran_mars_2009()
    {
        var dagar = Gen.Choose(0, 365 * 40).Select(n => new DateOnly(2009, 3, 1).AddDays(n)).ToArbitrary();
        Prop.ForAll(dagar, dag => Insatskatalog.Standard.All(typ =>
            Lagrumstabell.Rader.Count(rad => rad.Insatstyp == typ.Kod && rad.Galler(dag)) == 1)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Nya_socialtjanstlagen_galler_alla_beslutsdagar_fran_och_med_den_1_juli_2025_och_ingen_dag_dessforinnan()
    {
        var dagar = Gen.Choose(-400, 400).Select(ForstaNya.AddDays).ToArbitrary();
        Prop.ForAll(dagar, dag => Lagrumstabell.For("hemtjanst", dag).Lag == (dag >= ForstaNya ? "2025:400" : "2001:453"))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Ett_hal_i_tabellen_ar_ett_fel_i_programmet()
    {
        Assert.Throws<ArgumentException>(() => Lagrumstabell.For("stadhjalp", ForstaNya));
        Assert.Throws<ArgumentException>(() => Lagrumstabell.For("hemtjanst", new DateOnly(1999, 1, 1)));
    }

    [Fact]
    public void Bara_insatser_enligt_11_kap_1_och_LSS_raknas_som_ej_verkstallda() => Assert.All(
        Insatskatalog.Standard,
        typ =>
        {
            var lagrum = Lagrumstabell.For(typ.Kod, ForstaNya);
            var rapporteras = lagrum.Lag == "1993:387" || (lagrum.Lag == "2025:400" && lagrum.Ref.StartsWith("11 kap. 1 §", StringComparison.Ordinal));
            Assert.Equal(rapporteras, typ.RaknasIEjVerkstallda);
        });

    [Fact]
    public void Servicehus_namner_inget_stycke_forran_namnden_bestamt_det()
    {
        Assert.Equal("11 kap. 1 § och 8 kap. 4 §", Lagrumstabell.For("servicehus", new(2026, 1, 1)).Ref);
        Assert.Equal("4 kap. 1 § och 5 kap. 5 §", Lagrumstabell.For("servicehus", new(2025, 6, 30)).Ref);
    }

    [Theory]
    [InlineData("hemtjanst", "2026-01-01", "2026-04-02", "34 kap. 1 § socialtjänstlagen (2025:400)")]
    [InlineData("hemtjanst", "2025-04-01", "2025-07-02", "34 kap. 1 § socialtjänstlagen (2025:400)")]
    [InlineData("hemtjanst", "2025-03-30", "2025-07-01", "34 kap. 1 § socialtjänstlagen (2025:400)")]
    [InlineData("hemtjanst", "2025-03-29", "2025-06-30", "16 kap. 6 f § socialtjänstlagen (2001:453)")]
    [InlineData("personlig-assistans", "2025-01-01", "2025-04-02", "28 f § lagen (1993:387) om stöd och service till vissa funktionshindrade")]
    [InlineData("personlig-assistans", "2026-01-01", "2026-04-02", "28 f § lagen (1993:387) om stöd och service till vissa funktionshindrade")]
    public void Ej_verkstallda_beslut_rapporteras_enligt_den_lag_som_galler_pa_rapportdagen(string insatstyp, string beslutsdag, string rapportdag, string lagrum) =>
        Assert.Equal(lagrum, Lagrumstabell.EjVerkstallt(insatstyp, DateOnly.Parse(beslutsdag, CultureInfo.InvariantCulture), DateOnly.Parse(rapportdag, CultureInfo.InvariantCulture)).Text);
}
