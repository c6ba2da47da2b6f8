using System.Net;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Web.Tests;

/// <summary>Whatever stands in an address, the page answers.</summary>
public sealed class AdressTests
{
    [Theory]
    [InlineData("/indikatorer/utredningstid?efter={0}")]
    [InlineData("/arenden/2026-0001/beslut?insats={0}")]
    public async Task Det_som_inte_ar_ett_tal_ar_inget_fel_i_programmet(string adress)
    {
        await using var vard = new Utveckling();
        await vard.LaggUpp("karin", Roll.Chef);
        var karin = vard.Besok();
        await karin.Losenordet("karin");

        foreach (var varde in new[] { "7", "abc", "-1", "99999999999999999999", "x%0D%0Afail:%20p%C3%A5hittad%20rad" })
            Assert.True((await karin.Ga(adress.Replace("{0}", varde, StringComparison.Ordinal))).StatusCode < HttpStatusCode.InternalServerError, varde);
    }
}
