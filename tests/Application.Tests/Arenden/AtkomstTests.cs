using CaseFlow.Application.Arenden;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Handlingar;
using CaseFlow.Application.Journal;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Tests.Journal;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;
using MediatR;

namespace CaseFlow.Application.Tests.Arenden;

/// <summary>Who comes in, to what: each relation to an ärende against each door.</summary>
public sealed class AtkomstTests
{
    private const string In = "in";
    private const string FinnsInte = "FINNS_INTE";
    private const string Skal = "SKAL_KRAVS";
    private const string Ratt = "BEHORIGHET_SAKNAS";

    /// <summary>Past the door: the version that was sent is the only fault.</summary>
    private const string Inaktuell = "INAKTUELL_KOPIA";

    [Theory, PaSqlite, PaPostgres]
    public async Task Varje_relation_moter_ratt_dorr(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var (oppet, skyddat, fel) = (await enhet.EttArende().MedAvslutadUtredning().MedAnteckning().Bygg(), await Skyddat(enhet), new List<string>());
        var aktorer = await Relationer(enhet, oppet);

        foreach (var (namn, aktor, lasOppet, skrivOppet, lasSkyddat, skrivSkyddat) in aktorer)
        {
            await Prova(oppet, "öppet", namn, aktor, lasOppet, skrivOppet);
            await Prova(skyddat, "skyddat", namn, aktor, lasSkyddat, skrivSkyddat);
        }

        Assert.True(fel.Count == 0, string.Join(Environment.NewLine, fel));
        await enhet.KedjornaHaller();

        async Task Prova(Provarende arende, string vilket, string namn, Aktor aktor, string las, string skriv)
        {
            foreach (var (vad, kod) in await Lasningar(arende, aktor))
                if (kod != las) fel.Add($"{namn} {vad} {vilket}: {kod}, väntade {las}");
            foreach (var (vad, kod) in await Skrivningar(arende, aktor))
            {
                var vantad = skriv == "INTE_DITT_ARENDE" && vad is nameof(SlutforUppgift) or nameof(TaUppgift) ? "INTE_DIN_UPPGIFT"
                    // Ett utkast rör ingen annans kopia, och en läsning ingen.
                    : skriv == "INAKTUELL_KOPIA" && vad is nameof(SparaUtkast) or nameof(KastaUtkast) or nameof(HamtaValdsfragelydelser) ? In : skriv;
                if (kod != vantad) fel.Add($"{namn} {vad} {vilket}: {kod}, väntade {vantad}");
            }
        }
    }

    /// <summary>The union of two roles is no right in either unit: the ärenden of the unit where one only is utförare do not exist.</summary>
    [Fact]
    public async Task Tva_uppdrag_i_tva_enheter_laser_bara_dar_rollen_laser()
    {
        await using var enhet = await Provenhet.Skapa();
        var (oppet, grannens) = (await enhet.EttArende().Bygg(), await enhet.Ett(enhet.Ansokan(postnummer: "129 40")));
        await enhet.Ny(31, "Två Uppdrag", Roll.Utforare);
        await enhet.Vard.Skriv(db =>
        {
            db.Uppdrag.Add(Uppdrag.Ge(new(31), Provenhet.AnnanEnhet, Roll.Handlaggare, new(new DateOnly(2021, 1, 1), null), Delegatniva.Handlaggare));
            return Task.CompletedTask;
        });
        var aktor = await enhet.Aktor(31);

        Assert.Equal((Provenhet.Enhet, true), (aktor.Hemenhet, aktor.Har(Behorighet.LasaArende)));
        Assert.Equal([Provenhet.AnnanEnhet], aktor.EnheterMed(Behorighet.LasaArende));
        Assert.Equal(FinnsInte, (await enhet.Vard.Sand(new HamtaArende(oppet.Nummer), aktor)).Error?.Code);
        Assert.Equal(FinnsInte, (await enhet.Vard.Sand(new OppnaMedSkal(oppet.Nummer, "Personen ringde mig"), aktor)).Error?.Code);
        Assert.Equal(Skal, (await enhet.Vard.Sand(new HamtaArende(grannens.Nummer), aktor)).Error?.Code);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Listorna_visar_precis_det_dorren_slapper_in(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var oppet = await enhet.EttArende().Bygg();
        var kollegans = await enhet.EttArende().Bygg();
        var skyddat = await Skyddat(enhet);
        var grannens = await enhet.Ett(enhet.Ansokan(postnummer: "129 40"));
        Provarende[] alla = [oppet, kollegans, skyddat, grannens];

        foreach (var (namn, aktor, _, _, _, _) in (await Relationer(enhet, oppet)).Where(r => r.LasOppet != Ratt))
        {
            var slapps = new List<string>();
            foreach (var arende in alla)
            {
                var svar = await enhet.Vard.Sand(new HamtaArende(arende.Nummer), aktor);
                if (!svar.Failed && (await Grund(enhet, arende, aktor)) != "skal") slapps.Add(arende.Nummer);
            }
            var egna = Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(), aktor));
            var enhetens = aktor.Har(Behorighet.SeEnheten) ? Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(HelaEnheten: true), aktor)).Rader : [];
            var idag = Provarende.Ok(await enhet.Vard.Sand(new HamtaIdag(), aktor)).Band.SelectMany(b => b.Rader).Select(r => r.Arendenummer).ToList();

            Assert.Equal((namn, string.Join(' ', slapps)), (namn, string.Join(' ', egna.Rader.Concat(enhetens).Select(r => r.Nummer).Distinct().Order(StringComparer.Ordinal))));
            Assert.Empty(idag.Except(slapps));
            // En markör från början av allt ger hela ens egen lista, och inget av någon annans.
            Assert.Equal(egna.Rader.Select(r => r.Nummer), Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(Efter: new Radmarkor(0).ToString()), aktor)).Rader.Select(r => r.Nummer));
            if (!aktor.Har(Behorighet.SeEnheten)) Assert.Equal((namn, "BEHORIGHET_SAKNAS"), (namn, (await enhet.Vard.Sand(new ListaArenden(HelaEnheten: true), aktor)).Error?.Code));
        }
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_har_jav_varken_laser_eller_handlagger(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedAvslutadUtredning().MedAnteckning().Bygg();
        var id = (await arende.Las()).Id;
        await enhet.Vard.Skriv(db =>
        {
            db.Jav.Add(Jav.Anmal(Givet.Hanna, id, "Släkt", enhet.Vard.Tid.GetUtcNow()).Value.Jav);
            return Task.CompletedTask;
        });

        Assert.All((await Lasningar(arende, enhet.Handlaggare)).Concat(await Skrivningar(arende, enhet.Handlaggare)), l => Assert.Equal("JAVIG", l.Kod));
        await enhet.Vard.Skriv(async db => (await db.Jav.SingleAsync()).Prova(javig: false, "De är inte släkt", enhet.Chef.Id, enhet.Vard.Tid.GetUtcNow()));
        Assert.All(await Lasningar(arende, enhet.Handlaggare), l => Assert.Equal(In, l.Kod));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_skal_galler_dagen_ut_och_nekandet_star_i_arendets_kedja(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        Assert.Equal(Skal, (await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Kollega)).Error?.Code);
        Assert.Equal("SKAL_SAKNAS", (await enhet.Vard.Sand(new OppnaMedSkal(arende.Nummer, "      ."), enhet.Kollega)).Error?.Code);
        Provarende.Ok(await enhet.Vard.Sand(new OppnaMedSkal(arende.Nummer, "Personen ringde mig"), enhet.Kollega));

        // Start är 09.00 i Sverige; dagen slutar om femton timmar.
        enhet.Vard.Tid.Ga(TimeSpan.FromHours(15) - TimeSpan.FromSeconds(1));
        Assert.False((await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Kollega)).Failed);
        enhet.Vard.Tid.Ga(TimeSpan.FromSeconds(1));
        Assert.Equal(Skal, (await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Kollega)).Error?.Code);
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new OppnaMedSkal(arende.Nummer, "Nyfiken"), enhet.Utomstaende)).Error?.Kind);

        var id = (await arende.Las()).Id;
        var nekade = (await enhet.Spar()).Where(h => h.Utfall == Auditutfall.Nekad).ToList();
        Assert.All(nekade, h => Assert.Equal($"arende:{id.Value}", h.Kedja));
        Assert.Equal([Skal, "SKAL_SAKNAS", Skal, FinnsInte], nekade.Select(h => h.Kod));
        Assert.Equal(["skal-kravs", "skal-kravs", "skal-kravs", "ingen"], nekade.Select(h => h.Grund));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_nummer_som_inte_finns_svarar_som_ett_man_inte_far_se(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();

        var finns = await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Utomstaende);
        var saknas = await enhet.Vard.Sand(new HamtaArende("2026-9999"), enhet.Utomstaende);

        Assert.Equal(finns.Error, saknas.Error, (a, b) => (a!.Kind, a.Code, a.Text) == (b!.Kind, b.Code, b.Text));
        Assert.Equal("enhet:2:2026-09-16", (await enhet.Spar()).Single(h => h.Kod == FinnsInte && h.ArendeId is null).Kedja);
    }

    private sealed record Relation(string Namn, Aktor Aktor, string LasOppet, string SkrivOppet, string LasSkyddat, string SkrivSkyddat);

    private static async Task<List<Relation>> Relationer(Provenhet enhet, Provarende oppet)
    {
        var medSkal = await enhet.Ny(16, "Sixten Skäl");
        var ersattare = await enhet.Ny(17, "Erik Ersättare", granne: true);
        var namngiven = await enhet.Ny(18, "Nina Namngiven");
        var forvaltare = await enhet.Ny(19, "Frans Förvaltare", Roll.Forvaltare);
        await enhet.Ersatt(enhet.Handlaggare, ersattare);
        Provarende.Ok(await enhet.Vard.Sand(new OppnaMedSkal(oppet.Nummer, "Personen ringde mig"), medSkal));
        await enhet.Vard.Skriv(db =>
        {
            foreach (var person in db.Personer.Where(p => p.Skydd != Skydd.Ingen))
                db.NamngivnaAtkomster.Add(NamngivenAtkomst.Ge(person.Id, namngiven.Id, enhet.Chef.Id, enhet.Vard.Tid.GetUtcNow()));
            return Task.CompletedTask;
        });
        return
        [
            new("tilldelad", enhet.Handlaggare, In, Inaktuell, In, Inaktuell),
            new("ställföreträdare", ersattare, In, Inaktuell, FinnsInte, FinnsInte),
            new("chef", enhet.Chef, In, Inaktuell, In, Inaktuell),
            new("kollega", enhet.Kollega, Skal, Skal, FinnsInte, FinnsInte),
            new("kollega med skäl", medSkal, In, "INTE_DITT_ARENDE", FinnsInte, FinnsInte),
            new("namngiven kollega", namngiven, Skal, Skal, Skal, Skal),
            new("annan enhets chef", enhet.Utomstaende, FinnsInte, FinnsInte, FinnsInte, FinnsInte),
            new("förvaltare", forvaltare, Ratt, Ratt, Ratt, Ratt),
        ];
    }

    private static async Task<Provarende> Skyddat(Provenhet enhet)
    {
        var arende = await enhet.EttArende().MedSkyddadeUppgifter().Bygg();
        Provarende.Ok(await arende.Forsok("TilldelaHandlaggare", enhet.Chef, ("handlaggare", "11")));
        await arende.Granska();
        await arende.Utred();
        Provarende.Ok(await arende.ForsokAvsluta());
        await AnteckningTests.Skriv(arende, "Provsamtal");
        return arende;
    }

    private static async Task<List<(string Vad, string Kod)>> Lasningar(Provarende a, Aktor aktor)
    {
        var uppgift = (await a.Uppgift("LamnaForslag")).PublikId;
        return
        [
            await Kod(a, aktor, new HamtaArendeoversikt(a.Nummer)), await Kod(a, aktor, new ListaBeslut(a.Nummer)),
            await Kod(a, aktor, new Application.Insatser.ListaInsatser(a.Nummer)), await Kod(a, aktor, new HamtaArende(a.Nummer)), await Kod(a, aktor, new HamtaUtredning(a.Nummer)), await Kod(a, aktor, new HamtaLydelser(a.Nummer, "d6")),
            await Kod(a, aktor, new HamtaBeslutsunderlag(a.Nummer)), await Kod(a, aktor, new HamtaUppgift(uppgift)),
            await Kod(a, aktor, new HamtaAnteckningar(a.Nummer)), await Kod(a, aktor, new HamtaAnteckning(a.Nummer, 1)),
            await Kod(a, aktor, new HamtaHandlingar(a.Nummer)), await Kod(a, aktor, new HamtaPersonakt(a.Nummer)),
            await Kod(a, aktor, new Application.Processer.HamtaProcesskarta(a.Nummer)),
        ];
    }

    private static async Task<List<(string Vad, string Kod)>> Skrivningar(Provarende a, Aktor aktor)
    {
        var uppgift = (await a.Uppgift("LamnaForslag")).PublikId;
        return
        [
            await Kod(a, aktor, new AtertaAnsokan(a.Nummer, -1, a.Enhet.Idag, "skriftligt")), await Kod(a, aktor, new RegistreraFlytt(a.Nummer, -1, a.Enhet.Idag)),
            await Kod(a, aktor, new AtertaInsats(a.Nummer, -1, 1, a.Enhet.Idag, "skriftligt")),
            await Kod(a, aktor, new Application.Insatser.FoljUppNu(a.Nummer, -1, 1)),
            await Kod(a, aktor, new RegistreraDodsfall(a.Nummer, -1, a.Enhet.Idag)), await Kod(a, aktor, new AndraAnkomstdag(a.Nummer, -1, a.Enhet.Idag, "x")),
            await Kod(a, aktor, new AndraSkydd(a.Nummer, -1, Skydd.SkyddadFolkbokforing, "x")),
            await Kod(a, aktor, new SlutforUppgift(uppgift, -1, Svarsvarden.Inga)), await Kod(a, aktor, new TaUppgift(uppgift, -1)),
            await Kod(a, aktor, new StrykAnteckning(a.Nummer, 1, -1, "x")),
            await Kod(a, aktor, new SparaUtkast(a.Nummer, "utredning:d6", Svarsvarden.Inga)), await Kod(a, aktor, new KastaUtkast(a.Nummer, "utredning:d6")),
            // Om frågan om våld är ställd läses av dem som får skriva.
            await Kod(a, aktor, new HamtaValdsfragelydelser(a.Nummer)),
        ];
    }

    private static async Task<(string, string)> Kod<T>(Provarende a, Aktor aktor, IRequest<Result<T>> request) =>
        (request.GetType().Name, (await a.Enhet.Vard.Sand(request, aktor)).Error?.Code ?? In);

    private static async Task<string?> Grund(Provenhet enhet, Provarende arende, Aktor aktor)
    {
        var id = (await arende.Las()).Id;
        return (await enhet.Spar()).Last(h => h.ArendeId == id && h.AktorId == aktor.Id && h.Typ == nameof(HamtaArende)).Grund;
    }
}
