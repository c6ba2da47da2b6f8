using CaseFlow.Application.Arenden;
using CaseFlow.Application.Tests.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Insatser;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Insatser;

/// <summary>A beslut that is not carried out is watched, reported each quarter, and told of when it is carried out or ends.</summary>
public sealed class EjVerkstalltTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Efter_tre_manader_utan_start_far_chefen_en_uppgift(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Bestalld();
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
        // 34 kap. 2 §: när det är verkställt, inte när nästa kvartal börjar.
        Assert.Equal(["AnmalVerkstallighet"], await arende.Oppna());
        Provarende.Ok(await arende.Forsok("AnmalVerkstallighet", enhet.Chef, ("anmaldDag", enhet.Dag(0))));
        Assert.Empty(await arende.Oppna());
        await enhet.Ga(100);
        Assert.Empty(await arende.Oppna());
        Assert.Empty(await enhet.Vard.Las(db => db.Incidenter.ToListAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Startar_insatsen_medan_rapporten_ligger_kvar_anmals_verkstalligheten_efter_den(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Bestalld();
        await enhet.Ga(92);
        await arende.Slutfor("BekraftaStart", ("startdatum", enhet.Dag(0)), ("uppfoljningsdag", enhet.Dag(300)));
        Assert.Equal(["HanteraEjVerkstallt"], await arende.Oppna());

        // Den har startat: vad som görs för att den ska göra det frågas inte längre.
        var svar = Provarende.Ok(await arende.Forsok("HanteraEjVerkstallt", enhet.Chef, ("orsak", "resursbrist"), ("rapporteradDag", enhet.Dag(0))));

        Assert.Contains($"rapporterades {Datumtext.Lang(enhet.Idag)}", svar.Kvittens, StringComparison.Ordinal);
        Assert.Equal(["AnmalVerkstallighet"], await arende.Oppna());
        var uppgift = Provarende.Ok(await enhet.Vard.Sand(new HamtaUppgift((await arende.Uppgift("AnmalVerkstallighet")).PublikId), enhet.Chef));
        Assert.Equal("Anmäl att beslutet är verkställt", uppgift.Formular!.Rubrik);
        Assert.Equal(Datumtext.Lang(enhet.Idag), uppgift.Lagen["rapporterad"].Upplysning);
        Assert.Contains("anmaldDag", (await arende.Forsok("AnmalVerkstallighet", enhet.Chef, ("anmaldDag", enhet.Dag(-1)))).Error!.Fields.Select(f => f.Field));
    }

    // SoL (2025:400) 34 kap. 1 §: det som verkställdes inom tre månader rapporteras inte, också när starten skrivs in efter dem
    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_startade_i_tid_och_bekraftas_sent_anmals_inte(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Bestalld();
        await enhet.Ga(92);
        await arende.Slutfor("BekraftaStart", ("startdatum", enhet.Dag(-30)), ("uppfoljningsdag", enhet.Dag(300)));
        Assert.Equal(["HanteraEjVerkstallt"], await arende.Oppna());
        var uppgift = Provarende.Ok(await enhet.Vard.Sand(new HamtaUppgift((await arende.Uppgift("HanteraEjVerkstallt")).PublikId), enhet.Chef));
        Assert.Equal(Datumtext.Lang(enhet.Idag.AddDays(-30)), uppgift.Lagen["startadeITid"].Upplysning);

        Provarende.Ok(await arende.Forsok("HanteraEjVerkstallt", enhet.Chef));
        await enhet.Ga(100);

        Assert.Empty(await arende.Oppna());
        Assert.Empty(await enhet.Vard.Las(db => db.Incidenter.ToListAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_startade_i_tid_men_ar_rapporterat_rattas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Bestalld();
        await enhet.Ga(92);
        Provarende.Ok(await arende.Forsok("HanteraEjVerkstallt", enhet.Chef, ("orsak", "resursbrist"), ("atgard", "Ny utförare"), ("rapporteradDag", enhet.Dag(0))));

        await arende.Slutfor("BekraftaStart", ("startdatum", enhet.Dag(-60)), ("uppfoljningsdag", enhet.Dag(300)));

        Assert.Equal(["AnmalVerkstallighet"], await arende.Oppna());
        var uppgift = Provarende.Ok(await enhet.Vard.Sand(new HamtaUppgift((await arende.Uppgift("AnmalVerkstallighet")).PublikId), enhet.Chef));
        Assert.StartsWith("Insatsen startade inom tre månader, men rapporterades", uppgift.Lagen["ratta"].Upplysning, StringComparison.Ordinal);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Rapportdagen_ligger_efter_de_tre_manaderna_och_inte_framat(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Bestalld();
        await enhet.Ga(92);

        foreach (var dag in new[] { -10, 1 })
            Assert.Contains("rapporteradDag", (await Hantera(dag)).Error!.Fields.Select(f => f.Field));
        Assert.Contains("kommer igen när nästa kvartal börjar", Provarende.Ok(await arende.Forsok("HanteraEjVerkstallt", enhet.Chef, ("orsak", "annat"), ("atgard", "Ny utförare"))).Kvittens, StringComparison.Ordinal);
        await enhet.Ga(20);
        Provarende.Ok(await Hantera(0));
        var rad = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Tidslinje.First(r => r.Text.StartsWith("Varför", StringComparison.Ordinal));
        Assert.Equal($"Varför insatsen inte har startat noterades, rapporterat {Datumtext.Lang(enhet.Idag)} (hemtjänst)", rad.Text);

        Task<Domain.Result<SlutfordUppgift>> Hantera(int dag) =>
            arende.Forsok("HanteraEjVerkstallt", enhet.Chef, ("orsak", "resursbrist"), ("atgard", "Ny utförare"), ("rapporteradDag", enhet.Dag(dag)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ocksa_en_aldre_process_anmaler_verkstalligheten_genast(Provdatabas databas)
    {
        using var mapp = new Processkopia();
        mapp.Andra("insats/insats.bpmn", "Nästa kvartal, eller när insatsen har startat", "Nästa kvartal");
        mapp.Andra("insats/insats.bpmn", "cf:form=\"anmal-dodsfall\"", "cf:form=\"anmal-verkstallighet\"");
        mapp.Andra("insats/insats.bpmn", "cf:form=\"anmal-ersatt\"", "cf:form=\"anmal-verkstallighet\"");
        File.Delete(mapp.Fil("insats/forms/anmal-dodsfall.json"));
        File.Delete(mapp.Fil("insats/forms/anmal-ersatt.json"));
        await using var enhet = await Provenhet.Skapa(databas, mapp.Anvand);
        var arende = await enhet.Rapporterad();

        await arende.Slutfor("BekraftaStart", ("startdatum", enhet.Dag(0)), ("uppfoljningsdag", enhet.Dag(300)));

        Assert.Equal(["AnmalVerkstallighet"], await arende.Oppna());
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
    public async Task Ett_rapporterat_beslut_som_aldrig_startade_anmals_inte_som_verkstallt(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Rapporterad();
        Provarende.Ok(await arende.Forsok(
            "BekraftaStart", null, ("avstar", "ja"), ("avstarOrsak", "egen-begaran"), ("avstarDag", enhet.Dag(0)), ("egetBesked", "Klarar sig själv")));
        Assert.False((await arende.Las()).ArAvslutat);

        await enhet.Ga(60);

        Assert.Equal(["AnmalEjStartad"], await arende.Oppna());
        Provarende.Ok(await arende.Forsok("AnmalEjStartad", enhet.Chef, ("anmaldDag", enhet.Dag(0))));
        Assert.True((await arende.Las()).ArAvslutat);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_rapporterat_beslut_som_aldrig_startade_anmals_ocksa_i_en_aldre_process(Provdatabas databas)
    {
        using var mapp = new Processkopia();
        mapp.Andra("insats/insats.bpmn", "verkstallighet = \"verkstalld\" and startad = true", "verkstallighet = \"verkstalld\"");
        mapp.Andra("insats/insats.bpmn", "verkstallighet = \"verkstalld\" and startad = false", "verkstallighet = \"avslutad\"");
        await using var enhet = await Provenhet.Skapa(databas, mapp.Anvand);
        var arende = await enhet.Rapporterad();
        Provarende.Ok(await arende.Forsok(
            "BekraftaStart", null, ("avstar", "ja"), ("avstarOrsak", "egen-begaran"), ("avstarDag", enhet.Dag(0)), ("egetBesked", "Klarar sig själv")));

        await enhet.Ga(60);

        Assert.Equal(["AnmalVerkstallighet"], await arende.Oppna());
        Assert.False((await arende.Las()).ArAvslutat);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_rapporterat_beslut_som_startar_och_avslutas_anmals_anda(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Rapporterad();
        await arende.Slutfor("BekraftaStart", ("startdatum", enhet.Dag(0)), ("uppfoljningsdag", enhet.Dag(3)));
        await enhet.Ga(4);
        Provarende.Ok(await arende.Avsluta("egen-begaran", enhet.Dag(0), "Ringde i dag"));
        Assert.False((await arende.Las()).ArAvslutat);

        await enhet.Ga(60);

        Assert.Equal(["AnmalVerkstallighet"], await arende.Oppna());
        Provarende.Ok(await arende.Forsok("AnmalVerkstallighet", enhet.Chef, ("anmaldDag", enhet.Dag(0))));
        Assert.True((await arende.Las()).ArAvslutat);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_rapporterat_beslut_som_ett_nytt_ersatter_anmals_innan_arendet_avslutas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Rapporterad();
        await arende.Slutfor("BekraftaStart", ("startdatum", enhet.Dag(0)), ("uppfoljningsdag", enhet.Dag(3)));
        await enhet.Ga(4);
        Provarende.Ok(await arende.FoljUpp("ny-provning", enhet.Dag(60)));
        var nytt = await enhet.NyProvning();
        await nytt.Utred();
        Provarende.Ok(await nytt.ForsokAvsluta());
        Provarende.Ok(await nytt.ForsokForesla((await nytt.Ansokta())[0], "bifall", 12));
        Provarende.Ok(await nytt.ForsokLamnaForslag());
        await nytt.UnderlatKommunicera();
        Provarende.Ok(await nytt.ForsokBesluta(enhet.Chef));

        Assert.Equal(["AnmalAvslut"], await arende.Oppna());
        Assert.False((await arende.Las()).ArAvslutat);
        Assert.Equal("INTE_DIN_UPPGIFT", (await arende.Forsok("AnmalAvslut", null, ("anmaldDag", enhet.Dag(0)))).Error?.Code);
        Provarende.Ok(await arende.Forsok("AnmalAvslut", enhet.Chef, ("anmaldDag", enhet.Dag(0))));

        Assert.Equal(AvslutsOrsak.InsatserAvslutade, (await arende.Las()).AvslutsOrsak);
        await enhet.Ga(60);
        Assert.Empty(await arende.Oppna());
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Dor_personen_efter_rapporten_tas_det_med_innan_arendet_stangs(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Bestalld("hemtjanst", "trygghetslarm");
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
}
