using System.Globalization;
using CaseFlow.Application.Audit;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Seed.Tests;

/// <summary>What holds for every demo: test people only, the same from the same seed, and a product that has nothing to complain of.</summary>
public sealed class DemoTests
{
    private static readonly Demoscenario Prov = new("prov", 8, 2);

    private static Demoval Val(int fro) => new(Prov, fro, new(2026, 11, 20));

    [Fact]
    public async Task Alla_personnummer_ar_testnummer_och_loggen_ar_hel()
    {
        await using var demo = await Provdemo.Lagg(Val(7));

        var identiteter = await demo.Las(db => db.Personer.Select(p => p.Identitet).ToListAsync());
        Assert.Equal(Prov.Personer, identiteter.Count);
        Assert.All(identiteter, i => Assert.InRange(int.Parse(i.Varde[8..11], CultureInfo.InvariantCulture), 980, 999));
        var prov = await demo.Tjanst<IAuditVerifierare>().Verifiera(null, CancellationToken.None);
        Assert.Null(prov.Brott);
        Assert.True(prov.Handelser > 100, $"{prov.Handelser} händelser");
        Assert.Equal(0, await demo.Las(db => db.Incidenter.CountAsync()));
        Assert.Equal(prov.Handelser, await demo.Las(db => db.AuditHandelser.LongCountAsync(h => h.Utfall == Auditutfall.Ok)));
    }

    [Fact]
    public async Task Samma_fro_ger_samma_logg_och_ett_annat_ger_andra_personer()
    {
        await using var forsta = await Provdemo.Lagg(Val(7));
        await using var andra = await Provdemo.Lagg(Val(7));
        await using var annan = await Provdemo.Lagg(Val(8));

        // En kedjas sista hash beror av varje id, tid och värde före den.
        Assert.Equal(await forsta.Huvuden(), await andra.Huvuden());
        Assert.Equal(await forsta.Namn(), await andra.Namn());
        Assert.NotEqual(await forsta.Namn(), await annan.Namn());
    }

    [Fact]
    public async Task Ett_demo_laggs_bara_i_en_tom_databas()
    {
        await using var demo = await Provdemo.Lagg(Val(7));
        Assert.Equal("DATABAS_EJ_TOM", (await demo.Igen()).Error?.Code);
    }
}
