using System.Collections.Immutable;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <summary>What a step asks its host to make durable. Effects are data: replaying the command log gives the same list.</summary>
public abstract record Effect;

/// <summary>A person has something to do. <paramref name="Due"/> is when it should be done and is no timer.</summary>
/// <param name="TaskId">Unique within the instance, from the instance's own counter.</param>
/// <param name="Form">Value of <c>cf:form</c>, the key of a JSON form or of a page.</param>
/// <param name="Group">Value of <c>cf:group</c> after FEEL evaluation.</param>
/// <param name="Assignee">Value of <c>cf:assignee</c> after FEEL evaluation.</param>
public sealed record TaskOpened(
    string TaskId, string NodeId, string Name, string? Form, string? Group, string? Assignee, DateTimeOffset? Due) : Effect;

public sealed record TaskClosed(string TaskId, string NodeId, CloseReason Reason) : Effect;

public enum CloseReason { Completed, Cancelled }

public sealed record TimerArmed(string TimerId, string NodeId, DateTimeOffset Due) : Effect;

public sealed record TimerClosed(string TimerId, CloseReason Reason) : Effect;

public sealed record SubscriptionOpened(string SubscriptionId, string NodeId, SubscriptionKind Kind, string Name, string? CorrelationKey) : Effect;

public sealed record SubscriptionClosed(string SubscriptionId, CloseReason Reason) : Effect;

public enum SubscriptionKind { Message, Signal }

/// <summary>A service task waits for its operation. The host answers with <see cref="CompleteService"/> or <see cref="FailService"/>,
/// in the same transaction for an operation of its own, through the outbox for an outside system.</summary>
public sealed record ServiceRequested(string RequestId, string NodeId, string Operation, FeelContext Variables) : Effect;

/// <summary>A call activity waits for a process of its own. The host starts it with these variables and answers with
/// <see cref="CompleteService"/>, <see cref="FailService"/> or <see cref="ThrowServiceError"/>; <see cref="ServiceClosed"/> takes it back.</summary>
/// <param name="Called">Key of the process.</param>
public sealed record CallRequested(string RequestId, string NodeId, string Called, FeelContext Variables) : Effect;

/// <summary>A message is sent, to whichever instance waits for it.</summary>
public sealed record MessageThrown(string NodeId, string Name, string? CorrelationKey, FeelContext Variables) : Effect;

/// <summary>A signal is said to every instance that listens. The one that says it has heard it already.</summary>
public sealed record SignalThrown(string NodeId, string Name, FeelContext Variables) : Effect;

/// <summary>One line of history. Carries ids only.</summary>
public sealed record HistoryRecorded(string NodeId, HistoryEvent Event) : Effect;

public enum HistoryEvent { Entered, Completed, Cancelled, Taken, Failed }

/// <summary>The token stands still and a person must look: no flow was true, an expression failed, a service gave up.</summary>
public sealed record IncidentRaised(string IncidentId, string NodeId, string Code, string Message) : Effect;

/// <summary>The incident was retried, or what it stood at was cancelled.</summary>
public sealed record IncidentClosed(string IncidentId, CloseReason Reason) : Effect;

/// <summary>A service request that is no longer waited for; an answer to it will be refused with <c>TJANST_STANGD</c>.</summary>
public sealed record ServiceClosed(string RequestId, CloseReason Reason) : Effect;

/// <summary>Which rows of a decision table decided, for the audit. Carries rule ids, never values.</summary>
public sealed record RulesMatched(string NodeId, string Decision, ImmutableArray<string> Rules) : Effect
{
    public bool Equals(RulesMatched? other) =>
        other is not null && NodeId == other.NodeId && Decision == other.Decision && Rules.SequenceEqual(other.Rules);

    public override int GetHashCode() => HashCode.Combine(NodeId, Decision, Rules.Length);
}

/// <summary>FEEL gave null where a value was expected and the process went on; Swedish text with the cause.</summary>
public sealed record ExpressionWarned(string NodeId, string Message) : Effect;

/// <param name="ErrorCode">The BPMN error that nothing caught.</param>
public sealed record InstanceEnded(InstanceStatus Status, string? ErrorCode = null) : Effect;
