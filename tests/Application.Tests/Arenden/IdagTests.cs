using CaseFlow.Application.Arenden;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Processer;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Arenden;

/// <summary>The four bands of the landing page, by the day in Sweden.</summary>
public sealed class IdagTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Listan_smalnas_till_det_som_ar_forsenat(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var sent = await enhet.EttArende().Bygg();
        await sent.ExtraUppgift(enhet.Vard.Tid.GetUtcNow().AddDays(-1));
        var idag = await enhet.EttArende().Bygg();
        await idag.ExtraUppgift(enhet.Vard.Tid.GetUtcNow());

        foreach (var (aktor, hela) in new[] { (enhet.Handlaggare, false), (enhet.Chef, true) })
        {
            var lista = Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(HelaEnheten: hela, Urval: Arendeurval.Forsenade), aktor));
            Assert.Equal((sent.Nummer, 1), (Assert.Single(lista.Rader).Nummer, lista.Antal));
        }
    }

    private static readonly TimeSpan Sekund = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("2026-09-16T12:00:00Z", "2026-09-17", "2026-09-21")] // onsdag
    [InlineData("2026-09-16T21:59:59Z", "2026-09-17", "2026-09-21")] // sekunden före midnatt i Sverige
    [InlineData("2026-09-16T22:00:00Z", "2026-09-18", "2026-09-21")] // midnatt
    [InlineData("2026-09-20T21:59:59Z", "2026-09-21", "2026-09-28")] // söndag kväll: nästa vecka
    [InlineData("2026-09-20T22:00:00Z", "2026-09-22", "2026-09-28")] // måndag morgon: en hel vecka
    [InlineData("2026-10-25T00:30:00Z", "2026-10-26", "2026-11-02")] // natten då timmen kommer två gånger
    [InlineData("2026-10-25T22:59:59Z", "2026-10-26", "2026-11-02")] // och dygnets sista sekund, 25 timmar efter den första
    [InlineData("2027-03-28T21:59:59Z", "2027-03-29", "2027-04-05")] // dygnet med 23 timmar
    [InlineData("2027-03-27T23:00:00Z", "2027-03-29", "2027-04-05")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-02", "2027-01-11")] // nyår, fredag: helgen och nästa vecka
    public async Task Banden_skiljs_vid_midnatt_i_Sverige(string nu, string dagenSlut, string veckanSlut)
    {
        await using var enhet = await Provenhet.Skapa();
        var arende = await Tomt(enhet);
        var (dag, vecka) = (Midnatt(dagenSlut), Midnatt(veckanSlut));
        var (idag, senare) = (await arende.ExtraUppgift(dag - Sekund), await arende.ExtraUppgift(vecka));
        var gransen = await arende.ExtraUppgift(dag);
        var sist = dag < vecka ? await arende.ExtraUppgift(vecka - Sekund) : Guid.Empty;
        enhet.Vard.Tid.Satt(DateTimeOffset.Parse(nu, System.Globalization.CultureInfo.InvariantCulture));

        var svar = await Hamta(enhet, enhet.Handlaggare);

        Assert.Equal([idag], Uppgifter(svar, BandSlag.ForsenatOchIdag));
        Assert.Equal(dag < vecka ? [gransen, sist] : [], Uppgifter(svar, BandSlag.DennaVecka));
        Assert.Equal(dag < vecka ? 1 : 2, svar.SenareAntal);
        Assert.DoesNotContain(senare, svar.Band.SelectMany(b => b.Rader).Select(r => r.UppgiftId));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_forsenade_star_forst_och_texten_sager_hur_mycket(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Tomt(enhet);
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(10));
        var nu = enhet.Vard.Tid.GetUtcNow();
        var (idag, igar) = (await arende.ExtraUppgift(nu.AddHours(1), nu.AddDays(-5)), await arende.ExtraUppgift(nu.AddDays(-1), nu.AddDays(-5)));

        var band = (await Hamta(enhet, enhet.Handlaggare)).Band.Single(b => b.Slag == BandSlag.ForsenatOchIdag);

        Assert.Equal([(igar, "1 d försenat", FristLage.Forsenad), (idag, "I dag", FristLage.Idag)], band.Rader.Select(r => (r.UppgiftId, r.Frist.Text, r.Frist.Lage)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_vantande_uppgift_visar_varfor_och_nar_den_vaknar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        await arende.Slutfor("GranskaAnsokan", ("komplett", "nej"), ("sprakinformation", "ja"));
        await arende.Slutfor("BegarKomplettering", ("saknas", "Intyg"), ("vantarPa", "lakarintyg"), ("kompletteringSenast", "2026-09-29"));

        var svar = await Hamta(enhet, enhet.Handlaggare);

        var rad = Assert.Single(svar.Band.Single(b => b.Slag == BandSlag.Vantar).Rader);
        Assert.Equal((FristLage.Vantar, "Väntar på komplettering"), (rad.Frist.Lage, rad.Frist.Regel));
        Assert.StartsWith("Vaknar ", rad.Frist.Text, StringComparison.Ordinal);
        Assert.Equal(0, svar.AttGoraIdag);
        await enhet.Ga(14);
        svar = await Hamta(enhet, enhet.Handlaggare);
        Assert.Empty(svar.Band.Single(b => b.Slag == BandSlag.Vantar).Rader);
        Assert.Equal("Följ upp komplettering", Assert.Single(svar.Band.Single(b => b.Slag == BandSlag.ForsenatOchIdag).Rader.Concat(
            svar.Band.Single(b => b.Slag == BandSlag.DennaVecka).Rader)).Verb);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Nytt_ar_det_som_kommit_sedan_forra_besoket(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Tomt(enhet);
        var langtFram = enhet.Vard.Tid.GetUtcNow().AddDays(60);
        await arende.ExtraUppgift(langtFram);
        Assert.Null((await Hamta(enhet, enhet.Handlaggare)).SedanText);
        await LoggaIn();
        enhet.Vard.Tid.Ga(TimeSpan.FromHours(3));
        var ny = await arende.ExtraUppgift(langtFram);
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(1));
        await LoggaIn();
        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(10));
        await LoggaIn();

        var svar = await Hamta(enhet, enhet.Handlaggare);

        Assert.Equal([ny], Uppgifter(svar, BandSlag.NyttSedanSist));
        Assert.Equal((1, "onsdag 9.00"), (svar.SenareAntal, svar.SedanText?.Replace("09.00", "9.00", StringComparison.Ordinal)));
        Assert.True(svar.Band.Single(b => b.Slag == BandSlag.NyttSedanSist).Rader[0].Ny);

        async Task LoggaIn() => Provarende.Ok(await enhet.Vard.Sand(new RegistreraInloggning(), enhet.Handlaggare));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Fler_an_tjugofem_rader_blir_ett_antal(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Tomt(enhet);
        for (var i = 0; i < 30; i++) await arende.ExtraUppgift(enhet.Vard.Tid.GetUtcNow().AddMinutes(i));

        var svar = await Hamta(enhet, enhet.Handlaggare);

        var band = svar.Band.Single(b => b.Slag == BandSlag.ForsenatOchIdag);
        Assert.Equal((30, 25, 30, 1), (band.Antal, band.Rader.Count, svar.AttGoraIdag, svar.OppnaArenden));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Chefen_ser_enhetens_chefsuppgifter_och_den_som_ersatter_ser_den_andras(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Tomt(enhet);
        var nu = enhet.Vard.Tid.GetUtcNow();
        var (hannas, chefens) = (await arende.ExtraUppgift(nu), await arende.ExtraUppgift(nu, grupp: Grupper.Chef));
        var borta = await enhet.Ny(16, "Erik Ersättare", granne: true);
        Assert.Empty(Uppgifter(await Hamta(enhet, borta), BandSlag.ForsenatOchIdag));
        await enhet.Ersatt(enhet.Handlaggare, borta);

        Assert.Equal([hannas], await Idag(enhet.Handlaggare));
        Assert.Equal([hannas], await Idag(borta));
        Assert.Equal([chefens], await Idag(enhet.Chef));
        Assert.Equal([chefens], await Idag(enhet.BitradandeChef));
        Assert.Empty(await Idag(enhet.Kollega));
        Assert.Empty(await Idag(enhet.Utomstaende));

        async Task<List<Guid>> Idag(Aktor aktor) => Uppgifter(await Hamta(enhet, aktor), BandSlag.ForsenatOchIdag);
    }

    /// <summary>Hanna's ärende with no task of its own.</summary>
    private static async Task<Provarende> Tomt(Provenhet enhet)
    {
        var arende = await enhet.EttArende().Bygg();
        await enhet.Vard.Skriv(async db => (await db.Uppgifter.SingleAsync()).Status = Uppgiftsstatus.Avbruten);
        return arende;
    }

    private static DateTimeOffset Midnatt(string dag) => SvenskTid.Midnatt(DateOnly.Parse(dag, System.Globalization.CultureInfo.InvariantCulture));

    private static async Task<IdagSvar> Hamta(Provenhet enhet, Aktor aktor) => Provarende.Ok(await enhet.Vard.Sand(new HamtaIdag(), aktor));

    private static List<Guid> Uppgifter(IdagSvar svar, BandSlag slag) => [.. svar.Band.Single(b => b.Slag == slag).Rader.Select(r => r.UppgiftId)];
}
