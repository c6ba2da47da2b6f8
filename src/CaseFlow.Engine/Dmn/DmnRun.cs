using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Runtime;

namespace CaseFlow.Engine.Dmn;

/// <summary>One evaluation under way: each decision is taken once, and the first error stands.</summary>
internal sealed class DmnRun(DmnDefinitions definitions, FeelContext variables, EvalState state)
{
    private readonly Dictionary<string, FeelValue> _taken = new(StringComparer.Ordinal);

    public EvalState State => state;

    public string? Error { get; private set; }

    public List<DmnRuleMatch> Matches { get; } = [];

    /// <summary>The id of the decision being taken.</summary>
    public string Current { get; private set; } = string.Empty;

    public FeelValue Decide(Decision decision)
    {
        if (_taken.TryGetValue(decision.Id, out var known)) return known;
        state.Enter(Boxed.Levels);
        var scope = Scope(variables, decision);
        var (outerId, outerWhere) = (Current, state.Where);
        (Current, state.Where) = (decision.Id, $"{decision.Name}, ");
        var value = Typed(decision.Type, decision.Logic.Evaluate(this, scope), $"Beslutet '{decision.Name}'");
        (Current, state.Where) = (outerId, outerWhere);
        state.Leave(Boxed.Levels);
        return _taken[decision.Id] = value;
    }

    /// <summary>Notes the first error; the value becomes null.</summary>
    public FeelValue Fail(string message)
    {
        Error ??= $"{state.Where}{message}";
        return FeelValue.Null;
    }

    /// <summary>The value as the type demands, or null and a warning.</summary>
    public FeelValue Typed(FeelType type, FeelValue value, string what) =>
        type.Coerce(value) ?? state.Warn(default, $"{what} kan inte vara {Kinds.Name(value)} (fel typ eller inte bland tillåtna värden).");

    /// <summary>A knowledge model as a function. It sees its parameters and the models it requires, nothing else.</summary>
    public FeelFunction Function(KnowledgeModel model) =>
        model.Logic.AsFunction(this, Scope(FeelContext.Empty, model), value => Typed(model.Type, value, $"'{model.Name}'"));

    private FeelContext Scope(FeelContext scope, DrgElement element)
    {
        foreach (var id in element.Requires)
        {
            if (definitions.Input(id) is { } input)
                scope = scope.With(input.Name, Typed(input.Type, variables[input.Name], $"Indata '{input.Name}'"));
            else if (definitions.Decision(id) is { } decision)
                scope = scope.With(decision.Name, Decide(decision));
            else if (definitions.KnowledgeModel(id) is { } model)
                scope = scope.With(model.Name, Function(model));
        }

        return scope;
    }
}
