using System.Globalization;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Runtime;

namespace CaseFlow.Engine.Dmn.Analysis;

/// <summary>Regions as Swedish text, values as FEEL writes them.</summary>
internal static class RegionText
{
    private const int MostValues = 8;

    /// <summary>What an input is in a set of regions: <c>Omfattning är &gt; 40</c>. Null when that is anything it may be.</summary>
    public static string? Of(Axis axis, Bits regions)
    {
        if (regions.Contains(axis.Possible)) return null;
        var parts = Parts(axis, regions).ToList();
        if (regions.Contains(axis.Regions.Length - 1)) parts.Add("utan värde (null)");
        return $"{axis.Label} är {Joined(parts, " eller ")}";
    }

    /// <summary>A box of regions; null when it is all there is.</summary>
    public static string? Of(IReadOnlyList<Axis> axes, Bits[] box)
    {
        var parts = axes.Select((axis, i) => Of(axis, box[i])).OfType<string>().ToList();
        return parts.Count == 0 ? null : Joined(parts, " och ", int.MaxValue);
    }

    /// <summary>An example, input expression by input expression; an input that no cell divides is not said.</summary>
    public static string Of(IReadOnlyList<Axis> axes, FeelContext example)
    {
        var parts = axes.Where(axis => axis.Regions.Length > Axis.Undivided)
            .Select(axis => $"{axis.Expression} = {Value(example[axis.Expression])}").ToList();
        return parts.Count == 0 ? "vad som helst" : string.Join(", ", parts);
    }

    /// <summary>An input in the box. Where it may be anything, a value that some cell names reads better than one beside them.</summary>
    public static FeelContext Example(IReadOnlyList<Axis> axes, Bits[] box) =>
        FeelContext.Of(axes.Select((axis, i) => (axis.Expression, (Named(axis, box[i]) ?? axis.Regions[box[i].First]).Example)));

    private static Region? Named(Axis axis, Bits regions) => regions.Contains(axis.Possible)
        ? axis.Regions.Where((region, i) => region.Kind == RegionKind.Point && regions.Contains(i)).FirstOrDefault()
        : null;

    public static string Value(FeelValue value) => value switch
    {
        FeelNull => "null",
        FeelString text => $"\"{text.Value}\"",
        FeelBoolean truth => truth.Value ? "true" : "false",
        _ => Kinds.Text(value)!,
    };

    private static IEnumerable<string> Parts(Axis axis, Bits regions)
    {
        var other = axis.Regions.IndexOf(axis.Regions.FirstOrDefault(r => r.Kind == RegionKind.Other)!);
        if (other >= 0 && regions.Contains(other))
        {
            var left = axis.Regions.Where((r, i) => r.Kind == RegionKind.Point && axis.Possible.Contains(i) && !regions.Contains(i)).Select(r => Value(r.Example)).ToList();
            yield return left.Count == 0 ? "något annat" : "något annat än " + Joined(left, ", ");
            yield break;
        }

        for (var i = 0; i < axis.Regions.Length; i++)
        {
            if (!regions.Contains(i) || axis.Regions[i].Kind == RegionKind.Null) continue;
            var from = i;
            if (IsOnLine(axis.Regions[i], axis))
                while (i + 1 < axis.Regions.Length && regions.Contains(i + 1) && axis.Regions[i + 1].Kind != RegionKind.Null) i++;
            yield return Run(axis.Regions[from], axis.Regions[i]);
        }
    }

    /// <summary>Whether the region's neighbours in the list are its neighbours among the values.</summary>
    private static bool IsOnLine(Region region, Axis axis) =>
        region.Example is not FeelBoolean && !axis.Regions.Any(r => r.Kind is RegionKind.Other or RegionKind.Anything);

    private static string Run(Region from, Region to)
    {
        var low = from.Kind == RegionKind.Between ? from.Low : from.Example;
        var high = to.Kind == RegionKind.Between ? to.High : to.Example;
        return (low, high) switch
        {
            _ when from.Kind == RegionKind.Anything => "vad som helst",
            _ when from == to && from.Kind == RegionKind.Point => Value(from.Example),
            (null, null) => "vad som helst",
            (null, { } end) => $"{(to.Kind == RegionKind.Point ? "<=" : "<")} {Value(end)}",
            ({ } start, null) => $"{(from.Kind == RegionKind.Point ? ">=" : ">")} {Value(start)}",
            ({ } start, { } end) => $"{(from.Kind == RegionKind.Point ? "[" : "(")}{Value(start)}..{Value(end)}{(to.Kind == RegionKind.Point ? "]" : ")")}",
        };
    }

    private static string Joined(List<string> parts, string between, int most = MostValues) => parts.Count <= most
        ? string.Join(between, parts)
        : string.Join(between, parts.Take(most)) + string.Create(CultureInfo.InvariantCulture, $" och {parts.Count - most} till");
}
