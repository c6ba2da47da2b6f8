using CaseFlow.Application.Arenden;
using CaseFlow.Web.Pages.Arenden;

namespace CaseFlow.Web.Tests.Delar;

/// <summary>The outcomes on the page of the ärende.</summary>
public sealed class BeslutskortTests
{
    [Theory, InlineData("förslag", "Avslag"), InlineData("återtaget", "Återtagen")]
    public async Task Ett_forslag_om_en_atertagen_insats_ser_inte_ut_som_ett_utfall(string status, string tagg)
    {
        BeslutVy beslut = new("Trygghetslarm", "avslag", null, null, null, "11 kap. 1 §", null, null, status, null);
        var html = await Rendering.Av<Beslutskort>((nameof(Beslutskort.Beslut), new List<BeslutVy> { beslut }));

        Uppmarkning.ArRiktig(html);
        Assert.Contains($"Trygghetslarm {tagg} ", Uppmarkning.Text(html), StringComparison.Ordinal);
        Assert.Equal(status == "förslag", html.Contains("tagg-fel", StringComparison.Ordinal));
    }
}
