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
    // FL (2017:900) 17 §: den som är jävig i det ena ärendet är det i det andra
    [Theory, PaSqlite, PaPostgres]
    public async Task Jav_foljer_med_till_den_nya_provningen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Uppfoljning();
        var gammalt = (await arende.Las()).Id;
        await enhet.Vard.Skriv(db =>
        {
            db.Jav.Add(Domain.Behorigheter.Jav.Anmal(enhet.Kollega.Id, gammalt, "Släkt", enhet.Vard.Tid.GetUtcNow()).Value.Jav);
            return Task.CompletedTask;
        });

        Provarende.Ok(await arende.FoljUpp("ny-provning", enhet.Dag(60)));

        var nytt = await (await enhet.NyProvning()).Las();
        var jav = await enhet.Vard.Las(db => db.Jav.OrderBy(j => j.ArendeId).Select(j => new { j.ArendeId, j.AnvandareId, j.Orsak }).ToListAsync());
        Assert.Equal([(gammalt, enhet.Kollega.Id, "Släkt"), (nytt.Id, enhet.Kollega.Id, "Släkt")], jav.Select(j => (j.ArendeId, j.AnvandareId, j.Orsak)));
        Assert.Contains(await enhet.Spar(), h => h.ArendeId == nytt.Id && h.Typ == nameof(Domain.Behorigheter.JavAnmalt));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Varje_beviljad_insats_far_en_egen_process(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst", "trygghetslarm").MedBeslut().Bygg();

        Assert.Equal(["Bestall", "Bestall", "Underratta"], await arende.Oppna());
        Assert.Equal(2, await enhet.Vard.Las(db => db.Instanser.CountAsync(i => i.InsatsId != null && i.StartadAv != null)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Efter_beslutets_sista_dag_startar_eller_foljs_inget_upp(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Bestalld();
        var tom = enhet.Idag.AddDays(20);
        await enhet.GallerTill(tom);
        await enhet.Ga(1);

        Assert.Equal("uppfoljningsdag", Assert.Single((await Starta(0, 21)).Error!.Fields).Field);
        Provarende.Ok(await Starta(0, 10));
        await enhet.Ga(11);
        Assert.Contains(Datumtext.Lang(tom), Assert.Single((await arende.FoljUpp("fortsatter", enhet.Dag(9))).Error!.Fields).Text, StringComparison.Ordinal);
        await enhet.Ga(10);
        Assert.Equal("utgang", Assert.Single((await arende.FoljUpp("fortsatter", enhet.Dag(9))).Error!.Fields).Field);
        Provarende.Ok(await arende.Avsluta("tiden-ute", enhet.Dag(0)));

        Task<Domain.Result<Application.Uppgifter.SlutfordUppgift>> Starta(int start, int folj) =>
            arende.Forsok("BekraftaStart", null, ("startdatum", enhet.Dag(start)), ("uppfoljningsdag", enhet.Dag(folj)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_start_efter_beslutets_sista_dag_nekas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Bestalld();
        var tom = enhet.Idag.AddDays(20);
        await enhet.GallerTill(tom);
        await enhet.Ga(25);

        var fel = Assert.Single((await Starta(-4)).Error!.Fields);
        Assert.Equal("startdatum", fel.Field);
        Assert.Contains(Datumtext.Lang(tom), fel.Text, StringComparison.Ordinal);
        Assert.Equal(Insatsstatus.Bestalld, await enhet.Vard.Las(db => db.Insatser.Select(i => i.Status).SingleAsync()));
        Provarende.Ok(await Starta(-5));

        Task<Domain.Result<Application.Uppgifter.SlutfordUppgift>> Starta(int start) =>
            arende.Forsok("BekraftaStart", null, ("startdatum", enhet.Dag(start)), ("uppfoljningsdag", enhet.Dag(start + 1)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_pagaende_insats_kan_foljas_upp_fore_sin_dag(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Bestalld("hemtjanst", "trygghetslarm");
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
    public async Task Uppgifter_om_flera_insatser_sager_vilken_de_galler(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Bestalld("hemtjanst", "trygghetslarm");

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare));

        Assert.Equal(["Hemtjänst", "Trygghetslarm"], svar.Uppgifter.Select(u => u.Insats).Order());
        Assert.Equal(["Hemtjänst", "Trygghetslarm"], svar.Svar.Select(s => s.Insats).OfType<string>().Order());
        foreach (var insats in new[] { ", hemtjänst", ", trygghetslarm" })
        {
            Assert.Contains(svar.Plats, rad => rad.Contains(insats + ".", StringComparison.Ordinal));
            Assert.Contains(svar.Frister, f => f.Lage is FristLage.Vantar && f.Regel == "Väntar på utföraren" + insats);
        }
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_flytt_foljer_upp_det_som_pagar_och_avslutar_inget(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Bestalld("hemtjanst", "trygghetslarm");
        await enhet.Ga(1);
        await arende.Slutfor("BekraftaStart", ("startdatum", enhet.Dag(0)), ("uppfoljningsdag", enhet.Dag(30)));

        Provarende.Ok(await enhet.Vard.Sand(new RegistreraFlytt(arende.Nummer, (await arende.Las()).Version, enhet.Idag), enhet.Handlaggare));

        Assert.Equal(["BekraftaStart", "FoljUpp", "HanteraFlytt"], await arende.Oppna());
        await arende.Slutfor("HanteraFlytt", ("ansvar", "overflyttning"), ("nyKommun", "Nacka"), ("begardDag", enhet.Dag(0)), ("skal", "Bor där nu"));
        Assert.Equal([Insatsstatus.Bestalld, Insatsstatus.Pagar], (await enhet.Vard.Las(db => db.Insatser.Select(i => i.Status).ToListAsync())).Order());
        Assert.Single(await enhet.Spar(), h => h.Typ == nameof(FlyttRegistrerad));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_insats_som_fortsatter_foljs_upp_igen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Uppfoljning();
        Assert.Equal("uppfoljningsdag", Assert.Single((await arende.FoljUpp("fortsatter", null)).Error!.Fields).Field);
        foreach (var dag in new[] { enhet.Dag(0), enhet.Dag(367) })
            Assert.Contains(Datumtext.Lang(enhet.Idag.AddYears(1)), Assert.Single((await arende.FoljUpp("ny-provning", dag)).Error!.Fields).Text, StringComparison.Ordinal);

        Provarende.Ok(await arende.FoljUpp("fortsatter", enhet.Dag(180)));
        Assert.Empty(await arende.Oppna());
        await enhet.Ga(181);

        Assert.Equal(["FoljUpp"], await arende.Oppna());
        Assert.Equal(2, await enhet.Vard.Las(db => db.Uppfoljningar.CountAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_ny_provning_oppnar_ett_eget_arende_hos_samma_handlaggare(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Uppfoljning();

        var kvittens = Provarende.Ok(await arende.FoljUpp("ny-provning", enhet.Dag(60))).Kvittens;

        var nytt = await enhet.Vard.Las(db => db.Arenden.SingleAsync(a => a.Slag == Arendeslag.NyProvning));
        var insats = await enhet.Vard.Las(db => db.Insatser.SingleAsync());
        Assert.Equal((enhet.Handlaggare.Id, Steg.Utredning), (nytt.HandlaggareId, nytt.Steg));
        Assert.EndsWith($"i ett nytt ärende, {nytt.Nummer}.", kvittens, StringComparison.Ordinal);
        Assert.Contains(Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Tidslinje,
            r => (r.Text, r.Arende) == ($"Ny prövning öppnades i ärende {nytt.Nummer}", nytt.Nummer));
        var ansokan = await enhet.Vard.Las(db => db.Ansokningar.SingleAsync(a => a.ArendeId == nytt.Id));
        Assert.Equal((Kanal.Uppfoljning, "hemtjanst"), (ansokan.Kanal, ansokan.Insatser.Single().Insatstyp));
        Assert.Equal((10m, insats.Id), (ansokan.Insatser.Single().SoktOmfattning, ansokan.Insatser.Single().OmprovarInsatsId));
        Assert.Equal(["Utred"], await new Provarende(enhet, nytt.Nummer).Oppna());
        Assert.Equal(Insatsstatus.Pagar, insats.Status);

        // Två prövningar av samma insats hade utgått från samma beslut: den andra hade ändrat något som personen inte längre har.
        Provarende.Ok(await enhet.Vard.Sand(new Application.Insatser.FoljUppNu(arende.Nummer, (await arende.Las()).Version, insats.Id.Value), enhet.Handlaggare));
        Assert.Equal("utgang", (await arende.FoljUpp("ny-provning", enhet.Dag(60))).Error!.Fields.Single().Field);
        Provarende.Ok(await arende.FoljUpp("fortsatter", enhet.Dag(60)));
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
        atertagen = await enhet.Vard.Sand(new AtertaInsats(nytt.Nummer, (await nytt.Las()).Version, ansokt, enhet.Idag, "skriftligt"), enhet.Handlaggare);
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

        // Personen har insatsen kvar till dess: det står så, och dör hon innan slutar den den dagen.
        Assert.Equal($"Pågår till och med {Datumtext.Lang(enhet.Idag.AddDays(30))}", await Status(enhet, gammalt));
        await enhet.Ga(5);
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraDodsfall(gammalt.Nummer, (await new Provarende(enhet, gammalt.Nummer).Las()).Version, enhet.Idag), enhet.Handlaggare));
        Assert.Equal(
            (Avslutsorsak.Avliden, (DateOnly?)enhet.Idag),
            await enhet.Vard.Las(db => db.Insatser.OrderBy(i => i.Id).Select(i => new ValueTuple<string?, DateOnly?>(i.AvslutOrsak, i.AvslutDatum)).FirstAsync()));
        Assert.Equal("Avslutad", await Status(enhet, gammalt));
    }

    [Theory, PaSqlite]
    public async Task Ett_avslag_sager_inte_att_personen_har_en_insats_som_redan_ar_slut(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var nytt = await NyProvning(enhet);
        await enhet.Vard.Skriv(db => db.Insatser.ExecuteUpdateAsync(s => s
            .SetProperty(i => i.Status, Insatsstatus.Avslutad).SetProperty(i => i.AvslutDatum, enhet.Idag).SetProperty(i => i.AvslutOrsak, Avslutsorsak.BehovetUpphort)));

        Provarende.Ok(await nytt.ForsokForesla((await nytt.Ansokta())[0], "avslag", null));
        Provarende.Ok(await nytt.ForsokLamnaForslag());
        await nytt.UnderlatKommunicera();
        Provarende.Ok(await nytt.ForsokBesluta(enhet.Chef));
        await nytt.Underratta();

        var brev = await enhet.Vard.Las(db => db.Underrattelser.OrderBy(u => u.Id).Select(u => u.Text).LastAsync());
        Assert.Contains("Hemtjänst: Nej. Du får inte hemtjänst.\n", brev, StringComparison.Ordinal);
        Assert.DoesNotContain("I dag har du", brev, StringComparison.Ordinal);
    }

    private static async Task<string> Status(Provenhet enhet, Arende arende) =>
        Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Insatser[0].Status;

    [Theory, PaSqlite, PaPostgres]
    public async Task En_ny_provning_fordelas_nar_handlaggaren_har_slutat(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Uppfoljning();
        await enhet.Vard.Skriv(async db => (await db.Anvandare.SingleAsync(a => a.Id == enhet.Handlaggare.Id)).Inaktivera());

        var (uppgift, version) = await enhet.Vard.Las(db => db.Uppgifter.Where(u => u.Nod == "FoljUpp").Select(u => new ValueTuple<Guid, int>(u.PublikId, u.Version)).SingleAsync());
        Provarende.Ok(await enhet.Vard.Sand(new Application.Uppgifter.SlutforUppgift(uppgift, version, new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["resultat"] = ["Det går bra"], ["maluppfyllelse"] = ["delvis"], ["utgang"] = ["ny-provning"], ["uppfoljningsdag"] = [enhet.Dag(60)],
        }), enhet.Chef));

        Assert.Equal(enhet.Kollega.Id, (await (await enhet.NyProvning()).Las()).HandlaggareId);
        _ = arende;
    }

    private static async Task<Provarende> NyProvning(Provenhet enhet, params string[] insatser)
    {
        var arende = await enhet.Uppfoljning(insatser.Length == 0 ? ["hemtjanst"] : insatser);
        foreach (var uppgift in await enhet.Vard.Las(db => db.Uppgifter.Where(u => u.Nod == "FoljUpp").OrderBy(u => u.Id).ToListAsync()))
        {
            var utgang = uppgift.Id.Value == (await enhet.Vard.Las(db => db.Uppgifter.Where(u => u.Nod == "FoljUpp").MinAsync(u => u.Id))).Value ? "ny-provning" : "fortsatter";
            Provarende.Ok(await enhet.Vard.Sand(new Application.Uppgifter.SlutforUppgift(uppgift.PublikId, uppgift.Version, new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                ["resultat"] = ["Det går bra"], ["maluppfyllelse"] = ["delvis"], ["utgang"] = [utgang], ["uppfoljningsdag"] = [enhet.Dag(90)],
            }), enhet.Handlaggare));
        }
        _ = arende;
        var nytt = await enhet.NyProvning();
        await nytt.Utred();
        Provarende.Ok(await nytt.ForsokAvsluta());
        return nytt;
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_insats_tas_inte_fran_personen_i_en_uppfoljning(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Uppfoljning();

        Assert.Equal("INSATSEN_LOPER", (await arende.Avsluta("tiden-ute", enhet.Dag(0))).Error!.Code);
        Assert.Equal(["egetBeskedDag", "egetBesked"], (await arende.Avsluta("egen-begaran", enhet.Dag(0))).Error!.Fields.Select(f => f.Field));
        Assert.Equal("avslutsdag", Assert.Single((await arende.Avsluta("egen-begaran", enhet.Dag(1), "Ringde")).Error!.Fields).Field);

        Provarende.Ok(await arende.Avsluta("egen-begaran", enhet.Dag(0), "Ringde i dag"));
        var insats = await enhet.Vard.Las(db => db.Insatser.SingleAsync());
        Assert.Equal((Avslutsorsak.EgenBegaran, enhet.Idag), (insats.AvslutOrsak, insats.AvslutDatum));
    }
}
