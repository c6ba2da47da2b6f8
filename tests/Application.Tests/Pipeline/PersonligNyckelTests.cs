using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Data.Identitet;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests.Pipeline;

/// <summary>A personal key acts as its owner, and never as more than her.</summary>
public sealed class PersonligNyckelTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Nyckeln_ar_hon_med_det_bade_hon_och_nyckeln_far(Provdatabas databas)
    {
        await using var enhet = await Enhet(databas);
        var (egen, kollegans) = (await enhet.EttArende().Bygg(), await enhet.EttArende().MedSkyddadeUppgifter().Bygg());
        var alla = await Aktor(enhet, await Nyckel(enhet, "hanna", [.. Kontraktsbehorighet.Alla]));
        var laser = await Aktor(enhet, await Nyckel(enhet, "hanna", Kontraktsbehorighet.LasaArende));

        Assert.Equal((AktorSlag.Person, enhet.Handlaggare.Id, "Hanna Handläggare"), (alla!.Slag, alla.Id, alla.Namn));
        Assert.False(alla.Har(Behorighet.SeEnheten));
        Assert.False(alla.Har(Behorighet.FattaBeslut));
        Assert.Null(await Kod(new HamtaArende(egen.Nummer), alla));
        Assert.Equal("FINNS_INTE", await Kod(new HamtaArende(kollegans.Nummer), alla));
        Assert.Null(await Kod(new HamtaArendeoversikt(egen.Nummer), laser!));
        Assert.Null(await Kod(new HamtaUppgift((await egen.Uppgift("GranskaAnsokan")).PublikId), laser!));
        Assert.Equal("BEHORIGHET_SAKNAS", await Kod(new SokPersoner("test"), laser!));
        Assert.Equal("BEHORIGHET_SAKNAS", await Kod(new SlutforUppgift((await egen.Uppgift("GranskaAnsokan")).PublikId, 0, Svarsvarden.Inga), laser!));
        Assert.Equal("BEHORIGHET_SAKNAS", await Kod(new RegistreraAnsokan(enhet.Ansokan()), laser!));

        // Loggen säger vem, och att det var genom en nyckel.
        var spar = (await enhet.Spar()).Last(h => h.Typ == nameof(HamtaArendeoversikt));
        Assert.Equal((AktorSlag.Person, enhet.Handlaggare.Id, $"tilldelad nyckel:{laser!.Nyckel!.Value.Value}"), (spar.AktorSlag, spar.AktorId, spar.Grund));
        Assert.Equal($"nyckel:{laser.Nyckel.Value.Value}", (await enhet.Spar()).Last(h => h.Typ == nameof(SokPersoner)).Grund);
        await enhet.KedjornaHaller();

        async Task<string?> Kod<T>(IRequest<Result<T>> fraga, Aktor aktor) => (await enhet.Vard.Sand(fraga, aktor)).Error?.Code;
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Nyckeln_dor_med_uppdraget_och_sparras_nar_kontot_stangs(Provdatabas databas)
    {
        await using var enhet = await Enhet(databas);
        var (forsta, andra) = (await Nyckel(enhet, "hanna", Kontraktsbehorighet.LasaArende), await Nyckel(enhet, "hanna", Kontraktsbehorighet.SokaPerson));
        Assert.NotNull(await Aktor(enhet, forsta));

        await Tom(enhet.Idag.AddDays(-1));
        Assert.Null(await Aktor(enhet, forsta));
        Assert.Equal("NYCKEL_UTAN_INNEHAVARE", (await Avvisad(enhet, forsta))?.Kod);
        await Tom(null);
        Assert.NotNull(await Aktor(enhet, forsta));

        Provarende.Ok(await enhet.Vard.Sand(new StangAnvandare("hanna")));
        Assert.Null(await Aktor(enhet, forsta));
        Assert.Null(await Aktor(enhet, andra));
        Assert.Equal("NYCKEL_SPARRAD", (await Avvisad(enhet, andra))?.Kod);
        Assert.Null(await Avvisad(enhet, "cfk_okand"));
        Assert.Equal(2, (await enhet.Spar()).Count(h => h.Typ == nameof(ApiNyckelSparrad)));
        Assert.All(Provarende.Ok(await enhet.Vard.Sand(new ListaApiNycklar())), n => Assert.Equal(("Hanna Handläggare", true), (n.Anvandare, n.Sparrad is not null)));

        Task Tom(DateOnly? dag) => enhet.Vard.Skriv(db => db.Uppdrag.Where(u => u.AnvandareId == Givet.Hanna).ExecuteUpdateAsync(s => s.SetProperty(u => u.Tom, dag)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Hon_gor_och_tar_bort_sin_egen_och_inget_annat(Provdatabas databas)
    {
        await using var enhet = await Enhet(databas);
        var hanna = enhet.Handlaggare;
        var utan = enhet.Kollega with { Behorigheter = new HashSet<Behorighet> { Behorighet.Inloggad, Behorighet.RapporteraAvvikelse } };
        var (idag, ett) = (enhet.Idag, new SkapaMinApiNyckel("Rapporten", ["arende.lasa"], enhet.Idag.AddDays(1)));

        var klartext = Provarende.Ok(await enhet.Vard.Sand(ett, hanna)).Klartext;
        var genom = await Aktor(enhet, klartext);
        Assert.Equal((hanna.Id, true, false), (genom!.Id, genom.Har(Behorighet.LasaArende), genom.Har(Behorighet.HandlaggaArende)));

        // Inte mer än hon själv får, inte längre än ett år, inte två med samma namn, och aldrig av en nyckel.
        Assert.Equal("BEHORIGHET_OKAND", await Kod(ett with { Namn = "B", Behorigheter = ["allt"] }));
        Assert.Equal("BEHORIGHET_OKAND", (await enhet.Vard.Sand(ett with { Namn = "B" }, utan)).Error?.Code);
        Assert.Equal("NYCKELNAMN_UPPTAGET", await Kod(ett));
        Assert.Equal("NYCKELTID_OGILTIG", await Kod(ett with { Namn = "B", GallerTom = idag.AddDays(-1) }));
        Assert.Equal("NYCKELTID_OGILTIG", await Kod(ett with { Namn = "B", GallerTom = idag.AddDays(ApiNyckel.LangstDagar + 1) }));
        Assert.Equal("OGILTIGT", await Kod(new(" ", [], null)));
        Assert.Equal(["Behorigheter", "GallerTom", "Namn"], (await enhet.Vard.Sand(new SkapaMinApiNyckel(" ", [], null), hanna)).Error!.Fields.Select(f => f.Field).Order(StringComparer.Ordinal));
        Assert.Equal("BEHORIGHET_SAKNAS", (await enhet.Vard.Sand(ett with { Namn = "B" }, genom)).Error?.Code);

        // Kollegans får heta likadant. Hennes är inte Hannas att se eller ta bort.
        var kims = Provarende.Ok(await enhet.Vard.Sand(ett, enhet.Kollega)).Klartext;
        var kimsId = Provarende.Ok(await enhet.Vard.Sand(new HamtaMinaApiNycklar(), enhet.Kollega)).Nycklar.Single().Id;
        Assert.Equal("FINNS_INTE", (await enhet.Vard.Sand(new SparraMinApiNyckel(kimsId), hanna)).Error?.Code);
        Assert.Equal("NYCKELNAMN_TVETYDIGT", (await enhet.Vard.Sand(new SparraApiNyckel("Rapporten"))).Error?.Code);
        var mina = Provarende.Ok(await enhet.Vard.Sand(new HamtaMinaApiNycklar(), hanna));
        Assert.Equal(("Rapporten", true, idag.AddDays(1)), (mina.Nycklar.Single().Namn, mina.Nycklar[0].Galler, mina.Nycklar[0].GallerTom));
        Assert.Equal(["ansokan.registrera", "arende.lasa", "uppgift.slutfora", "person.soka"], mina.Koder);
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new HamtaMinaApiNycklar(), utan)).Koder);

        Provarende.Ok(await enhet.Vard.Sand(new SparraMinApiNyckel(mina.Nycklar[0].Id), hanna));
        Assert.Null(await Aktor(enhet, klartext));
        Assert.Equal("NYCKEL_SPARRAD", (await enhet.Vard.Sand(new SparraMinApiNyckel(mina.Nycklar[0].Id), hanna)).Error?.Code);
        Assert.NotNull(await Aktor(enhet, kims));
        Provarende.Ok(await enhet.Vard.Sand(new SparraApiNyckel("Rapporten")));
        Assert.Null(await Aktor(enhet, kims));
        await enhet.KedjornaHaller();

        async Task<string?> Kod(SkapaMinApiNyckel begaran) => (await enhet.Vard.Sand(begaran, hanna)).Error?.Code;
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Nyckeln_oppnar_till_och_med_sin_sista_dag(Provdatabas databas)
    {
        await using var enhet = await Enhet(databas);
        var klartext = Provarende.Ok(await enhet.Vard.Sand(new SkapaMinApiNyckel("Kort", ["arende.lasa"], enhet.Idag.AddDays(1)), enhet.Handlaggare)).Klartext;
        var ars = Provarende.Ok(await enhet.Vard.Sand(new SkapaApiNyckel("År", ["arende.lasa"], "hanna"))).Klartext;

        enhet.Vard.Tid.Ga(TimeSpan.FromDays(1));
        Assert.NotNull(await Aktor(enhet, klartext));
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(1));
        Assert.Null(await Aktor(enhet, klartext));
        Assert.Equal("NYCKEL_UTGANGEN", (await Avvisad(enhet, klartext))?.Kod);
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(ApiNyckel.LangstDagar - 2));
        Assert.NotNull(await Aktor(enhet, ars));
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(1));
        Assert.Null(await Aktor(enhet, ars));
    }

    [Fact]
    public async Task Den_som_har_tio_tar_bort_en_forst()
    {
        await using var enhet = await Provenhet.Skapa();
        for (var i = 0; i < SkapaMinApiNyckel.Flest; i++) Provarende.Ok(await enhet.Vard.Sand(new SkapaMinApiNyckel($"N{i}", ["arende.lasa"], enhet.Idag.AddDays(i)), enhet.Handlaggare));

        Assert.Equal("FOR_MANGA_NYCKLAR", (await En()).Error?.Code);
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(1));
        Provarende.Ok(await En()); // den första har gått ut

        Task<Result<NyApiNyckel>> En() => enhet.Vard.Sand(new SkapaMinApiNyckel("En till", ["arende.lasa"], enhet.Idag.AddDays(90)), enhet.Handlaggare);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_system_far_ingen_av_det_som_ror_personens_arende(Provdatabas databas)
    {
        await using var enhet = await Enhet(databas);

        foreach (var kod in Kontraktsbehorighet.Alla.Where(k => k != Kontraktsbehorighet.RegistreraAnsokan))
            Assert.Equal((kod, "BEHORIGHET_KRAVER_ANVANDARE"), (kod, (await enhet.Vard.Sand(new SkapaApiNyckel("system", ["ansokan.registrera", kod]))).Error?.Code));
        Assert.Equal("FINNS_INTE", (await enhet.Vard.Sand(new SkapaApiNyckel("x", ["arende.lasa"], "ingen"))).Error?.Code);
        Provarende.Ok(await enhet.Vard.Sand(new StangAnvandare("hanna")));
        Assert.Equal("ANVANDARE_UTAN_UPPDRAG", (await enhet.Vard.Sand(new SkapaApiNyckel("x", ["arende.lasa"], "hanna"))).Error?.Code);

        // Också om någon ändrat raden för hand bär ett systems nyckel bara det ett system får.
        var klartext = Provarende.Ok(await enhet.Vard.Sand(new SkapaApiNyckel("system", ["ansokan.registrera"]))).Klartext;
        await enhet.Vard.Skriv(db => db.Database.ExecuteSqlAsync($"UPDATE api_nyckel SET behorigheter = '[\"ansokan.registrera\",\"arende.lasa\"]'"));
        Assert.Equal([Behorighet.RegistreraAnsokan], (await Aktor(enhet, klartext))!.Behorigheter);
    }

    private static async Task<Provenhet> Enhet(Provdatabas databas)
    {
        var enhet = await Provenhet.Skapa(databas).BaraHanna();
        await enhet.Vard.Skriv(db =>
        {
            var konto = Konto.Skapa(enhet.Vard.Tjanster.GetRequiredService<IIdKalla>(), Givet.Hanna, "hanna");
            konto.NormalizedUserName = "HANNA";
            db.Add(konto);
            return Task.CompletedTask;
        });
        return enhet;
    }

    private static async Task<string> Nyckel(Provenhet enhet, string anvandare, params string[] koder) => Provarende.Ok(
        await enhet.Vard.Sand(new SkapaApiNyckel($"nyckel {string.Join(' ', koder)}", koder, anvandare))).Klartext;

    private static async Task<Aktor?> Aktor(Provenhet enhet, string nyckel)
    {
        await using var scope = enhet.Vard.Tjanster.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IAktorkalla>().ForApiNyckel(nyckel, enhet.Vard.Tid.GetUtcNow(), CancellationToken.None);
    }

    private static async Task<AvvisadNyckel?> Avvisad(Provenhet enhet, string nyckel)
    {
        await using var scope = enhet.Vard.Tjanster.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IAktorkalla>().Avvisad(nyckel, enhet.Vard.Tid.GetUtcNow(), CancellationToken.None);
    }
}
