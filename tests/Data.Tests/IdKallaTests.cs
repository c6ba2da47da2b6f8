using CaseFlow.Data.Grund;
using CaseFlow.Testing;
using Microsoft.Extensions.Configuration;

namespace CaseFlow.Data.Tests;

public sealed class IdKallaTests
{
    [Fact]
    public void Nycklar_vaxer_och_upprepas_aldrig_ocksa_med_en_klocka_som_star_eller_backar()
    {
        var tid = new Provtid(Testvard.Start);
        var ids = new IdKalla(tid);
        var alla = new List<long>();
        for (var i = 0; i < 1000; i++)
        {
            alla.Add(ids.Next());
            if (i == 300) tid.Ga(TimeSpan.FromMilliseconds(1));
            if (i == 600) tid.Ga(TimeSpan.FromHours(-1));
        }

        Assert.True(alla.Zip(alla.Skip(1)).All(p => p.First < p.Second));
        Assert.True(alla[0] > 0);
    }

    [Fact]
    public void Nycklar_kommer_efter_dem_som_redan_finns_fast_klockan_gar_efter()
    {
        var tid = new Provtid(Testvard.Start);
        var finns = new IdKalla(tid).Next();
        tid.Ga(TimeSpan.FromHours(-2));
        var ids = new IdKalla(tid);
        ids.GaForbi(finns);

        Assert.True(ids.Next() > finns);
        tid.Ga(TimeSpan.FromHours(3));
        Assert.True(ids.Next() >= IdKalla.Lagsta(tid.GetUtcNow()));
    }

    [Fact]
    public void Nycklar_ar_unika_over_tradar()
    {
        var ids = new IdKalla(TimeProvider.System);

        var alla = Enumerable.Range(0, 8).AsParallel().SelectMany(_ => Enumerable.Range(0, 5000).Select(_ => ids.Next())).ToList();

        Assert.Equal(alla.Count, alla.Distinct().Count());
    }

    [Fact]
    public void Samma_tid_och_slump_ger_samma_nycklar()
    {
        static IdKalla Ny()
        {
            var slump = new Random(1);
            return new(new Provtid(Testvard.Start), slump.NextBytes);
        }

        var (a, b) = (Ny(), Ny());

        Assert.Equal((a.Next(), a.NextPublic(), a.Next()), (b.Next(), b.NextPublic(), b.Next()));
    }

    [Fact]
    public void En_publik_nyckel_ar_en_guid_v7_med_tiden_forst()
    {
        var guid = new IdKalla(new Provtid(Testvard.Start)).NextPublic();

        Assert.Equal(7, guid.Version);
        var ms = Convert.ToInt64(guid.ToString("N")[..12], 16);
        Assert.Equal(Testvard.Start, DateTimeOffset.FromUnixTimeMilliseconds(ms));
    }

    [Theory]
    [InlineData("mysql", null, "sqlite, postgres eller sqlserver")]
    [InlineData("postgres", null, "ConnectionStrings__CaseFlow")]
    [InlineData("postgres", "Hoppsan=1", "går inte att tolka")]
    public void En_fel_installning_sags_pa_svenska(string databas, string? anslutning, string text)
    {
        var fel = Assert.Throws<InstallningException>(() => Databasval.Las(Med(databas, anslutning)));

        Assert.Contains(text, fel.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Utan_installning_ligger_data_i_losningens_mapp()
    {
        var val = Databasval.Las(Med(null, null));

        Assert.Equal((Databasslag.Sqlite, ".data"), (val.Slag, Path.GetFileName(val.Mapp)));
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(val.Mapp)!, "CaseFlow.sln")));
    }

    private static IConfiguration Med(string? databas, string? anslutning) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["CASEFLOW_DB"] = databas,
            ["ConnectionStrings:CaseFlow"] = anslutning,
        }).Build();
}
