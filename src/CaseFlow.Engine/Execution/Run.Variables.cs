using System.Collections.Immutable;
using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <content>Variables: the instance's, and those of an occurrence that only what is inside it sees.</content>
internal sealed partial class Run
{
    /// <summary>What an expression in a scope sees: the innermost of those with the same name.</summary>
    private FeelContext Context(string scopeId)
    {
        if (!_scopes.Exists(scope => scope.Locals is not null)) return _variables;
        var chain = Outward(scopeId).Select(scope => scope.Locals).OfType<FeelContext>().Reverse();
        return chain.Aggregate(_variables, (seen, own) => seen.Merge(own));
    }

    /// <summary>The scope, and those it lies in, from the inside.</summary>
    private IEnumerable<Scope> Outward(string scopeId)
    {
        for (var scope = FindScope(scopeId); scope is not null; scope = scope.ParentId is { } parent ? FindScope(parent) : null) yield return scope;
    }

    private Scope? FindScope(string id) => _scopes.Find(scope => scope.Id == id);

    private string ScopeOf(string tokenId) => FindToken(tokenId)!.ScopeId;

    private void Replace(Scope changed) => _scopes[_scopes.FindIndex(scope => scope.Id == changed.Id)] = changed;

    /// <summary>Sets variables: one that an occurrence has of its own stays in it, the rest are the instance's.</summary>
    private StepError? TryMerge(FeelContext variables, string? scopeId = null)
    {
        var (merged, locals) = (_variables, new Dictionary<string, FeelContext>(StringComparer.Ordinal));
        var owners = scopeId is null ? [] : Outward(scopeId).Where(scope => scope.Locals is not null).ToList();
        foreach (var key in variables.Keys)
        {
            if (owners.Find(scope => scope.Locals!.Contains(key)) is { } owner)
                locals[owner.Id] = locals.GetValueOrDefault(owner.Id, owner.Locals!).With(key, variables[key]);
            else merged = merged.With(key, variables[key]);
        }

        if (!VariableSize.IsWithin(merged, Stepper.MaxVariableBytes) || locals.Values.Any(own => !VariableSize.IsWithin(own, Stepper.MaxVariableBytes)))
            return new("VARIABLER_FOR_STORA", $"Processens variabler får vara högst {Stepper.MaxVariableBytes / 1024} kB. Lägg stora uppgifter i ärendet.");
        _variables = merged;
        foreach (var (id, own) in locals) Replace(FindScope(id)! with { Locals = own });
        return null;
    }

    /// <summary>What goes in or out of a called process. A source that gives nothing goes through as null, with a warning.</summary>
    private FeelContext Mapped(string nodeId, ImmutableArray<Mapping> mappings, FeelContext from)
    {
        var mapped = FeelContext.Empty;
        foreach (var mapping in mappings) mapped = mapped.With(mapping.Target, EvaluateAnyway(nodeId, mapping.Source, from));
        return mapped;
    }

    /// <summary>Where nothing can stand still and wait for a person: what costs too much is null, with a warning.</summary>
    private FeelValue EvaluateAnyway(string nodeId, FeelExpression expression, FeelContext variables)
    {
        try
        {
            var outcome = expression.Evaluate(variables, _environment);
            foreach (var warning in outcome.Warnings) _effects.Add(new ExpressionWarned(nodeId, warning));
            return outcome.Value;
        }
        catch (FeelBudgetException budget)
        {
            _effects.Add(new ExpressionWarned(nodeId, $"{nodeId}: {budget.Message}"));
            return FeelValue.Null;
        }
    }
}
