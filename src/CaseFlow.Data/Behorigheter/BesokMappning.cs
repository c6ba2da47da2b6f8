using CaseFlow.Application.Behorigheter;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Behorigheter;

internal sealed class BesokMappning : IEntityTypeConfiguration<Besok>
{
    public void Configure(EntityTypeBuilder<Besok> builder) => builder.HasKey(b => b.AnvandareId);
}
