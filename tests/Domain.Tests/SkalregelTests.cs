using CaseFlow.Domain.Arenden;

namespace CaseFlow.Domain.Tests;

/// <summary>A reason is read by whoever reviews it: it has to say something.</summary>
public sealed class SkalregelTests
{
    [Theory]
    [InlineData("aaaaaaaa"), InlineData("a a a a a a"), InlineData("Nyfikenhet"), InlineData("abab abab"), InlineData("........ ....")]
    [InlineData("12345 67890"), InlineData("Ringer"), InlineData("  .     ")]
    public void Det_som_inget_sager_ar_inget_skal(string skal) => Assert.Equal("SKAL_SAKNAS", Nodoppning.ProvaSkal(skal)?.Code);

    [Theory]
    [InlineData("Ska ringa"), InlineData("Min mamma"), InlineData("Hämtar post åt Hanna"), InlineData("JOUREN RINGDE")]
    public void Nagra_ord_racker(string skal) => Assert.Null(Nodoppning.ProvaSkal(skal));
}
