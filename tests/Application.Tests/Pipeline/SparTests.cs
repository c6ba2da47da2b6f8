using System.Reflection;
using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Arbetsfordelning;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Avvikelser;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Handlingar;
using CaseFlow.Application.Indikatorer;
using CaseFlow.Application.Insatser;
using CaseFlow.Application.Journal;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Tests.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Utredningar;
using CaseFlow.Data.Identitet;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Handlingar;
using CaseFlow.Domain.Indikatorer;
using CaseFlow.Domain.Journal;
using CaseFlow.Domain.Personer;
using CaseFlow.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests.Pipeline;

/// <summary>No audit event, no action: every use case there is, once allowed and once refused.</summary>
public sealed class SparTests
{
    /// <summary>Signed in in the unit and may do nothing.</summary>
    private static readonly Aktor UtanRatt = new(AktorSlag.Person, new(99), "utan rätt", new HashSet<Behorighet>(), [new(1)], [], Delegatniva.Ingen);

    [Theory, PaSqlite, PaPostgres]
    public async Task Varje_anrop_lamnar_spar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var tabell = Tabell(enhet);
        Assert.Equal("", string.Join(", ", Anropstyper().Except(tabell.Keys).Select(t => t.Name)));

        var (fel, provade) = (new List<string>(), 0);
        foreach (var (typ, forbered) in tabell)
        {
            provade++;
            var begaran = await forbered();
            if (await begaran.Sand(begaran.Aktor) is { } nekad) fel.Add($"{typ.Name} nekades: {nekad.Code} {nekad.Text} {string.Join("; ", nekad.Fields)}");
            else fel.AddRange((await Nya(enhet, begaran.Fore)).SelectMany(h => Brister(h, begaran)).Select(b => $"{typ.Name}: {b}"));
            if ((await Nya(enhet, begaran.Fore)).Count == 0) fel.Add($"{typ.Name} lämnade inget spår.");

            var fore = await Ids(enhet);
            if ((await begaran.Sand(UtanRatt))?.Code != "BEHORIGHET_SAKNAS") fel.Add($"{typ.Name} släppte in den som saknar behörighet.");
            var spar = await Nya(enhet, fore);
            if (spar is not [{ Utfall: Auditutfall.Nekad, Kod: "BEHORIGHET_SAKNAS", Kedja: var kedja, AktorId.Value: 99, AktorSlag: AktorSlag.Person } rad]
                || rad.Typ != typ.Name || kedja != $"enhet:1:{enhet.Idag:yyyy-MM-dd}")
                fel.Add($"{typ.Name}: nekandet gav {spar.Count} spår: {string.Join(", ", spar.Select(h => $"{h.Typ} {h.Utfall} {h.Kod} {h.Kedja}"))}");
        }

        Assert.True(fel.Count == 0, string.Join(Environment.NewLine, fel));
        Assert.Equal(Anropstyper().Count(), provade);
        await enhet.KedjornaHaller();
    }

    private static IEnumerable<string> Brister(AuditHandelse h, Begaran begaran)
    {
        if ((h.AktorSlag, h.AktorId) != (begaran.Aktor.Slag, begaran.Aktor.Id)) yield return $"{h.Typ} nämner aktören {h.AktorSlag} {h.AktorId}.";
        if ((h.Utfall, h.Kod) != (Auditutfall.Ok, null)) yield return $"{h.Typ} har utfallet {h.Utfall} {h.Kod}.";
        var kedja = h.ArendeId is { } a ? $"arende:{a.Value}" : begaran.Dagkedja;
        if (h.Kedja != kedja) yield return $"{h.Typ} står i kedjan {h.Kedja}, inte i {kedja}.";
        if (begaran.Arende is { } arende && h.ArendeId?.Value != arende) yield return $"{h.Typ} hör till ärendet {h.ArendeId}, inte {arende}.";
        if (begaran.Arende is null && !begaran.FarGallaArende && h.ArendeId is not null) yield return $"{h.Typ} hör till ett ärende.";
    }

    private static IEnumerable<Type> Anropstyper() => typeof(RegistreraAnsokan).Assembly.GetTypes().Where(t => !t.IsAbstract
        && t.GetInterfaces().Any(i => i.IsGenericType && (i.GetGenericTypeDefinition() == typeof(ICommand<>) || i.GetGenericTypeDefinition() == typeof(IQuery<>))));

    private static async Task<HashSet<long>> Ids(Provenhet enhet) => [.. (await enhet.Spar()).Select(h => h.Id.Value)];

    private static async Task<List<AuditHandelse>> Nya(Provenhet enhet, HashSet<long> fore) => [.. (await enhet.Spar()).Where(h => !fore.Contains(h.Id.Value))];

    /// <param name="Arende">Every event belongs to it; null for lists and what is about no ärende.</param>
    private sealed record Begaran(Func<Aktor, Task<Error?>> Sand, Aktor Aktor, long? Arende, bool FarGallaArende, string Dagkedja, HashSet<long> Fore);

    private static Dictionary<Type, Func<Task<Begaran>>> Tabell(Provenhet enhet)
    {
        var tabell = new Dictionary<Type, Func<Task<Begaran>>>();
        var (hanna, chef, system) = (enhet.Handlaggare, enhet.Chef, Testvard.Allt);

        // Om inget ärende: listor, konton och systemets egna.
        Rad(hanna, () => new HamtaRegistreringsval());
        Rad(hanna, () => new HamtaIdag());
        Rad(hanna, () => new ListaArenden());
        Rad(hanna, () => new SparaVy("Saknar delar", "saknar=1", false));
        RadEfter(hanna, async () => new TaBortVy(Provarende.Ok(await enhet.Vard.Sand(new SparaVy("Ska bort", "saknar=1", false), hanna)).Id));
        Rad(chef, () => new HamtaEnheten());
        Rad(hanna, () => new HamtaFranvaro());
        Rad(hanna, () => new RegistreraFranvaro(null, enhet.Idag.AddDays(100), enhet.Idag.AddDays(101), null));
        RadEfter(chef, async () =>
        {
            Provarende.Ok(await enhet.Vard.Sand(new RegistreraFranvaro(hanna.Id.Value, enhet.Idag.AddDays(200), null, null), chef));
            return new AvslutaFranvaro(Provarende.Ok(await enhet.Vard.Sand(new HamtaFranvaro(), chef)).Rader[^1].Id);
        });
        RadEfter(chef, async () =>
        {
            await enhet.EttArende().Bygg();
            return new PlaneraFlytt(Hannas(1));
        });
        RadEfter(chef, async () => new FlyttaArenden(Hannas(1), Provarende.Ok(await enhet.Vard.Sand(new PlaneraFlytt(Hannas(1)), chef)).Fingeravtryck, "Semester"), galler: true);
        RadEfter(chef, async () =>
        {
            await enhet.EttArende().Bygg();
            var plan = Provarende.Ok(await enhet.Vard.Sand(new PlaneraFlytt(Hannas(1)), chef));
            var flytt = Provarende.Ok(await enhet.Vard.Sand(new FlyttaArenden(Hannas(1), plan.Fingeravtryck, "Semester"), chef)).Flytt;
            enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(1));
            return new AngraFlytt(flytt);
        }, galler: true);
        Rad(hanna, () => new ListaUppgifter());
        Rad(hanna, () => new SokPersoner("test"));
        Rad(hanna, () => new HamtaIndikatorer());
        Rad(hanna, () => new HamtaIndikatorUnderlag(IndikatorKatalog.SamtligaInsatserBeskrivna.Kod, "2026"));
        Rad(system, () => new ByggOmIndikatorer());
        Rad(hanna, () => new RapporteraAvvikelse("Fel", "I dag", "Rättat"));
        Rad(chef, () => new ListaAvvikelser());
        RadEfter(chef, async () =>
        {
            var rapport = Provarende.Ok(await enhet.Vard.Sand(new RapporteraAvvikelse("Fel", "I dag", "Rättat"), hanna));
            return new TaEmotAvvikelse(rapport.Id, 0);
        });
        Rad(system, () => new SkapaApiNyckel("e-tjansten", ["ansokan.registrera"]));
        Rad(system, () => new ListaApiNycklar());
        Rad(hanna, () => new HamtaMinaApiNycklar());
        Rad(hanna, () => new SkapaMinApiNyckel("Rapporten", ["arende.lasa"], enhet.Idag.AddDays(90)));
        RadEfter(hanna, async () =>
        {
            Provarende.Ok(await enhet.Vard.Sand(new SkapaMinApiNyckel("Tas bort", ["arende.lasa"], enhet.Idag), hanna));
            return new SparraMinApiNyckel(Provarende.Ok(await enhet.Vard.Sand(new HamtaMinaApiNycklar(), hanna)).Nycklar.Single(n => n.Namn == "Tas bort").Id);
        });
        RadEfter(system, async () =>
        {
            Provarende.Ok(await enhet.Vard.Sand(new SkapaApiNyckel("spärras", ["ansokan.registrera"])));
            return new SparraApiNyckel("spärras");
        });
        Rad(system, () => new AvvisaApiAnrop(new(1), "FEL_FORMAT"));
        Rad(system, () => new NoteraLoggprov(1, 2, null));
        Rad(system, () => new InloggningMisslyckades("hanna", Inloggningshinder.FelUppgifter));
        Rad(hanna, () => new RegistreraInloggning());
        Rad(hanna, () => new RegistreraLosenord());
        RadEfter(hanna, async () =>
        {
            await Konto();
            return new RegistreraTvasteg(true);
        });
        Rad(hanna, () => new Utloggning());
        RadEfter(system, async () =>
        {
            Provarende.Ok(await enhet.Vard.Sand(new LaggUppAnvandare(
                "Tea Telefon", "Biståndshandläggare", new(2), Roll.Handlaggare, Delegatniva.Handlaggare, enhet.Idag, Konto: new("tea", "ett långt lösenord"))));
            return new NollstallTvasteg("Tea");
        });
        RadEfter(system, async () =>
        {
            Provarende.Ok(await enhet.Vard.Sand(new LaggUppAnvandare(
                "Siv Slutar", "Biståndshandläggare", new(2), Roll.Handlaggare, Delegatniva.Handlaggare, enhet.Idag, Konto: new("siv", "ett långt lösenord"))));
            return new StangAnvandare("siv");
        });
        Rad(system, () => new ListaAnvandare());
        Rad(system, () => new HamtaAnvandare(hanna.Id.Value));
        Rad(system, () => new HamtaEnheter());
        Rad(hanna, () => new HamtaKonto(TimeSpan.FromHours(12)));
        RadEfter(hanna, async () =>
        {
            await Konto();
            return new BytLosenord("ett annat långt lösenord");
        });
        RadEfter(hanna, async () =>
        {
            await Konto();
            return new OppnaSession(Guid.Parse("0199aaaa-0000-7000-8000-000000000001"), "Firefox på Linux");
        });
        RadEfter(hanna, async () =>
        {
            await Konto();
            var session = Guid.Parse("0199aaaa-0000-7000-8000-000000000002");
            Provarende.Ok(await enhet.Vard.Sand(new OppnaSession(session, "Firefox"), hanna));
            return new AvslutaSession(session);
        });
        Rad(system, () => new GlomSessioner());
        RadEfter(hanna, async () =>
        {
            await Konto();
            return new RegistreraPasskey(Nyckel(1));
        });
        RadEfter(hanna, async () =>
        {
            await Konto();
            Provarende.Ok(await enhet.Vard.Sand(new RegistreraPasskey(Nyckel(2)), hanna));
            return new NamngePasskey("Ag", "Min andra dator");
        });
        RadEfter(hanna, async () =>
        {
            await Konto();
            Provarende.Ok(await enhet.Vard.Sand(new RegistreraPasskey(Nyckel(3)), hanna));
            return new TaBortPasskey("Aw");
        });
        Rad(system, () => new ForeslaUppdrag(Givet.Kim.Value, 1, Roll.Jour, Delegatniva.Ingen, enhet.Idag, null, "Jour i helgen"));
        RadEfter(system, async () =>
        {
            Provarende.Ok(await enhet.Vard.Sand(new ForeslaUppdrag(14, 1, Roll.Jour, Delegatniva.Ingen, enhet.Idag, null, "Jour i helgen"), Annan(system)));
            return new AvgorUppdrag((await enhet.Vard.Las(db => db.Uppdragsforslag.MaxAsync(f => f.Id))).Value, 0, true, null);
        });
        RadEfter(system, async () =>
        {
            await enhet.Ny(77, "Ture Tillfällig");
            return new AvslutaUppdrag(77, 1, Roll.Handlaggare, new DateOnly(2020, 1, 1), null);
        });
        Rad(chef, () => new HamtaAttGranska());
        Rad(hanna, () => new HamtaSparrar());
        Rad(enhet.Kollega, () => new RegistreraSparr(Givet.Personnummer(new(1939, 1, 2), 981), null, "Min farmor"));
        RadEfter(chef, async () =>
        {
            Provarende.Ok(await enhet.Vard.Sand(new RegistreraSparr(Givet.Personnummer(new(1939, 1, 3), 981), Givet.Kim.Value, "Hans farmor"), chef));
            return new AvslutaSparr(await enhet.Vard.Las(db => db.Sparrar.MaxAsync(s => s.Id)) is var id ? id.Value : 0, 0, "Var fel person");
        });
        RadEfter(system, async () =>
        {
            var a = await enhet.EttArende().MedSkyddadeUppgifter().Bygg();
            var person = (await a.Las()).PersonId;
            await enhet.Vard.Skriv(db =>
            {
                db.NamngivnaAtkomster.Add(NamngivenAtkomst.Ge(person, Givet.Kim, chef.Id, enhet.Vard.Tid.GetUtcNow()));
                return Task.CompletedTask;
            });
            return new StadaNamngivna();
        }, galler: true);
        Rad(system, () => new LaggGrund());
        Rad(system, () => new LaggUppEnhet("Ny enhet", ["130"]));
        Rad(system, () => new LaggUppAnvandare("Nils Ny", "Biståndshandläggare", new(2), Roll.Handlaggare, Delegatniva.Handlaggare, enhet.Idag));
        Rad(system, () => new LaggInProcesser());
        Rad(system, () => new SkjutUppTimer(1));
        Rad(system, () => new ListaIncidenter());
        Rad(system, () => new GlomIdempotenssvar());

        // Om ett ärende: allt hamnar i dess kedja.
        RadEfter(hanna, () => Task.FromResult(new RegistreraAnsokan(enhet.Ansokan("ET-1"))), galler: true);
        Om(hanna, b => b, a => new HamtaArende(a.Nummer));
        Om(hanna, b => b, a => new HamtaForhandsvisning(a.Nummer));
        OmMed(hanna, b => b, async a =>
        {
            var uppgift = await a.Uppgift("GranskaAnsokan");
            return new LaggIVantan(uppgift.PublikId, uppgift.Version, "annat", enhet.Idag.AddDays(3), null);
        });
        OmMed(hanna, b => b, async a =>
        {
            var uppgift = await a.Uppgift("GranskaAnsokan");
            Provarende.Ok(await enhet.Vard.Sand(new LaggIVantan(uppgift.PublikId, uppgift.Version, "annat", enhet.Idag.AddDays(3), null), hanna));
            return new TaUrVantan(uppgift.PublikId, (await a.Uppgift("GranskaAnsokan")).Version);
        });
        Om(hanna, b => b, a => new HamtaArendeoversikt(a.Nummer));
        Om(hanna, b => b.MedBeslut(), a => new ListaBeslut(a.Nummer));
        Om(hanna, b => b.MedBeslut(), a => new ListaInsatser(a.Nummer));
        OmMed(chef, b => b.KlartForBeslut("avslag"), async a => new TaUppgift((await a.Uppgift("FattaBeslut")).PublikId, (await a.Uppgift("FattaBeslut")).Version));
        Om(chef, b => b, a => new HamtaHandlaggarval(a.Nummer));
        Om(chef, b => b, a => new HamtaArendeatkomst(a.Nummer));
        RadEfter(enhet.Utomstaende, async () => new Nodoppna((await enhet.EttArende().Bygg()).Nummer, "Personen ringde jouren"), galler: true);
        RadEfter(enhet.Utomstaende, async () =>
        {
            var a = await enhet.EttArende().Bygg();
            Provarende.Ok(await enhet.Vard.Sand(new Nodoppna(a.Nummer, "Personen ringde jouren"), enhet.Utomstaende));
            return new AvslutaNodoppning(a.Nummer);
        }, galler: true);
        RadEfter(chef, async () =>
        {
            var a = await enhet.EttArende().Bygg();
            Provarende.Ok(await enhet.Vard.Sand(new Nodoppna(a.Nummer, "Personen ringde jouren"), enhet.Utomstaende));
            return new GranskaNodoppning((await enhet.Vard.Las(db => db.Nodoppningar.MaxAsync(n => n.Id))).Value, 0, "Det var befogat");
        }, galler: true);
        Om(hanna, b => b, a => new AnmalJav(a.Nummer, "Min granne"));
        OmMed(chef, b => b, async a => new RegistreraJav(a.Nummer, (await a.Las()).Version, Givet.Kim.Value, "Hans granne"));
        OmMed(chef, b => b, async a =>
        {
            Provarende.Ok(await enhet.Vard.Sand(new AnmalJav(a.Nummer, "Min granne"), hanna));
            return new ProvaJav(a.Nummer, hanna.Id.Value, 0, false, "De känner inte varandra");
        });
        Om(chef, b => b.MedSkyddadeUppgifter(), a => new NamngePerson(a.Nummer, Givet.Kim.Value, "Hjälper till i kväll"));
        OmMed(chef, b => b.MedSkyddadeUppgifter(), async a =>
        {
            Provarende.Ok(await enhet.Vard.Sand(new NamngePerson(a.Nummer, Givet.Kim.Value, "Hjälper till i kväll"), chef));
            return new TaBortNamngiven(a.Nummer, Givet.Kim.Value, "Kvällen är över");
        });
        RadEfter(hanna, async () =>
        {
            var a = await enhet.EttArende().Bygg();
            return new SparraFranPerson(a.Nummer, null, "Min moster");
        }, galler: true);
        Om(hanna, b => b, a => new HamtaKontakt(a.Nummer));
        Om(hanna, b => b, a => new AndraKontakt(a.Nummer, 0, "Nya gatan 2", "128 59", "Skarpnäck", null, "fi", true));
        Om(hanna, b => b, a => new AndraSkydd(a.Nummer, 0, Skydd.Sekretessmarkering, "Skatteverket har meddelat det"));
        Om(enhet.Kollega, b => b, a => new OppnaMedSkal(a.Nummer, "Personen ringde mig"));
        Om(chef, b => b.MedSkyddadeUppgifter(), a => new VisaSkyddadeUppgifter(a.Nummer, "Ska fördela"));
        OmMed(chef, b => b, async a => new Omfordela(a.Nummer, (await a.Las()).Version, Givet.Kim.Value, "Semester"));
        OmMed(hanna, b => b, async a => new AndraAnkomstdag(a.Nummer, (await a.Las()).Version, enhet.Idag.AddDays(-1), "Kom med bud"));
        OmMed(hanna, b => b, async a => new AtertaAnsokan(a.Nummer, (await a.Las()).Version, enhet.Idag, "skriftligt"));
        RadEfter(hanna, async () =>
        {
            var a = await enhet.EttArende("hemtjanst", "trygghetslarm").Bygg();
            return new AtertaInsats(a.Nummer, (await a.Las()).Version, (await a.Ansokta())[1], enhet.Idag, "telefon");
        }, galler: true);
        OmMed(hanna, b => b, async a => new RegistreraFlytt(a.Nummer, (await a.Las()).Version, enhet.Idag));
        OmMed(hanna, b => b.MedBeslut(), async a => new RegistreraDodsfall(a.Nummer, (await a.Las()).Version, enhet.Idag));
        OmMed(hanna, b => b, async a => new HamtaUppgift((await a.Uppgift("GranskaAnsokan")).PublikId));
        OmMed(hanna, b => b, async a => new ProvaFormular((await a.Uppgift("GranskaAnsokan")).PublikId, Svarsvarden.Inga));
        OmMed(hanna, b => b, async a =>
        {
            var uppgift = await a.Uppgift("GranskaAnsokan");
            return new SlutforUppgift(uppgift.PublikId, uppgift.Version, new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                ["komplett"] = ["ja"], ["sprakinformation"] = ["ja"],
            });
        });
        Om(hanna, b => b.MedUtredning(), a => new HamtaUtredning(a.Nummer));
        Om(hanna, b => b.Granskat(), a => new SkrivOmrade(a.Nummer, "d6", 0, "Orkar inte", null, 3, 1, null, null, null, "pagar"));
        Om(hanna, b => b.Granskat(), a => new SkrivBedomning(a.Nummer, 0, "Behovet finns", null, null));
        Om(hanna, b => b.Granskat(), a => new BesvaraValdsfraga(a.Nummer, 0, "fragad", null, enhet.Idag));
        OmMed(hanna, b => b.Granskat(), async a => new BeskrivInsats(a.Nummer, (await a.Ansokta())[0], 0, "Stöd varje dag", null));
        OmMed(hanna, b => b.Granskat(), async a => new BeskrivInsatser(a.Nummer, [new(a.Nummer, (await a.Ansokta())[0], 0, "Stöd varje dag", null)]));
        Om(hanna, b => b.Granskat(), a => new MarkeraRestenEjAktuell(a.Nummer));
        Om(hanna, b => b.MedUtredning(), a => new HamtaUnderlag(a.Nummer));
        RadEfter(hanna, async () => new HamtaRegistreringskvitto(
            Provarende.Ok(await enhet.Vard.Sand(new RegistreraAnsokan(enhet.Ansokan("ET-KVITTO")), hanna)).Arendenummer), galler: true);
        OmMed(hanna, b => b.MedUtredning(), async a => new AvslutaUtredning((await a.Uppgift("Utred")).PublikId, (await a.Uppgift("Utred")).Version, null));
        OmMed(hanna, b => b.MedAvslutadUtredning(), async a => new SparaForslag(a.Nummer, (await a.Ansokta())[0], 0, "bifall", 10, enhet.Idag, null, null, null));
        OmMed(hanna, b => b.MedAvslutadUtredning(), async a =>
        {
            Provarende.Ok(await a.ForsokForesla((await a.Ansokta())[0], "bifall", 10));
            return new LamnaForslag((await a.Uppgift("LamnaForslag")).PublikId, (await a.Uppgift("LamnaForslag")).Version);
        });
        Om(hanna, b => b.MedAvslutadUtredning(), a => new SkrivTillagg(a.Nummer, 0, "Föll i natt", "Sonen", enhet.Idag));
        Om(hanna, b => b.KlartForBeslut(), a => new HamtaBeslutsunderlag(a.Nummer));
        OmMed(hanna, b => b.KlartForBeslut(), async a => new FattaBeslut((await a.Uppgift("FattaBeslut")).PublikId, (await a.Uppgift("FattaBeslut")).Version));
        OmMed(hanna, b => b.MedForslag(), async a =>
        {
            await a.Slutfor("Kommunicera", ("kommuniceras", "ja"), ("kommuniceratSatt", "brev"), ("kommuniceratDag", enhet.Dag(0)),
                ("svarSenast", enhet.Dag(10)), ("muntligInformation", "ja"));
            await enhet.Ga(12);
            return new RegistreraSvar(a.Nummer, (await a.Las()).Version, enhet.Idag, "Jag vill ha mer");
        });
        OmMed(hanna, b => b.KlartForBeslut(), async a =>
            new AterlamnaForslag((await a.Uppgift("FattaBeslut")).PublikId, (await a.Uppgift("FattaBeslut")).Version, "forslag", "Ska skrivas om"));
        OmMed(hanna, b => b.KlartForBeslut("avslag"), async a =>
        {
            await enhet.Vard.Skriv(db => db.Uppgifter.ExecuteUpdateAsync(s => s.SetProperty(u => u.Grupp, Grupper.Handlaggare)));
            return new LamnaTillChef((await a.Uppgift("FattaBeslut")).PublikId, (await a.Uppgift("FattaBeslut")).Version);
        });
        OmMed(hanna, b => b.MedBeslut("avslag"), async a =>
        {
            await a.Slutfor("Underratta", ("satt", "brev"), ("underrattadDag", enhet.Dag(0)));
            return new RegistreraDelgivning(a.Nummer, enhet.Idag);
        });
        OmMed(hanna, b => b.MedBeslut(), async a =>
        {
            await a.Underratta();
            await a.Slutfor("Bestall", ("utforare", "Hemtjänsten"), ("mal", "Bo kvar"), ("onskadStart", enhet.Dag(0)), ("uppdrag", "Städ"));
            await a.Slutfor("BekraftaStart", ("startdatum", enhet.Dag(0)), ("uppfoljningsdag", enhet.Dag(30)));
            var insats = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(a.Nummer), hanna)).Insatser[0].Id;
            return new FoljUppNu(a.Nummer, (await a.Las()).Version, insats);
        });
        Rad(hanna, () => new SokIAnteckningar("trappan"));
        Om(hanna, b => b, a => new HamtaAnteckningar(a.Nummer));
        Om(hanna, b => b, a => new SkrivAnteckning(a.Nummer, Anteckningsslag.Mote, enhet.Idag, null, null, "Vi sågs"));
        OmMed(hanna, b => b, async a => new HamtaAnteckning(a.Nummer, (await Journal.AnteckningTests.Skriv(a, "Ringde")).Nr));
        OmMed(hanna, b => b, async a => new RattaAnteckning(a.Nummer, (await Journal.AnteckningTests.Skriv(a, "Ringde")).Nr, Anteckningsslag.Mote, enhet.Idag, null, null, "Rätt"));
        OmMed(hanna, b => b, async a => new NoteraInvandning(a.Nummer, (await Journal.AnteckningTests.Skriv(a, "Ringde")).Nr, Anteckningsslag.Mote, enhet.Idag, "Så var det inte"));
        OmMed(hanna, b => b, async a => new StrykAnteckning(a.Nummer, (await Journal.AnteckningTests.Skriv(a, "Ringde")).Nr, 0, "Fel ärende"));
        Rad(system, () => new StadaHandlingar());
        Rad(system, () => new KontrolleraHandlingar());
        Om(hanna, b => b, a => new HamtaHandlingar(a.Nummer));
        OmMed(hanna, b => b, async a =>
        {
            var fil = await Handlingar.HandlingTests.Fil(enhet.Vard.Tjanster.GetRequiredService<IHandlingslager>(), Provfil.Pdf());
            return new LaggInHandling(a.Nummer, Handlingsslag.Upprattad, enhet.Idag, null, "Plan", "plan.pdf", new(fil.Namn, fil.Langd, fil.Sha256));
        });
        OmMed(hanna, b => b, async a => new HamtaHandlingsfil(a.Nummer, await Inlagd(a)));
        OmMed(hanna, b => b, async a => new MakuleraHandling(a.Nummer, await Inlagd(a), 0, "Fel ärende"));
        Om(hanna, b => b, a => new HamtaPersonakt(a.Nummer));
        Om(hanna, b => b, a => new RegistreraOmbud(a.Nummer, "Eva Ek", OmbudRoll.GodMan, null, [], null, null, false, null));
        OmMed(hanna, b => b, async a => new StyrkOmbud(a.Nummer, await Ostyrkt(a), 0, "Utdrag", [Ombud.BevakaRatt], null, null));
        OmMed(hanna, b => b, async a => new AvslutaOmbud(a.Nummer, await Ostyrkt(a), 0, enhet.Idag, "Entledigad"));
        Om(hanna, b => b, a => new NoteraSamtycke(a.Nummer, Samtyckesandamal.Sip, "Vårdcentralen", null, Samtyckessatt.Muntligt, enhet.Idag, null));
        OmMed(hanna, b => b, async a =>
        {
            Provarende.Ok(await enhet.Vard.Sand(new NoteraSamtycke(a.Nummer, Samtyckesandamal.Sip, "Vårdcentralen", null, Samtyckessatt.Muntligt, enhet.Idag, null), hanna));
            return new AterkallaSamtycke(a.Nummer, Provarende.Ok(await enhet.Vard.Sand(new HamtaPersonakt(a.Nummer), hanna)).Samtycken[0].Id, 0, enhet.Idag, "Personen");
        });
        Om(hanna, b => b, a => new LaggTillNarstaende(a.Nummer, "Eva Ek", Relation.Barn, null, Kontaktlov.Ja, null));
        OmMed(hanna, b => b, async a =>
        {
            Provarende.Ok(await enhet.Vard.Sand(new LaggTillNarstaende(a.Nummer, "Eva Ek", Relation.Barn, null, Kontaktlov.Ja, null), hanna));
            return new AvslutaNarstaende(a.Nummer, Provarende.Ok(await enhet.Vard.Sand(new HamtaPersonakt(a.Nummer), hanna)).Narstaende[0].Id, 0);
        });
        RadEfter(system, async () =>
        {
            await enhet.EttArende().Granskat().Bygg();
            enhet.Vard.Tid.Ga(TimeSpan.FromDays(200));
            return new TandNastaTimer();
        }, galler: true);
        RadEfter(system, async () =>
        {
            await using (var trasig = enhet.Vard.Granne(Halvgjord.I)) Provarende.Ok(await trasig.Sand(new RegistreraAnsokan(enhet.Ansokan("ET-STOPP")), hanna));
            return new ForsokIncidentIgen(await enhet.Vard.Las(db => db.Incidenter.Select(i => i.Id).SingleAsync()));
        }, galler: true);
        return tabell;

        Flytturval Hannas(int hogst) => new([hanna.Id.Value], [], Hogst: hogst, Till: [enhet.Kollega.Id.Value]);

        async Task Konto()
        {
            if (await enhet.Vard.Las(db => db.Set<Konto>().AnyAsync(k => k.AnvandareId == hanna.Id))) return;
            await enhet.Vard.Skriv(db =>
            {
                db.Add(Data.Identitet.Konto.Skapa(enhet.Vard.Tjanster.GetRequiredService<IIdKalla>(), hanna.Id, "hanna"));
                return Task.CompletedTask;
            });
        }

        static Passkeyuppgifter Nyckel(byte id) => new([id], [1, 2, 3], "Min dator", new(2026, 9, 16, 7, 0, 0, TimeSpan.Zero), 0, ["internal"], true, false, false, [4], [5]);

        static Aktor Annan(Aktor aktor) => aktor with { Id = new(4711) };

        async Task<Guid> Ostyrkt(Provarende a)
        {
            Provarende.Ok(await enhet.Vard.Sand(new RegistreraOmbud(a.Nummer, "Eva Ek", OmbudRoll.GodMan, null, [], null, null, false, null), hanna));
            return Provarende.Ok(await enhet.Vard.Sand(new HamtaPersonakt(a.Nummer), hanna)).Ombud[0].Id;
        }

        async Task<Guid> Inlagd(Provarende a)
        {
            Provarende.Ok(await Handlingar.HandlingTests.LaggIn(a));
            return Provarende.Ok(await enhet.Vard.Sand(new HamtaHandlingar(a.Nummer), hanna)).Handlingar[0].Id;
        }

        void Rad<TRequest>(Aktor aktor, Func<TRequest> request)
            where TRequest : class => Lagg(typeof(TRequest), aktor, () => Task.FromResult<(object, long?)>((request(), null)), galler: false);

        void RadEfter<TRequest>(Aktor aktor, Func<Task<TRequest>> request, bool galler = false)
            where TRequest : class => Lagg(typeof(TRequest), aktor, async () => (await request(), null), galler);

        void Om<TRequest>(Aktor aktor, Func<Provarendebygge, Provarendebygge> bygg, Func<Provarende, TRequest> request)
            where TRequest : class => OmMed(aktor, bygg, a => Task.FromResult(request(a)));

        void OmMed<TRequest>(Aktor aktor, Func<Provarendebygge, Provarendebygge> bygg, Func<Provarende, Task<TRequest>> request)
            where TRequest : class => Lagg(typeof(TRequest), aktor, async () =>
            {
                var arende = await bygg(enhet.EttArende()).Bygg();
                return (await request(arende), (await arende.Las()).Id.Value);
            }, galler: true);

        void Lagg(Type typ, Aktor aktor, Func<Task<(object Request, long? Arende)>> forbered, bool galler) => tabell.Add(typ, async () =>
        {
            var (request, arende) = await forbered();
            var fore = await Ids(enhet);
            return new(a => Sand(enhet, request, a), aktor, arende, galler, $"enhet:{aktor.Hemenhet.Value}:{enhet.Idag:yyyy-MM-dd}", fore);
        });
    }

    private static Task<Error?> Sand(Provenhet enhet, object request, Aktor aktor)
    {
        var svar = request.GetType().GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GenericTypeArguments[0];
        var sand = typeof(SparTests).GetMethod(nameof(SandSom), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(svar.GenericTypeArguments[0]);
        return (Task<Error?>)sand.Invoke(null, [enhet, request, aktor])!;
    }

    private static async Task<Error?> SandSom<T>(Provenhet enhet, IRequest<Result<T>> request, Aktor aktor) => (await enhet.Vard.Sand(request, aktor)).Error;
}
