using CaseFlow.Application.Audit;
using CaseFlow.Data.Grund;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Data.Providers.Postgres;

internal sealed class PostgresCaseFlowDb : CaseFlowDbBas
{
    public PostgresCaseFlowDb(DbContextOptions<PostgresCaseFlowDb> options)
        : base(options) => Database.AutoSavepointsEnabled = false;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // Kedjorna läses i byteordning när de verifieras.
        modelBuilder.Entity<AuditHandelse>().Property(h => h.Kedja).UseCollation("C");
        modelBuilder.Entity<AuditHuvud>().Property(h => h.Kedja).UseCollation("C");
        // Bara i byteordning är det som börjar likadant också intill vartannat i indexet.
        modelBuilder.Entity<Namndel>().Property(n => n.Ord).UseCollation("C");
        modelBuilder.Entity<Person>().Property(p => p.SokordEfternamn).UseCollation("C");
    }
}
