using CaseFlow.Data.Grund;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CaseFlow.Data.Tests;

public sealed class ModellTests
{
    public static TheoryData<string> Alla => ["sqlite", "postgres", "sqlserver"];

    [Theory]
    [MemberData(nameof(Alla))]
    public void Modellen_har_inga_andringar_utan_migrering(string databas)
    {
        using var db = Db(databas);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory]
    [MemberData(nameof(Alla))]
    public void Alla_namn_ar_gemena_ascii_och_alla_texter_har_en_langd(string databas)
    {
        using var db = Db(databas);
        var fel = new List<string>();
        foreach (var tabell in db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables)
        {
            if (tabell.Name.Any(c => c is not ((>= 'a' and <= 'z') or '_'))) fel.Add(tabell.Name);
            fel.AddRange(tabell.Columns.Where(k => k.Name.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')))
                .Select(k => $"{tabell.Name}.{k.Name}"));
            fel.AddRange(tabell.Columns.SelectMany(k => k.PropertyMappings).Select(m => m.Property)
                .Where(p => (p.GetProviderClrType() ?? p.ClrType) == typeof(string) && p.GetMaxLength() is null)
                .Select(p => $"{tabell.Name}.{p.Name} utan längd"));
        }

        Assert.Empty(fel);
    }

    [Fact]
    public void Ett_idempotent_skript_for_SQL_Server_gar_att_gora()
    {
        using var db = Db("sqlserver");

        var skript = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.Contains("CREATE TABLE [uppgift]", skript, StringComparison.Ordinal);
        Assert.Contains("WHERE status = ''Oppen''", skript, StringComparison.Ordinal);
    }

    internal static CaseFlowDbBas Db(string databas) => databas switch
    {
        "sqlite" => new Providers.Sqlite.Designfabrik().CreateDbContext([]),
        "postgres" => new Providers.Postgres.Designfabrik().CreateDbContext([]),
        _ => new Providers.SqlServer.Designfabrik().CreateDbContext([]),
    };
}
