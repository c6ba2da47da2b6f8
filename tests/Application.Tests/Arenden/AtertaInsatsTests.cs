using CaseFlow.Application.Arenden;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Utredningar;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Arenden;

/// <summary>The person takes one of several insatser back: it is not tried, and the others are tried as before. FL (2017:900) 27 §.</summary>
public sealed class AtertaInsatsTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task En_atertagen_insats_provas_inte_men_star_kvar_i_arendet(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await TvaInsatser(enhet).Granskat().Bygg();
        var larm = (await arende.Ansokta())[1];
        await enhet.Ga(2);

        Provarende.Ok(await Aterta(arende, larm, -1));

        var svar = await Arendet(arende);
        Assert.Equal([null, $"Återtagen i telefon {Datumtext.Lang(enhet.Idag.AddDays(-1))}"], svar.Ansokan.Insatser.Select(i => i.Atertagen));
        Assert.Contains(svar.Tidslinje, r => r.Text == $"Trygghetslarm återtogs i telefon {Datumtext.Lang(enhet.Idag.AddDays(-1))}");
        Assert.Equal(("Hemtjänst", false), (svar.Huvud.Rubrik, svar.Huvud.Avslutat));
        var utredning = Provarende.Ok(await enhet.Vard.Sand(new HamtaUtredning(arende.Nummer), enhet.Handlaggare));
        Assert.Equal("hemtjanst", Assert.Single(utredning.Insatser).Typ);
        Assert.Equal("INSATS_ATERTAGEN", (await enhet.Vard.Sand(new BeskrivInsats(arende.Nummer, larm, 0, "Larm", null), enhet.Handlaggare)).Error?.Code);
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Utredningen_avslutas_och_raknas_utan_den(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await TvaInsatser(enhet).Granskat().Bygg();
        Provarende.Ok(await Aterta(arende, (await arende.Ansokta())[1]));

        await arende.Utred();
        Provarende.Ok(await arende.ForsokAvsluta());

        var avslutad = (await enhet.Spar()).Last(h => h.Typ == nameof(UtredningAvslutad));
        Assert.Contains("\"Ansokta\":1,\"Beskrivna\":1", avslutad.Data);
        Provarende.Ok(await arende.ForsokForesla((await arende.Ansokta())[0], "bifall", 10));
        Provarende.Ok(await arende.ForsokLamnaForslag());
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_forslag_om_den_beslutas_inte_och_star_inte_i_brevet(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await TvaInsatser(enhet).KlartForBeslut().Bygg();
        var larm = (await arende.Ansokta())[1];
        var gammal = await arende.Uppgift("FattaBeslut");

        Provarende.Ok(await Aterta(arende, larm));

        // Den som läste innan läser om; inget kommuniceras på nytt.
        Assert.Equal("INAKTUELL_KOPIA", (await enhet.Vard.Sand(new FattaBeslut(gammal.PublikId, gammal.Version), enhet.Chef)).Error?.Code);
        Assert.Equal(["FattaBeslut"], await arende.Oppna());
        var underlag = Provarende.Ok(await enhet.Vard.Sand(new HamtaBeslutsunderlag(arende.Nummer), enhet.Chef));
        Assert.Equal(("hemtjanst", "Hemtjänst"), (Assert.Single(underlag.Forslag).Typ, Assert.Single(underlag.Brev.Rader).Insats));
        Assert.DoesNotContain("trygghetslarm", Brevskrivare.SomText(underlag.Brev), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(underlag.Kontroller, k => k.Text == "1 av 1 ansökta insatser är beskrivna.");
        var papper = Provarende.Ok(await enhet.Vard.Sand(new HamtaUnderlag(arende.Nummer), enhet.Handlaggare));
        Assert.Equal((1, 1, 1), (papper.Ansokan.Insatser.Count, papper.Insatser.Count, papper.Forslag.Count));
        Assert.Equal("INSATS_ATERTAGEN", (await arende.ForsokForesla(larm, "avslag", null, rev: 1, aktor: enhet.Chef)).Error?.Code);
        Assert.Equal("FINNS_INTE", (await arende.ForsokForesla(-1, "avslag", null, aktor: enhet.Chef)).Error?.Code);

        Provarende.Ok(await arende.ForsokBesluta(enhet.Chef));
        await arende.Underratta();

        Assert.Equal([Beslutsstatus.Fattat, Beslutsstatus.Forslag], await enhet.Vard.Las(db => db.Beslut.OrderBy(b => b.AnsoktInsatsId).Select(b => b.Status).ToListAsync()));
        Assert.Equal("hemtjanst", await enhet.Vard.Las(db => db.Insatser.Select(i => i.Insatstyp).SingleAsync()));
        Assert.Equal(["fattat", "återtaget"], (await Arendet(arende)).Beslut.Select(b => b.Status));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_beslutar_avgors_av_det_som_ar_kvar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await TvaInsatser(enhet).MedAvslutadUtredning().Bygg();
        var (hemtjanst, larm) = ((await arende.Ansokta())[0], (await arende.Ansokta())[1]);
        Provarende.Ok(await arende.ForsokForesla(hemtjanst, "bifall", 10));
        Provarende.Ok(await arende.ForsokForesla(larm, "avslag", null));

        Provarende.Ok(await Aterta(arende, larm));

        Assert.Equal("Förslaget är lämnat. Beslutet fattas av handläggaren.", Provarende.Ok(await arende.ForsokLamnaForslag()).Kvittens);
        await arende.UnderlatKommunicera();
        Provarende.Ok(await arende.ForsokBesluta());
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_forslag_som_blev_samre_hindrar_inte_beslutet_nar_insatsen_ar_atertagen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await TvaInsatser(enhet).KlartForBeslut().Bygg();
        var larm = (await arende.Ansokta())[1];
        Provarende.Ok(await arende.ForsokForesla(larm, "avslag", null, rev: 1));
        Assert.Equal("KOMMUNICERING_INAKTUELL", (await arende.ForsokBesluta(enhet.Chef)).Error?.Code);

        Provarende.Ok(await Aterta(arende, larm));

        Provarende.Ok(await arende.ForsokBesluta());
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_sista_insatsen_tar_med_sig_ansokan_och_avslutar_arendet(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await TvaInsatser(enhet).Granskat().Bygg();
        var (hemtjanst, larm) = ((await arende.Ansokta())[0], (await arende.Ansokta())[1]);
        Provarende.Ok(await Aterta(arende, larm));

        Provarende.Ok(await Aterta(arende, hemtjanst));

        var slut = await arende.Las();
        Assert.Equal((Steg.Avslutat, AvslutsOrsak.Atertagen), (slut.Steg, slut.AvslutsOrsak));
        Assert.Empty(await arende.Oppna());
        Assert.NotEqual(Instansstatus.Aktiv, await enhet.Vard.Las(db => db.Instanser.Select(i => i.Status).SingleAsync()));
        var spar = (await enhet.Spar()).Select(h => h.Typ).ToList();
        Assert.Equal((1, 1), (spar.Count(t => t == nameof(AnsoktInsatsAtertagen)), spar.Count(t => t == nameof(AnsokanAtertagen))));
        Assert.Equal("Hemtjänst", (await Arendet(arende)).Huvud.Rubrik);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Efter_beslutet_gar_ingen_insats_att_aterta(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await TvaInsatser(enhet).MedBeslut().Bygg();

        Assert.Equal("BESLUT_REDAN_FATTAT", (await Aterta(arende, (await arende.Ansokta())[1])).Error?.Code);
        Assert.Equal(2, (await arende.Ansokta()).Count);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Dagen_sattet_och_insatsen_provas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var (arende, annat) = (await TvaInsatser(enhet).Bygg(), await TvaInsatser(enhet).Bygg());
        var larm = (await arende.Ansokta())[1];

        Assert.Equal("ATERTAGEN_I_FRAMTIDEN", (await Aterta(arende, larm, 1)).Error?.Code);
        Assert.Equal("ATERTAGEN_FORE_ANKOMST", (await Aterta(arende, larm, -10)).Error?.Code);
        Assert.Equal("atertagenSatt", Assert.Single((await Aterta(arende, larm, satt: "rökt")).Error!.Fields).Field);
        Assert.Equal("ANSOKT_INSATS_OKAND", (await Aterta(arende, (await annat.Ansokta())[1])).Error?.Code);
        var version = (await arende.Las()).Version;
        Provarende.Ok(await Aterta(arende, larm));
        Assert.Equal("INSATS_ATERTAGEN", (await Aterta(arende, larm)).Error?.Code);
        var inaktuell = await enhet.Vard.Sand(new AtertaInsats(arende.Nummer, version, larm, enhet.Idag, "telefon"), enhet.Handlaggare);
        Assert.Equal("INAKTUELL_KOPIA", inaktuell.Error?.Code);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Samma_formular_tva_ganger_tar_tillbaka_en_gang(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await TvaInsatser(enhet).Bygg();
        var begaran = new AtertaInsats(arende.Nummer, (await arende.Las()).Version, (await arende.Ansokta())[1], enhet.Idag, "telefon");

        Provarende.Ok(await enhet.Vard.Sand(begaran, enhet.Handlaggare, "samma-nyckel"));
        Provarende.Ok(await enhet.Vard.Sand(begaran, enhet.Handlaggare, "samma-nyckel"));

        Assert.Single(await enhet.Spar(), h => h.Typ == nameof(AnsoktInsatsAtertagen));
    }

    private static Provarendebygge TvaInsatser(Provenhet enhet) => enhet.EttArende("hemtjanst", "trygghetslarm");

    private static async Task<Result<Done>> Aterta(Provarende a, long insats, int dag = 0, string satt = "telefon") => await a.Enhet.Vard.Sand(
        new AtertaInsats(a.Nummer, (await a.Las()).Version, insats, a.Enhet.Idag.AddDays(dag), satt), a.Enhet.Handlaggare);

    private static async Task<ArendeSvar> Arendet(Provarende a) => Provarende.Ok(await a.Enhet.Vard.Sand(new HamtaArende(a.Nummer), a.Enhet.Handlaggare));
}
