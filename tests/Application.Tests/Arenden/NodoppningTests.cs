using CaseFlow.Application.Arenden;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests.Arenden;

/// <summary>Break-glass: to read what does not exist for oneself, for a short time, with the chef looking at it afterwards.</summary>
public sealed class NodoppningTests
{
    private const string Skal = "Personen ringde jouren i natt";

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_arende_i_en_annan_enhet_lases_en_timme_och_inget_mer(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().MedAvslutadUtredning().Bygg();
        var jour = enhet.Utomstaende;
        Assert.Equal("FINNS_INTE", await Kod(enhet, new HamtaArende(arende.Nummer), jour));

        var oppnad = Provarende.Ok(await Oppna(enhet, arende.Nummer, jour));
        Assert.Equal((arende.Nummer, enhet.Vard.Tid.GetUtcNow().AddHours(1)), (oppnad.Nummer, oppnad.Tom));

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), jour));
        Assert.Equal(oppnad.Tom, svar.Huvud.NodoppnadTill);
        Assert.Equal(new ArendeAtgarder(AnmalaJav: true), svar.Atgarder);
        Assert.DoesNotContain(svar.Uppgifter, u => u.KanUtforas);
        Assert.Contains(svar.Tidslinje, t => t is { Text: "Ärendet nödöppnades", Vem: "Ulf Utomstående" });
        Provarende.Ok(await enhet.Vard.Sand(new HamtaUtredning(arende.Nummer), jour));
        Provarende.Ok(await enhet.Vard.Sand(new HamtaBeslutsunderlag(arende.Nummer), jour));

        var version = (await arende.Las()).Version;
        var uppgift = await arende.Uppgift("LamnaForslag");
        Assert.Equal("INTE_DITT_ARENDE", await Kod(enhet, new AtertaAnsokan(arende.Nummer, version, enhet.Idag, "skriftligt"), jour));
        Assert.Equal("INTE_DITT_ARENDE", await Kod(enhet, new Omfordela(arende.Nummer, version, Givet.Hanna.Value, "Nu"), jour));
        Assert.Equal("INTE_DITT_ARENDE", await Kod(enhet, new AndraSkydd(arende.Nummer, 0, Skydd.Sekretessmarkering, "Hotbild"), jour));
        Assert.Equal("INTE_DITT_ARENDE", await Kod(enhet, new NamngePerson(arende.Nummer, 12, Skal), jour));
        Assert.Equal("INTE_DITT_ARENDE", await Kod(enhet, new HamtaArendeatkomst(arende.Nummer), jour));
        Assert.Equal("INTE_DITT_ARENDE", await Kod(enhet, new SlutforUppgift(uppgift.PublikId, uppgift.Version, Svarsvarden.Inga), jour));
        // Listorna visar det inte: den som nödöppnar vet vad hon söker.
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(), jour)).Rader);
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(HelaEnheten: true), jour)).Rader);

        enhet.Vard.Tid.Ga(TimeSpan.FromHours(1) - TimeSpan.FromTicks(10));
        Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), jour));
        enhet.Vard.Tid.Ga(TimeSpan.FromTicks(10));
        Assert.Equal("FINNS_INTE", await Kod(enhet, new HamtaArende(arende.Nummer), jour));

        var id = (await arende.Las()).Id;
        var spar = (await enhet.Spar()).Where(h => h.ArendeId == id && h.AktorId == jour.Id).ToList();
        Assert.Contains(spar, h => h is { Typ: nameof(ArendeNodoppnat), Grund: "nodoppning" });
        Assert.Equal("nodoppning", spar.Last(h => h is { Typ: nameof(HamtaArende), Utfall: Auditutfall.Ok }).Grund);
        await enhet.KedjornaHaller();
    }

    [Fact]
    public async Task Jour_utan_en_roll_som_laser_arenden_far_veta_det_i_ord_och_inget_oppnas()
    {
        await using var enhet = await Provenhet.Skapa();
        var arende = await enhet.EttArende().Bygg();
        await enhet.Ny(27, "Jon Jour", Roll.Jour);

        Assert.Equal("JOUR_UTAN_ROLL", (await Oppna(enhet, arende.Nummer, await enhet.Aktor(27))).Error?.Code);
        Assert.Empty(await enhet.Vard.Las(db => db.Nodoppningar.ToListAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_inte_ar_namngiven_ser_anda_inte_de_skyddade_uppgifterna(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().MedSkyddadeUppgifter().Bygg();
        await Ge(enhet, Givet.Kim, Roll.Jour);
        var kim = await enhet.Aktor(12);

        Provarende.Ok(await Oppna(enhet, arende.Nummer, kim));
        Assert.Equal(PersonVisning.Skyddade, Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), kim)).Huvud.Person.Namn);

        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(57));
        Provarende.Ok(await enhet.Vard.Sand(new VisaSkyddadeUppgifter(arende.Nummer, "Måste nå henne nu"), kim));
        Assert.Equal("Test Testsson", Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), kim)).Huvud.Person.Namn);
        var visning = await enhet.Vard.Las(db => db.SkyddVisningar.SingleAsync());
        Assert.Equal(TimeSpan.FromMinutes(3), visning.Tom - visning.Fran);
        Assert.True(Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new HamtaAttGranska(), enhet.Chef)).Nodoppningar) is { Visade: true, Skyddat: true });
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Svaret_ar_detsamma_for_det_som_inte_finns_och_det_som_inte_far_oppnas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var mamma = Givet.Personnummer(new(1942, 3, 14), 984);
        var (sparrat, javigt) = (await enhet.EttArende().ForPersonen(mamma).Bygg(), await enhet.EttArende().Bygg());
        var javigtId = (await javigt.Las()).Id;
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraSparr(mamma, null, "Min mamma"), enhet.Utomstaende));
        await enhet.Vard.Skriv(db =>
        {
            db.Jav.Add(Jav.Anmal(enhet.Utomstaende.Id, javigtId, "Min granne", enhet.Vard.Tid.GetUtcNow()).Value.Jav);
            return Task.CompletedTask;
        });

        var svar = new List<Error>();
        foreach (var nummer in new[] { sparrat.Nummer, javigt.Nummer, "2026-9999", "", "' OR 1=1" }) svar.Add((await Oppna(enhet, nummer, enhet.Utomstaende)).Error!);
        Assert.All(svar, fel => Assert.Equal((svar[0].Kind, svar[0].Code, svar[0].Text), (fel.Kind, fel.Code, fel.Text)));
        Assert.Equal(ErrorKind.NotFound, svar[0].Kind);
        Assert.Equal(0, await enhet.Vard.Las(db => db.Nodoppningar.CountAsync()));
        // Skälet prövas före numret: det säger inget om ärendet.
        foreach (var nummer in new[] { sparrat.Nummer, "2026-9999" })
            Assert.Equal("SKAL_SAKNAS", (await enhet.Vard.Sand(new Nodoppna(nummer, "akut"), enhet.Utomstaende)).Error?.Code);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_sparr_eller_ett_jav_som_kommer_efterat_stanger_dorren(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        Provarende.Ok(await Oppna(enhet, arende.Nummer, enhet.Utomstaende));
        Provarende.Ok(await enhet.Vard.Sand(new AnmalJav(arende.Nummer, "Jag känner henne ju"), enhet.Utomstaende));
        Assert.Equal("FINNS_INTE", await Kod(enhet, new HamtaArende(arende.Nummer), enhet.Utomstaende));
        Assert.Equal("FINNS_INTE", (await Oppna(enhet, arende.Nummer, enhet.Utomstaende)).Error?.Code);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Bara_den_som_har_ratten_nodoppnar_och_den_som_kommer_in_anda_behover_det_inte(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        Assert.Equal("BEHORIGHET_SAKNAS", (await Oppna(enhet, arende.Nummer, enhet.Kollega)).Error?.Code);
        Assert.Null(Provarende.Ok(await Oppna(enhet, arende.Nummer, enhet.Chef)).Tom);
        await Ge(enhet, Givet.Kim, Roll.Jour);
        Assert.Equal("SKAL_KRAVS", (await Oppna(enhet, arende.Nummer, await enhet.Aktor(12))).Error?.Code);

        var forsta = Provarende.Ok(await Oppna(enhet, arende.Nummer, enhet.Utomstaende)).Tom;
        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(5));
        Assert.Equal(forsta, Provarende.Ok(await Oppna(enhet, arende.Nummer, enhet.Utomstaende)).Tom);
        Provarende.Ok(await enhet.Vard.Sand(new AvslutaNodoppning(arende.Nummer), enhet.Utomstaende));
        Assert.Equal("FINNS_INTE", await Kod(enhet, new HamtaArende(arende.Nummer), enhet.Utomstaende));
        Assert.Equal("FINNS_INTE", await Kod(enhet, new AvslutaNodoppning(arende.Nummer), enhet.Utomstaende));
        Assert.Equal(1, await enhet.Vard.Las(db => db.Nodoppningar.CountAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Varje_nodoppning_star_kvar_tills_en_chef_har_granskat_den(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var forvaltare = await enhet.Ny(42, "Frans Förvaltare", Roll.Forvaltare);
        var arende = await enhet.EttArende().Bygg();
        Provarende.Ok(await Oppna(enhet, arende.Nummer, enhet.Utomstaende));

        foreach (var vem in new[] { enhet.Chef, enhet.BitradandeChef, forvaltare })
        {
            var rad = Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new HamtaAttGranska(), vem)).Nodoppningar);
            Assert.Equal((arende.Nummer, "Ulf Utomstående", Skal, false), (rad.Nummer, rad.Vem, rad.Skal, rad.Visade));
        }
        Assert.Equal(0, Provarende.Ok(await enhet.Vard.Sand(new HamtaAttGranska(), enhet.Utomstaende)).Antal);
        Assert.Equal("BEHORIGHET_SAKNAS", await Kod(enhet, new HamtaAttGranska(), enhet.Handlaggare));

        var id = await enhet.Vard.Las(db => db.Nodoppningar.Select(n => n.Id.Value).SingleAsync());
        Assert.Equal("NODOPPNING_EGEN", await Granska(enhet, id, enhet.Utomstaende));
        Assert.Equal("BEHORIGHET_SAKNAS", await Granska(enhet, id, enhet.Handlaggare));
        var annanChef = await enhet.Ny(43, "Greta Granne", Roll.Chef, granne: true);
        Assert.Equal("NODOPPNING_PAGAR", await Granska(enhet, id, enhet.Chef));
        Assert.Equal("FINNS_INTE", await Kod(enhet, new AvbrytNodoppning(id), annanChef));
        Assert.Equal("FINNS_INTE", await Kod(enhet, new AvbrytNodoppning(id), enhet.Utomstaende));
        Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Utomstaende));
        Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Utomstaende));
        Provarende.Ok(await enhet.Vard.Sand(new Application.Journal.HamtaAnteckningar(arende.Nummer), enhet.Utomstaende));
        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(5));
        Provarende.Ok(await enhet.Vard.Sand(new AvbrytNodoppning(id), enhet.Chef));
        Assert.Equal("NODOPPNING_SLUT", await Kod(enhet, new AvbrytNodoppning(id), enhet.BitradandeChef));
        Assert.Equal("FINNS_INTE", await Kod(enhet, new HamtaArende(arende.Nummer), enhet.Utomstaende));
        var slut = Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new HamtaAttGranska(), enhet.Chef)).Nodoppningar);
        Assert.False(slut.Pagar);
        Assert.Equal([new LastDel("anteckningar", 1), new LastDel("översikten", 2)], slut.Last);
        Assert.Equal("FINNS_INTE", await Granska(enhet, id, annanChef));
        Assert.Equal("SKAL_SAKNAS", await Granska(enhet, id, enhet.Chef, "ok"));
        Assert.Equal("INAKTUELL_KOPIA", await Granska(enhet, id, enhet.Chef, version: 4));
        Assert.Null(await Granska(enhet, id, enhet.Chef, version: 1));
        Assert.Equal("NODOPPNING_GRANSKAD", await Granska(enhet, id, enhet.BitradandeChef, version: 2));
        Assert.Equal("FINNS_INTE", await Granska(enhet, id, annanChef));

        Assert.Equal(0, Provarende.Ok(await enhet.Vard.Sand(new HamtaAttGranska(), enhet.BitradandeChef)).Antal);
        var handelser = Provarende.Ok(await enhet.Vard.Sand(new HamtaArendeatkomst(arende.Nummer), enhet.Chef)).Handelser;
        Assert.Contains(handelser, h => h is { Text: "Nödöppnade ärendet", Vem: "Ulf Utomstående", Skal: Skal });
        Assert.Contains(handelser, h => h is { Text: "Nödöppningen av Ulf Utomstående avslutades", Vem: "Clara Chef", Skal: null });
        Assert.Contains(handelser, h => h is { Text: "Granskade nödöppningen av Ulf Utomstående", Vem: "Clara Chef", Skal: "Rimligt, jouren hade ringt" });
    }

    /// <summary>The right has to hold for as long as the opening does, and ending it is always one's own to do.</summary>
    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_mister_ratten_mister_det_hon_har_oppnat(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var forvaltare = await enhet.Ny(42, "Frans Förvaltare", Roll.Forvaltare);
        var arende = await enhet.EttArende().MedSkyddadeUppgifter().Bygg();
        await Ge(enhet, Givet.Kim, Roll.Jour);
        var jour = await enhet.Aktor(12);
        Provarende.Ok(await Oppna(enhet, arende.Nummer, jour));
        Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), jour));

        // Uppdraget tog slut av sig självt.
        var utan = jour with { Behorigheter = jour.Behorigheter.Where(b => b is not Behorighet.Nodoppna).ToHashSet() };
        Assert.Equal("FINNS_INTE", await Kod(enhet, new HamtaArende(arende.Nummer), utan));
        Assert.Null(await Kod(enhet, new HamtaArende(arende.Nummer), jour.Genom(new(9), new HashSet<Behorighet> { Behorighet.LasaArende })));

        Provarende.Ok(await enhet.Vard.Sand(new AvslutaUppdrag(12, Provenhet.Enhet.Value, Roll.Jour, new(2020, 1, 1), null), forvaltare));
        Assert.Equal("FINNS_INTE", await Kod(enhet, new HamtaArende(arende.Nummer), jour));
        var id = (await arende.Las()).Id;
        Assert.Contains(await enhet.Spar(), h => h.ArendeId == id && h.Typ == nameof(NodoppningAvslutad) && h.AktorId == forvaltare.Id);

        await Ge(enhet, Givet.Kim, Roll.Chef, enhet.Idag);
        jour = await enhet.Aktor(12);
        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(1));
        await enhet.Vard.Skriv(db =>
        {
            db.Nodoppningar.Add(Nodoppning.Oppna(new(77), jour.Id, id, Skal, Nodoppningsregel.Vanlig, null, enhet.Vard.Tid.GetUtcNow()).Value.Nodoppning);
            return Task.CompletedTask;
        });
        utan = jour with { Behorigheter = new HashSet<Behorighet> { Behorighet.Inloggad } };
        Provarende.Ok(await enhet.Vard.Sand(new AvslutaNodoppning(arende.Nummer), utan));
        Assert.Equal("FINNS_INTE", await Kod(enhet, new AvslutaNodoppning(arende.Nummer), utan));
        await enhet.KedjornaHaller();
    }

    [Fact]
    public async Task Tiden_och_antalet_ar_enhetens_val()
    {
        await using var enhet = await Provenhet.Skapa(mer: s => s.AddSingleton(new Nodoppningsregel(TimeSpan.FromMinutes(15), 2)));
        var nummer = new List<string>();
        for (var i = 0; i < 3; i++) nummer.Add((await enhet.EttArende().Bygg()).Nummer);

        Assert.Equal(enhet.Vard.Tid.GetUtcNow().AddMinutes(15), Provarende.Ok(await Oppna(enhet, nummer[0], enhet.Utomstaende)).Tom);
        Provarende.Ok(await Oppna(enhet, nummer[1], enhet.Utomstaende));
        foreach (var tredje in new[] { nummer[2], "2026-9999" })
            Assert.Equal("NODOPPNING_FOR_MANGA", (await Oppna(enhet, tredje, enhet.Utomstaende)).Error?.Code);
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(1));
        Provarende.Ok(await Oppna(enhet, nummer[2], enhet.Utomstaende));
    }

    private static Task<Result<Nodoppnad>> Oppna(Provenhet enhet, string nummer, Aktor aktor) => enhet.Vard.Sand(new Nodoppna(nummer, Skal), aktor);

    private static async Task<string?> Kod<T>(Provenhet enhet, MediatR.IRequest<Result<T>> anrop, Aktor aktor) => (await enhet.Vard.Sand(anrop, aktor)).Error?.Code;

    private static Task<string?> Granska(Provenhet enhet, long id, Aktor aktor, string anteckning = "Rimligt, jouren hade ringt", int version = 0) =>
        Kod(enhet, new GranskaNodoppning(id, version, anteckning), aktor);

    private static Task Ge(Provenhet enhet, AnvandareId vem, Roll roll, DateOnly? from = null) => enhet.Vard.Skriv(db =>
    {
        db.Uppdrag.Add(Uppdrag.Ge(vem, Provenhet.Enhet, roll, new(from ?? new DateOnly(2020, 1, 1), null), Delegatniva.Ingen));
        return Task.CompletedTask;
    });
}
