using CaseFlow.Application.Arenden;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Personer;
using CaseFlow.Testing;

namespace CaseFlow.Application.Tests.Personer;

/// <summary>Who speaks for a person, what she has consented to, who is near to her: through the use cases, with the authority tried when it is used.</summary>
public sealed class PersonaktTests
{
    private static readonly string Personnummer = Givet.Personnummer(new(1941, 5, 6), 982);

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_ombud_registreras_styrks_och_avslutas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        Provarende.Ok(await Sand(arende, new RegistreraOmbud(arende.Nummer, "Eva Ek", OmbudRoll.GodMan, "070", [], null, null, false, null)));

        var akt = await Las(arende);
        var ombud = Assert.Single(akt.Ombud);
        Assert.Equal(("ej-styrkt", "God man", null, true, "Eva Ek, god man"), (ombud.Lage, ombud.Grund, ombud.Omfattning, akt.Huvud.OmbudEjStyrkt, Assert.Single(akt.Huvud.Ombuden).Text));
        var styrk = new StyrkOmbud(arende.Nummer, ombud.Id, ombud.Version, "Registerutdrag 1 september", [Ombud.SorjaForPerson], null, enhet.Idag.AddDays(10));
        Assert.Equal("INAKTUELL_KOPIA", (await Sand(arende, styrk with { Version = 7 })).Error?.Code);
        Provarende.Ok(await Sand(arende, styrk));
        Assert.Equal("INAKTUELL_KOPIA", (await Sand(arende, styrk)).Error?.Code);

        akt = await Las(arende);
        Assert.Equal(("galler", "Sörja för person", "till och med 26 september 2026", false), (akt.Ombud[0].Lage, akt.Ombud[0].Omfattning, akt.Ombud[0].Giltighet, akt.Huvud.OmbudEjStyrkt));
        Assert.Equal("Eva Ek, god man, till och med 26 september 2026", akt.Huvud.Ombud);
        await enhet.Ga(11);
        akt = await Las(arende);
        Assert.Equal(("utgatt", enhet.Idag.AddDays(-1)), (akt.Ombud[0].Lage, akt.Huvud.OmbudUtgatt));
        Provarende.Ok(await Sand(arende, new AvslutaOmbud(arende.Nummer, ombud.Id, akt.Ombud[0].Version, enhet.Idag, "Entledigad")));
        akt = await Las(arende);
        Assert.Equal(("upphort", null, 0), (akt.Ombud[0].Lage, akt.Huvud.Ombud, akt.Huvud.Ombuden.Count));
        Assert.DoesNotContain(await enhet.Spar(), h => h.Data.Contains("Eva", StringComparison.Ordinal) || h.Data.Contains("utdrag", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_ombud_tar_tillbaka_ansokan_bara_nar_uppdraget_omfattar_det_den_dagen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        var annat = await enhet.EttArende().Bygg();
        var fel = await Ombudet(arende, OmbudRoll.Forvaltare, [Ombud.ForvaltaEgendom]);
        var utgatt = await Ombudet(arende, OmbudRoll.GodMan, [Ombud.BevakaRatt], tom: enhet.Idag.AddDays(-1));
        var ratt = await Ombudet(arende, OmbudRoll.GodMan, [Ombud.BevakaRatt]);
        async Task<AtertaAnsokan> Aterta(Guid ombud) => new(arende.Nummer, (await arende.Las()).Version, enhet.Idag, "telefon", ombud);

        Assert.Equal("OMBUD_OMFATTNING", (await Sand(arende, await Aterta(fel))).Error?.Code);
        Assert.Equal("OMBUD_UPPHORT", (await Sand(arende, await Aterta(utgatt))).Error?.Code);
        Assert.Equal(ErrorKind.NotFound, (await Sand(arende, await Aterta(await Ombudet(annat, OmbudRoll.GodMan, [Ombud.BevakaRatt])))).Error?.Kind);
        Assert.DoesNotContain(await enhet.Spar(), h => h.Typ is nameof(OmbudHandlade) or nameof(AnsokanAtertagen));
        Provarende.Ok(await Sand(arende, await Aterta(ratt)));

        var tidslinje = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Tidslinje;
        Assert.Contains(tidslinje, t => t.Text == "Ombudet tog tillbaka ansökan eller en del av den: behörigheten prövades och höll");
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_ombud_tar_tillbaka_en_insats_och_svarar_sent_pa_underlaget(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var tva = await enhet.EttArende("hemtjanst", "trygghetslarm").Bygg();
        var aterta = new AtertaInsats(tva.Nummer, (await tva.Las()).Version, (await tva.Ansokta())[1], enhet.Idag, "telefon", await Ombudet(tva, OmbudRoll.Fullmakt, [Ombudsomfattning.Svara]));
        Assert.Equal("OMBUD_OMFATTNING", (await Sand(tva, aterta)).Error?.Code);
        Provarende.Ok(await Sand(tva, aterta with { Ombud = await Ombudet(tva, OmbudRoll.Fullmakt, [Ombudsomfattning.Aterta]), Version = (await tva.Las()).Version }));

        var arende = await enhet.EttArende().MedForslag().Bygg();
        await Kommunicera(arende);
        await enhet.Ga(12);
        var svar = new RegistreraSvar(arende.Nummer, (await arende.Las()).Version, enhet.Idag, "Hon vill ha mer", await Ombudet(arende, OmbudRoll.Fullmakt, [Ombudsomfattning.Ansoka]));
        Assert.Equal("OMBUD_OMFATTNING", (await Sand(arende, svar)).Error?.Code);
        Provarende.Ok(await Sand(arende, svar with { Ombud = await Ombudet(arende, OmbudRoll.Fullmakt, [Ombudsomfattning.Allt]) }));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Uppgiften_fragar_vem_som_svarade_nar_det_finns_ett_ombud(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var utan = await enhet.EttArende().MedForslag().Bygg();
        await Kommunicera(utan);
        Provarende.Ok(await utan.Forsok("TaEmotSynpunkter", null, Svar(enhet)));

        var arende = await enhet.EttArende().MedForslag().Bygg();
        await Kommunicera(arende);
        var fel = await Ombudet(arende, OmbudRoll.Forvaltare, [Ombud.ForvaltaEgendom]);
        var ratt = await Ombudet(arende, OmbudRoll.GodMan, [Ombud.SorjaForPerson]);
        Assert.Equal("svaradeAv", (await arende.Forsok("TaEmotSynpunkter", null, Svar(enhet))).Error?.Fields[0].Field);
        Assert.Contains("Uppdraget omfattar inte att svara", Assert.Single((await arende.Forsok("TaEmotSynpunkter", null, Svar(enhet, fel))).Error!.Fields).Text, StringComparison.Ordinal);
        Assert.Equal("svaradeAv", (await arende.Forsok("TaEmotSynpunkter", null, Svar(enhet, Guid.Empty))).Error?.Fields[0].Field);
        Provarende.Ok(await arende.Forsok("TaEmotSynpunkter", null, Svar(enhet, ratt)));

        Assert.Contains(await enhet.Spar(), h => h.Typ == nameof(OmbudHandlade));
        var gjort = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Svar;
        Assert.Contains(gjort.SelectMany(s => s.Rader), r => r is { Term: "Vem svarade?", Text: "Personens ombud" });
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_ansokan_av_ett_ombud_vars_uppdrag_gatt_ut_tas_in_och_flaggas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        foreach (var (ombud, brist) in new[]
        {
            (new InkommetOmbud("Eva Ek", "god-man", null, [Ombud.SorjaForPerson], enhet.Idag.AddDays(-30)), Ombudsbrist.Utgangen),
            (new InkommetOmbud("Eva Ek", "forvaltare", null, [Ombud.ForvaltaEgendom], null), Ombudsbrist.Omfattning),
            (new InkommetOmbud("Eva Ek", "fullmakt", null, ["alla mina ärenden"], null), Ombudsbrist.EjStyrkt),
        })
        {
            var arende = await enhet.Ett(enhet.Ansokan() with { Ombud = ombud });
            var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare));
            Assert.Contains((await enhet.Spar()).Where(h => h.Typ == nameof(OmbudOsakert)), h => h.Data.Contains(brist.ToString(), StringComparison.Ordinal));
            Assert.Equal(brist is Ombudsbrist.EjStyrkt, svar.Ansokan.Ombudsbrist is null);
            Assert.Contains(svar.Tidslinje, t => t.Text.StartsWith("Ansökan gjordes av ett ombud", StringComparison.Ordinal));
            Assert.Equal("ej-styrkt" == (await Las(arende)).Ombud[0].Lage, brist is not Ombudsbrist.Utgangen);
        }
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_ombud_som_redan_ar_styrkt_laggs_inte_in_igen_och_flaggas_inte(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var ansokan = enhet.Ansokan(personnummer: Personnummer) with { Ombud = new("Eva Ek", "god-man", null, [Ombud.SorjaForPerson], null) };
        var forsta = await enhet.Ett(ansokan);
        var ombud = Assert.Single((await Las(forsta)).Ombud);
        Provarende.Ok(await Sand(forsta, new StyrkOmbud(forsta.Nummer, ombud.Id, ombud.Version, "Utdrag", [Ombud.SorjaForPerson], null, null)));
        var fore = (await enhet.Spar()).Count(h => h.Typ == nameof(OmbudOsakert));

        var andra = await enhet.Ett(ansokan with { Ombud = ansokan.Ombud with { Namn = "eva  EK" } });

        Assert.Equal(("galler", 1), (Assert.Single((await Las(andra)).Ombud).Lage, fore));
        Assert.Equal(fore, (await enhet.Spar()).Count(h => h.Typ == nameof(OmbudOsakert)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_samtycke_noteras_visas_i_arendet_och_aterkallas_ocksa_sedan_det_avslutats(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.Ett(enhet.Ansokan(personnummer: Personnummer));
        var notera = new NoteraSamtycke(arende.Nummer, Samtyckesandamal.HalsoOchSjukvard, "Vårdcentralen", null, Samtyckessatt.Muntligt, enhet.Idag, null);
        Assert.Equal("OMBUD_OMFATTNING", (await Sand(arende, notera with { Ombud = await Ombudet(arende, OmbudRoll.GodMan, [Ombud.BevakaRatt]) })).Error?.Code);
        for (var i = 0; i < 2; i++) Provarende.Ok(await enhet.Vard.Sand(notera with { Ombud = null }, enhet.Handlaggare, "samtycke-1"));
        Provarende.Ok(await Sand(arende, notera with { Ombud = await Ombudet(arende, OmbudRoll.GodMan, [Ombud.SorjaForPerson]) }));

        var akt = await Las(arende);
        Assert.Equal(["ombudet Eva Ek", "personen"], akt.Samtycken.Select(s => s.GivetAv));
        Assert.Equal(2, Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Samtycken.Count);
        // Ett nytt ärende för samma person i enheten går vidare med det som getts.
        Assert.Equal(2, (await Las(await enhet.Ett(enhet.Ansokan("", Personnummer)))).Samtycken.Count);

        Provarende.Ok(await Sand(arende, new AtertaAnsokan(arende.Nummer, (await arende.Las()).Version, enhet.Idag, "telefon")));
        Assert.Equal("ARENDE_AVSLUTAT", (await Sand(arende, notera)).Error?.Code);
        var aterkalla = new AterkallaSamtycke(arende.Nummer, akt.Samtycken[0].Id, akt.Samtycken[0].Version, enhet.Idag, "Personen, i telefon");
        Provarende.Ok(await Sand(arende, aterkalla));
        Assert.Equal("INAKTUELL_KOPIA", (await Sand(arende, aterkalla)).Error?.Code);
        akt = await Las(arende);
        Assert.Equal((false, "Personen, i telefon", 1), (akt.Samtycken[0].Galler, akt.Samtycken[0].AterkallatHur, akt.Huvud.Akt.Samtycken));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Narstaende_laggs_till_och_avslutas_och_star_kvar_bland_det_som_varit(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        Provarende.Ok(await Sand(arende, new LaggTillNarstaende(arende.Nummer, "Eva Ek", Relation.Barn, "070-1", Kontaktlov.MedSamtycke, "Ringer helst på kvällen")));

        var akt = await Las(arende);
        var eva = Assert.Single(akt.Narstaende);
        Assert.Equal(("Barn", "Får kontaktas med personens samtycke", "070-1", 1), (eva.Relation, eva.Kontakt, eva.Telefon, akt.Huvud.Akt.Narstaende));
        var avsluta = new AvslutaNarstaende(arende.Nummer, eva.Id, eva.Version);
        var annat = await enhet.EttArende().Bygg();
        Assert.Equal(ErrorKind.NotFound, (await Sand(annat, avsluta with { Nummer = annat.Nummer })).Error?.Kind);
        Provarende.Ok(await Sand(arende, avsluta));
        Assert.Equal("INAKTUELL_KOPIA", (await Sand(arende, avsluta)).Error?.Code);
        Assert.Equal((enhet.Idag, 0), ((await Las(arende)).Narstaende[0].Slut, (await Las(arende)).Huvud.Akt.Narstaende));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_skyddad_persons_ombud_och_narstaende_visas_bara_medan_hon_visas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Ett(enhet.Ansokan(skydd: "sekretessmarkering") with { Ombud = new("Wombud Ek", "god-man", "070-9", [Ombud.SorjaForPerson], null) });
        Provarende.Ok(await arende.Forsok("TilldelaHandlaggare", enhet.Chef, ("handlaggare", "11")));
        var lagg = new LaggTillNarstaende(arende.Nummer, "Wdotter Ek", Relation.Barn, null, Kontaktlov.Ja, null);
        Assert.Equal("SKYDD_DOLT", (await Sand(arende, lagg)).Error?.Code);
        Assert.Equal("SKYDD_DOLT", (await Sand(arende, new RegistreraOmbud(arende.Nummer, "X", OmbudRoll.Fullmakt, null, [], null, null, false, null))).Error?.Code);
        Provarende.Ok(await Sand(arende, new NoteraSamtycke(arende.Nummer, Samtyckesandamal.Sip, "Wsyster på vårdcentralen", null, Samtyckessatt.Muntligt, enhet.Idag, null)));

        Provarende.Ok(await enhet.Vard.Sand(new VisaSkyddadeUppgifter(arende.Nummer, "Ska ringa dottern"), enhet.Handlaggare));
        Provarende.Ok(await Sand(arende, lagg));
        var synlig = await Las(arende);
        Assert.Equal(("Wombud Ek", "Wdotter Ek", "Wsyster på vårdcentralen", true), (synlig.Ombud[0].Namn, synlig.Narstaende[0].Namn, synlig.Samtycken[0].Till, synlig.FarAndra));
        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(6));

        var dold = await Las(arende);
        Assert.Equal((0, 0, null, true, false, 1), (dold.Ombud.Count, dold.Narstaende.Count, dold.Samtycken[0].Till, dold.Dold, dold.FarAndra, dold.AntalNarstaende));
        Assert.Equal((null, "God man"), (dold.Huvud.Ombud, Assert.Single(dold.Huvud.Ombuden).Text));
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new HamtaPersonakt(arende.Nummer), enhet.Kollega)).Error?.Kind);
    }

    internal static async Task<Guid> Ombudet(Provarende arende, OmbudRoll roll, string[] omfattning, DateOnly? tom = null)
    {
        Provarende.Ok(await Sand(arende, new RegistreraOmbud(arende.Nummer, "Eva Ek", roll, null, omfattning, null, tom, false, "Utdrag")));
        return (await Las(arende)).Ombud[0].Id;
    }

    private static Task<SlutfordUppgift> Kommunicera(Provarende a) => a.Slutfor("Kommunicera", ("kommuniceras", "ja"), ("kommuniceratSatt", "brev"), ("kommuniceratDag", a.Enhet.Dag(0)),
        ("svarSenast", a.Enhet.Dag(10)), ("muntligInformation", "ja"));

    [Theory, PaSqlite, PaPostgres]
    public async Task Efter_dodsfallet_galler_inget_samtycke_men_det_star_att_det_gavs(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        Provarende.Ok(await Sand(arende, new LaggTillNarstaende(arende.Nummer, "Eva Ek", Relation.Barn, null, Kontaktlov.MedSamtycke, null)));
        Provarende.Ok(await Sand(arende, new NoteraSamtycke(
            arende.Nummer, Samtyckesandamal.KontaktNarstaende, "Eva Ek", "Hur insatserna fungerar.", Samtyckessatt.Muntligt, enhet.Idag, enhet.Idag.AddDays(90))));
        Assert.Equal((1, "galler"), ((await Las(arende)).Huvud.Akt.Samtycken, (await Las(arende)).Narstaende[0].Samtycken[0].Lage));

        Provarende.Ok(await Sand(arende, new RegistreraDodsfall(arende.Nummer, (await arende.Las()).Version, enhet.Idag)));

        var akt = await Las(arende);
        Assert.Equal((0, false, true), (akt.Huvud.Akt.Samtycken, akt.Samtycken[0].Galler, akt.Samtycken[0].BrutetAvDoden));
        Assert.Equal([new SamtyckeOm("avliden", $"Kontakt med närstående (hur insatserna fungerar), gavs {Datumtext.Lang(enhet.Idag)} och upphörde när personen avled")], akt.Narstaende[0].Samtycken);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Vid_namnet_star_om_personen_samtyckt_till_att_vi_talar_med_hen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        Provarende.Ok(await Sand(arende, new LaggTillNarstaende(arende.Nummer, "Eva Ek", Relation.Barn, null, Kontaktlov.MedSamtycke, null)));
        Provarende.Ok(await Sand(arende, new RegistreraOmbud(arende.Nummer, "Bo Bok", OmbudRoll.Fullmakt, null, [], null, null, false, null)));
        Assert.Empty((await Las(arende)).Narstaende[0].Samtycken);
        var tom = enhet.Idag.AddDays(10);

        var evas = Provarende.Ok(await Notera("dottern eva ek", "Hur insatserna fungerar.", tom));
        Provarende.Ok(await Notera("Bo Bok", null, null));
        // Ett namn som bara börjar likadant är någon annan.
        Provarende.Ok(await Notera("Eva Ekström", "Ekonomin", tom));

        var akt = await Las(arende);
        Assert.Equal([new SamtyckeOm("galler", $"Kontakt med närstående (hur insatserna fungerar), till och med {Datumtext.Lang(tom)}")], akt.Narstaende[0].Samtycken);
        Assert.Equal([new SamtyckeOm("galler", "Kontakt med närstående, utan att säga vad det omfattar, utan sista dag")], akt.Ombud[0].Samtycken);
        Assert.Equal(2, akt.Samtycken.Single(s => s.Till == "Bo Bok").Brister.Count);
        Assert.Empty(akt.Samtycken.Single(s => s.Till == "dottern eva ek").Brister);

        Provarende.Ok(await Sand(arende, new AterkallaSamtycke(arende.Nummer, evas.Id, 0, enhet.Idag, "Personen, i telefon")));
        akt = await Las(arende);
        Assert.Equal([new SamtyckeOm("aterkallat", $"Kontakt med närstående (hur insatserna fungerar), återkallat {Datumtext.Lang(enhet.Idag)}")], akt.Narstaende[0].Samtycken);
        Provarende.Ok(await Notera("Eva Ek", "Allt", tom));
        await enhet.Ga(11);
        Assert.Equal(["utgatt", "aterkallat"], (await Las(arende)).Narstaende[0].Samtycken.Select(s => s.Lage));

        Task<Result<AntecknatSamtycke>> Notera(string till, string? vad, DateOnly? sist) =>
            Sand(arende, new NoteraSamtycke(arende.Nummer, Samtyckesandamal.KontaktNarstaende, till, vad, Samtyckessatt.Muntligt, enhet.Idag, sist));
    }

    [Theory]
    [InlineData("Alla barnen utom Eva Ek", Kontaktlov.Ja, Samtyckesandamal.KontaktNarstaende, "oklart")]
    [InlineData("Systern, inte Eva Ek", Kontaktlov.Ja, Samtyckesandamal.KontaktNarstaende, "oklart")]
    [InlineData("Den som Eva Ek väljer", Kontaktlov.Ja, Samtyckesandamal.KontaktNarstaende, "oklart")]
    [InlineData("Eva Ek", Kontaktlov.Nej, Samtyckesandamal.KontaktNarstaende, "oklart")]
    [InlineData("Eva Ek", Kontaktlov.Ja, Samtyckesandamal.Bild, null)]
    [InlineData("Alla barnen utom Eva Ek", Kontaktlov.Ja, Samtyckesandamal.AnnanEnhet, null)]
    [InlineData("sonen Bo Ek och dottern Eva Ek", Kontaktlov.MedSamtycke, Samtyckesandamal.KontaktNarstaende, "galler")]
    public async Task Ett_samtycke_galler_bara_den_som_det_utan_tvekan_omfattar(string till, Kontaktlov lov, Samtyckesandamal andamal, string? lage)
    {
        await using var enhet = await Provenhet.Skapa(Provdatabas.Sqlite).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        Provarende.Ok(await Sand(arende, new LaggTillNarstaende(arende.Nummer, "Eva Ek", Relation.Barn, null, lov, null)));
        Provarende.Ok(await Sand(arende, new NoteraSamtycke(arende.Nummer, andamal, till, "Insatserna", Samtyckessatt.Muntligt, enhet.Idag, null)));

        Assert.Equal(lage, (await Las(arende)).Narstaende[0].Samtycken.SingleOrDefault()?.Lage);
    }

    private static (string, string)[] Svar(Provenhet enhet, Guid? av = null) =>
    [
        ("svarade", "inga-invandningar"), ("svarsdag", enhet.Dag(0)), ("muntligt", "nej"), ("forslagAndras", "nej"),
        .. av is { } ombud ? new[] { ("svaradeAv", ombud.ToString()) } : [],
    ];

    private static Task<Result<T>> Sand<T>(Provarende arende, MediatR.IRequest<Result<T>> request) => arende.Enhet.Vard.Sand(request, arende.Enhet.Handlaggare);

    private static async Task<PersonaktSvar> Las(Provarende arende) => Provarende.Ok(await Sand(arende, new HamtaPersonakt(arende.Nummer)));
}
