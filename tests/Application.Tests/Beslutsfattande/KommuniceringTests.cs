using CaseFlow.Application.Arenden;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Beslutsfattande;

/// <summary>The person sees the material, has time to answer, and what she answers reaches the one who decides.</summary>
public sealed class KommuniceringTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_ber_om_mer_tid_eller_att_fa_tala_far_det_innan_arendet_gar_till_beslut(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedForslag().Bygg();
        await arende.Slutfor("Kommunicera", ("kommuniceras", "ja"), ("kommuniceratSatt", "brev"), ("kommuniceratDag", enhet.Dag(0)),
            ("svarSenast", enhet.Dag(10)), ("muntligInformation", "ja"));
        await enhet.Ga(10);
        (string, string)[] svar =
        [
            ("svarade", "mer-tid"), ("svarsdag", enhet.Dag(0)), ("besked", "Jag vill tala inför nämnden"), ("muntligt", "ja"), ("muntligtHur", "Vid sammanträdet"),
        ];
        Assert.Equal("nySvarsdag", Assert.Single((await arende.Forsok("TaEmotSynpunkter", null, [.. svar, ("nySvarsdag", enhet.Dag(0))])).Error!.Fields).Field);
        await arende.Slutfor("TaEmotSynpunkter", [.. svar, ("nySvarsdag", enhet.Dag(20))]);
        var sagt = Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Kommuniceringar);
        Assert.Equal((enhet.Idag.AddDays(20), (DateOnly?)null), (sagt.SvarSenast, sagt.SvarDatum));
        Assert.StartsWith("Jag vill tala inför nämnden", sagt.Svar, StringComparison.Ordinal);

        await enhet.Ga(19);
        Assert.Equal(["TaEmotSynpunkter"], await arende.Oppna());
        await enhet.Ga(2);

        Assert.Equal(["FattaBeslut"], await arende.Oppna());
        var kontroll = Provarende.Ok(await enhet.Vard.Sand(new HamtaBeslutsunderlag(arende.Nummer), enhet.Handlaggare)).Kontroller.Single(k => k.Rubrik == "Kommunicering");
        Assert.Equal(("varning", true), (kontroll.Lage, kontroll.Text.Contains("bad om mer tid", StringComparison.Ordinal)));
        Assert.Contains(Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Tidslinje,
            r => r.Text.StartsWith("Personen fick mer tid att svara, till ", StringComparison.Ordinal));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Uppenbart_obehovligt_utan_skal_nekas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedForslag().Bygg();

        var svar = await arende.Forsok("Kommunicera", null, ("kommuniceras", "nej"));

        Assert.Equal("obehovligtSkal", Assert.Single(svar.Error!.Fields).Field);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Kommunicering_utan_ratten_att_horas_muntligt_nekas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedForslag().Bygg();

        var svar = await arende.Forsok("Kommunicera", null, ("kommuniceras", "ja"), ("kommuniceratSatt", "brev"), ("kommuniceratDag", enhet.Dag(0)),
            ("svarSenast", enhet.Dag(10)), ("muntligInformation", "nej"));

        Assert.Equal("MUNTLIG_RATT_SAKNAS", svar.Error!.Code);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Om_ratten_att_horas_muntligt_fragas_bara_nar_lagen_ger_den(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var fardtjanst = await enhet.EttArende("fardtjanst").MedForslag().Bygg();
        var assistans = await enhet.EttArende("personlig-assistans").MedForslag().Bygg();

        Assert.DoesNotContain((await Formular(fardtjanst)).Falt, f => f.Namn == "muntligInformation");
        Assert.Contains("8 a §", (await Formular(assistans)).Falt.Single(f => f.Namn == "muntligInformation").Hjalp, StringComparison.Ordinal);
        (string, string)[] svar = [("kommuniceras", "ja"), ("kommuniceratSatt", "brev"), ("kommuniceratDag", enhet.Dag(0)), ("svarSenast", enhet.Dag(10))];
        Assert.Equal("muntligInformation", Assert.Single((await assistans.Forsok("Kommunicera", null, svar)).Error!.Fields).Field);
        // LSS 8 a §: rätten finns också när det är uppenbart obehövligt att kommunicera.
        (string, string)[] obehovligt = [("kommuniceras", "nej"), ("obehovligtSkal", "Beviljas som sökt")];
        Assert.Equal("muntligInformation", Assert.Single((await assistans.Forsok("Kommunicera", null, obehovligt)).Error!.Fields).Field);
        Assert.Equal("MUNTLIG_RATT_SAKNAS", (await assistans.Forsok("Kommunicera", null, [.. obehovligt, ("muntligInformation", "nej")])).Error?.Code);
        await fardtjanst.Slutfor("Kommunicera", svar);

        Assert.False(await enhet.Vard.Las(db => db.Kommuniceringar.Select(k => k.InformeradOmMuntligt).SingleAsync()));

        async Task<Application.Uppgiftsformular.Formulardefinition> Formular(Provarende a) =>
            Provarende.Ok(await enhet.Vard.Sand(new Application.Uppgifter.HamtaUppgift((await a.Uppgift("Kommunicera")).PublikId), enhet.Handlaggare)).Formular!;
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Att_personen_vill_tala_infor_namnden_och_vad_det_blev_av_star_med_svaret(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedForslag().Bygg();
        await arende.Slutfor("Kommunicera", ("kommuniceras", "ja"), ("kommuniceratSatt", "brev"), ("kommuniceratDag", enhet.Dag(0)),
            ("svarSenast", enhet.Dag(10)), ("muntligInformation", "ja"));
        (string, string)[] svar = [("svarade", "inga-invandningar"), ("svarsdag", enhet.Dag(0)), ("forslagAndras", "nej"), ("muntligt", "ja")];

        Assert.Equal("muntligtHur", Assert.Single((await arende.Forsok("TaEmotSynpunkter", null, svar)).Error!.Fields).Field);
        await arende.Slutfor("TaEmotSynpunkter", [.. svar, ("muntligtHur", "Talade vid sammanträdet")]);

        Assert.Equal(
            "Inga invändningar.\n\nPersonen vill lämna uppgifter muntligt till nämnden: Talade vid sammanträdet",
            Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Kommuniceringar).Svar);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_svar_efter_svarsdagen_hor_till_underlaget_och_den_som_beslutar_laser_om(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedForslag().Bygg();
        await arende.Slutfor("Kommunicera", ("kommuniceras", "ja"), ("kommuniceratSatt", "brev"), ("kommuniceratDag", enhet.Dag(0)),
            ("svarSenast", enhet.Dag(10)), ("muntligInformation", "ja"));
        Assert.Equal("SVAR_I_UPPGIFTEN", (await Svara(arende, 0)).Error?.Code);
        await enhet.Ga(14);
        var last = await arende.Uppgift("FattaBeslut");
        Assert.True(Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Atgarder.RegistreraSvar);

        Assert.Equal("svarsdag", Assert.Single((await Svara(arende, 1)).Error!.Fields).Field);
        Provarende.Ok(await Svara(arende, -1));

        var k = await enhet.Vard.Las(db => db.Kommuniceringar.SingleAsync());
        Assert.Equal(("Jag behöver mer hjälp på kvällen", enhet.Idag.AddDays(-1)), (k.Svar, k.SvarDatum));
        Assert.Single(await enhet.Spar(), h => h.Typ == nameof(KommuniceringBesvarad));
        Assert.Equal("INAKTUELL_KOPIA", (await enhet.Vard.Sand(new FattaBeslut(last.PublikId, last.Version), enhet.Handlaggare)).Error?.Code);
        var underlag = Provarende.Ok(await enhet.Vard.Sand(new HamtaBeslutsunderlag(arende.Nummer), enhet.Handlaggare));
        Assert.Equal([("Jag behöver mer hjälp på kvällen", true)], underlag.Kommuniceringar!.Select(x => (x.Svar, x.Sent)));
        Assert.Contains(underlag.Kontroller, x => x is { Rubrik: "Kommunicering", Lage: "varning" } && x.Text.Contains("efter svarstiden", StringComparison.Ordinal));
        Provarende.Ok(await arende.ForsokBesluta());

        Assert.Equal("BESLUT_REDAN_FATTAT", (await Svara(arende, 0)).Error?.Code);
        Assert.False(Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Atgarder.RegistreraSvar);

        async Task<Result<Done>> Svara(Provarende a, int dag) => await enhet.Vard.Sand(
            new RegistreraSvar(a.Nummer, (await a.Las()).Version, enhet.Idag.AddDays(dag), "Jag behöver mer hjälp på kvällen"), enhet.Handlaggare);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_svar_pa_det_forsta_utskicket_finns_kvar_nar_det_andra_var_obehovligt(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedForslag("delvis-avslag", 5).Bygg();
        await Skicka(arende);
        await enhet.Ga(14);
        await SkrivOm(arende);
        await arende.UnderlatKommunicera();
        Assert.True((await Arendet(arende)).Atgarder.RegistreraSvar);

        Assert.Equal("SVAR_FORE_UTSKICK", (await Svara(arende, -15, "För tidigt")).Error?.Code);
        Provarende.Ok(await Svara(arende, 0, "Jag behöver hjälp på kvällen"));
        Assert.Contains("efter svarstiden", await Kontrollen(arende), StringComparison.Ordinal);
        Provarende.Ok(await arende.ForsokBesluta(enhet.Chef));

        Assert.False((await Arendet(arende)).Atgarder.RegistreraSvar);
        Assert.Equal([(enhet.Idag.AddDays(-14), "Jag behöver hjälp på kvällen", true)], (await Arendet(arende)).Kommuniceringar.Select(k => (k.Skickad, k.Svar, k.Sent)));
        var beslutet = Provarende.Ok(await enhet.Vard.Sand(new HamtaBeslutsunderlag(arende.Nummer), enhet.Handlaggare));
        Assert.Equal(["Jag behöver hjälp på kvällen"], beslutet.Kommuniceringar!.Select(k => k.Svar));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_svar_hor_till_det_som_var_skickat_nar_det_kom(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedForslag("delvis-avslag", 5).Bygg();
        await Skicka(arende);
        Assert.False((await Arendet(arende)).Atgarder.RegistreraSvar);
        await enhet.Ga(14);
        await SkrivOm(arende);
        await Skicka(arende);
        Assert.True((await Arendet(arende)).Atgarder.RegistreraSvar);

        Assert.Equal("SVAR_I_UPPGIFTEN", (await Svara(arende, 0, "Nu är det bra")).Error?.Code);
        Provarende.Ok(await Svara(arende, -1, "Jag behöver hjälp på kvällen"));
        await arende.Slutfor("TaEmotSynpunkter", ("svarade", "synpunkter"), ("synpunkter", "Nu är det bra"), ("svarsdag", enhet.Dag(0)), ("muntligt", "nej"), ("forslagAndras", "nej"));
        Provarende.Ok(await arende.ForsokBesluta(enhet.Chef));

        Assert.Equal([("Jag behöver hjälp på kvällen", true), ("Nu är det bra", false)], (await Arendet(arende)).Kommuniceringar.Select(k => (k.Svar, k.Sent)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ingen_beslutar_medan_personen_kan_svara_pa_ett_tidigare_utskick(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedForslag("delvis-avslag", 5).Bygg();
        await Skicka(arende);
        await enhet.Ga(14);
        await SkrivOm(arende);
        await arende.UnderlatKommunicera();
        // Som när enhetens process låter ärendet gå vidare före svarsdagen.
        var senast = enhet.Idag.AddDays(2);
        await enhet.Vard.Skriv(db => db.Kommuniceringar.Where(k => k.SvarSenast != null).ExecuteUpdateAsync(s => s.SetProperty(k => k.SvarSenast, senast)));

        Assert.Contains($"till och med {Datumtext.Lang(senast)}", await Kontrollen(arende), StringComparison.Ordinal);
        Assert.Equal("KOMMUNICERING_PAGAR", (await arende.ForsokBesluta()).Error?.Code);
        Provarende.Ok(await Svara(arende, 0, "Inga invändningar"));
        Provarende.Ok(await arende.ForsokBesluta());
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Tiden_att_svara_gar_inte_att_ge_i_efterhand(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedForslag().Bygg();

        var svar = await arende.Forsok("Kommunicera", null, ("kommuniceras", "ja"), ("kommuniceratSatt", "brev"), ("kommuniceratDag", enhet.Dag(-9)),
            ("svarSenast", enhet.Dag(0)), ("muntligInformation", "ja"));

        Assert.Equal(["kommuniceratDag", "svarSenast"], svar.Error!.Fields.Select(f => f.Field));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Nar_svarstiden_ar_slut_gar_arendet_till_beslut(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedForslag().Bygg();
        await arende.Slutfor("Kommunicera", ("kommuniceras", "ja"), ("kommuniceratSatt", "telefon"), ("kommuniceratDag", enhet.Dag(0)),
            ("svarSenast", enhet.Dag(10)), ("muntligInformation", "ja"));
        Assert.Equal("KOMMUNICERING_PAGAR", (await arende.Forsok("TaEmotSynpunkter", null, ("svarade", "inget-svar"), ("forslagAndras", "nej"))).Error!.Code);

        await enhet.Ga(12);

        Assert.Equal(["FattaBeslut"], await arende.Oppna());
        Provarende.Ok(await arende.ForsokBesluta());
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_felskrivet_ar_lagger_inte_undan_arendet(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedForslag().Bygg();
        Assert.Equal("svarSenast", (await arende.Forsok("Kommunicera", null, ("kommuniceras", "ja"), ("kommuniceratSatt", "brev"), ("kommuniceratDag", enhet.Dag(0)),
            ("svarSenast", enhet.Dag(400)), ("muntligInformation", "ja"))).Error!.Fields.Single().Field);
        await Skicka(arende);

        Assert.Equal("nySvarsdag", (await arende.Forsok("TaEmotSynpunkter", null, ("svarade", "mer-tid"), ("besked", "Vill ha mer tid"), ("svarsdag", enhet.Dag(0)),
            ("nySvarsdag", enhet.Dag(400)), ("muntligt", "nej"))).Error!.Fields.Single().Field);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_langt_besked_tar_ingen_plats_fran_svaret(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedForslag().Bygg();
        await Skicka(arende);
        await arende.Slutfor("TaEmotSynpunkter", ("svarade", "mer-tid"), ("besked", new string('a', 10_000)), ("svarsdag", enhet.Dag(0)),
            ("nySvarsdag", enhet.Dag(20)), ("muntligt", "nej"));

        await arende.Slutfor("TaEmotSynpunkter", ("svarade", "synpunkter"), ("synpunkter", "Jag behöver mer"), ("svarsdag", enhet.Dag(0)), ("muntligt", "nej"), ("forslagAndras", "nej"));

        Assert.EndsWith("Jag behöver mer", (await enhet.Vard.Las(db => db.Kommuniceringar.SingleAsync())).Svar, StringComparison.Ordinal);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_fel_som_syns_fore_utskicket_rattas_utan_att_nagot_ar_kommunicerat(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedForslag("avslag", null).Bygg();

        var sparat = await arende.Slutfor("Kommunicera", ("kommuniceras", "skriv-om"));

        Assert.StartsWith("Inget nytt är kommunicerat.", sparat.Kvittens, StringComparison.Ordinal);
        Assert.Equal(["LamnaForslag"], await arende.Oppna());
        Assert.Equal(0, await enhet.Vard.Las(db => db.Kommuniceringar.CountAsync()));
        Provarende.Ok(await arende.ForsokForesla((await arende.Ansokta())[0], "bifall", 10, rev: 1));
        Provarende.Ok(await arende.ForsokLamnaForslag());
        await arende.UnderlatKommunicera();
        Provarende.Ok(await arende.ForsokBesluta());
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_tillagg_som_personen_inte_har_sett_gar_inte_vidare_till_beslut(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedForslag().Bygg();
        await Skicka(arende);
        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(1));
        Provarende.Ok(await enhet.Vard.Sand(new SkrivTillagg(arende.Nummer, 0, "Föll i natt", "Sonen", null), enhet.Handlaggare));

        Assert.Equal("forslagAndras", (await Svara("nej")).Error!.Fields.Single().Field);
        Provarende.Ok(await Svara("ja"));
        Assert.Equal(["LamnaForslag"], await arende.Oppna());

        Task<Result<SlutfordUppgift>> Svara(string andras) => arende.Forsok("TaEmotSynpunkter", null,
            ("svarade", "inga-invandningar"), ("svarsdag", enhet.Dag(0)), ("muntligt", "nej"), ("forslagAndras", andras));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Synpunkter_som_andrar_forslaget_kommuniceras_igen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedForslag("delvis-avslag", 5).Bygg();
        await arende.Slutfor("Kommunicera", ("kommuniceras", "ja"), ("kommuniceratSatt", "brev"), ("kommuniceratDag", enhet.Dag(0)),
            ("svarSenast", enhet.Dag(10)), ("muntligInformation", "ja"));
        await arende.Slutfor("TaEmotSynpunkter", ("svarade", "synpunkter"), ("synpunkter", "Jag behöver mer"), ("svarsdag", enhet.Dag(0)), ("muntligt", "nej"), ("forslagAndras", "ja"));
        Assert.Equal(["LamnaForslag"], await arende.Oppna());

        Provarende.Ok(await arende.ForsokForesla((await arende.Ansokta())[0], "bifall", 10, rev: 1));
        Provarende.Ok(await arende.ForsokLamnaForslag());
        await arende.UnderlatKommunicera();
        Provarende.Ok(await arende.ForsokBesluta());

        Assert.Equal(2, await enhet.Vard.Las(db => db.Kommuniceringar.CountAsync()));
    }

    private static Task<SlutfordUppgift> Skicka(Provarende arende) => arende.Slutfor("Kommunicera", ("kommuniceras", "ja"), ("kommuniceratSatt", "brev"),
        ("kommuniceratDag", arende.Enhet.Dag(0)), ("svarSenast", arende.Enhet.Dag(10)), ("muntligInformation", "ja"));

    private static async Task SkrivOm(Provarende arende)
    {
        Provarende.Ok(await arende.ForsokAterlamna(arende.Enhet.Chef, "forslag", "Utgå från personens egna ord"));
        Provarende.Ok(await arende.ForsokForesla((await arende.Ansokta())[0], "bifall", 10, rev: 1));
        Provarende.Ok(await arende.ForsokLamnaForslag());
    }

    private static async Task<Result<Done>> Svara(Provarende arende, int dag, string svar) => await arende.Enhet.Vard.Sand(
        new RegistreraSvar(arende.Nummer, (await arende.Las()).Version, arende.Enhet.Idag.AddDays(dag), svar), arende.Enhet.Handlaggare);

    private static async Task<string> Kontrollen(Provarende arende) =>
        Provarende.Ok(await arende.Enhet.Vard.Sand(new HamtaBeslutsunderlag(arende.Nummer), arende.Enhet.Handlaggare)).Kontroller.Single(k => k.Rubrik == "Kommunicering").Text;

    private static async Task<ArendeSvar> Arendet(Provarende arende) =>
        Provarende.Ok(await arende.Enhet.Vard.Sand(new HamtaArende(arende.Nummer), arende.Enhet.Handlaggare));
}
