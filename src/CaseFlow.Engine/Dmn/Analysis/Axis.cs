using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Runtime;

namespace CaseFlow.Engine.Dmn.Analysis;

/// <summary>One input of a table, divided where its cells divide it. Columns with the same input expression are one axis.</summary>
/// <param name="Possible">The regions that the input may be in: those allowed, and no value only where a cell speaks of null.</param>
/// <param name="Must">Per rule, the regions where its cells pass.</param>
/// <param name="May">Per rule, the regions where its cells pass or cannot be understood.</param>
internal sealed record Axis(
    string Label, string Expression, ImmutableArray<Region> Regions, Bits Possible, ImmutableArray<Bits> Must, ImmutableArray<Bits> May)
{
    /// <summary>The regions of an axis that nothing divides: any value, and no value.</summary>
    public const int Undivided = 2;

    /// <summary>The input columns of one expression.</summary>
    /// <param name="note">Gets each thing that is not understood: a rule's index or null, the column and why.</param>
    /// <exception cref="FeelBudgetException">The cells took too long.</exception>
    public static Axis Of(DecisionTable table, ImmutableArray<int> columns, EvalState state, Action<TableRule?, TableInput, FeelExpression, string> note)
    {
        var first = table.Inputs[columns[0]];
        var shapes = new Dictionary<string, CellShape>(StringComparer.Ordinal);
        var allowed = Allowed(table, columns);
        var cells = table.Rules.SelectMany(rule => columns.Select(c => rule.Inputs[c])).OfType<FeelExpression>().ToList();
        foreach (var cell in allowed.Select(a => a.Tests).Concat(cells)) shapes.TryAdd(cell.Source, CellShape.Of(cell));

        var kind = Kind(table, columns, shapes.Values);
        var isZoned = shapes.Values.SelectMany(s => s.Points).OfType<FeelDateTime>().FirstOrDefault() is { } when && !Comparison.IsLocal(when);
        foreach (var (source, shape) in shapes.ToList())
            if (shape.Reason is null && Misfit(shape, kind, isZoned) is { } reason) shapes[source] = shape with { Reason = reason };

        var understood = shapes.Values.Where(s => s.Reason is null).ToList();
        var regions = Divide(kind, isZoned, understood, table.Inputs[columns[0]].BaseType);
        var asExamples = regions.Select(region => FeelContext.Of(("?", region.Example))).ToList();
        var known = new Dictionary<string, Bits>(StringComparer.Ordinal);
        var possible = Bits.All(regions.Length);
        foreach (var (input, tests) in allowed)
        {
            if (shapes[tests.Source].Reason is { } reason) note(null, input, tests, reason);
            else possible = possible.And(Passed(tests).Or(Only(regions, RegionKind.Null)));
        }

        var (must, may) = (ImmutableArray.CreateBuilder<Bits>(), ImmutableArray.CreateBuilder<Bits>());
        foreach (var rule in table.Rules)
        {
            var (all, some) = (possible, possible);
            foreach (var column in columns)
            {
                if (rule.Inputs[column] is not { } cell) continue;
                if (shapes[cell.Source].Reason is { } reason)
                {
                    note(rule, table.Inputs[column], cell, reason);
                    all = new(regions.Length);
                    continue;
                }

                var passed = Passed(cell);
                (all, some) = (all.And(passed), some.And(passed));
            }

            must.Add(all);
            may.Add(some);
        }

        var asked = understood.Exists(s => s.Points.Any(p => p is FeelNull)) ? possible : possible.And(Except(regions, RegionKind.Null));
        return new(first.Title, first.Expression.Source.Trim(), regions, asked, must.ToImmutable(), may.ToImmutable());

        Bits Passed(FeelExpression cell)
        {
            if (known.TryGetValue(cell.Source, out var bits)) return bits;
            bits = new(regions.Length);
            for (var i = 0; i < regions.Length; i++)
            {
                state.Step();
                if (Comparison.Truth(cell.Evaluate(asExamples[i], state)) == true) bits.Add(i);
            }

            return known[cell.Source] = bits;
        }
    }

    private static List<(TableInput Input, FeelExpression Tests)> Allowed(DecisionTable table, ImmutableArray<int> columns) =>
        [.. columns.Select(c => table.Inputs[c]).SelectMany(input => (input.Allowed is { } own ? input.TypeAllows.Add(own) : input.TypeAllows).Select(tests => (input, tests)))];

    /// <summary>What the column says it is, or what its first understood cell compares with.</summary>
    private static ValueKind Kind(DecisionTable table, ImmutableArray<int> columns, IEnumerable<CellShape> shapes)
    {
        var said = columns.Select(c => ValueKinds.Of(table.Inputs[c].BaseType)).FirstOrDefault(k => k != ValueKind.Unknown);
        return said != ValueKind.Unknown || columns.Any(c => table.Inputs[c].BaseType is not (null or "Any"))
            ? said
            : shapes.Where(s => s.Reason is null).SelectMany(s => s.Points).Select(ValueKinds.Of).FirstOrDefault(k => k != ValueKind.Unknown);
    }

    private static string? Misfit(CellShape shape, ValueKind kind, bool isZoned)
    {
        foreach (var point in shape.Points)
        {
            if (point is FeelNull) continue;
            if (ValueKinds.Of(point) != kind) return $"jämför med {Kinds.Name(point)}, som kolumnens värden inte är";
            if (point is FeelTime { Offset: not null } or FeelTime { Zone: not null }) return "jämför med ett klockslag i en viss zon";
            if (point is FeelDateTime time && Comparison.IsLocal(time) == isZoned) return "blandar tidpunkter med och utan zon";
        }

        return null;
    }

    private static ImmutableArray<Region> Divide(ValueKind kind, bool isZoned, List<CellShape> shapes, string? type)
    {
        var points = shapes.SelectMany(s => s.Points).Where(p => p is not FeelNull).Distinct().ToList();
        points.Sort((a, b) => Comparison.Order(a, b) ?? 0);
        for (var i = points.Count - 1; i > 0; i--)
            if (Comparison.Order(points[i - 1], points[i]) == 0) points.RemoveAt(i);

        IEnumerable<Region> regions = kind switch
        {
            ValueKind.Unknown => [new(RegionKind.Anything, type == "list" ? FeelList.Of([]) : type == "context" ? FeelContext.Empty : "något")],
            ValueKind.Truth => [new(RegionKind.Point, true), new(RegionKind.Point, false)],
            ValueKind.Text when !shapes.Exists(s => s.IsOrdered) => [.. points.Select(p => new Region(RegionKind.Point, p)), new(RegionKind.Other, Unlike(points))],
            ValueKind.Text => Line(points, TextBetween),
            ValueKind.Number => Line(points, Scale.Number.Between),
            ValueKind.Date => Line(points, Scale.Date.Between),
            ValueKind.Time => Line(points, Scale.Time.Between),
            ValueKind.DateTime => Line(points, isZoned ? Scale.Instant.Between : Scale.LocalDateTime.Between),
            ValueKind.Months => Line(points, Scale.Months.Between),
            ValueKind.Days => Line(points, Scale.Days.Between),
        };
        return [.. regions, new(RegionKind.Null, FeelValue.Null)];
    }

    private static IEnumerable<Region> Line(List<FeelValue> points, Func<FeelValue?, FeelValue?, FeelValue?> between)
    {
        FeelValue? low = null;
        foreach (var point in points)
        {
            if (between(low, point) is { } inside) yield return new(RegionKind.Between, inside, low, point);
            yield return new(RegionKind.Point, point);
            low = point;
        }

        if (between(low, null) is { } last) yield return new(RegionKind.Between, last, low);
    }

    /// <summary>Texts stand in the order of their characters; the nearest one after a text is the text and a null character.</summary>
    private static FeelValue? TextBetween(FeelValue? low, FeelValue? high)
    {
        var (from, to) = (((FeelString?)low)?.Value ?? string.Empty, ((FeelString?)high)?.Value);
        foreach (var candidate in low is null ? [string.Empty] : new[] { from + "a", from + " ", from + "\0" })
            if (to is null || string.CompareOrdinal(candidate, to) < 0) return candidate;
        return null;
    }

    private static FeelString Unlike(List<FeelValue> points)
    {
        var other = new FeelString("annat");
        while (points.Contains(other)) other = new(other.Value + "!");
        return other;
    }

    private static Bits Only(ImmutableArray<Region> regions, RegionKind kind)
    {
        var bits = new Bits(regions.Length);
        for (var i = 0; i < regions.Length; i++)
            if (regions[i].Kind == kind) bits.Add(i);
        return bits;
    }

    private static Bits Except(ImmutableArray<Region> regions, RegionKind kind)
    {
        var bits = new Bits(regions.Length);
        for (var i = 0; i < regions.Length; i++)
            if (regions[i].Kind != kind) bits.Add(i);
        return bits;
    }
}
