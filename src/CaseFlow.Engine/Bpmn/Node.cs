using System.Collections.Immutable;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Bpmn;

/// <summary>The BPMN element of a node, without what triggers it (that is <see cref="Trigger"/>).</summary>
public enum NodeKind
{
    StartEvent, EndEvent, IntermediateCatchEvent, IntermediateThrowEvent, BoundaryEvent,
    UserTask, ManualTask, ReceiveTask, ServiceTask, SendTask, ScriptTask, BusinessRuleTask,
    ExclusiveGateway, InclusiveGateway, ParallelGateway, EventBasedGateway,
    Subprocess, AdHocSubprocess, CallActivity, EventSubprocess,
}

/// <summary>A flow node of a definition. Immutable; refers to others by id.</summary>
/// <param name="Line">Line of the start tag in the XML, from 1.</param>
/// <param name="Order">Place in document order within the definition, from 0.</param>
/// <param name="ScopeId">Id of the process or subprocess whose direct child this is.</param>
public sealed record Node(string Id, string Name, NodeKind Kind, int Line, int Order, string ScopeId)
{
    public Trigger Trigger { get; init; } = Trigger.None;

    /// <summary>Interrupts its activity (boundary event) or its scope (start of an event subprocess).</summary>
    public bool Interrupting { get; init; } = true;

    /// <summary>The activity of a boundary event; otherwise null.</summary>
    public string? AttachedTo { get; init; }

    public UserTaskSettings? UserTask { get; init; }

    /// <summary>Value of <c>cf:operation</c> on a service or send task.</summary>
    public string? Operation { get; init; }

    /// <summary>Value of <c>cf:decision</c> on a business-rule task.</summary>
    public string? Decision { get; init; }

    /// <summary>What a script task evaluates.</summary>
    public FeelExpression? Script { get; init; }

    /// <summary>What a call activity calls, and what goes in and out.</summary>
    public CallSettings? Call { get; init; }

    /// <summary>Set on an activity that is done several times (BPMN 2.0.2, 13.3.7).</summary>
    public LoopSettings? Loop { get; init; }

    /// <summary>Set on an ad hoc subprocess.</summary>
    public AdHocSettings? AdHoc { get; init; }

    /// <summary>The catching link event that a throwing one goes on at.</summary>
    public string? LinkTarget { get; init; }

    /// <summary>Value of <c>cf:resultVariable</c>.</summary>
    public string? ResultVariable { get; init; }

    /// <summary>Id of the flow in the attribute <c>default</c>.</summary>
    public string? DefaultFlow { get; init; }

    /// <summary>Flows into the node in document order.</summary>
    public ImmutableArray<Flow> Incoming { get; init; } = [];

    /// <summary>Flows out of the node in document order, which is also the order their conditions are tried in.</summary>
    public ImmutableArray<Flow> Outgoing { get; init; } = [];

    /// <summary>Ids of the boundary events on the node, in document order.</summary>
    public ImmutableArray<string> Boundaries { get; init; } = [];

    public bool IsActivity => Kind is NodeKind.UserTask or NodeKind.ManualTask or NodeKind.ReceiveTask or NodeKind.ServiceTask or NodeKind.SendTask
        or NodeKind.ScriptTask or NodeKind.BusinessRuleTask or NodeKind.Subprocess or NodeKind.AdHocSubprocess or NodeKind.CallActivity;

    /// <summary>It has flow nodes of its own inside it.</summary>
    public bool IsScope => Kind is NodeKind.Subprocess or NodeKind.AdHocSubprocess or NodeKind.EventSubprocess;
}

/// <summary>A sequence flow. <paramref name="Condition"/> null means always.</summary>
public sealed record Flow(string Id, string Source, string Target, FeelExpression? Condition, int Line);

/// <param name="Called">Key of the process that is called.</param>
public sealed record CallSettings(TextOrFeel Called, ImmutableArray<Mapping> In, ImmutableArray<Mapping> Out);

/// <summary>One <c>cf:in</c> or <c>cf:out</c>: what is evaluated on one side, and the variable it becomes on the other.</summary>
public sealed record Mapping(FeelExpression Source, string Target);

/// <summary>How many times, over what, and until when.</summary>
/// <param name="Cardinality">A number of times; null when <paramref name="Collection"/> says over what.</param>
/// <param name="Item">The variable that each occurrence has its element in.</param>
/// <param name="Until">Asked after each occurrence; true ends the rest.</param>
/// <param name="Result">The variable that gets the list of what the occurrences gave, by index.</param>
/// <param name="Output">The variable of each occurrence that its result is read from.</param>
public sealed record LoopSettings(
    bool Sequential, FeelExpression? Cardinality, FeelExpression? Collection, string? Item, FeelExpression? Until, string? Result, string? Output);

/// <param name="Until">Asked when something has happened; null: it ends when what was begun in it is done.</param>
/// <param name="CancelRemaining">What is open when <paramref name="Until"/> holds is cancelled; else it is waited for.</param>
public sealed record AdHocSettings(FeelExpression? Until, bool CancelRemaining);

/// <summary>The dialect's attributes on a user task; each is a literal, or FEEL after a leading <c>=</c>.</summary>
public sealed record UserTaskSettings(string? Form, TextOrFeel? Group, TextOrFeel? Assignee, TextOrFeel? Due);

/// <summary>An attribute's text as it stands, or the expression after its leading <c>=</c>.</summary>
public sealed record TextOrFeel(string Text, FeelExpression? Expression);
