namespace CaseFlow.Application.Pipeline;

/// <summary>A change that is sent again and again while one works, and goes on with what already stands in the trail: when its handler records no event
/// nothing more is logged. Refusals and failures are, always. A new one is a decision: <c>SparTests</c> names them.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FortlopandeAttribute : Attribute;
