using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Feel;

/// <summary>Evaluates an expression in one line; the clock stands at 2026-03-02 08:00 in Stockholm.</summary>
internal static class Feels
{
    public static FeelEnvironment Environment { get; } = new(new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero));

    public static FeelOutcome Outcome(string source, FeelContext? variables = null)
    {
        Assert.True(FeelExpression.TryParse(source, variables?.Keys ?? [], out var expression, out var error), $"{source}: {error?.Message}");
        return expression.Evaluate(variables ?? FeelContext.Empty, Environment);
    }

    public static FeelValue Value(string source, FeelContext? variables = null) => Outcome(source, variables).Value;

    /// <summary>The value as FEEL text; "null" for null.</summary>
    public static string Text(string source, FeelContext? variables = null) => CaseFlow.Engine.Feel.Runtime.Kinds.Text(Value(source, variables)) ?? "null";
}
