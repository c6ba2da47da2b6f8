using CaseFlow.Application.Audit;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application;

/// <summary>The database as the use cases see it: one set per aggregate. Which database it is, and how each aggregate is
/// mapped, is known by CaseFlow.Data alone. Handlers change what they load and never save: the pipeline does (stil.md 16).</summary>
public abstract class CaseFlowDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Processdefinition> Definitioner => Set<Processdefinition>();
    public DbSet<Processinstans> Instanser => Set<Processinstans>();
    public DbSet<Uppgift> Uppgifter => Set<Uppgift>();
    public DbSet<Prenumeration> Prenumerationer => Set<Prenumeration>();
    public DbSet<Processtimer> Processtimrar => Set<Processtimer>();
    public DbSet<Utkorgspost> Utkorg => Set<Utkorgspost>();
    public DbSet<Incident> Incidenter => Set<Incident>();
    public DbSet<Processhistorik> Processhistorik => Set<Processhistorik>();
    public DbSet<Formularsvar> Formularsvar => Set<Formularsvar>();

    public DbSet<Idempotenspost> Idempotensposter => Set<Idempotenspost>();
    public DbSet<AuditHandelse> AuditHandelser => Set<AuditHandelse>();
    public DbSet<AuditHuvud> AuditHuvuden => Set<AuditHuvud>();
}
