using CaseFlow.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Identitet;

/// <summary>A session of an account, from the sign-in. The cookie carries its id; when it has ended here the cookie is refused, on every node.</summary>
public sealed class Kontosession
{
    public required Guid Id { get; init; }
    public required long KontoId { get; init; }
    public required AnvandareId AnvandareId { get; init; }
    public required DateTimeOffset Borjan { get; init; }
    public required string Webblasare { get; init; }
    public DateTimeOffset? Slut { get; set; }
}

internal sealed class KontosessionMappning : IEntityTypeConfiguration<Kontosession>
{
    public void Configure(EntityTypeBuilder<Kontosession> builder)
    {
        builder.HasKey(s => s.Id);
        builder.HasIndex(s => s.KontoId, "ix_kontosession_oppen").HasFilter("slut IS NULL");
        builder.HasIndex(s => s.Borjan);
        builder.HasOne<Konto>().WithMany().HasForeignKey(s => s.KontoId).OnDelete(DeleteBehavior.Cascade);
    }
}
