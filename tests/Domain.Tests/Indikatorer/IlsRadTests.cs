using CaseFlow.Domain.Indikatorer;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Domain.Tests.Indikatorer;

public sealed class IlsRadTests
{
    [Fact]
    public void Raden_delas_pa_kon_och_period()
    {
        var rad = IlsRad.Berakna(
            IndikatorKatalog.SamtligaInsatserBeskrivna,
            [
                new(new(2025, 1), Kon.Man, 30, 40), new(new(2025, 3), Kon.Kvinna, 30, 40),
                new(new(2026, 1), Kon.Kvinna, 10, 20),
                new(new(2026, 2), Kon.Kvinna, 35, 40), new(new(2026, 2), Kon.Man, 18, 19), new(new(2026, 2), Kon.Okant, 1, 1),
                new(new(2026, 3), Kon.Man, 0, 100), new(new(2024, 2), Kon.Man, 0, 100),
            ],
            new(2026, 2));
        Assert.Equal(new Utfall(54, 60), rad.PeriodensUtfall);
        Assert.Equal("87,5\u00a0%", rad.UtfallKvinnor.Text);
        Assert.Equal(("för lite underlag", "18 av 19"), (rad.UtfallMan.Text, rad.UtfallMan.Antal));
        Assert.Equal(75.0m, rad.UtfallVbForegaendeAr.Procent);
        Assert.Equal(new Utfall(64, 80), rad.PrognosHelar);
        Assert.Equal(("90 %", null), (rad.Arsmal, rad.KfArsmal));
    }

    [Theory]
    [InlineData(19, 19, "för lite underlag")]
    [InlineData(0, 0, "för lite underlag")]
    [InlineData(20, 20, "100,0\u00a0%")]
    [InlineData(2, 3 * 20, "3,3\u00a0%")]
    [InlineData(1, 16 * 5, "1,3\u00a0%")]
    [InlineData(0, 20, "0,0\u00a0%")]
    public void Andelen_har_en_decimal_och_kraver_tjugo(int taljare, int namnare, string text) =>
        Assert.Equal(text, new Utfall(taljare, namnare).Text);

    [Theory]
    [InlineData(2, 2, true)]
    [InlineData(2, 1, false)]
    [InlineData(0, 0, false)]
    public void En_utredning_raknas_nar_allt_som_soktes_ar_beskrivet(int ansokta, int beskrivna, bool raknas)
    {
        var rad = IndikatorRad.AvUtredning(
            new(1), new(2), new(3), Tid.Vid("2026-12-31T23:30:00Z"), ansokta, beskrivna, Kon.Kvinna);
        Assert.Equal((raknas, "2027-T1", 2027), (rad.Raknas, rad.Tertial, rad.Ar));
        Assert.Same(IndikatorKatalog.SamtligaInsatserBeskrivna, IndikatorKatalog.Hitta(rad.Indikator));
    }
}
