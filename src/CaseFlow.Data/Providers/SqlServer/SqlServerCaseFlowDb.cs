using CaseFlow.Application.Audit;
using CaseFlow.Data.Arenden;
using CaseFlow.Data.Grund;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Data.Providers.SqlServer;

internal sealed class SqlServerCaseFlowDb : CaseFlowDbBas
{
    private const string Byteordning = "Latin1_General_100_BIN2";

    public SqlServerCaseFlowDb(DbContextOptions<SqlServerCaseFlowDb> options)
        : base(options) => Database.AutoSavepointsEnabled = false;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<AuditHandelse>().Property(h => h.Kedja).UseCollation(Byteordning);
        modelBuilder.Entity<Arende>().HasIndex(a => new { a.EnhetId, a.PersonId }, ArendeMappning.Skyddade).HasFilter("[skyddat] = CAST(1 AS bit)");
        modelBuilder.Entity<AuditHuvud>().Property(h => h.Kedja).UseCollation(Byteordning);
        modelBuilder.Entity<Namndel>().Property(n => n.Ord).UseCollation(Byteordning);
        modelBuilder.Entity<Person>().Property(p => p.SokordEfternamn).UseCollation(Byteordning);
    }
}
