using CaseFlow.Application.Arenden;
using CaseFlow.Web.Pages.Arenden;

namespace CaseFlow.Web.Tests.Delar;

public sealed class LageskortTests
{
    private const string Stopp = "Processen har stannat. Kontakta förvaltningen.";

    [Fact]
    public async Task Ett_stopp_star_uppslaget_aven_nar_annat_gar_att_gora()
    {
        var html = await Rendering.Av<Lageskort>(("Svar", Svar(stannat: true, Stopp, "Nu: Skicka beslut.")));
        var utan = await Rendering.Av<Lageskort>(("Svar", Svar(stannat: false, "Nu: Skicka beslut.")));

        Uppmarkning.ArRiktig(html);
        Assert.Contains("<details class=\"plats\" open>", html, StringComparison.Ordinal);
        Assert.Contains(Stopp, Uppmarkning.Text(html), StringComparison.Ordinal);
        Assert.Contains("<details class=\"plats\">", utan, StringComparison.Ordinal);
    }

    private static ArendeSvar Svar(bool stannat, params string[] plats)
    {
        var person = new PersonVy(Guid.Empty, "Test Testsson", null, null, null, null, null, false, false, false, false);
        var frist = new FristVy("Skicka beslut", null, FristLage.Planerad, "I morgon", "2 d", "enhet", []);
        return new(
            new("2026-0001", person, null, "Hemtjänst", null, true, [], false, 1), new("telefon", default, default, null, false, null, []),
            [new(Guid.Empty, "Underratta", "Skicka beslut", "Skicka beslut", "/uppgifter/1", frist, null, false, null, true)], plats, [], [], [], [], [], 0, 0, 0,
            new(false, false, false, false, false, false), null, [], stannat);
    }
}
