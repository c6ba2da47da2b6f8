using CaseFlow.Data.Grund;
using CaseFlow.Domain.Arbetsfordelning;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Arbetsfordelning;

internal sealed class ArendeflyttMappning : IEntityTypeConfiguration<Arendeflytt>
{
    public void Configure(EntityTypeBuilder<Arendeflytt> builder)
    {
        builder.HasKey(f => f.Id);
        builder.HasIndex(f => f.PublikId).IsUnique();
        builder.HasIndex(f => new { f.EnhetId, f.Tid });
        builder.Property(f => f.Skal).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.HasOne<Enhet>().WithMany().HasForeignKey(f => f.EnhetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(f => f.Rader).WithOne().HasForeignKey(r => r.FlyttId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FlyttradMappning : IEntityTypeConfiguration<Flyttrad>
{
    public void Configure(EntityTypeBuilder<Flyttrad> builder)
    {
        builder.HasKey(r => new { r.FlyttId, r.ArendeId });
        builder.HasIndex(r => r.ArendeId);
        builder.Property(r => r.Fran).HasColumnName("fran_anvandare_id");
        builder.Property(r => r.Till).HasColumnName("till_anvandare_id");
        builder.HasOne<Arende>().WithMany().HasForeignKey(r => r.ArendeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FranvaroMappning : IEntityTypeConfiguration<Franvaro>
{
    public void Configure(EntityTypeBuilder<Franvaro> builder)
    {
        builder.HasKey(f => f.Id);
        builder.HasIndex(f => new { f.AnvandareId, f.From });
        builder.Property(f => f.Ersattare).HasColumnName("ersattare_id");
        builder.HasOne<Anvandare>().WithMany().HasForeignKey(f => f.AnvandareId).OnDelete(DeleteBehavior.Restrict);
    }
}
