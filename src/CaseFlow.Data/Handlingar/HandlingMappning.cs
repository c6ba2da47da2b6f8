using CaseFlow.Data.Grund;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Handlingar;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Handlingar;

internal sealed class HandlingMappning : IEntityTypeConfiguration<Handling>
{
    public void Configure(EntityTypeBuilder<Handling> builder)
    {
        builder.HasKey(h => h.Id);
        builder.HasIndex(h => h.PublikId).IsUnique();
        builder.HasIndex(h => new { h.ArendeId, h.Nr }).IsUnique();
        // Städningen frågar efter filens namn; två rader delar aldrig en fil.
        builder.HasIndex(h => h.Lagringsnamn).IsUnique();
        builder.HasOne<Arende>().WithMany().HasForeignKey(h => h.ArendeId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(h => h.Sha256).HasMaxLength(64).IsUnicode(false);
        builder.Property(h => h.Lagringsnamn).HasMaxLength(64).IsUnicode(false);
        builder.Property(h => h.MakuleradSkal).HasMaxLength(CaseFlowDbBas.Fritext);
    }
}
