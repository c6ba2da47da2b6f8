using CaseFlow.Domain.Indikatorer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Indikatorer;

internal sealed class IndikatorRadMappning : IEntityTypeConfiguration<IndikatorRad>
{
    public void Configure(EntityTypeBuilder<IndikatorRad> builder)
    {
        builder.HasKey(r => new { r.HandelseId, r.Indikator });
        builder.Property(r => r.Indikator).HasMaxLength(80);
        builder.Property(r => r.Tertial).HasMaxLength(10).IsUnicode(false);
        builder.HasIndex(r => new { r.Indikator, r.EnhetId, r.Tertial, r.Kon });
        builder.HasIndex(r => new { r.Indikator, r.EnhetId, r.Ar });
        builder.HasIndex(r => new { r.EnhetId, r.Ar });
    }
}
