using CaseFlow.Application.Arenden;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Tests.Uppgiftsformular;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Uppgifter;

public sealed class SlutforUppgiftTests
{
    private static readonly (string, string)[] Granskning = [("komplett", "ja"), ("sprakinformation", "ja"), ("anteckning", "Frågade om åäö")];

    [Theory, PaSqlite, PaPostgres]
    public async Task En_uppgift_i_en_annan_enhet_finns_inte(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();

        var svar = await arende.Forsok("GranskaAnsokan", enhet.Utomstaende, Granskning);

        Assert.Equal(ErrorKind.NotFound, svar.Error!.Kind);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_skal_racker_for_att_lasa_men_inte_for_att_gora_uppgiften(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        Assert.Equal("SKAL_KRAVS", (await arende.Forsok("GranskaAnsokan", enhet.Kollega, Granskning)).Error!.Code);
        Provarende.Ok(await enhet.Vard.Sand(new OppnaMedSkal(arende.Nummer, "Personen ringde mig"), enhet.Kollega));

        var svar = await arende.Forsok("GranskaAnsokan", enhet.Kollega, Granskning);

        Assert.Equal((ErrorKind.Forbidden, "INTE_DIN_UPPGIFT"), (svar.Error!.Kind, svar.Error.Code));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_chefsuppgift_gors_av_chefen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedSkyddadeUppgifter().Bygg();
        Assert.Equal(["TilldelaHandlaggare"], await arende.Oppna());

        Assert.Equal(ErrorKind.NotFound, (await arende.Forsok("TilldelaHandlaggare", enhet.Handlaggare, ("handlaggare", "11"))).Error!.Kind);
        Provarende.Ok(await arende.Forsok("TilldelaHandlaggare", enhet.Chef, ("handlaggare", "12")));

        // Den som tilldelas en skyddad person blir namngiven, och kan därför öppna ärendet.
        Provarende.Ok(await arende.Forsok("GranskaAnsokan", enhet.Kollega, Granskning));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Hela_svaret_stannar_i_arendet_och_bara_korta_varden_blir_variabler(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        await arende.Slutfor("GranskaAnsokan", Granskning);

        var sparat = await enhet.Vard.Las(db => db.Formularsvar.SingleAsync());
        var tillstand = await enhet.Vard.Las(db => db.Instanser.Select(i => i.Tillstand).SingleAsync());
        var spar = await enhet.Vard.Las(db => db.AuditHandelser.Select(h => h.Data).ToListAsync());

        Assert.Equal(["Frågade om åäö"], Svarsvarden.FranJson(sparat.Varden)["anteckning"]);
        Assert.Contains("sprakinformation", tillstand, StringComparison.Ordinal);
        Assert.DoesNotContain("åäö", tillstand, StringComparison.Ordinal);
        Assert.DoesNotContain(spar, rad => rad.Contains("åäö", StringComparison.Ordinal));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_svar_som_saknar_falt_nekas_vid_faltet_och_ingenting_sparas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();

        var svar = await arende.Forsok("GranskaAnsokan", null, ("sprakinformation", "ja"));

        Assert.Equal("komplett", Assert.Single(svar.Error!.Fields).Field);
        Assert.Equal(["GranskaAnsokan"], await arende.Oppna());
        Assert.Equal(0, await enhet.Vard.Las(db => db.Formularsvar.CountAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Svarsdagen_for_en_komplettering_ligger_framat(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        await arende.Slutfor("GranskaAnsokan", ("komplett", "nej"), ("sprakinformation", "ja"));

        var svar = await arende.Forsok("BegarKomplettering", null, ("saknas", "Intyg"), ("vantarPa", "annat"), ("kompletteringSenast", enhet.Dag(0)));

        Assert.Equal("kompletteringSenast", Assert.Single(svar.Error!.Fields).Field);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Samma_svar_sant_tva_ganger_med_samma_nyckel_ger_en_effekt(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        var uppgift = await arende.Uppgift("GranskaAnsokan");
        var begaran = new SlutforUppgift(uppgift.PublikId, uppgift.Version, Granskning.ToDictionary(g => g.Item1, g => new[] { g.Item2 }, StringComparer.Ordinal));

        var forsta = Provarende.Ok(await enhet.Vard.Sand(begaran, enhet.Handlaggare, "nyckel-1"));
        var andra = Provarende.Ok(await enhet.Vard.Sand(begaran, enhet.Handlaggare, "nyckel-1"));

        Assert.Equal(forsta, andra);
        Assert.Equal(1, await enhet.Vard.Las(db => db.AuditHandelser.CountAsync(h => h.Typ == nameof(UppgiftSlutford) && h.Utfall == Auditutfall.Ok)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_uppgift_som_redan_ar_klar_nekas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Granskat().Bygg();

        var svar = await arende.Forsok("GranskaAnsokan", null, Granskning);

        Assert.Equal((ErrorKind.Conflict, "UPPGIFT_STANGD"), (svar.Error!.Kind, svar.Error.Code));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_aterkallad_ansokans_uppgifter_gar_inte_att_gora(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        Provarende.Ok(await enhet.Vard.Sand(new AtertaAnsokan(arende.Nummer, (await arende.Las()).Version, enhet.Idag, "skriftligt"), enhet.Handlaggare));

        var svar = await arende.Forsok("GranskaAnsokan", null, Granskning);

        Assert.Equal("ARENDE_AVSLUTAT", svar.Error!.Code);
        Assert.Equal(Uppgiftsstatus.Avbruten, (await arende.Uppgift("GranskaAnsokan")).Status);
        Assert.Equal(AvslutsOrsak.Atertagen, (await arende.Las()).AvslutsOrsak);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_inaktuell_kopia_av_uppgiften_nekas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        var uppgift = await arende.Uppgift("GranskaAnsokan");

        var svar = await enhet.Vard.Sand(new SlutforUppgift(uppgift.PublikId, uppgift.Version - 1, Svarsvarden.Inga), enhet.Handlaggare);

        Assert.Equal((ErrorKind.Conflict, "INAKTUELL_KOPIA"), (svar.Error!.Kind, svar.Error.Code));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_uppgift_med_egen_sida_besvaras_inte_som_formular(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Granskat().Bygg();

        Assert.Equal("FEL_SIDA", (await arende.Forsok("Utred")).Error!.Code);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Informationen_om_sprak_kan_inte_ha_lamnats_i_morgon(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        Task<Result<SlutfordUppgift>> Forsok(int dag) =>
            arende.Forsok("GranskaAnsokan", null, ("komplett", "ja"), ("sprakinformation", "nej"), ("sprakinformationDag", enhet.Dag(dag)));

        Assert.Equal("sprakinformationDag", Assert.Single((await Forsok(1)).Error!.Fields).Field);
        Provarende.Ok(await Forsok(0));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_flytt_avslutar_arendet_forst_nar_personen_tar_tillbaka_ansokan(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Granskat().Bygg();
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraFlytt(arende.Nummer, (await arende.Las()).Version, enhet.Idag), enhet.Handlaggare));
        Assert.Equal(["HanteraFlytt", "Utred"], await arende.Oppna());

        await arende.Slutfor("HanteraFlytt", ("ansvar", "avslut"), ("atertagenDag", enhet.Dag(0)), ("atertagenSatt", "besok"), ("skal", "Söker på nytt i den nya kommunen"));

        var slut = await arende.Las();
        Assert.Equal((Steg.Avslutat, AvslutsOrsak.Atertagen), (slut.Steg, slut.AvslutsOrsak));
        Assert.Empty(await arende.Oppna());
        Assert.NotNull(await enhet.Vard.Las(db => db.Ansokningar.Select(a => a.Atertagen).SingleAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_aldre_formular_hittar_inte_pa_nar_och_hur_ansokan_togs_tillbaka(Provdatabas databas)
    {
        await using var enhet = await (await Provenhet.Skapa(databas)).MedVersion1(
            formular => formular.Replace("\"visasNar\": \"ansvar = \\\"avslut\\\"\"", "\"visasNar\": \"ansvar = \\\"aldrig\\\"\"", StringComparison.Ordinal));
        var arende = await enhet.EttArende().Granskat().Bygg();
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraFlytt(arende.Nummer, (await arende.Las()).Version, enhet.Idag), enhet.Handlaggare));

        var fel = Assert.Single((await arende.Forsok("HanteraFlytt", null, ("ansvar", "avslut"), ("skal", "Söker på nytt"))).Error!.Fields);

        Assert.Equal("ansvar", fel.Field);
        Assert.Contains("Personen tar tillbaka ansökan", fel.Text, StringComparison.Ordinal);
        Assert.Null(await enhet.Vard.Las(db => db.Ansokningar.Select(a => a.Atertagen).SingleAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_flytt_som_ar_det_sista_i_processen_andrar_inte_beslutets_orsak(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedBeslut("avslag").Bygg();
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraFlytt(arende.Nummer, (await arende.Las()).Version, enhet.Idag), enhet.Handlaggare));
        await arende.Underratta();
        await enhet.Ga(60);
        Assert.Equal(["HanteraFlytt"], await arende.Oppna());

        Assert.Equal("BESLUT_REDAN_FATTAT", (await arende.Forsok("HanteraFlytt", null, ("ansvar", "avslut"), ("atertagenDag", enhet.Dag(0)), ("atertagenSatt", "besok"), ("skal", "Söker på nytt"))).Error!.Code);
        await arende.Slutfor("HanteraFlytt", ("ansvar", "kvar"), ("skal", "Vi har redan beslutat"));

        Assert.Equal(AvslutsOrsak.Avslag, (await arende.Las()).AvslutsOrsak);
        Assert.Equal(0, await enhet.Vard.Las(db => db.Instanser.CountAsync(i => i.Status == Instansstatus.Aktiv)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_fattat_beslut_upphor_inte_for_att_personen_flyttar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedBeslut().Bygg();
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraFlytt(arende.Nummer, (await arende.Las()).Version, enhet.Idag), enhet.Handlaggare));

        Assert.Equal("BESLUT_REDAN_FATTAT", (await arende.Forsok("HanteraFlytt", null, ("ansvar", "avslut"), ("atertagenDag", enhet.Dag(0)), ("atertagenSatt", "besok"), ("skal", "Söker på nytt"))).Error!.Code);
        Assert.Equal("begardDag", Assert.Single((await arende.Forsok(
            "HanteraFlytt", null, ("ansvar", "overflyttning"), ("nyKommun", "Nacka"), ("skal", "Bor där nu"))).Error!.Fields).Field);
        await arende.Slutfor("HanteraFlytt", ("ansvar", "overflyttning"), ("nyKommun", "Nacka"), ("begardDag", enhet.Dag(0)), ("skal", "Bor där nu"));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_flytt_dar_vi_har_kvar_ansvaret_later_arendet_fortsatta(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Granskat().Bygg();
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraFlytt(arende.Nummer, (await arende.Las()).Version, enhet.Idag), enhet.Handlaggare));

        await arende.Slutfor("HanteraFlytt", ("ansvar", "kvar"), ("skal", "Bor där på vårt beslut"));

        Assert.Equal(["Utred"], await arende.Oppna());
        Assert.Equal(Steg.Utredning, (await arende.Las()).Steg);
    }
}
