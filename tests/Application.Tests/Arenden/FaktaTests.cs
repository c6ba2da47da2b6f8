using CaseFlow.Application.Arenden;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Insatser;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using CaseFlow.Testing;
using MediatR;

namespace CaseFlow.Application.Tests.Arenden;

/// <summary>An ärende, its beslut and its insatser as another system reads them: the same as the page says, in codes and days.</summary>
public sealed class FaktaTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Arendet_i_fakta_sager_detsamma_som_sidan(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende("hemtjanst", "trygghetslarm").MedSoktOmfattning(12).Bygg();
        Provarende.Ok(await enhet.Vard.Sand(new AtertaInsats(arende.Nummer, (await arende.Las()).Version, (await arende.Ansokta())[1], enhet.Idag, "telefon"), enhet.Handlaggare));

        var fakta = await Fraga(new HamtaArendeoversikt(arende.Nummer));
        var sida = await Fraga(new HamtaArende(arende.Nummer));

        Assert.Equal((Arendeslag.Ansokan, Steg.Ansokan, "Beställarenheten", "Hanna Handläggare"), (fakta.Slag, fakta.Steg, fakta.Enhet, fakta.Handlaggare));
        Assert.Equal(sida.Huvud.Version, fakta.Version);
        Assert.Equal((sida.DagarTotalt, sida.DagarHosOss, sida.DagarVantan), (fakta.DagarTotalt, fakta.DagarHosOss, fakta.DagarVantan));
        Assert.Equal([new("hemtjanst", 12, "timmar per vecka", null), new("trygghetslarm", 12, fakta.Ansokta[1].Enhet, enhet.Idag)], fakta.Ansokta);
        Assert.Equal(sida.Uppgifter.Select(u => u.Id), fakta.Uppgifter.Select(u => u.Id));
        Assert.Null(fakta.Vantar);

        await arende.Slutfor("GranskaAnsokan", ("komplett", "nej"), ("sprakinformation", "ej-aldreomsorg"));
        await arende.Slutfor("BegarKomplettering", ("saknas", "Intyg"), ("vantarPa", "lakarintyg"), ("kompletteringSenast", enhet.Dag(20)));
        Assert.Equal(new Vantelage("komplettering", enhet.Idag, enhet.Idag.AddDays(21)), (await Fraga(new HamtaArendeoversikt(arende.Nummer))).Vantar);

        async Task<T> Fraga<T>(IRequest<Result<T>> fraga) => Provarende.Ok(await enhet.Vard.Sand(fraga, enhet.Handlaggare));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Beslut_och_insatser_star_i_koder_och_dagar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().MedForslag().Bygg();
        var forslag = Assert.Single(await Beslut());
        Assert.Equal(("forslag", Beslutsutfall.Bifall, 10m, null, null), (forslag.Status, forslag.Utfall, forslag.BeviljadOmfattning, forslag.Lagrum, forslag.Beslutsfattare));
        Assert.Empty(await Insatser());

        await arende.UnderlatKommunicera();
        Provarende.Ok(await arende.ForsokBesluta(enhet.Chef));

        var beslut = Assert.Single(await Beslut());
        Assert.Equal(("fattat", "hemtjanst", enhet.Idag, "Clara Chef", Overklagandeform.Forvaltningsbesvar), (beslut.Status, beslut.Insatstyp, beslut.Beslutsdag, beslut.Beslutsfattare, beslut.Overklagandeform));
        var insats = Assert.Single(await Insatser());
        Assert.Equal((beslut.Id, 10m, Insatsstatus.Beviljad, enhet.Idag, false), (insats.BeslutId, insats.Omfattning, insats.Status, insats.From, insats.EjVerkstallt));

        async Task<IReadOnlyList<BeslutRad>> Beslut() => Provarende.Ok(await enhet.Vard.Sand(new ListaBeslut(arende.Nummer), enhet.Handlaggare));
        async Task<IReadOnlyList<InsatsRad>> Insatser() => Provarende.Ok(await enhet.Vard.Sand(new ListaInsatser(arende.Nummer), enhet.Handlaggare));
    }
}
