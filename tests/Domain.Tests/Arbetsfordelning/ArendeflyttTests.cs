using CaseFlow.Domain.Arbetsfordelning;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Tests.Arbetsfordelning;

public sealed class ArendeflyttTests
{
    private static readonly DateTimeOffset Nu = new(2026, 11, 23, 9, 20, 0, TimeSpan.Zero);

    [Fact]
    public void En_flytt_kan_angras_en_gang_i_femton_minuter()
    {
        var flytt = Flytt(new AnvandareId(1));

        Assert.True(flytt.KanAngras(Nu.AddMinutes(15)));
        Assert.Equal("ANGERTID_SLUT", flytt.Angra(Nu.AddMinutes(15).AddTicks(1)).Error?.Code);
        Assert.False(flytt.Angra(Nu.AddMinutes(15)).Failed);
        Assert.Equal("FLYTT_ANGRAD", flytt.Angra(Nu.AddMinutes(1)).Error?.Code);
    }

    [Fact]
    public void Det_som_ingen_hade_gar_inte_att_angra() => Assert.Equal("ANGERTID_SLUT", Flytt(null).Angra(Nu).Error?.Code);

    [Fact]
    public void En_flytt_utan_skal_nekas() =>
        Assert.Equal("SKAL_SAKNAS", Arendeflytt.Gor(new(1), Guid.Empty, new(1), new(2), " ", [], Nu).Error?.Code);

    [Fact]
    public void Franvaron_galler_sina_dagar_och_den_som_ar_tillbaka_var_borta_till_i_gar()
    {
        var (idag, franvaro) = (new DateOnly(2026, 11, 23), Borta(new(2026, 11, 20), new(2026, 11, 30)));

        Assert.True(franvaro.Galler(idag));
        Assert.False(franvaro.Avsluta(idag).Failed);
        Assert.Equal(idag.AddDays(-1), franvaro.Tom);
        Assert.False(franvaro.Galler(idag));
        Assert.Equal("FRANVARO_SLUT", franvaro.Avsluta(idag).Error?.Code);
    }

    [Fact]
    public void Den_som_staller_in_var_aldrig_borta()
    {
        var franvaro = Borta(new(2026, 12, 20), null);

        Assert.False(franvaro.Avsluta(new(2026, 11, 23)).Failed);

        Assert.DoesNotContain(Enumerable.Range(0, 60), d => franvaro.Galler(new DateOnly(2026, 11, 23).AddDays(d)));
    }

    [Fact]
    public void Ingen_ersatter_sig_sjalv() => Assert.Equal(
        "STALLFORETRADARE_SIG_SJALV", Franvaro.Registrera(new(1), new(7), new(new(2026, 11, 23), null), new(7), new(7), Nu).Error?.Code);

    [Fact]
    public void En_vy_har_namn_och_urval_och_tas_bort_av_den_som_far()
    {
        Assert.Equal("VYNAMN_SAKNAS", Vy(" ", "saknar=1").Error?.Code);
        Assert.Equal("VYNAMN_FOR_LANGT", Vy(new('a', 41), "saknar=1").Error?.Code);
        Assert.Equal("VY_UTAN_URVAL", Vy("Mitt", "").Error?.Code);
        var (egen, delad) = (Vy("Mitt", "saknar=1").Value.Vy, Vy("Vårt", "saknar=1", new EnhetId(3)).Value.Vy);
        Assert.Equal([true, false, true], new[] { egen.FarTasBort(new(1), []), egen.FarTasBort(new(2), [new(3)]), delad.FarTasBort(new(2), [new(3)]) });
    }

    private static Result<(SparadVy Vy, VySparad Handelse)> Vy(string namn, string urval, EnhetId? enhet = null) =>
        SparadVy.Spara(new(1), Guid.Empty, namn, new(1), enhet, urval, Nu);

    private static Arendeflytt Flytt(AnvandareId? fran) =>
        Arendeflytt.Gor(new(1), Guid.Empty, new(1), new(2), "Semester", [(new(5), fran, new(3))], Nu).Value.Flytt;

    private static Franvaro Borta(DateOnly from, DateOnly? tom) => Franvaro.Registrera(new(1), new(7), new Period(from, tom), new(8), new(7), Nu).Value.Franvaro;
}
