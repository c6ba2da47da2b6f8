using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Runtime;

namespace CaseFlow.Engine.Dmn;

/// <summary>The logic of a decision: one of DMN's boxed expressions.</summary>
internal abstract record Boxed
{
    /// <summary>What a nested evaluation counts towards the budget's depth.</summary>
    public const int Levels = 20;

    public abstract FeelValue Evaluate(DmnRun run, FeelContext scope);
}

internal sealed record BoxedLiteral(FeelExpression Expression) : Boxed
{
    public override FeelValue Evaluate(DmnRun run, FeelContext scope) => Expression.Evaluate(scope, run.State);
}

/// <summary>Entries see the ones before them; an entry without name is the result.</summary>
internal sealed record BoxedContext(ImmutableArray<(string? Name, FeelType Type, Boxed Value)> Entries) : Boxed
{
    public override FeelValue Evaluate(DmnRun run, FeelContext scope)
    {
        var result = FeelContext.Empty;
        foreach (var (name, type, logic) in Entries)
        {
            var value = run.Typed(type, logic.Evaluate(run, scope), $"'{name}'");
            if (name is null) return value;
            scope = scope.With(name, value);
            result = run.State.Checked(result.With(name, value));
        }

        return result;
    }
}

internal sealed record BoxedList(ImmutableArray<Boxed> Items) : Boxed
{
    public override FeelValue Evaluate(DmnRun run, FeelContext scope) =>
        run.State.List([.. Items.Select(item => item.Evaluate(run, scope))]);
}

internal sealed record BoxedRelation(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<Boxed>> Rows) : Boxed
{
    public override FeelValue Evaluate(DmnRun run, FeelContext scope) =>
        run.State.List([.. Rows.Select(row => (FeelValue)FeelContext.Of(Columns.Zip(row, (name, cell) => (name, cell.Evaluate(run, scope)))))]);
}

internal sealed record BoxedFunction(ImmutableArray<(string Name, FeelType Type)> Parameters, Boxed Body) : Boxed
{
    public override FeelValue Evaluate(DmnRun run, FeelContext scope) => AsFunction(run, scope, value => value);

    public FeelFunction AsFunction(DmnRun run, FeelContext scope, Func<FeelValue, FeelValue> finish) =>
        new([.. Parameters.Select(p => p.Name)], (state, values) =>
        {
            var inner = scope;
            for (var i = 0; i < values.Length; i++)
                inner = inner.With(Parameters[i].Name, run.Typed(Parameters[i].Type, values[i], $"Parametern '{Parameters[i].Name}'"));
            state.Enter(Levels);
            var result = finish(Body.Evaluate(run, inner));
            state.Leave(Levels);
            return result;
        });
}

internal sealed record BoxedInvocation(Boxed Callee, ImmutableArray<(string Name, Boxed Value)> Bindings) : Boxed
{
    public override FeelValue Evaluate(DmnRun run, FeelContext scope) => Callee.Evaluate(run, scope) is FeelFunction function
        ? Compiler.Apply(
            run.State, default, function, [.. Bindings.Select(b => b.Value.Evaluate(run, scope))], [.. Bindings.Select(b => b.Name)])
        : run.State.Warn(default, "Det som anropas är ingen funktion.");
}

internal sealed record BoxedConditional(Boxed If, Boxed Then, Boxed Else) : Boxed
{
    public override FeelValue Evaluate(DmnRun run, FeelContext scope) =>
        (Comparison.Truth(If.Evaluate(run, scope)) == true ? Then : Else).Evaluate(run, scope);
}

internal enum IteratorKind { For, Some, Every, Filter }

/// <summary>for, some, every and filter: one variable over a list.</summary>
internal sealed record BoxedIterator(IteratorKind Kind, string Variable, Boxed In, Boxed Body) : Boxed
{
    public override FeelValue Evaluate(DmnRun run, FeelContext scope)
    {
        var domain = In.Evaluate(run, scope);
        if (domain is FeelNull) return domain;
        var items = domain is FeelList list ? list.Items : [domain];
        var results = new List<FeelValue>();
        foreach (var item in items)
        {
            run.State.Step();
            var inner = Kind == IteratorKind.Filter && item is FeelContext fields ? scope.With(Variable, item).Merge(fields) : scope.With(Variable, item);
            results.Add(Body.Evaluate(run, inner));
        }

        return Kind switch
        {
            IteratorKind.For => run.State.List([.. results]),
            IteratorKind.Filter => run.State.List([.. items.Where((_, i) => Comparison.Truth(results[i]) == true)]),
            _ => Quantify(results.Select(Comparison.Truth), Kind == IteratorKind.Every),
        };
    }

    private static FeelValue Quantify(IEnumerable<bool?> truths, bool every)
    {
        bool? answer = every;
        foreach (var truth in truths)
        {
            if (truth == !every) return !every;
            if (truth is null) answer = null;
        }

        return Comparison.Value(answer);
    }
}
