using CaseFlow.Application.Arenden;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests.Uppgifter;

public sealed class HamtaUppgiftTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Valet_av_handlaggare_visar_enhetens_och_hur_mycket_de_har(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        await enhet.EttArende().Bygg();
        var arende = await enhet.EttArende().MedSkyddadeUppgifter().Bygg();

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaUppgift((await arende.Uppgift("TilldelaHandlaggare")).PublikId), enhet.Chef));

        var val = svar.Formular!.Falt.Single(f => f.Namn == "handlaggare").Alternativ;
        Assert.Equal([("12", "Kim Kollega, 0 öppna ärenden"), ("11", "Hanna Handläggare, 1 öppet ärende")], val.Select(v => (v.Varde, v.Text)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Formularet_ar_forifyllt_med_enhetens_svarstid(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedForslag().Bygg();

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaUppgift((await arende.Uppgift("Kommunicera")).PublikId), enhet.Handlaggare));

        Assert.True(svar.Oppen);
        Assert.Equal([enhet.Dag(10)], svar.Varden["svarSenast"]);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Uppfoljningen_foreslas_sa_att_enhetens_tid_for_en_ny_provning_ryms(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedBeslut().Bygg();
        await arende.Underratta();
        await arende.Slutfor("Bestall", ("utforare", "annan"), ("annanUtforare", "Hemtjänsten"), ("mal", "Bo kvar"), ("onskadStart", enhet.Dag(1)), ("uppdrag", "Städ"));
        var tom = enhet.Idag.AddDays(200);
        await enhet.Vard.Skriv(db => db.Insatser.ExecuteUpdateAsync(s => s.SetProperty(i => i.Tom, tom)));

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaUppgift((await arende.Uppgift("BekraftaStart")).PublikId), enhet.Handlaggare));

        Assert.Equal([enhet.Dag(200 - 45 - 10)], svar.Varden["uppfoljningsdag"]); // frister.dmn: 45 dagar att utreda, 10 att svara
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_bedomer_flytten_ser_vilken_dag_personen_flyttade(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        var dag = enhet.Idag.AddDays(-3);
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraFlytt(arende.Nummer, (await arende.Las()).Version, dag), enhet.Handlaggare));

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaUppgift((await arende.Uppgift("HanteraFlytt")).PublikId), enhet.Handlaggare));

        var upplysning = svar.Formular!.Falt.First();
        Assert.Equal(("Personen flyttade", Datumtext.Lang(dag)), (upplysning.Etikett, svar.Lagen[upplysning.Namn].Upplysning));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_klar_uppgift_visar_vad_som_svarades(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Granskat().Bygg();

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaUppgift((await arende.Uppgift("GranskaAnsokan")).PublikId), enhet.Handlaggare));

        Assert.False(svar.Oppen);
        Assert.Equal(["ja"], svar.Varden["komplett"]);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Underrattelsen_visar_brevet_med_hur_man_overklagar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst", "hemvardsbidrag").MedBeslut(omfattning: 20).Bygg();

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaUppgift((await arende.Uppgift("Underratta")).PublikId), enhet.Handlaggare));

        Assert.Equal("Beslut om hemtjänst och hemvårdsbidrag", svar.Brev!.Rubrik);
        // Provpersonen har ett tillfälligt nummer: brevet skriver födelsedagen i stället.
        Assert.Equal(["Test Testsson", "Provvägen 1", "128 58 Skarpnäck"], svar.Brev.Mottagare.Take(3));
        Assert.Matches(@"^Född \d{4}-\d\d-\d\d$", Assert.Single(svar.Brev.Mottagare.Skip(3)));
        Assert.Contains(svar.Brev.Avsnitt, a => a.Rubrik == "Så överklagar du beslutet om hemtjänst" && a.Stycken[0].Contains("prövar överklagandet", StringComparison.Ordinal));
        Assert.Contains(svar.Brev.Avsnitt, a => a.Rubrik == "Så överklagar du beslutet om hemvårdsbidrag" && a.Stycken[0].Contains("laglighetsprövning", StringComparison.Ordinal));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Uppgiften_finns_inte_for_en_annan_enhet(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();

        var svar = await enhet.Vard.Sand(new HamtaUppgift((await arende.Uppgift("GranskaAnsokan")).PublikId), enhet.Utomstaende);

        Assert.Equal(ErrorKind.NotFound, svar.Error!.Kind);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Uppgiften_visar_det_man_arbetar_med(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var nytt = await enhet.EttArende().Bygg();
        var beslutat = await enhet.EttArende().MedBeslut().Bygg();

        var granska = Provarende.Ok(await enhet.Vard.Sand(new HamtaUppgift((await nytt.Uppgift("GranskaAnsokan")).PublikId), enhet.Handlaggare)).Underlag;
        var bestall = Provarende.Ok(await enhet.Vard.Sand(new HamtaUppgift((await beslutat.Uppgift("Bestall")).PublikId), enhet.Handlaggare)).Underlag;

        Assert.Equal("Hemtjänst", Assert.Single(granska.Ansokan!.Insatser).Namn);
        Assert.Equal(("Hemtjänst", "fattat"), (bestall.Insats!.Namn, Assert.Single(bestall.Beslut).Status));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_bestallning_valjer_bland_de_utforare_som_enheten_har_haft_for_insatsen_eller_skriver_en_annan(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        foreach (var utforare in new[] { "Björken", "Aspen", "Björken" })
        {
            var tidigare = await enhet.EttArende().MedBeslut().Bygg();
            await tidigare.Slutfor("Bestall", ("utforare", "annan"), ("annanUtforare", utforare), ("mal", "Bo kvar"), ("onskadStart", enhet.Dag(1)), ("uppdrag", "Städ"));
        }
        var arende = await enhet.EttArende().MedBeslut().Bygg();

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaUppgift((await arende.Uppgift("Bestall")).PublikId), enhet.Handlaggare));

        Assert.Equal(["Björken", "Aspen", "annan"], svar.Formular!.Falt.Single(f => f.Namn == "utforare").Alternativ.Select(a => a.Varde));
        Assert.Contains("utforare", (await Bestall(("utforare", "Bjorken"))).Error!.Fields.Select(f => f.Field));
        Assert.Contains("annanUtforare", (await Bestall(("utforare", "annan"))).Error!.Fields.Select(f => f.Field));
        Provarende.Ok(await Bestall(("utforare", "Aspen")));
        Assert.Equal("Aspen", await enhet.Vard.Las(db => db.Insatser.OrderByDescending(i => i.Id).Select(i => i.Utforare).FirstAsync()));

        // En annan insats har ingen beställt: då skrivs namnet.
        var larm = await enhet.EttArende("trygghetslarm").MedBeslut().Bygg();
        var forsta = Provarende.Ok(await enhet.Vard.Sand(new HamtaUppgift((await larm.Uppgift("Bestall")).PublikId), enhet.Handlaggare));
        Assert.Equal(["annan"], forsta.Formular!.Falt.Single(f => f.Namn == "utforare").Alternativ.Select(a => a.Varde));
        Assert.Equal(["annan"], forsta.Varden["utforare"]);

        Task<Domain.Result<SlutfordUppgift>> Bestall(params (string, string)[] vem) =>
            arende.Forsok("Bestall", null, [.. vem, ("mal", "Bo kvar"), ("onskadStart", enhet.Dag(1)), ("uppdrag", "Städ")]);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Utforarna_ar_de_som_installationen_namner_for_insatsen_och_enheten(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas, s => s.AddSingleton(new Utforarregister(
        [
            new("Björken (egen regi)", ["hemtjanst"], null), new("Larmet", ["trygghetslarm"], null), new("Grannens", ["hemtjanst"], "Grannen"), new("Överallt", [], "Beställarenheten"),
        ])));
        var arende = await enhet.EttArende().MedBeslut().Bygg();

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaUppgift((await arende.Uppgift("Bestall")).PublikId), enhet.Handlaggare));

        Assert.Equal(["Björken (egen regi)", "Överallt", "Annan utförare"], svar.Formular!.Falt.Single(f => f.Namn == "utforare").Alternativ.Select(a => a.Text));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_skrivits_visas_igen_med_det_som_da_galler(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedForslag().Bygg();
        var skrivet = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["kommuniceras"] = ["nej"], ["svarSenast"] = [enhet.Dag(3)] };

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaUppgift((await arende.Uppgift("Kommunicera")).PublikId, skrivet), enhet.Handlaggare));

        Assert.Equal((enhet.Dag(3), enhet.Dag(0)), (svar.Varden["svarSenast"][0], svar.Varden["kommuniceratDag"][0])); // dagen som inte skickades är kvar
        Assert.Equal((false, true, true), (svar.Lagen["svarSenast"].Visas, svar.Lagen["obehovligtSkal"].Visas, svar.Lagen["obehovligtSkal"].Kravs));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Vad_som_galler_medan_man_svarar_ar_det_som_provas_nar_man_sparar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedForslag().Bygg();
        var uppgift = (await arende.Uppgift("Kommunicera")).PublikId;
        async Task<string> Visas(params (string, string)[] svar) => string.Join(' ', Provarende.Ok(await enhet.Vard.Sand(
            new ProvaFormular(uppgift, svar.ToDictionary(s => s.Item1, s => new[] { s.Item2 }, StringComparer.Ordinal)), enhet.Handlaggare)).Lagen.Where(l => l.Value.Visas).Select(l => l.Key).Order(StringComparer.Ordinal));

        Assert.Equal("kommuniceras", await Visas());
        Assert.Equal("kommuniceras kommuniceratDag kommuniceratSatt muntligInformation svarSenast", await Visas(("kommuniceras", "ja")));
        Assert.Equal("kommuniceras obehovligtSkal", await Visas(("kommuniceras", "nej")));
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new ProvaFormular(uppgift, Svarsvarden.Inga), enhet.Utomstaende)).Error!.Kind);
        Assert.Equal("SKAL_KRAVS", (await enhet.Vard.Sand(new ProvaFormular(uppgift, Svarsvarden.Inga), enhet.Kollega)).Error!.Code);
    }
}
