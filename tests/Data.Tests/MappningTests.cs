using CaseFlow.Application;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Data.Grund;
using CaseFlow.Data.Identitet;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using CaseFlow.Domain.Utredningar;
using CaseFlow.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Data.Tests;

public sealed class MappningTests
{
    private static readonly DateTimeOffset Nu = Testvard.Start;
    private static readonly DateOnly Idag = new(2026, 9, 16);

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task Aggregaten_kommer_tillbaka_som_de_sparades(Provdatabas databas)
    {
        await using var vard = await Testvard.Skapa(databas);
        await vard.Skriv(Grunda);
        await vard.Skriv(async db =>
        {
            var insats = AnsoktInsats.Skapa(new(41), "hemtjanst", "Hjälp på morgonen", 12.5m, "timmar/manad");
            var ombud = Ombud.Skapa("Åsa Öst", OmbudRoll.Fullmakt, null, ["allt, utom pengar"], Idag);
            var inkommen = Ansokan.Registrera(
                new(40), new(1), new(1), Kanal.Brev, Nu, true, [insats, AnsoktInsats.Skapa(new(42), "trygghetslarm", null)], ombud, "e-1", "ab").Value.Ansokan;
            Assert.Null(inkommen.AtertaInsats(new(42), inkommen.Ankomstdag, Atertagandesatt.Telefon, Nu).Error);
            db.Ansokningar.Add(inkommen);
            var utredning = Utredning.Paborja(new(50), new(1), false, new(3), Nu).Utredning;
            Assert.Null(utredning.BesvaraValdsfraga(Valdsfrageutfall.EjFragad, EjFragadOrsak.InteEnsam, Idag, 0, new(3)).Error);
            db.Utredningar.Add(utredning);
            var arende = await db.Arenden.SingleAsync();
            Assert.Null(arende.Vanta(PausOrsaker.Komplettering, Idag.AddDays(14), Nu, "läkarintyg").Error);
        });

        var ansokan = await vard.Las(db => db.Ansokningar.SingleAsync());
        Assert.Equal(("hemtjanst", 12.5m), (ansokan.Kvar.Single().Insatstyp, ansokan.Kvar[0].SoktOmfattning));
        var larm = ansokan.Insatser.Single(i => i.ArAtertagen);
        Assert.Equal((ansokan.Ankomstdag, Atertagandesatt.Telefon, Nu.ToUniversalTime()), (larm.AtertagenDag, larm.AtertagenSatt, larm.Atertagen));
        Assert.Equal((OmbudRoll.Fullmakt, "allt, utom pengar", Idag), (ansokan.Ombud!.Roll, ansokan.Ombud.Omfattning[0], ansokan.Ombud.GallerTom));
        var utredning = await vard.Las(db => db.Utredningar.SingleAsync());
        Assert.Equal((Livsomrade.Alla.Count, EjFragadOrsak.InteEnsam), (utredning.Omraden.Count, utredning.Valdsfraga!.Orsak));
        var arende = await vard.Las(db => db.Arenden.SingleAsync());
        Assert.Equal((Idag.AddDays(14), 1), (arende.PagaendePaus!.Vaknar, arende.Version));
        var person = await vard.Las(db => db.Personer.SingleAsync(p => p.Id == new PersonId(1)));
        Assert.Equal(("19850101T0", "Storgatan 1"), (person.Identitet.Varde[..10], person.Adress!.Gata));
        Assert.Null(await vard.Las(db => db.Personer.Where(p => p.Id == new PersonId(2)).Select(p => p.Adress).SingleAsync()));
    }

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task En_andrad_del_hojer_helhetens_version(Provdatabas databas)
    {
        await using var vard = await Testvard.Skapa(databas);
        await vard.Skriv(Grunda);
        await vard.Skriv(async db => (await db.Arenden.SingleAsync()).Vanta(PausOrsaker.Annat, null, Nu));
        await vard.Skriv(async db =>
        {
            var arende = await db.Arenden.SingleAsync();
            Assert.Equal(1, arende.Version);
            arende.Ateruppta(Nu.AddDays(3));
        });

        Assert.Equal(2, await vard.Las(db => db.Arenden.Select(a => a.Version).SingleAsync()));
    }

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task Tva_personer_delar_aldrig_ett_temporart_nummer(Provdatabas databas)
    {
        await using var vard = await Testvard.Skapa(databas);
        await vard.Skriv(Grunda);

        var fel = await Assert.ThrowsAsync<DbUpdateException>(() => vard.Skriv(db =>
        {
            db.Personer.Add(Ny(9, 0, Skydd.Ingen));
            return Task.CompletedTask;
        }));

        Assert.True(vard.Tjanster.GetRequiredService<IDatabasfel>().ArKrock(fel));
    }

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task Skyddade_uppgifter_maskeras_av_databasen_tills_de_visas(Provdatabas databas)
    {
        await using var vard = await Testvard.Skapa(databas);
        await vard.Skriv(Grunda);
        var aktor = Testvard.Allt with { Id = new(3) };

        async Task<(PersonVisning, string)> Hamta(DateTimeOffset nu)
        {
            using var raknare = Raknare.Borja();
            var rad = await vard.Las(db => db.SomVisas(aktor, nu).SingleAsync(p => p.Id == new PersonId(2)));
            return (rad, Assert.Single(raknare.Kommandon));
        }

        var (dold, sql) = await Hamta(Nu);
        Assert.Contains("CASE", sql, StringComparison.Ordinal);
        Assert.Equal((PersonVisning.Skyddade, true, true), (dold.Namn, dold.Skyddad, dold.Dold));
        Assert.Equal((null, null, null, null), (dold.Identitet, dold.Gata, dold.Postnummer, dold.Telefon));

        await vard.Skriv(db =>
        {
            db.SkyddVisningar.Add(SkyddVisning.Visa(new(3), new(2), "Ska skicka brev", Nu).Value.Visning);
            return Task.CompletedTask;
        });
        var (visad, _) = await Hamta(Nu.AddMinutes(4));
        Assert.Equal(("Prov Person2", false), (visad.Namn, visad.Dold));
        Assert.Equal(Kon.Kvinna, visad.Identitet!.Kon);
        Assert.True((await Hamta(Nu.AddMinutes(5))).Item1.Dold);
        var oppen = await vard.Las(db => db.SomVisas(aktor, Nu).SingleAsync(p => p.Id == new PersonId(1)));
        Assert.Equal(("Prov Person1", "Storgatan 1"), (oppen.Namn, oppen.Gata));
    }

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task Tider_ordnas_och_jamfors_rakt_over_tidszoner(Provdatabas databas)
    {
        await using var vard = await Testvard.Skapa(databas);
        var tidig = new DateTimeOffset(2026, 10, 25, 2, 30, 0, TimeSpan.FromHours(2));
        var sen = new DateTimeOffset(2026, 10, 25, 2, 30, 0, TimeSpan.FromHours(1)).AddTicks(10);
        await vard.Skriv(db =>
        {
            db.Besok.Add(new() { AnvandareId = new(1), Senast = sen });
            db.Besok.Add(new() { AnvandareId = new(2), Senast = tidig });
            return Task.CompletedTask;
        });

        Assert.Equal([2L, 1L], await vard.Las(db => db.Besok.OrderBy(b => b.Senast).Select(b => b.AnvandareId.Value).ToListAsync()));
        Assert.Equal(1L, await vard.Las(db => db.Besok.Where(b => b.Senast > tidig).Select(b => b.AnvandareId.Value).SingleAsync()));
        Assert.Equal(sen, await vard.Las(db => db.Besok.Where(b => b.AnvandareId == new AnvandareId(1)).Select(b => b.Senast).SingleAsync()));
    }

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task En_aktor_har_de_uppdrag_som_galler_idag_och_kostar_en_fraga(Provdatabas databas)
    {
        await using var vard = await Testvard.Skapa(databas);
        await vard.Skriv(Grunda);
        var slump = new byte[32];
        slump[0] = 1;
        var nyckel = ApiNyckel.Skapa(new(60), "E-tjänsten", [Kontraktsbehorighet.RegistreraAnsokan], new(1), slump, Nu).Value;
        await vard.Skriv(db =>
        {
            db.Uppdrag.Add(Uppdrag.Ge(new(3), new(1), Roll.Handlaggare, new(Idag.AddDays(-9), null), Delegatniva.Handlaggare));
            db.Uppdrag.Add(Uppdrag.Ge(new(3), new(2), Roll.Chef, new(Idag, Idag), Delegatniva.Chef));
            db.Uppdrag.Add(Uppdrag.Ge(new(3), new(2), Roll.Forvaltare, new(Idag.AddDays(1), null), Delegatniva.Ingen));
            db.ApiNycklar.Add(nyckel.Nyckel);
            return Task.CompletedTask;
        });

        async Task<Aktor?> Hamta(Func<IAktorkalla, Task<Aktor?>> fraga)
        {
            await using var scope = vard.Tjanster.CreateAsyncScope();
            using var raknare = Raknare.Borja();
            var aktor = await fraga(scope.ServiceProvider.GetRequiredService<IAktorkalla>());
            Assert.Single(raknare.Kommandon);
            return aktor;
        }

        var idag = await Hamta(k => k.ForAnvandare(new(3), Nu, CancellationToken.None));
        Assert.Equal([new EnhetId(1), new(2)], idag!.Enheter);
        Assert.Equal([new EnhetId(2)], idag.ChefFor);
        Assert.Equal((Delegatniva.Handlaggare, Delegatniva.Chef, Delegatniva.Ingen), (idag.DelegatI(new(1)), idag.DelegatI(new(2)), idag.DelegatI(new(3))));
        Assert.False(idag.Har(Behorighet.GranskaLogg));
        var imorgon = await Hamta(k => k.ForAnvandare(new(3), Nu.AddDays(1), CancellationToken.None));
        Assert.Equal((Delegatniva.Handlaggare, true), (imorgon!.DelegatI(new(1)), imorgon.Har(Behorighet.GranskaLogg)));
        Assert.Null(await Hamta(k => k.ForAnvandare(new(99), Nu, CancellationToken.None)));
        var system = await Hamta(k => k.ForApiNyckel(nyckel.Klartext, Nu, CancellationToken.None));
        Assert.Equal((AktorSlag.ApiNyckel, true, 1L), (system!.Slag, system.Har(Behorighet.RegistreraAnsokan), system.Hemenhet.Value));
        Assert.Null(await Hamta(k => k.ForApiNyckel("cfk_annan", Nu, CancellationToken.None)));
    }

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task Nummer_ar_unika_ocksa_nar_manga_drar_samtidigt(Provdatabas databas)
    {
        await using var vard = await Testvard.Skapa(databas);

        async Task<string> Dra()
        {
            await using var scope = vard.Tjanster.CreateAsyncScope();
            var serie = scope.ServiceProvider.GetRequiredService<INummerserie>();
            return await scope.ServiceProvider.GetRequiredService<ITransaktion>().Kor<string>(
                async ct => new(await serie.Nasta(2026, ct), true), CancellationToken.None);
        }

        var nummer = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(Dra)));

        Assert.Equal(Enumerable.Range(1, 20).Select(n => $"2026-{n:0000}"), nummer.Order(StringComparer.Ordinal));
    }

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task En_forfallen_timer_tas_av_en_i_taget(Provdatabas databas)
    {
        await using var vard = await Testvard.Skapa(databas);
        await vard.Skriv(Grunda);
        await vard.Skriv(db =>
        {
            db.Definitioner.Add(new() { Id = 1, Nyckel = "p", VersionNr = 1, Sha256 = "a", Xml = "", Beslutstabeller = "{}", Formular = "{}", Inlagd = Nu });
            db.Instanser.Add(new()
            {
                Id = new(1), DefinitionId = 1, ArendeId = new(1), Status = Instansstatus.Aktiv, Tillstand = "{}", Startad = Nu,
            });
            for (var i = 0; i < 40; i++)
                db.Processtimrar.Add(new() { Id = i + 1, InstansId = new(1), MotorId = $"t{i}", Forfaller = Nu.AddMinutes(i - 29), Tands = Nu.AddMinutes(i - 29) });
            return Task.CompletedTask;
        });

        async Task<List<long>> Ta()
        {
            await using var scope = vard.Tjanster.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
            var fraga = scope.ServiceProvider.GetRequiredService<ITimerfraga>();
            return await scope.ServiceProvider.GetRequiredService<ITransaktion>().Kor<List<long>>(
                async ct =>
                {
                    var timrar = await fraga.Ta(3, Nu, ct);
                    db.Processtimrar.RemoveRange(timrar);
                    await db.SaveChangesAsync(ct);
                    return new([.. timrar.Select(t => t.Id)], true);
                },
                CancellationToken.None);
        }

        var tagna = (await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(Ta)))).SelectMany(t => t).ToList();
        tagna.AddRange(await Ta());

        Assert.Equal(Enumerable.Range(1, 30).Select(i => (long)i), tagna.Order());
        await using var efter = vard.Tjanster.CreateAsyncScope();
        Assert.Equal(Nu.AddMinutes(1), await efter.ServiceProvider.GetRequiredService<ITimerfraga>().Nasta(CancellationToken.None));
    }

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task Tva_processer_kan_migrera_samtidigt_och_igen(Provdatabas databas)
    {
        await using var vard = await Testvard.Skapa(databas);
        var db = vard.Tjanster.GetRequiredService<IDatabas>();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => db.Migrera(CancellationToken.None))));

        Assert.True(await db.Redo(CancellationToken.None));
    }

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task En_databas_fran_en_senare_version_ror_vi_inte(Provdatabas databas)
    {
        await using var vard = await Testvard.Skapa(databas);
        await vard.Skriv(db => db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Framtid', '99')"));

        var fel = await Assert.ThrowsAsync<InstallningException>(() => vard.Tjanster.GetRequiredService<IDatabas>().Migrera(CancellationToken.None));

        Assert.Contains("29990101000000_Framtid", fel.Message, StringComparison.Ordinal);
    }

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task Ett_konto_med_losenord_och_passkey_bor_i_databasen(Provdatabas databas)
    {
        await using var vard = await Testvard.Skapa(databas, s => s
            .AddScoped<IUserStore<Konto>, UserOnlyStore<Konto, CaseFlowDb, long, IdentityUserClaim<long>, IdentityUserLogin<long>, IdentityUserToken<long>, IdentityUserPasskey<long>>>()
            .AddIdentityCore<Konto>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3));
        await vard.Skriv(Grunda);
        await using var scope = vard.Tjanster.CreateAsyncScope();
        var konton = scope.ServiceProvider.GetRequiredService<UserManager<Konto>>();

        var konto = Konto.Skapa(scope.ServiceProvider.GetRequiredService<IIdKalla>(), new(3), "handlaggare@prov.se");
        Assert.True((await konton.CreateAsync(konto, "Losen-0rd-som-racker")).Succeeded);
        Assert.True((await konton.AddOrUpdatePasskeyAsync(
            konto, new([1, 2], [3], Nu, 0, ["usb"], true, true, false, [4], [5]) { Name = "nyckel" })).Succeeded);

        await using var annan = vard.Tjanster.CreateAsyncScope();
        var igen = annan.ServiceProvider.GetRequiredService<UserManager<Konto>>();
        var hittat = await igen.FindByPasskeyIdAsync([1, 2]);
        Assert.Equal(3, hittat!.AnvandareId.Value);
        Assert.True(await igen.CheckPasswordAsync(hittat, "Losen-0rd-som-racker"));
        Assert.Equal(Nu, Assert.Single(await igen.GetPasskeysAsync(hittat)).CreatedAt);
    }

    private static Person Ny(long id, int lopnummer, Skydd skydd) => Person.Registrera(
        new(id), new Guid((int)id, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), Personidentitet.Temporar(new(1985, 1, 1), Kon.Kvinna, lopnummer).Value,
        "Prov", $"Person{id}", lopnummer == 0 ? new("Storgatan 1", "128 58", "Sköndal") : null, skydd: skydd).Value;

    /// <summary>Two units, a handläggare, an open person and a protected one, and an ärende.</summary>
    private static Task Grunda(CaseFlowDb db)
    {
        db.Enheter.AddRange(Enhet.Skapa(new(1), "Norr", ["128"]), Enhet.Skapa(new(2), "Syd", []));
        db.Anvandare.Add(Anvandare.LaggUpp(new(3), "Handläggare", "Biståndshandläggare"));
        db.Personer.AddRange(Ny(1, 0, Skydd.Ingen), Ny(2, 1, Skydd.Sekretessmarkering));
        db.Arenden.Add(Arende.Oppna(new(1), Guid.Empty, "2026-0001", new(1), new(1), false, Arendeslag.Ansokan, Nu));
        return Task.CompletedTask;
    }
}
