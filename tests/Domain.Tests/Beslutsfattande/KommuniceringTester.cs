using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Kalender;
using FsCheck;
using FsCheck.Fluent;
using static CaseFlow.Domain.Tests.Beslutsfattande.Givet;

namespace CaseFlow.Domain.Tests.Beslutsfattande;

public sealed class KommuniceringTester
{
    private static Result<(Kommunicering Kommunicering, KommuniceringSkickad Handelse)> Skicka(int dagar = 14, bool informerad = true) =>
        Kommunicering.Skicka(new(7), Arende, Kommuniceringssatt.Brev, Idag, Idag.AddDays(dagar), informerad, Karin, [Foreslaget()], Nu);

    [Fact]
    public void Kommunicering_utan_svarstid_nekas() => Assert.Equal("SVARSTID_SAKNAS", Skicka(dagar: 0).Error?.Code);

    [Fact]
    public void Kommunicering_utan_upplysning_om_muntlig_ratt_nekas() => Assert.Equal("MUNTLIG_RATT_SAKNAS", Skicka(informerad: false).Error?.Code);

    [Fact]
    public void Beslut_vantar_pa_svar_eller_pa_att_svarstiden_gar_ut()
    {
        var kommunicering = Skicka().Value.Kommunicering;
        var utredning = AvslutadUtredning();

        Assert.Equal("KOMMUNICERING_PAGAR", Beslutsunderlag.Prova(utredning, [kommunicering], [], Idag.AddDays(14)).Error?.Code);
        Assert.False(Beslutsunderlag.Prova(utredning, [kommunicering], [], Idag.AddDays(15)).Failed);

        _ = kommunicering.RegistreraSvar("Inga invändningar.", Idag.AddDays(1)).Value;
        Assert.False(Beslutsunderlag.Prova(utredning, [kommunicering], [], Idag.AddDays(1)).Failed);
    }

    [Fact]
    public void Ett_tillagg_som_personen_inte_har_sett_kraver_en_ny_kommunicering()
    {
        static string? Hinder(DateTimeOffset tillagt, DateOnly skickat, DateTimeOffset noterat)
        {
            var utredning = AvslutadUtredning();
            _ = utredning.LaggTill(new("Föll i natt.", "Sonen", Idag), 0, Karin, tillagt).Value;
            var k = Kommunicering.Skicka(new(7), Arende, Kommuniceringssatt.Brev, skickat, Idag.AddDays(5), true, Karin, [], noterat).Value.Kommunicering;
            _ = k.RegistreraSvar("Inga invändningar.", Idag.AddDays(2)).Value;
            return Beslutsunderlag.Prova(utredning, [k], [], Idag.AddDays(2)).Error?.Code;
        }

        Assert.Null(Hinder(Nu, Idag, Nu.AddMinutes(1)));
        Assert.Equal("KOMMUNICERING_INAKTUELL", Hinder(Nu.AddMinutes(1), Idag, Nu));
        // Noterat efter tillägget, men skickat dagen innan det skrevs.
        Assert.Equal("KOMMUNICERING_INAKTUELL", Hinder(Nu.AddDays(1), Idag, Nu.AddDays(2)));
    }

    [Fact]
    public void Den_tid_personen_fatt_galler_ocksa_nar_ett_senare_utskick_ar_klart()
    {
        var (forsta, andra) = (Skicka(dagar: 20).Value.Kommunicering, Skicka(dagar: 5).Value.Kommunicering);
        static string? Hinder(int dag, params Kommunicering[] alla) => Beslutsunderlag.Prova(AvslutadUtredning(), alla, [], Idag.AddDays(dag)).Error?.Code;

        Assert.Equal("KOMMUNICERING_PAGAR", Hinder(0, forsta, Onodig()));
        Assert.Equal("KOMMUNICERING_PAGAR", Hinder(20, forsta, andra));
        Assert.Null(Hinder(21, forsta, andra));

        // Svaret gäller allt personen hade fått när det kom, men inte det som skickas sedan.
        _ = andra.RegistreraSvar("Inga invändningar.", Idag.AddDays(3)).Value;
        Assert.Null(Hinder(3, forsta, andra));
        Assert.Equal("KOMMUNICERING_PAGAR", Hinder(3, forsta, andra, Skicka().Value.Kommunicering));
    }

    [Fact]
    public void Obehovlig_kommunicering_kraver_skal()
    {
        Assert.Equal("SKAL_SAKNAS", Kommunicering.Obehovlig(new(7), Arende, " ", Idag, false, Karin, [], Nu).Error?.Code);
        Assert.True(Onodig().ArKlar(Idag));
        Assert.Equal("KOMMUNICERING_EJ_SKICKAD", Onodig().RegistreraSvar("Ja.", Idag).Error?.Code);
    }

    [Fact]
    public void Ett_tidigare_slut_eller_en_annan_grund_an_den_kommunicerade_kraver_ny_kommunicering()
    {
        var forslag = Avslag() with { Andringsgrund = Andringsgrund.Sakerhet, Upphor = Idag.AddDays(60) };
        bool Inaktuell(Forslag andrat)
        {
            var beslut = Foreslaget(forslag, Yrkar() with { Omprovar = new(7) });
            var kommunicering = Onodig(beslut);
            _ = beslut.AndraForslag(andrat, beslut.Rev, Karin, Idag).Value;
            return kommunicering.ArInaktuell([beslut], Idag);
        }

        Assert.False(Inaktuell(forslag with { Motivering = "Med andra ord." }));
        Assert.False(Inaktuell(forslag with { Upphor = Idag.AddDays(90) }));
        Assert.True(Inaktuell(forslag with { Upphor = Idag.AddDays(10) }));
        Assert.True(Inaktuell(forslag with { Andringsgrund = Andringsgrund.OriktigaUppgifter }));
    }

    [Fact]
    public void En_mindre_insats_som_borjar_tidigare_an_kommunicerat_kraver_ny_kommunicering()
    {
        var forslag = Delvis() with { Andringsgrund = Andringsgrund.Sakerhet };
        var beslut = Foreslaget(forslag, Yrkar() with { Omprovar = new(7) });
        var kommunicering = Onodig(beslut);
        _ = beslut.AndraForslag(forslag with { Period = new(Idag.AddDays(5), null) }, beslut.Rev, Karin, Idag).Value;

        Assert.True(kommunicering.ArInaktuell([beslut], Idag));
    }

    [Fact]
    public void Mer_tid_slutar_inte_forran_den_nya_dagen_har_gatt_och_behaller_det_som_sagts()
    {
        var kommunicering = Skicka().Value.Kommunicering;
        Assert.Equal("SVARSTID_KORTARE", kommunicering.ForlangSvarstiden("Jag ringer igen.", Idag, Idag.AddDays(14), Idag).Error?.Code);
        Assert.Equal("SVAR_SAKNAS", kommunicering.ForlangSvarstiden(" ", Idag, Idag.AddDays(20), Idag).Error?.Code);

        Assert.Equal(Idag.AddDays(20), kommunicering.ForlangSvarstiden("Jag ringer igen.", Idag, Idag.AddDays(20), Idag).Value.SvarSenast);

        Assert.False(kommunicering.ArKlar(Idag.AddDays(20)));
        Assert.True(kommunicering.ArKlar(Idag.AddDays(21)));
        _ = kommunicering.RegistreraSvar("Det är bra.", Idag.AddDays(3)).Value;
        Assert.Equal("Jag ringer igen.\n\nDet är bra.", kommunicering.Svar);
    }

    [Fact]
    public void Ett_senare_svar_skriver_inte_over_det_forsta()
    {
        var kommunicering = Skicka().Value.Kommunicering;
        _ = kommunicering.RegistreraSvar("Inga invändningar.", Idag.AddDays(2)).Value;
        _ = kommunicering.RegistreraSvar("Jag ångrade mig.", Idag.AddDays(20)).Value;

        Assert.Equal(("Inga invändningar.\n\nJag ångrade mig.", Idag.AddDays(20)), (kommunicering.Svar, kommunicering.SvarDatum));
    }

    [Theory]
    [InlineData("hemtjanst", "14 kap. 8 §")]
    [InlineData("hemvardsbidrag", "14 kap. 8 §")]
    [InlineData("personlig-assistans", "8 a §")]
    [InlineData("fardtjanst", null)]
    [InlineData("riksfardtjanst", null)]
    [InlineData("kbf", null)]
    public void Ratten_att_tala_infor_namnden_foljer_lagen(string insatstyp, string? paragraf)
    {
        var ratt = Domain.Insatser.Lagrumstabell.For(insatstyp, Idag).MuntligRatt;
        Assert.Equal(paragraf is null, ratt is null);
        Assert.StartsWith(paragraf ?? "", ratt ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Tomt_svar_och_svar_fore_utskick_nekas()
    {
        var kommunicering = Skicka().Value.Kommunicering;

        Assert.Equal("SVAR_SAKNAS", kommunicering.RegistreraSvar("", Idag).Error?.Code);
        Assert.Equal("SVAR_FORE_UTSKICK", kommunicering.RegistreraSvar("Ja.", Idag.AddDays(-1)).Error?.Code);
    }

    [Fact]
    public void Underrattelse_delges_tidigast_den_dag_den_skickas()
    {
        var (underrattelse, handelse) = Underrattelse.Skicka(new(9), Arende, Underrattelsesatt.MuntligtOchBrev, "Beslut", Idag, [Fattat()], Karin, Idag).Value;

        Assert.Equal("muntligt-och-brev", handelse.Satt);
        Assert.Equal("DELGIVEN_FORE_UTSKICK", underrattelse.RegistreraDelgivning(Idag.AddDays(-1)).Error?.Code);
        Assert.False(underrattelse.RegistreraDelgivning(Idag).Failed);
    }

    [Fact]
    public void Tom_underrattelse_nekas() =>
        Assert.Equal("TEXT_SAKNAS", Underrattelse.Skicka(new(9), Arende, Underrattelsesatt.Brev, "", Idag, [Fattat()], Karin, Idag).Error?.Code);

    [Theory]
    [InlineData(-1, "UNDERRATTAD_FORE_BESLUT")]
    [InlineData(1, "UNDERRATTAD_I_FRAMTIDEN")]
    [InlineData(0, null)]
    public void Underrattelsen_ligger_mellan_beslutet_och_i_dag(int dagar, string? kod) =>
        Assert.Equal(kod, Underrattelse.Skicka(new(9), Arende, Underrattelsesatt.Brev, "Beslut", Idag.AddDays(dagar), [Fattat()], Karin, Idag).Error?.Code);

    [Theory]
    [InlineData("2026-11-30", "2026-12-21")] // måndag
    [InlineData("2026-12-04", "2026-12-28")] // juldagen är en fredag: nästa arbetsdag är måndagen
    [InlineData("2026-12-05", "2026-12-28")] // lördag
    [InlineData("2026-12-10", "2027-01-04")] // nyårsafton, nyårsdag och helg
    public void Sista_dag_for_overklagande_flyttas_till_nasta_arbetsdag(string delgiven, string sista) => Assert.Equal(
        Dag(sista), Overklagandetid.Sista(Dag(delgiven), Arbetsdagar.ArArbetsdag));

    [Fact]
    public void Overklagandetiden_ar_minst_tre_veckor_och_slutar_en_arbetsdag() =>
        Prop.ForAll(Gen.Choose(0, 3650).Select(new DateOnly(2025, 1, 1).AddDays).ToArbitrary(), delgiven =>
        {
            var sista = Overklagandetid.Sista(delgiven, Arbetsdagar.ArArbetsdag);
            var mellan = Enumerable.Range(21, sista.DayNumber - delgiven.DayNumber - 21).Select(delgiven.AddDays);
            return sista >= delgiven.AddDays(21) && Arbetsdagar.ArArbetsdag(sista) && mellan.All(d => !Arbetsdagar.ArArbetsdag(d));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void En_kalender_utan_arbetsdagar_ar_ett_fel_i_programmet() =>
        Assert.Throws<ArgumentException>(() => Overklagandetid.Sista(Idag, _ => false));

    private static DateOnly Dag(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
