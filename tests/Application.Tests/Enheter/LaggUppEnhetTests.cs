using CaseFlow.Application.Behorigheter;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Enheter;

public sealed class LaggUppEnhetTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task En_enhet_laggs_upp_en_gang_med_sitt_omrade(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);

        var ny = Provarende.Ok(await enhet.Vard.Sand(new LaggUppEnhet(" Enheten i norr ", ["130", "131"])));

        var lagd = await enhet.Vard.Las(db => db.Enheter.AsNoTracking().SingleAsync(e => e.Id == ny.Id));
        Assert.Equal(("Enheten i norr", 3), (lagd.Namn, lagd.Traffar("131 40")));
        Assert.Equal("ENHET_FINNS", (await enhet.Vard.Sand(new LaggUppEnhet("Enheten i norr", ["132"]))).Error?.Code);
        Assert.Equal("OGILTIGT", (await enhet.Vard.Sand(new LaggUppEnhet("", ["132"]))).Error?.Code);
        Assert.Equal("OGILTIGT", (await enhet.Vard.Sand(new LaggUppEnhet("Enheten i söder", ["väster"]))).Error?.Code);
        Assert.Equal("BEHORIGHET_SAKNAS", (await enhet.Vard.Sand(new LaggUppEnhet("Enheten i söder", ["132"]), enhet.Chef)).Error?.Code);
    }
}
