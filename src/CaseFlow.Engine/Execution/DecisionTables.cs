using System.Collections.Frozen;
using CaseFlow.Engine.Dmn;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <summary>The decisions of some DMN files, by decision id. Immutable.</summary>
public sealed class DecisionTables : IDecisionTables
{
    private readonly FrozenDictionary<string, DmnModel> _models;

    /// <exception cref="ArgumentException">Two files have a decision with the same id.</exception>
    public DecisionTables(IEnumerable<DmnModel> models)
    {
        var byId = new Dictionary<string, DmnModel>(StringComparer.Ordinal);
        foreach (var model in models)
            foreach (var decision in model.Decisions)
                if (!byId.TryAdd(decision.Id, model)) throw new ArgumentException($"Beslutet {decision.Id} finns i två filer.", nameof(models));
        _models = byId.ToFrozenDictionary(StringComparer.Ordinal);
        Ids = _models.Keys.ToFrozenSet(StringComparer.Ordinal);
    }

    public static DecisionTables None { get; } = new([]);

    /// <summary>For <see cref="Bpmn.BpmnReader.Read"/>, which refuses a task that names another decision.</summary>
    public IReadOnlySet<string> Ids { get; }

    public DecisionAnswer Evaluate(string decisionId, FeelContext variables, FeelEnvironment environment)
    {
        if (!_models.TryGetValue(decisionId, out var model)) return new(FeelValue.Null, [], [], $"Beslutet {decisionId} finns inte.");
        var result = model.Evaluate(decisionId, variables, environment);
        return new(result.Value, result.MatchedRules, result.Warnings, result.Error);
    }
}
