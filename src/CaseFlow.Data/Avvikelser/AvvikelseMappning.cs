using CaseFlow.Data.Grund;
using CaseFlow.Domain.Avvikelser;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Avvikelser;

internal sealed class AvvikelseMappning : IEntityTypeConfiguration<Avvikelse>
{
    public void Configure(EntityTypeBuilder<Avvikelse> builder)
    {
        builder.HasKey(a => a.Id);
        builder.HasIndex(a => a.PublikId).IsUnique();
        builder.Property(a => a.Nummer).HasMaxLength(20).IsUnicode(false);
        builder.HasIndex(a => a.Nummer).IsUnique();
        builder.HasIndex(a => new { a.EnhetId, a.Id });
        builder.HasOne<Enhet>().WithMany().HasForeignKey(a => a.EnhetId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(a => a.Vad).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(a => a.NarVar).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(a => a.Atgard).HasMaxLength(CaseFlowDbBas.Fritext);
    }
}
