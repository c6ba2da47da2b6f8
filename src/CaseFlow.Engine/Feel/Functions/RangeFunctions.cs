using CaseFlow.Engine.Feel.Runtime;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>Relations of points and ranges (DMN 1.5, table 78).</summary>
internal static class RangeFunctions
{
    public static IEnumerable<Builtin> All =>
    [
        new("before", "point1, point2 | point, range | range, point | range1, range2", c => Both(c, Before)),
        new("after", "point1, point2 | point, range | range, point | range1, range2", c => Both(c, (a, b) => Before(b, a))),
        new("meets", "range1, range2", c => Both(c, Meets)),
        new("met by", "range1, range2", c => Both(c, (a, b) => Meets(b, a))),
        new("overlaps", "range1, range2", c => Both(c, (a, b) => !Apart(a, b) && !Apart(b, a))),
        new("overlaps before", "range1, range2", c => Both(c, (a, b) => Starts(a, b) < 0 && Ends(a, b) < 0 && !Apart(a, b))),
        new("overlaps after", "range1, range2", c => Both(c, (a, b) => Starts(b, a) < 0 && Ends(b, a) < 0 && !Apart(b, a))),
        new("finishes", "point, range | range1, range2", c => Both(c, Finishes)),
        new("finished by", "range, point | range1, range2", c => Both(c, (a, b) => Finishes(b, a))),
        new("includes", "range, point | range1, range2", c => Both(c, (a, b) => Starts(a, b) <= 0 && Ends(a, b) >= 0)),
        new("during", "point, range | range1, range2", c => Both(c, (a, b) => Starts(b, a) <= 0 && Ends(b, a) >= 0)),
        new("starts", "point, range | range1, range2", c => Both(c, StartsWith)),
        new("started by", "range, point | range1, range2", c => Both(c, (a, b) => StartsWith(b, a))),
        new("coincides", "point1, point2 | range1, range2", c => Both(c, (a, b) => Starts(a, b) == 0 && Ends(a, b) == 0)),
    ];

    /// <summary>Both arguments as ranges, a point being the range from itself to itself.</summary>
    private static FeelValue Both(Call call, Func<FeelRange, FeelRange, bool?> relation)
    {
        if (!call.Has(0) || !call.Has(1)) return call.Fail("båda argumenten ska finnas.");
        var (a, b) = (AsRange(call[0]), AsRange(call[1]));
        var (x, y) = (a.Low ?? a.High, b.Low ?? b.High);
        return x is null || y is null || Comparison.Order(x, y) is null
            ? call.Fail($"{Kinds.Name(call[0])} kan inte jämföras med {Kinds.Name(call[1])}.")
            : Comparison.Value(relation(a, b));
    }

    private static FeelRange AsRange(FeelValue value) => value as FeelRange
        ?? (value is FeelList { Items: [FeelRange only] } ? only : new FeelRange(value, true, value, true));

    private static bool? Before(FeelRange a, FeelRange b) => Apart(a, b);

    /// <summary>The first ends before the second begins.</summary>
    private static bool Apart(FeelRange a, FeelRange b)
    {
        if (a.High is null || b.Low is null) return false;
        var order = Comparison.Order(a.High, b.Low);
        return order < 0 || (order == 0 && !(a.HighClosed && b.LowClosed));
    }

    private static bool? Meets(FeelRange a, FeelRange b) =>
        a.High is not null && b.Low is not null && a.HighClosed && b.LowClosed && Comparison.Order(a.High, b.Low) == 0;

    private static bool? Finishes(FeelRange a, FeelRange b) => Ends(a, b) == 0 && Starts(b, a) <= 0;

    private static bool? StartsWith(FeelRange a, FeelRange b) => Starts(a, b) == 0 && Ends(b, a) >= 0;

    /// <summary>Which begins first; an open end begins just after its value.</summary>
    private static int Starts(FeelRange a, FeelRange b)
    {
        if (a.Low is null || b.Low is null) return (a.Low is null ? 0 : 1) - (b.Low is null ? 0 : 1);
        var order = Comparison.Order(a.Low, b.Low) ?? 0;
        return order != 0 ? order : (a.LowClosed ? 0 : 1) - (b.LowClosed ? 0 : 1);
    }

    private static int Ends(FeelRange a, FeelRange b)
    {
        if (a.High is null || b.High is null) return (a.High is null ? 1 : 0) - (b.High is null ? 1 : 0);
        var order = Comparison.Order(a.High, b.High) ?? 0;
        return order != 0 ? order : (a.HighClosed ? 1 : 0) - (b.HighClosed ? 1 : 0);
    }
}
