using CaseFlow.Application.Processer;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Insatser;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests;

public sealed class HelaVagenTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task En_ansokan_gar_hela_vagen_till_uppfoljning(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst").Bygg();

        var granskad = await arende.Slutfor("GranskaAnsokan", ("komplett", "nej"), ("sprakinformation", "ja"));
        Assert.Equal("Granskningen är sparad. Begär det som saknas.", granskad.Kvittens);
        Assert.StartsWith("/uppgifter/", granskad.Nasta, StringComparison.Ordinal);

        var begard = await arende.Slutfor("BegarKomplettering", ("saknas", "Läkarintyg"), ("vantarPa", "lakarintyg"), ("kompletteringSenast", "2026-09-29"));
        Assert.Equal("Sparat. Skriv till eller ring den du väntar på, om du inte redan har gjort det. Ärendet vaknar 30 september.", begard.Kvittens);
        Assert.Equal(new DateOnly(2026, 9, 30), (await arende.Las()).PagaendePaus!.Vaknar);

        await enhet.Ga(5);
        await arende.Slutfor("TaEmotKomplettering", ("komplett", "ja"), ("inkom", enhet.Dag(0)), ("kom", "annan"));
        Assert.Null((await arende.Las()).PagaendePaus);
        Assert.Equal(Steg.Utredning, (await arende.Las()).Steg);

        await arende.Utred();
        var avslutad = Provarende.Ok(await arende.ForsokAvsluta());
        Assert.Equal($"/arenden/{arende.Nummer}/beslut", avslutad.Nasta);

        foreach (var ansokt in await arende.Ansokta()) Provarende.Ok(await arende.ForsokForesla(ansokt, "bifall", 10));
        var lamnat = Provarende.Ok(await arende.ForsokLamnaForslag());
        Assert.Equal("Förslaget är lämnat. Beslutet fattas av handläggaren.", lamnat.Kvittens);

        await arende.Slutfor("Kommunicera", ("kommuniceras", "ja"), ("kommuniceratSatt", "brev"), ("kommuniceratDag", enhet.Dag(0)),
            ("svarSenast", enhet.Dag(10)), ("muntligInformation", "ja"));
        await arende.Slutfor("TaEmotSynpunkter", ("svarade", "inga-invandningar"), ("svarsdag", enhet.Dag(0)), ("muntligt", "nej"), ("forslagAndras", "nej"));
        Provarende.Ok(await arende.ForsokBesluta());
        await arende.Underratta();
        Assert.Equal(Steg.Verkstallighet, (await arende.Las()).Steg);

        await arende.Slutfor("Bestall", ("utforare", "annan"), ("annanUtforare", "Hemtjänsten"), ("mal", "Bo kvar hemma"), ("onskadStart", enhet.Dag(3)), ("uppdrag", "Städ och inköp"));
        await enhet.Ga(4);
        await arende.Slutfor("BekraftaStart", ("startdatum", enhet.Dag(-1)), ("uppfoljningsdag", enhet.Dag(90)));
        await enhet.Ga(91);
        Assert.Equal(["FoljUpp"], await arende.Oppna());
        await arende.Slutfor("FoljUpp", ("resultat", "Det fungerar"), ("maluppfyllelse", "helt"), ("utgang", "avslut"), ("avslutsorsak", "egen-begaran"),
            ("avslutsdag", enhet.Dag(0)), ("egetBeskedDag", enhet.Dag(0)), ("egetBesked", "Ringde i dag: klarar sig själv"));

        var slut = await arende.Las();
        Assert.Equal((Steg.Avslutat, AvslutsOrsak.InsatserAvslutade), (slut.Steg, slut.AvslutsOrsak));
        var insats = await enhet.Vard.Las(db => db.Insatser.SingleAsync());
        Assert.Equal((Insatsstatus.Avslutad, Avslutsorsak.EgenBegaran), (insats.Status, insats.AvslutOrsak));
        Assert.Empty(await arende.Oppna());
        Assert.Empty(await enhet.Vard.Las(db => db.Incidenter.ToListAsync()));
        Assert.All(await enhet.Vard.Las(db => db.Instanser.ToListAsync()), i => Assert.NotEqual(Instansstatus.Aktiv, i.Status));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Nar_kompletteringen_uteblir_vaknar_arendet_och_utreds_pa_det_som_finns(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        await arende.Slutfor("GranskaAnsokan", ("komplett", "nej"), ("sprakinformation", "ja"));
        await arende.Slutfor("BegarKomplettering", ("saknas", "Läkarintyg"), ("vantarPa", "lakarintyg"), ("kompletteringSenast", enhet.Dag(7)));
        await enhet.Ga(9);

        Assert.Equal(["FoljUppKomplettering"], await arende.Oppna());
        await arende.Slutfor("FoljUppKomplettering", ("nastaSteg", "utred"), ("skal", "Vi har nog"));

        Assert.Equal(["Utred"], await arende.Oppna());
        Assert.Null((await arende.Las()).PagaendePaus);
    }
}
