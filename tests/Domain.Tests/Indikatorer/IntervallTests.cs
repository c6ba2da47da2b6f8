using CaseFlow.Domain.Indikatorer;

namespace CaseFlow.Domain.Tests.Indikatorer;

/// <summary>Against the published examples: Newcombe, Statistics in Medicine 17 (1998), s. 857 och 873.</summary>
public sealed class IntervallTests
{
    [Theory]
    [InlineData(81, 263, 25.5, 36.6)]
    [InlineData(15, 148, 6.2, 16.0)]
    [InlineData(0, 20, 0.0, 16.1)]
    [InlineData(29, 29, 88.3, 100.0)]
    public void En_andel_far_Wilsons_intervall(int taljare, int namnare, double lagst, double hogst) =>
        Assert.Equal(((decimal)lagst, (decimal)hogst), Intervall.Andel(taljare, namnare));

    [Theory]
    [InlineData(56, 70, 48, 80, 5.2, 33.4)]
    [InlineData(9, 10, 3, 10, 17.1, 80.9)]
    [InlineData(10, 10, 0, 20, 67.9, 100.0)]
    public void En_skillnad_far_Newcombes_intervall(int taljare1, int namnare1, int taljare2, int namnare2, double lagst, double hogst) =>
        Assert.Equal(((decimal)lagst, (decimal)hogst), Intervall.Skillnad(taljare1, namnare1, taljare2, namnare2));
}
