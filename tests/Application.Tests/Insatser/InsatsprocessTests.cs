using CaseFlow.Application.Arenden;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Insatser;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Insatser;

public sealed class InsatsprocessTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Varje_beviljad_insats_far_en_egen_process(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst", "trygghetslarm").MedBeslut().Bygg();

        Assert.Equal(["Bestall", "Bestall", "Underratta"], await arende.Oppna());
        Assert.Equal(2, await enhet.Vard.Las(db => db.Instanser.CountAsync(i => i.InsatsId != null && i.StartadAv != null)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Efter_tre_manader_utan_start_far_chefen_en_uppgift(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Bestalld(enhet);
        // Beslutet är från den 16 september: den 16 december är den sista dagen.
        await enhet.Ga(91);
        Assert.Equal(["BekraftaStart"], await arende.Oppna());
        await enhet.Ga(1);
        Assert.Equal(["BekraftaStart", "HanteraEjVerkstallt"], await arende.Oppna());

        Assert.Equal("INTE_DIN_UPPGIFT", (await arende.Forsok("HanteraEjVerkstallt", null, ("orsak", "resursbrist"), ("atgard", "Ny utförare"))).Error!.Code);
        Provarende.Ok(await arende.Forsok("HanteraEjVerkstallt", enhet.Chef, ("orsak", "resursbrist"), ("atgard", "Ny utförare")));

        await enhet.Ga(20);
        Assert.Equal(["BekraftaStart", "HanteraEjVerkstallt"], await arende.Oppna());
        Provarende.Ok(await arende.Forsok("HanteraEjVerkstallt", enhet.Chef, ("orsak", "resursbrist"), ("atgard", "Ny utförare")));

        await arende.Slutfor("BekraftaStart", ("startdatum", enhet.Dag(0)), ("uppfoljningsdag", enhet.Dag(300)));
        Assert.Null(await enhet.Vard.Las(db => db.Insatser.Select(i => i.EjVerkstalltFran).SingleAsync()));
        await enhet.Ga(100);
        Assert.Equal(["AnmalVerkstallighet"], await arende.Oppna());
        Provarende.Ok(await arende.Forsok("AnmalVerkstallighet", enhet.Chef, ("anmaldDag", enhet.Dag(0))));
        Assert.Empty(await arende.Oppna());
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_beslut_som_inte_ens_ar_bestallt_bevakas_och_fardtjanst_gor_det_inte(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst", "fardtjanst").MedBeslut().Bygg();
        await arende.Underratta();

        await enhet.Ga(92);

        Assert.Equal(["Bestall", "Bestall", "HanteraEjVerkstallt"], await arende.Oppna());
        var uppgift = await arende.Uppgift("HanteraEjVerkstallt");
        Assert.Equal("hemtjanst", await enhet.Vard.Las(db => db.Insatser.Where(i => i.Id == uppgift.InsatsId).Select(i => i.Insatstyp).SingleAsync()));
        Assert.Empty(await enhet.Vard.Las(db => db.Incidenter.ToListAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_avstar_fore_starten_far_insatsen_avslutad_och_klockan_stannar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Bestalld(enhet);
        await enhet.Ga(5);

        Assert.Equal("egetBesked", Assert.Single((await arende.Forsok("BekraftaStart", null, ("avstar", "ja"), ("avstarOrsak", "egen-begaran"), ("avstarDag", enhet.Dag(0)))).Error!.Fields).Field);
        Assert.Equal("avstarOrsak", Assert.Single((await arende.Forsok("BekraftaStart", null, ("avstar", "ja"))).Error!.Fields).Field);
        Assert.Equal("avstarDag", Assert.Single((await Avsta(1)).Error!.Fields).Field);
        Assert.Equal("avstarDag", Assert.Single((await Avsta(-9)).Error!.Fields).Field);
        Provarende.Ok(await Avsta(-1));

        var insats = await enhet.Vard.Las(db => db.Insatser.SingleAsync());
        Assert.Equal((Insatsstatus.Avslutad, Avslutsorsak.EgenBegaran, enhet.Idag.AddDays(-1), (DateOnly?)null),
            (insats.Status, insats.AvslutOrsak, insats.AvslutDatum, insats.EjVerkstalltFran));
        Assert.Equal(AvslutsOrsak.InsatserAvslutade, (await arende.Las()).AvslutsOrsak);
        await enhet.Ga(120);
        Assert.Empty(await arende.Oppna());

        Task<Domain.Result<Application.Uppgifter.SlutfordUppgift>> Avsta(int dag) =>
            arende.Forsok("BekraftaStart", null, ("avstar", "ja"), ("avstarOrsak", "egen-begaran"), ("avstarDag", enhet.Dag(dag)), ("egetBesked", "Klarar sig själv"));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_beslut_vars_tid_gick_ut_fore_starten_avslutas_som_det(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Bestalld(enhet);
        Assert.Equal("avstarOrsak", Assert.Single((await TidenUte(arende)).Error!.Fields).Field);
        var tom = enhet.Idag.AddDays(20);
        await enhet.Vard.Skriv(db => db.Insatser.ExecuteUpdateAsync(s => s.SetProperty(i => i.From, enhet.Idag).SetProperty(i => i.Tom, tom)));
        await enhet.Ga(20);
        Assert.Contains(Datumtext.Lang(tom), Assert.Single((await TidenUte(arende)).Error!.Fields).Text, StringComparison.Ordinal);
        await enhet.Ga(1);

        Assert.Contains("tid gick ut", Provarende.Ok(await TidenUte(arende)).Kvittens, StringComparison.Ordinal);

        var insats = await enhet.Vard.Las(db => db.Insatser.SingleAsync());
        Assert.Equal((Insatsstatus.Avslutad, Avslutsorsak.TidenUte, tom, (DateOnly?)null), (insats.Status, insats.AvslutOrsak, insats.AvslutDatum, insats.EjVerkstalltFran));
        Assert.Equal(AvslutsOrsak.InsatserAvslutade, (await arende.Las()).AvslutsOrsak);
        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare));
        Assert.Equal("beslutets tid gick ut innan den startade", Assert.Single(svar.Insatser).Avslut);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_aldre_formular_som_inte_fragar_varfor_galler_personens_begaran(Provdatabas databas)
    {
        using var mapp = new Processer.Processkopia();
        const string form = "insats/forms/bekrafta-start.json";
        mapp.Andra(form, "\"visasNar\": \"avstar = \\\"ja\\\"\"", "\"visasNar\": \"avstar = \\\"aldrig\\\"\"");
        for (var falt = 0; falt < 2; falt++)
            mapp.Andra(form, "\"visasNar\": \"avstarOrsak = \\\"egen-begaran\\\"\"", "\"visasNar\": \"avstar = \\\"ja\\\"\"");
        await using var enhet = await Provenhet.Skapa(databas, mapp.Anvand);
        var arende = await Bestalld(enhet);

        Provarende.Ok(await arende.Forsok("BekraftaStart", null, ("avstar", "ja"), ("avstarDag", enhet.Dag(0)), ("egetBesked", "Klarar sig själv")));

        Assert.Equal(Avslutsorsak.EgenBegaran, await enhet.Vard.Las(db => db.Insatser.Select(i => i.AvslutOrsak).SingleAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_rapporterat_beslut_som_aldrig_startade_anmals_inte_som_verkstallt(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Bestalld(enhet);
        await enhet.Ga(92);
        Provarende.Ok(await arende.Forsok("HanteraEjVerkstallt", enhet.Chef, ("orsak", "resursbrist"), ("atgard", "Ny utförare")));
        Provarende.Ok(await arende.Forsok(
            "BekraftaStart", null, ("avstar", "ja"), ("avstarOrsak", "egen-begaran"), ("avstarDag", enhet.Dag(0)), ("egetBesked", "Klarar sig själv")));
        Assert.False((await arende.Las()).ArAvslutat);

        await enhet.Ga(60);

        Assert.Equal(["AnmalEjStartad"], await arende.Oppna());
        Provarende.Ok(await arende.Forsok("AnmalEjStartad", enhet.Chef, ("anmaldDag", enhet.Dag(0))));
        Assert.True((await arende.Las()).ArAvslutat);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Dor_personen_efter_rapporten_tas_det_med_innan_arendet_stangs(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Bestalld(enhet, "hemtjanst", "trygghetslarm");
        await enhet.Ga(92);
        Provarende.Ok(await arende.Forsok("HanteraEjVerkstallt", enhet.Chef, ("orsak", "resursbrist"), ("atgard", "Ny utförare")));

        Provarende.Ok(await enhet.Vard.Sand(new RegistreraDodsfall(arende.Nummer, (await arende.Las()).Version, enhet.Idag), enhet.Handlaggare));

        Assert.Equal(["AnmalDodsfall", "AnmalDodsfall"], await arende.Oppna());
        Assert.All(await enhet.Vard.Las(db => db.Insatser.ToListAsync()), i => Assert.Equal((Insatsstatus.Avslutad, Avslutsorsak.Avliden), (i.Status, i.AvslutOrsak)));
        Provarende.Ok(await arende.Forsok("AnmalDodsfall", enhet.Chef, ("anmaldDag", enhet.Dag(0))));
        Assert.False((await arende.Las()).ArAvslutat);
        Provarende.Ok(await arende.Forsok("AnmalDodsfall", enhet.Chef, ("anmaldDag", enhet.Dag(0))));
        Assert.Equal(AvslutsOrsak.Avliden, (await arende.Las()).AvslutsOrsak);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_pagaende_insats_kan_foljas_upp_fore_sin_dag(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Bestalld(enhet, "hemtjanst", "trygghetslarm");
        await enhet.Ga(1);
        var insatser = Provarende.Ok(await Hamta()).Insatser;
        Assert.DoesNotContain(insatser, i => i.KanFoljasUpp);
        Assert.Equal("VANTAR_INTE_PA_UPPFOLJNING", (await FoljUppNu(insatser[0].Id)).Error?.Code);
        foreach (var _ in insatser) await arende.Slutfor("BekraftaStart", ("startdatum", enhet.Dag(0)), ("uppfoljningsdag", enhet.Dag(30)));
        Assert.All(Provarende.Ok(await Hamta()).Insatser, i => Assert.True(i.KanFoljasUpp));

        var version = (await arende.Las()).Version;
        Provarende.Ok(await FoljUppNu(insatser[1].Id));
        Assert.Equal("INAKTUELL_KOPIA", (await FoljUppNu(insatser[1].Id, version)).Error?.Code);
        Assert.Equal("VANTAR_INTE_PA_UPPFOLJNING", (await FoljUppNu(insatser[1].Id)).Error?.Code);
        Assert.Equal("FINNS_INTE", (await FoljUppNu(4711)).Error?.Code);

        Assert.Equal(["FoljUpp"], await arende.Oppna());
        Assert.Equal([true, false], Provarende.Ok(await Hamta()).Insatser.Select(i => i.KanFoljasUpp));
        Assert.Contains(Provarende.Ok(await Hamta()).Tidslinje, r => r.Text == "Uppföljningen av trygghetslarm tidigarelades");
        // Den planerade dagen kommer ändå, men bara för den andra.
        await enhet.Ga(31);
        Assert.Equal(["FoljUpp", "FoljUpp"], await arende.Oppna());

        Task<Domain.Result<ArendeSvar>> Hamta() => enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare);
        async Task<Domain.Result<Domain.Done>> FoljUppNu(long insats, int? version = null) =>
            await enhet.Vard.Sand(new Application.Insatser.FoljUppNu(arende.Nummer, version ?? (await arende.Las()).Version, insats), enhet.Handlaggare);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_flytt_foljer_upp_det_som_pagar_och_avslutar_inget(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Bestalld(enhet, "hemtjanst", "trygghetslarm");
        await enhet.Ga(1);
        await arende.Slutfor("BekraftaStart", ("startdatum", enhet.Dag(0)), ("uppfoljningsdag", enhet.Dag(30)));

        Provarende.Ok(await enhet.Vard.Sand(new RegistreraFlytt(arende.Nummer, (await arende.Las()).Version, enhet.Idag), enhet.Handlaggare));

        Assert.Equal(["BekraftaStart", "FoljUpp"], await arende.Oppna());
        Assert.Equal([Insatsstatus.Bestalld, Insatsstatus.Pagar], (await enhet.Vard.Las(db => db.Insatser.Select(i => i.Status).ToListAsync())).Order());
        Assert.Single(await enhet.Spar(), h => h.Typ == nameof(FlyttRegistrerad));
    }

    private static Task<Domain.Result<Application.Uppgifter.SlutfordUppgift>> TidenUte(Provarende arende) =>
        arende.Forsok("BekraftaStart", null, ("avstar", "ja"), ("avstarOrsak", "tiden-ute"));

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_rapporterat_beslut_som_startar_och_avslutas_anmals_anda(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Bestalld(enhet);
        await enhet.Ga(92);
        Provarende.Ok(await arende.Forsok("HanteraEjVerkstallt", enhet.Chef, ("orsak", "resursbrist"), ("atgard", "Ny utförare")));
        await arende.Slutfor("BekraftaStart", ("startdatum", enhet.Dag(0)), ("uppfoljningsdag", enhet.Dag(3)));
        await enhet.Ga(4);
        Provarende.Ok(await Avsluta(arende, "egen-begaran", enhet.Dag(0), "Ringde i dag"));
        Assert.False((await arende.Las()).ArAvslutat);

        await enhet.Ga(60);

        Assert.Equal(["AnmalVerkstallighet"], await arende.Oppna());
        Provarende.Ok(await arende.Forsok("AnmalVerkstallighet", enhet.Chef, ("anmaldDag", enhet.Dag(0))));
        Assert.True((await arende.Las()).ArAvslutat);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Efter_beslutets_sista_dag_startar_eller_foljs_inget_upp(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Bestalld(enhet);
        var tom = enhet.Idag.AddDays(20);
        await enhet.Vard.Skriv(db => db.Insatser.ExecuteUpdateAsync(s => s.SetProperty(i => i.From, enhet.Idag).SetProperty(i => i.Tom, tom)));
        await enhet.Ga(1);

        Assert.Equal("uppfoljningsdag", Assert.Single((await Starta(0, 21)).Error!.Fields).Field);
        Provarende.Ok(await Starta(0, 10));
        await enhet.Ga(11);
        Assert.Contains(Datumtext.Lang(tom), Assert.Single((await FoljUpp(arende, "fortsatter", enhet.Dag(9))).Error!.Fields).Text, StringComparison.Ordinal);
        await enhet.Ga(10);
        Assert.Equal("utgang", Assert.Single((await FoljUpp(arende, "fortsatter", enhet.Dag(9))).Error!.Fields).Field);
        Provarende.Ok(await Avsluta(arende, "tiden-ute", enhet.Dag(0)));

        Task<Domain.Result<Application.Uppgifter.SlutfordUppgift>> Starta(int start, int folj) =>
            arende.Forsok("BekraftaStart", null, ("startdatum", enhet.Dag(start)), ("uppfoljningsdag", enhet.Dag(folj)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_insats_som_fortsatter_foljs_upp_igen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Uppfoljning(enhet);
        Assert.Equal("uppfoljningsdag", Assert.Single((await FoljUpp(arende, "fortsatter", null)).Error!.Fields).Field);

        Provarende.Ok(await FoljUpp(arende, "fortsatter", enhet.Dag(180)));
        Assert.Empty(await arende.Oppna());
        await enhet.Ga(181);

        Assert.Equal(["FoljUpp"], await arende.Oppna());
        Assert.Equal(2, await enhet.Vard.Las(db => db.Uppfoljningar.CountAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_ny_provning_oppnar_ett_eget_arende_hos_samma_handlaggare(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Uppfoljning(enhet);

        Provarende.Ok(await FoljUpp(arende, "ny-provning", enhet.Dag(60)));

        var nytt = await enhet.Vard.Las(db => db.Arenden.SingleAsync(a => a.Slag == Arendeslag.NyProvning));
        var insats = await enhet.Vard.Las(db => db.Insatser.SingleAsync());
        Assert.Equal((enhet.Handlaggare.Id, Steg.Utredning), (nytt.HandlaggareId, nytt.Steg));
        var ansokan = await enhet.Vard.Las(db => db.Ansokningar.SingleAsync(a => a.ArendeId == nytt.Id));
        Assert.Equal((Kanal.Uppfoljning, "hemtjanst"), (ansokan.Kanal, ansokan.Insatser.Single().Insatstyp));
        Assert.Equal((10m, insats.Id), (ansokan.Insatser.Single().SoktOmfattning, ansokan.Insatser.Single().OmprovarInsatsId));
        Assert.Equal(["Utred"], await new Provarende(enhet, nytt.Nummer).Oppna());
        Assert.Equal(Insatsstatus.Pagar, insats.Status);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_ny_provning_tar_inte_ifran_personen_nagot_utan_grund(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var nytt = await NyProvning(enhet);
        var ansokt = (await nytt.Ansokta())[0];
        Assert.False(Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(nytt.Nummer), enhet.Handlaggare)).Atgarder.Aterta);
        var atertagen = await enhet.Vard.Sand(new AtertaAnsokan(nytt.Nummer, (await nytt.Las()).Version, enhet.Idag, "skriftligt"), enhet.Handlaggare);
        Assert.Equal("INGEN_ANSOKAN", atertagen.Error?.Code);

        Assert.Equal("OMFATTNING_SNAVARE", (await nytt.ForsokForesla(ansokt, "bifall", 5)).Error!.Code);
        Provarende.Ok(await nytt.ForsokForesla(ansokt, "delvis-avslag", 5));
        Assert.Equal("ANDRING_EJ_TILLATEN", (await nytt.ForsokLamnaForslag()).Error!.Code);

        Provarende.Ok(await enhet.Vard.Sand(new SparaForslag(
            nytt.Nummer, ansokt, 1, "delvis-avslag", 5, enhet.Idag.AddDays(10), null, "Behovet är mindre", null, "vasentligt-forandrat"), enhet.Handlaggare));
        Provarende.Ok(await nytt.ForsokLamnaForslag());
        await nytt.UnderlatKommunicera();
        Provarende.Ok(await nytt.ForsokBesluta(enhet.Chef));

        var insatser = await enhet.Vard.Las(db => db.Insatser.OrderBy(i => i.Id).ToListAsync());
        Assert.Equal((Insatsstatus.Avslutad, Avslutsorsak.NyttBeslut, enhet.Idag.AddDays(9)), (insatser[0].Status, insatser[0].AvslutOrsak, insatser[0].AvslutDatum));
        Assert.Equal((Insatsstatus.Beviljad, 5m), (insatser[1].Status, insatser[1].Omfattning));
        var gammalt = await enhet.Vard.Las(db => db.Arenden.SingleAsync(a => a.Slag == Arendeslag.Ansokan));
        Assert.Equal(AvslutsOrsak.InsatserAvslutade, gammalt.AvslutsOrsak);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_avslag_i_en_ny_provning_sager_nar_insatsen_upphor(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var nytt = await NyProvning(enhet, "hemtjanst", "trygghetslarm");
        var ansokt = (await nytt.Ansokta())[0];
        Provarende.Ok(await nytt.ForsokForesla(ansokt, "avslag", null));
        Assert.Equal("UPPHOR_SAKNAS", (await nytt.ForsokLamnaForslag()).Error!.Code);

        Provarende.Ok(await enhet.Vard.Sand(new SparaForslag(
            nytt.Nummer, ansokt, 1, "avslag", null, null, null, "Behovet finns inte längre", null, "vasentligt-forandrat", enhet.Idag.AddDays(30)), enhet.Handlaggare));
        Provarende.Ok(await nytt.ForsokLamnaForslag());
        await nytt.UnderlatKommunicera();
        Provarende.Ok(await nytt.ForsokBesluta(enhet.Chef));
        await nytt.Underratta();

        var brev = await enhet.Vard.Las(db => db.Underrattelser.OrderBy(u => u.Id).Select(u => u.Text).LastAsync());
        Assert.Contains($"Du får inte behålla hemtjänst. Sista dagen är {Datumtext.Lang(enhet.Idag.AddDays(30))}.", brev, StringComparison.Ordinal);
        Assert.Contains("14 kap. 9 § socialtjänstlagen (2025:400)", brev, StringComparison.Ordinal);
        Assert.DoesNotContain("ansökt", brev, StringComparison.OrdinalIgnoreCase);

        var insatser = await enhet.Vard.Las(db => db.Insatser.OrderBy(i => i.Id).ToListAsync());
        Assert.Equal((Insatsstatus.Avslutad, enhet.Idag.AddDays(30)), (insatser[0].Status, insatser[0].AvslutDatum));
        Assert.Equal(Insatsstatus.Pagar, insatser[1].Status);
        var gammalt = await enhet.Vard.Las(db => db.Arenden.SingleAsync(a => a.Slag == Arendeslag.Ansokan));
        Assert.False(gammalt.ArAvslutat);
    }

    private static async Task<Provarende> NyProvning(Provenhet enhet, params string[] insatser)
    {
        var arende = await Uppfoljning(enhet, insatser.Length == 0 ? ["hemtjanst"] : insatser);
        foreach (var uppgift in await enhet.Vard.Las(db => db.Uppgifter.Where(u => u.Nod == "FoljUpp").OrderBy(u => u.Id).ToListAsync()))
        {
            var utgang = uppgift.Id.Value == (await enhet.Vard.Las(db => db.Uppgifter.Where(u => u.Nod == "FoljUpp").MinAsync(u => u.Id))).Value ? "ny-provning" : "fortsatter";
            Provarende.Ok(await enhet.Vard.Sand(new Application.Uppgifter.SlutforUppgift(uppgift.PublikId, uppgift.Version, new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                ["resultat"] = ["Det går bra"], ["maluppfyllelse"] = ["delvis"], ["utgang"] = [utgang], ["uppfoljningsdag"] = [enhet.Dag(90)],
            }), enhet.Handlaggare));
        }
        _ = arende;
        var nytt = new Provarende(enhet, await enhet.Vard.Las(db => db.Arenden.Where(a => a.Slag == Arendeslag.NyProvning).Select(a => a.Nummer).SingleAsync()));
        await nytt.Utred();
        Provarende.Ok(await nytt.ForsokAvsluta());
        return nytt;
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_insats_tas_inte_fran_personen_i_en_uppfoljning(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Uppfoljning(enhet);

        Assert.Equal("INSATSEN_LOPER", (await Avsluta(arende, "tiden-ute", enhet.Dag(0))).Error!.Code);
        Assert.Equal("egetBesked", Assert.Single((await Avsluta(arende, "egen-begaran", enhet.Dag(0))).Error!.Fields).Field);
        Assert.Equal("avslutsdag", Assert.Single((await Avsluta(arende, "egen-begaran", enhet.Dag(1), "Ringde")).Error!.Fields).Field);

        Provarende.Ok(await Avsluta(arende, "egen-begaran", enhet.Dag(0), "Ringde i dag"));
        var insats = await enhet.Vard.Las(db => db.Insatser.SingleAsync());
        Assert.Equal((Avslutsorsak.EgenBegaran, enhet.Idag), (insats.AvslutOrsak, insats.AvslutDatum));
    }

    private static Task<Domain.Result<Application.Uppgifter.SlutfordUppgift>> Avsluta(Provarende arende, string orsak, string dag, string? besked = null)
    {
        (string, string)[] svar =
            [("resultat", "Det går bra"), ("maluppfyllelse", "helt"), ("utgang", "avslut"), ("avslutsorsak", orsak), ("avslutsdag", dag)];
        return arende.Forsok("FoljUpp", null, besked is null ? svar : [.. svar, ("egetBesked", besked)]);
    }

    private static async Task<Provarende> Bestalld(Provenhet enhet, params string[] insatser)
    {
        var arende = await enhet.EttArende(insatser).MedBeslut().Bygg();
        await arende.Underratta();
        foreach (var _ in insatser.DefaultIfEmpty())
            await arende.Slutfor("Bestall", ("utforare", "Hemtjänsten"), ("mal", "Bo kvar"), ("onskadStart", enhet.Dag(1)), ("uppdrag", "Städ"));
        return arende;
    }

    private static async Task<Provarende> Uppfoljning(Provenhet enhet, params string[] insatser)
    {
        var arende = await Bestalld(enhet, insatser);
        await enhet.Ga(1);
        foreach (var _ in insatser.DefaultIfEmpty())
            await arende.Slutfor("BekraftaStart", ("startdatum", enhet.Dag(0)), ("uppfoljningsdag", enhet.Dag(30)));
        await enhet.Ga(31);
        return arende;
    }

    private static Task<Domain.Result<Application.Uppgifter.SlutfordUppgift>> FoljUpp(Provarende arende, string utgang, string? nasta)
    {
        (string, string)[] svar = [("resultat", "Det går bra"), ("maluppfyllelse", "delvis"), ("utgang", utgang)];
        return arende.Forsok("FoljUpp", null, nasta is null ? svar : [.. svar, ("uppfoljningsdag", nasta)]);
    }
}
