using CaseFlow.Application.Arenden;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain.Kalender;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Uppgifter;

/// <summary>The tasks of Idag as one list, page by page.</summary>
public sealed class ListaUppgifterTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Listan_har_samma_uppgifter_som_Idag(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        await enhet.EttArende().Bygg();
        await enhet.EttArende().KlartForBeslut("avslag").Bygg();
        await enhet.EttArende().MedSkyddadeUppgifter().Bygg();
        var vantar = await enhet.EttArende().Bygg();
        await vantar.Slutfor("GranskaAnsokan", ("komplett", "nej"), ("sprakinformation", "ej-aldreomsorg"));
        await vantar.Slutfor("BegarKomplettering", ("saknas", "Underskrift"), ("vantarPa", "svar-fran-personen"), ("kompletteringSenast", enhet.Dag(20)));
        foreach (var aktor in new[] { enhet.Handlaggare, enhet.Chef, enhet.BitradandeChef, enhet.Kollega, enhet.Utomstaende })
        {
            var idag = Provarende.Ok(await enhet.Vard.Sand(new HamtaIdag(), aktor));
            var oppna = Provarende.Ok(await enhet.Vard.Sand(new ListaUppgifter(), aktor));
            var vantande = Provarende.Ok(await enhet.Vard.Sand(new ListaUppgifter(Vantande: true), aktor));

            Assert.Equal(idag.Band.Sum(b => b.Antal) + idag.SenareAntal, oppna.Antal + vantande.Antal);
            Assert.Empty(idag.Band.SelectMany(b => b.Rader).Select(r => r.UppgiftId).Except(oppna.Rader.Concat(vantande.Rader).Select(r => r.Id)));
            Assert.Equal((oppna.Rader.Count, vantande.Rader.Count), (oppna.Antal, vantande.Antal));
        }
        var hos = Provarende.Ok(await enhet.Vard.Sand(new ListaUppgifter(Vantande: true), enhet.Handlaggare)).Rader.Single();
        Assert.Equal((vantar.Nummer, "komplettering", enhet.Idag.AddDays(21), "Test Testsson"), (hos.Arendenummer, hos.VantarOrsak, hos.Vaknar, hos.Person.Namn));
        var skyddad = Provarende.Ok(await enhet.Vard.Sand(new ListaUppgifter(), enhet.Chef)).Rader.Single(r => r.Nod == "TilldelaHandlaggare");
        Assert.Equal(("Skyddade uppgifter", "chef", null), (skyddad.Person.Namn, skyddad.Grupp, skyddad.TilldeladId));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Sidorna_moter_varandra_vilken_vag_man_an_bladdrar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        for (var i = 0; i < 9; i++) await arende.ExtraUppgift(SvenskTid.Midnatt(enhet.Idag.AddDays(i / 3 - 1)));
        var alla = Provarende.Ok(await enhet.Vard.Sand(new ListaUppgifter(Antal: 200), enhet.Handlaggare)).Rader.Select(r => r.Id).ToList();
        Assert.Equal(10, alla.Count);

        List<Guid> medMarkor = [], medSida = [];
        string? efter = null;
        do
        {
            var sida = Provarende.Ok(await enhet.Vard.Sand(new ListaUppgifter(Efter: efter, Antal: 4), enhet.Handlaggare));
            medMarkor.AddRange(sida.Rader.Select(r => r.Id));
            efter = sida.Nasta;
        }
        while (efter is not null);
        for (var hopp = 0; hopp < 12; hopp += 4)
            medSida.AddRange(Provarende.Ok(await enhet.Vard.Sand(new ListaUppgifter(Antal: 4, Hoppa: hopp), enhet.Handlaggare)).Rader.Select(r => r.Id));

        Assert.Equal(alla, medMarkor);
        Assert.Equal(alla, medSida);
        Assert.Equal(3, Provarende.Ok(await enhet.Vard.Sand(new ListaUppgifter(Forsenade: true), enhet.Handlaggare)).Antal);
        // Raden som sidan slutade med är borta när nästa sida hämtas: resten kommer ändå, och en markör ger ingen annans rader.
        var forsta = Provarende.Ok(await enhet.Vard.Sand(new ListaUppgifter(Antal: 4), enhet.Handlaggare));
        var sist = forsta.Rader[^1].Id;
        await enhet.Vard.Skriv(async db => db.Uppgifter.Remove(await db.Uppgifter.SingleAsync(u => u.PublikId == sist)));
        Assert.Equal(alla.Skip(4), Provarende.Ok(await enhet.Vard.Sand(new ListaUppgifter(Efter: forsta.Nasta, Antal: 200), enhet.Handlaggare)).Rader.Select(r => r.Id));
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new ListaUppgifter(Efter: forsta.Nasta), enhet.Kollega)).Rader);
        Assert.Equal("efter", Assert.Single((await enhet.Vard.Sand(new ListaUppgifter(Efter: $"{sist}"), enhet.Handlaggare)).Error!.Fields).Field);
    }
}
