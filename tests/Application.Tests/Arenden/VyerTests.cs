using CaseFlow.Application.Arenden;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;

namespace CaseFlow.Application.Tests.Arenden;

/// <summary>Idag narrowed: by filter, by saved view, page by page, and one ärende beside the list.</summary>
public sealed class VyerTests
{
    [Theory]
    [InlineData("?steg=Utredning&vantar=komplettering&band=vecka", "band=vecka&steg=Utredning&vantar=komplettering")]
    [InlineData("utforare=Hemtj%C3%A4nsten+S%C3%B6der&saknar=1&typ=hemtjanst", "typ=hemtjanst&utforare=Hemtj%C3%A4nsten%20S%C3%B6der&saknar=1")]
    [InlineData("steg=Avslutat&steg=3&typ=finnsinte&vantar=x&band=&saknar=0&annat=1&&=", "")]
    public void Adressen_lases_och_det_som_inte_forstas_smalnar_inget(string urval, string ut)
    {
        Assert.Equal(ut, Idagfilter.Tolka(urval).SomUrval());
        Assert.Equal(ut.Length == 0, Idagfilter.Tolka(urval).Tomt);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Filtret_smalnar_banden(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var nytt = await enhet.EttArende("trygghetslarm").Bygg();
        var utreds = await enhet.EttArende("hemtjanst").Granskat().Bygg();
        var utrett = await enhet.EttArende("hemtjanst").MedUtredning().Bygg();
        var vantar = await enhet.EttArende("hemtjanst").Bygg();
        await vantar.Slutfor("GranskaAnsokan", ("komplett", "nej"), ("sprakinformation", "ja"));
        await vantar.Slutfor("BegarKomplettering", ("saknas", "Intyg"), ("vantarPa", "lakarintyg"), ("kompletteringSenast", enhet.Dag(10)));
        var bestallt = await enhet.EttArende("hemtjanst").MedBeslut().Bygg();
        await bestallt.Underratta();
        await bestallt.Slutfor("Bestall", ("utforare", "annan"), ("annanUtforare", "Söderhemmet"), ("mal", "Bo kvar"), ("onskadStart", enhet.Dag(3)), ("uppdrag", "Städ"));

        Assert.Equal([nytt.Nummer], await Nummer(new(Typ: "trygghetslarm")));
        Assert.Equal([utreds.Nummer, utrett.Nummer], await Nummer(new(Steg: Steg.Utredning)));
        Assert.Equal([utreds.Nummer], await Nummer(new(Saknar: true)));
        Assert.Equal([vantar.Nummer], await Nummer(new(Vantar: PausOrsaker.Komplettering)));
        Assert.Equal([bestallt.Nummer], await Nummer(new(Utforare: "Söderhemmet")));
        Assert.Equal([vantar.Nummer, bestallt.Nummer], await Nummer(new(Band: BandSlag.Vantar)));
        Assert.Empty(await Nummer(new(Steg: Steg.Utredning, Typ: "trygghetslarm")));
        Assert.Equal(["Söderhemmet"], (await Hamta(new HamtaIdag())).Utforare);

        async Task<IEnumerable<string>> Nummer(Idagfilter filter) =>
            (await Hamta(new HamtaIdag(filter))).Band.SelectMany(b => b.Rader).Select(r => r.Arendenummer).Order(StringComparer.Ordinal);
        async Task<IdagSvar> Hamta(HamtaIdag fraga) => Provarende.Ok(await enhet.Vard.Sand(fraga, enhet.Handlaggare));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_band_bladdras_till_slutet_utan_att_nagot_hoppas_over(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        var nu = enhet.Vard.Tid.GetUtcNow();
        // Många med samma dag: nyckeln skiljer dem.
        for (var n = 0; n < 120; n++) await arende.ExtraUppgift(nu.AddDays(-1 - n / 40));

        var (alla, sidor) = (new List<Guid>(), 0);
        string? efter = null;
        do
        {
            var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaIdag(new(Band: BandSlag.ForsenatOchIdag), efter), enhet.Handlaggare));
            Assert.Equal(120, Assert.Single(svar.Band).Antal);
            alla.AddRange(svar.Band[0].Rader.Select(r => r.UppgiftId));
            (efter, sidor) = (svar.Nasta, sidor + 1);
        }
        while (efter is not null);

        Assert.Equal((3, 120), (sidor, alla.Distinct().Count()));
        Assert.Equal(alla.Count, alla.Distinct().Count());
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_vy_ar_ens_egen_eller_enhetens(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var egen = Provarende.Ok(await enhet.Vard.Sand(new SparaVy("Larm", "typ=trygghetslarm", false), enhet.Handlaggare)).Id;
        var delad = Provarende.Ok(await enhet.Vard.Sand(new SparaVy("Väntar på intyg", "vantar=underlag-fran-annan", true), enhet.Chef)).Id;
        Assert.Equal("BEHORIGHET_SAKNAS", (await enhet.Vard.Sand(new SparaVy("För alla", "saknar=1", true), enhet.Handlaggare)).Error?.Code);
        Assert.Equal("VYNAMN_FINNS", (await enhet.Vard.Sand(new SparaVy(" larm ", "saknar=1", false), enhet.Handlaggare)).Error?.Code);
        Assert.Equal("VY_UTAN_URVAL", (await enhet.Vard.Sand(new SparaVy("Tom", "hittepa=1", false), enhet.Handlaggare)).Error?.Code);

        Assert.Equal(["Larm", "Väntar på intyg"], await Sparade(enhet.Handlaggare));
        Assert.Equal(["Väntar på intyg"], await Sparade(enhet.Kollega));
        Assert.Empty(await Sparade(enhet.Utomstaende));
        Assert.Equal(new Idagfilter(Typ: "trygghetslarm"), Provarende.Ok(await enhet.Vard.Sand(new HamtaIdag(Vy: egen), enhet.Handlaggare)).Filter);
        // Adressen går att skicka till en kollega: samma urval, men ingen flik med den andras namn på. En annan enhet vet inte att den finns.
        var kollegans = Provarende.Ok(await enhet.Vard.Sand(new HamtaIdag(Vy: egen), enhet.Kollega));
        Assert.Equal(new Idagfilter(Typ: "trygghetslarm"), kollegans.Filter);
        Assert.DoesNotContain(kollegans.Vyer, v => v.Id == egen);
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new HamtaIdag(Vy: egen), enhet.Utomstaende)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new HamtaIdag(Vy: Guid.Empty), enhet.Kollega)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new HamtaIdag(Vy: delad), enhet.Utomstaende)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new TaBortVy(delad), enhet.Handlaggare)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new TaBortVy(egen), enhet.Chef)).Error?.Kind);
        Provarende.Ok(await enhet.Vard.Sand(new TaBortVy(delad), enhet.BitradandeChef));
        Provarende.Ok(await enhet.Vard.Sand(new TaBortVy(egen), enhet.Handlaggare));
        Assert.Empty(await Sparade(enhet.Handlaggare));
        for (var n = 0; n < SparadVy.HogstAntal; n++) Provarende.Ok(await enhet.Vard.Sand(new SparaVy($"Vy {n}", "saknar=1", false), enhet.Handlaggare));
        Assert.Equal("FOR_MANGA_VYER", (await enhet.Vard.Sand(new SparaVy("En till", "saknar=1", false), enhet.Handlaggare)).Error?.Code);

        async Task<IEnumerable<string>> Sparade(Aktor vem) =>
            Provarende.Ok(await enhet.Vard.Sand(new HamtaIdag(), vem)).Vyer.Where(v => v.Omfang != Vyomfang.System).Select(v => v.Namn).Order(StringComparer.Ordinal);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Forhandsvisningen_oppnar_ingen_annan_dorr_an_arendet(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        var skyddat = await enhet.EttArende().MedSkyddadeUppgifter().Bygg();

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaForhandsvisning(arende.Nummer), enhet.Handlaggare));

        Assert.Equal((arende.Nummer, "Granska ansökan", 1), (svar.Huvud.Nummer, Assert.Single(svar.Uppgifter).Titel, svar.Sokt.Count));
        Assert.Equal("SKAL_KRAVS", (await enhet.Vard.Sand(new HamtaForhandsvisning(arende.Nummer), enhet.Kollega)).Error?.Code);
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new HamtaForhandsvisning(arende.Nummer), enhet.Utomstaende)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new HamtaForhandsvisning(skyddat.Nummer), enhet.Handlaggare)).Error?.Kind);
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new HamtaForhandsvisning(skyddat.Nummer), enhet.Chef)).Sokt);
    }
}
