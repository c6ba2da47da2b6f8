using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Feel;

public sealed class FeelUseTests
{
    [Theory]
    [InlineData("komplett = \"nej\"", "komplett")]
    [InlineData("a + b * a", "a, b, a")]
    [InlineData("insats.from <= today() and insats.tom.year > 2026", "insats.from, insats.tom.year")]
    [InlineData("not(avstar = \"ja\")", "avstar")]
    [InlineData("1 + 2", "")]
    [InlineData("now() + duration(\"P\" + string(frister.dagar) + \"D\")", "frister.dagar")]
    [InlineData("for x in lista, y in 1..x return x + y + z + count(partial)", "lista, z")]
    [InlineData("some x in xs satisfies x > grans", "xs, grans")]
    [InlineData("{a: b, c: a + d}.c", "b, d")]
    [InlineData("{fak: function(n) if n < 2 then 1 else n * fak(n - 1), r: fak(antal)}.r", "antal")]
    [InlineData("lista[item > minst]", "lista, minst")]
    [InlineData("sort(lista, function(x, y) x < y)", "lista")]
    [InlineData("egen(1)", "egen")]
    [InlineData("list contains(kanaler, \"brev\")", "kanaler")]
    [InlineData("svar in (\"a\", b)", "svar, b")]
    [InlineData("dag between start and slut", "dag, start, slut")]
    [InlineData("[a, [1..b]]", "a, b")]
    [InlineData("(if a then b else c).d", "a, b, c")]
    [InlineData("-a instance of number", "a")]
    [InlineData("annat vad = 1", "annat vad")]
    public void De_variabler_som_lases_ar_kanda_utan_att_rakna(string source, string expected)
    {
        Assert.True(FeelExpression.TryParse(source, out var expression, out var error), error?.Message);

        Assert.Equal(expected, string.Join(", ", expression.Uses.References));
    }

    [Theory]
    [InlineData("komplett = \"nej\"", "komplett:nej")]
    [InlineData("\"nej\" != process.komplett", "process.komplett:nej")]
    [InlineData("a = \"1\" or b = 2", "a:1")]
    [InlineData("svar in (\"a\", \"b\") and not(svar in [\"c\"])", "svar:a, svar:b, svar:c")]
    [InlineData("list contains(kanaler, \"brev\")", "kanaler:brev")]
    [InlineData("for x in xs return x = \"a\"", "")]
    public void Texter_som_en_variabel_jamfors_med_ar_kanda(string source, string expected)
    {
        Assert.True(FeelExpression.TryParse(source, out var expression, out var error), error?.Message);

        Assert.Equal(expected, string.Join(", ", expression.Uses.TextTests.Select(t => $"{t.Reference}:{t.Text}")));
    }

    [Fact]
    public void Det_provade_vardet_ar_ingen_variabel()
    {
        Assert.True(FeelExpression.TryParseUnaryTests("> grans, ? = annan", out var tests, out _));

        Assert.Equal("grans, annan", string.Join(", ", tests.Uses.References));
    }
}
