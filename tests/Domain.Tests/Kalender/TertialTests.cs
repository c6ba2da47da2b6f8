using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Tests.Kalender;

public sealed class TertialTests
{
    [Theory]
    // sommartid: midnatt i Stockholm är 22.00 UTC dagen före
    [InlineData("2026-04-30T21:59:59Z", "2026-T1")]
    [InlineData("2026-04-30T22:00:00Z", "2026-T2")]
    [InlineData("2026-08-31T21:59:59Z", "2026-T2")]
    [InlineData("2026-08-31T22:00:00Z", "2026-T3")]
    // normaltid: 23.00 UTC
    [InlineData("2026-12-31T22:59:59Z", "2026-T3")]
    [InlineData("2026-12-31T23:00:00Z", "2027-T1")]
    public void Tertialet_byts_vid_midnatt_i_Stockholm(string tid, string vantat) =>
        Assert.Equal(vantat, Tertial.Av(Tid.Vid(tid)).ToString());

    [Fact]
    public void Tertialet_har_start_slut_och_foregaende()
    {
        var t = new Tertial(2024, 1);
        Assert.Equal((new DateOnly(2024, 1, 1), new DateOnly(2024, 4, 30)), (t.Start, t.Slut));
        Assert.Equal(new Tertial(2023, 3), t.Foregaende);
        Assert.True(t.Foregaende < t);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tertial(2024, 4));
    }

    [Fact]
    public void Texten_lases_tillbaka()
    {
        Assert.True(Tertial.Forsok("2026-T2", out var t));
        Assert.Equal(new Tertial(2026, 2), t);
        foreach (var fel in new[] { null, "", "2026-T4", "2026T2", "26-T2", "0000-T1", "2026-T2 " }) Assert.False(Tertial.Forsok(fel, out _));
    }

    [Theory]
    [InlineData("2026-03-29", "2026-03-28T23:00:00Z")]
    [InlineData("2026-03-30", "2026-03-29T22:00:00Z")]
    [InlineData("2026-10-25", "2026-10-24T22:00:00Z")]
    [InlineData("2026-10-26", "2026-10-25T23:00:00Z")]
    public void Midnatt_raknas_ratt_runt_tidsomstallningen(string dag, string vantad) =>
        Assert.Equal(Tid.Vid(vantad), SvenskTid.Midnatt(Tid.Dag(dag)));
}
