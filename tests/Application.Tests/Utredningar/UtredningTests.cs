using CaseFlow.Application.Arenden;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Utredningar;

public sealed class UtredningTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_laser_med_ett_skal_far_inget_formular_att_skriva_i(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Granskat().Bygg();
        Provarende.Ok(await enhet.Vard.Sand(new OppnaMedSkal(arende.Nummer, "Personen ringde mig"), enhet.Kollega));

        Assert.True(Provarende.Ok(await enhet.Vard.Sand(new HamtaUtredning(arende.Nummer), enhet.Handlaggare)).KanSkriva);
        Assert.False(Provarende.Ok(await enhet.Vard.Sand(new HamtaUtredning(arende.Nummer), enhet.Kollega)).KanSkriva);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Att_lasa_borjar_ingen_utredning_men_visar_vad_som_saknas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst", "trygghetslarm").Granskat().Bygg();

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaUtredning(arende.Nummer), enhet.Handlaggare));

        Assert.Equal((11, 2), (svar.Omraden.Count, svar.Insatser.Count));
        Assert.Contains("0 av 2 ansökta insatser är beskrivna. Beskriv resten, eller ange varför de inte beskrivs.", svar.SaknasForAvslut);
        Assert.Equal(0, await enhet.Vard.Las(db => db.Utredningar.CountAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_skrivna_kommer_tillbaka_med_vem_och_revision(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedUtredning().Bygg();

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaUtredning(arende.Nummer), enhet.Handlaggare));

        var hemliv = svar.Omraden.Single(o => o.Kod == "d6");
        Assert.Equal(("Behöver hjälp i hemmet", "Hanna Handläggare", 1, "klar"), (hemliv.Beskrivning, hemliv.SparatAv, hemliv.Rev, hemliv.Status));
        Assert.Equal(("Frågan är ställd", true), (svar.Valdsfraga.Text, svar.Insatser[0].Beskriven));
        Assert.Empty(svar.SaknasForAvslut);
        Assert.Equal((await arende.Uppgift("Utred")).PublikId, svar.Uppgift);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_skriver_fran_en_inaktuell_kopia_far_veta_det(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedUtredning().Bygg();
        var text = new SkrivOmrade(arende.Nummer, "d6", 0, null, "Min egen text", null, null, null, null, null, "pagar");

        var svar = await enhet.Vard.Sand(text, enhet.Handlaggare);

        Assert.Equal("INAKTUELL_KOPIA", svar.Error!.Code);
        Provarende.Ok(await enhet.Vard.Sand(text with { Rev = 1 }, enhet.Handlaggare));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Tva_som_noterar_fragan_om_vald_skriver_inte_over_varandra(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Granskat().Bygg();
        var fragad = new BesvaraValdsfraga(arende.Nummer, (await Last()).Rev, "fragad", null, enhet.Idag);
        var inteAn = fragad with { Utfall = "ej-fragad", Orsak = "inte-ensam" };

        var sparat = Provarende.Ok(await enhet.Vard.Sand(fragad, enhet.Handlaggare));
        Assert.Equal("INAKTUELL_KOPIA", (await enhet.Vard.Sand(inteAn, enhet.Chef)).Error?.Code);
        Assert.Equal(("fragad", sparat.Rev), ((await Last()).Utfall, (await Last()).Rev));
        Provarende.Ok(await enhet.Vard.Sand(inteAn with { Rev = sparat.Rev }, enhet.Chef));

        var nu = fragad with { Rev = (await Last()).Rev };
        var svar = await Task.WhenAll(enhet.Vard.Sand(nu, enhet.Handlaggare), enhet.Vard.Sand(nu with { Utfall = "avbojd" }, enhet.Chef));
        Assert.Single(svar, s => !s.Failed);

        async Task<ValdsfragaVy> Last() => Provarende.Ok(await enhet.Vard.Sand(new HamtaUtredning(arende.Nummer), enhet.Handlaggare)).Valdsfraga;
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Tva_kan_skriva_i_olika_omraden_utan_att_stora_varandra(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedUtredning().Bygg();

        var svar = await Task.WhenAll(
            enhet.Vard.Sand(new SkrivOmrade(arende.Nummer, "d4", 0, null, "Går med rollator", 2, 1, null, "Samtal", null, "klar"), enhet.Handlaggare),
            enhet.Vard.Sand(new SkrivOmrade(arende.Nummer, "d5", 0, null, "Klarar hygienen", 1, 1, null, "Samtal", null, "klar"), enhet.Chef));

        Assert.All(svar, s => Assert.False(s.Failed));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Utredningen_avslutas_inte_utan_utfall_pa_valdsfragan(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Granskat().Bygg();
        await arende.Utred(valdsfraga: false);

        Assert.Equal("VALDSFRAGA_SAKNAS", (await arende.ForsokAvsluta()).Error!.Code);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_obeskriven_insats_behover_ett_skal(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Granskat().Bygg();
        await arende.Utred(beskriv: false);

        Assert.Equal("INSATS_EJ_BESKRIVEN", (await arende.ForsokAvsluta()).Error!.Code);
        Provarende.Ok(await arende.ForsokAvsluta("Personen avstod från att berätta"));

        var handelse = await enhet.Vard.Las(db => db.AuditHandelser.SingleAsync(h => h.Typ == "UtredningAvslutad"));
        Assert.Contains("\"kvinna\"", handelse.Data, StringComparison.Ordinal);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Barn_i_hemmet_ska_beskrivas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedBarnIHemmet().MedUtredning().Bygg();

        Assert.Equal("BARN_SAKNAS", (await arende.ForsokAvsluta()).Error!.Code);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_avslutad_utredning_andras_inte(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedAvslutadUtredning().Bygg();

        var svar = await enhet.Vard.Sand(new SkrivBedomning(arende.Nummer, 1, "Ny bedömning", null, null), enhet.Handlaggare);

        Assert.Equal("UTREDNING_AVSLUTAD", svar.Error!.Code);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_kommer_fram_sedan_laggs_till_och_kommuniceras(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedUtredning().Bygg();
        Assert.Equal("UTREDNING_PAGAR", (await Tillagg(0)).Error?.Code);
        Provarende.Ok(await arende.ForsokAvsluta());

        Provarende.Ok(await Tillagg(0));
        Assert.Equal("INAKTUELL_KOPIA", (await Tillagg(0)).Error?.Code);
        Provarende.Ok(await arende.ForsokForesla((await arende.Ansokta())[0], "bifall", 10));
        Provarende.Ok(await arende.ForsokLamnaForslag());
        // Den som har kommuniceringen öppen får inte intyga ett underlag som sedan har vuxit.
        var oppnad = await arende.Uppgift("Kommunicera");
        Provarende.Ok(await Tillagg(1));
        Assert.Equal(oppnad.Version + 1, (await arende.Uppgift("Kommunicera")).Version);
        Assert.Equal(
            ["Föll i natt", "Föll i natt"],
            Provarende.Ok(await enhet.Vard.Sand(new HamtaUnderlag(arende.Nummer), enhet.Handlaggare)).Tillagg.Select(t => t.Text));
        await arende.UnderlatKommunicera();

        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(5));
        Provarende.Ok(await Tillagg(2));
        Assert.Equal("KOMMUNICERING_INAKTUELL", (await arende.ForsokBesluta(enhet.Chef)).Error?.Code);
        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(5));
        Provarende.Ok(await arende.ForsokAterlamna(enhet.Chef, "kommunicering", "Personen har inte sett det sonen berättade"));
        await arende.UnderlatKommunicera();
        Provarende.Ok(await arende.ForsokBesluta(enhet.Chef));
        Assert.Equal("TILLAGG_LAST", (await Tillagg(3)).Error?.Code);

        Task<Result<Sparat>> Tillagg(int rev) => enhet.Vard.Sand(new SkrivTillagg(arende.Nummer, rev, "Föll i natt", "Sonen", null), enhet.Handlaggare);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Soker_personen_mer_efter_utredningen_provas_forslaget_mot_det(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedAvslutadUtredning().Bygg();
        var ansokt = (await arende.Ansokta())[0];
        Provarende.Ok(await arende.ForsokForesla(ansokt, "bifall", 10));

        Provarende.Ok(await enhet.Vard.Sand(new SkrivTillagg(arende.Nummer, 0, "Vill ha mer hjälp", "Personen", null, ansokt, 14), enhet.Handlaggare));

        Assert.Equal("OMFATTNING_SNAVARE", (await arende.ForsokLamnaForslag()).Error?.Code);
        Assert.Equal("INAKTUELL_KOPIA", (await arende.ForsokForesla(ansokt, "bifall", 14, rev: 1)).Error?.Code);
        Provarende.Ok(await arende.ForsokForesla(ansokt, "bifall", 14, rev: 2));
        Provarende.Ok(await arende.ForsokLamnaForslag());
        var underlag = Provarende.Ok(await enhet.Vard.Sand(new HamtaUnderlag(arende.Nummer), enhet.Handlaggare));
        Assert.Contains("14", Assert.Single(underlag.Tillagg).NySokt, StringComparison.Ordinal);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_ar_sokt_sanks_bara_av_personen_sjalv(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst").MedSoktOmfattning(20).Granskat().Bygg();
        await arende.Utred(beskriv: false);
        var ansokt = (await arende.Ansokta())[0];

        var sankt = await enhet.Vard.Sand(new BeskrivInsats(arende.Nummer, ansokt, 0, "Behöver stöd", 10), enhet.Handlaggare);
        Assert.Equal("YRKANDE_SANKT", sankt.Error!.Code);
        Assert.StartsWith("Personen har sökt 20 timmar per vecka.", sankt.Error.Text, StringComparison.Ordinal);

        Provarende.Ok(await enhet.Vard.Sand(new BeskrivInsats(arende.Nummer, ansokt, 0, "Behöver stöd", null), enhet.Handlaggare));
        Provarende.Ok(await arende.ForsokAvsluta());
        Assert.Equal("OMFATTNING_SNAVARE", (await arende.ForsokForesla(ansokt, "bifall", 10)).Error!.Code);
    }

    // FL 27 och 32 §§: den som föreslår sätter inte också det som förslaget mäts mot
    [Theory, PaSqlite, PaPostgres]
    public async Task Sager_ansokan_inte_hur_mycket_ar_det_personens_egen_uppgift_eller_en_motiverad_mangd(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst").Granskat().Bygg();
        await arende.Utred(beskriv: false);
        var ansokt = (await arende.Ansokta())[0];

        var gissat = await enhet.Vard.Sand(new BeskrivInsats(arende.Nummer, ansokt, 0, "Behöver stöd", 10), enhet.Handlaggare);
        Assert.Equal("YRKANDE_UTAN_UPPGIFT", gissat.Error?.Code);
        Provarende.Ok(await enhet.Vard.Sand(new BeskrivInsats(arende.Nummer, ansokt, 0, "Behöver stöd", null), enhet.Handlaggare));
        Provarende.Ok(await arende.ForsokAvsluta());

        Provarende.Ok(await arende.ForsokForesla(ansokt, "bifall", 10));
        Assert.Equal("MOTIVERING_SAKNAS", (await arende.ForsokLamnaForslag()).Error?.Code);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Nar_personen_sjalv_har_andrat_sin_ansokan_provas_det_hon_nu_soker(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst").MedSoktOmfattning(20).Granskat().Bygg();
        await arende.Utred(beskriv: false);
        var ansokt = (await arende.Ansokta())[0];
        Assert.Equal("andratDag", Assert.Single((await enhet.Vard.Sand(
            new BeskrivInsats(arende.Nummer, ansokt, 0, "Behöver stöd", 10, null, "I telefon"), enhet.Handlaggare)).Error!.Fields).Field);

        Provarende.Ok(await enhet.Vard.Sand(
            new BeskrivInsats(arende.Nummer, ansokt, 0, "Behöver stöd", 10, enhet.Idag, "I telefon: vill ha tio timmar"), enhet.Handlaggare));
        Provarende.Ok(await arende.ForsokAvsluta());

        Provarende.Ok(await arende.ForsokForesla(ansokt, "bifall", 10));
        var rad = await enhet.Vard.Las(db => db.Utredningar.Select(u => u.Insatser.Single()).SingleAsync());
        Assert.Equal((enhet.Idag, enhet.Handlaggare.Id), (rad.AndratDag, rad.AndratAv));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Alla_insatser_sparas_pa_en_gang_eller_ingen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst", "trygghetslarm").Granskat().Bygg();
        var (forsta, andra) = ((await arende.Ansokta())[0], (await arende.Ansokta())[1]);

        var nekat = await enhet.Vard.Sand(new BeskrivInsatser(arende.Nummer, [new("", forsta, 0, "Behöver stöd", null), new("", andra, 0, "Larm", -1)]), enhet.Handlaggare);
        Assert.Equal($"omfattning-{andra}", Assert.Single(nekat.Error!.Fields).Field);
        Assert.Equal(0, await enhet.Vard.Las(db => db.Utredningar.CountAsync()));

        Provarende.Ok(await enhet.Vard.Sand(new BeskrivInsatser(arende.Nummer, [new("", forsta, 0, "Behöver stöd", 10, enhet.Idag, "Vill ha tio"), new("", andra, 0, "Larm", null)]), enhet.Handlaggare));
        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaUtredning(arende.Nummer), enhet.Handlaggare));
        Assert.Equal(["Behöver stöd", "Larm"], svar.Insatser.Select(i => i.Text));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Resten_blir_ej_aktuell_men_det_paborjade_star_kvar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedUtredning().Bygg();

        var antal = Provarende.Ok(await enhet.Vard.Sand(new MarkeraRestenEjAktuell(arende.Nummer), enhet.Handlaggare)).Antal;

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaUtredning(arende.Nummer), enhet.Handlaggare));
        Assert.Equal((antal, "klar"), (svar.Omraden.Count(o => o.Status == "ej-aktuell"), svar.Omraden.Single(o => o.Kod == "d6").Status));
        Assert.DoesNotContain(svar.Omraden, o => o.Status == "ej-borjad");
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Underlaget_till_personen_sager_sista_dagen_att_svara_och_ratten_att_tala_infor_namnden(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende("hemtjanst", "fardtjanst").MedForslag().Bygg();
        var fardtjanst = await enhet.EttArende("fardtjanst").MedForslag().Bygg();

        var forslag = await Underlag(arende);
        Assert.NotNull(forslag.SvarSenast);
        var vald = await Underlag(arende, enhet.Idag.AddDays(12));
        Assert.Equal((enhet.Idag.AddDays(12), true), (vald.SvarSenast!.Value, vald.KanValjaDag));
        Assert.StartsWith($"Svara senast {Datumtext.Lang(enhet.Idag.AddDays(12))}", vald.SaSvararDu[0], StringComparison.Ordinal);
        Assert.Contains("muntligt till nämnden", vald.SaSvararDu[1], StringComparison.Ordinal);
        Assert.Contains("Det gäller hemtjänst.", vald.SaSvararDu[1], StringComparison.Ordinal);
        Assert.Single((await Underlag(fardtjanst)).SaSvararDu);

        await arende.Slutfor("Kommunicera", ("kommuniceras", "ja"), ("kommuniceratSatt", "brev"), ("kommuniceratDag", enhet.Dag(0)),
            ("svarSenast", enhet.Dag(12)), ("muntligInformation", "ja"));
        var skickat = await Underlag(arende, enhet.Idag.AddDays(40));
        Assert.Equal((enhet.Idag.AddDays(12), false), (skickat.SvarSenast!.Value, skickat.KanValjaDag));
        Assert.Null(skickat.AndratSedan);

        // Det som ändras sedan står inte i det personen fick: det sägs.
        var sant = enhet.Idag;
        await enhet.Ga(1);
        Provarende.Ok(await enhet.Vard.Sand(new AtertaInsats(arende.Nummer, (await arende.Las()).Version, (await arende.Ansokta())[1], enhet.Idag, "telefon"), enhet.Handlaggare));
        Assert.Equal(sant, (await Underlag(arende)).AndratSedan);

        async Task<UnderlagSvar> Underlag(Provarende a, DateOnly? senast = null) =>
            Provarende.Ok(await enhet.Vard.Sand(new HamtaUnderlag(a.Nummer, senast), enhet.Handlaggare));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Underlaget_till_personen_namner_aldrig_valdsfragan(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedForslag().Bygg();

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaUnderlag(arende.Nummer), enhet.Handlaggare));

        Assert.Equal("Behöver hjälp i hemmet", svar.Omraden.Single(o => o.Kod == "d6").Beskrivning);
        Assert.NotEmpty(svar.Forslag);
        Assert.DoesNotContain("våld", System.Text.Json.JsonSerializer.Serialize(svar with { Huvud = null! }), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(typeof(UnderlagSvar).GetProperties(), p => p.Name.Contains("Vald", StringComparison.Ordinal));
    }
}
