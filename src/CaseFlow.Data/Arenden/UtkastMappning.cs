using CaseFlow.Data.Grund;
using CaseFlow.Domain.Arenden;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Arenden;

internal sealed class UtkastMappning : IEntityTypeConfiguration<Utkast>
{
    private const int Nyckellangd = 60;

    public void Configure(EntityTypeBuilder<Utkast> builder)
    {
        builder.HasKey(u => u.Id);
        // Ett utkast för var och en på varje plats: två flikar som sparar samtidigt möts här.
        builder.HasIndex(u => new { u.AgareId, u.ArendeId, u.Slag, u.Nyckel }).IsUnique();
        builder.HasIndex(u => u.Sparat);
        // Inte Cascade: ett utkast är ingen del av ärendet, och den som skriver gör ingen annans kopia av det inaktuell.
        builder.HasOne<Arende>().WithMany().HasForeignKey(u => u.ArendeId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(u => u.Nyckel).HasMaxLength(Nyckellangd).IsUnicode(false);
        builder.Property(u => u.Falt).HasMaxLength(CaseFlowDbBas.Obegransad);
        builder.Ignore(u => u.Plats);
    }
}
