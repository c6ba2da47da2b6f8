using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace CaseFlow.Engine.Feel.Runtime;

/// <summary>Where in a source, 1-based, for warnings.</summary>
internal readonly record struct Place(int Line, int Column)
{
    public static Place Of(string source, int position)
    {
        var line = 1;
        var start = 0;
        for (var i = 0; i < position && i < source.Length; i++)
        {
            if (source[i] != '\n') continue;
            line++;
            start = i + 1;
        }

        return new(line, position - start + 1);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"rad {Line}, kolumn {Column}");
}

/// <summary>One evaluation under way: what it has used of its budget, and its warnings.</summary>
internal sealed class EvalState(FeelEnvironment environment)
{
    private const int MaxWarnings = 50;

    private readonly ImmutableArray<string>.Builder _warnings = ImmutableArray.CreateBuilder<string>();
    private int _steps;
    private int _depth;

    public DateTimeOffset Now { get; } = environment.Now;

    public FeelBudget Budget { get; } = environment.Budget ?? FeelBudget.Default;

    public ImmutableArray<string> Warnings => _warnings.ToImmutable();

    /// <summary>What stands before a warning, e.g. which cell of which table.</summary>
    public string Where { get; set; } = string.Empty;

    public void Step(int count = 1)
    {
        _steps += count;
        if (_steps > Budget.Steps || _steps < 0) throw new FeelBudgetException("Uttrycket räknade för länge och avbröts.");
    }

    public void Enter(int levels)
    {
        _depth += levels;
        if (_depth > Budget.Depth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new FeelBudgetException("Uttrycket anropar funktioner i för många nivåer och avbröts.");
    }

    public void Leave(int levels) => _depth -= levels;

    /// <summary>Notes a warning and gives null, so that a caller can return it.</summary>
    public FeelValue Warn(Place place, string message)
    {
        if (_warnings.Count < MaxWarnings) _warnings.Add($"{Where}{place}: {message}");
        return FeelValue.Null;
    }

    public FeelList List(ImmutableArray<FeelValue> items)
    {
        CheckItems(items.Length);
        Step(items.Length);
        return Checked(new FeelList(items));
    }

    public FeelValue Text(string text)
    {
        CheckText(text.Length);
        return new FeelString(text);
    }

    public void CheckText(long length)
    {
        if (length > Budget.MaxString) throw new FeelBudgetException("En text i uttrycket blev för lång och uttrycket avbröts.");
        Step((int)(length / 8) + 1);
    }

    public void CheckItems(decimal count)
    {
        if (count > Budget.MaxItems) throw new FeelBudgetException("En lista i uttrycket blev för lång och uttrycket avbröts.");
    }

    public T Checked<T>(T value)
        where T : FeelValue
    {
        if (value.Weight > Budget.MaxWeight) throw new FeelBudgetException("Ett värde i uttrycket blev för stort och uttrycket avbröts.");
        if (value.Nesting > Budget.MaxNesting) throw new FeelBudgetException("Ett värde i uttrycket blev för djupt nästlat och uttrycket avbröts.");
        return value;
    }
}

/// <summary>A scope: one name, or all names of a context, on top of an outer scope.</summary>
internal sealed class Frame(Frame? outer, string? name, FeelValue value)
{
    /// <summary>Settable so that a function in a context can call itself.</summary>
    public FeelValue Value { get; set; } = value;

    public Frame With(string variable, FeelValue bound) => new(this, variable, bound);

    public Frame WithAll(FeelContext context) => new(this, null, context);

    public FeelValue? Find(string wanted)
    {
        for (var frame = this; frame is not null; frame = frame.Outer)
        {
            if (frame.Name is null)
            {
                if (frame.Value is FeelContext context && context.Contains(wanted)) return context[wanted];
            }
            else if (frame.Name == wanted)
            {
                return frame.Value;
            }
        }

        return null;
    }

    private Frame? Outer { get; } = outer;

    private string? Name { get; } = name;
}
