using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Handlingar;
using CaseFlow.Application.Journal;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Tests.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Handlingar;
using CaseFlow.Domain.Journal;
using CaseFlow.Domain.Personer;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests.Pipeline;

internal sealed partial class Spartabell
{
    /// <summary>The notes, the documents and the persons of an ärende.</summary>
    private void Akten()
    {
        var (hanna, system) = (enhet.Handlaggare, Testvard.Allt);
        Rad(hanna, () => new SokIAnteckningar("trappan"));
        Om(hanna, b => b, a => new HamtaAnteckningar(a.Nummer));
        Om(hanna, b => b, a => new SkrivAnteckning(a.Nummer, Anteckningsslag.Mote, enhet.Idag, null, null, "Vi sågs"));
        OmMed(hanna, b => b, async a => new HamtaAnteckning(a.Nummer, (await Journal.AnteckningTests.Skriv(a, "Ringde")).Nr));
        OmMed(hanna, b => b, async a => new RattaAnteckning(a.Nummer, (await Journal.AnteckningTests.Skriv(a, "Ringde")).Nr, Anteckningsslag.Mote, enhet.Idag, null, null, "Rätt"));
        OmMed(hanna, b => b, async a => new NoteraInvandning(a.Nummer, (await Journal.AnteckningTests.Skriv(a, "Ringde")).Nr, Anteckningsslag.Mote, enhet.Idag, "Så var det inte"));
        OmMed(hanna, b => b, async a => new StrykAnteckning(a.Nummer, (await Journal.AnteckningTests.Skriv(a, "Ringde")).Nr, 0, "Fel ärende"));
        Rad(system, () => new GlomUtkast());
        Om(hanna, b => b, a => new SparaUtkast(a.Nummer, "anteckning:ny", Svarsvarden.Inga));
        OmMed(hanna, b => b, async a =>
        {
            Provarende.Ok(await enhet.Vard.Sand(new SparaUtkast(a.Nummer, "anteckning:ny", Svarsvarden.Inga), hanna));
            return new KastaUtkast(a.Nummer, "anteckning:ny");
        });
        Rad(hanna, () => new SparaRegistreringsutkast(Svarsvarden.Inga));
        RadEfter(hanna, async () =>
        {
            Provarende.Ok(await enhet.Vard.Sand(new SparaRegistreringsutkast(Svarsvarden.Inga), hanna));
            return new KastaRegistreringsutkast();
        });
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
        Om(hanna, b => b, a => new Application.Processer.HamtaProcesskarta(a.Nummer));
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
    }

    /// <summary>What the process does by itself.</summary>
    private void Processen()
    {
        var (hanna, system) = (enhet.Handlaggare, Testvard.Allt);
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
    }

    private async Task<Guid> Ostyrkt(Provarende a)
    {
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraOmbud(a.Nummer, "Eva Ek", OmbudRoll.GodMan, null, [], null, null, false, null), enhet.Handlaggare));
        return Provarende.Ok(await enhet.Vard.Sand(new HamtaPersonakt(a.Nummer), enhet.Handlaggare)).Ombud[0].Id;
    }

    private async Task<Guid> Inlagd(Provarende a)
    {
        Provarende.Ok(await Handlingar.HandlingTests.LaggIn(a));
        return Provarende.Ok(await enhet.Vard.Sand(new HamtaHandlingar(a.Nummer), enhet.Handlaggare)).Handlingar[0].Id;
    }
}
