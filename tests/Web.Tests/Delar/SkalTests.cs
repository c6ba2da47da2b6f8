using CaseFlow.Domain.Behorigheter;
using CaseFlow.Web.Pages.Konton;
using CaseFlow.Web.Pages.Ram;

namespace CaseFlow.Web.Tests.Delar;

public sealed class SkalTests
{
    [Fact]
    public async Task Skalet_har_hopplank_meny_och_utloggning_som_formular()
    {
        var html = await Rendering.Av<Skalram>((nameof(Skalram.Inloggad), Prov.Karin), (nameof(Skalram.Sokvag), "/idag"),
            (nameof(Skalram.ChildContent), Rendering.Som("<h1>Idag</h1>")));

        Uppmarkning.ArRiktig(html);
        Assert.StartsWith("<a class=\"hoppa\" href=\"#innehall\">", html);
        Assert.Single(html.Split("aria-current=\"page\"")[1..]);
        Assert.Matches("<form method=\"post\" action=\"/logga-ut\"><input type=\"hidden\" name=\"__formular\"", html);
        Assert.Matches("method=\"post\" action=\"/sok\"><input type=\"hidden\" name=\"__formular\"", html);
        Assert.Contains(">KS<", html);
    }

    [Fact]
    public async Task Den_som_inte_far_lasa_arenden_har_inget_falt_for_det()
    {
        var utforare = Prov.Karin with { Formagor = Roller.Behorigheter(Roll.Utforare).Select(b => b.ToString()).ToHashSet(StringComparer.Ordinal) };
        var html = await Rendering.Av<Toppfalt>((nameof(Toppfalt.Inloggad), utforare));

        Assert.DoesNotContain("action=\"/sok\"", html);
        Assert.Contains("/avvikelser/rapportera", html);
    }

    [Fact]
    public void Menyn_ar_summan_av_det_man_far()
    {
        var bada = Meny.For(new HashSet<string> { nameof(Behorighet.HandlaggaArende), nameof(Behorighet.LasaIndikatorer) });

        Assert.Equal(["Idag", "Mina ärenden", "Indikatorer"], bada.Val.Select(v => v.Text));
        Assert.Empty(Meny.For(new HashSet<string>()).Val);
        Assert.Equal("Indikatorer", bada.Vald("/indikatorer/insatser-beskrivna")?.Text);
        Assert.Null(bada.Vald("/indikatorerna"));
    }

    [Theory]
    [InlineData("/arenden/2026-0419", "/arenden/2026-0419")]
    [InlineData("//ond.example", null)]
    [InlineData("/\\ond.example", null)]
    [InlineData("https://ond.example", null)]
    [InlineData("/\u00e5", null)]
    [InlineData("/\u2028", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Inloggningen_gar_bara_vidare_inom_systemet(string? till, string? vantat) => Assert.Equal(vantat, LoggaIn.EgenAdress(till));
}
