using CaseFlow.Application.Arenden;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Personer;

/// <summary>For someone who is close to a person, all the person's ärenden do not exist: now and later, in every list, count and door.</summary>
public sealed class SparrTests
{
    private static readonly string Mamma = Givet.Personnummer(new(1942, 3, 14), 982);

    [Theory, PaSqlite, PaPostgres]
    public async Task Inget_av_personens_arenden_finns_for_den_som_ar_sparrad(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var (mitt, andra) = (await enhet.EttArende().ForPersonen(Mamma).Bygg(), await enhet.EttArende().ForPersonen(Mamma).Bygg());
        var annans = await enhet.EttArende().Bygg();

        Provarende.Ok(await enhet.Vard.Sand(new SparraFranPerson(mitt.Nummer, null, "Min mamma"), enhet.Handlaggare));
        var senare = await enhet.Ett(enhet.Ansokan(personnummer: Mamma), enhet.Kollega);

        foreach (var nummer in new[] { mitt.Nummer, andra.Nummer, senare.Nummer })
        {
            Assert.Equal("FINNS_INTE", (await enhet.Vard.Sand(new HamtaArende(nummer), enhet.Handlaggare)).Error?.Code);
            Assert.Equal("FINNS_INTE", (await enhet.Vard.Sand(new OppnaMedSkal(nummer, "Ska bara titta"), enhet.Handlaggare)).Error?.Code);
        }
        Assert.Equal([annans.Nummer], Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(), enhet.Handlaggare)).Rader.Select(r => r.Nummer));
        var idag = Provarende.Ok(await enhet.Vard.Sand(new HamtaIdag(), enhet.Handlaggare));
        Assert.Equal((1, 1), (idag.OppnaArenden, idag.Band.Sum(b => b.Antal) + idag.SenareAntal));
        // Det hon hade är ingens, och det nya gick inte till henne fast hon är den enda som kunde få det.
        Assert.All(new[] { await mitt.Las(), await andra.Las(), await senare.Las() }, a => Assert.Null(a.HandlaggareId));
        Assert.Equal([mitt.Nummer, andra.Nummer], Provarende.Ok(await enhet.Vard.Sand(new HamtaAttGranska(), enhet.Chef)).UtanHandlaggare.Select(u => u.Nummer));
        Assert.Equal("OGILTIGT", (await enhet.Vard.Sand(new Omfordela(mitt.Nummer, (await mitt.Las()).Version, Givet.Hanna.Value, "Tillbaka"), enhet.Chef)).Error?.Code);
        Assert.DoesNotContain(Provarende.Ok(await enhet.Vard.Sand(new HamtaHandlaggarval(mitt.Nummer), enhet.Chef)).Handlaggare, h => h.Varde == "11");
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_chef_ser_inte_heller_det_i_listor_och_antal(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var mamma = await enhet.EttArende().ForPersonen(Mamma).Bygg();
        await enhet.EttArende().Bygg();
        Provarende.Ok(await enhet.Vard.Sand(new AnmalJav(mamma.Nummer, "Min granne"), enhet.Handlaggare));
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraSparr(Mamma, null, "Min mamma"), enhet.Chef));

        var lista = Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(HelaEnheten: true), enhet.Chef));
        Assert.Equal((1, 1), (lista.Antal, lista.Rader.Count));
        Assert.Equal(0, Provarende.Ok(await enhet.Vard.Sand(new HamtaAttGranska(), enhet.Chef)).Antal);
        Assert.Equal(2, Provarende.Ok(await enhet.Vard.Sand(new HamtaAttGranska(), enhet.BitradandeChef)).Antal);
        Assert.Equal("FINNS_INTE", (await enhet.Vard.Sand(new HamtaArendeatkomst(mamma.Nummer), enhet.Chef)).Error?.Code);
        // Kvar för den andra chefen, som ser varför Hanna och Clara inte når det.
        Assert.Equal("Clara Chef", Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new HamtaArendeatkomst(mamma.Nummer), enhet.BitradandeChef)).Sparrade).Vem);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Sparren_galler_ocksa_den_som_kommer_hit_forst_senare_och_svaret_sager_aldrig_om_hon_finns(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var okand = await enhet.Vard.Sand(new RegistreraSparr(Mamma, null, "Min mamma"), enhet.Handlaggare);
        Assert.False(okand.Failed);
        Assert.Equal("SPARR_FINNS", (await enhet.Vard.Sand(new RegistreraSparr(Mamma, null, "Min mamma"), enhet.Handlaggare)).Error?.Code);
        Assert.Equal("OGILTIGT", (await enhet.Vard.Sand(new RegistreraSparr("19420314-0000", null, "Min mamma"), enhet.Handlaggare)).Error?.Code);

        Assert.Equal("SPARR", (await enhet.Registrera(enhet.Ansokan(personnummer: Mamma))).Error?.Code);
        var arende = await enhet.Ett(enhet.Ansokan(personnummer: Mamma), enhet.Kollega);
        Assert.Null((await arende.Las()).HandlaggareId);
        Assert.Equal("FINNS_INTE", (await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Error?.Code);
        Assert.Equal("SPARR", (await enhet.Registrera(enhet.Ansokan(personnummer: Mamma))).Error?.Code);
        // Den som väntade är glömd: spärren pekar på personen.
        var sparr = await enhet.Vard.Las(db => db.Sparrar.SingleAsync());
        Assert.Equal((true, null), (sparr.PersonId is not null, sparr.Identitet));
        Assert.Equal("SPARR_FINNS", (await enhet.Vard.Sand(new RegistreraSparr(Mamma, null, "Min mamma"), enhet.Handlaggare)).Error?.Code);
        Assert.All((await enhet.Spar()).Where(h => h.Typ is nameof(SparrRegistrerad)), h => Assert.DoesNotContain("Person", h.Data, StringComparison.Ordinal));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Chefen_registrerar_och_haver_ingen_haver_sin_egen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var forvaltare = await enhet.Ny(40, "Frans Förvaltare", Roll.Forvaltare);
        var arende = await enhet.EttArende().ForPersonen(Mamma).Bygg();
        Assert.Equal("OGILTIGT", (await enhet.Vard.Sand(new RegistreraSparr(Mamma, Givet.Kim.Value, "Hans mamma"), enhet.Handlaggare)).Error?.Code);
        Assert.Equal("OGILTIGT", (await enhet.Vard.Sand(new RegistreraSparr(Mamma, Givet.Kim.Value, "Hans mamma"), enhet.Utomstaende)).Error?.Code);
        Provarende.Ok(await enhet.Vard.Sand(new SparraFranPerson(arende.Nummer, Givet.Kim.Value, "Hans mamma"), enhet.Chef));
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraSparr(Mamma, null, "Min moster"), enhet.Chef));

        var kims = Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new HamtaSparrar(), enhet.Kollega)).Egna);
        Assert.Equal(("Hans mamma", "Clara Chef"), (kims.Skal, kims.RegistreradAv));
        Assert.Equal("BEHORIGHET_SAKNAS", (await Hav(enhet, kims.Id, enhet.Kollega)).Error?.Code);
        Assert.Equal("FINNS_INTE", (await Hav(enhet, kims.Id, enhet.Utomstaende)).Error?.Code);
        var egen = Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new HamtaSparrar(), enhet.Chef)).Egna);
        Assert.Equal("SPARR_EGEN", (await Hav(enhet, egen.Id, enhet.Chef)).Error?.Code);
        Assert.Equal("INAKTUELL_KOPIA", (await Hav(enhet, kims.Id, enhet.Chef, version: 3)).Error?.Code);
        Assert.Equal("SKAL_SAKNAS", (await Hav(enhet, kims.Id, enhet.Chef, skal: "x")).Error?.Code);

        Provarende.Ok(await Hav(enhet, kims.Id, enhet.Chef));
        Provarende.Ok(await Hav(enhet, egen.Id, forvaltare));
        Assert.Equal("SKAL_KRAVS", (await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Kollega)).Error?.Code);
        Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Chef));
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new HamtaSparrar(), enhet.Chef)).Andras);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_stallforetradare_som_ar_sparrad_nar_inte_det_hon_ersatter_i(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var ersattare = await enhet.Ny(41, "Erik Ersättare", granne: true);
        var arende = await enhet.EttArende().ForPersonen(Mamma).Bygg();
        await enhet.Ersatt(enhet.Handlaggare, ersattare);
        var uppgift = (await arende.Uppgift("GranskaAnsokan")).PublikId;
        Provarende.Ok(await enhet.Vard.Sand(new HamtaUppgift(uppgift), ersattare));

        Provarende.Ok(await enhet.Vard.Sand(new RegistreraSparr(Mamma, null, "Min mamma"), ersattare));

        Assert.Equal("FINNS_INTE", (await enhet.Vard.Sand(new HamtaUppgift(uppgift), ersattare)).Error?.Code);
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(), ersattare)).Rader);
        Assert.Equal(Givet.Hanna, (await arende.Las()).HandlaggareId);
    }

    private static Task<Result<Done>> Hav(Provenhet enhet, long id, Aktor aktor, string skal = "Det var fel person", int version = 0) =>
        enhet.Vard.Sand(new AvslutaSparr(id, version, skal), aktor);
}
