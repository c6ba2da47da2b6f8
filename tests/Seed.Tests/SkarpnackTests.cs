using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CaseFlow.Application;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Avvikelser;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Seed.Tests;

/// <summary>The whole unit, small: the people that the verksamhetsplan names, the law of each day, and nothing but what the use cases allow.</summary>
public sealed class SkarpnackTests(SkarpnackTests.Lagd lagd) : IClassFixture<SkarpnackTests.Lagd>
{
    private static readonly DateOnly NyLag = new(2025, 7, 1);

    /// <summary>Accounts have salted hashes and stamps of chance; they are no part of what is told.</summary>
    private static readonly string[] Slumpade = ["konto"];

    private static Demoval Val(int fro = 7) => new(Demoscenario.Skarpnack with { Personer = 60, Manader = 6 }, fro, new(2025, 10, 15));

    [Fact]
    public async Task Samma_fro_ger_samma_rader_i_varje_tabell_och_ett_annat_ger_andra()
    {
        await using var igen = await Provdemo.Lagg(Val());
        await using var annan = await Provdemo.Lagg(Val(8));

        var (forsta, andra) = (lagd.Rader, await igen.Las(Avtryck));
        Assert.Equal(forsta, andra);
        Assert.Contains(forsta, t => t.StartsWith("beslut ", StringComparison.Ordinal));
        Assert.NotEqual(forsta.Single(t => t.StartsWith("person ", StringComparison.Ordinal)), (await annan.Las(Avtryck)).Single(t => t.StartsWith("person ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Alla_personnummer_ar_testnummer_loggen_ar_hel_och_inget_nekades()
    {
        var demo = lagd.Demo;
        var identiteter = await demo.Las(db => db.Personer.Select(p => p.Identitet).ToListAsync());
        Assert.Equal(60, identiteter.Count);
        Assert.All(identiteter, i => Assert.InRange(int.Parse(i.Varde[8..11], CultureInfo.InvariantCulture), 980, 999));
        var prov = await demo.Tjanst<IAuditVerifierare>().Verifiera(null, CancellationToken.None);
        Assert.Null(prov.Brott);
        Assert.Equal(prov.Handelser, await demo.Las(db => db.AuditHandelser.LongCountAsync(h => h.Utfall == Auditutfall.Ok)));
        Assert.Equal(0, await demo.Las(db => db.Incidenter.CountAsync()));
        var slut = Demoval.Moment(Val().Slut, Demoval.Slutklockan);
        Assert.True(lagd.Senast <= slut, $"{lagd.Senast:O}");
        Assert.False(await demo.Las(db => db.Processtimrar.AnyAsync(t => t.Tands <= slut)));
        // Varje ärende, beslut och anteckning har sin händelse: inget är lagt bredvid användningsfallen.
        Assert.Equal(await demo.Las(db => db.Arenden.CountAsync()), await Handelser("AnsokanRegistrerad") + await Handelser("NyProvningOppnad"));
        Assert.Equal(await demo.Las(db => db.Beslut.CountAsync(b => b.Beslutsdag != null)), await Handelser("BeslutFattat"));
        Assert.Equal(await demo.Las(db => db.Anteckningar.CountAsync()), await Handelser("AnteckningSkriven"));
        Assert.Equal(await demo.Las(db => db.Avvikelser.CountAsync()), await Handelser("AvvikelseRapporterad"));
    }

    [Fact]
    public async Task Enheten_har_dem_som_verksamhetsplanen_namner()
    {
        var demo = lagd.Demo;
        var antal = (await demo.Las(db => db.Uppdrag.GroupBy(u => u.Roll).Select(g => new { g.Key, Antal = g.Count() }).ToListAsync())).ToDictionary(g => g.Key, g => g.Antal);
        Assert.Equal(
            [
                (Roll.Handlaggare, 15), (Roll.BitradandeChef, 2), (Roll.Chef, 1), (Roll.Forvaltare, 1), (Roll.Utforare, 2), (Roll.Fardtjansthandlaggare, 1), (Roll.Administrator, 2),
                (Roll.Aldrelots, 1), (Roll.Kvalitetsrad, 2),
            ],
            antal.OrderBy(a => a.Key).Select(a => (a.Key, a.Value)));
        // Båda i rådet har det bredvid sitt arbete, föreslaget av en och godkänt av en annan.
        var rad = await demo.Las(db => db.Uppdrag.Where(u => u.Roll == Roll.Kvalitetsrad).ToListAsync());
        Assert.All(rad, u => Assert.NotNull(u.GavsAv));
        Assert.Equal(2, await demo.Las(db => db.Uppdrag.CountAsync(u => u.Roll != Roll.Kvalitetsrad && rad.Select(r => r.AnvandareId).Contains(u.AnvandareId))));
        Assert.Equal(25, Demoinloggningar.For(Demoscenario.Skarpnack).Count);
        Assert.Equal(Demoinloggningar.For(Demoscenario.Skarpnack).Select(i => i.Namn).Order(StringComparer.Ordinal), (await demo.Las(db => db.Anvandare.Select(a => a.Namn).ToListAsync())).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Varje_beslut_vilar_pa_lagen_den_dagen_och_delegationen_den_dagen()
    {
        var beslut = await lagd.Demo.Las(db => db.Beslut.AsNoTracking().Where(b => b.Beslutsdag != null).ToListAsync());
        Assert.All(beslut.Where(b => b.Insatstyp != Demoinsats.GodMan), b => Assert.Equal(Lagrumstabell.For(b.Insatstyp, b.Beslutsdag!.Value).Text, b.LagrumText));
        Assert.All(beslut, b => Assert.Equal(b.Beslutsdag < NyLag, b.Delegationspunkt!.StartsWith("A.", StringComparison.Ordinal)));
        Assert.Contains(beslut, b => b.Beslutsdag < NyLag);
        Assert.Contains(beslut, b => b.Beslutsdag >= NyLag);
        Assert.All(
            beslut.Where(b => b.Utfall is Beslutsutfall.Avslag && b.Beslutsdag < NyLag), b => Assert.DoesNotContain("11 kap.", b.Motivering, StringComparison.Ordinal));
        Assert.All(beslut, b => Assert.Empty(Lagrumstabell.NamndaSomInteGaller(b.Motivering, b.Beslutsdag!.Value)));
    }

    [Fact]
    public async Task Bara_fardtjanst_ligger_hos_fardtjansthandlaggaren_och_hon_har_inget_annat()
    {
        var (arenden, frida) = (await lagd.Demo.Las(db => db.Arenden.Where(a => a.HandlaggareId != null).Select(a => new
        {
            a.HandlaggareId, a.Skyddat, Typer = db.Ansokningar.Where(x => x.ArendeId == a.Id).SelectMany(x => x.Insatser).Select(i => i.Insatstyp).ToList(),
        }).ToListAsync()), await lagd.Demo.Las(db => db.Uppdrag.Where(u => u.Roll == Roll.Fardtjansthandlaggare).Select(u => u.AnvandareId).SingleAsync()));

        Assert.All(arenden.Where(a => a.HandlaggareId == frida), a => Assert.All(a.Typer, t => Assert.EndsWith("fardtjanst", t, StringComparison.Ordinal)));
        Assert.Contains(arenden, a => a.HandlaggareId == frida);
    }

    [Fact]
    public async Task Det_som_hor_till_en_vardag_finns()
    {
        var demo = lagd.Demo;
        Assert.True(await demo.Las(db => db.Anteckningar.CountAsync()) > 60);
        Assert.True(await demo.Las(db => db.Samtycken.AnyAsync(s => s.Aterkallat != null)));
        Assert.True(await demo.Las(db => db.Samtycken.AnyAsync(s => s.Andamal == Domain.Personer.Samtyckesandamal.Sip)));
        Assert.True(await demo.Las(db => db.Personombud.AnyAsync(o => o.Roll == Domain.Ansokningar.OmbudRoll.GodMan && o.Styrkt != null)));
        Assert.True(await demo.Las(db => db.Narstaende.AnyAsync()));
        Assert.True(await demo.Las(db => db.Personombud.AnyAsync(o => o.Styrkt != null)));
        Assert.True(await demo.Las(db => db.Franvaro.AnyAsync(f => f.Ersattare != null)));
        Assert.True(await demo.Las(db => db.Uppgifter.AnyAsync(u => u.Status == Uppgiftsstatus.Vantar && u.VantarSattAv != null)));
        Assert.True(await Handelser("UppgiftTagenUrVantan") > 0);
        Assert.True(await demo.Las(db => db.Personer.CountAsync(p => db.Arenden.Count(a => a.PersonId == p.Id) > 1)) > 3, "för få kom tillbaka");
        var texter = await demo.Las(db => db.Avvikelser.Select(a => a.Vad + a.NarVar).ToListAsync());
        Assert.InRange(texter.Count, 20, 90);
        Assert.Equal(texter.Count, texter.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(texter, t => t.Contains('{', StringComparison.Ordinal));
        // Kvalitetsrådet läser dem, och chefen.
        var lena = await Aktor("lena");
        Assert.NotEmpty((await demo.Tjanst<IAnropare>().Sand(new ListaAvvikelser(), lena)).Value.Rader);
        Assert.Equal(2, await demo.Las(db => db.Avvikelser.Where(a => a.MottagareId != null).Select(a => a.MottagareId).Distinct().CountAsync()));
        // De band på Idag som inte beror av när man var inne senast har något hos någon.
        var band = new HashSet<BandSlag>();
        foreach (var konto in Demoscenario.Skarpnack.Personal.Where(p => p.Roll is Roll.Handlaggare))
            band.UnionWith((await demo.Tjanst<IAnropare>().Sand(new HamtaIdag(), await Aktor(konto.Anvandarnamn))).Value.Band.Where(b => b.Rader.Count > 0).Select(b => b.Slag));
        Assert.Superset(new HashSet<BandSlag> { BandSlag.ForsenatOchIdag, BandSlag.DennaVecka, BandSlag.Vantar }, band);
    }

    [Fact]
    public async Task Det_som_lases_om_bit_for_bit_ar_det_som_star_i_databasen()
    {
        var val = Val() with { Scenario = Demoscenario.Skarpnack with { Personer = 30, Manader = 4 } };
        await using var plats = await Provdemo.Tom(val);
        await using var vard = (await Demovard.Skapa(plats.Registrera, val.Fro, Demoval.Moment(val.ForstaDag, new TimeOnly(7, 0)), CancellationToken.None)).Value;
        var slump = new Bogus.Randomizer(val.Fro + 1);
        await Demofabrik.Lev(vard, val, val.ForstaDag, slump, Ankomster.For(val, val.ForstaDag, slump), null, null, CancellationToken.None);

        var helt = new Lagesbild(vard.Tjanster);
        var (bit, hela) = (await vard.Lage.Las(CancellationToken.None), await helt.Las(CancellationToken.None));
        Assert.True(hela.Count > 10, $"{hela.Count} öppna");
        Assert.Equal(hela.Select(Rad), bit.Select(Rad));
        Assert.Equal(hela.SelectMany(a => helt.Uppgifter(a.Id)), bit.SelectMany(a => vard.Lage.Uppgifter(a.Id)));

        static string Rad(Arenderad a) => $"{a with { Ansokta = [] }} {string.Join(", ", a.Ansokta)}";
    }

    [Theory]
    [InlineData(9, 6, "2026-01-15", "Antalet personer ska vara mellan 10 och 3000.")]
    [InlineData(3001, 6, "2026-01-15", "Antalet personer ska vara mellan 10 och 3000.")]
    [InlineData(40, 1, "2026-01-15", "Antalet månader ska vara mellan 2 och 60.")]
    [InlineData(40, 24, "2021-06-01", "Historien skulle börja 1 juni 2019. Den får börja tidigast 2020: välj en senare sista dag eller färre månader.")]
    public async Task En_storlek_som_inte_gar_nekas_med_vad_som_gar(int personer, int manader, string slut, string text)
    {
        var val = new Demoval(Demoscenario.Skarpnack with { Personer = personer, Manader = manader }, 7, DateOnly.Parse(slut, CultureInfo.InvariantCulture));
        Assert.Equal(("OGILTIGT", text), ((await Demofabrik.Lagg(_ => { }, val)).Error?.Code, (await Demofabrik.Lagg(_ => { }, val)).Error?.Text));
    }

    private async Task<int> Handelser(string typ) => await lagd.Demo.Las(db => db.AuditHandelser.CountAsync(h => h.Typ == typ));

    private async Task<Aktor> Aktor(string konto)
    {
        var namn = Demoinloggningar.For(Demoscenario.Skarpnack).Single(i => i.Anvandarnamn == konto).Namn;
        var id = await lagd.Demo.Las(db => db.Anvandare.Where(a => a.Namn == namn).Select(a => a.Id).SingleAsync());
        return (await lagd.Demo.Tjanst<IAktorkalla>().ForAnvandare(id, lagd.Demo.Nu, CancellationToken.None))!;
    }

    /// <summary>A hash of each table's rows, in the order of their content.</summary>
    private static async Task<List<string>> Avtryck(CaseFlowDb db)
    {
        var avtryck = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var tabell in db.Model.GetRelationalModel().Tables.Where(t => !Slumpade.Contains(t.Name, StringComparer.Ordinal)).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            await using var fraga = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100, S2077 // namnen kommer ur modellen
            fraga.CommandText = $"SELECT {string.Join(", ", tabell.Columns.Select(k => $"\"{k.Name}\"").Order(StringComparer.Ordinal))} FROM \"{tabell.Name}\"";
#pragma warning restore CA2100, S2077
            await using var svar = await fraga.ExecuteReaderAsync();
            var rader = new List<string>();
            while (await svar.ReadAsync()) rader.Add(string.Join('|', Enumerable.Range(0, svar.FieldCount).Select(i => svar.GetValue(i) is byte[] b ? Convert.ToHexString(b) : Convert.ToString(svar.GetValue(i), CultureInfo.InvariantCulture))));
            rader.Sort(StringComparer.Ordinal);
            avtryck.Add($"{tabell.Name} {rader.Count} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rader))))}");
        }
        return avtryck;
    }

    /// <summary>One laying for the tests that only read.</summary>
    public sealed class Lagd : IAsyncLifetime
    {
        private Provdemo? _demo;

        internal Provdemo Demo => _demo!;

        /// <summary>What stood in the tables before any test had asked for anything: to read leaves a trace too.</summary>
        internal IReadOnlyList<string> Rader { get; private set; } = [];

        internal DateTimeOffset Senast { get; private set; }

        public async Task InitializeAsync()
        {
            _demo = await Provdemo.Lagg(Val());
            (Rader, Senast) = (await _demo.Las(Avtryck), await _demo.Las(db => db.AuditHandelser.MaxAsync(h => h.Tid)));
        }

        public async Task DisposeAsync() => await Demo.DisposeAsync();
    }
}
