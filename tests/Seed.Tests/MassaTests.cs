using CaseFlow.Application.Arenden;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Kalender;
using CaseFlow.Domain.Personer;
using CaseFlow.Seed.Massa;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Seed.Tests;

/// <summary>What is laid in bulk is what the use cases lay: the same rows, the same columns filled, and a product that can go on with it.</summary>
public sealed class MassaTests(MassaTests.Lagda lagda) : IClassFixture<MassaTests.Lagda>
{
    private const int ForstaKopia = 100_001;

    private static readonly Massval Val = new(160, 7, SvenskTid.Dag(Testvard.Start)) { Enheter = 3, Handlaggare = 16, Mallar = 30 };

    [Theory, PaSqlite, PaPostgres]
    public async Task En_kopia_har_samma_rader_som_nagon_mall_och_inget_av_mallens_eget(Provdatabas databas)
    {
        var vard = await lagda.Pa(databas);
        var namn = (await vard.Las(db => db.Personer.Select(p => new { p.Id, p.Fornamn, p.Efternamn }).ToListAsync()))
            .ToDictionary(p => p.Id.Value, p => $"{p.Fornamn} {p.Efternamn}");
        var kopierade = (await vard.Las(db => db.Arenden.Select(a => new { a.PersonId, a.Nummer }).ToListAsync()))
            .Where(a => int.Parse(a.Nummer[5..], System.Globalization.CultureInfo.InvariantCulture) >= ForstaKopia).Select(a => a.PersonId.Value).ToHashSet();
        var data = await vard.Las(Massadata.Las);
        var mallar = data.Personer.Where(p => !kopierade.Contains(p)).ToList();

        var mallformer = mallar.ToLookup(m => string.Join('\n', data.Form(m, namn[m])), StringComparer.Ordinal);
        Assert.True(kopierade.Count > 100, $"{kopierade.Count} kopior");
        foreach (var kopia in kopierade)
        {
            var form = data.Form(kopia, namn[kopia]);
            if (mallformer.Contains(string.Join('\n', form))) continue;
            // Säg vilken rad det är som ingen mall har: den närmaste mallens skillnad.
            var narmast = mallar.Select(m => form.Except(data.Form(m, namn[m]), StringComparer.Ordinal).ToList()).MinBy(s => s.Count)!;
            Assert.Fail($"{namn[kopia]}: {form.Count} rader, av dem finns inte hos någon mall:\n{string.Join('\n', narmast.Take(3))}");
        }

        var mallnycklar = mallar.SelectMany(data.Nycklar).ToHashSet();
        Assert.DoesNotContain(kopierade.SelectMany(data.Tal), mallnycklar.Contains);
        Assert.Equal(kopierade.Sum(k => data.Nycklar(k).Count), kopierade.SelectMany(data.Nycklar).Distinct().Count());
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Antalet_och_spridningen_ar_de_begarda_loggen_ar_hel_och_inget_ligger_framat_i_tiden(Provdatabas databas)
    {
        var vard = await lagda.Pa(databas);

        var prov = await Tjanst<IAuditVerifierare>(vard).Verifiera(null, CancellationToken.None);
        Assert.Null(prov.Brott);
        var arenden = await vard.Las(db => db.Arenden.AsNoTracking().ToListAsync());
        Assert.Equal(Val.Arenden, arenden.Count);
        Assert.InRange(arenden.Count(a => !a.ArAvslutat), Val.Arenden * 0.4, Val.Arenden * 0.6);
        Assert.Equal(Val.Enheter, arenden.Select(a => a.EnhetId).Distinct().Count());
        Assert.All(arenden.GroupBy(a => a.EnhetId), e => Assert.InRange(e.Count(), 40, 90));
        Assert.All(arenden.Where(a => a.HandlaggareId is not null).GroupBy(a => a.EnhetId), e => Assert.True(e.Select(a => a.HandlaggareId).Distinct().Count() >= 14));

        var personer = await vard.Las(db => db.Personer.AsNoTracking().ToListAsync());
        Assert.All(personer, p => Assert.InRange(p.Identitet.Varde[8..11], "980", "999"));
        Assert.All(personer, p => Assert.Equal(Sokord.Omvant(p.Fornamn, p.Efternamn), p.SokordEfternamn));
        var ord = (await vard.Las(db => db.Namndelar.AsNoTracking().ToListAsync())).ToLookup(n => n.PersonId, n => n.Ord);
        Assert.All(personer, p => Assert.Equal(Sokord.Delar($"{p.Fornamn} {p.Efternamn}").Order(StringComparer.Ordinal), ord[p.Id].Order(StringComparer.Ordinal)));
        Assert.Equal(personer.Count, personer.Select(p => p.Identitet).Distinct().Count());
        Assert.All(arenden, a => Assert.Equal(personer.Single(p => p.Id == a.PersonId).ArSkyddad, a.Skyddat));
        // En uppgift bär sitt ärendes enhet, och handläggaren hör till den.
        var uppdrag = await vard.Las(db => db.Uppdrag.AsNoTracking().ToListAsync());
        Assert.Equal(0, await vard.Las(db => db.Uppgifter.CountAsync(u => !db.Arenden.Any(a => a.Id == u.ArendeId && a.EnhetId == u.EnhetId))));
        Assert.All(arenden.Where(a => a.HandlaggareId is not null), a => Assert.Contains(uppdrag, u => u.AnvandareId == a.HandlaggareId && u.EnhetId == a.EnhetId));
        var slut = Demoval.Moment(Val.Slut, Demoval.Slutklockan);
        Assert.True(await vard.Las(db => db.AuditHandelser.MaxAsync(h => h.Tid)) <= slut);
        Assert.False(await vard.Las(db => db.Processtimrar.AnyAsync(t => t.Tands <= slut)), "en timer skulle redan ha tänts");
        Assert.Equal(0, await vard.Las(db => db.Incidenter.CountAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_kopierat_arende_lever_vidare_genom_anvandningsfallen(Provdatabas databas)
    {
        await using var vard = await Lagd(databas, Val);
        var uppgift = await vard.Las(db => db.Uppgifter.AsNoTracking().Where(u => u.Status == Uppgiftsstatus.Oppen && u.Nod == "GranskaAnsokan" && u.EnhetId != db.Enheter.OrderBy(e => e.Id).First().Id)
            .OrderBy(u => u.Id).FirstAsync());
        var vem = await Tjanst<IAktorkalla>(vard).ForAnvandare(uppgift.TilldeladId!.Value, vard.Tid.GetUtcNow(), CancellationToken.None);

        var idag = Provarende.Ok(await vard.Sand(new HamtaIdag(), vem));
        Assert.Contains(idag.Band.SelectMany(b => b.Rader), r => r.UppgiftId == uppgift.PublikId);
        Assert.NotNull(idag.SedanText);
        Provarende.Ok(await vard.Sand(new SlutforUppgift(uppgift.PublikId, uppgift.Version, new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["komplett"] = ["ja"], ["sprakinformation"] = ["ja"],
        }), vem));
        Assert.Equal(Steg.Utredning, await vard.Las(db => db.Arenden.Where(a => a.Id == uppgift.ArendeId).Select(a => a.Steg).SingleAsync()));

        vard.Tid.Ga(TimeSpan.FromDays(60));
        var tanda = 0;
        while (Provarende.Ok(await vard.Sand(new TandNastaTimer())).Tand) tanda++;
        Assert.True(tanda > 10, $"{tanda} timrar");
        Assert.Equal(0, await vard.Las(db => db.Incidenter.CountAsync()));
        Assert.Null((await Tjanst<IAuditVerifierare>(vard).Verifiera(null, CancellationToken.None)).Brott);
    }

    [Fact]
    public async Task Samma_fro_ger_samma_rader()
    {
        var forsta = await lagda.Pa(Provdatabas.Sqlite);
        await using var andra = await Lagd(Provdatabas.Sqlite, Val);

        Assert.Equal(await Huvuden(forsta), await Huvuden(andra));
        Assert.Equal(await Personer(forsta), await Personer(andra));

        static Task<List<string>> Huvuden(Testvard vard) => vard.Las(db => db.AuditHuvuden.OrderBy(h => h.Kedja).Select(h => h.Kedja + " " + Convert.ToHexString(h.Hash)).ToListAsync());
        static Task<List<string>> Personer(Testvard vard) =>
            vard.Las(async db => (await db.Personer.AsNoTracking().OrderBy(p => p.Id).ToListAsync()).ConvertAll(p => $"{p.PublikId} {p.Identitet.Varde} {p.SokordEfternamn}"));
    }

    [Theory]
    [InlineData(10, 10, 40)]
    [InlineData(300_000, 10, 40)]
    [InlineData(1000, 0, 40)]
    [InlineData(1000, 10, 14)]
    public async Task En_volym_som_inte_gar_nekas(int arenden, int enheter, int handlaggare)
    {
        var val = new Massval(arenden, 7, Val.Slut) { Enheter = enheter, Handlaggare = handlaggare };
        Assert.Equal("OGILTIGT", (await Massbygge.Lagg(_ => { }, val)).Error?.Code);
    }

    private static async Task<Testvard> Lagd(Provdatabas databas, Massval val)
    {
        var vard = await Testvard.Skapa(databas);
        Assert.Null((await Massbygge.Lagg(vard.Registrera, val)).Error);
        return vard;
    }

    private static T Tjanst<T>(Testvard vard)
        where T : notnull => vard.Tjanster.CreateScope().ServiceProvider.GetRequiredService<T>();

    /// <summary>One laying for the tests that only read.</summary>
    public sealed class Lagda : IAsyncLifetime
    {
        private readonly Dictionary<Provdatabas, Testvard> _lagda = [];

        public async Task<Testvard> Pa(Provdatabas databas)
        {
            if (!_lagda.ContainsKey(databas)) _lagda[databas] = await Lagd(databas, Val);
            return _lagda[databas];
        }

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync()
        {
            foreach (var vard in _lagda.Values) await vard.DisposeAsync();
        }
    }
}
