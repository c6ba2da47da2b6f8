using System.Collections.Immutable;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <summary>What a step did. When <see cref="Error"/> is set the command was refused: the state is the one that came in (for a refused
/// start an empty one, not to be saved) and there are no effects.</summary>
public sealed record StepResult(InstanceState State, ImmutableArray<Effect> Effects, StepError? Error);

/// <summary>An expected refusal: a stable code and a Swedish sentence.</summary>
public sealed record StepError(string Code, string Message);

/// <summary>The decisions that business-rule tasks ask, with their versions pinned by the host. Pure: same in, same out.</summary>
public interface IDecisionTables
{
    DecisionAnswer Evaluate(string decisionId, FeelContext variables, FeelEnvironment environment);
}

/// <param name="Value">What the business-rule task's result variable becomes.</param>
/// <param name="MatchedRules">Ids of the rules behind the answer.</param>
/// <param name="Error">Swedish; set when there is no answer, which raises the incident <c>REGEL_FEL</c>.</param>
public sealed record DecisionAnswer(
    FeelValue Value, ImmutableArray<string> MatchedRules, ImmutableArray<string> Warnings, string? Error);
