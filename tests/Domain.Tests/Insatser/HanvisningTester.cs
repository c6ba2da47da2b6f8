using CaseFlow.Domain.Insatser;

namespace CaseFlow.Domain.Tests.Insatser;

public sealed class HanvisningTester
{
    private static readonly Overklagandeadress Till = new(
        "Ekbackens stadsdelsnämnd", "Box 1, 128 00 Ekbacken", "Förvaltningsrätten i Stockholm", "115 76 Stockholm", "08-000 00 00");

    [Fact]
    public void Forvaltningsbesvar_ges_in_till_namnden_inom_tre_veckor_fran_del_av_beslutet()
    {
        var text = Hanvisning.Text(Overklagandeform.Forvaltningsbesvar, Till);

        Assert.Contains("Skriv till Ekbackens stadsdelsnämnd, Box 1, 128 00 Ekbacken.", text, StringComparison.Ordinal);
        Assert.Contains("inom tre veckor från den dag du fick del av beslutet", text, StringComparison.Ordinal);
        Assert.Contains("vilket beslut du överklagar och hur du vill att det ska ändras", text, StringComparison.Ordinal);
        Assert.Contains("Ring 08-000 00 00", text, StringComparison.Ordinal);
        Assert.DoesNotContain("115 76", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Laglighetsprovning_ges_in_till_domstolen_och_raknas_fran_anslagstavlan()
    {
        var text = Hanvisning.Text(Overklagandeform.Laglighetsprovning, Till);

        Assert.Contains("13 kap. kommunallagen", text, StringComparison.Ordinal);
        Assert.Contains("115 76 Stockholm", text, StringComparison.Ordinal);
        Assert.Contains("anslagstavla", text, StringComparison.Ordinal);
        Assert.DoesNotContain("fick del av", text, StringComparison.Ordinal);
    }

    [Fact]
    public void En_anmalan_gar_inte_att_overklaga() =>
        Assert.Contains("går inte att överklaga", Hanvisning.Text(Overklagandeform.Anmalan, Till), StringComparison.Ordinal);

    [Fact]
    public void Utan_anmalan_star_det_inte_att_vi_anmaler()
    {
        var text = Hanvisning.Text(Overklagandeform.Anmalan, Till, anmals: false);

        Assert.DoesNotContain("Vi anmäler", text, StringComparison.Ordinal);
        Assert.Contains("du kan själv ansöka", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Vid_laglighetsprovning_av_ett_delegationsbeslut_raknas_tiden_fran_protokollet_dar_det_anmaldes()
    {
        var text = Hanvisning.Text(Overklagandeform.Laglighetsprovning, Till);

        Assert.Contains("det där beslutet anmäldes till nämnden", text, StringComparison.Ordinal);
        Assert.Contains("alla skäl", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Utan_telefonnummer_lovas_ingen_hjalp_pa_telefon() =>
        Assert.DoesNotContain("Ring", Hanvisning.Text(Overklagandeform.Forvaltningsbesvar, Till with { Telefon = null }), StringComparison.Ordinal);

    [Fact]
    public void Okand_form_ar_ett_fel_i_programmet() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Hanvisning.Text((Overklagandeform)9, Till));
}
