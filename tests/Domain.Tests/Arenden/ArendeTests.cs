using CaseFlow.Domain.Arenden;

namespace CaseFlow.Domain.Tests.Arenden;

public sealed class ArendeTests
{
    private static readonly DateTimeOffset Nu = Tid.Vid("2026-11-20T09:00:00Z");

    [Theory]
    [InlineData(Steg.Utredning, 0)]
    [InlineData(Steg.Underrattelse, 0)]
    [InlineData(Steg.Verkstallighet, 500)]
    [InlineData(Steg.Uppfoljning, 500)]
    [InlineData(Steg.Avslutat, 500)]
    public void Nar_insatsen_loper_raknas_dagarna_hos_oss_fran_uppgiften(Steg steg, int dagar)
    {
        var kom = new DateOnly(2025, 4, 1);
        Assert.Equal(kom.AddDays(dagar), Stegordning.HosOssFran(steg, kom, kom.AddDays(500)));
        Assert.Equal(kom, Stegordning.HosOssFran(steg, kom, kom.AddDays(-1)));
    }

    [Fact]
    public void Ett_arende_gar_alla_steg_till_uppfoljning()
    {
        var arende = EttArende();
        foreach (var steg in new[] { Steg.Utredning, Steg.Kommunicering, Steg.Beslut, Steg.Underrattelse, Steg.Verkstallighet, Steg.Uppfoljning })
        {
            Assert.True(arende.KanGaTill(steg));
            Assert.Equal(steg, arende.GaTill(steg, Nu).Value.Till);
        }

        Assert.Equal(new ArendeAvslutat(new(1), AvslutsOrsak.InsatserAvslutade, Steg.Uppfoljning), arende.Avsluta(AvslutsOrsak.InsatserAvslutade, Nu).Value);
        Assert.Equal((true, Nu), (arende.ArAvslutat, arende.Avslutat));
    }

    [Theory]
    [InlineData(Steg.Ansokan, Steg.Beslut)]
    [InlineData(Steg.Ansokan, Steg.Ansokan)]
    [InlineData(Steg.Utredning, Steg.Underrattelse)]
    [InlineData(Steg.Beslut, Steg.Verkstallighet)]
    [InlineData(Steg.Underrattelse, Steg.Beslut)]
    [InlineData(Steg.Underrattelse, Steg.Utredning)]
    [InlineData(Steg.Uppfoljning, Steg.Avslutat)]
    [InlineData(Steg.Avslutat, Steg.Utredning)]
    public void Ett_steg_hoppas_inte_over(Steg fran, Steg till) => Assert.False(Stegordning.FarGa(fran, till));

    [Fact]
    public void Ett_otillatet_steg_nekas_och_andrar_inget()
    {
        var arende = EttArende();
        Assert.Equal("ARENDE_FEL_STEG", arende.GaTill(Steg.Beslut, Nu).Error?.Code);
        Assert.Equal(Steg.Ansokan, arende.Steg);
    }

    [Fact]
    public void Ett_avslutat_arende_andras_aldrig()
    {
        var arende = EttArende();
        Assert.False(arende.Avsluta(AvslutsOrsak.Avliden, Nu).Failed);
        Assert.All(
            new[]
            {
                arende.GaTill(Steg.Utredning, Nu).Error, arende.Avsluta(AvslutsOrsak.Avliden, Nu).Error, arende.Tilldela(new(7), new(8), Nu).Error,
                arende.Vanta(PausOrsaker.Annat, null, Nu).Error, arende.Ateruppta(Nu).Error,
            },
            e => Assert.Equal("ARENDE_AVSLUTAT", e?.Code));
    }

    [Fact]
    public void Efter_beslutet_ar_det_for_sent_att_ta_tillbaka_ansokan()
    {
        Assert.All(Enum.GetValues<Steg>(), s => Assert.Equal(s <= Steg.Beslut, Stegordning.FarAvsluta(s, AvslutsOrsak.Atertagen)));
        Assert.All(Enum.GetValues<Steg>(), s => Assert.Equal(s != Steg.Avslutat, Stegordning.FarAvsluta(s, AvslutsOrsak.Avliden)));
    }

    [Fact]
    public void Ett_arende_som_vantar_maste_aterupptas_innan_det_gar_vidare()
    {
        var arende = EttArende();
        Assert.Equal(new ArendePausat(new(1), "komplettering", new(2026, 12, 1)), arende.Vanta("komplettering", new(2026, 12, 1), Nu, "Läkarintyg").Value);
        Assert.Equal("ARENDE_VANTAR", arende.GaTill(Steg.Utredning, Nu).Error?.Code);
        Assert.Equal("ARENDE_VANTAR", arende.Vanta("annat", null, Nu).Error?.Code);
        Assert.Equal(new ArendeAterupptaget(new(1), "komplettering", 5), arende.Ateruppta(Nu.AddDays(5)).Value);
        Assert.Equal("ARENDE_VANTAR_INTE", arende.Ateruppta(Nu).Error?.Code);
        Assert.False(arende.GaTill(Steg.Utredning, Nu.AddDays(5)).Failed);
        Assert.Equal(new(new(2026, 11, 20), new(2026, 11, 25)), arende.Uppehall().Single());
    }

    [Theory]
    [InlineData("lust", "2026-12-01", "PAUS_ORSAK_OKAND")]
    [InlineData("annat", "2026-11-20", "PAUS_VAKNAR_BAKAT")]
    public void En_paus_har_kand_orsak_och_vaknar_framat(string orsak, string vaknar, string kod) =>
        Assert.Equal(kod, EttArende().Vanta(orsak, Tid.Dag(vaknar), Nu).Error?.Code);

    [Fact]
    public void Dodsfall_avslutar_ocksa_vantan()
    {
        var arende = EttArende();
        arende.Vanta(PausOrsaker.Sjukhusvistelse, null, Nu);
        arende.Avsluta(AvslutsOrsak.Avliden, Nu.AddDays(1));
        Assert.Null(arende.PagaendePaus);
        Assert.Equal(new DateOnly(2026, 11, 21), arende.Pauser[0].Tom);
    }

    [Fact]
    public void Tilldelningen_berattar_vem_som_hade_det_fore()
    {
        var arende = EttArende();
        Assert.Equal(new ArendeTilldelat(new(1), new(7), null, new(9)), arende.Tilldela(new(7), new(9), Nu).Value);
        Assert.Equal(new ArendeTilldelat(new(1), new(8), new(7), new(9)), arende.Tilldela(new(8), new(9), Nu).Value);
        Assert.Equal("ARENDE_REDAN_TILLDELAT", arende.Tilldela(new(8), new(9), Nu).Error?.Code);
    }

    [Theory]
    [InlineData(2026, 419, "2026-0419")]
    [InlineData(2026, 12345, "2026-12345")]
    public void Numret_har_minst_fyra_siffror_efter_aret(int ar, int lopnummer, string text)
    {
        Assert.Equal(text, Arendenummer.Formatera(ar, lopnummer));
    }

    internal static Arende EttArende() => Arende.Oppna(new(1), Guid.Empty, "2026-0001", new(2), new(3), false, Arendeslag.Ansokan, Nu);
}
