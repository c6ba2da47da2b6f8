using System.Collections.Immutable;
using CaseFlow.Engine.Feel.Runtime;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>Functions that ask or rebuild lists (DMN 1.5, 10.3.4.4). Positions count from 1, negative ones from the end.</summary>
internal static class ListFunctions
{
    public static IEnumerable<Builtin> All =>
    [
        new("list contains", "list, element", c => c.List(0, out var l) ? l.Any(i => Same(c, i, c[1])) : FeelValue.Null),
        new("append", "list, item...", c => List(c, l => l.AddRange(Rest(c, 1)))),
        new("concatenate", "list...", Concatenate),
        new("union", "list...", c => Concatenate(c) is FeelList all ? Distinct(c, all.Items) : FeelValue.Null),
        new("distinct values", "list", c => c.List(0, out var l) ? Distinct(c, l) : FeelValue.Null),
        new("insert before", "list, position, newItem", c => At(c, (l, i) => l.Insert(i, c[2]))),
        new("remove", "list, position", c => At(c, (l, i) => l.RemoveAt(i))),
        new("list replace", "list, position, newItem | list, match, newItem", Replace),
        new("reverse", "list", c => List(c, l => [.. l.Reverse()])),
        new("index of", "list, match", c => List(c, l => [.. Enumerable.Range(0, l.Length).Where(i => Same(c, l[i], c[1])).Select(i => (FeelValue)(i + 1))])),
        new("flatten", "list", Flatten),
        new("sublist", "list, start position, length?", Sublist),
        new("sort", "list, precedes?", Sort),
    ];

    private static bool Same(Call call, FeelValue left, FeelValue right) => Comparison.AreEqual(call.State, left, right) == true;

    private static IEnumerable<FeelValue> Rest(Call call, int from)
    {
        for (var i = from; i < call.Count; i++) yield return call[i];
    }

    private static FeelValue List(Call call, Func<ImmutableArray<FeelValue>, ImmutableArray<FeelValue>> change) =>
        call.List(0, out var items) ? call.State.List(change(items)) : FeelValue.Null;

    private static FeelValue At(Call call, Func<ImmutableArray<FeelValue>, int, ImmutableArray<FeelValue>> change)
    {
        if (!call.List(0, out var items) || !call.Whole(1, out var position)) return FeelValue.Null;
        var index = position < 0 ? items.Length + position : position - 1;
        return position != 0 && index >= 0 && index < items.Length ? call.State.List(change(items, index)) : call.Fail("platsen finns inte i listan.");
    }

    private static FeelValue Concatenate(Call call)
    {
        var all = ImmutableArray.CreateBuilder<FeelValue>();
        for (var i = 0; i < call.Count; i++)
        {
            if (!call.List(i, out var items)) return FeelValue.Null;
            call.State.CheckItems(all.Count + items.Length);
            all.AddRange(items);
        }

        return call.State.List(all.ToImmutable());
    }

    private static FeelList Distinct(Call call, ImmutableArray<FeelValue> items)
    {
        var kept = ImmutableArray.CreateBuilder<FeelValue>();
        foreach (var item in items)
        {
            if (!kept.Any(known => Same(call, known, item))) kept.Add(item);
        }

        return call.State.List(kept.ToImmutable());
    }

    private static FeelValue Replace(Call call)
    {
        if (call[1] is not FeelFunction match) return At(call, (l, i) => l.SetItem(i, call[2]));
        return List(call, l => [.. l.Select(item => Comparison.Truth(call.Apply(match, item, call[2])) == true ? call[2] : item)]);
    }

    private static FeelValue Flatten(Call call)
    {
        if (!call.List(0, out var items)) return FeelValue.Null;
        var flat = ImmutableArray.CreateBuilder<FeelValue>();
        Add(items);
        return call.State.List(flat.ToImmutable());

        void Add(ImmutableArray<FeelValue> level)
        {
            foreach (var item in level)
            {
                call.State.Step();
                if (item is FeelList list) Add(list.Items);
                else flat.Add(item);
            }
        }
    }

    private static FeelValue Sublist(Call call)
    {
        if (!call.List(0, out var items) || !call.Whole(1, out var start)) return FeelValue.Null;
        var from = start < 0 ? items.Length + start : start - 1;
        var length = items.Length - from;
        if (call.Has(2) && !call.Whole(2, out length)) return FeelValue.Null;
        return start != 0 && from >= 0 && from < items.Length && length >= 0 && length <= items.Length - from
            ? call.State.List([.. items.AsSpan(from, length)])
            : call.Fail("platsen eller längden finns inte i listan.");
    }

    /// <summary>A stable merge sort, which ends whatever the caller's order function answers.</summary>
    private static FeelValue Sort(Call call)
    {
        if (!call.List(0, out var items)) return FeelValue.Null;
        if (call.Has(1) && call[1] is not FeelFunction) return call.Bad(1, "en funktion");
        var function = call[1] as FeelFunction;
        return call.State.List([.. Merge([.. items])]);

        FeelValue[] Merge(FeelValue[] part)
        {
            if (part.Length < 2) return part;
            var (left, right) = (Merge(part[..(part.Length / 2)]), Merge(part[(part.Length / 2)..]));
            var (l, r) = (0, 0);
            for (var i = 0; i < part.Length; i++)
                part[i] = r >= right.Length || (l < left.Length && !Precedes(right[r], left[l])) ? left[l++] : right[r++];
            return part;
        }

        bool Precedes(FeelValue a, FeelValue b)
        {
            call.State.Step();
            return function is null ? Comparison.Order(a, b) < 0 : Comparison.Truth(call.Apply(function, a, b)) == true;
        }
    }
}
