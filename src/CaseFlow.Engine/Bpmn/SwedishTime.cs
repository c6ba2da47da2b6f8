namespace CaseFlow.Engine.Bpmn;

/// <summary>Clock time in Europe/Stockholm to and from instants.</summary>
public static class SwedishTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public static DateTimeOffset ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The instant of a Swedish clock time. In the hour that comes twice the offset <paramref name="preferred"/> is kept,
    /// otherwise the first of them is meant; a time in the hour that is skipped in spring is moved forward by that hour.</summary>
    public static DateTimeOffset ToInstant(DateTime local, TimeSpan? preferred = null)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (Zone.IsAmbiguousTime(local))
        {
            var offsets = Zone.GetAmbiguousTimeOffsets(local);
            var offset = preferred is { } wanted && offsets.Contains(wanted) ? wanted : offsets.Max();
            return new DateTimeOffset(local, offset);
        }

        if (!Zone.IsInvalidTime(local)) return new DateTimeOffset(local, Zone.GetUtcOffset(local));
        return ToLocal(new DateTimeOffset(local, Zone.GetUtcOffset(local.AddHours(-1))));
    }
}
