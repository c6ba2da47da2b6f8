using CaseFlow.Domain.Arenden;

namespace CaseFlow.Domain.Tests.Arenden;

public sealed class AtkomstTests
{
    private static readonly EnhetId Egen = new(1);
    private static readonly EnhetId Annan = new(2);
    private static readonly AnvandareId Jag = new(10);
    private static readonly AnvandareId Kollega = new(11);

    [Theory]
    [InlineData("tilldelad", Atkomstbeslut.Tilldelad)]
    [InlineData("stallforetradare", Atkomstbeslut.Stallforetradare)]
    [InlineData("stallforetradare-annan-enhet", Atkomstbeslut.Stallforetradare)]
    [InlineData("chef", Atkomstbeslut.Chef)]
    [InlineData("chef-annan-enhet", Atkomstbeslut.FinnsInte)]
    [InlineData("samma-enhet", Atkomstbeslut.SkalKravs)]
    [InlineData("samma-enhet-skal", Atkomstbeslut.Skal)]
    [InlineData("annan-enhet", Atkomstbeslut.FinnsInte)]
    [InlineData("annan-enhet-skal", Atkomstbeslut.FinnsInte)]
    [InlineData("ingen-enhet", Atkomstbeslut.FinnsInte)]
    public void Vem_som_far_se_ett_arende(string vem, Atkomstbeslut vantat)
    {
        var (aktor, handlaggare) = Fall(vem);
        Assert.Equal(vantat, Atkomstregel.Prova(aktor, new(new(5), Egen, handlaggare, Skyddat: false)));
        // skyddat: ingen utan namngiven åtkomst, och med den gäller samma regel som annars
        Assert.Equal(Atkomstbeslut.FinnsInte, Atkomstregel.Prova(aktor, new(new(5), Egen, handlaggare, Skyddat: true)));
        Assert.Equal(vantat, Atkomstregel.Prova(aktor with { HarNamngivenAtkomst = true }, new(new(5), Egen, handlaggare, Skyddat: true)));
    }

    [Fact]
    public void Ett_arende_i_kon_kraver_skal_av_alla_utom_chefen()
    {
        var kon = new Arendefakta(new(5), Egen, null, false);
        Assert.Equal(Atkomstbeslut.SkalKravs, Atkomstregel.Prova(Fall("samma-enhet").Aktor, kon));
        Assert.Equal(Atkomstbeslut.Chef, Atkomstregel.Prova(Fall("chef").Aktor, kon));
        Assert.Equal(Atkomstbeslut.FinnsInte, Atkomstregel.Prova(Fall("annan-enhet").Aktor, kon));
    }

    [Theory]
    [InlineData("tilldelad"), InlineData("stallforetradare"), InlineData("chef"), InlineData("samma-enhet-skal"), InlineData("annan-enhet")]
    public void For_den_som_ar_sparrad_finns_arendet_inte(string vem)
    {
        var (aktor, handlaggare) = Fall(vem);
        foreach (var skyddat in new[] { true, false })
            Assert.Equal(Atkomstbeslut.FinnsInte, Atkomstregel.Prova(aktor with { HarSparr = true, HarNamngivenAtkomst = true }, new(new(5), Egen, handlaggare, skyddat)));
    }

    [Fact]
    public void Den_som_ar_javig_slapps_inte_in_vem_hon_an_ar()
    {
        foreach (var vem in new[] { "tilldelad", "stallforetradare", "stallforetradare-annan-enhet", "chef", "samma-enhet", "samma-enhet-skal" })
            Assert.Equal(Atkomstbeslut.Jav, Atkomstregel.Prova(Fall(vem).Aktor with { HarJav = true }, new(new(5), Egen, Fall(vem).Handlaggare, false)));
        // Den som inte får veta att ärendet finns får inte veta det av sitt jäv heller.
        Assert.Equal(Atkomstbeslut.FinnsInte, Atkomstregel.Prova(Fall("annan-enhet").Aktor with { HarJav = true }, new(new(5), Egen, Kollega, false)));
        Assert.Equal(Atkomstbeslut.FinnsInte, Atkomstregel.Prova(Fall("samma-enhet").Aktor with { HarJav = true }, new(new(5), Egen, Kollega, true)));
        Assert.Equal("JAVIG", Atkomstbeslut.Jav.Hinder()?.Code);
    }

    [Fact]
    public void En_nodoppning_slapper_in_dar_arendet_inte_finns_men_aldrig_forbi_sparr_och_jav()
    {
        var (skyddat, oppet) = (new Arendefakta(new(5), Egen, Kollega, true), new Arendefakta(new(5), Egen, Kollega, false));
        foreach (var (vem, arende) in new[] { ("annan-enhet", oppet), ("annan-enhet", skyddat), ("samma-enhet", skyddat), ("chef", skyddat) })
        {
            var aktor = Fall(vem).Aktor;
            Assert.True(Atkomstregel.KanNodoppnas(aktor, arende));
            Assert.Equal(Atkomstbeslut.Nodoppning, Atkomstregel.Prova(aktor with { HarNodoppning = true }, arende));
            foreach (var hindrad in new[] { aktor with { HarSparr = true }, aktor with { HarJav = true } })
            {
                Assert.False(Atkomstregel.KanNodoppnas(hindrad, arende));
                Assert.Equal(Atkomstbeslut.FinnsInte, Atkomstregel.Prova(hindrad with { HarNodoppning = true }, arende));
            }
        }
        // Där man kommer in ändå, eller med ett skäl, behövs ingen.
        Assert.False(Atkomstregel.KanNodoppnas(Fall("samma-enhet").Aktor, oppet));
        Assert.Equal(Atkomstbeslut.SkalKravs, Atkomstregel.Prova(Fall("samma-enhet").Aktor with { HarNodoppning = true }, oppet));
        Assert.Equal(Atkomstbeslut.Chef, Atkomstregel.Prova(Fall("chef").Aktor with { HarNodoppning = true }, oppet));
    }

    [Fact]
    public void En_nodoppning_tar_slut_av_sig_sjalv_och_granskas_av_nagon_annan()
    {
        var nu = Tid.Vid("2026-11-20T15:00:00Z");
        Assert.Equal("SKAL_SAKNAS", Nodoppning.Oppna(new(1), Jag, new(5), "  akut ", Nodoppningsregel.Vanlig, null, nu).Error?.Code);
        var oppnad = Nodoppning.Oppna(new(1), Jag, new(5), "Personen ringde jouren", Nodoppningsregel.Vanlig, null, nu).Value;
        Assert.Equal(new ArendeNodoppnat(new(5), Jag, new(1), nu.AddHours(1)), oppnad.Handelse);
        // Det som läses än går inte att granska.
        Assert.Equal("NODOPPNING_PAGAR", oppnad.Nodoppning.Granska("Det var befogat", Kollega, nu.AddMinutes(10).AddTicks(-1)).Error?.Code);

        var slut = nu.AddMinutes(10);
        Assert.False(oppnad.Nodoppning.Avsluta(slut).Failed);
        Assert.Equal(slut, oppnad.Nodoppning.Tom);
        Assert.Equal("NODOPPNING_SLUT", oppnad.Nodoppning.Avsluta(slut).Error?.Code);

        Assert.Equal("NODOPPNING_EGEN", oppnad.Nodoppning.Granska("Det var befogat", Jag, slut).Error?.Code);
        Assert.Equal("SKAL_SAKNAS", oppnad.Nodoppning.Granska("ok", Kollega, slut).Error?.Code);
        Assert.Equal(new NodoppningGranskad(new(5), Jag, new(1)), oppnad.Nodoppning.Granska("Det var befogat", Kollega, slut).Value);
        Assert.Equal("NODOPPNING_GRANSKAD", oppnad.Nodoppning.Granska("Det var befogat", Kollega, slut).Error?.Code);
    }

    [Fact]
    public void Det_skyddade_visas_inte_langre_an_det_man_laser_det_med()
    {
        var nu = Tid.Vid("2026-11-20T15:00:00Z");
        Assert.Equal(nu.AddMinutes(2), SkyddVisning.Visa(Jag, new(4), "Skickar beslut", nu, nu.AddMinutes(2)).Value.Visning.Tom);
        Assert.Equal(nu.AddMinutes(5), SkyddVisning.Visa(Jag, new(4), "Skickar beslut", nu, nu.AddMinutes(60)).Value.Visning.Tom);
    }

    [Fact]
    public void Svaret_ar_finns_inte_nar_man_inte_far_veta()
    {
        Assert.Equal(ErrorKind.NotFound, Atkomstbeslut.FinnsInte.Hinder()?.Kind);
        Assert.Equal("SKAL_KRAVS", Atkomstbeslut.SkalKravs.Hinder()?.Code);
        Assert.Null(Atkomstbeslut.Chef.Hinder());
        Assert.Equal("stallforetradare", Atkomstbeslut.Stallforetradare.Grund());
    }

    [Fact]
    public void Ett_skal_galler_dagen_ut_i_Stockholm()
    {
        var nu = Tid.Vid("2026-11-20T15:00:00Z");
        Assert.Equal("SKAL_SAKNAS", Atkomst.Ge(Jag, new(5), "  ", nu).Error?.Code);
        var atkomst = Atkomst.Ge(Jag, new(5), "Ringer anhörig", nu).Value.Atkomst;
        Assert.Equal((nu, Tid.Vid("2026-11-20T23:00:00Z")), (atkomst.Fran, atkomst.Tom));
    }

    [Fact]
    public void Skyddade_uppgifter_visas_i_fem_minuter()
    {
        var nu = Tid.Vid("2026-11-20T15:00:00Z");
        var svar = SkyddVisning.Visa(Jag, new(4), "Skickar beslut", nu).Value;
        Assert.Equal(new(new(4), Jag), svar.Handelse);
        Assert.Equal(nu.AddMinutes(5), svar.Visning.Tom);
    }

    private static (Aktorsfakta Aktor, AnvandareId? Handlaggare) Fall(string vem)
    {
        var ingen = new Aktorsfakta(Jag, [], [], [], false, false);
        return vem switch
        {
            "tilldelad" => (ingen with { Enheter = [Egen] }, Jag),
            "stallforetradare" => (ingen with { Enheter = [Egen], Ersatter = [Kollega] }, Kollega),
            "stallforetradare-annan-enhet" => (ingen with { Enheter = [Annan], Ersatter = [Kollega] }, Kollega),
            "chef" => (ingen with { Enheter = [Egen], ChefFor = [Egen] }, Kollega),
            "chef-annan-enhet" => (ingen with { Enheter = [Annan], ChefFor = [Annan] }, Kollega),
            "samma-enhet" => (ingen with { Enheter = [Annan, Egen] }, Kollega),
            "samma-enhet-skal" => (ingen with { Enheter = [Egen], HarGiltigtSkal = true }, Kollega),
            "annan-enhet" => (ingen with { Enheter = [Annan] }, Kollega),
            "annan-enhet-skal" => (ingen with { Enheter = [Annan], HarGiltigtSkal = true }, Kollega),
            _ => (ingen, Kollega),
        };
    }
}
