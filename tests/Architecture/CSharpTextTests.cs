namespace CaseFlow.Architecture;

/// <summary>The reader that the source rules stand on: it must see code and nothing but code.</summary>
public sealed class CSharpTextTests
{
    [Theory]
    [InlineData("var \u00e5 = 1;")]
    [InlineData("$\"{\u00e5}\"")]
    [InlineData("$\"text {Namn(\"inre\", \u00e5)} mer\"")]
    [InlineData("$@\"text {\u00e5}\"")]
    [InlineData("$$\"\"\"text {{\u00e5}} { \"\"\"")]
    [InlineData("var c = 'x'; \u00e5();")]
    [InlineData("var c = '\\''; \u00e5();")]
    [InlineData("var s = \"\"; \u00e5();")]
    [InlineData("var s = @\"c:\\\"; \u00e5();")]
    [InlineData("/* x */ \u00e5();")]
    [InlineData("// x\n\u00e5();")]
    [InlineData("$\"{new { A = 1 }} {\u00e5}\"")]
    public void Ser_koden(string text) => Assert.Contains('\u00e5', CSharpText.Kod(text));

    [Theory]
    [InlineData("// \u00e5")]
    [InlineData("/* \u00e5 */ x")]
    [InlineData("/// <summary>\u00e5</summary>")]
    [InlineData("\"\u00e5\"")]
    [InlineData("\"\\\"\u00e5\"")]
    [InlineData("@\"\"\"\u00e5\"")]
    [InlineData("$\"{x} \u00e5 {{\u00e5}}\"")]
    [InlineData("$\"{x:\\\"} \u00e5\"")]
    [InlineData("\"\"\"\n \"\u00e5\" \n\"\"\"")]
    [InlineData("$$\"\"\"{\u00e5} {{x}} \u00e5\"\"\"")]
    [InlineData("'\u00e5'")]
    [InlineData("var s = \"\"; // \u00e5")]
    public void Ser_inte_text_och_kommentarer(string text) => Assert.DoesNotContain('\u00e5', CSharpText.Kod(text));

    [Fact]
    public void Behaller_rader_och_langd()
    {
        const string Text = "a\n\"b\nc\" /* d\ne */ $\"{f}\"";
        var kod = CSharpText.Kod(Text);
        Assert.Equal(Text.Length, kod.Length);
        Assert.Equal(Text.Count(c => c == '\n'), kod.Count(c => c == '\n'));
    }
}
