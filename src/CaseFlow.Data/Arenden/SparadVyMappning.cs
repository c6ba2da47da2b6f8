using CaseFlow.Domain.Arenden;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Arenden;

internal sealed class SparadVyMappning : IEntityTypeConfiguration<SparadVy>
{
    public void Configure(EntityTypeBuilder<SparadVy> builder)
    {
        builder.HasKey(v => v.Id);
        builder.HasIndex(v => v.PublikId).IsUnique();
        builder.HasIndex(v => v.AgareId);
        builder.HasIndex(v => v.EnhetId);
        builder.Property(v => v.Namn).HasMaxLength(40);
        builder.Property(v => v.Urval).HasMaxLength(2000).IsUnicode(false);
    }
}
