using CaseFlow.Application.Arenden;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Personer;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Arenden;

/// <summary>What is done with an ärende besides its tasks.</summary>
public sealed class AtgarderTests
{
    private static readonly DateOnly Fodd = new(1942, 3, 14);

    [Theory, PaSqlite, PaPostgres]
    public async Task En_atertagen_ansokan_avslutar_process_uppgifter_och_timrar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Granskat().Bygg();

        Provarende.Ok(await Aterta(arende));

        var slut = await arende.Las();
        Assert.Equal((Steg.Avslutat, AvslutsOrsak.Atertagen), (slut.Steg, slut.AvslutsOrsak));
        Assert.Empty(await arende.Oppna());
        Assert.Equal(0, await enhet.Vard.Las(db => db.Processtimrar.CountAsync()) + await enhet.Vard.Las(db => db.Prenumerationer.CountAsync()));
        Assert.NotEqual(Instansstatus.Aktiv, await enhet.Vard.Las(db => db.Instanser.Select(i => i.Status).SingleAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_atertagande_sager_vilken_dag_och_hur(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        await enhet.Ga(3);

        Assert.Equal("ATERTAGEN_I_FRAMTIDEN", (await Forsok(1, "telefon")).Error?.Code);
        Assert.Equal("ATERTAGEN_FORE_ANKOMST", (await Forsok(-10, "telefon")).Error?.Code);
        Assert.Equal("atertagenSatt", Assert.Single((await Forsok(-1, "rökt")).Error!.Fields).Field);
        Provarende.Ok(await Forsok(-1, "telefon"));

        var tidslinje = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Tidslinje;
        Assert.Contains(tidslinje, r => r.Text == $"Ansökan återtogs i telefon {Datumtext.Lang(enhet.Idag.AddDays(-1))}");

        async Task<Result<Done>> Forsok(int dag, string satt) =>
            await enhet.Vard.Sand(new AtertaAnsokan(arende.Nummer, (await arende.Las()).Version, enhet.Idag.AddDays(dag), satt), enhet.Handlaggare);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Efter_beslutet_gar_ansokan_inte_att_aterta(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedBeslut().Bygg();

        Assert.Equal("ARENDE_FEL_STEG", (await Aterta(arende)).Error!.Code);
        Assert.Null(await enhet.Vard.Las(db => db.Ansokningar.Select(a => a.Atertagen).SingleAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_dodsfall_avslutar_personens_alla_arenden_och_insatser(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var nummer = Givet.Personnummer(Fodd, 980);
        var pagaende = await MedPagaendeInsats(enhet, nummer);
        var ansokt = await enhet.Ett(enhet.Ansokan(personnummer: nummer));
        var annans = await enhet.Ett(enhet.Ansokan());
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(2));

        var version = (await pagaende.Las()).Version;
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraDodsfall(pagaende.Nummer, version, enhet.Idag), enhet.Handlaggare));

        foreach (var arende in new[] { pagaende, ansokt })
        {
            Assert.Equal((Steg.Avslutat, AvslutsOrsak.Avliden), ((await arende.Las()).Steg, (await arende.Las()).AvslutsOrsak));
            Assert.Empty(await arende.Oppna());
        }
        var insats = await enhet.Vard.Las(db => db.Insatser.SingleAsync());
        Assert.Equal((Insatsstatus.Avslutad, Avslutsorsak.Avliden, enhet.Idag), (insats.Status, insats.AvslutOrsak, insats.AvslutDatum));
        Assert.Contains(Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(pagaende.Nummer), enhet.Handlaggare)).Tidslinje,
            r => r.Text == $"Dödsfall registrerades: avled {Datumtext.Lang(enhet.Idag)}");
        Assert.NotEmpty(await annans.Oppna());
        Assert.Equal(1, await enhet.Vard.Las(db => db.Instanser.CountAsync(i => i.Status == Instansstatus.Aktiv)));
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_dodsfall_som_ar_fel_registrerat_havs_av_chefen_och_det_avslutade_raknas_upp(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var nummer = Givet.Personnummer(Fodd, 980);
        var pagaende = await MedPagaendeInsats(enhet, nummer);
        var ansokt = await enhet.Ett(enhet.Ansokan(personnummer: nummer));
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(2));
        Assert.False(Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(pagaende.Nummer), enhet.Chef)).Atgarder.HavDodsfall);
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraDodsfall(ansokt.Nummer, (await ansokt.Las()).Version, enhet.Idag), enhet.Handlaggare));
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(1));

        Assert.Equal("BEHORIGHET_SAKNAS", (await Hav(enhet.Handlaggare)).Error?.Code);
        Assert.Equal("SKAL_SAKNAS", (await Hav(enhet.Chef, skal: "fel")).Error?.Code);
        Assert.Equal("INAKTUELL_KOPIA", (await enhet.Vard.Sand(new HavDodsfall(pagaende.Nummer, 0, "Fel person vald"), enhet.Chef)).Error?.Code);
        Assert.True(Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(pagaende.Nummer), enhet.Chef)).Atgarder.HavDodsfall);
        var havt = Provarende.Ok(await Hav(enhet.Chef));

        Assert.Equal([pagaende.Nummer, ansokt.Nummer], havt.Avslutade.Select(a => a.Nummer));
        Assert.Equal([1, 0], havt.Avslutade.Select(a => a.Insatser.Count));
        Assert.All(havt.Avslutade, a => Assert.Equal("Hanna Handläggare", a.Handlaggare));
        Assert.Null(await enhet.Vard.Las(async db => (await db.Personer.SingleAsync(p => db.Arenden.Any(a => a.PersonId == p.Id && a.Nummer == ansokt.Nummer))).Avliden));
        foreach (var arende in new[] { pagaende, ansokt })
        {
            Assert.Equal((Steg.Avslutat, AvslutsOrsak.Avliden), ((await arende.Las()).Steg, (await arende.Las()).AvslutsOrsak));
            var sedan = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare));
            Assert.Contains(sedan.Tidslinje, r => r.Text.StartsWith("Dödsfallet var fel registrerat", StringComparison.Ordinal));
            Assert.EndsWith("ett dödsfall registrerades av misstag, och är hävt.", Assert.Single(sedan.Plats), StringComparison.Ordinal);
        }
        Assert.Equal("EJ_AVLIDEN", (await Hav(enhet.Chef)).Error?.Code);
        // Nästa ansökan handläggs som vanligt.
        var nasta = await enhet.Ett(enhet.Ansokan(personnummer: nummer));
        Assert.True(Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(nasta.Nummer), enhet.Handlaggare)).Atgarder.RegistreraDodsfall);
        await enhet.KedjornaHaller();

        async Task<Result<HavtDodsfall>> Hav(Domain.Behorigheter.Aktor av, string skal = "Registrerat på fel person") =>
            await enhet.Vard.Sand(new HavDodsfall(pagaende.Nummer, (await pagaende.Las()).Version, skal), av);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_ansokan_som_kommer_in_sedan_personen_dott_avslutas_av_handlaggaren(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var nummer = Givet.Personnummer(Fodd, 980);
        var forsta = await enhet.Ett(enhet.Ansokan(personnummer: nummer));
        var levande = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(forsta.Nummer), enhet.Chef)).Atgarder;
        Assert.Equal((true, false), (levande.RegistreraDodsfall, levande.AvslutaForAvliden));
        Assert.Equal("dodsdag", (await enhet.Vard.Sand(new RegistreraDodsfall(forsta.Nummer, (await forsta.Las()).Version, null), enhet.Chef)).Error?.Fields.Single().Field);
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraDodsfall(forsta.Nummer, (await forsta.Las()).Version, enhet.Idag), enhet.Chef));
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(1));

        var sent = await enhet.Ett(enhet.Ansokan(personnummer: nummer));

        var atgarder = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(sent.Nummer), enhet.Chef)).Atgarder;
        Assert.Equal((false, true), (atgarder.RegistreraDodsfall, atgarder.AvslutaForAvliden));
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraDodsfall(sent.Nummer, (await sent.Las()).Version, null), enhet.Chef));
        Assert.Equal((Steg.Avslutat, AvslutsOrsak.Avliden), ((await sent.Las()).Steg, (await sent.Las()).AvslutsOrsak));
        Assert.Empty(await sent.Oppna());
        Assert.Single(await enhet.Spar(), h => h.Typ == nameof(Domain.Personer.PersonAvliden));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_dodsfall_under_en_ny_provning_avslutar_ocksa_den_insats_som_provas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var gammalt = await MedPagaendeInsats(enhet, Givet.Personnummer(Fodd, 980));
        await enhet.Ga(91);
        await gammalt.Slutfor("FoljUpp", ("resultat", "Behovet har ökat"), ("maluppfyllelse", "delvis"), ("utgang", "ny-provning"), ("uppfoljningsdag", enhet.Dag(90)));
        Assert.Equal(Insatsstatus.Pagar, await enhet.Vard.Las(db => db.Insatser.Select(i => i.Status).SingleAsync()));
        var nytt = new Provarende(enhet, await enhet.Vard.Las(db => db.Arenden.Where(a => a.Slag == Arendeslag.NyProvning).Select(a => a.Nummer).SingleAsync()));

        Provarende.Ok(await enhet.Vard.Sand(new RegistreraDodsfall(nytt.Nummer, (await nytt.Las()).Version, enhet.Idag), enhet.Handlaggare));

        Assert.Equal(Insatsstatus.Avslutad, await enhet.Vard.Las(db => db.Insatser.Select(i => i.Status).SingleAsync()));
        Assert.Equal((Steg.Avslutat, Steg.Avslutat), ((await gammalt.Las()).Steg, (await nytt.Las()).Steg));
        var gammaltId = (await gammalt.Las()).Id;
        Assert.Contains(await enhet.Spar(), h => h.Typ == nameof(InsatsAvslutad) && h.ArendeId == gammaltId);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_ny_provning_har_ingen_ansokan_att_ta_tillbaka_nar_personen_flyttar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var gammalt = await MedPagaendeInsats(enhet, Givet.Personnummer(Fodd, 980));
        await enhet.Ga(91);
        await gammalt.Slutfor("FoljUpp", ("resultat", "Behovet har ökat"), ("maluppfyllelse", "delvis"), ("utgang", "ny-provning"), ("uppfoljningsdag", enhet.Dag(90)));
        var nytt = new Provarende(enhet, await enhet.Vard.Las(db => db.Arenden.Where(a => a.Slag == Arendeslag.NyProvning).Select(a => a.Nummer).SingleAsync()));
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraFlytt(nytt.Nummer, (await nytt.Las()).Version, enhet.Idag), enhet.Handlaggare));

        var nekad = await nytt.Forsok(
            "HanteraFlytt", null, ("ansvar", "avslut"), ("atertagenDag", enhet.Dag(0)), ("atertagenSatt", "besok"), ("skal", "Bor i Nacka nu"));

        Assert.Equal("INGEN_ANSOKAN", nekad.Error?.Code);
        Assert.False((await nytt.Las()).ArAvslutat);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_flytt_oppnar_en_uppgift_och_avslutar_inget(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        var version = (await arende.Las()).Version;

        Assert.Equal("FLYTT_I_FRAMTIDEN", (await enhet.Vard.Sand(new RegistreraFlytt(arende.Nummer, version, enhet.Idag.AddDays(1)), enhet.Handlaggare)).Error?.Code);
        var forTidig = await enhet.Vard.Sand(new RegistreraFlytt(arende.Nummer, version, enhet.Idag.AddYears(-1).AddDays(-1)), enhet.Handlaggare);
        Assert.Equal("flyttdag", Assert.Single(forTidig.Error!.Fields).Field);
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraFlytt(arende.Nummer, version, enhet.Idag), enhet.Handlaggare));
        var igen = await enhet.Vard.Sand(new RegistreraFlytt(arende.Nummer, version, enhet.Idag), enhet.Handlaggare);

        Assert.Equal("INAKTUELL_KOPIA", igen.Error?.Code);
        Assert.Equal(["GranskaAnsokan", "HanteraFlytt"], await arende.Oppna());
        Assert.Equal(Steg.Ansokan, (await arende.Las()).Steg);
        Assert.Contains(Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Tidslinje,
            r => r.Text == $"Flytt registrerades: {Datumtext.Lang(enhet.Idag)}");
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_omfordelning_flyttar_uppgifterna_ocksa_de_som_vantar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Vantande(enhet);

        enhet.Vard.Tid.Ga(TimeSpan.FromHours(1));
        Provarende.Ok(await Omfordela(arende, Givet.Kim.Value));

        Assert.Equal((Givet.Kim, Givet.Kim), ((await arende.Las()).HandlaggareId, (await arende.Uppgift("TaEmotKomplettering")).TilldeladId));
        Assert.Equal("SKAL_KRAVS", (await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Error?.Code);
        var tidslinje = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Kollega)).Tidslinje;
        Assert.Equal(("Flyttades från Hanna Handläggare till Kim Kollega av Clara Chef", "Semester"), Assert.Single(tidslinje.Select(r => (r.Text, r.Skal)), r => r.Skal is not null));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Skalet_att_oppna_star_i_tidslinjen_men_inte_i_loggen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        Provarende.Ok(await enhet.Vard.Sand(new OppnaMedSkal(arende.Nummer, "Svarar medan Hanna är sjuk"), enhet.Kollega));

        var tidslinje = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Tidslinje;

        Assert.Equal(("Ärendet öppnades med skäl", "Svarar medan Hanna är sjuk"), Assert.Single(tidslinje.Select(r => (r.Text, r.Skal)), r => r.Skal is not null));
        Assert.False(await enhet.Vard.Las(db => db.AuditHandelser.AnyAsync(h => h.Data.Contains("Svarar"))));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Omfordelas_gor_chefen_och_bara_till_nagon_som_far_arendet(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        await enhet.Ny(16, "Gun Granne", granne: true);
        await enhet.Ny(17, "Sten Slutat");
        var arende = await enhet.EttArende().Bygg();
        await enhet.Vard.Skriv(async db => (await db.Anvandare.SingleAsync(a => a.Id == new AnvandareId(17))).Inaktivera());
        await Jav(arende, Givet.Kim);

        Assert.Equal("JAV", (await Omfordela(arende, Givet.Kim.Value)).Error?.Code);
        Assert.Equal("Handlaggare", Assert.Single((await Omfordela(arende, 16)).Error!.Fields).Field);
        Assert.Equal("Handlaggare", Assert.Single((await Omfordela(arende, 17)).Error!.Fields).Field);
        Assert.Equal("ARENDE_REDAN_TILLDELAT", (await Omfordela(arende, Givet.Hanna.Value)).Error?.Code);
        Assert.Equal("Skal", Assert.Single((await Omfordela(arende, Givet.Kim.Value, " ")).Error!.Fields).Field);
        var grannen = await enhet.Vard.Sand(new Omfordela(arende.Nummer, (await arende.Las()).Version, 16, "x"), enhet.Utomstaende);
        Assert.Equal(ErrorKind.NotFound, grannen.Error?.Kind);
        // FL 17 §: inte heller chefen som är jävig väljer vem som handlägger.
        await Jav(arende, enhet.Chef.Id);
        Assert.Equal("JAVIG", (await Omfordela(arende, Givet.Hanna.Value)).Error?.Code);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_far_en_skyddad_persons_arende_blir_namngiven(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedSkyddadeUppgifter().Bygg();
        Provarende.Ok(await arende.Forsok("TilldelaHandlaggare", enhet.Chef, ("handlaggare", "11")));

        Provarende.Ok(await Omfordela(arende, Givet.Kim.Value));

        Assert.False((await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Kollega)).Failed);
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Error?.Kind);
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(1));
        Provarende.Ok(await Omfordela(arende, Givet.Hanna.Value, "Tillbaka från semestern"));
        Assert.False((await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Failed);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_lamnar_en_nyss_fordelad_skyddad_persons_arende_ar_inte_langre_namngiven(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedSkyddadeUppgifter().Bygg();
        Provarende.Ok(await Omfordela(arende, Givet.Hanna.Value));
        Assert.False((await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Failed);

        enhet.Vard.Tid.Ga(TimeSpan.FromSeconds(1));
        Provarende.Ok(await Omfordela(arende, Givet.Kim.Value));

        Assert.False((await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Kollega)).Failed);
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Error?.Kind);
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Att_flytta_det_som_ingen_har_ar_att_fordela_det(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedSkyddadeUppgifter().Bygg();
        var last = await arende.Uppgift("TilldelaHandlaggare");
        Provarende.Ok(await Omfordela(arende, Givet.Hanna.Value));

        var svar = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["handlaggare"] = ["12"] };
        var inaktuell = await enhet.Vard.Sand(new SlutforUppgift(last.PublikId, last.Version, svar), enhet.Chef);

        Assert.Equal(("UPPGIFT_STANGD", Givet.Hanna), (inaktuell.Error?.Code, (await arende.Las()).HandlaggareId));
        Assert.Equal(("GranskaAnsokan", Givet.Hanna), (Assert.Single(await arende.Oppna()), (await arende.Las()).HandlaggareId));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ankomstdagen_andras_med_skal_och_flyttar_fristerna(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        var version = (await arende.Las()).Version;

        Provarende.Ok(await enhet.Vard.Sand(new AndraAnkomstdag(arende.Nummer, version, enhet.Idag.AddDays(-3), "Låg i brevlådan"), enhet.Handlaggare));
        var inaktuell = await enhet.Vard.Sand(new AndraAnkomstdag(arende.Nummer, version, enhet.Idag.AddDays(-5), "Nej"), enhet.Kollega);

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare));
        Assert.Equal((enhet.Idag.AddDays(-3), "Låg i brevlådan", 3), (svar.Ansokan.Ankomstdag, svar.Ansokan.AnkomstdagSkal, svar.DagarTotalt));
        Assert.Equal("SKAL_KRAVS", inaktuell.Error?.Code);
        Assert.Equal("INAKTUELL_KOPIA", (await enhet.Vard.Sand(new AndraAnkomstdag(arende.Nummer, version, enhet.Idag.AddDays(-5), "Nej"), enhet.Chef)).Error?.Code);
        Assert.Equal(version + 1, svar.Huvud.Version);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_inaktuell_kopia_nekas_i_varje_atgard(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        var gammal = (await arende.Las()).Version - 1;

        Assert.All(await Koder(arende, gammal), k => Assert.Equal("INAKTUELL_KOPIA", k));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_avslutat_arende_andras_inte(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        Provarende.Ok(await Aterta(arende));

        Assert.All(await Koder(arende, (await arende.Las()).Version), k => Assert.Equal("ARENDE_AVSLUTAT", k));
        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Chef));
        // Skyddet hör till personen: det kan behövas också när ärendet är slut.
        Assert.Equal(new ArendeAtgarder(SeAtkomst: true), svar.Atgarder with { AndraSkydd = null });
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_oppnat_med_skal_laser_men_andrar_inget(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        Provarende.Ok(await enhet.Vard.Sand(new OppnaMedSkal(arende.Nummer, "Personen ringde mig"), enhet.Kollega));
        var version = (await arende.Las()).Version;

        Assert.Equal("INTE_DITT_ARENDE", (await enhet.Vard.Sand(new AtertaAnsokan(arende.Nummer, version, enhet.Idag, "skriftligt"), enhet.Kollega)).Error?.Code);
        Assert.Equal("INTE_DITT_ARENDE", (await enhet.Vard.Sand(new AtertaInsats(arende.Nummer, version, 1, enhet.Idag, "skriftligt"), enhet.Kollega)).Error?.Code);
        Assert.Equal("INTE_DITT_ARENDE", (await enhet.Vard.Sand(new RegistreraDodsfall(arende.Nummer, version, enhet.Idag), enhet.Kollega)).Error?.Code);
        Assert.Equal("INTE_DITT_ARENDE", (await enhet.Vard.Sand(new RegistreraFlytt(arende.Nummer, version, enhet.Idag), enhet.Kollega)).Error?.Code);
        Assert.Equal("INTE_DITT_ARENDE", (await enhet.Vard.Sand(new Application.Insatser.FoljUppNu(arende.Nummer, version, 1), enhet.Kollega)).Error?.Code);
        Assert.Equal("INTE_DITT_ARENDE", (await enhet.Vard.Sand(new AndraAnkomstdag(arende.Nummer, version, enhet.Idag, "x"), enhet.Kollega)).Error?.Code);
        Assert.Equal("INTE_DITT_ARENDE", (await enhet.Vard.Sand(new AndraSkydd(arende.Nummer, 0, Skydd.Sekretessmarkering, "x"), enhet.Kollega)).Error?.Code);
        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Kollega));
        // Att anmäla jäv är en skyldighet för alla som kommer in.
        Assert.Equal(new ArendeAtgarder(AnmalaJav: true), svar.Atgarder);
        Assert.DoesNotContain(svar.Uppgifter, u => u.KanUtforas);
    }

    private static async Task<List<string?>> Koder(Provarende a, int version)
    {
        var (vard, idag) = (a.Enhet.Vard, a.Enhet.Idag);
        return
        [
            (await vard.Sand(new AtertaAnsokan(a.Nummer, version, idag, "skriftligt"), a.Enhet.Handlaggare)).Error?.Code,
            (await vard.Sand(new AtertaInsats(a.Nummer, version, 1, idag, "skriftligt"), a.Enhet.Handlaggare)).Error?.Code,
            (await vard.Sand(new RegistreraDodsfall(a.Nummer, version, idag), a.Enhet.Handlaggare)).Error?.Code,
            (await vard.Sand(new RegistreraFlytt(a.Nummer, version, idag), a.Enhet.Handlaggare)).Error?.Code,
            (await vard.Sand(new Application.Insatser.FoljUppNu(a.Nummer, version, 1), a.Enhet.Handlaggare)).Error?.Code,
            (await vard.Sand(new AndraAnkomstdag(a.Nummer, version, idag, "Bud"), a.Enhet.Handlaggare)).Error?.Code,
            (await vard.Sand(new Omfordela(a.Nummer, version, Givet.Kim.Value, "Semester"), a.Enhet.Chef)).Error?.Code,
        ];
    }

    private static async Task<Result<Done>> Aterta(Provarende a) =>
        await a.Enhet.Vard.Sand(new AtertaAnsokan(a.Nummer, (await a.Las()).Version, a.Enhet.Idag, "skriftligt"), a.Enhet.Handlaggare);

    private static async Task<Result<Done>> Omfordela(Provarende a, long till, string skal = "Semester") =>
        await a.Enhet.Vard.Sand(new Omfordela(a.Nummer, (await a.Las()).Version, till, skal), a.Enhet.Chef);

    private static async Task Jav(Provarende a, AnvandareId vem)
    {
        var id = (await a.Las()).Id;
        await a.Enhet.Vard.Skriv(db =>
        {
            db.Jav.Add(Domain.Behorigheter.Jav.Anmal(vem, id, "Släkt", a.Enhet.Vard.Tid.GetUtcNow()).Value.Jav);
            return Task.CompletedTask;
        });
    }

    private static async Task<Provarende> Vantande(Provenhet enhet)
    {
        var arende = await enhet.EttArende().Bygg();
        await arende.Slutfor("GranskaAnsokan", ("komplett", "nej"), ("sprakinformation", "ja"));
        await arende.Slutfor("BegarKomplettering", ("saknas", "Intyg"), ("vantarPa", "annat"), ("kompletteringSenast", enhet.Dag(14)));
        return arende;
    }

    private static async Task<Provarende> MedPagaendeInsats(Provenhet enhet, string personnummer)
    {
        var arende = await enhet.Ett(enhet.Ansokan(personnummer: personnummer));
        await arende.Granska();
        await arende.Utred();
        Provarende.Ok(await arende.ForsokAvsluta());
        Provarende.Ok(await arende.ForsokForesla((await arende.Ansokta())[0], "bifall", 10));
        Provarende.Ok(await arende.ForsokLamnaForslag());
        await arende.UnderlatKommunicera();
        Provarende.Ok(await arende.ForsokBesluta(enhet.Chef));
        await arende.Underratta();
        await arende.Slutfor("Bestall", ("utforare", "annan"), ("annanUtforare", "Hemtjänsten"), ("mal", "Bo kvar hemma"), ("onskadStart", enhet.Dag(0)), ("uppdrag", "Städ och inköp"));
        await arende.Slutfor("BekraftaStart", ("startdatum", enhet.Dag(0)), ("uppfoljningsdag", enhet.Dag(90)));
        return arende;
    }
}
