using CaseFlow.Domain.Uppfoljningar;
using static CaseFlow.Domain.Tests.Beslutsfattande.Givet;

namespace CaseFlow.Domain.Tests.Uppfoljningar;

public sealed class UppfoljningTester
{
    private static Uppfoljning Planerad() => Uppfoljning.Planera(new(70), new(50), Arende, Idag);

    private static Result<UppfoljningGenomford> Genomfor(
        Uppfoljning uppfoljning, string resultat = "Går bra.", string mal = Maluppfyllelse.Delvis,
        Uppfoljningsutgang utgang = Uppfoljningsutgang.Fortsatter, int? nastaOm = 365, int dagar = 0) =>
        uppfoljning.Genomfor(resultat, mal, utgang, nastaOm is { } n ? Idag.AddDays(n) : null, Idag.AddDays(dagar), Idag, Karin);

    [Fact]
    public void Genomford_uppfoljning_bar_mal_utgang_och_nasta_dag()
    {
        var handelse = Genomfor(Planerad()).Value;

        Assert.Equal(new UppfoljningGenomford(new(70), new(50), Arende, "delvis", "fortsatter", Idag.AddDays(365)), handelse);
    }

    [Theory]
    [InlineData(null, 365), InlineData(1000, 365), InlineData(300, 245), InlineData(60, 30), InlineData(7, 4), InlineData(1, 1), InlineData(0, 0), InlineData(-3, -3)]
    public void Den_foreslagna_dagen_lamnar_tid_for_en_ny_provning(int? tom, int dag) =>
        Assert.Equal(Idag.AddDays(dag), Uppfoljning.ForeslaDag(Idag, tom is { } t ? Idag.AddDays(t) : null, provning: 55));

    [Fact]
    public void Uppfoljning_utan_resultat_eller_med_okand_maluppfyllelse_nekas()
    {
        Assert.Equal("RESULTAT_SAKNAS", Genomfor(Planerad(), resultat: " ").Error?.Code);
        Assert.Equal("MALUPPFYLLELSE_OKAND", Genomfor(Planerad(), mal: "kanske").Error?.Code);
    }

    [Fact]
    public void En_insats_som_fortsatter_har_alltid_en_nasta_uppfoljning()
    {
        Assert.Equal("NASTA_UPPFOLJNING_SAKNAS", Genomfor(Planerad(), nastaOm: null).Error?.Code);
        Assert.Equal("NASTA_UPPFOLJNING_SAKNAS", Genomfor(Planerad(), nastaOm: 0).Error?.Code);
    }

    [Theory]
    [InlineData(Uppfoljningsutgang.Avslut)]
    [InlineData(Uppfoljningsutgang.NyProvning)]
    public void Vid_avslut_och_ny_provning_planeras_ingen_ny(Uppfoljningsutgang utgang) =>
        Assert.Null(Genomfor(Planerad(), utgang: utgang).Value.Nasta);

    [Fact]
    public void Uppfoljning_kan_inte_vara_genomford_i_framtiden() =>
        Assert.Equal("UPPFOLJNING_I_FRAMTIDEN", Genomfor(Planerad(), dagar: 1).Error?.Code);

    [Fact]
    public void Uppfoljning_genomfors_bara_en_gang()
    {
        var uppfoljning = Planerad();
        _ = Genomfor(uppfoljning).Value;

        Assert.Equal("UPPFOLJNING_GENOMFORD", Genomfor(uppfoljning).Error?.Code);
    }

    [Fact]
    public void Koderna_for_utgang_gar_att_lasa_tillbaka() => Assert.All(
        Enum.GetValues<Uppfoljningsutgang>(), utgang => Assert.Equal(utgang, Utgangskoder.Tolka(utgang.Kod())));
}
