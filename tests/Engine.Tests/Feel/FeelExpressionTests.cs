using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Feel;

public sealed class FeelExpressionTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("=1+1", "2")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("-10--5", "-5")]
    [InlineData("2**3", "8")]
    [InlineData("1.2*10**3", "1200")]
    [InlineData("1.5e2", "150")]
    [InlineData("10/4", "2.5")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("\"a\" + \"b\"", "ab")]
    [InlineData("\"rad\\n\\u00e5\"", "rad\nå")]
    [InlineData("if 1 > 2 then \"ja\" else \"nej\"", "nej")]
    [InlineData("for i in 1..3 return i * i", "[1, 4, 9]")]
    [InlineData("for i in 3..1 return i", "[3, 2, 1]")]
    [InlineData("for i in [1,2], j in [10,20] return i + j", "[11, 21, 12, 22]")]
    [InlineData("for i in 1..4 return if i = 1 then 1 else i * partial[-1]", "[1, 2, 6, 24]")]
    [InlineData("some x in [1,2,3] satisfies x > 2", "true")]
    [InlineData("every x in [1,2,3] satisfies x > 2", "false")]
    [InlineData("[1,2,3,4][item > 2]", "[3, 4]")]
    [InlineData("[1,2,3][2]", "2")]
    [InlineData("[1,2,3][-1]", "3")]
    [InlineData("[{a:1, b:\"x\"},{a:2, b:\"y\"}][a = 2].b", "[\"y\"]")]
    [InlineData("{a: 1, b: a + 1}.b", "2")]
    [InlineData("{min far: 7}.min far", "7")]
    [InlineData("{\"a b\": 1}", "{a b: 1}")]
    [InlineData("{f: function(x, y) x + y, r: f(1, 2)}.r", "3")]
    [InlineData("{fak: function(n) if n < 2 then 1 else n * fak(n - 1), r: fak(5)}.r", "120")]
    [InlineData("(function(x: number) x * 2)(4)", "8")]
    [InlineData("5 between 1 and 10", "true")]
    [InlineData("5 in [1..5)", "false")]
    [InlineData("5 in ]1..5]", "true")]
    [InlineData("5 in (1..9[", "true")]
    [InlineData("5 in (1, 5, 9)", "true")]
    [InlineData("5 in (> 3)", "true")]
    [InlineData("5 in > 7", "false")]
    [InlineData("5 in (<3, >4)", "true")]
    [InlineData("1 in [1,2]", "true")]
    [InlineData("1 instance of number", "true")]
    [InlineData("[1,2] instance of list<number>", "true")]
    [InlineData("@\"P1D\" instance of days and time duration", "true")]
    [InlineData("{a:1} instance of context<a: string>", "false")]
    [InlineData("1 /* mitt */ + // slut\n 2", "3")]
    [InlineData("not(true)", "false")]
    [InlineData("[1..5].start included", "true")]
    [InlineData("substring(string: \"Avslag\", start position: 2, length: 2)", "vs")]
    [InlineData("{a: [1,2], b: a[1]}.b", "1")]
    [InlineData("sort([3,1,2], function(x, y) x < y)", "[1, 2, 3]")]
    [InlineData("[[1,2],[3]][1][2]", "2")]
    [InlineData("- 2 ** 2", "4")]
    public void Uttryck_ger_varde(string source, string expected) => Assert.Equal(expected, Feels.Text(source));

    [Theory]
    [InlineData("true and null", "null")]
    [InlineData("false and null", "false")]
    [InlineData("null and false", "false")]
    [InlineData("true or null", "true")]
    [InlineData("null or true", "true")]
    [InlineData("false or null", "null")]
    [InlineData("null = null", "true")]
    [InlineData("1 = null", "false")]
    [InlineData("1 < null", "null")]
    [InlineData("null + 1", "null")]
    [InlineData("not(null)", "null")]
    [InlineData("null.a", "null")]
    [InlineData("if null then 1 else 2", "2")]
    [InlineData("1 = \"1\"", "null")]
    [InlineData("1/0", "null")]
    [InlineData("null between 1 and 2", "null")]
    [InlineData("some x in [null, true] satisfies x", "true")]
    [InlineData("every x in [null, true] satisfies x", "null")]
    public void Null_smittar_enligt_trevard_logik(string source, string expected) => Assert.Equal(expected, Feels.Text(source));

    [Fact]
    public void Namn_med_mellanslag_och_tecken_kanns_igen()
    {
        var variables = FeelContext.Of(("Full Name", "Åsa"), ("a-b", 5), ("a", 1), ("b", 2), ("hälsa och omsorg", 3), ("time and money", 4), ("and more", 9));

        Assert.Equal("Åsa!", Feels.Text("Full  Name + \"!\"", variables));
        Assert.Equal("5", Feels.Text("a-b", variables));
        Assert.Equal("7", Feels.Text("hälsa och omsorg + time and money", variables));
        Assert.Equal("3", Feels.Text("b+a", variables));
    }

    [Fact]
    public void Okanda_namn_loses_vid_evaluering()
    {
        Assert.True(FeelExpression.TryParse("Full Name + a-b", out var expression, out _));

        Assert.Equal((FeelValue)3, expression.Evaluate(FeelContext.Of(("Full Name", 1), ("a-b", 2)), Feels.Environment).Value);
        Assert.Equal((FeelValue)0, expression.Evaluate(FeelContext.Of(("Full Name", 1), ("a", 2), ("b", 3)), Feels.Environment).Value);
    }

    [Fact]
    public void Okant_namn_ger_null_och_varning_med_plats()
    {
        var outcome = Feels.Outcome("1 +\n  saknas");

        Assert.Equal(FeelValue.Null, outcome.Value);
        Assert.Equal("rad 2, kolumn 3: Namnet 'saknas' finns inte.", outcome.Warnings[0]);
    }

    [Theory]
    [InlineData("1 +", 3, "Rad 1, kolumn 4: Här väntades ett uttryck, men uttrycket tar slut.")]
    [InlineData("(1", 2, "Rad 1, kolumn 3: Här väntades ')', men uttrycket tar slut.")]
    [InlineData("a\n== b", 2, "Rad 2, kolumn 1: Likhet skrivs med ett lika med-tecken (=).")]
    [InlineData("\"abc", 0, "Rad 1, kolumn 1: Texten saknar sitt avslutande citattecken.")]
    [InlineData("@\"igår\"", 0, "Rad 1, kolumn 1: 'igår' är varken datum, tid, tidpunkt eller varaktighet.")]
    [InlineData("1e999", 0, "Rad 1, kolumn 1: Talet 1e999 ryms inte.")]
    [InlineData("", 0, "Rad 1, kolumn 1: Här väntades ett uttryck, men uttrycket tar slut.")]
    [InlineData("if a then b", 11, "Rad 1, kolumn 12: Här väntades 'else', men uttrycket tar slut.")]
    [InlineData("1 2", 2, "Rad 1, kolumn 3: Uttrycket borde ha tagit slut, men här står '2'.")]
    [InlineData("substring(\"a\", start position: 2)", 9, "Rad 1, kolumn 10: Antingen har alla argument namn eller inget.")]
    [InlineData("a § b", 2, "Rad 1, kolumn 3: Tecknet '§' hör inte hemma här.")]
    public void Fel_har_plats_och_svensk_mening(string source, int position, string message)
    {
        Assert.False(FeelExpression.TryParse(source, out _, out var error));
        Assert.Equal(new FeelError(message, position), error);
    }
}
