using CaseFlow.Engine.Feel.Runtime;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>Functions that make one value of a list (DMN 1.5, 10.3.4.4).</summary>
internal static class AggregateFunctions
{
    public static IEnumerable<Builtin> All =>
    [
        new("count", "list", c => c.List(0, out var items) ? items.Length : FeelValue.Null),
        new("min", "list...", c => Extreme(c, -1)),
        new("max", "list...", c => Extreme(c, 1)),
        new("sum", "list...", c => Numbers(c, out var n) && n.Count > 0 ? Exact(c, () => n.Sum()) : FeelValue.Null),
        new("mean", "list...", c => Numbers(c, out var n) && n.Count > 0 ? Exact(c, () => n.Sum() / n.Count) : FeelValue.Null),
        new("product", "list...", c => Numbers(c, out var n) && n.Count > 0 ? Exact(c, () => n.Aggregate(1m, (a, b) => a * b)) : FeelValue.Null),
        new("median", "list...", Median),
        new("stddev", "list...", Deviation),
        new("mode", "list...", Mode),
        new("all", "list...", c => Truth(c, false)),
        new("any", "list...", c => Truth(c, true)),
        new("and", "list...", c => Truth(c, false)),
        new("or", "list...", c => Truth(c, true)),
    ];

    /// <summary>The decisive value when any item has it, its opposite when all are the opposite, null otherwise.</summary>
    private static FeelValue Truth(Call call, bool decisive)
    {
        if (!call.ListOrArguments(out var items)) return FeelValue.Null;
        bool? answer = !decisive;
        foreach (var item in items)
        {
            if (Comparison.Truth(item) == decisive) return decisive;
            if (Comparison.Truth(item) is null) answer = null;
        }

        return Comparison.Value(answer);
    }

    private static FeelValue Extreme(Call call, int sign)
    {
        if (!call.ListOrArguments(out var items) || items.Length == 0) return FeelValue.Null;
        var best = items[0];
        foreach (var item in items)
        {
            if (Comparison.Order(item, best) is not { } order) return call.Fail($"{Kinds.Name(item)} kan inte jämföras med {Kinds.Name(best)}.");
            if (order * sign > 0) best = item;
        }

        return best;
    }

    private static bool Numbers(Call call, out List<decimal> numbers)
    {
        numbers = [];
        if (!call.ListOrArguments(out var items)) return false;
        foreach (var item in items)
        {
            if (item is not FeelNumber number)
            {
                call.Fail($"alla värden ska vara tal men ett är {Kinds.Name(item)}.");
                return false;
            }

            numbers.Add(number.Value);
        }

        return true;
    }

    private static FeelValue Exact(Call call, Func<decimal> calculate)
    {
        try
        {
            return calculate();
        }
        catch (OverflowException)
        {
            return call.Fail("resultatet är för stort.");
        }
    }

    private static FeelValue Median(Call call)
    {
        if (!Numbers(call, out var numbers) || numbers.Count == 0) return FeelValue.Null;
        numbers.Sort();
        var middle = numbers.Count / 2;
        return numbers.Count % 2 == 1 ? numbers[middle] : Exact(call, () => (numbers[middle - 1] + numbers[middle]) / 2);
    }

    /// <summary>The sample standard deviation.</summary>
    private static FeelValue Deviation(Call call)
    {
        if (!Numbers(call, out var numbers) || numbers.Count < 2) return FeelValue.Null;
        return Exact(call, () =>
        {
            var mean = numbers.Sum() / numbers.Count;
            return DecimalMath.Sqrt(numbers.Sum(n => (n - mean) * (n - mean)) / (numbers.Count - 1))!.Value;
        });
    }

    private static FeelValue Mode(Call call)
    {
        if (!Numbers(call, out var numbers)) return FeelValue.Null;
        var groups = numbers.GroupBy(n => n).ToList();
        var most = groups.Count == 0 ? 0 : groups.Max(g => g.Count());
        return call.State.List([.. groups.Where(g => g.Count() == most).Select(g => g.Key).Order().Select(n => (FeelValue)n)]);
    }
}
