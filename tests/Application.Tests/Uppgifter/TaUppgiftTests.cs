using CaseFlow.Application.Arenden;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Uppgifter;

/// <summary>A task of the chefer is taken once; a handläggare's goes with the ärende.</summary>
public sealed class TaUppgiftTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task En_chef_tar_uppgiften_och_de_andra_ser_vem_som_har_den(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().KlartForBeslut("avslag").Bygg();
        var uppgift = await arende.Uppgift("FattaBeslut");
        Assert.Equal("Enhetens chefer", Vem(await Las(enhet.Chef)));

        Provarende.Ok(await enhet.Vard.Sand(new TaUppgift(uppgift.PublikId, uppgift.Version), enhet.BitradandeChef));

        Assert.Equal("Bea Biträdande", Vem(await Las(enhet.Chef)));
        Assert.Equal("Bea Biträdande", Provarende.Ok(await enhet.Vard.Sand(new HamtaUppgift(uppgift.PublikId), enhet.Chef)).Rad.Tilldelad);
        // Ingen chef tappar den ur sin lista, och den som tog den har den en gång.
        foreach (var chef in new[] { enhet.Chef, enhet.BitradandeChef })
            Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new ListaUppgifter(), chef)).Rader, r => r.Id == uppgift.PublikId);
        Assert.Contains((await Las(enhet.Chef)).Tidslinje, r => r is { Text: "En av chefens uppgifter togs om hand", Vem: "Bea Biträdande" });

        var nu = await arende.Uppgift("FattaBeslut");
        Assert.Equal("INAKTUELL_KOPIA", await Kod(enhet, uppgift.PublikId, uppgift.Version, enhet.Chef));
        Assert.Equal("UPPGIFT_TAGEN", await Kod(enhet, uppgift.PublikId, nu.Version, enhet.Chef));
        Assert.Null(await Kod(enhet, uppgift.PublikId, nu.Version, enhet.BitradandeChef));
        // Tagen är inget lås: vem som helst av enhetens chefer får slutföra.
        Provarende.Ok(await arende.ForsokBesluta(enhet.Chef));
        Assert.Equal("UPPGIFT_STANGD", await Kod(enhet, uppgift.PublikId, (await arende.Uppgift("FattaBeslut")).Version, enhet.Chef));
        await enhet.KedjornaHaller();

        async Task<ArendeSvar> Las(Aktor aktor) => Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), aktor));
        string? Vem(ArendeSvar svar) => svar.Uppgifter.Single(u => u.Id == uppgift.PublikId).Tilldelad;
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_inte_ar_enhetens_chef_tar_ingen_av_chefens_uppgifter(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().KlartForBeslut("avslag").Bygg();
        var uppgift = await arende.Uppgift("FattaBeslut");

        Assert.Equal("INTE_DIN_UPPGIFT", await Kod(enhet, uppgift.PublikId, uppgift.Version, enhet.Handlaggare));
        Assert.Equal("SKAL_KRAVS", await Kod(enhet, uppgift.PublikId, uppgift.Version, await enhet.Ny(41, "Kajsa Kollega")));
        Assert.Equal("FINNS_INTE", await Kod(enhet, uppgift.PublikId, uppgift.Version, enhet.Utomstaende));
        await enhet.Vard.Skriv(async db => db.Jav.Add(Jav.Anmal(enhet.Chef.Id, (await db.Arenden.SingleAsync(a => a.Nummer == arende.Nummer)).Id, "Släkt", enhet.Vard.Tid.GetUtcNow()).Value.Jav));
        Assert.Equal("JAVIG", await Kod(enhet, uppgift.PublikId, uppgift.Version, enhet.Chef));
        Assert.Equal("FINNS_INTE", await Kod(enhet, Guid.Parse("018f0000-0000-7000-8000-000000000000"), 0, enhet.Chef));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Handlaggarens_uppgift_foljer_arendet(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        var uppgift = await arende.Uppgift("GranskaAnsokan");

        Assert.Null(await Kod(enhet, uppgift.PublikId, uppgift.Version, enhet.Handlaggare));
        Assert.Equal("UPPGIFT_TAGEN", await Kod(enhet, uppgift.PublikId, uppgift.Version, enhet.Chef));
        Assert.Equal(uppgift.Version, (await arende.Uppgift("GranskaAnsokan")).Version);
        await enhet.Vard.Skriv(db => db.Uppgifter.ExecuteUpdateAsync(s => s.SetProperty(u => u.TilldeladId, (AnvandareId?)null)));
        Assert.Equal("ARENDE_EJ_FORDELAT", await Kod(enhet, uppgift.PublikId, uppgift.Version, enhet.Chef));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_inte_langre_leder_enheten_haller_ingen_uppgift(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().KlartForBeslut("avslag").Bygg();
        var uppgift = await arende.Uppgift("FattaBeslut");
        Provarende.Ok(await enhet.Vard.Sand(new TaUppgift(uppgift.PublikId, uppgift.Version), enhet.BitradandeChef));
        await enhet.Vard.Skriv(db => db.Uppdrag.Where(u => u.AnvandareId == enhet.BitradandeChef.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.Tom, enhet.Idag.AddDays(-1))));

        Assert.Null(await Kod(enhet, uppgift.PublikId, (await arende.Uppgift("FattaBeslut")).Version, enhet.Chef));
        Assert.Equal(enhet.Chef.Id, (await arende.Uppgift("FattaBeslut")).TilldeladId);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Tva_som_tar_samtidigt_far_inte_bada_uppgiften(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        for (var varv = 0; varv < 10; varv++)
        {
            var arende = await enhet.EttArende().KlartForBeslut("avslag").Bygg();
            var uppgift = await arende.Uppgift("FattaBeslut");

            var svar = await Task.WhenAll(new[] { enhet.Chef, enhet.BitradandeChef }.Select(a => enhet.Vard.Sand(new TaUppgift(uppgift.PublikId, uppgift.Version), a)));

            Assert.Single(svar, s => !s.Failed);
            Assert.Equal(ErrorKind.Conflict, svar.Single(s => s.Failed).Error!.Kind);
        }
    }

    private static async Task<string?> Kod(Provenhet enhet, Guid uppgift, int version, Aktor aktor) =>
        (await enhet.Vard.Sand(new TaUppgift(uppgift, version), aktor)).Error?.Code;
}
