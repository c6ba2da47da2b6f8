using CaseFlow.Data.Grund;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Personer;

internal sealed class PersonombudMappning : IEntityTypeConfiguration<Personombud>
{
    public void Configure(EntityTypeBuilder<Personombud> builder)
    {
        builder.HasKey(o => o.Id);
        builder.HasIndex(o => o.PublikId).IsUnique();
        builder.HasIndex(o => o.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(o => o.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Arende>().WithMany().HasForeignKey(o => o.ArendeId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(o => o.Namn).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(o => o.Telefon).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(o => o.Underlag).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(o => o.UpphortSkal).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(o => o.Omfattning).SomLista().HasMaxLength(CaseFlowDbBas.Obegransad);
    }
}

internal sealed class SamtyckeMappning : IEntityTypeConfiguration<Samtycke>
{
    public void Configure(EntityTypeBuilder<Samtycke> builder)
    {
        builder.HasKey(s => s.Id);
        builder.HasIndex(s => s.PublikId).IsUnique();
        builder.HasIndex(s => s.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Arende>().WithMany().HasForeignKey(s => s.ArendeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Personombud>().WithMany().HasForeignKey(s => s.GivetAvOmbud).OnDelete(DeleteBehavior.Restrict);
        builder.Property(s => s.Mottagare).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(s => s.Upplysning).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(s => s.AterkallatHur).HasMaxLength(CaseFlowDbBas.Fritext);
    }
}

internal sealed class NarstaendeMappning : IEntityTypeConfiguration<Narstaende>
{
    public void Configure(EntityTypeBuilder<Narstaende> builder)
    {
        builder.HasKey(n => n.Id);
        builder.HasIndex(n => n.PublikId).IsUnique();
        builder.HasIndex(n => n.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(n => n.Namn).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(n => n.Telefon).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(n => n.Upplysning).HasMaxLength(CaseFlowDbBas.Fritext);
    }
}
