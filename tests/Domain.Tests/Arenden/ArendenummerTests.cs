using CaseFlow.Domain.Arenden;

namespace CaseFlow.Domain.Tests.Arenden;

public sealed class ArendenummerTests
{
    [Theory]
    [InlineData("20260345", "2026-0345")]
    [InlineData("2026-345", "2026-0345")]
    [InlineData(" 2026/0345 ", "2026-0345")]
    [InlineData("2026–12345", "2026-12345")]
    [InlineData("2019 7", "2019-0007")]
    public void Ett_nummer_med_ar_ar_ett(string skrivet, string nummer) => Assert.Equal([nummer], Arendenummer.Mojliga(skrivet, 2026));

    [Fact]
    public void Utan_ar_kan_det_vara_vilket_av_de_tio_senaste_som_helst()
    {
        Assert.Equal(["2026-0345", "2025-0345", "2024-0345"], Arendenummer.Mojliga("0345", 2026).Take(3));
        Assert.Equal(10, Arendenummer.Mojliga("345", 2026).Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Anna")]
    [InlineData("19410203")]
    [InlineData("410203-9806")]
    [InlineData("194102039806")]
    [InlineData("20270001")]
    [InlineData("123456")]
    [InlineData("0345a")]
    public void Ett_personnummer_eller_ett_namn_ar_inget_arendenummer(string? skrivet) => Assert.Empty(Arendenummer.Mojliga(skrivet, 2026));
}
