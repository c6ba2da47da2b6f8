namespace CaseFlow.Engine.Bpmn;

/// <summary>Which processes call which (BPMN 2.0.2, 10.3.4).</summary>
public static class CallGraph
{
    /// <summary>A way that leads back to where it began, e.g. <c>a, b, a</c>; null when there is none. A process that calls itself never ends by itself,
    /// and each round is an instance more. What is called by an expression is not known beforehand and is not followed.</summary>
    public static IReadOnlyList<string>? Cycle(IEnumerable<ProcessDefinition> definitions)
    {
        var all = definitions.ToDictionary(definition => definition.Key, StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in all.Keys.Order(StringComparer.Ordinal))
        {
            if (From(key, all, done) is { } cycle) return cycle;
        }

        return null;
    }

    /// <summary>The keys that a process calls by name.</summary>
    public static IEnumerable<string> Called(ProcessDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return definition.Nodes.Select(node => node.Call?.Called).Where(called => called is { Expression: null }).Select(called => called!.Text).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Without recursion: a chain may be as long as there are processes.</summary>
    private static List<string>? From(string start, Dictionary<string, ProcessDefinition> all, HashSet<string> done)
    {
        var path = new List<string>();
        var waiting = new Stack<IEnumerator<string>>();
        if (!Enter(start)) return null;
        while (waiting.TryPeek(out var calls))
        {
            if (!calls.MoveNext())
            {
                waiting.Pop();
                done.Add(path[^1]);
                path.RemoveAt(path.Count - 1);
                continue;
            }

            var at = path.IndexOf(calls.Current);
            if (at >= 0) return [.. path[at..], calls.Current];
            Enter(calls.Current);
        }

        return null;

        bool Enter(string key)
        {
            if (done.Contains(key) || !all.TryGetValue(key, out var definition)) return false;
            path.Add(key);
            waiting.Push(Called(definition).GetEnumerator());
            return true;
        }
    }
}
