using System.Globalization;
using System.IO.Compression;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Journal;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Journal;
using CaseFlow.Domain.Kalender;
using CaseFlow.Domain.Personer;
using CaseFlow.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Data.Tests;

/// <summary>A database with work in it that an earlier version laid (its <c>seed --scenario demo-liten</c>, at the first migration): the migrations since
/// lose none of it, and the product goes on with it.</summary>
public sealed class UppgraderingTests
{
    private static readonly DateTimeOffset Efter = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task En_databas_som_en_tidigare_version_lade_uppgraderas_med_allt_i_behall()
    {
        var mapp = Directory.CreateTempSubdirectory("caseflow-uppgradering-").FullName;
        var fil = Path.Combine(mapp, "caseflow.db");
        await Packa(fil);
        var fore = Antal(fil);
        Assert.Equal("20261122174455_Grund", Svar(fil, "SELECT max(MigrationId) FROM __EFMigrationsHistory"));

        await using var vard = await Testvard.Ny(mapp, null, Efter);

        Assert.Empty(await vard.Las(db => db.Database.GetPendingMigrationsAsync()));
        var nu = Antal(fil);
        // Ingen tabell är borta och ingen rad: det som ändringarna lägger till får finnas bredvid.
        Assert.Empty(fore.Where(f => nu.GetValueOrDefault(f.Key, -1) < f.Value).Select(f => $"{f.Key}: {f.Value} rader, nu {nu.GetValueOrDefault(f.Key, -1)}"));
        Assert.True(fore["arende"] >= 20 && fore["audit_handelse"] > 500, $"{fore["arende"]} ärenden i mallen");
        Assert.Equal("", Svar(fil, "SELECT group_concat(\"table\") FROM pragma_foreign_key_check"));
        Assert.Equal("ok", Svar(fil, "PRAGMA integrity_check"));
        var prov = await vard.Tjanster.GetRequiredService<IAuditVerifierare>().Verifiera(null, CancellationToken.None);
        Assert.Null(prov.Brott);
        Assert.Equal(fore["audit_handelse"], prov.Handelser);
    }

    [Fact]
    public async Task Arbetet_gar_vidare_i_den_uppgraderade_databasen()
    {
        var mapp = Directory.CreateTempSubdirectory("caseflow-uppgradering-").FullName;
        await Packa(Path.Combine(mapp, "caseflow.db"));
        await using var vard = await Testvard.Ny(mapp, null, Efter);
        var kalla = vard.Tjanster.CreateScope().ServiceProvider.GetRequiredService<IAktorkalla>();
        var handlaggare = await vard.Las(db => db.Uppdrag.Where(u => u.Roll == Roll.Handlaggare).OrderBy(u => u.AnvandareId).Select(u => u.AnvandareId).Distinct().ToListAsync());
        var rader = 0;
        string? nummer = null;
        foreach (var id in handlaggare)
        {
            var aktor = (await kalla.ForAnvandare(id, Efter, CancellationToken.None))!;
            var egna = Provarende.Ok(await vard.Sand(new HamtaIdag(), aktor)).Band.SelectMany(b => b.Rader).ToList();
            rader += egna.Count;
            if (egna.Count == 0) continue;
            nummer = egna[0].Arendenummer;
            Provarende.Ok(await vard.Sand(new SkrivAnteckning(nummer, Anteckningsslag.Telefonsamtal, SvenskTid.Dag(Efter), null, null, "Ringde efter uppgraderingen"), aktor));
            Assert.Contains(Provarende.Ok(await vard.Sand(new SokIAnteckningar("uppgraderingen"), aktor)).Rader, t => t.Arendenummer == nummer);
        }

        // Den som redan fanns hittas på varje ord i sitt namn.
        var personer = await vard.Las(db => db.Personer.AsNoTracking().Include(p => p.Namndelar).ToListAsync());
        Assert.All(personer, p => Assert.Equal(Sokord.Delar($"{p.Fornamn} {p.Efternamn}").Order(StringComparer.Ordinal), p.Namndelar.Select(n => n.Ord).Order(StringComparer.Ordinal)));
        Assert.Contains(personer, p => p.Namndelar.Count > 2);
        Assert.True(rader > 10, $"{rader} rader på Idag");
        Assert.NotNull(nummer);
    }

    private static async Task Packa(string fil)
    {
        await using var packad = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Uppgradering", "demo-2026-11-22.db.gz"));
        await using var upp = new GZipStream(packad, CompressionMode.Decompress);
        await using var ut = File.Create(fil);
        await upp.CopyToAsync(ut);
    }

    /// <summary>Rows of every table that is the product's own.</summary>
    private static Dictionary<string, long> Antal(string fil)
    {
        var namn = Svar(fil, "SELECT group_concat(name, ' ') FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name NOT LIKE 'anteckning\\_sok%' ESCAPE '\\'");
        return namn.Split(' ').ToDictionary(n => n, n => long.Parse(Svar(fil, $"SELECT count(*) FROM \"{n}\""), CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    private static string Svar(string fil, string sql)
    {
        using var anslutning = new SqliteConnection($"Data Source={fil};Pooling=False");
        anslutning.Open();
        using var fraga = anslutning.CreateCommand();
        fraga.CommandText = sql;
        return Convert.ToString(fraga.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
