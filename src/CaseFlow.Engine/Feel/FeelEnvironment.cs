using System.Collections.Immutable;

namespace CaseFlow.Engine.Feel;

/// <summary>Why a text is not an expression. <paramref name="Message"/> is Swedish and starts with line and column.</summary>
/// <param name="Position">0-based character position in the source.</param>
public sealed record FeelError(string Message, int Position);

/// <summary>What an evaluation may know of the world.</summary>
/// <param name="Now">The clock behind <c>now()</c> and <c>today()</c>; shown in Europe/Stockholm.</param>
/// <param name="Budget">Null means <see cref="FeelBudget.Default"/>.</param>
public sealed record FeelEnvironment(DateTimeOffset Now, FeelBudget? Budget = null);

/// <summary>The most one evaluation may use. Going over ends in <see cref="FeelBudgetException"/>.</summary>
/// <param name="Steps">Evaluated nodes; each list item or eight characters produced cost one too, so steps bound time and memory.</param>
/// <param name="Depth">Nested calls, counted in levels of the expressions called.</param>
/// <param name="MaxItems">Items of one list, entries of one context, steps of one iteration.</param>
/// <param name="MaxString">Characters of one string.</param>
/// <param name="MaxWeight">Values inside one value, counted all the way down (a value used twice counts twice).</param>
/// <param name="MaxNesting">Levels of lists and contexts inside each other.</param>
public sealed record FeelBudget(
    int Steps = 2_000_000, int Depth = 1_000, int MaxItems = 100_000, int MaxString = 200_000, int MaxWeight = 1_000_000, int MaxNesting = 64)
{
    public static FeelBudget Default { get; } = new();
}

/// <summary>The value, and one Swedish sentence for each thing that became null without being null.</summary>
public sealed record FeelOutcome(FeelValue Value, ImmutableArray<string> Warnings);

/// <summary>An evaluation that used more than its <see cref="FeelBudget"/>. The message is Swedish.</summary>
public sealed class FeelBudgetException : Exception
{
    public FeelBudgetException() { }

    public FeelBudgetException(string message) : base(message) { }

    public FeelBudgetException(string message, Exception innerException) : base(message, innerException) { }
}
