using System.Collections.Immutable;

namespace CaseFlow.Engine.Bpmn;

/// <summary>The outcome of reading a BPMN file: a definition, or at least one problem.</summary>
/// <param name="Warnings">What was read past and changes nothing, in Swedish.</param>
public sealed record BpmnReadResult(
    ProcessDefinition? Definition, ImmutableArray<BpmnProblem> Problems, ImmutableArray<string> Warnings)
{
    /// <summary>Set when the file could not be read as BPMN at all; the problems then name no element.</summary>
    public string? FileProblem { get; init; }

    public bool Accepted => Definition is not null;
}

/// <summary>Why an element is refused, and what to use instead.</summary>
/// <param name="ElementId">The element's id, or its name in angle brackets when it has none.</param>
/// <param name="Line">From 1.</param>
/// <param name="Reason">Swedish.</param>
public sealed record BpmnProblem(string ElementId, int Line, string Reason);
