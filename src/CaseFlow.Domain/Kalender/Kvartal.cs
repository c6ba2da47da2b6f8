namespace CaseFlow.Domain.Kalender;

/// <summary>The quarters of the calendar year.</summary>
public static class Kvartal
{
    /// <summary>The first day of the quarter after the one the day is in.</summary>
    public static DateOnly Efter(DateOnly dag) => new DateOnly(dag.Year, (dag.Month - 1) / 3 * 3 + 1, 1).AddMonths(3);
}
