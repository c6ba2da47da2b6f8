using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Domain.Tests.Behorigheter;

public sealed class JavTests
{
    private static readonly AnvandareId Hon = new(1);
    private static readonly AnvandareId Chef = new(2);
    private static readonly DateTimeOffset Nu = Tid.Vid("2026-11-20T09:00:00Z");

    [Fact]
    public void Det_som_anmals_galler_genast_och_vantar_pa_chefens_provning()
    {
        var anmalt = Jav.Anmal(Hon, new(5), " Min granne ", Nu).Value;
        Assert.Equal((true, true, "Min granne", Hon), (anmalt.Jav.Galler, Vantar(anmalt.Jav), anmalt.Jav.Orsak, anmalt.Jav.AnmaltAv));
        Assert.Equal(new JavAnmalt(new(5), Hon), anmalt.Handelse);

        var registrerat = Jav.Registrera(Hon, new(5), "Hennes granne", Chef, Nu).Value.Jav;
        Assert.Equal((true, false, Chef), (registrerat.Galler, Vantar(registrerat), registrerat.ProvatAv!.Value));
    }

    [Fact]
    public void Ingen_provar_sitt_eget_jav() =>
        Assert.Equal("JAV_EGET", Jav.Anmal(Hon, new(5), "Min granne", Nu).Value.Jav.Prova(false, "Vi känner inte varandra", Hon, Nu).Error?.Code);

    [Fact]
    public void Ett_jav_star_fast_eller_havs_med_ett_skal()
    {
        var star = Jav.Anmal(Hon, new(5), "Min granne", Nu).Value.Jav;
        Assert.Equal(new JavProvat(new(5), Hon, true), star.Prova(true, null, Chef, Nu).Value);
        Assert.Equal((true, false), (star.Galler, Vantar(star)));
        Assert.Equal("JAV_REDAN_PROVAT", star.Prova(true, null, Chef, Nu).Error?.Code);

        Assert.Equal("SKAL_SAKNAS", star.Prova(false, ".", Chef, Nu).Error?.Code);
        Assert.Equal(new JavProvat(new(5), Hon, false), star.Prova(false, "De har flyttat isär", Chef, Nu).Value);
        Assert.False(star.Galler);
        Assert.Equal("JAV_REDAN_PROVAT", star.Prova(false, "De har flyttat isär", Chef, Nu).Error?.Code);
    }

    [Fact]
    public void Det_som_foljer_med_till_ett_nytt_arende_ar_lika_provat()
    {
        var jav = Jav.Registrera(Hon, new(5), "Hennes granne", Chef, Nu).Value.Jav.Folj(new(6), Nu.AddDays(1)).Jav;
        Assert.Equal((new ArendeId(6), false, Chef), (jav.ArendeId, Vantar(jav), jav.AnmaltAv));
    }

    [Fact]
    public void En_sparr_havs_av_nagon_annan_med_skal_och_glommer_vem_den_vantade_pa()
    {
        var identitet = Personidentitet.Tolka("19420314-9812", new(2026, 11, 20)) is { Failed: false } i ? i.Value : Personidentitet.FranLagrad("194203149812");
        var sparr = Sparr.Forbered(new(7), Hon, identitet, "Min mamma", Hon, Nu).Value;
        Assert.Equal(new SparrRegistrerad(new(7), Hon), sparr.Handelse);
        Assert.Equal((null, identitet), (sparr.Sparr.PersonId, sparr.Sparr.Identitet));
        Assert.Equal("SKAL_SAKNAS", Sparr.Registrera(new(8), Hon, new(4), "mor", Hon, Nu).Error?.Code);

        Assert.Equal("SPARR_EGEN", sparr.Sparr.Avsluta("Behövs inte", Hon, Nu).Error?.Code);
        Assert.Equal("SKAL_SAKNAS", sparr.Sparr.Avsluta("nej", Chef, Nu).Error?.Code);
        Assert.Equal(new SparrAvslutad(new(7), Hon), sparr.Sparr.Avsluta("Det var fel person", Chef, Nu).Value);
        Assert.Equal((false, null), (sparr.Sparr.Galler, sparr.Sparr.Identitet));
        Assert.Equal("SPARR_AVSLUTAD", sparr.Sparr.Avsluta("Det var fel person", Chef, Nu).Error?.Code);

        var galler = Sparr.Forbered(new(9), Hon, identitet, "Min mamma", Chef, Nu).Value.Sparr;
        galler.Galla(new(4));
        Assert.Equal((new PersonId(4), null), (galler.PersonId!.Value, galler.Identitet));
    }

    private static bool Vantar(Jav jav) => jav is { Havt: null, Faststallt: null };
}
