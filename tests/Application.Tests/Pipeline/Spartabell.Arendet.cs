using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Insatser;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain.Personer;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Pipeline;

internal sealed partial class Spartabell
{
    /// <summary>About one ärende: everything lands in its chain.</summary>
    private void Arendet()
    {
        var (hanna, chef) = (enhet.Handlaggare, enhet.Chef);
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
        Rad(chef, () => new HamtaProcesser());
        Rad(chef, () => new HamtaProcesslage("bistand"));
        Om(hanna, b => b, a => new HamtaTillval(a.Nummer));
        OmMed(hanna, b => b.Granskat(), async a =>
        {
            var val = Provarende.Ok(await enhet.Vard.Sand(new HamtaTillval(a.Nummer), hanna)).Tillval[0];
            return new LaggTillUppgift(a.Nummer, val.Instans, val.Version, val.Nod);
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
            return new AvbrytNodoppning((await enhet.Vard.Las(db => db.Nodoppningar.MaxAsync(n => n.Id))).Value);
        }, galler: true);
        RadEfter(chef, async () =>
        {
            var a = await enhet.EttArende().Bygg();
            Provarende.Ok(await enhet.Vard.Sand(new Nodoppna(a.Nummer, "Personen ringde jouren"), enhet.Utomstaende));
            Provarende.Ok(await enhet.Vard.Sand(new AvslutaNodoppning(a.Nummer), enhet.Utomstaende));
            return new GranskaNodoppning((await enhet.Vard.Las(db => db.Nodoppningar.MaxAsync(n => n.Id))).Value, 1, "Det var befogat");
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
        OmMed(chef, b => b.MedBeslut(), async a =>
        {
            Provarende.Ok(await enhet.Vard.Sand(new RegistreraDodsfall(a.Nummer, (await a.Las()).Version, enhet.Idag), hanna));
            return new HavDodsfall(a.Nummer, (await a.Las()).Version, "Registrerat på fel person");
        });
        OmMed(chef, b => b.MedBeslut("avslag"), async a =>
        {
            await a.Underratta();
            enhet.Vard.Tid.Ga(TimeSpan.FromDays(1));
            return new AndraDelgivning(a.Nummer, (await a.Las()).Version, enhet.Idag, "Brevet kom dagen efter");
        });
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
        Om(hanna, b => b.MedUtredning(), a => new HamtaLydelser(a.Nummer, "d6"));
        Om(hanna, b => b.MedUtredning(), a => new HamtaValdsfragelydelser(a.Nummer));
        Om(hanna, b => b, a => new SkrivUtAkten(a.Nummer, [Aktdel.Ansokan]));
        Om(hanna, b => b.MedUtredning(), a => new JamforDel(a.Nummer, "bedomning", 0, new Dictionary<string, string?>(StringComparer.Ordinal)));
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
        OmMed(hanna, b => b.KlartForBeslut("avslag"), async a =>
        {
            await enhet.Ga(1);
            Provarende.Ok(await Handlingar.HandlingTests.LaggIn(a));
            return new NoteraObehovlig(a.Nummer, (await a.Las()).Version, "Rör en annan insats");
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
            await a.Slutfor("Bestall", ("utforare", "annan"), ("annanUtforare", "Hemtjänsten"), ("mal", "Bo kvar"), ("onskadStart", enhet.Dag(0)), ("uppdrag", "Städ"));
            await a.Slutfor("BekraftaStart", ("startdatum", enhet.Dag(0)), ("uppfoljningsdag", enhet.Dag(30)));
            var insats = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(a.Nummer), hanna)).Insatser[0].Id;
            return new FoljUppNu(a.Nummer, (await a.Las()).Version, insats);
        });
    }
}
