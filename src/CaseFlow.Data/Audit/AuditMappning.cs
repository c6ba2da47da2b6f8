using CaseFlow.Application.Audit;
using CaseFlow.Data.Grund;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Audit;

internal sealed class AuditHandelseMappning : IEntityTypeConfiguration<AuditHandelse>
{
    public void Configure(EntityTypeBuilder<AuditHandelse> builder)
    {
        builder.HasKey(h => h.Id);
        builder.Property(h => h.Kedja).HasMaxLength(AuditHuvudMappning.Kedja).IsUnicode(false);
        builder.Property(h => h.Typ).HasMaxLength(80).IsUnicode(false);
        builder.Property(h => h.Kod).HasMaxLength(64).IsUnicode(false);
        builder.Property(h => h.Grund).HasMaxLength(64);
        builder.Property(h => h.Data).HasMaxLength(CaseFlowDbBas.Obegransad).IsUnicode(false);
        builder.Property(h => h.ForegaendeHash).HasMaxLength(Kedjehash.Langd).IsFixedLength();
        builder.Property(h => h.Hash).HasMaxLength(Kedjehash.Langd).IsFixedLength();
        builder.HasIndex(h => new { h.Kedja, h.Seq }).IsUnique();
        builder.HasIndex(h => new { h.Typ, h.Tid });
        builder.HasIndex(h => new { h.ArendeId, h.Id });
    }
}

internal sealed class AuditHuvudMappning : IEntityTypeConfiguration<AuditHuvud>
{
    public const int Kedja = 60;

    public void Configure(EntityTypeBuilder<AuditHuvud> builder)
    {
        builder.HasKey(h => h.Kedja);
        builder.Property(h => h.Kedja).HasMaxLength(Kedja).IsUnicode(false);
        builder.Property(h => h.Hash).HasMaxLength(Kedjehash.Langd).IsFixedLength();
    }
}
