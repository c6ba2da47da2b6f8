using CaseFlow.Domain.Ansokningar;

namespace CaseFlow.Domain.Tests.Ansokningar;

public sealed class LamnadKontaktTests
{
    private static readonly LamnadKontakt Lamnad = new("Nya gatan 2", "128 59", "Bagarmossen", "08-2", "fi", Tolkbehov: true);

    [Fact]
    public void Det_som_registret_fatt_star_inte_kvar()
    {
        Assert.Null(Lamnad.Kvar("Nya gatan 2", "128 59", "Bagarmossen", "08-2", "fi", tolkbehov: true));
        Assert.Equal(Lamnad, Lamnad.Kvar("Gamla gatan 1", "128 58", "Skarpnäck", null, "sv", tolkbehov: false));
    }

    [Fact]
    public void En_adress_ar_en_sak() =>
        Assert.Equal(new("Nya gatan 2", "128 59", "Bagarmossen"), Lamnad.Kvar("Nya gatan 3", "128 59", "Bagarmossen", "08-2", "fi", tolkbehov: true));

    [Fact]
    public void Bara_det_som_lamnades_jamfors()
    {
        Assert.Null(new LamnadKontakt(Telefon: "08-2").Kvar("Gatan 1", "128 58", "Skarpnäck", "08-2", "ar", tolkbehov: true));
        Assert.Equal(new(Namn: "Fel Namn"), new LamnadKontakt(Namn: "Fel Namn").Kvar(null, null, null, null, "sv", tolkbehov: false));
    }
}
