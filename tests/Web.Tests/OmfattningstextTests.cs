using CaseFlow.Application;
using CaseFlow.Web.Pages.Arenden;

namespace CaseFlow.Web.Tests;

public sealed class OmfattningstextTests
{
    [Theory]
    [InlineData("1", "dagar per vecka", "1 dag per vecka")]
    [InlineData("2", "dagar per vecka", "2 dagar per vecka")]
    [InlineData("1", "timmar per vecka", "1 timme per vecka")]
    [InlineData("9.5", "timmar per vecka", "9,5 timmar per vecka")]
    [InlineData("1", "portioner per vecka", "1 portion per vecka")]
    [InlineData("1", "resor per år", "1 resa per år")]
    [InlineData("1", "plats", "1 plats")]
    [InlineData("2", "plats", "2 platser")]
    [InlineData("1", "antal", "1 st")]
    [InlineData("2", "antal", "2 st")]
    [InlineData("3", "dygn", "3 dygn")]
    public void Enheten_bojs_efter_antalet(string antal, string enhet, string text) =>
        Assert.Equal(text, Omfattningstext.Av(decimal.Parse(antal, System.Globalization.CultureInfo.InvariantCulture), enhet));

    [Theory]
    [InlineData("antal", "antal")]
    [InlineData("plats", "antal platser")]
    [InlineData("timmar per vecka", "antal timmar per vecka")]
    public void Ordet_antal_sags_en_gang(string enhet, string text) => Assert.Equal(text, Omfattningstext.Antal(enhet));

    [Fact]
    public void Ett_falt_for_plats_fragar_efter_antal_platser() => Assert.Equal("antal platser", Omfattningstext.Enhet("plats"));

    [Fact]
    public void Tolk_ar_nagot_annat_an_ett_sprak()
    {
        var person = new Application.Arenden.PersonVy(Guid.Empty, "Test", 80, null, null, null, "Finska", Tolk: false, false, false, false);

        Assert.Equal("Finska", Arendevisning.Sprak(person));
        Assert.Equal("Tolk finska", Arendevisning.Sprak(person with { Tolk = true }));
        Assert.Equal("Tolk", Arendevisning.Sprak(person with { Tolk = true, SprakText = "Svenska" }));
        Assert.Null(Arendevisning.Sprak(person with { SprakText = null }));
    }
}
