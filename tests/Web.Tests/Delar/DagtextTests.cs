using CaseFlow.Application;
using CaseFlow.Web.Pages.Arenden;

namespace CaseFlow.Web.Tests.Delar;

/// <summary>How a day is written where there is little room: never so that it can be read as another.</summary>
public sealed class DagtextTests
{
    private static readonly DateOnly Idag = new(2026, 11, 23);

    [Theory]
    [InlineData("2026-11-23T10:11:00Z", "kl. 11.11")]
    [InlineData("2026-11-22T10:11:00Z", "i går")]
    [InlineData("2026-10-24T10:11:00Z", "24 okt")]
    [InlineData("2025-10-24T10:11:00Z", "24 okt 2025")]
    public void Klockslaget_ser_inte_ut_som_en_dag_och_ett_annat_ar_star_ut(string tid, string text) =>
        Assert.Equal(text, Arendevisning.Nar(DateTimeOffset.Parse(tid, System.Globalization.CultureInfo.InvariantCulture), Idag));

    [Fact]
    public void En_dag_ett_annat_ar_bar_sitt_ar()
    {
        Assert.Equal("24 okt", Datumtext.Kort(new DateOnly(2026, 10, 24), Idag));
        Assert.Equal("24 okt 2025", Datumtext.Kort(new DateOnly(2025, 10, 24), Idag));
    }
}
