using System.Diagnostics;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Feel;

public sealed class FeelBudgetTests
{
    [Theory]
    [InlineData("for i in 1..1e9 return i")]
    [InlineData("for i in 1..50000, j in 1..50000 return i")]
    [InlineData("some x in 1..90000, y in 1..90000 satisfies x + y < 0")]
    [InlineData("{f: function(x) f(x), r: f(1)}.r")]
    [InlineData("{f: function(x) f(x) + f(x), r: f(1)}.r")]
    [InlineData("for i in 1..100000 return partial")]
    [InlineData("{a:[1,1,1,1,1,1,1,1],b:[a,a,a,a,a,a,a,a],c:[b,b,b,b,b,b,b,b],d:[c,c,c,c,c,c,c,c],e:[d,d,d,d,d,d,d,d],f:[e,e,e,e,e,e,e,e],g:[f,f,f,f,f,f,f,f]}.g")]
    [InlineData("{s: \"0123456789\", d: function(t, n) if n = 0 then t else d(t + t, n - 1), r: d(s, 30)}.r")]
    [InlineData("matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"^(a+)+$\")")]
    [InlineData("sort(for i in 1..90000 return -i, function(x, y) (count(for j in 1..100 return j) + x) < y)")]
    public void Det_som_vaxer_utan_slut_avbryts_fort(string source)
    {
        var watch = Stopwatch.StartNew();

        var stopped = Assert.Throws<FeelBudgetException>(() => Feels.Value(source));

        Assert.Contains("avbröts", stopped.Message);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{source} tog {watch.Elapsed}.");
    }

    [Theory]
    [InlineData("(", "1", ")", 10_000)]
    [InlineData("[", "1", "]", 10_000)]
    [InlineData("-", "1", "", 10_000)]
    [InlineData("if true then ", "1", " else 2", 3_000)]
    [InlineData("1 in (", "1", ")", 5_000)]
    [InlineData("{a:", "1", "}", 10_000)]
    [InlineData("", "1", " + 1", 10_000)]
    [InlineData("", "a", ".a", 10_000)]
    [InlineData("", "a", "[1]", 10_000)]
    [InlineData("function(x) ", "x", "", 3_000)]
    public void Djup_nastling_nekas_utan_att_stacken_tar_slut(string before, string middle, string after, int count)
    {
        var source = string.Concat(Enumerable.Repeat(before, count)) + middle + string.Concat(Enumerable.Repeat(after, count));

        Assert.False(FeelExpression.TryParse(source, out _, out var error));
        Assert.Matches("nästlat|sammansatt", error.Message);
    }

    [Fact]
    public void Stora_tal_ger_null_och_varning()
    {
        var outcome = Feels.Outcome("for x in [10, 100, 1000] return 2 ** x");

        Assert.Equal(FeelList.Of([1024, FeelValue.Null, FeelValue.Null]), outcome.Value);
        Assert.Equal("rad 1, kolumn 35: Resultatet är för stort.", outcome.Warnings[0]);
    }

    [Fact]
    public void En_egen_budget_galler()
    {
        Assert.True(FeelExpression.TryParse("[1,2,3]", out var expression, out _));
        Assert.Throws<FeelBudgetException>(() => expression.Evaluate(FeelContext.Empty, Feels.Environment with { Budget = new(MaxItems: 2) }));
    }
}
