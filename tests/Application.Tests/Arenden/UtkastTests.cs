using CaseFlow.Application.Arenden;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Journal;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Journal;
using CaseFlow.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests.Arenden;

/// <summary>What is typed and not saved: there for the one who typed it, for nobody else, until it is saved.</summary>
public sealed class UtkastTests
{
    private const string Skrivet = "Kanarietexten om trappan";

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_skrivna_finns_pa_sidan_for_den_som_skrev_och_for_ingen_annan(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var (utreds, foreslas) = (await enhet.EttArende().Granskat().Bygg(), await enhet.EttArende().MedAvslutadUtredning().Bygg());
        var nytt = await enhet.EttArende().Bygg();
        var stina = await enhet.Ny(21, "Stina Ställföreträdare");
        await enhet.Ersatt(enhet.Handlaggare, stina);
        var uppgift = (await nytt.Uppgift("GranskaAnsokan")).PublikId;
        var insats = (await foreslas.Ansokta())[0];
        await Spara(utreds, "utredning:d6", ("version", "0"), ("beskrivning", Skrivet), ("mal", ""));
        await Spara(utreds, "utredning:bedomning", ("samladBedomning", Skrivet));
        await Spara(utreds, "anteckning:ny", ("nyText", Skrivet));
        await Spara(foreslas, $"forslag:{insats}", ("motivering", Skrivet));
        await Spara(nytt, $"uppgift:{uppgift}", ("komplett", "nej"), ("anteckning", Skrivet), ("sprakinformation", "nej"), ("sprakinformationDag", ""));

        var utredning = Ok(await enhet.Vard.Sand(new HamtaUtredning(utreds.Nummer), enhet.Handlaggare));
        Assert.Equal(["utredning:bedomning", "utredning:d6"], utredning.Utkast.Select(u => u.Plats).Order(StringComparer.Ordinal));
        var d6 = utredning.Utkast.Single(u => u.Plats == "utredning:d6");
        Assert.Equal((Skrivet, "", "0", enhet.Vard.Tid.GetUtcNow()), (d6.Falt["beskrivning"][0], d6.Falt["mal"][0], d6.Falt["version"][0], d6.Sparat));
        Assert.Null(utredning.Omraden.Single(o => o.Kod == "d6").Beskrivning);
        Assert.Equal(Skrivet, Ok(await enhet.Vard.Sand(new HamtaAnteckningar(utreds.Nummer), enhet.Handlaggare)).Utkast?.Falt["nyText"][0]);
        Assert.Equal(Skrivet, Assert.Single(Ok(await enhet.Vard.Sand(new HamtaBeslutsunderlag(foreslas.Nummer), enhet.Handlaggare)).Utkast!).Falt["motivering"][0]);
        var oppen = Ok(await enhet.Vard.Sand(new HamtaUppgift(uppgift, MedUtkast: true), enhet.Handlaggare));
        Assert.Equal(("nej", Skrivet), (oppen.Varden["komplett"].Single(), oppen.Varden["anteckning"].Single()));
        Assert.Empty(oppen.Varden["sprakinformationDag"]);
        Assert.True(oppen.Lagen["sprakinformationDag"].Visas);

        // API:et och den som ersätter henne får det som är sparat.
        Assert.Null(Ok(await enhet.Vard.Sand(new HamtaUppgift(uppgift), enhet.Handlaggare)).Utkast);
        foreach (var annan in new[] { stina, enhet.Chef })
        {
            Assert.Empty(Ok(await enhet.Vard.Sand(new HamtaUtredning(utreds.Nummer), annan)).Utkast);
            Assert.Null(Ok(await enhet.Vard.Sand(new HamtaAnteckningar(utreds.Nummer), annan)).Utkast);
            Assert.Empty(Ok(await enhet.Vard.Sand(new HamtaBeslutsunderlag(foreslas.Nummer), annan)).Utkast!);
            Assert.DoesNotContain(Skrivet, Ok(await enhet.Vard.Sand(new HamtaUppgift(uppgift, MedUtkast: true), annan)).Varden.SelectMany(v => v.Value));
        }

        Assert.DoesNotContain(await enhet.Spar(), h => h.Data.Contains("trappan", StringComparison.Ordinal));
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_sparar_om_och_om_igen_andrar_bara_sitt_utkast(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Granskat().Bygg();
        var (version, fore) = ((await arende.Las()).Version, (await enhet.Spar()).Count);
        for (var i = 0; i < 30; i++)
        {
            await Spara(arende, "utredning:d6", ("beskrivning", $"{Skrivet} {i}"));
            enhet.Vard.Tid.Ga(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(version, (await arende.Las()).Version);
        var rad = Assert.Single(await enhet.Vard.Las(db => db.Utkast.AsNoTracking().ToListAsync()));
        Assert.Contains($"{Skrivet} 29", rad.Falt, StringComparison.Ordinal);
        Assert.Equal(fore + 1, (await enhet.Spar()).Count);
        Assert.Single(await enhet.Spar(), h => h.Typ == nameof(UtkastSparat));
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(1));
        await Spara(arende, "utredning:d6", ("beskrivning", Skrivet));
        await Spara(arende, "utredning:d6", ("beskrivning", Skrivet));
        Assert.Equal(fore + 2, (await enhet.Spar()).Count);

        // Ett nej loggas varje gång.
        for (var i = 0; i < 2; i++) Assert.Equal("SKAL_KRAVS", (await enhet.Vard.Sand(Utkastet(arende, "utredning:d6", ("beskrivning", "x")), enhet.Kollega)).Error?.Code);
        Assert.Equal(2, (await enhet.Spar()).Count(h => h is { Typ: nameof(SparaUtkast), Kod: "SKAL_KRAVS" }));
        Assert.DoesNotContain(Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Tidslinje, t => t.Text.Contains("tkast", StringComparison.Ordinal));
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_inte_ar_sparat_star_pa_Idag_for_den_som_skrev_det(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var a = await enhet.EttArende().Granskat().Bygg();
        Assert.Empty((await Idag(enhet.Handlaggare)).Osparat);
        await Spara(a, "utredning:d6", ("beskrivning", Skrivet));
        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(1));
        await Spara(a, "utredning:d5", ("beskrivning", Skrivet));
        await Spara(a, "anteckning:ny", ("text", Skrivet));

        var rader = (await Idag(enhet.Handlaggare)).Osparat;
        Assert.Equal([(a.Nummer, Utkastslag.Utredning), (a.Nummer, Utkastslag.Anteckning)], rader.Select(r => (r.Arendenummer!, r.Slag)).OrderBy(r => r.Slag));
        Assert.All(rader, r => Assert.Equal(enhet.Idag.AddDays(30), r.Tom));
        Assert.Empty((await Idag(enhet.Kollega)).Osparat);

        async Task<IdagSvar> Idag(Domain.Behorigheter.Aktor vem) => Ok(await enhet.Vard.Sand(new HamtaIdag(), vem));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Nar_det_skrivna_sparas_forsvinner_utkastet_i_samma_stund(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var a = await enhet.EttArende().Granskat().Bygg();
        var insats = (await a.Ansokta())[0];
        await Provas("utredning:d6", new SkrivOmrade(a.Nummer, "d6", 0, null, "Text", null, null, null, null, null, "pagar"));
        await Provas("utredning:bedomning", new SkrivBedomning(a.Nummer, 0, "Text", null, null));
        await Provas("utredning:vald", new BesvaraValdsfraga(a.Nummer, 0, "fragad", null, enhet.Idag));
        await Provas("utredning:insatser", new BeskrivInsatser(a.Nummer, [new(a.Nummer, insats, 0, "Text", null)]));
        await Provas("anteckning:ny", new SkrivAnteckning(a.Nummer, Anteckningsslag.Mote, enhet.Idag, null, null, "Text"));
        await Provas("anteckning:invand-1", new NoteraInvandning(a.Nummer, 1, Anteckningsslag.Mote, enhet.Idag, "Text"));
        await Provas("anteckning:ratta-1", new RattaAnteckning(a.Nummer, 1, Anteckningsslag.Mote, enhet.Idag, null, null, "Text"));
        await Provas("utredning:d5", new SkrivOmrade(a.Nummer, "d5", 0, null, "Text", null, null, null, "Personen", null, "klar"));
        var utred = await a.Uppgift("Utred");
        await Provas($"uppgift:{utred.PublikId}", new AvslutaUtredning(utred.PublikId, utred.Version, null));
        await Provas("utredning:tillagg", new SkrivTillagg(a.Nummer, 0, "Text", "Sonen", enhet.Idag));
        await Provas($"forslag:{insats}", new SparaForslag(a.Nummer, insats, 0, "bifall", 10, enhet.Idag, null, "Behovet är så stort", null));
        var lamna = await a.Uppgift("LamnaForslag");
        Ok(await enhet.Vard.Sand(new LamnaForslag(lamna.PublikId, lamna.Version), enhet.Handlaggare));
        var kommunicera = await a.Uppgift("Kommunicera");
        await Provas($"uppgift:{kommunicera.PublikId}", new SlutforUppgift(kommunicera.PublikId, kommunicera.Version, new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["kommuniceras"] = ["nej"], ["obehovligtSkal"] = ["Allt är känt"],
        }));
        var fatta = await a.Uppgift("FattaBeslut");
        await Provas($"uppgift:{fatta.PublikId}", new AterlamnaForslag(fatta.PublikId, fatta.Version, "forslag", "Skriv om"));

        async Task Provas<T>(string plats, IRequest<Result<T>> sparar)
        {
            await Spara(a, plats, ("text", Skrivet));
            Assert.Equal(1, await Antal(enhet));
            Ok(await enhet.Vard.Sand(sparar, enhet.Handlaggare));
            Assert.True(await Antal(enhet) == 0, plats);
        }
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_nekat_sparande_och_andras_sparande_lamnar_utkastet(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        var uppgift = await arende.Uppgift("GranskaAnsokan");
        await Spara(arende, $"uppgift:{uppgift.PublikId}", ("komplett", "nej"), ("anteckning", Skrivet));

        Assert.True((await enhet.Vard.Sand(new SlutforUppgift(uppgift.PublikId, uppgift.Version, Svarsvarden.Inga), enhet.Handlaggare)).Failed);
        Assert.Equal(1, await Antal(enhet));
        Ok(await arende.Forsok("GranskaAnsokan", enhet.Chef, ("komplett", "ja"), ("sprakinformation", "ja")));

        // Chefen gjorde uppgiften. Det som skrevs går att läsa, men inte att skriva vidare på.
        var stangd = Ok(await enhet.Vard.Sand(new HamtaUppgift(uppgift.PublikId, MedUtkast: true), enhet.Handlaggare));
        Assert.Equal((false, Skrivet, "ja"), (stangd.Oppen, stangd.Utkast?.Falt["anteckning"][0], stangd.Varden["komplett"][0]));
        Assert.Equal("UPPGIFT_STANGD", (await enhet.Vard.Sand(Utkastet(arende, $"uppgift:{uppgift.PublikId}", ("x", "y")), enhet.Handlaggare)).Error?.Code);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_utkast_som_kommer_efter_att_formularet_ar_skickat_sparas_inte(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        Ok(await enhet.Vard.Sand(new SkrivAnteckning(arende.Nummer, Anteckningsslag.Mote, enhet.Idag, null, null, "Text"), enhet.Handlaggare, "blankett-1"));

        Assert.Equal("UTKAST_SKICKAT", (await enhet.Vard.Sand(Utkastet(arende, "anteckning:ny", ("nyText", "Text")) with { Blankett = "blankett-1" }, enhet.Handlaggare)).Error?.Code);
        Ok(await enhet.Vard.Sand(Utkastet(arende, "anteckning:ny", ("nyText", "Text")) with { Blankett = "blankett-2" }, enhet.Handlaggare));
        Assert.Equal(1, await Antal(enhet));
    }

    [Fact]
    public async Task Det_som_ingen_blankett_skickar_nekas()
    {
        await using var enhet = await Provenhet.Skapa().BaraHanna();
        var (arende, annat) = (await enhet.EttArende().Bygg(), await enhet.EttArende().Bygg());
        var annans = (await annat.Uppgift("GranskaAnsokan")).PublikId;

        Assert.Equal("UTKAST_FOR_STORT", await Kod("anteckning:ny", ("nyText", new string('x', Utkast.Storst))));
        Assert.Equal("UTKAST_OGILTIGT", await Kod("anteckning:ny", ("ny text", "x")));
        Assert.Equal("UTKAST_OGILTIGT", await Kod("anteckning:ny", [.. Enumerable.Range(0, 301).Select(i => ($"falt{i}", "x"))]));
        Assert.Equal("FINNS_INTE", await Kod("utredning:finns-inte", ("x", "y")));
        Assert.Equal("FINNS_INTE", await Kod($"uppgift:{annans}", ("x", "y")));
        Assert.Equal("FINNS_INTE", await Kod($"uppgift:{Guid.Empty}", ("x", "y")));
        for (var i = 1; i <= Utkast.FlestPerPerson; i++) Assert.Null(await Kod($"anteckning:ratta-{i}", ("x", "y")));
        Assert.Equal("FOR_MANGA_UTKAST", await Kod("anteckning:ny", ("x", "y")));
        Assert.Null(await Kod("anteckning:ratta-1", ("x", "z")));

        async Task<string?> Kod(string plats, params (string, string)[] falt) => (await enhet.Vard.Sand(Utkastet(arende, plats, falt), enhet.Handlaggare)).Error?.Code;
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_inte_langre_kommer_at_arendet_kommer_inte_at_utkastet(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        await Spara(arende, "anteckning:ny", ("nyText", Skrivet));
        Ok(await enhet.Vard.Sand(new Omfordela(arende.Nummer, (await arende.Las()).Version, enhet.Kollega.Id.Value, "Semester"), enhet.Chef));

        Assert.Equal("SKAL_KRAVS", (await enhet.Vard.Sand(new HamtaAnteckningar(arende.Nummer), enhet.Handlaggare)).Error?.Code);
        Ok(await enhet.Vard.Sand(new OppnaMedSkal(arende.Nummer, "Kollegan frågade"), enhet.Handlaggare));
        Assert.Null(Ok(await enhet.Vard.Sand(new HamtaAnteckningar(arende.Nummer), enhet.Handlaggare)).Utkast);
        Assert.Equal("INTE_DITT_ARENDE", (await enhet.Vard.Sand(Utkastet(arende, "anteckning:ny", ("nyText", "x")), enhet.Handlaggare)).Error?.Code);
        Assert.Equal("INTE_DITT_ARENDE", (await enhet.Vard.Sand(new KastaUtkast(arende.Nummer, "anteckning:ny"), enhet.Handlaggare)).Error?.Code);
        Assert.Null(Ok(await enhet.Vard.Sand(new HamtaAnteckningar(arende.Nummer), enhet.Kollega)).Utkast);

        // Flyttas det tillbaka samma dag finns det kvar; annars städas det bort.
        Assert.Equal(0, Ok(await enhet.Vard.Sand(new GlomUtkast())));
        enhet.Vard.Tid.Ga(TimeSpan.FromHours(25));
        Assert.Equal(1, Ok(await enhet.Vard.Sand(new GlomUtkast())));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_ingen_skriver_vidare_pa_tas_bort_efter_installningens_dagar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas, s => s.AddSingleton(new Utkastregel(TimeSpan.FromDays(10)))).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        var stina = await enhet.Ny(21, "Stina Ställföreträdare");
        await enhet.Ersatt(enhet.Handlaggare, stina);
        foreach (var aktor in new[] { enhet.Handlaggare, stina, enhet.Chef }) Ok(await enhet.Vard.Sand(Utkastet(arende, "anteckning:ny", ("nyText", Skrivet)), aktor));
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(9));

        // Handläggaren, den som ersätter henne och chefen har det alla.
        Assert.Equal(0, Ok(await enhet.Vard.Sand(new GlomUtkast())));
        await Spara(arende, "anteckning:ny", ("nyText", Skrivet));
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        Assert.Equal(2, Ok(await enhet.Vard.Sand(new GlomUtkast())));
        Assert.Equal(enhet.Handlaggare.Id, await enhet.Vard.Las(db => db.Utkast.Select(u => u.AgareId).SingleAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_slanger_sitt_utkast_rar_ingen_annans(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        foreach (var aktor in new[] { enhet.Handlaggare, enhet.Chef }) Ok(await enhet.Vard.Sand(Utkastet(arende, "anteckning:ny", ("nyText", Skrivet)), aktor));

        Ok(await enhet.Vard.Sand(new KastaUtkast(arende.Nummer, "anteckning:ny"), enhet.Handlaggare));
        Ok(await enhet.Vard.Sand(new KastaUtkast(arende.Nummer, "anteckning:ny"), enhet.Handlaggare));

        Assert.Equal(enhet.Chef.Id, await enhet.Vard.Las(db => db.Utkast.Select(u => u.AgareId).SingleAsync()));
        Assert.Single(await enhet.Spar(), h => h.Typ == nameof(UtkastKastat));
    }

    /// <summary>A page with drafts asks one question more than without, by the index, and saving one is three readings.</summary>
    [Theory, PaSqlite, PaPostgres]
    public async Task Utkasten_kostar_en_fraga_till_per_sida(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var (arende, foreslas) = (await enhet.EttArende().Granskat().MedAnteckning().Bygg(), await enhet.EttArende().MedAvslutadUtredning().Bygg());
        var uppgift = (await (await enhet.EttArende().Bygg()).Uppgift("GranskaAnsokan")).PublikId;
        foreach (var fraga in new[] { Fragor(new HamtaUtredning(arende.Nummer)), Fragor(new HamtaAnteckningar(arende.Nummer)), Fragor(new HamtaAnteckning(arende.Nummer, 1)),
            Fragor(new HamtaBeslutsunderlag(foreslas.Nummer)), Fragor(new HamtaUppgift(uppgift, MedUtkast: true)) }) Assert.Equal(1, await fraga);
        Assert.Equal(0, await Fragor(new HamtaUppgift(uppgift)));

        await Spara(arende, "utredning:d6", ("beskrivning", "x"));
        using var raknare = Raknare.Borja();
        Ok(await enhet.Vard.Sand(Utkastet(arende, "utredning:d6", ("beskrivning", "y")) with { Blankett = "b" }, enhet.Handlaggare));
        Assert.Equal((3, 1), (raknare.Kommandon.Count(ArLasning), raknare.Sparningar));

        async Task<int> Fragor<T>(IRequest<Result<T>> fraga)
        {
            using var fragor = Raknare.Borja();
            Ok(await enhet.Vard.Sand(fraga, enhet.Handlaggare));
            return fragor.Kommandon.Count(k => ArLasning(k) && (k.Contains("FROM utkast", StringComparison.OrdinalIgnoreCase) || k.Contains("FROM \"utkast\"", StringComparison.OrdinalIgnoreCase)));
        }

        static bool ArLasning(string kommando) => kommando.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase);
    }

    private static SparaUtkast Utkastet(Provarende arende, string plats, params (string Falt, string Varde)[] falt) =>
        new(arende.Nummer, plats, falt.ToDictionary(f => f.Falt, f => new[] { f.Varde }, StringComparer.Ordinal));

    private static async Task Spara(Provarende arende, string plats, params (string Falt, string Varde)[] falt) =>
        Assert.Equal(arende.Enhet.Vard.Tid.GetUtcNow(), Ok(await arende.Enhet.Vard.Sand(Utkastet(arende, plats, falt), arende.Enhet.Handlaggare)).Tid);

    private static Task<int> Antal(Provenhet enhet) => enhet.Vard.Las(db => db.Utkast.CountAsync());

    private static T Ok<T>(Result<T> svar) => Provarende.Ok(svar);
}
