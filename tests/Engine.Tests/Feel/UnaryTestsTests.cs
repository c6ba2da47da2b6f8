using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Runtime;

namespace CaseFlow.Engine.Tests.Feel;

public sealed class UnaryTestsTests
{
    [Theory]
    [InlineData("-", "5", "true")]
    [InlineData("-", "null", "true")]
    [InlineData("5", "5", "true")]
    [InlineData("< 5", "5", "false")]
    [InlineData("<= 5", "5", "true")]
    [InlineData("< 5", "null", "null")]
    [InlineData("[1..5]", "5", "true")]
    [InlineData("(1..5)", "5", "false")]
    [InlineData("1, 3, > 10", "11", "true")]
    [InlineData("1, 3, > 10", "4", "false")]
    [InlineData("not(1, 3)", "4", "true")]
    [InlineData("not(\"a\")", "\"a\"", "false")]
    [InlineData("\"a\", \"b\"", "\"b\"", "true")]
    [InlineData("true", "false", "false")]
    [InlineData("false", "false", "true")]
    [InlineData("null", "null", "true")]
    [InlineData("? > 3 and ? < 6", "5", "true")]
    [InlineData("contains(?, \"b\")", "\"abc\"", "true")]
    [InlineData("gräns", "7", "true")]
    [InlineData("> gräns + 1", "9", "true")]
    [InlineData("[1, 7]", "7", "true")]
    [InlineData("date(\"2026-01-01\")", "@\"2026-01-01\"", "true")]
    [InlineData("> date(\"2026-01-01\")", "@\"2026-01-02\"", "true")]
    [InlineData("list contains(?, \"hemtjanst\")", "[\"hemtjanst\"]", "true")]
    [InlineData("-5", "-5", "true")]
    [InlineData("not(false)", "true", "true")]
    public void Cell_provas_mot_indata(string cell, string input, string expected)
    {
        Assert.True(FeelExpression.TryParseUnaryTests(cell, out var tests, out var error), error?.Message);
        var variables = FeelContext.Of(("?", Feels.Value(input)), ("gräns", 7));

        Assert.Equal(expected, Kinds.Text(tests.Evaluate(variables, Feels.Environment).Value) ?? "null");
    }

    [Fact]
    public void Tom_cell_nekas()
    {
        Assert.False(FeelExpression.TryParseUnaryTests(" ", out _, out var error));
        Assert.Contains("Cellen är tom", error.Message);
    }
}
