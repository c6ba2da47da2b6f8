using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Runtime;

namespace CaseFlow.Engine.Dmn;

internal enum HitPolicy { Unique, First, Priority, Any, Collect, RuleOrder, OutputOrder }

internal enum Aggregation { None, Sum, Count, Min, Max }

/// <summary>An input column. <paramref name="Allowed"/> are the values it may have, if they are listed.</summary>
/// <param name="Id">Its label, or its id when it has none.</param>
/// <param name="BaseType">The name of FEEL's own type behind the column's; null when it is not said.</param>
/// <param name="TypeAllows">What the column's type says of its values besides.</param>
internal sealed record TableInput(
    string Id, FeelExpression Expression, FeelExpression? Allowed, string? BaseType, ImmutableArray<FeelExpression> TypeAllows)
{
    /// <summary>What people read in the column's head: the label, or what it asks.</summary>
    public string Title { get; init; } = Id;
}

/// <summary>An output column. <paramref name="Priorities"/> lists its values, the most important first.</summary>
internal sealed record TableOutput(string? Name, FeelType Type, FeelExpression? Priorities, FeelExpression? Default);

/// <summary>A row; an input cell that is null is one that anything passes.</summary>
internal sealed record TableRule(
    string Id, int Number, ImmutableArray<FeelExpression?> Inputs, ImmutableArray<FeelExpression> Outputs, ImmutableArray<string> Annotations);

/// <summary>A decision table. One output gives its value, several give a context.</summary>
internal sealed record DecisionTable(
    string Id,
    HitPolicy Policy,
    Aggregation Aggregation,
    ImmutableArray<TableInput> Inputs,
    ImmutableArray<TableOutput> Outputs,
    ImmutableArray<TableRule> Rules) : Boxed
{
    public override FeelValue Evaluate(DmnRun run, FeelContext scope)
    {
        var matched = Matching(run, scope);
        var (values, rules) = Policy is HitPolicy.Priority or HitPolicy.OutputOrder ? ByPriority(run, scope, matched) : (Values(run, scope, matched), matched);
        var isError = false;
        var value = Policy switch
        {
            HitPolicy.Collect when Aggregation != Aggregation.None =>
                values.Count > 0 || (Aggregation == Aggregation.Count && Outputs[0].Default is null) ? Aggregate(run, values) : Default(run, scope),
            HitPolicy.Collect or HitPolicy.RuleOrder or HitPolicy.OutputOrder => values.Count > 0 ? run.State.List([.. values]) : Default(run, scope),
            _ when values.Count == 0 => Default(run, scope),
            HitPolicy.Unique when values.Count > 1 => Fail($"Fler än en regel gäller ({Names(rules)}) men tabellen får bara ge ett svar (hit policy UNIQUE)."),
            HitPolicy.Any when values.Exists(v => Comparison.AreEqual(run.State, v, values[0]) != true) =>
                Fail($"Reglerna {Names(rules)} gäller alla men ger olika svar (hit policy ANY)."),
            _ => values[0],
        };
        if (!isError && Policy is HitPolicy.First or HitPolicy.Priority && rules.Count > 1) rules = [rules[0]];
        run.Matches.AddRange(rules.Select(rule => new DmnRuleMatch(run.Current, rule.Id, rule.Number, rule.Annotations)));
        return value;

        FeelValue Fail(string message)
        {
            isError = true;
            return run.Fail($"tabellen '{Id}': {message}");
        }
    }

    private static string Names(IEnumerable<TableRule> rules) => string.Join(", ", rules.Select(rule => rule.Id));

    private List<TableRule> Matching(DmnRun run, FeelContext scope)
    {
        var tested = new FeelContext[Inputs.Length];
        for (var i = 0; i < tested.Length; i++)
        {
            var value = Inputs[i].Expression.Evaluate(scope, run.State);
            tested[i] = scope.With("?", value);
            if (value is not FeelNull && Inputs[i].Allowed is { } allowed && Comparison.Truth(allowed.Evaluate(tested[i], run.State)) == false)
                run.State.Warn(default, $"'{Inputs[i].Id}': värdet {Kinds.Text(value)} är inte bland kolumnens tillåtna värden.");
        }

        var matched = new List<TableRule>();
        foreach (var rule in Rules)
        {
            run.State.Step();
            var passes = true;
            for (var i = 0; passes && i < tested.Length; i++)
                passes = rule.Inputs[i] is not { } cell || Comparison.Truth(cell.Evaluate(tested[i], run.State)) == true;
            if (!passes) continue;
            matched.Add(rule);
            if (Policy == HitPolicy.First) break;
        }

        return matched;
    }

    private List<FeelValue> Values(DmnRun run, FeelContext scope, List<TableRule> rules) =>
        [.. rules.Select(rule => Join([.. rule.Outputs.Select((cell, i) => Cell(run, scope, cell, i))]))];

    private FeelValue Cell(DmnRun run, FeelContext scope, FeelExpression cell, int column) =>
        run.Typed(Outputs[column].Type, cell.Evaluate(scope, run.State), $"Utdata '{Outputs[column].Name}'");

    private FeelValue Join(ImmutableArray<FeelValue> cells) =>
        Outputs.Length == 1 ? cells[0] : FeelContext.Of(Outputs.Select((output, i) => (output.Name!, cells[i])));

    private FeelValue Default(DmnRun run, FeelContext scope) => Outputs.Any(output => output.Default is not null)
        ? Join([.. Outputs.Select((output, i) => output.Default is { } expression ? Cell(run, scope, expression, i) : FeelValue.Null)])
        : FeelValue.Null;

    /// <summary>The matches by their outputs' place among the listed values, column by column; what is not listed comes last.</summary>
    private (List<FeelValue> Values, List<TableRule> Rules) ByPriority(DmnRun run, FeelContext scope, List<TableRule> matched)
    {
        var rows = matched.Select(rule =>
        {
            var cells = rule.Outputs.Select((cell, i) => Cell(run, scope, cell, i)).ToImmutableArray();
            return (Rule: rule, Value: Join(cells), Ranks: cells.Select((cell, i) => Rank(run, scope, cell, i)).ToArray());
        }).ToList();
        var sorted = rows.OrderBy(row => row.Ranks[0]);
        for (var i = 1; i < Outputs.Length; i++)
        {
            var column = i;
            sorted = sorted.ThenBy(row => row.Ranks[column]);
        }

        var ordered = sorted.ToList();
        return ([.. ordered.Select(row => row.Value)], [.. ordered.Select(row => row.Rule)]);
    }

    private int Rank(DmnRun run, FeelContext scope, FeelValue cell, int column)
    {
        if (Outputs[column].Priorities?.Evaluate(scope, run.State) is not FeelList priorities) return 0;
        for (var i = 0; i < priorities.Items.Length; i++)
        {
            if (Comparison.AreEqual(run.State, priorities.Items[i], cell) == true) return i;
        }

        return int.MaxValue;
    }

    private FeelValue Aggregate(DmnRun run, List<FeelValue> values)
    {
        if (Aggregation == Aggregation.Count) return values.Count;
        var name = Aggregation switch { Aggregation.Sum => "sum", Aggregation.Min => "min", _ => "max" };
        return Feel.Functions.Builtins.Find(name)!.Invoke(run.State, default, [run.State.List([.. values])]);
    }
}
