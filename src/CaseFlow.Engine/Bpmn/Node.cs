using System.Collections.Immutable;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Bpmn;

/// <summary>The BPMN element of a node, without what triggers it (that is <see cref="Trigger"/>).</summary>
public enum NodeKind
{
    StartEvent, EndEvent, IntermediateCatchEvent, BoundaryEvent,
    UserTask, ServiceTask, BusinessRuleTask,
    ExclusiveGateway, ParallelGateway,
    EventSubprocess,
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

    /// <summary>Value of <c>cf:operation</c> on a service task.</summary>
    public string? Operation { get; init; }

    /// <summary>Value of <c>cf:decision</c> on a business-rule task.</summary>
    public string? Decision { get; init; }

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

    public bool IsActivity => Kind is NodeKind.UserTask or NodeKind.ServiceTask or NodeKind.BusinessRuleTask;
}

/// <summary>A sequence flow. <paramref name="Condition"/> null means always.</summary>
public sealed record Flow(string Id, string Source, string Target, FeelExpression? Condition, int Line);

/// <summary>The dialect's attributes on a user task; each is a literal, or FEEL after a leading <c>=</c>.</summary>
public sealed record UserTaskSettings(string? Form, TextOrFeel? Group, TextOrFeel? Assignee, TextOrFeel? Due);

/// <summary>An attribute's text as it stands, or the expression after its leading <c>=</c>.</summary>
public sealed record TextOrFeel(string Text, FeelExpression? Expression);
