using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Runtime;

namespace CaseFlow.Engine.Dmn.Analysis;

/// <summary>An ordered kind of value laid out on the number line.</summary>
/// <param name="Steps">How far beyond a value an example is looked for, the nicest first. The last is the smallest step there is, except for numbers.</param>
internal sealed record Scale(
    Func<FeelValue, decimal> Place, Func<decimal, FeelValue> Value, decimal Min, decimal Max, decimal[] Steps, decimal Somewhere, bool IsDense)
{
    private const decimal Minute = TimeSpan.TicksPerMinute;
    private const decimal Day = TimeSpan.TicksPerDay;

    /// <summary>A day that examples stand on when nothing else says which.</summary>
    private static readonly DateOnly AnyDay = new(2026, 1, 1);

    public static Scale Number { get; } =
        new(v => ((FeelNumber)v).Value, v => v, decimal.MinValue, decimal.MaxValue, [1], 0, IsDense: true);

    public static Scale Date { get; } = new(
        v => ((FeelDate)v).Value.DayNumber, v => new FeelDate(DateOnly.FromDayNumber((int)v)),
        DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber, [1], AnyDay.DayNumber, IsDense: false);

    public static Scale Months { get; } =
        new(v => ((FeelYearsMonths)v).Months, v => new FeelYearsMonths((int)v), int.MinValue, int.MaxValue, [1], 0, IsDense: false);

    public static Scale Days { get; } = new(
        v => ((FeelDaysTime)v).Value.Ticks, v => new FeelDaysTime(new TimeSpan((long)v)),
        long.MinValue, long.MaxValue, [Day, Minute, 1], 0, IsDense: false);

    public static Scale Time { get; } = new(
        v => ((FeelTime)v).Value.Ticks, v => new FeelTime(new TimeOnly((long)v), null, null),
        0, TimeSpan.TicksPerDay - 1, [Minute, 1], TimeSpan.TicksPerDay / 2, IsDense: false);

    public static Scale LocalDateTime { get; } = new(
        v => ((FeelDateTime)v).Value.Ticks, v => new FeelDateTime(new DateTime((long)v, DateTimeKind.Unspecified), null, null),
        DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks, [Day, Minute, 1], AnyDay.ToDateTime(TimeOnly.MinValue).Ticks, IsDense: false);

    public static Scale Instant { get; } = new(
        v => FeelClock.UtcTicks((FeelDateTime)v), v => new FeelDateTime(new DateTime((long)v, DateTimeKind.Unspecified), TimeSpan.Zero, null),
        DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks, [Day, Minute, 1], AnyDay.ToDateTime(TimeOnly.MinValue).Ticks, IsDense: false);

    /// <summary>A value strictly between two others, an end that is null being open; null when there is none.</summary>
    public FeelValue? Between(FeelValue? low, FeelValue? high)
    {
        var (from, to) = (low is null ? (decimal?)null : Place(low), high is null ? (decimal?)null : Place(high));
        foreach (var candidate in Candidates(from, to))
        {
            if (candidate < Min || candidate > Max || candidate <= from || candidate >= to) continue;
            var value = Value(candidate);
            // A zone's own hours may put a value elsewhere than on its place.
            if ((low is null || Comparison.Order(value, low) > 0) && (high is null || Comparison.Order(value, high) < 0)) return value;
        }

        return null;
    }

    private IEnumerable<decimal> Candidates(decimal? from, decimal? to)
    {
        if (from is null && to is null) yield return Somewhere;
        foreach (var step in Steps)
        {
            if (from <= Max - step) yield return IsDense ? decimal.Floor(from.Value) + step : from.Value + step;
            if (from is null && to >= Min + step) yield return to.Value - step;
        }

        if (IsDense && from is { } low && to is { } high) yield return (low / 2) + (high / 2);
    }
}
