namespace CaseFlow.Engine.Feel.Runtime;

/// <summary>Equality and order (DMN 1.5, 10.3.2.13). A null answer is FEEL's null: the two cannot be compared.</summary>
internal static class Comparison
{
    /// <summary>Null equals null only; values of different kinds cannot be compared.</summary>
    public static bool? AreEqual(EvalState state, FeelValue left, FeelValue right)
    {
        state.Step();
        if (left is FeelNull || right is FeelNull) return left is FeelNull && right is FeelNull;
        return (left, right) switch
        {
            (FeelBoolean a, FeelBoolean b) => a.Value == b.Value,
            (FeelList a, FeelList b) => a.Items.Length == b.Items.Length ? All(a.Items.Zip(b.Items, (x, y) => AreEqual(state, x, y))) : false,
            (FeelContext a, FeelContext b) => a.Keys.Length == b.Keys.Length && a.Keys.All(b.Contains)
                ? All(a.Keys.Select(key => AreEqual(state, a[key], b[key])))
                : false,
            (FeelRange a, FeelRange b) => a.LowClosed == b.LowClosed && a.HighClosed == b.HighClosed
                ? All([AreEqual(state, a.Low ?? FeelValue.Null, b.Low ?? FeelValue.Null), AreEqual(state, a.High ?? FeelValue.Null, b.High ?? FeelValue.Null)])
                : false,
            (FeelFunction a, FeelFunction b) => ReferenceEquals(a, b),
            (FeelTime a, FeelTime b) when (a.Offset is null && a.Zone is null) != (b.Offset is null && b.Zone is null) => false,
            _ => Order(left, right) is { } order ? order == 0 : null,
        };
    }

    /// <summary>Less than zero, zero, more than zero; null when the kinds differ or have no order.</summary>
    public static int? Order(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelNumber a, FeelNumber b) => a.Value.CompareTo(b.Value),
        (FeelString a, FeelString b) => string.CompareOrdinal(a.Value, b.Value),
        (FeelDate a, FeelDate b) => a.Value.CompareTo(b.Value),
        (FeelDateTime a, FeelDateTime b) => IsLocal(a) && IsLocal(b)
            ? a.Value.CompareTo(b.Value)
            : FeelClock.UtcTicks(a).CompareTo(FeelClock.UtcTicks(b)),
        (FeelTime a, FeelTime b) => (a.Value.Ticks - Offset(a)).CompareTo(b.Value.Ticks - Offset(b)),
        (FeelYearsMonths a, FeelYearsMonths b) => a.Months.CompareTo(b.Months),
        (FeelDaysTime a, FeelDaysTime b) => a.Value.CompareTo(b.Value),
        _ => null,
    };

    public static bool IsLocal(FeelDateTime value) => value.Offset is null && value.Zone is null;

    /// <summary>A time of day has no date, so a zone counts with its standard offset.</summary>
    public static long Offset(FeelTime value) =>
        value.Offset?.Ticks ?? (value.Zone is null ? 0 : FeelClock.Find(value.Zone)?.BaseUtcOffset.Ticks ?? 0);

    /// <summary>Whether a range holds a value; null when they cannot be compared.</summary>
    public static bool? Contains(FeelRange range, FeelValue value)
    {
        bool? low = true;
        bool? high = true;
        if (range.Low is not null) low = Order(value, range.Low) is { } order ? order > 0 || (order == 0 && range.LowClosed) : null;
        if (range.High is not null) high = Order(value, range.High) is { } order ? order < 0 || (order == 0 && range.HighClosed) : null;
        return And(low, high);
    }

    public static bool? And(bool? left, bool? right) => left == false || right == false ? false : left is null || right is null ? null : true;

    public static FeelValue Value(bool? truth) => truth is { } known ? FeelBoolean.Of(known) : FeelValue.Null;

    public static bool? Truth(FeelValue value) => value is FeelBoolean boolean ? boolean.Value : null;

    private static bool? All(IEnumerable<bool?> parts)
    {
        bool? all = true;
        foreach (var part in parts)
        {
            all = And(all, part);
            if (all == false) return false;
        }

        return all;
    }
}
