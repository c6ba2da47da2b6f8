using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Tests.Kalender;

public sealed class DagraknareTests
{
    private static readonly DateOnly Start = new(2026, 11, 2);

    [Fact]
    public void Dagarna_delas_mellan_oss_och_vantan()
    {
        Uppehall[] pauser = [new(Start.AddDays(2), Start.AddDays(5)), new(Start.AddDays(8), null)];
        Assert.Equal(new Dagantal(10, 5, 5), Dagraknare.Berakna(Start, pauser, Start.AddDays(10)));
        Assert.Equal(new Dagantal(0, 0, 0), Dagraknare.Berakna(Start, pauser, Start.AddDays(-3)));
    }

    [Fact]
    public void Pauser_som_gar_i_varandra_raknas_en_gang()
    {
        Uppehall[] pauser = [new(Start.AddDays(8), Start.AddDays(15)), new(Start.AddDays(5), Start.AddDays(10)), new(Start.AddDays(-5), Start.AddDays(2))];
        Assert.Equal(new Dagantal(20, 8, 12), Dagraknare.Berakna(Start, pauser, Start.AddDays(20)));
        Assert.Equal(new Dagantal(9, 3, 6), Dagraknare.Berakna(Start, pauser, Start.AddDays(9)));
    }

    [Fact]
    public void En_period_har_sina_andpunkter_och_slutar_inte_fore_sin_borjan()
    {
        Assert.True(new Period(Start, Start.AddDays(3)).Innehaller(Start.AddDays(3)));
        Assert.Equal("PERIOD_BAKLANGES", Period.Skapa(Start, Start.AddDays(-1)).Error?.Code);
    }
}
