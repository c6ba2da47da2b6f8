using CaseFlow.Application.Arenden;
using CaseFlow.Application.Personer;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Personer;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Personer;

/// <summary>Where the person is reached: from a later ansökan, or by her handläggare.</summary>
public sealed class KontaktTests
{
    private static readonly string Personnummer = Givet.Personnummer(new(1942, 3, 14), 980);

    [Theory, PaSqlite, PaPostgres]
    public async Task En_senare_ansokans_kontaktuppgifter_star_i_ansokan_och_andrar_inte_registret(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        await Registrera(enhet, "ET-1", new("Gamla gatan 1", "128 58", "Skarpnäck"), "08-1", "sv", tolk: false);

        var nummer = await Registrera(enhet, "ET-2", new("Nya gatan 2", "128 59", "Bagarmossen"), "08-2", "fi", tolk: true);

        Assert.Equal((new Adress("Gamla gatan 1", "128 58", "Skarpnäck"), "08-1", "sv", false), await Kontakt(enhet));
        var handelse = Assert.Single(await enhet.Spar(), h => h.Typ == nameof(KontaktAvviker));
        Assert.DoesNotContain("Nya gatan", handelse.Data, StringComparison.Ordinal);
        var arende = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(nummer), enhet.Handlaggare));
        Assert.Equal("Nya gatan 2, 128 59 Bagarmossen, 08-2, Finska, behöver tolk", arende.Ansokan.Kontakt);
        Assert.Contains(arende.Tidslinje, r => r.Text.StartsWith("Ansökan har andra uppgifter om personen", StringComparison.Ordinal));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Har_registret_andrats_till_det_som_ansokan_sager_skiljer_inget_mer(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        await Registrera(enhet, "ET-1", new("Gamla gatan 1", "128 58", "Skarpnäck"), "08-1", "sv", tolk: false);
        var nummer = await Registrera(enhet, "ET-2", new("Nya gatan 2", "128 59", "Bagarmossen"), "08-2", "sv", tolk: false);

        await Andra("08-2", gata: "Gamla gatan 1");
        Assert.Equal("Nya gatan 2, 128 59 Bagarmossen", (await Las()).Ansokan.Kontakt);
        await Andra("08-2", gata: "Nya gatan 2");
        Assert.Null((await Las()).Ansokan.Kontakt);
        await Andra("08-3", gata: "Nya gatan 2");
        Assert.Equal("08-2", (await Las()).Ansokan.Kontakt);

        async Task<ArendeSvar> Las() => Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(nummer), enhet.Handlaggare));
        async Task Andra(string telefon, string gata)
        {
            var version = (await Las()).Huvud.Person.Version;
            Provarende.Ok(await enhet.Vard.Sand(new AndraKontakt(nummer, version, gata, "128 59", "Bagarmossen", telefon, "sv", false), enhet.Handlaggare));
        }
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Vem_som_andrade_vad_star_kvar_for_den_som_handlagger(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var nummer = await Registrera(enhet, "ET-1", new("Gamla gatan 1", "128 58", "Skarpnäck"), "08-1", "sv", tolk: false);
        Assert.Empty((await Las(enhet.Handlaggare)).Kontaktandringar);

        await Andra(enhet.Handlaggare, "Nya gatan 2", "08-1", "fi");
        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(5));
        // Samma uppgifter en gång till är ingen ändring.
        await Andra(enhet.Handlaggare, "Nya gatan 2", "08-1", "fi");
        await Andra(enhet.Chef, "Nya gatan 2", "08-3", "fi");

        var andringar = (await Las(enhet.Handlaggare)).Kontaktandringar;
        Assert.Equal(["Clara Chef", "Hanna Handläggare"], andringar.Select(a => a.Vem));
        Assert.Equal([("Telefon", "08-1", "08-3")], andringar[0].Falt.Select(f => (f.Etikett, f.Fore, f.Efter)));
        Assert.Equal([("Adress", "Gamla gatan 1, 128 58 Skarpnäck", "Nya gatan 2, 128 59 Bagarmossen"), ("Språk", "Svenska", "Finska")], andringar[1].Falt.Select(f => (f.Etikett, f.Fore, f.Efter)));
        Assert.Equal(TimeSpan.FromMinutes(5), andringar[0].Nar - andringar[1].Nar);
        Provarende.Ok(await enhet.Vard.Sand(new OppnaMedSkal(nummer, "Hon ringde mig i stället"), enhet.Kollega));
        Assert.Empty((await Las(enhet.Kollega)).Kontaktandringar);
        // Skyddas hon visas inget av det, inte för den som handlägger heller, förrän hon själv visas.
        Provarende.Ok(await enhet.Vard.Sand(new AndraSkydd(nummer, (await Las(enhet.Handlaggare)).Huvud.Person.Version, Skydd.Sekretessmarkering, "Hotbild"), enhet.Handlaggare));
        Assert.Empty((await Las(enhet.Handlaggare)).Kontaktandringar);

        async Task<PersonaktSvar> Las(Domain.Behorigheter.Aktor vem) => Provarende.Ok(await enhet.Vard.Sand(new HamtaPersonakt(nummer), vem));
        async Task Andra(Domain.Behorigheter.Aktor vem, string gata, string telefon, string sprak) => Provarende.Ok(await enhet.Vard.Sand(
            new AndraKontakt(nummer, (await Las(vem)).Huvud.Person.Version, gata, "128 59", "Bagarmossen", telefon, sprak, false), vem));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ombudets_uppdrag_star_i_arendet(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var godMan = await Uppdrag("ET-1", new("Eva Prov", "god-man", null, ["sorja-for-person", "bevaka-ratt"], null));
        var fullmakt = await Uppdrag("ET-2", new("Eva Prov", "fullmakt", null, ["Allt, utom pengar"], null));
        var inget = await Uppdrag("ET-3", new("Eva Prov", "god-man", null, null, null));

        Assert.Equal(("Sörja för person, bevaka rätt", "Allt, utom pengar", null), (godMan, fullmakt, inget));

        async Task<string?> Uppdrag(string externId, InkommetOmbud ombud)
        {
            var registrerad = Provarende.Ok(await enhet.Registrera(enhet.Ansokan(externId, Personnummer) with { Ombud = ombud }));
            return Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(registrerad.Arendenummer), enhet.Handlaggare)).Ansokan.Ombudsuppdrag;
        }
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_annat_namn_an_registrets_syns_for_handlaggaren(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var forsta = enhet.Ansokan("ET-1", Personnummer);
        var (namn, sokande) = (forsta.Sokande.Fornamn!, forsta.Sokande with { Adress = null });
        await enhet.Registrera(forsta);

        var fel = await Ansokan("ET-2", sokande with { Fornamn = "Fel", Efternamn = "Namn" });
        var samma = await Ansokan("ET-3", sokande with { Fornamn = $"{namn.ToUpperInvariant()}-Karin Maria" });

        var gift = await Ansokan("ET-4", sokande with { Efternamn = $"{sokande.Efternamn}-Nyman" });

        Assert.Equal($"{namn} {sokande.Efternamn}-Nyman", gift.AnnatNamn);
        Assert.Equal(("Fel Namn", null), (fel.AnnatNamn, fel.Kontakt));
        Assert.Null(samma.AnnatNamn);
        Assert.Equal(namn, await enhet.Vard.Las(db => db.Personer.Select(p => p.Fornamn).SingleAsync()));
        Assert.All((await enhet.Spar()).Where(h => h.Typ == nameof(KontaktAvviker)), h => Assert.DoesNotContain("Fel", h.Data, StringComparison.Ordinal));

        async Task<AnsokanVy> Ansokan(string externId, InkommenSokande s)
        {
            var registrerad = Provarende.Ok(await enhet.Registrera(enhet.Ansokan(externId, Personnummer) with { Sokande = s }));
            return Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(registrerad.Arendenummer), enhet.Handlaggare)).Ansokan;
        }
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_en_senare_ansokan_utelamnar_ar_ingen_skillnad(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        await Registrera(enhet, "ET-1", new("Gamla gatan 1", "128 58", "Skarpnäck"), "08-1", "fi", tolk: true);

        await Registrera(enhet, "ET-2", new("", " ", ""), " ", "sv", tolk: false);
        await Registrera(enhet, "ET-3", new("Gamla gatan 1 ", "128 58", "Skarpnäck"), "08-1", "fi", tolk: true);

        Assert.All(await enhet.Vard.Las(db => db.Ansokningar.ToListAsync()), a => Assert.Null(a.Kontakt));
        Assert.DoesNotContain(await enhet.Spar(), h => h.Typ == nameof(KontaktAvviker));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_skyddad_persons_nya_uppgifter_visas_bara_medan_skyddet_ar_oppnat(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        await Registrera(enhet, "ET-1", new("Gamla gatan 1", "128 58", "Skarpnäck"), "08-1", "sv", tolk: false, skydd: "sekretessmarkering");

        var nummer = await Registrera(enhet, "ET-2", new("Nya gatan 2", "128 59", "Bagarmossen"), "08-2", "sv", tolk: false);

        Assert.Null(Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(nummer), enhet.Chef)).Ansokan.Kontakt);
        Provarende.Ok(await enhet.Vard.Sand(new VisaSkyddadeUppgifter(nummer, "Personen har flyttat"), enhet.Chef));
        Assert.Equal("Nya gatan 2, 128 59 Bagarmossen, 08-2", Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(nummer), enhet.Chef)).Ansokan.Kontakt);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Handlaggaren_andrar_kontaktuppgifterna_och_en_gammal_kopia_nekas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var nummer = await Registrera(enhet, "ET-1", new("Gamla gatan 1", "128 58", "Skarpnäck"), "08-1", "sv", tolk: false);
        var last = Provarende.Ok(await enhet.Vard.Sand(new HamtaKontakt(nummer), enhet.Handlaggare));
        Assert.Equal(("Gamla gatan 1", "08-1"), (last.Gata, last.Telefon));
        var ny = new AndraKontakt(nummer, last.Version, null, null, null, "08-2", "ar", true);

        Provarende.Ok(await enhet.Vard.Sand(ny, enhet.Handlaggare));

        Assert.Equal((null, "08-2", "ar", true), await Kontakt(enhet));
        Assert.Equal("INAKTUELL_KOPIA", (await enhet.Vard.Sand(ny, enhet.Handlaggare)).Error?.Code);
        Assert.Equal("SKAL_KRAVS", (await enhet.Vard.Sand(ny, enhet.Kollega)).Error?.Code);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_halv_adress_och_ett_okant_sprak_nekas_vid_falten(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var nummer = await Registrera(enhet, "ET-1", new("Gamla gatan 1", "128 58", "Skarpnäck"), null, "sv", tolk: false);

        var svar = await enhet.Vard.Sand(new AndraKontakt(nummer, 0, "Nya gatan 2", null, " ", null, "klingon", false), enhet.Handlaggare);

        Assert.Equal(["postnummer", "ort", "sprak"], svar.Error!.Fields.Select(f => f.Field));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Skyddade_kontaktuppgifter_andras_bara_medan_de_visas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var nummer = await Registrera(enhet, "ET-1", new("Gamla gatan 1", "128 58", "Skarpnäck"), null, "sv", tolk: false, skydd: "sekretessmarkering");
        var ny = new AndraKontakt(nummer, 0, "Nya gatan 2", "128 59", "Bagarmossen", null, "sv", false);

        Assert.Equal("SKYDD_DOLT", (await enhet.Vard.Sand(new HamtaKontakt(nummer), enhet.Chef)).Error?.Code);
        Assert.Equal("SKYDD_DOLT", (await enhet.Vard.Sand(ny, enhet.Chef)).Error?.Code);
        Provarende.Ok(await enhet.Vard.Sand(new VisaSkyddadeUppgifter(nummer, "Personen har flyttat"), enhet.Chef));
        Provarende.Ok(await enhet.Vard.Sand(ny, enhet.Chef));
    }

    private static async Task<string> Registrera(
        Provenhet enhet, string externId, InkommenAdress adress, string? telefon, string sprak, bool tolk, string skydd = "ingen")
    {
        var ansokan = enhet.Ansokan(externId, Personnummer, skydd: skydd);
        var sokande = ansokan.Sokande with { Adress = adress, Telefon = telefon, Sprak = sprak, Tolkbehov = tolk };
        return Provarende.Ok(await enhet.Registrera(ansokan with { Sokande = sokande })).Arendenummer;
    }

    private static Task<(Adress?, string?, string, bool)> Kontakt(Provenhet enhet) => enhet.Vard.Las(async db =>
    {
        var person = await db.Personer.SingleAsync();
        return (person.Adress, person.Telefon, person.Sprak, person.Tolkbehov);
    });
}
