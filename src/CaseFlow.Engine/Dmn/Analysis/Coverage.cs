using System.Collections.Immutable;

namespace CaseFlow.Engine.Dmn.Analysis;

/// <summary>The steps that an analysis may still take.</summary>
internal sealed class SearchBudget(long steps)
{
    private long _left = steps;

    /// <exception cref="SearchExhaustedException">None are left.</exception>
    public void Spend(long cost)
    {
        if ((_left -= cost) < 0) throw new SearchExhaustedException();
    }
}

internal sealed class SearchExhaustedException : Exception
{
    public SearchExhaustedException() { }

    public SearchExhaustedException(string message) : base(message) { }

    public SearchExhaustedException(string message, Exception innerException) : base(message, innerException) { }
}

/// <summary>Which input a set of rules leaves without answer. Goes through the axes one by one, with the rules that still can pass; regions that
/// leave the same rules are taken together, and so is what has been asked before. The answer is a decision diagram, so that a gap that is
/// the same in many regions is one gap.</summary>
internal sealed class Coverage
{
    private const int Covered = 0;
    private const int Gap = 1;
    private const int MaxNodes = 200_000;

    /// <summary>The search goes one level deeper for each axis; a file may have more of them than the stack has room for.</summary>
    private const int MaxAxes = 300;

    private readonly SearchBudget _budget;
    private readonly int[] _order;
    private readonly Bits[] _within;
    private readonly List<(Bits Rules, Bits Regions)>[] _classes;
    private readonly Bits[] _openFrom;
    private readonly Dictionary<(int, Bits), int> _answers = [];
    private readonly Dictionary<Arcs, int> _nodes = [];
    private readonly List<Arcs> _diagram = [];
    private readonly Bits?[] _path;

    /// <param name="within">Per axis, the regions to look in.</param>
    /// <param name="masks">Per axis and rule, the regions it passes.</param>
    public Coverage(IReadOnlyList<Bits> within, IReadOnlyList<IReadOnlyList<Bits>> masks, IReadOnlyList<int> regions, int rules, SearchBudget budget)
    {
        if (within.Count > MaxAxes) throw new SearchExhaustedException();
        _budget = budget;
        _within = [.. within];
        _path = new Bits?[within.Count];
        Rules = Bits.All(rules);

        // The axis that fewest rules leave open first: it leaves the fewest rules to the next.
        _order = [.. Enumerable.Range(0, within.Count).OrderBy(axis => masks[axis].Count(mask => mask.Contains(within[axis])))];
        _classes = [.. _order.Select(axis => Classes(within[axis], masks[axis], regions[axis], rules))];
        _openFrom = new Bits[within.Count + 1];
        _openFrom[^1] = Rules;
        for (var depth = within.Count - 1; depth >= 0; depth--)
        {
            var open = new Bits(rules);
            for (var rule = 0; rule < rules; rule++)
                if (_openFrom[depth + 1].Contains(rule) && masks[_order[depth]][rule].Contains(within[_order[depth]])) open.Add(rule);
            _openFrom[depth] = open;
        }
    }

    public Bits Rules { get; }

    /// <summary>The first gaps the search came to, also when it was stopped; not put together.</summary>
    public List<Bits[]> Met { get; } = [];

    /// <summary>How many classes of the first axis were gone through, of how many, when the search was stopped.</summary>
    public (int Axis, int Done, int Of) Progress { get; private set; }

    /// <summary>The gaps, each a set of regions per axis: how many there are, and the first of them.</summary>
    public (double Count, ImmutableArray<Bits[]> First) Gaps(int most)
    {
        var root = Build(0, Rules);
        var first = ImmutableArray.CreateBuilder<Bits[]>();
        var counts = new double[_diagram.Count + 2];
        counts[Gap] = 1;
        for (var i = 0; i < _diagram.Count; i++) counts[i + 2] = _diagram[i].Items.Sum(arc => counts[arc.Child]);
        Collect(root, [.. _within], first, most);
        return (counts[root], first.ToImmutable());
    }

    /// <summary>Whether every region is answered by one of the rules.</summary>
    public bool IsCovered() => IsCovered(0, Rules, []);

    private bool IsCovered(int depth, Bits active, HashSet<(int, Bits)> covered)
    {
        _budget.Spend(active.Cost);
        if (active.IsEmpty) return false;
        if (active.Overlaps(_openFrom[depth]) || covered.Contains((depth, active))) return true;
        if (Split(depth, active).Any(group => !IsCovered(depth + 1, group.Key, covered))) return false;
        covered.Add((depth, active));
        return true;
    }

    private int Build(int depth, Bits active)
    {
        _budget.Spend(active.Cost);
        if (active.IsEmpty)
        {
            Meet();
            return Gap;
        }

        if (active.Overlaps(_openFrom[depth])) return Covered;
        if (_answers.TryGetValue((depth, active), out var known)) return known;
        var children = new Dictionary<int, Bits>();
        var groups = Split(depth, active);
        if (depth == 0) Progress = (_order[0], 0, groups.Count);
        foreach (var (rules, regions) in groups)
        {
            _path[_order[depth]] = regions;
            var child = Build(depth + 1, rules);
            children[child] = children.TryGetValue(child, out var same) ? same.Or(regions) : regions;
            if (depth == 0) Progress = Progress with { Done = Progress.Done + 1 };
        }

        _path[_order[depth]] = null;
        return _answers[(depth, active)] = children.Count == 1 ? children.Keys.Single() : Node(new(_order[depth], [.. children.OrderBy(c => c.Key).Select(c => (c.Value, c.Key))]));
    }

    private int Node(Arcs arcs)
    {
        if (_nodes.TryGetValue(arcs, out var known)) return known;
        if (_diagram.Count == MaxNodes) throw new SearchExhaustedException();
        _diagram.Add(arcs);
        return _nodes[arcs] = _diagram.Count + 1;
    }

    private Dictionary<Bits, Bits> Split(int depth, Bits active)
    {
        var groups = new Dictionary<Bits, Bits>();
        foreach (var (rules, regions) in _classes[depth])
        {
            _budget.Spend(active.Cost);
            var left = active.And(rules);
            groups[left] = groups.TryGetValue(left, out var same) ? same.Or(regions) : regions;
        }

        return groups;
    }

    private void Meet()
    {
        if (Met.Count < TableAnalysis.MostShown) Met.Add([.. _path.Select((regions, axis) => regions ?? _within[axis])]);
    }

    private void Collect(int node, Bits[] box, ImmutableArray<Bits[]>.Builder found, int most)
    {
        if (node == Covered || found.Count == most) return;
        if (node == Gap)
        {
            found.Add([.. box]);
            return;
        }

        var arcs = _diagram[node - 2];
        var whole = box[arcs.Axis];
        foreach (var (regions, child) in arcs.Items)
        {
            box[arcs.Axis] = regions;
            Collect(child, box, found, most);
        }

        box[arcs.Axis] = whole;
    }

    private List<(Bits Rules, Bits Regions)> Classes(Bits within, IReadOnlyList<Bits> masks, int regions, int rules)
    {
        var classes = new Dictionary<Bits, Bits>();
        for (var region = 0; region < regions; region++)
        {
            if (!within.Contains(region)) continue;
            _budget.Spend(rules);
            var passing = new Bits(rules);
            for (var rule = 0; rule < rules; rule++)
                if (masks[rule].Contains(region)) passing.Add(rule);
            if (!classes.TryGetValue(passing, out var same)) classes[passing] = same = new(regions);
            same.Add(region);
        }

        return [.. classes.Select(c => (c.Key, c.Value))];
    }

    /// <summary>A node of the diagram: where each set of regions of an axis leads.</summary>
    private sealed record Arcs(int Axis, ImmutableArray<(Bits Regions, int Child)> Items)
    {
        public bool Equals(Arcs? other) => other is not null && Axis == other.Axis && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.Add(Axis);
            foreach (var item in Items) hash.Add(item);
            return hash.ToHashCode();
        }
    }
}
