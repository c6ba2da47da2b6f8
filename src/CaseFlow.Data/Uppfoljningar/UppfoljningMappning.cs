using CaseFlow.Data.Grund;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Uppfoljningar;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Uppfoljningar;

internal sealed class UppfoljningMappning : IEntityTypeConfiguration<Uppfoljning>
{
    public void Configure(EntityTypeBuilder<Uppfoljning> builder)
    {
        builder.HasKey(u => u.Id);
        builder.HasIndex(u => u.InsatsId);
        builder.HasIndex(u => u.ArendeId);
        builder.HasOne<Insats>().WithMany().HasForeignKey(u => u.InsatsId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(u => u.Resultat).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(u => u.Maluppfyllelse).HasMaxLength(64);
    }
}
