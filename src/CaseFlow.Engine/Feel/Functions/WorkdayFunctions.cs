namespace CaseFlow.Engine.Feel.Functions;

/// <summary>Our own functions: the Swedish working days of <see cref="SwedishCalendar"/>.</summary>
internal static class WorkdayFunctions
{
    private const int MaxDays = 100_000;

    public static IEnumerable<Builtin> All =>
    [
        new("arbetsdag", "date", c => TemporalFunctions.DateOf(c[0]) is { } date ? SwedishCalendar.IsWorkday(date) : c.Bad(0, "ett datum")),
        new("arbetsdagar", "date, n", Add),
    ];

    private static FeelValue Add(Call call)
    {
        if (TemporalFunctions.DateOf(call[0]) is not { } date) return call.Bad(0, "ett datum");
        if (!call.Whole(1, out var count)) return FeelValue.Null;
        if (Math.Abs((long)count) > MaxDays) return call.Fail("antalet arbetsdagar är för stort.");
        call.State.Step(Math.Abs(count));
        return SwedishCalendar.AddWorkdays(date, count) is { } result ? result : call.Fail("datumet hamnar utanför år 1-9999.");
    }
}
