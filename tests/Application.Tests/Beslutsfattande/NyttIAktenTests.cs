using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Handlingar;
using CaseFlow.Application.Tests.Handlingar;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Beslutsfattande;

/// <summary>Nothing is decided against a person on what she has not seen.</summary>
// FL (2017:900) 25 §
public sealed class NyttIAktenTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_kom_in_efter_utskicket_stoppar_ett_avslag_tills_nagon_svarar_for_det(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Utskickat(enhet, "avslag", null);
        await enhet.Ga(3);
        Provarende.Ok(await HandlingTests.LaggIn(arende));
        await enhet.Ga(10);
        var fore = await arende.Uppgift("FattaBeslut");

        Assert.Equal("HANDLING_EJ_KOMMUNICERAD", (await arende.ForsokBesluta(enhet.Chef)).Error?.Code);
        var underlag = await Underlag(arende);
        Assert.Equal(("saknas", true), (Rad(underlag, "Nytt i akten").Lage, Rad(underlag, "Nytt i akten").Text.StartsWith("Handling 1 kom in", StringComparison.Ordinal)));
        Assert.Equal(new OseddHandling(1, enhet.Idag.AddDays(-10)), Assert.Single(underlag.Osedda!));

        Assert.Equal("SKAL_SAKNAS", (await Sag(arende, " ")).Error?.Code);
        Provarende.Ok(await Sag(arende, "Rör en annan insats"));

        Assert.Equal("Handling 1: Rör en annan insats", await enhet.Vard.Las(db => db.Kommuniceringar.OrderBy(k => k.Id).Select(k => k.ObehovligSkal).LastAsync()));
        Assert.Contains(await enhet.Spar(), h => h.Typ == nameof(KommuniceringObehovlig));
        Assert.Equal("INGET_NYTT", (await Sag(arende, "En gång till")).Error?.Code);
        underlag = await Underlag(arende);
        Assert.DoesNotContain(underlag.Kontroller, k => k.Rubrik == "Nytt i akten");
        Assert.Contains("Rör en annan insats", Rad(underlag, "Kommunicering").Text, StringComparison.Ordinal);
        // Den som hade sidan öppen innan skälet stod där läser om.
        Assert.Equal("INAKTUELL_KOPIA", (await enhet.Vard.Sand(new FattaBeslut(fore.PublikId, fore.Version), enhet.Chef)).Error?.Code);
        Provarende.Ok(await arende.ForsokBesluta(enhet.Chef));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_har_sidan_oppen_nar_nagot_kommer_in_laser_om(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Utskickat(enhet, "avslag", null);
        await enhet.Ga(13);
        var fore = await arende.Uppgift("FattaBeslut");
        Provarende.Ok(await HandlingTests.LaggIn(arende));

        Assert.Equal("INAKTUELL_KOPIA", (await enhet.Vard.Sand(new FattaBeslut(fore.PublikId, fore.Version), enhet.Chef)).Error?.Code);
        var handling = Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new HamtaHandlingar(arende.Nummer), enhet.Handlaggare)).Handlingar);
        Provarende.Ok(await enhet.Vard.Sand(new MakuleraHandling(arende.Nummer, handling.Id, handling.Version, "Hör till en annan"), enhet.Handlaggare));
        // Det som är makulerat hörde aldrig till ärendet.
        Provarende.Ok(await arende.ForsokBesluta(enhet.Chef));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_personen_hade_fatt_och_ett_fullt_bifall_stoppas_inte(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var fore = await enhet.EttArende().MedForslag("avslag", null).Bygg();
        Provarende.Ok(await HandlingTests.LaggIn(fore));
        await enhet.Ga(1);
        await Skicka(fore);
        await enhet.Ga(12);
        Assert.DoesNotContain((await Underlag(fore)).Kontroller, k => k.Rubrik == "Nytt i akten");
        Provarende.Ok(await fore.ForsokBesluta(enhet.Chef));

        var bifall = await Utskickat(enhet, "bifall", 10);
        await enhet.Ga(12);
        Provarende.Ok(await HandlingTests.LaggIn(bifall));
        var underlag = await Underlag(bifall);
        Assert.Equal(("varning", 0), (Rad(underlag, "Nytt i akten").Lage, underlag.Osedda!.Count));
        Provarende.Ok(await bifall.ForsokBesluta(enhet.Chef));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_skal_svarar_inte_for_ett_tillagg(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Utskickat(enhet, "avslag", null);
        Assert.Equal("BESLUT_EJ_FRAMME", (await Sag(arende, "Rör en annan insats")).Error?.Code);
        await enhet.Ga(13);
        Provarende.Ok(await HandlingTests.LaggIn(arende));
        Provarende.Ok(await enhet.Vard.Sand(new Application.Utredningar.SkrivTillagg(arende.Nummer, 0, "Föll i natt", "Sonen", enhet.Idag), enhet.Handlaggare));

        Assert.Equal("KOMMUNICERING_INAKTUELL", (await Sag(arende, "Rör en annan insats")).Error?.Code);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Kontrollen_sager_nar_motiveringen_namner_en_lag_som_inte_galler(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedAvslutadUtredning().Bygg();
        Provarende.Ok(await enhet.Vard.Sand(
            new SparaForslag(arende.Nummer, (await arende.Ansokta())[0], 0, "avslag", null, null, null, "Behovet är tillgodosett (4 kap. 1 § socialtjänstlagen (2001:453)).", null), enhet.Handlaggare));
        Provarende.Ok(await arende.ForsokLamnaForslag());
        await arende.UnderlatKommunicera();

        var rad = Rad(await Underlag(arende), "Lagen i motiveringen");
        Assert.Equal(("saknas", true), (rad.Lage, rad.Text.Contains("2001:453", StringComparison.Ordinal)));
        Assert.Equal("MOTIVERING_ANNAN_LAG", (await arende.ForsokBesluta(enhet.Chef)).Error?.Code);
        Assert.Equal(Steg.Beslut, (await arende.Las()).Steg);
    }

    private static async Task<Provarende> Utskickat(Provenhet enhet, string utfall, decimal? omfattning)
    {
        var arende = await enhet.EttArende().MedForslag(utfall, omfattning).Bygg();
        await Skicka(arende);
        return arende;
    }

    private static Task<SlutfordUppgift> Skicka(Provarende a) => a.Slutfor("Kommunicera", ("kommuniceras", "ja"), ("kommuniceratSatt", "brev"), ("kommuniceratDag", a.Enhet.Dag(0)),
        ("svarSenast", a.Enhet.Dag(10)), ("muntligInformation", "ja"));

    private static async Task<Domain.Result<Domain.Done>> Sag(Provarende a, string skal) =>
        await a.Enhet.Vard.Sand(new NoteraObehovlig(a.Nummer, (await a.Las()).Version, skal), a.Enhet.Handlaggare);

    private static async Task<BeslutsunderlagSvar> Underlag(Provarende a) => Provarende.Ok(await a.Enhet.Vard.Sand(new HamtaBeslutsunderlag(a.Nummer), a.Enhet.Handlaggare));

    private static KontrollVy Rad(BeslutsunderlagSvar underlag, string rubrik) => Assert.Single(underlag.Kontroller, k => k.Rubrik == rubrik);
}
