using CaseFlow.Application.Arenden;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Data.Identitet;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests.Pipeline;

internal sealed partial class Spartabell
{
    /// <summary>Who signs in, with what rights, and what the system does by itself.</summary>
    private void Konton()
    {
        var (hanna, chef, system) = (enhet.Handlaggare, enhet.Chef, Testvard.Allt);
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
        Rad(system, () => new NoteraAvvisade(Avvisning.OkandNyckel, "192.0.2.7", hanna.Id, 3));
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
                "Gun Glömmer", "Biståndshandläggare", new(2), Roll.Handlaggare, Delegatniva.Handlaggare, enhet.Idag, Konto: new("gun", "ett långt lösenord"))));
            return new NollstallLosenord("gun", "ett tillfälligt lösenord");
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
            Provarende.Ok(await enhet.Vard.Sand(new ForeslaUppdrag(14, 1, Roll.Kvalitetsrad, Delegatniva.Ingen, enhet.Idag, null, "Ny i kvalitetsrådet"), Annan(system)));
            return new AvgorUppdrag((await enhet.Vard.Las(db => db.Uppdragsforslag.MaxAsync(f => f.Id))).Value, 0, true, null);
        });
        RadEfter(system, async () =>
        {
            await enhet.Ny(77, "Ture Tillfällig");
            return new AvslutaUppdrag(77, 1, Roll.Handlaggare, new DateOnly(2020, 1, 1), null);
        });
        Rad(chef, () => new HamtaAttGranska());
        Rad(chef, () => new HamtaSkaloppningar());
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
        Rad(system, () => new SkickaNastaPost());
        Rad(system, () => new SkjutUppPost(1));
        Rad(system, () => new ListaIncidenter());
        Rad(system, () => new GlomIdempotenssvar());
    }

    private async Task Konto()
    {
        if (await enhet.Vard.Las(db => db.Set<Konto>().AnyAsync(k => k.AnvandareId == enhet.Handlaggare.Id))) return;
        await enhet.Vard.Skriv(db =>
        {
            db.Add(Data.Identitet.Konto.Skapa(enhet.Vard.Tjanster.GetRequiredService<IIdKalla>(), enhet.Handlaggare.Id, "hanna"));
            return Task.CompletedTask;
        });
    }

    private static Passkeyuppgifter Nyckel(byte id) => new([id], [1, 2, 3], "Min dator", new(2026, 9, 16, 7, 0, 0, TimeSpan.Zero), 0, ["internal"], true, false, false, [4], [5]);

    private static Aktor Annan(Aktor aktor) => aktor with { Id = new(4711) };
}
