using System.Collections.Immutable;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Dmn;

/// <summary>What the analysis of a table can find.</summary>
public enum DmnFindingKind
{
    /// <summary>Input that no rule answers.</summary>
    Gap,

    /// <summary>Input that two rules answer where the hit policy allows one, or one and the same answer.</summary>
    Overlap,

    /// <summary>A rule that no input reaches.</summary>
    Unreachable,

    /// <summary>A cell, or a list of allowed values, that the analysis does not understand.</summary>
    NotAnalysed,

    /// <summary>The search used its budget; what it had found stands.</summary>
    GaveUp,
}

public enum DmnSeverity
{
    /// <summary>Nothing wrong, but the reader should know.</summary>
    Note,

    Warning,

    /// <summary>Some input makes the table fail.</summary>
    Error,
}

/// <summary>One thing found in a table.</summary>
/// <param name="Text">A Swedish sentence without the table's name.</param>
/// <param name="Rules">Ids of the rules it is about, in the table's order.</param>
/// <param name="Example">An input that shows it: a value for each input expression. Empty when there is none to show.</param>
public sealed record DmnFinding(DmnFindingKind Kind, DmnSeverity Severity, string Text, ImmutableArray<string> Rules, FeelContext Example);

/// <summary>The analysis of one table.</summary>
/// <param name="Gaps">How many regions no rule answers, of which at most twenty are among the findings; null when the search gave up.</param>
/// <param name="Overlaps">How many pairs of rules the hit policy does not allow, of which at most twenty are among the findings; null when the search gave up.</param>
public sealed record DmnTableReport(
    string DecisionId, string TableId, string HitPolicy, int Rules, double? Gaps, int? Overlaps, ImmutableArray<DmnFinding> Findings);
