using CaseFlow.Domain.Arenden;

namespace CaseFlow.Domain.Tests.Arenden;

public sealed class UtkastTests
{
    private static readonly DateTimeOffset Nu = Tid.Vid("2026-11-12T13:32:00Z");
    private static readonly DateOnly Idag = new(2026, 11, 12);

    [Theory]
    [InlineData("uppgift:0199aaaa-0000-7000-8000-000000000001", Utkastslag.Uppgift)]
    [InlineData("utredning:d6", Utkastslag.Utredning)]
    [InlineData("utredning:personligt-stod", Utkastslag.Utredning)]
    [InlineData("utredning:bedomning", Utkastslag.Utredning)]
    [InlineData("forslag:42", Utkastslag.Forslag)]
    [InlineData("anteckning:ny", Utkastslag.Anteckning)]
    [InlineData("anteckning:ratta-3", Utkastslag.Anteckning)]
    [InlineData("anteckning:invand-3", Utkastslag.Anteckning)]
    public void En_plats_lases_som_den_skrivs(string kod, Utkastslag slag)
    {
        var plats = Utkastplats.Tolka(kod);
        Assert.Equal((slag, kod), (plats?.Slag, plats?.Kod));
        Assert.Equal(plats, Utkastplats.Tolka(plats!.Kod));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("utredning")]
    [InlineData("utredning:d0")]
    [InlineData("utredning:d6:x")]
    [InlineData("uppgift:1")]
    [InlineData("forslag:-1")]
    [InlineData("forslag:1 OR 1=1")]
    [InlineData("anteckning:ny\n")]
    [InlineData("anteckning:stryk-1")]
    [InlineData("person:1")]
    public void Det_som_inte_ar_en_plats_ar_ingen(string? kod) => Assert.Null(Utkastplats.Tolka(kod));

    [Fact]
    public void En_ansokan_som_registreras_ligger_inte_i_nagot_arende()
    {
        Assert.Equal(("ansokan:ny", false, true), (Utkastplats.NyAnsokan.Kod, Utkastplats.NyAnsokan.IArende, Utkastplats.NyAnteckning.IArende));
        Assert.Null(Utkastplats.Tolka(Utkastplats.NyAnsokan.Kod));
    }

    [Fact]
    public void Varje_plats_som_en_sida_namner_finns() => Assert.All(
        [
            Utkastplats.NyAnteckning, Utkastplats.Insatser, Utkastplats.Valdsfraga, Utkastplats.Bedomning, Utkastplats.Tillagg, Utkastplats.Omrade("trygghet"),
            Utkastplats.Forslag(7), Utkastplats.Rattelse(1), Utkastplats.Invandning(2), Utkastplats.InvandningMotAkten, Utkastplats.Uppgift(Guid.Parse("0199aaaa-0000-7000-8000-000000000001")),
        ],
        plats => Assert.Equal(plats, Utkastplats.Tolka(plats.Kod)));

    [Fact]
    public void Det_som_sparas_gang_pa_gang_loggas_en_gang_om_dagen()
    {
        var (utkast, borjat) = Utkast.Borja(new(1), new(2), new(3), Utkastplats.NyAnteckning, "{}", Nu, Idag).Value;

        Assert.Equal(new UtkastSparat(new(1), new(3), Utkastslag.Anteckning), borjat);
        Assert.Null(utkast.Fortsatt("{\"a\":[]}", Nu.AddSeconds(1), Idag).Value);
        Assert.Equal(("{\"a\":[]}", Nu.AddSeconds(1)), (utkast.Falt, utkast.Sparat));
        Assert.NotNull(utkast.Fortsatt("{}", Nu.AddDays(1), Idag.AddDays(1)).Value);
        Assert.Null(utkast.Fortsatt("{}", Nu.AddDays(1), Idag.AddDays(1)).Value);
    }

    [Fact]
    public void Ett_utkast_har_en_storsta_storlek_i_byte()
    {
        var mest = new string('å', Utkast.Storst / 2);
        var (utkast, _) = Utkast.Borja(new(1), new(2), new(3), Utkastplats.NyAnteckning, mest, Nu, Idag).Value;

        Assert.Equal("UTKAST_FOR_STORT", utkast.Fortsatt(mest + "a", Nu, Idag).Error?.Code);
        Assert.Equal(mest, utkast.Falt);
        Assert.Equal("UTKAST_FOR_STORT", Utkast.Borja(new(1), new(2), new(3), Utkastplats.NyAnteckning, mest + "a", Nu, Idag).Error?.Code);
    }
}
