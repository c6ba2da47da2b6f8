using System.Globalization;
using CaseFlow.Engine.Bpmn;

namespace CaseFlow.Engine.Tests.Bpmn;

public sealed class TimeTests
{
    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    [Theory]
    // Calendar days keep the clock time over both DST nights; hours are exact.
    [InlineData("2026-03-28T08:00:00+01:00", "P1D", "2026-03-29T08:00:00+02:00")]
    [InlineData("2026-03-28T08:00:00+01:00", "PT24H", "2026-03-29T09:00:00+02:00")]
    [InlineData("2026-10-24T08:00:00+02:00", "P1D", "2026-10-25T08:00:00+01:00")]
    [InlineData("2026-10-24T08:00:00+02:00", "PT24H", "2026-10-25T07:00:00+01:00")]
    [InlineData("2026-03-28T02:30:00+01:00", "P1D", "2026-03-29T03:30:00+02:00")]
    [InlineData("2026-10-24T02:30:00+02:00", "P1D", "2026-10-25T02:30:00+02:00")]
    [InlineData("2026-11-01T02:30:00+01:00", "P52W", "2027-10-31T02:30:00+01:00")]
    [InlineData("2026-01-31T12:00:00+01:00", "P1M", "2026-02-28T12:00:00+01:00")]
    [InlineData("2028-02-29T12:00:00+01:00", "P1Y", "2029-02-28T12:00:00+01:00")]
    [InlineData("2026-03-28T23:30:00+01:00", "P1DT1H", "2026-03-30T00:30:00+02:00")]
    [InlineData("2026-01-01T00:00:00+01:00", "P1Y2M3W4DT5H6M7.5S", "2027-03-26T05:06:07.5+01:00")]
    public void Dagar_foljer_kalendern_i_Stockholm_och_timmar_klockan(string start, string duration, string expected) =>
        Assert.Equal(At(expected), IsoDuration.TryParse(duration)!.After(At(start)));

    [Theory]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("1D")]
    [InlineData("P-1D")]
    [InlineData("P1D ")]
    [InlineData("P1H")]
    [InlineData("P1.5D")]
    [InlineData("P999999D")]
    public void En_text_som_inte_ar_en_varaktighet_ger_inget(string text) => Assert.Null(IsoDuration.TryParse(text));

    [Theory]
    [InlineData("2026-07-01T08:00:00", "2026-07-01T08:00:00+02:00")]
    [InlineData("2026-07-01", "2026-07-01T00:00:00+02:00")]
    [InlineData("2026-07-01T08:00:00Z", "2026-07-01T08:00:00+00:00")]
    [InlineData("2026-10-25T02:30:00", "2026-10-25T02:30:00+02:00")]
    [InlineData("2026-03-29T02:30:00", "2026-03-29T03:30:00+02:00")]
    public void En_tidpunkt_utan_zon_ar_svensk_tid(string text, string expected) =>
        Assert.Equal(At(expected), TimerLiteral.Plan(TimerKind.Date, text, default)!.Due);

    [Theory]
    [InlineData("R3/P1D", 2)]
    [InlineData("R/P1D", null)]
    public void En_upprepning_har_forsta_gangen_och_resten(string text, int? remaining)
    {
        var plan = TimerLiteral.Plan(TimerKind.Cycle, text, At("2026-01-01T00:00:00+01:00"))!;

        Assert.Equal((At("2026-01-02T00:00:00+01:00"), "P1D", remaining), (plan.Due, plan.Period, plan.Remaining));
    }

    [Theory]
    [InlineData("R0/P1D")]
    [InlineData("R/PT0S")]
    [InlineData("P1D")]
    [InlineData("R3/2026-01-01T00:00:00Z/P1D")]
    public void En_upprepning_som_inte_gar_att_folja_ger_inget(string text) => Assert.Null(TimerLiteral.Plan(TimerKind.Cycle, text, default));

    [Fact]
    public void En_tid_efter_ar_9999_ger_inget() =>
        Assert.Null(TimerLiteral.Plan(TimerKind.Duration, "P9999Y", At("2026-01-01T00:00:00Z")));
}
