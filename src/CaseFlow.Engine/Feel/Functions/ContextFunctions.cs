using System.Collections.Immutable;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>Functions of contexts (DMN 1.5, 10.3.4.8).</summary>
internal static class ContextFunctions
{
    public static IEnumerable<Builtin> All =>
    [
        new("get value", "m, key", c => c.Is<FeelContext>(0, out var m) && c.Text(1, out var key) ? m[key] : c.Fail("kontexten eller nyckeln saknas.")),
        new("get entries", "m", c => c.Is<FeelContext>(0, out var m)
            ? c.State.List([.. m.Keys.Select(key => (FeelValue)FeelContext.Of(("key", key), ("value", m[key])))])
            : c.Bad(0, "en kontext")),
        new("context", "entries", FromEntries),
        new("context put", "context, key, value | context, keys, value", Put),
        new("context merge", "contexts", Merge),
    ];

    private static FeelValue FromEntries(Call call)
    {
        if (!call.List(0, out var entries)) return FeelValue.Null;
        var result = FeelContext.Empty;
        foreach (var item in entries)
        {
            if (item is not FeelContext entry || entry["key"] is not FeelString key || !entry.Contains("value"))
                return call.Fail("varje post ska ha key (en text) och value.");
            if (result.Contains(key.Value)) return call.Fail($"nyckeln '{key.Value}' står två gånger.");
            result = call.State.Checked(result.With(key.Value, entry["value"]));
        }

        return result;
    }

    private static FeelValue Put(Call call)
    {
        if (!call.Is<FeelContext>(0, out var context)) return call.Bad(0, "en kontext");
        if (call[1] is FeelString key) return call.State.Checked(context.With(key.Value, call[2]));
        if (call[1] is not FeelList { Items.Length: > 0 } path || path.Items.Any(step => step is not FeelString)) return call.Bad(1, "en text eller texter");
        return Deep(context, path.Items, 0) is { } result ? call.State.Checked(result) : call.Fail("nycklarna leder inte till en kontext.");

        FeelContext? Deep(FeelContext at, ImmutableArray<FeelValue> keys, int index)
        {
            call.State.Step();
            var name = ((FeelString)keys[index]).Value;
            if (index == keys.Length - 1) return at.With(name, call[2]);
            if (index >= call.State.Budget.MaxNesting || at[name] is not FeelContext inner) return null;
            return Deep(inner, keys, index + 1) is { } changed ? at.With(name, changed) : null;
        }
    }

    private static FeelValue Merge(Call call)
    {
        if (!call.List(0, out var items)) return FeelValue.Null;
        var result = FeelContext.Empty;
        foreach (var item in items)
        {
            if (item is not FeelContext context) return call.Fail("alla värden i listan ska vara kontexter.");
            call.State.Step(context.Keys.Length);
            result = call.State.Checked(result.Merge(context));
        }

        return result;
    }
}
