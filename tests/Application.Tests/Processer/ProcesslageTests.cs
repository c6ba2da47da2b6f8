using CaseFlow.Application.Arenden;
using CaseFlow.Application.Processer;
using CaseFlow.Testing;

namespace CaseFlow.Application.Tests.Processer;

/// <summary>The process page: how much stands where, for how long, and who stands in the queue.</summary>
public sealed class ProcesslageTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Talen_sager_samma_sak_som_kon_och_bara_chefens_egna_arenden_raknas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var aldst = await enhet.EttArende().Granskat().Bygg();
        await enhet.Ga(10);
        var mitten = await enhet.EttArende().Granskat().Bygg();
        await enhet.EttArende().Bygg();
        await enhet.Ga(3);
        await enhet.EttArende().Granskat().Bygg();

        var lista = Provarende.Ok(await enhet.Vard.Sand(new HamtaProcesser(), enhet.Chef));
        Assert.Equal([("bistand", 4, 4), ("insats", 0, 0)], lista.Rader.OrderBy(r => r.Nyckel, StringComparer.Ordinal).Select(r => (r.Nyckel, r.Pagar, r.Oppna)));
        Assert.Equal(("Ansökan om bistånd", 1, 0, 1, 0), lista.Rader.Where(r => r.Nyckel == "bistand").Select(r => (r.Namn, r.Version, r.Aldre, r.Sena, r.Stannat)).Single());

        var lage = Provarende.Ok(await enhet.Vard.Sand(new HamtaProcesslage("bistand"), enhet.Chef));
        Assert.Contains("BPMNPlane", lage.Ritning, StringComparison.Ordinal);
        var utred = lage.Platser.Single(p => p.Nod == "Utred");
        Assert.Equal(("Utred behov", 3, 0, 3, 0, false), (utred.Namn, utred.Oppna, utred.Sena, utred.MedianDagar, utred.Stannat, utred.Utgangen));
        Assert.Equal((1, 1), lage.Platser.Where(p => p.Nod == "GranskaAnsokan").Select(p => (p.Oppna, p.Sena)).Single());
        Assert.All(lage.Platser.Where(p => p.Nod is not ("Utred" or "GranskaAnsokan")), p => Assert.Equal(0, p.Oppna));

        var ko = Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(HelaEnheten: true, Plats: new("bistand", "Utred")), enhet.Chef));
        Assert.Equal((3, aldst.Nummer, mitten.Nummer), (ko.Antal, ko.Rader[0].Nummer, ko.Rader[1].Nummer));
        Assert.Equal(0, Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(HelaEnheten: true, Plats: new("insats", "Utred")), enhet.Chef)).Antal);

        Assert.Equal("FINNS_INTE", (await enhet.Vard.Sand(new HamtaProcesslage("hittepa"), enhet.Chef)).Error?.Code);
        Assert.NotNull((await enhet.Vard.Sand(new HamtaProcesser(), enhet.Handlaggare)).Error);
    }

    [Fact]
    public async Task Det_som_har_stannat_syns_dar_det_star()
    {
        var krangel = new Kranglande.Krangel { Kod = "LAGER_A" };
        await using var enhet = await Provenhet.Skapa(Provdatabas.Sqlite, Kranglande.I(krangel)).BaraHanna();
        await enhet.EttArende().MedBeslut().Bygg();

        var lage = Provarende.Ok(await enhet.Vard.Sand(new HamtaProcesslage("bistand"), enhet.Chef));

        Assert.Equal(1, lage.Process.Stannat);
        Assert.Equal(("Starta beviljade insatser", 1), lage.Platser.Where(p => p.Nod == "StartaInsatser").Select(p => (p.Namn, p.Stannat)).Single());
    }
}
