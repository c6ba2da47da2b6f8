using CaseFlow.Application.Processer;
using CaseFlow.Data.Grund;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Processer;

// En klass per tabell. Processens rader pekar på ärendet med dess nyckel, aldrig tvärtom; databasen håller inte i dem med främmande nycklar.

internal sealed class ProcessdefinitionMappning : IEntityTypeConfiguration<Processdefinition>
{
    public void Configure(EntityTypeBuilder<Processdefinition> builder)
    {
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Nyckel).HasMaxLength(80);
        builder.Property(d => d.Sha256).HasMaxLength(64).IsUnicode(false);
        builder.Property(d => d.Xml).HasMaxLength(CaseFlowDbBas.Obegransad);
        builder.Property(d => d.Beslutstabeller).HasMaxLength(CaseFlowDbBas.Obegransad);
        builder.Property(d => d.Formular).HasMaxLength(CaseFlowDbBas.Obegransad);
        builder.HasIndex(d => new { d.Nyckel, d.VersionNr }).IsUnique();
        // Inte unikt: den som går tillbaka till ett äldre innehåll får en ny version med samma hash.
        builder.HasIndex(d => new { d.Nyckel, d.Sha256 });
    }
}

internal sealed class ProcessinstansMappning : IEntityTypeConfiguration<Processinstans>
{
    public void Configure(EntityTypeBuilder<Processinstans> builder)
    {
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Tillstand).HasMaxLength(CaseFlowDbBas.Obegransad);
        builder.HasOne<Processdefinition>().WithMany().HasForeignKey(i => i.DefinitionId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(i => i.AnropId).HasMaxLength(100);
        builder.HasIndex(i => i.ArendeId);
        builder.HasIndex(i => i.InsatsId);
        // Den som avbryts avbryter det den har anropat.
        builder.HasIndex(i => i.StartadAv, "ix_processinstans_anropad").HasFilter("anrop_id IS NOT NULL");
        // Processidan räknar det som pågår.
        builder.HasIndex(i => i.DefinitionId, "ix_processinstans_aktiv").HasFilter("status = 'Aktiv'");
    }
}

internal sealed class UppgiftMappning : IEntityTypeConfiguration<Uppgift>
{
    private const string Oppen = "status = 'Oppen'";
    private const string Vantar = "status = 'Vantar'";
    private const string Chef = "grupp = 'chef'";

    public void Configure(EntityTypeBuilder<Uppgift> builder)
    {
        builder.HasKey(u => u.Id);
        builder.Property(u => u.MotorId).HasMaxLength(100);
        builder.Property(u => u.Nod).HasMaxLength(100);
        builder.Property(u => u.Formular).HasMaxLength(100);
        builder.Property(u => u.Grupp).HasMaxLength(40);
        builder.Property(u => u.VantarOrsak).HasMaxLength(64);
        builder.HasIndex(u => u.PublikId).IsUnique();
        builder.HasIndex(u => u.ArendeId);
        builder.HasIndex(u => new { u.InstansId, u.MotorId }).IsUnique();

        // Listorna är keyset-sidor över det öppna: filtret står i indexet, ordningen i dess kolumner. Chefens uppgifter har ingen tilldelad.
        builder.HasIndex(u => new { u.TilldeladId, u.Forfaller, u.Id }, "ix_uppgift_oppen_tilldelad").HasFilter(Oppen);
        builder.HasIndex(u => new { u.TilldeladId, u.Vaknar, u.Id }, "ix_uppgift_vantar_tilldelad").HasFilter(Vantar);
        builder.HasIndex(u => new { u.EnhetId, u.Forfaller, u.Id }, "ix_uppgift_oppen_chef").HasFilter($"{Oppen} AND {Chef}");
        builder.HasIndex(u => new { u.EnhetId, u.Vaknar, u.Id }, "ix_uppgift_vantar_chef").HasFilter($"{Vantar} AND {Chef}");

        // Enhetens belastning räknas i indexet självt, utan att röra raderna.
        builder.HasIndex(u => new { u.EnhetId, u.TilldeladId, u.Forfaller, u.ArendeId }, "ix_uppgift_oppen_enhet").HasFilter(Oppen);
        builder.HasIndex(u => new { u.EnhetId, u.TilldeladId, u.Vaknar, u.ArendeId }, "ix_uppgift_vantar_enhet").HasFilter(Vantar);
    }
}

internal sealed class PrenumerationMappning : IEntityTypeConfiguration<Prenumeration>
{
    public void Configure(EntityTypeBuilder<Prenumeration> builder)
    {
        builder.HasKey(p => p.Id);
        builder.Property(p => p.MotorId).HasMaxLength(100);
        builder.Property(p => p.Slag).HasMaxLength(20);
        builder.Property(p => p.Namn).HasMaxLength(100);
        builder.Property(p => p.Korrelation).HasMaxLength(100);
        builder.HasIndex(p => new { p.InstansId, p.MotorId }).IsUnique();
        // En signal går från instans till instans bland dem som lyssnar.
        builder.HasIndex(p => new { p.Namn, p.InstansId });
        builder.HasOne<Processinstans>().WithMany().HasForeignKey(p => p.InstansId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProcesstimerMappning : IEntityTypeConfiguration<Processtimer>
{
    public void Configure(EntityTypeBuilder<Processtimer> builder)
    {
        builder.HasKey(t => t.Id);
        builder.Property(t => t.MotorId).HasMaxLength(100);
        builder.HasIndex(t => new { t.Tands, t.Id });
        builder.HasIndex(t => new { t.InstansId, t.MotorId }).IsUnique();
        builder.HasOne<Processinstans>().WithMany().HasForeignKey(t => t.InstansId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UtkorgspostMappning : IEntityTypeConfiguration<Utkorgspost>
{
    public void Configure(EntityTypeBuilder<Utkorgspost> builder)
    {
        builder.HasKey(p => p.Id);
        builder.Property(p => p.MotorId).HasMaxLength(100);
        builder.Property(p => p.Namn).HasMaxLength(200);
        builder.Property(p => p.Kod).HasMaxLength(64);
        builder.HasIndex(p => new { p.Tands, p.Id });
        builder.HasIndex(p => p.InstansId);
        // Det som inte gick visas på sidan för stannade processer.
        builder.HasIndex(p => p.Tands, "ix_utkorgspost_forsoks").HasFilter("forsok > 0");
        builder.HasOne<Processinstans>().WithMany().HasForeignKey(p => p.InstansId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IncidentMappning : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.HasKey(i => i.Id);
        builder.Property(i => i.MotorId).HasMaxLength(100);
        builder.Property(i => i.Nod).HasMaxLength(100);
        builder.Property(i => i.Kod).HasMaxLength(64);
        builder.Property(i => i.Text).HasMaxLength(2000);
        builder.HasIndex(i => i.ArendeId);
        builder.HasIndex(i => i.Uppstod, "ix_incident_olost").HasFilter("lost IS NULL");
    }
}

internal sealed class ProcesshistorikMappning : IEntityTypeConfiguration<Processhistorik>
{
    public void Configure(EntityTypeBuilder<Processhistorik> builder)
    {
        builder.HasKey(h => h.Id);
        builder.Property(h => h.Vag).HasMaxLength(CaseFlowDbBas.Obegransad);
        builder.HasIndex(h => new { h.InstansId, h.Id });
    }
}

internal sealed class FormularsvarMappning : IEntityTypeConfiguration<Formularsvar>
{
    public void Configure(EntityTypeBuilder<Formularsvar> builder)
    {
        builder.HasKey(s => s.UppgiftId);
        builder.Property(s => s.Nod).HasMaxLength(100);
        builder.Property(s => s.Varden).HasMaxLength(CaseFlowDbBas.Obegransad);
        builder.HasIndex(s => s.ArendeId);
    }
}
