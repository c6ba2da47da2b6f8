using CaseFlow.Application.Arbetsfordelning;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Arbetsfordelning;

/// <summary>The chef's page, absence and what is put aside.</summary>
public sealed class EnhetenTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Tabellen_raknar_det_listorna_visar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arenden = new List<Provarende>();
        for (var n = 0; n < 3; n++) arenden.Add(await enhet.EttArende().Bygg());
        await arenden[0].ExtraUppgift(enhet.Vard.Tid.GetUtcNow().AddDays(-2));
        await arenden[0].ExtraUppgift(enhet.Vard.Tid.GetUtcNow().AddDays(-3));
        var uppgift = await arenden[1].Uppgift("GranskaAnsokan");
        Provarende.Ok(await enhet.Vard.Sand(new LaggIVantan(uppgift.PublikId, uppgift.Version, PausOrsaker.Sjukhusvistelse, enhet.Idag.AddDays(10), null), enhet.Handlaggare));
        await enhet.EttArende().MedSkyddadeUppgifter().Bygg();

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaEnheten(), enhet.Chef));

        var hanna = svar.Handlaggare.Single(h => h.Id == enhet.Handlaggare.Id.Value);
        Assert.Equal((3, 1, 2, 1, 3m), (hanna.Oppna, hanna.Sena, hanna.Inom7, hanna.Vantar, hanna.Borda));
        Assert.Equal((1, 1, 4, 1), (svar.Ingens!.Oppna, svar.Ingens.Skydd, svar.OppnaArenden, svar.BeslutAntal));
        Assert.Equal(["Hanna Handläggare", "Kim Kollega"], svar.Handlaggare.Select(h => h.Namn));
        foreach (var (urval, antal) in new[] { (Arendeurval.Forsenade, hanna.Sena), (Arendeurval.InomSjuDagar, hanna.Inom7), (Arendeurval.Vantar, hanna.Vantar), (Arendeurval.Skyddade, hanna.Skydd) })
            Assert.Equal((urval, antal), (urval, Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(true, Handlaggare: hanna.Id, Urval: urval), enhet.Chef)).Antal));
        // Den som inte är namngiven räknar inte det skyddade.
        await enhet.Vard.Skriv(db => db.NamngivnaAtkomster.Where(n => n.AnvandareId == enhet.Chef.Id).ExecuteDeleteAsync());
        var utan = Provarende.Ok(await enhet.Vard.Sand(new HamtaEnheten(), enhet.Chef));
        Assert.Equal((null, 3, 0), (utan.Ingens, utan.OppnaArenden, utan.BeslutAntal));
        Assert.Equal("BEHORIGHET_SAKNAS", (await enhet.Vard.Sand(new HamtaEnheten(), enhet.Handlaggare)).Error?.Code);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_ersatter_har_den_bortas_arenden_tills_hon_ar_tillbaka(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        var (borta, ersattare) = (await arende.Las()).HandlaggareId == enhet.Handlaggare.Id ? (enhet.Handlaggare, enhet.Kollega) : (enhet.Kollega, enhet.Handlaggare);
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(), ersattare)).Rader);

        Provarende.Ok(await enhet.Vard.Sand(new RegistreraFranvaro(null, enhet.Idag, enhet.Idag.AddDays(5), ersattare.Id.Value), borta));

        Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(), ersattare)).Rader);
        Assert.Equal(ersattare.Id, (await (await enhet.EttArende().Bygg()).Las()).HandlaggareId);
        var rad = Provarende.Ok(await enhet.Vard.Sand(new HamtaEnheten(), enhet.Chef)).Handlaggare.Single(h => h.Id == borta.Id.Value);
        Assert.Equal((true, enhet.Idag.AddDays(5), ersattare.Namn), (rad.Borta, rad.BortaTom, rad.Ersattare));
        var lista = Provarende.Ok(await enhet.Vard.Sand(new HamtaFranvaro(), ersattare));
        Assert.Equal([borta.Namn], lista.Ersatter);
        Assert.Empty(lista.Rader);

        var id = Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new HamtaFranvaro(), enhet.Chef)).Rader).Id;
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new AvslutaFranvaro(id), ersattare)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new AvslutaFranvaro(id), enhet.Utomstaende)).Error?.Kind);
        Provarende.Ok(await enhet.Vard.Sand(new AvslutaFranvaro(id), enhet.Chef));
        Assert.DoesNotContain(Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(), ersattare)).Rader, r => r.Nummer == arende.Nummer);
        Assert.Equal("FRANVARO_SLUT", (await enhet.Vard.Sand(new AvslutaFranvaro(id), borta)).Error?.Code);
        // Samma dagar igen, efter att ha ställts in.
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraFranvaro(null, enhet.Idag, null, ersattare.Id.Value), borta));
        Assert.Contains(Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(), ersattare)).Rader, r => r.Nummer == arende.Nummer);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Franvaro_som_inte_gar_ihop_nekas_vid_sitt_falt(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var (hanna, kim, idag) = (enhet.Handlaggare, enhet.Kollega.Id.Value, enhet.Idag);

        Assert.Equal("From", await Falt(new(null, null, null, null)));
        Assert.Equal("Tom", await Falt(new(null, idag, idag.AddDays(-1), null)));
        Assert.Equal("From", await Falt(new(null, idag.AddDays(-40), null, null)));
        Assert.Equal("From", await Falt(new(null, idag.AddYears(2), null, null)));
        Assert.Equal("Ersattare", await Falt(new(null, idag, null, enhet.Utomstaende.Id.Value)));
        Assert.Equal("STALLFORETRADARE_SIG_SJALV", (await enhet.Vard.Sand(new RegistreraFranvaro(null, idag, null, hanna.Id.Value), hanna)).Error?.Code);
        Assert.Equal("Anvandare", await Falt(new(kim, idag, null, null)));
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraFranvaro(kim, idag.AddDays(3), idag.AddDays(5), null), enhet.Chef));
        Assert.Equal("Ersattare", await Falt(new(null, idag, null, kim)));
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraFranvaro(null, idag, idag.AddDays(2), kim), hanna));
        Assert.Equal("FRANVARO_FINNS", (await enhet.Vard.Sand(new RegistreraFranvaro(null, idag.AddDays(2), null, null), hanna)).Error?.Code);

        async Task<string> Falt(RegistreraFranvaro franvaro) => Assert.Single((await enhet.Vard.Sand(franvaro, hanna)).Error!.Fields).Field;
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_laggs_i_vantan_vaknar_pa_sin_dag_eller_tas_upp(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        var uppgift = await arende.Uppgift("GranskaAnsokan");
        foreach (var (vantan, falt) in new[]
        {
            (new LaggIVantan(uppgift.PublikId, uppgift.Version, "hittepa", enhet.Idag.AddDays(3), null), "Orsak"), (new(uppgift.PublikId, uppgift.Version, PausOrsaker.Underlag, null, null), "Vaknar"),
            (new(uppgift.PublikId, uppgift.Version, PausOrsaker.Underlag, enhet.Idag, null), "Vaknar"), (new(uppgift.PublikId, uppgift.Version, PausOrsaker.Underlag, enhet.Idag.AddMonths(7), null), "Vaknar"),
            (new(uppgift.PublikId, uppgift.Version, PausOrsaker.Underlag, enhet.Idag.AddDays(3), new string('a', 201)), "Text"),
        })
            Assert.Equal(falt, Assert.Single((await enhet.Vard.Sand(vantan, enhet.Handlaggare)).Error!.Fields).Field);
        Assert.Equal("INAKTUELL_KOPIA", (await enhet.Vard.Sand(Ratt(uppgift.Version + 1), enhet.Handlaggare)).Error?.Code);

        Provarende.Ok(await enhet.Vard.Sand(Ratt(uppgift.Version), enhet.Handlaggare));

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare));
        var vantar = Assert.Single(svar.Uppgifter);
        Assert.Equal((true, true, false, "Läkarintyg begärt"), (vantar.Vantar, vantar.KanTasUpp, vantar.KanVanta, vantar.VantarPa));
        Assert.NotNull((await arende.Las()).PagaendePaus);
        Assert.Equal(arende.Nummer, Assert.Single(await Band(BandSlag.Vantar)).Arendenummer);
        Assert.Equal("UPPGIFT_VANTAR", (await enhet.Vard.Sand(Ratt(vantar.Version), enhet.Handlaggare)).Error?.Code);
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(10));
        Assert.Equal(arende.Nummer, Assert.Single(await Band(BandSlag.ForsenatOchIdag)).Arendenummer);

        Provarende.Ok(await enhet.Vard.Sand(new TaUrVantan(uppgift.PublikId, vantar.Version), enhet.Handlaggare));

        var igen = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare));
        Assert.Equal((false, 10, 10), (Assert.Single(igen.Uppgifter).Vantar, igen.DagarVantan, igen.DagarTotalt));
        Assert.Equal("UPPGIFT_VANTAR_INTE", (await enhet.Vard.Sand(new TaUrVantan(uppgift.PublikId, igen.Uppgifter[0].Version), enhet.Handlaggare)).Error?.Code);
        // Processen går vidare som förut.
        await arende.Granska();

        LaggIVantan Ratt(int version) => new(uppgift.PublikId, version, PausOrsaker.Underlag, enhet.Idag.AddDays(10), "Läkarintyg begärt");
        async Task<IReadOnlyList<IdagRad>> Band(BandSlag slag) => Provarende.Ok(await enhet.Vard.Sand(new HamtaIdag(), enhet.Handlaggare)).Band.Single(b => b.Slag == slag).Rader;
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Uppgiften_som_slutfors_i_vantan_avslutar_vantan(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        var uppgift = await arende.Uppgift("GranskaAnsokan");
        Provarende.Ok(await enhet.Vard.Sand(new LaggIVantan(uppgift.PublikId, uppgift.Version, PausOrsaker.PaBegaran, enhet.Idag.AddDays(10), null), enhet.Handlaggare));

        await arende.Granska();

        Assert.Equal((null, Steg.Utredning), ((await arende.Las()).PagaendePaus, (await arende.Las()).Steg));
    }
}
