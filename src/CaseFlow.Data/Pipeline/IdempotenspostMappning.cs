using CaseFlow.Application.Pipeline;
using CaseFlow.Data.Grund;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Pipeline;

internal sealed class IdempotenspostMappning : IEntityTypeConfiguration<Idempotenspost>
{
    public void Configure(EntityTypeBuilder<Idempotenspost> builder)
    {
        builder.HasKey(p => new { p.AktorSlag, p.AktorId, p.Nyckel, p.Typ });
        builder.HasIndex(p => p.Tid);
        builder.Property(p => p.Nyckel).HasMaxLength(100);
        builder.Property(p => p.Typ).HasMaxLength(80).IsUnicode(false);
        builder.Property(p => p.Innehallshash).HasMaxLength(32).IsFixedLength();
        builder.Property(p => p.Svar).HasMaxLength(CaseFlowDbBas.Obegransad);
    }
}
