using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Testing;

namespace CaseFlow.Application.Tests.Pipeline;

public sealed class GlomIdempotenssvarTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_svar_minns_i_sju_dygn_och_inte_langre(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var uppgift = await (await enhet.EttArende().Bygg()).Uppgift("GranskaAnsokan");
        var svar = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["komplett"] = ["ja"], ["sprakinformation"] = ["ja"] };
        Task<Domain.Result<SlutfordUppgift>> Slutfor() => enhet.Vard.Sand(new SlutforUppgift(uppgift.PublikId, uppgift.Version, svar), enhet.Handlaggare, "nyckel");
        Provarende.Ok(await Slutfor());

        enhet.Vard.Tid.Ga(GlomIdempotenssvar.Minnestid);
        Assert.Equal(0, Provarende.Ok(await enhet.Vard.Sand(new GlomIdempotenssvar(), Systemaktor.Den)));
        Provarende.Ok(await Slutfor());

        enhet.Vard.Tid.Ga(TimeSpan.FromSeconds(1));
        Assert.Equal(1, Provarende.Ok(await enhet.Vard.Sand(new GlomIdempotenssvar(), Systemaktor.Den)));
        Assert.Equal("UPPGIFT_STANGD", (await Slutfor()).Error?.Code);
    }
}
