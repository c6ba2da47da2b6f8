using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Tests.Kalender;

public sealed class ArbetsdagarTests
{
    [Theory]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2030-04-21")]
    [InlineData("2038-04-25")]
    public void Paskdagen_infaller_som_almanackan_sager(string dag) =>
        Assert.Equal(Tid.Dag(dag), Arbetsdagar.Paskdagen(Tid.Dag(dag).Year));

    [Theory]
    // 2026
    [InlineData("2026-01-01")]
    [InlineData("2026-01-06")]
    [InlineData("2026-04-03")]
    [InlineData("2026-04-06")]
    [InlineData("2026-05-01")]
    [InlineData("2026-05-14")]
    [InlineData("2026-06-19")]
    [InlineData("2026-12-24")]
    [InlineData("2026-12-25")]
    [InlineData("2026-12-31")]
    // helger och flyttande dagar
    [InlineData("2026-11-21")]
    [InlineData("2026-11-22")]
    [InlineData("2026-10-31")]
    [InlineData("2025-06-06")]
    [InlineData("2025-06-20")]
    [InlineData("2024-05-09")]
    [InlineData("2004-05-31")]
    public void Ingen_arbetsdag(string dag) => Assert.False(Arbetsdagar.ArArbetsdag(Tid.Dag(dag)));

    [Theory]
    [InlineData("2026-11-20")]
    [InlineData("2026-01-02")]
    [InlineData("2026-01-05")]
    [InlineData("2026-04-02")]
    [InlineData("2026-04-30")]
    [InlineData("2026-05-25")]
    [InlineData("2026-06-18")]
    [InlineData("2026-06-22")]
    [InlineData("2026-10-30")]
    [InlineData("2026-12-23")]
    [InlineData("2026-12-30")]
    [InlineData("2003-06-06")]
    [InlineData("2005-05-16")]
    public void Arbetsdag(string dag) => Assert.True(Arbetsdagar.ArArbetsdag(Tid.Dag(dag)));

    [Theory]
    [InlineData("2026-11-20", "2026-11-19")]
    [InlineData("2026-11-23", "2026-11-20")]
    [InlineData("2026-11-22", "2026-11-20")]
    [InlineData("2026-04-07", "2026-04-02")]
    [InlineData("2027-01-04", "2026-12-30")]
    [InlineData("2026-06-22", "2026-06-18")]
    public void Narmast_foregaende_arbetsdag(string dag, string vantad) =>
        Assert.Equal(Tid.Dag(vantad), Arbetsdagar.NarmastForegaende(Tid.Dag(dag)));

    [Theory]
    [InlineData("2026-11-20", 0, "2026-11-20")]
    [InlineData("2026-11-20", 1, "2026-11-23")]
    [InlineData("2026-12-22", 3, "2026-12-29")]
    [InlineData("2026-12-29", -3, "2026-12-22")]
    public void Arbetsdagar_laggs_till_over_helger(string dag, int antal, string vantad) =>
        Assert.Equal(Tid.Dag(vantad), Arbetsdagar.Lagg(Tid.Dag(dag), antal));

    [Fact]
    public void Varje_ar_har_rimligt_manga_arbetsdagar()
    {
        for (var ar = 1990; ar <= 2060; ar++)
        {
            var forsta = new DateOnly(ar, 1, 1);
            var antal = Enumerable.Range(0, DateTime.IsLeapYear(ar) ? 366 : 365).Count(d => Arbetsdagar.ArArbetsdag(forsta.AddDays(d)));
            Assert.InRange(antal, 247, 255);
        }
    }
}
