using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Feel;

public sealed class TemporalTests
{
    [Theory]
    [InlineData("now()", "2026-03-02T08:00:00@Europe/Stockholm")]
    [InlineData("today()", "2026-03-02")]
    [InlineData("@\"2026-03-28T12:00:00@Europe/Stockholm\" + @\"P1D\"", "2026-03-29T13:00:00@Europe/Stockholm")]
    [InlineData("@\"2026-03-28T12:00:00@Europe/Stockholm\" + @\"P1M\"", "2026-04-28T12:00:00@Europe/Stockholm")]
    [InlineData("@\"2026-10-25T03:30:00@Europe/Stockholm\" - @\"2026-10-25T01:30:00@Europe/Stockholm\"", "PT3H")]
    [InlineData("@\"2026-03-28T12:00:00\" + @\"P1D\"", "2026-03-29T12:00:00")]
    [InlineData("@\"2026-01-31\" + @\"P1M\"", "2026-02-28")]
    [InlineData("@\"2028-02-29\" - @\"P1Y\"", "2027-02-28")]
    [InlineData("@\"2026-03-01\" - @\"2026-02-01\"", "P28D")]
    [InlineData("@\"P1Y\" + @\"P1D\"", "null")]
    [InlineData("duration(\"P14M\")", "P1Y2M")]
    [InlineData("duration(\"PT36H\")", "P1DT12H")]
    [InlineData("duration(\"P1Y\") = duration(\"P12M\")", "true")]
    [InlineData("years and months duration(@\"2024-03-31\", @\"2026-03-30\")", "P1Y11M")]
    [InlineData("date(\"2026-02-30\")", "null")]
    [InlineData("date(2026, 7, 1).weekday", "3")]
    [InlineData("date and time(@\"2026-07-01\", @\"10:00:00\")", "2026-07-01T10:00:00")]
    [InlineData("@\"2026-07-01T10:00:00@Europe/Stockholm\" = @\"2026-07-01T08:00:00Z\"", "true")]
    [InlineData("@\"2026-07-01T10:00:00@Europe/Stockholm\".time offset", "PT2H")]
    [InlineData("(now() + duration(\"P30D\")).day", "1")]
    [InlineData("day of week(@\"2026-03-02\")", "Monday")]
    [InlineData("arbetsdagar(@\"2026-04-02\", 1)", "2026-04-07")]
    [InlineData("arbetsdagar(@\"2026-04-07\", -1)", "2026-04-02")]
    [InlineData("arbetsdagar(@\"2026-06-18\", 1)", "2026-06-22")]
    [InlineData("arbetsdagar(@\"2026-12-23\", 1)", "2026-12-28")]
    [InlineData("arbetsdag(@\"2026-05-14\")", "false")]
    [InlineData("arbetsdag(@\"2026-05-15\")", "true")]
    public void Datum_och_tid(string source, string expected) => Assert.Equal(expected, Feels.Text(source));

    [Theory]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2038, 4, 25)]
    [InlineData(1961, 4, 2)]
    public void Paskdagen(int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), SwedishCalendar.Easter(year));

    /// <summary>Röda dagar och aftnar 2026, måndag till fredag, ur almanackan.</summary>
    [Fact]
    public void Lediga_vardagar_2026()
    {
        var free = Enumerable.Range(0, 365).Select(new DateOnly(2026, 1, 1).AddDays)
            .Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !SwedishCalendar.IsWorkday(d))
            .Select(d => d.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(["01-01", "01-06", "04-03", "04-06", "05-01", "05-14", "06-19", "12-24", "12-25", "12-31"], free);
    }

    [Fact]
    public void Ogonblick_fram_och_tillbaka_over_hostens_dubbla_timme()
    {
        foreach (var minutes in Enumerable.Range(0, 40).Select(i => i * 6))
        {
            var instant = new DateTimeOffset(2026, 10, 24, 23, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
            Assert.Equal(instant, FeelClock.ToInstant(FeelClock.FromInstant(instant)));
        }
    }
}
