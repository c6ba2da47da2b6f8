using CaseFlow.Data.Grund;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Verkstallighet;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Verkstallighet;

internal sealed class BestallningMappning : IEntityTypeConfiguration<Bestallning>
{
    public void Configure(EntityTypeBuilder<Bestallning> builder)
    {
        builder.HasKey(b => b.Id);
        builder.HasIndex(b => b.InsatsId);
        builder.HasOne<Insats>().WithMany().HasForeignKey(b => b.InsatsId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(b => b.Utforare).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(b => b.Mal).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(b => b.Uppdrag).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(b => b.OmfattningEnhet).HasMaxLength(CaseFlowDbBas.Fritext);
    }
}
