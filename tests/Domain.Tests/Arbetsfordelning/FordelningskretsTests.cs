using CaseFlow.Domain.Arbetsfordelning;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Domain.Tests.Arbetsfordelning;

/// <summary>Whose a new ärende is, by what is applied for.</summary>
public sealed class FordelningskretsTests
{
    private static readonly (string Namn, Roll[] Roller)[] Enheten =
        [("Hanna", [Roll.Handlaggare]), ("Frida", [Roll.Fardtjansthandlaggare]), ("Bo", [Roll.Handlaggare, Roll.Fardtjansthandlaggare]), ("Chef", [Roll.Chef])];

    [Theory]
    [InlineData("fardtjanst", "Frida Bo"), InlineData("riksfardtjanst fardtjanst", "Frida Bo")]
    [InlineData("hemtjanst", "Hanna Bo"), InlineData("fardtjanst hemtjanst", "Hanna Bo"), InlineData("", "Hanna Bo")]
    public void Fardtjanst_ensam_ar_fardtjansthandlaggarens_och_allt_annat_handlaggarens(string typer, string vilka) =>
        Assert.Equal(vilka, Valda(typer, Enheten));

    [Fact]
    public void Ar_ingen_fardtjansthandlaggare_i_tjanst_gar_det_till_en_handlaggare_men_aldrig_tvartom()
    {
        Assert.Equal("Hanna", Valda("fardtjanst", [Enheten[0], Enheten[3]]));
        Assert.Equal("", Valda("hemtjanst", [Enheten[1], Enheten[3]]));
    }

    private static string Valda(string typer, (string Namn, Roll[] Roller)[] tjanstgorande) => string.Join(
        ' ', Fordelningskrets.Valj(typer.Split(' ', StringSplitOptions.RemoveEmptyEntries), tjanstgorande, t => t.Roller).Select(t => t.Namn));
}
