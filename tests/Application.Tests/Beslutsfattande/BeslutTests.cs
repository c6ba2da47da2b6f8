using CaseFlow.Application.Arenden;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Beslutsfattande;

public sealed class BeslutTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_lade_fram_forslaget_ar_foredragande_ocksa_nar_chefen_andrar_i_det(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().KlartForBeslut("avslag").Bygg();

        Provarende.Ok(await arende.ForsokForesla((await arende.Ansokta())[0], "avslag", null, rev: 1, aktor: enhet.Chef));
        Provarende.Ok(await arende.ForsokBesluta(enhet.Chef));

        var beslut = await enhet.Vard.Las(db => db.Beslut.SingleAsync());
        Assert.Equal((enhet.Handlaggare.Id, (Domain.AnvandareId?)enhet.Chef.Id), (beslut.Foredragande, beslut.BeslutsfattareId));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_fel_noterad_delgivningsdag_andras_av_chefen_och_tiden_raknas_om(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().MedBeslut("avslag").Bygg();
        var fore = enhet.Idag;
        await arende.Underratta();
        await enhet.Ga(4);

        Assert.Equal("BEHORIGHET_SAKNAS", (await Andra(fore.AddDays(2), av: enhet.Handlaggare)).Error?.Code);
        Assert.Equal("SKAL_SAKNAS", (await Andra(fore.AddDays(2), "fel")).Error?.Code);
        Assert.Equal("DELGIVNING_SAMMA_DAG", (await Andra(fore)).Error?.Code);
        Assert.Equal("DELGIVEN_FORE_UTSKICK", (await Andra(fore.AddDays(-1))).Error?.Code);
        Assert.Equal("nyDelgivenDag", Assert.Single((await Andra(enhet.Idag.AddDays(1))).Error!.Fields).Field);
        Assert.Equal("INAKTUELL_KOPIA", (await enhet.Vard.Sand(new AndraDelgivning(arende.Nummer, 0, fore.AddDays(2), "Brevet kom senare"), enhet.Chef)).Error?.Code);
        Provarende.Ok(await Andra(fore.AddDays(2)));

        var beslut = await enhet.Vard.Las(db => db.Beslut.SingleAsync());
        Assert.Equal((fore.AddDays(2), Overklagandetid.Sista(fore.AddDays(2), Domain.Kalender.Arbetsdagar.ArArbetsdag)), (beslut.DelgivenDag, beslut.OverklagasSenast!.Value));
        Assert.Equal("Brevet kom senare", await enhet.Vard.Las(db => db.Underrattelser.Select(u => u.DelgivenSkal).SingleAsync()));
        Assert.Contains(Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Chef)).Tidslinje, r => r.Text.StartsWith(
            $"Dagen då personen tog del av beslutet ändrades från {Datumtext.Lang(fore)} till {Datumtext.Lang(fore.AddDays(2))}", StringComparison.Ordinal));
        await enhet.KedjornaHaller();

        async Task<Result<Done>> Andra(DateOnly dag, string skal = "Brevet kom senare", Domain.Behorigheter.Aktor? av = null) =>
            await enhet.Vard.Sand(new AndraDelgivning(arende.Nummer, (await arende.Las()).Version, dag, skal), av ?? enhet.Chef);
    }

    /// <summary>A last day that nobody asked for goes against the person: what comes in after the kommunicering stops it, as it stops an avslag.</summary>
    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_bifall_som_vi_begransar_i_tid_gar_personen_emot(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst").MedAvslutadUtredning().Bygg();
        Provarende.Ok(await enhet.Vard.Sand(new SparaForslag(
            arende.Nummer, (await arende.Ansokta())[0], 0, "bifall", 10, enhet.Idag, enhet.Idag.AddMonths(6), "Behovet väntas minska efter rehabiliteringen", "Klara dagen"), enhet.Handlaggare));
        Provarende.Ok(await arende.ForsokLamnaForslag());
        await arende.UnderlatKommunicera();
        await enhet.Ga(1);
        Provarende.Ok(await Handlingar.HandlingTests.LaggIn(arende));

        var underlag = Provarende.Ok(await enhet.Vard.Sand(new HamtaBeslutsunderlag(arende.Nummer), enhet.Handlaggare));
        Assert.Equal("saknas", Assert.Single(underlag.Kontroller, k => k.Rubrik == "Nytt i akten").Lage);
        Assert.True(Assert.Single(underlag.Forslag).Tidsbegransat);
        Assert.Equal("HANDLING_EJ_KOMMUNICERAD", (await arende.ForsokBesluta(enhet.Chef)).Error?.Code);
    }

    /// <summary>FL (2017:900) 17 §: nothing is decided on the förslag of someone with jäv until another has taken it over, and the letter names that other.</summary>
    [Theory, PaSqlite, PaPostgres]
    public async Task Den_javigas_forslag_tas_over_av_nagon_annan_innan_det_blir_beslut(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst").KlartForBeslut("avslag").Bygg();
        Assert.DoesNotContain(await Jav(), k => k.Rubrik == "Jäv");
        Provarende.Ok(await enhet.Vard.Sand(new AnmalJav(arende.Nummer, "Min moster"), enhet.Handlaggare));

        Assert.Equal(
            [("saknas", "Hanna Handläggare har jäv i ärendet och har skrivit förslaget om hemtjänst. Gå igenom det och spara det, så är det du som har berett det."),
             ("varning", "Hanna Handläggare har jäv i ärendet och har arbetat med utredningen och har kommunicerat underlaget eller bedömt att det inte behövdes. Bedöm om något behöver göras om (17 § förvaltningslagen).")],
            (await Jav()).Where(k => k.Rubrik == "Jäv").Select(k => (k.Lage, k.Text)));
        Assert.Equal("JAVIG_FOREDRAGANDE", (await arende.ForsokBesluta(enhet.Chef)).Error?.Code);
        Assert.True(await SkrivetAvJavig());
        Provarende.Ok(await arende.ForsokForesla((await arende.Ansokta())[0], "avslag", null, rev: 1, aktor: enhet.Chef));
        Assert.Equal("varning", Assert.Single(await Jav(), k => k.Rubrik == "Jäv").Lage);
        Assert.False(await SkrivetAvJavig());
        Provarende.Ok(await arende.ForsokBesluta(enhet.Chef));

        var beslut = await enhet.Vard.Las(db => db.Beslut.SingleAsync());
        Assert.Equal(enhet.Chef.Id, beslut.Foredragande);
        var brev = (await Underlag()).Brev;
        Assert.DoesNotContain("Hanna", Brevskrivare.SomText(brev), StringComparison.Ordinal);

        async Task<BeslutsunderlagSvar> Underlag() => Provarende.Ok(await enhet.Vard.Sand(new HamtaBeslutsunderlag(arende.Nummer), enhet.Chef));
        async Task<IReadOnlyList<KontrollVy>> Jav() => (await Underlag()).Kontroller;
        async Task<bool> SkrivetAvJavig() => (await Underlag()).SkrivetAvJavig;
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_forslag_av_nagon_med_jav_lamnas_inte_vidare(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende("hemtjanst").MedAvslutadUtredning().Bygg();
        Provarende.Ok(await arende.ForsokForesla((await arende.Ansokta())[0], "bifall", 10));
        await enhet.Vard.Skriv(async db => db.Jav.Add(Domain.Behorigheter.Jav.Anmal(
            enhet.Handlaggare.Id, await db.Arenden.Where(a => a.Nummer == arende.Nummer).Select(a => a.Id).SingleAsync(), "Släkt", enhet.Vard.Tid.GetUtcNow()).Value.Jav));
        Provarende.Ok(await enhet.Vard.Sand(new Omfordela(arende.Nummer, (await arende.Las()).Version, enhet.Kollega.Id.Value, "Jäv"), enhet.Chef));

        var uppgift = await arende.Uppgift("LamnaForslag");
        Assert.Equal("JAVIG_FOREDRAGANDE", (await enhet.Vard.Sand(new LamnaForslag(uppgift.PublikId, uppgift.Version), enhet.Kollega)).Error?.Code);
        Provarende.Ok(await arende.ForsokForesla((await arende.Ansokta())[0], "bifall", 10, rev: 1, aktor: enhet.Kollega));
        uppgift = await arende.Uppgift("LamnaForslag");
        Provarende.Ok(await enhet.Vard.Sand(new LamnaForslag(uppgift.PublikId, uppgift.Version), enhet.Kollega));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Forsta_dagen_ligger_inte_fore_ansokan_och_en_dag_som_varit_syns_for_den_som_beslutar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst").MedAvslutadUtredning().Bygg();
        var ansokt = (await arende.Ansokta())[0];
        await enhet.Ga(3);

        var fore = await Foresla(enhet.Idag.AddDays(-4));
        Assert.Equal("from", Assert.Single(fore.Error!.Fields).Field);
        Assert.DoesNotContain(await Kontrollerna(), k => k.Rubrik == "Första dagen");
        Provarende.Ok(await Foresla(enhet.Idag.AddDays(-3)));
        Assert.Contains(await Kontrollerna(), k => k.Rubrik == "Första dagen" && k.Text.Contains(Datumtext.Lang(enhet.Idag.AddDays(-3)), StringComparison.Ordinal));

        async Task<IReadOnlyList<KontrollVy>> Kontrollerna() =>
            Provarende.Ok(await enhet.Vard.Sand(new HamtaBeslutsunderlag(arende.Nummer), enhet.Handlaggare)).Kontroller;
        Task<Result<Application.Utredningar.Sparat>> Foresla(DateOnly from) => enhet.Vard.Sand(
            new SparaForslag(arende.Nummer, ansokt, 0, "bifall", 10, from, null, "Behov finns", "Klara dagen"), enhet.Handlaggare);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_personen_redan_har_syns_for_den_som_beslutar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var forsta = await enhet.EttArende("hemtjanst").MedBeslut().Bygg();
        var andra = await enhet.EttArende("hemtjanst").KlartForBeslut().Bygg();
        await enhet.Vard.Skriv(async db =>
        {
            var person = await db.Arenden.Where(a => a.Nummer == andra.Nummer).Select(a => a.PersonId).SingleAsync();
            await db.Insatser.ExecuteUpdateAsync(s => s.SetProperty(i => i.PersonId, person));
        });

        var rad = Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new HamtaBeslutsunderlag(andra.Nummer), enhet.Handlaggare)).Kontroller, k => k.Rubrik == "Pågående insats");

        Assert.StartsWith("Personen har redan hemtjänst, 10 timmar per vecka.", rad.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Provarende.Ok(await enhet.Vard.Sand(new HamtaBeslutsunderlag(forsta.Nummer), enhet.Handlaggare)).Kontroller, k => k.Rubrik == "Pågående insats");
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_beslut_utanfor_delegationen_nekas_med_spar_och_fattas_sedan_av_chefen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst").KlartForBeslut("avslag").Bygg();

        var nekat = await arende.ForsokBesluta(enhet.Handlaggare);

        Assert.Equal((ErrorKind.Forbidden, "DELEGATION_SAKNAS"), (nekat.Error!.Kind, nekat.Error.Code));
        Assert.Equal("Beslutet fattas av biträdande enhetschef enligt punkt 3.3 i delegationsordningen.", nekat.Error.Text);
        var spar = await enhet.Vard.Las(db => db.AuditHandelser.SingleAsync(h => h.Kod == "DELEGATION_SAKNAS"));
        Assert.Equal((nameof(FattaBeslut), Auditutfall.Nekad), (spar.Typ, spar.Utfall));
        Assert.Equal(Beslutsstatus.Forslag, await enhet.Vard.Las(db => db.Beslut.Select(b => b.Status).SingleAsync()));

        Provarende.Ok(await arende.ForsokBesluta(enhet.BitradandeChef));
        var beslut = await enhet.Vard.Las(db => db.Beslut.SingleAsync());
        Assert.Equal((Beslutsstatus.Fattat, "3.3", enhet.BitradandeChef.Id), (beslut.Status, beslut.Delegationspunkt, beslut.BeslutsfattareId));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_av_flera_beslut_utanfor_delegationen_stoppar_alla(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("trygghetslarm", "vard-och-omsorgsboende").KlartForBeslut().Bygg();

        var nekat = await arende.ForsokBesluta(enhet.Handlaggare);

        Assert.Contains("punkt 6.1", nekat.Error!.Text, StringComparison.Ordinal);
        Assert.Equal(0, await enhet.Vard.Las(db => db.Beslut.CountAsync(b => b.Status == Beslutsstatus.Fattat)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_omfattning_i_en_annan_enhet_ryms_inte_i_nagons_delegation(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().KlartForBeslut().Bygg();
        await enhet.Vard.Skriv(db => db.Beslut.ExecuteUpdateAsync(s => s.SetProperty(b => b.Enhet, "timmar per dag")));

        Assert.Equal("DELEGATION_SAKNAS", (await arende.ForsokBesluta(enhet.Handlaggare)).Error?.Code);
        Assert.Equal("DELEGATION_SAKNAS", (await arende.ForsokBesluta(enhet.Chef)).Error?.Code);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Tva_som_beslutar_samtidigt_ger_ett_beslut(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().KlartForBeslut().Bygg();

        var svar = await Task.WhenAll(arende.ForsokBesluta(enhet.Handlaggare), arende.ForsokBesluta(enhet.Chef));

        Assert.Single(svar, s => !s.Failed);
        // Which of the three depends on how much of the winner's write the other had time to read: nothing, the decision or the task as well.
        Assert.Contains(svar, s => s.Error?.Code is "NAGON_HANN_FORE" or "BESLUT_REDAN_FATTAT" or "UPPGIFT_STANGD");
        Assert.Equal(1, await enhet.Vard.Las(db => db.Insatser.CountAsync()));
        Assert.Equal("UPPGIFT_STANGD", (await arende.ForsokBesluta(enhet.Chef)).Error!.Code);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Samma_beslut_sant_tva_ganger_fattas_en_gang(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().KlartForBeslut().Bygg();
        var uppgift = await arende.Uppgift("FattaBeslut");

        for (var gang = 0; gang < 2; gang++)
            Provarende.Ok(await enhet.Vard.Sand(new FattaBeslut(uppgift.PublikId, uppgift.Version), enhet.Handlaggare, "beslut-1"));

        Assert.Equal(1, await enhet.Vard.Las(db => db.AuditHandelser.CountAsync(h => h.Typ == nameof(BeslutFattat))));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Bifall_med_mindre_an_sokt_nekas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedAvslutadUtredning().Bygg();

        var svar = await arende.ForsokForesla((await arende.Ansokta())[0], "bifall", 5);

        Assert.Equal("OMFATTNING_SNAVARE", svar.Error!.Code);
        Provarende.Ok(await arende.ForsokForesla((await arende.Ansokta())[0], "delvis-avslag", 5));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_forslag_lamnas_forst_nar_varje_insats_har_ett(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst", "trygghetslarm").MedAvslutadUtredning().Bygg();
        Provarende.Ok(await arende.ForsokForesla((await arende.Ansokta())[0], "bifall", 10));

        var svar = await arende.ForsokLamnaForslag();

        Assert.Equal("FORSLAG_SAKNAS", svar.Error!.Code);
        Assert.EndsWith("Det saknas för: Trygghetslarm.", svar.Error.Text, StringComparison.Ordinal);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Utan_omfattning_gar_det_inte_att_se_vem_som_beslutar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("korttidsboende").Granskat().Bygg();
        await arende.Utred(beskriv: false);
        Provarende.Ok(await arende.ForsokAvsluta("Beskrivs i samtalet"));
        Provarende.Ok(await arende.ForsokForesla((await arende.Ansokta())[0], "bifall", null));

        var svar = await arende.ForsokLamnaForslag();

        Assert.Equal("Ange omfattning för korttidsboende. Den avgör vem som får besluta.", svar.Error!.Text);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_forslag_fran_en_inaktuell_kopia_nekas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedAvslutadUtredning().Bygg();
        var ansokt = (await arende.Ansokta())[0];
        Provarende.Ok(await arende.ForsokForesla(ansokt, "bifall", 10));

        Assert.Equal("INAKTUELL_KOPIA", (await arende.ForsokForesla(ansokt, "bifall", 12)).Error!.Code);
        Assert.Equal(2, Provarende.Ok(await arende.ForsokForesla(ansokt, "bifall", 12, rev: 1)).Rev);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ingen_beslutar_om_ett_forslag_som_andrats_sedan_det_lastes(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().KlartForBeslut("avslag").Bygg();
        var last = await arende.Uppgift("FattaBeslut");
        var ansokt = (await arende.Ansokta())[0];
        Assert.Equal("FORSLAG_LAMNAT", (await arende.ForsokForesla(ansokt, "bifall", 10, rev: 1)).Error!.Code);
        var sparat = Provarende.Ok(await arende.ForsokForesla(ansokt, "bifall", 10, rev: 1, enhet.BitradandeChef));

        var gammal = await enhet.Vard.Sand(new FattaBeslut(last.PublikId, last.Version), enhet.Chef);

        Assert.Equal("INAKTUELL_KOPIA", gammal.Error!.Code);
        Provarende.Ok(await enhet.Vard.Sand(new FattaBeslut(last.PublikId, sparat.UppgiftVersion!.Value), enhet.Chef));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Bara_avslag_avslutar_arendet_nar_personen_ar_underrattad(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst").MedBeslut("avslag").Bygg();
        Assert.Equal(Steg.Underrattelse, (await arende.Las()).Steg);

        await arende.Underratta();

        var slut = await arende.Las();
        Assert.Equal((Steg.Avslutat, AvslutsOrsak.Avslag), (slut.Steg, slut.AvslutsOrsak));
        var beslut = await enhet.Vard.Las(db => db.Beslut.SingleAsync());
        // FL 44 §: tre veckor från den dag personen tog del av beslutet, en onsdag
        Assert.Equal(enhet.Idag.AddDays(21), beslut.OverklagasSenast);
        var text = await enhet.Vard.Las(db => db.Underrattelser.Select(u => u.Text).SingleAsync());
        Assert.Contains("Hemtjänst: Nej. Du får inte hemtjänst. Du ansökte om 10 timmar per vecka.", text, StringComparison.Ordinal);
        Assert.Contains("11 kap. 1 § och 8 kap. 1 § socialtjänstlagen (2025:400)", text, StringComparison.Ordinal);
        Assert.Contains("inom tre veckor", text, StringComparison.Ordinal);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Delgivningen_kan_noteras_sedan_arendet_avslutats(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst").MedBeslut("avslag").Bygg();
        await arende.Slutfor("Underratta", ("satt", "brev"), ("underrattadDag", enhet.Dag(0)));
        Assert.True((await arende.Las()).ArAvslutat);
        await enhet.Ga(4);

        await enhet.Vard.Skriv(async db => db.Jav.Add(Domain.Behorigheter.Jav.Anmal(
            enhet.Chef.Id, await db.Arenden.Where(a => a.Nummer == arende.Nummer).Select(a => a.Id).SingleAsync(), "Släkt", enhet.Vard.Tid.GetUtcNow()).Value.Jav));

        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new RegistreraDelgivning(arende.Nummer, enhet.Idag), enhet.Utomstaende)).Error!.Kind);
        Assert.Equal("JAVIG", (await enhet.Vard.Sand(new RegistreraDelgivning(arende.Nummer, enhet.Idag), enhet.Chef)).Error!.Code);
        Assert.True(await KanNoteras());
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraDelgivning(arende.Nummer, enhet.Idag), enhet.Handlaggare));
        Assert.False(await KanNoteras());

        // En söndag blir måndagen efter.
        Assert.Equal(enhet.Idag.AddDays(22), await enhet.Vard.Las(db => db.Beslut.Select(b => b.OverklagasSenast).SingleAsync()));
        Assert.Equal("DELGIVNING_REGISTRERAD", (await enhet.Vard.Sand(new RegistreraDelgivning(arende.Nummer, enhet.Idag), enhet.Handlaggare)).Error!.Code);

        var tidslinje = Provarende.Ok(await enhet.Vard.Sand(new Application.Arenden.HamtaArende(arende.Nummer), enhet.Handlaggare)).Tidslinje;
        Assert.Contains(tidslinje, r => r.Text == $"Personen tog del av beslutet {Datumtext.Lang(enhet.Idag)}. Det kan överklagas till och med {Datumtext.Lang(enhet.Idag.AddDays(22))}");

        var frist = Provarende.Ok(await enhet.Vard.Sand(new Application.Arenden.HamtaArende(arende.Nummer), enhet.Handlaggare)).Frister.Single(f => f.Regel == "44 § FL");
        Assert.Equal(("Sista dag att överklaga: hemtjänst", enhet.Idag.AddDays(22)), (frist.Namn, frist.Datum));

        async Task<bool> KanNoteras() =>
            Provarende.Ok(await enhet.Vard.Sand(new Application.Arenden.HamtaArende(arende.Nummer), enhet.Handlaggare)).Atgarder.RegistreraDelgivning;
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_anmalan_till_overformyndaren_ger_ingen_insats_och_inget_overklagande(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("god-man-forvaltare").MedBeslut(omfattning: null).Bygg();
        await arende.Underratta();

        Assert.Equal(AvslutsOrsak.AnmalanGjord, (await arende.Las()).AvslutsOrsak);
        Assert.Equal(0, await enhet.Vard.Las(db => db.Insatser.CountAsync()));
        Assert.Null(await enhet.Vard.Las(db => db.Beslut.Select(b => b.OverklagasSenast).SingleAsync()));
        var text = await enhet.Vard.Las(db => db.Underrattelser.Select(u => u.Text).SingleAsync());
        Assert.Contains("Vi anmäler till överförmyndaren", text, StringComparison.Ordinal);
        Assert.DoesNotContain("tre veckor", text, StringComparison.Ordinal);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Nar_ingen_anmalan_gors_sager_brevet_inte_emot_sig_sjalvt(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("god-man-forvaltare").MedBeslut("avslag").Bygg();
        await arende.Underratta();

        Assert.Equal(AvslutsOrsak.Avslag, (await arende.Las()).AvslutsOrsak);
        var text = await enhet.Vard.Las(db => db.Underrattelser.Select(u => u.Text).SingleAsync());
        Assert.Contains("Vi gör ingen anmälan", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vi anmäler", text, StringComparison.Ordinal);
        Assert.DoesNotContain("föräldrabalken", text, StringComparison.Ordinal);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Underlaget_visar_vem_som_beslutar_och_vad_som_saknas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst").KlartForBeslut("avslag").Bygg();

        var handlaggarens = Provarende.Ok(await enhet.Vard.Sand(new HamtaBeslutsunderlag(arende.Nummer), enhet.Handlaggare));
        var chefens = Provarende.Ok(await enhet.Vard.Sand(new HamtaBeslutsunderlag(arende.Nummer), enhet.Chef));

        Assert.Equal((false, true), (handlaggarens.AktorFarBesluta, chefens.AktorFarBesluta));
        var forslag = Assert.Single(handlaggarens.Forslag);
        Assert.Equal("Beslutas av biträdande enhetschef enligt punkt 3.3: Avslag helt eller delvis, hemtjänst.", forslag.Delegation);
        Assert.Equal(("11 kap. 1 § och 8 kap. 1 § socialtjänstlagen (2025:400)", "FattaBeslut"), (forslag.Lagrum, handlaggarens.Nod));
        Assert.Equal("ok", chefens.Kontroller.Single(k => k.Rubrik == "Delegation").Lage);
        Assert.Equal("Förslag till beslut om hemtjänst", chefens.Brev.Rubrik);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Brevet_till_en_skyddad_person_har_ingen_adress(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedSkyddadeUppgifter().Bygg();
        Provarende.Ok(await arende.Forsok("TilldelaHandlaggare", enhet.Chef, ("handlaggare", "11")));

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaBeslutsunderlag(arende.Nummer), enhet.Handlaggare));

        Assert.DoesNotContain(svar.Brev.Mottagare, rad => rad.Contains("Provvägen", StringComparison.Ordinal));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_forslag_som_blivit_samre_efter_kommuniceringen_gar_tillbaka_dit(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst").KlartForBeslut().Bygg();
        var ansokt = (await arende.Ansokta())[0];
        Provarende.Ok(await arende.ForsokForesla(ansokt, "avslag", null, rev: 1, enhet.Chef));

        Assert.Equal("KOMMUNICERING_INAKTUELL", (await arende.ForsokBesluta(enhet.Chef)).Error!.Code);
        Provarende.Ok(await arende.ForsokAterlamna(enhet.Chef, "kommunicering", "Personen ska få se det nya förslaget"));

        Assert.Equal(["Kommunicera"], await arende.Oppna());
        Assert.Equal(Steg.Kommunicering, (await arende.Las()).Steg);
        var steg = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Huvud.Steg;
        Assert.Equal((null, StegLage.Nasta), steg.Where(s => s.Namn == "Beslut").Select(s => (s.Under, s.Lage)).Single());
        await arende.Slutfor("Kommunicera", ("kommuniceras", "ja"), ("kommuniceratSatt", "telefon"), ("kommuniceratDag", enhet.Dag(0)),
            ("svarSenast", enhet.Dag(10)), ("muntligInformation", "ja"));
        await enhet.Ga(12);
        Assert.Equal("DELEGATION_SAKNAS", (await arende.ForsokBesluta()).Error!.Code);
        Provarende.Ok(await arende.ForsokBesluta(enhet.Chef));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Chefen_lamnar_tillbaka_ett_forslag_med_skal_och_handlaggaren_ser_det(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst").KlartForBeslut("avslag").Bygg();

        Assert.Equal("FORSLAG_LAMNAT", (await arende.ForsokAterlamna(enhet.Handlaggare, "forslag", "Ångrade mig")).Error!.Code);
        Assert.Equal("SKAL_SAKNAS", (await arende.ForsokAterlamna(enhet.Chef, "forslag", " ")).Error!.Code);
        Assert.Equal("vag", Assert.Single((await arende.ForsokAterlamna(enhet.Chef, "", "Skäl")).Error!.Fields).Field);
        Provarende.Ok(await arende.ForsokAterlamna(enhet.Chef, "forslag", "Utgå från personens egna ord"));

        var tidslinje = Provarende.Ok(await enhet.Vard.Sand(new Application.Arenden.HamtaArende(arende.Nummer), enhet.Handlaggare)).Tidslinje;
        Assert.Equal(["Gick tillbaka till utredning", "Förslaget lämnades tillbaka"], tidslinje.Take(2).Select(r => r.Text));
        Assert.Equal(["LamnaForslag"], await arende.Oppna());
        Assert.Equal(Steg.Utredning, (await arende.Las()).Steg);
        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaBeslutsunderlag(arende.Nummer), enhet.Handlaggare));
        Assert.Equal(("Clara Chef", "Utgå från personens egna ord"), (svar.Aterlamnat?.Vem, svar.Aterlamnat?.Skal));
        Assert.True(svar.Forslag[0].SparatAvMig);
        Provarende.Ok(await arende.ForsokForesla((await arende.Ansokta())[0], "bifall", 10, rev: 1));
        Provarende.Ok(await arende.ForsokLamnaForslag());
    }
}
