using CaseFlow.Application.Arenden;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests.Arenden;

/// <summary>Lag (2001:454) 10 §: what is opened with a reason is counted, limited and shown to the unit's chef.</summary>
public sealed class SkaloppningTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_oppnar_manga_pa_kort_tid_stannas_och_syns_for_chefen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas, mer: s => s.AddSingleton(new Skaloppningsregel(3, 2))).BaraHanna();
        var (nummer, granne) = (new List<string>(), await enhet.Ny(43, "Greta Granne", Roll.Chef, granne: true));
        for (var n = 0; n < 4; n++) nummer.Add((await enhet.EttArende().Bygg()).Nummer);

        Assert.Equal("SKAL_SAKNAS", await Oppna(enhet, nummer[0], "aaaaaaaa"));
        foreach (var n in nummer.Take(3))
        {
            enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(1));
            Assert.Null(await Oppna(enhet, n, $"Svarar i telefon om {n}"));
        }
        Assert.Equal("SKAL_FOR_MANGA", await Oppna(enhet, nummer[3], "Svarar i telefon igen"));
        Assert.Equal("SKAL_KRAVS", (await enhet.Vard.Sand(new HamtaArende(nummer[3]), enhet.Kollega)).Error?.Code);

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaSkaloppningar(), enhet.Chef));
        Assert.Equal(new SkaloppningarAv("Kim Kollega", 3, 3, Markt: true), Assert.Single(svar.Folk));
        Assert.Equal(nummer.Take(3).Reverse().Select(n => (n, $"Svarar i telefon om {n}")), svar.Rader.Select(r => (r.Nummer, r.Skal)));
        Assert.Null(svar.Nasta);
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new HamtaSkaloppningar(), granne)).Rader);
        Assert.Equal("BEHORIGHET_SAKNAS", (await enhet.Vard.Sand(new HamtaSkaloppningar(), enhet.Kollega)).Error?.Code);

        // Ett dygn senare går det igen; en månad senare står det inte kvar.
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(1));
        Assert.Null(await Oppna(enhet, nummer[3], "Svarar i telefon igen"));
        Assert.Equal(new SkaloppningarAv("Kim Kollega", 4, 3, Markt: true), Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new HamtaSkaloppningar(), enhet.Chef)).Folk));
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(30));
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new HamtaSkaloppningar(), enhet.Chef)).Folk);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Listan_bladdras_och_den_som_har_jav_ser_inte_sitt_arende_i_den(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas, mer: s => s.AddSingleton(new Skaloppningsregel(1000, 500))).BaraHanna();
        var (ett, javigt) = (await enhet.EttArende().Bygg(), await enhet.EttArende().Bygg());
        for (var dag = 0; dag < 29; dag++)
        {
            enhet.Vard.Tid.Ga(TimeSpan.FromDays(1));
            foreach (var arende in new[] { ett, javigt }) Assert.Null(await Oppna(enhet, arende.Nummer, "Svarar i telefon i dag"));
        }
        var forsta = Provarende.Ok(await enhet.Vard.Sand(new HamtaSkaloppningar(), enhet.Chef));
        Assert.Equal((50, 58), (forsta.Rader.Count, forsta.Folk[0].Antal));
        var andra = Provarende.Ok(await enhet.Vard.Sand(new HamtaSkaloppningar(forsta.Nasta), enhet.Chef));
        Assert.Equal((8, null), (andra.Rader.Count, andra.Nasta));

        Provarende.Ok(await enhet.Vard.Sand(new AnmalJav(javigt.Nummer, "Min bror"), enhet.Chef));
        Assert.Equal(29, Provarende.Ok(await enhet.Vard.Sand(new HamtaSkaloppningar(), enhet.Chef)).Folk[0].Antal);
    }

    private static async Task<string?> Oppna(Provenhet enhet, string nummer, string skal) => (await enhet.Vard.Sand(new OppnaMedSkal(nummer, skal), enhet.Kollega)).Error?.Code;
}
