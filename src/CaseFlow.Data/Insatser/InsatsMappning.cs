using CaseFlow.Data.Grund;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Insatser;

internal sealed class InsatsMappning : IEntityTypeConfiguration<Insats>
{
    public void Configure(EntityTypeBuilder<Insats> builder)
    {
        builder.HasKey(i => i.Id);
        builder.HasIndex(i => i.BeslutId).IsUnique();
        builder.HasIndex(i => i.ArendeId);
        builder.HasIndex(i => new { i.PersonId, i.Status });
        builder.HasIndex(i => new { i.EnhetId, i.EjVerkstalltFran }, "ix_insats_ej_verkstalld").HasFilter("ej_verkstallt_fran IS NOT NULL");
        builder.HasIndex(i => new { i.EnhetId, i.UppfoljningDatum }, "ix_insats_uppfoljning").HasFilter("uppfoljning_datum IS NOT NULL");
        builder.HasOne<Arende>().WithMany().HasForeignKey(i => i.ArendeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Beslut>().WithMany().HasForeignKey(i => i.BeslutId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(i => i.Insatstyp).HasMaxLength(64);
        builder.Property(i => i.OmfattningEnhet).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(i => i.Utforare).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(i => i.AvslutOrsak).HasMaxLength(64);
        builder.Ignore(i => i.Period);
    }
}
