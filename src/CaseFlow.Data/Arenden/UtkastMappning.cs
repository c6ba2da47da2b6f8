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
        // Databaserna är inte överens om ett tomt värde är lika med ett annat: det som inte ligger i något ärende har ett eget index.
        builder.HasIndex(u => new { u.AgareId, u.Slag, u.Nyckel }, "ix_utkast_utan_arende").IsUnique().HasFilter("arende_id IS NULL");
        builder.HasIndex(u => u.Sparat);
        // Inte Cascade: ett utkast är ingen del av ärendet, och den som skriver gör ingen annans kopia av det inaktuell.
        builder.HasOne<Arende>().WithMany().HasForeignKey(u => u.ArendeId).IsRequired(false).OnDelete(DeleteBehavior.Restrict);
        builder.Property(u => u.Nyckel).HasMaxLength(Nyckellangd).IsUnicode(false);
        builder.Property(u => u.Falt).HasMaxLength(CaseFlowDbBas.Obegransad);
        builder.Ignore(u => u.Plats);
    }
}
