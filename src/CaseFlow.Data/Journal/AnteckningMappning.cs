using CaseFlow.Data.Grund;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Journal;

internal sealed class AnteckningMappning : IEntityTypeConfiguration<Anteckning>
{
    public void Configure(EntityTypeBuilder<Anteckning> builder)
    {
        builder.HasKey(a => a.Id);
        builder.HasIndex(a => new { a.ArendeId, a.Nr }).IsUnique();
        builder.HasOne<Arende>().WithMany().HasForeignKey(a => a.ArendeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Anteckning>().WithMany().HasForeignKey(a => a.GallerId).OnDelete(DeleteBehavior.Restrict);
        // En anteckning rättas en gång; två som gör det samtidigt möts här.
        builder.HasIndex(a => a.GallerId, "ix_anteckning_rattad").HasFilter("koppling = 'Rattelse'").IsUnique();
        builder.Property(a => a.Med).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(a => a.Text).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(a => a.StrukenSkal).HasMaxLength(CaseFlowDbBas.Fritext);
    }
}
