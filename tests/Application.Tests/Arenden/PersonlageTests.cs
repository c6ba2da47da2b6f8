using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Arbetsfordelning;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Tests.Insatser;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Arenden;

/// <summary>Whoever has an ärende is told what else the person has, and nobody of what she may not know of.</summary>
public sealed class PersonlageTests
{
    private static readonly string Nils = Givet.Personnummer(new(1942, 3, 14), 980);

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_har_arendet_ser_personens_andra_och_insatserna_med_sista_dag(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var gammalt = await enhet.EttArende("trygghetslarm").ForPersonen(Nils).MedBeslut().Bygg();
        await gammalt.Underratta();
        var sista = enhet.Idag.AddDays(200);
        await enhet.GallerTill(sista);
        var hannas = await enhet.EttArende("hemtjanst").ForPersonen(Nils).Bygg();
        await enhet.EttArende().Bygg();
        await enhet.Ge(gammalt.Nummer, Givet.Kim);

        var personen = await Ser(enhet, hannas, enhet.Handlaggare);

        Assert.Equal([new AnnatArende(gammalt.Nummer, "Trygghetslarm", Steg.Verkstallighet, "Kim Kollega", false)], personen.Arenden);
        var insats = Assert.Single(personen.Insatser);
        Assert.Equal(("Trygghetslarm", sista, gammalt.Nummer), (insats.Namn, insats.Sista, insats.Arende));
        // Det egna ärendet är öppet, och det andra ser det här.
        Assert.Equal([new AnnatArende(hannas.Nummer, "Hemtjänst", Steg.Ansokan, "Hanna Handläggare", false)], (await Ser(enhet, gammalt, enhet.Kollega)).Arenden);
        Assert.True((await Ser(enhet, gammalt, enhet.Chef)).Arenden.Single().Oppet);
        // Också i uppgiften där ansökan granskas.
        var uppgift = Provarende.Ok(await enhet.Vard.Sand(new HamtaUppgift((await hannas.Uppgift("GranskaAnsokan")).PublikId), enhet.Handlaggare));
        Assert.Equal(personen.Arenden, uppgift.Personen.Arenden);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_ar_slut_raknas_inte_men_en_insats_som_loper_i_ett_avslutat_arende(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var atertaget = await enhet.EttArende().ForPersonen(Nils).Bygg();
        Provarende.Ok(await enhet.Vard.Sand(new AtertaAnsokan(atertaget.Nummer, (await atertaget.Las()).Version, enhet.Idag, "skriftligt"), enhet.Handlaggare));
        var stangt = await enhet.EttArende("trygghetslarm").ForPersonen(Nils).MedBeslut().Bygg();
        await stangt.Underratta();
        await enhet.Vard.Skriv(db => db.Arenden.Where(a => a.Nummer == stangt.Nummer).ExecuteUpdateAsync(s => s.SetProperty(a => a.Steg, Steg.Avslutat)));
        var nytt = await enhet.EttArende().ForPersonen(Nils).Bygg();

        var personen = await Ser(enhet, nytt, enhet.Handlaggare);

        Assert.Empty(personen.Arenden);
        Assert.Equal(("Trygghetslarm", null), (personen.Insatser.Single().Namn, personen.Insatser.Single().Sista));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_lasaren_inte_far_veta_om_antyds_inte(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var kims = await enhet.EttArende("trygghetslarm").ForPersonen(Nils).MedBeslut().Bygg();
        await kims.Underratta();
        await enhet.Ge(kims.Nummer, Givet.Kim);
        var hannas = await enhet.EttArende().ForPersonen(Nils).Bygg();
        Assert.Single((await Ser(enhet, hannas, enhet.Handlaggare)).Arenden);

        // Jäv i det andra ärendet: varken ärendet, insatsen eller att hon handlägger det.
        Provarende.Ok(await enhet.Vard.Sand(new AnmalJav(kims.Nummer, "Min granne"), enhet.Chef));
        Assert.True((await Ser(enhet, hannas, enhet.Chef)).ArTomt);
        var val = Provarende.Ok(await enhet.Vard.Sand(new HamtaHandlaggarval(hannas.Nummer), enhet.Chef)).Handlaggare;
        Assert.DoesNotContain(val, v => v.Text.Contains("personens ärende", StringComparison.Ordinal));

        // En annan enhets ärende.
        await enhet.Vard.Skriv(db => db.Arenden.Where(a => a.Nummer == kims.Nummer).ExecuteUpdateAsync(s => s.SetProperty(a => a.EnhetId, Provenhet.AnnanEnhet)));
        Assert.True((await Ser(enhet, hannas, enhet.Handlaggare)).ArTomt);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_skyddad_persons_andra_arenden_ser_bara_den_namngivna(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var forsta = await enhet.EttArende().ForPersonen(Nils).MedSkyddadeUppgifter().Bygg();
        var andra = await enhet.EttArende().ForPersonen(Nils).MedSkyddadeUppgifter().Bygg();

        Assert.Equal([forsta.Nummer], (await Ser(enhet, andra, enhet.Chef)).Arenden.Select(a => a.Nummer));
        var kvitto = Provarende.Ok(await enhet.Vard.Sand(new HamtaRegistreringskvitto(andra.Nummer), enhet.Handlaggare));
        Assert.True(kvitto.Personen.ArTomt);
        // Kvittot är detsamma som för vem som helst vars ärende inte blev hennes: det säger inte vem som är skyddad.
        var kollegans = await enhet.EttArende().Bygg();
        await enhet.Ge(kollegans.Nummer, Givet.Kim);
        Assert.Equal(Provarende.Ok(await enhet.Vard.Sand(new HamtaRegistreringskvitto(kollegans.Nummer), enhet.Handlaggare)) with { Nummer = andra.Nummer, Personen = kvitto.Personen }, kvitto);
        Assert.Equal((false, null), (kvitto.FarOppna, kvitto.Handlaggare));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_registrerar_eller_bara_laser_far_veta_att_det_finns_men_inte_vad(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var administrator = await enhet.Ny(31, "Ada Administratör", Roll.Administrator);
        var hannas = await enhet.EttArende("trygghetslarm").ForPersonen(Nils).MedBeslut().Bygg();
        await hannas.Underratta();
        var nytt = await enhet.Ett(enhet.Ansokan(personnummer: Nils), administrator);

        var kvitto = Provarende.Ok(await enhet.Vard.Sand(new HamtaRegistreringskvitto(nytt.Nummer), administrator));

        Assert.Equal([new AnnatArende(hannas.Nummer, null, Steg.Verkstallighet, "Hanna Handläggare", false)], kvitto.Personen.Arenden);
        Assert.Empty(kvitto.Personen.Insatser);
        Assert.Equal((false, null), (kvitto.FarOppna, kvitto.Handlaggare));
        Provarende.Ok(await enhet.Vard.Sand(new OppnaMedSkal(nytt.Nummer, "Personen ringer och frågar om sin ansökan"), administrator));
        Assert.Null((await Ser(enhet, nytt, administrator)).Arenden.Single().Rubrik);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_har_personen_star_forst_bland_valen_och_den_som_ar_borta_sist(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var hannas = await enhet.EttArende().ForPersonen(Nils).Bygg();
        await enhet.EttArende().Bygg();
        var lisa = await enhet.Ny(32, "Lisa Ledig");
        var nytt = await enhet.EttArende().ForPersonen(Nils).Bygg();
        await enhet.Ge(nytt.Nummer, null);
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraFranvaro(null, enhet.Idag, enhet.Idag.AddDays(5), enhet.Handlaggare.Id.Value), lisa));

        var val = Provarende.Ok(await enhet.Vard.Sand(new HamtaHandlaggarval(nytt.Nummer), enhet.Chef)).Handlaggare;

        Assert.Equal(
            [
                $"Hanna Handläggare, 2 öppna ärenden, har personens ärende {hannas.Nummer}", "Kim Kollega, 0 öppna ärenden",
                $"Lisa Ledig, 0 öppna ärenden, borta till och med {Datumtext.Lang(enhet.Idag.AddDays(5))} (Hanna Handläggare ersätter)",
            ],
            val.Select(v => v.Text));
    }

    private static async Task<PersonlageVy> Ser(Provenhet enhet, Provarende arende, Aktor aktor) =>
        Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), aktor)).Personen;
}
