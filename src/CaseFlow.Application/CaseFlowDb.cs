using CaseFlow.Application.Audit;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arbetsfordelning;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Avvikelser;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Handlingar;
using CaseFlow.Domain.Indikatorer;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Journal;
using CaseFlow.Domain.Personer;
using CaseFlow.Domain.Uppfoljningar;
using CaseFlow.Domain.Utredningar;
using CaseFlow.Domain.Verkstallighet;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application;

/// <summary>The database as the use cases see it: one set per aggregate. Which database it is, and how each aggregate is
/// mapped, is known by CaseFlow.Data alone. Handlers change what they load and never save: the pipeline does (docs/stil.md 16).</summary>
public abstract class CaseFlowDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> Personer => Set<Person>();
    public DbSet<Namndel> Namndelar => Set<Namndel>();
    public DbSet<NamngivenAtkomst> NamngivnaAtkomster => Set<NamngivenAtkomst>();
    public DbSet<Personombud> Personombud => Set<Personombud>();
    public DbSet<Samtycke> Samtycken => Set<Samtycke>();
    public DbSet<Narstaende> Narstaende => Set<Narstaende>();
    public DbSet<Kontaktlydelse> Kontaktlydelser => Set<Kontaktlydelse>();
    public DbSet<Arende> Arenden => Set<Arende>();
    public DbSet<Omfordelning> Omfordelningar => Set<Omfordelning>();
    public DbSet<Arendeflytt> Flyttar => Set<Arendeflytt>();
    public DbSet<Franvaro> Franvaro => Set<Franvaro>();
    public DbSet<SparadVy> SparadeVyer => Set<SparadVy>();
    public DbSet<Utkast> Utkast => Set<Utkast>();
    public DbSet<Atkomst> Atkomster => Set<Atkomst>();
    public DbSet<SkyddVisning> SkyddVisningar => Set<SkyddVisning>();
    public DbSet<Nodoppning> Nodoppningar => Set<Nodoppning>();
    public DbSet<Ansokan> Ansokningar => Set<Ansokan>();
    public DbSet<Utredning> Utredningar => Set<Utredning>();
    public DbSet<Utredningslydelse> Utredningslydelser => Set<Utredningslydelse>();
    public DbSet<Valdsfragelydelse> Valdsfragelydelser => Set<Valdsfragelydelse>();
    public DbSet<Kommunicering> Kommuniceringar => Set<Kommunicering>();
    public DbSet<Aterlamning> Aterlamningar => Set<Aterlamning>();
    public DbSet<Beslut> Beslut => Set<Beslut>();
    public DbSet<Underrattelse> Underrattelser => Set<Underrattelse>();
    public DbSet<Insats> Insatser => Set<Insats>();
    public DbSet<Bestallning> Bestallningar => Set<Bestallning>();
    public DbSet<Uppfoljning> Uppfoljningar => Set<Uppfoljning>();
    public DbSet<Anteckning> Anteckningar => Set<Anteckning>();
    public DbSet<Handling> Handlingar => Set<Handling>();
    public DbSet<Avvikelse> Avvikelser => Set<Avvikelse>();
    public DbSet<IndikatorRad> IndikatorRader => Set<IndikatorRad>();

    public DbSet<Enhet> Enheter => Set<Enhet>();
    public DbSet<Anvandare> Anvandare => Set<Anvandare>();
    public DbSet<Uppdrag> Uppdrag => Set<Uppdrag>();
    public DbSet<Uppdragsforslag> Uppdragsforslag => Set<Uppdragsforslag>();
    public DbSet<Stallforetradare> Stallforetradare => Set<Stallforetradare>();
    public DbSet<Jav> Jav => Set<Jav>();
    public DbSet<Sparr> Sparrar => Set<Sparr>();
    public DbSet<ApiNyckel> ApiNycklar => Set<ApiNyckel>();
    public DbSet<Besok> Besok => Set<Besok>();

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
