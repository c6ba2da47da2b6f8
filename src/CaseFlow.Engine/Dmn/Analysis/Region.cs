using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Dmn.Analysis;

internal enum RegionKind
{
    /// <summary>One value.</summary>
    Point,

    /// <summary>What lies strictly between two neighbouring points; an end that is null is open.</summary>
    Between,

    /// <summary>Every text that is not a point.</summary>
    Other,

    /// <summary>Any value at all, in a column that nothing divides.</summary>
    Anything,

    /// <summary>No value.</summary>
    Null,
}

/// <summary>A part of a column's values that every understood cell of the column treats alike.</summary>
/// <param name="Example">A value in it.</param>
internal sealed record Region(RegionKind Kind, FeelValue Example, FeelValue? Low = null, FeelValue? High = null);
