using CaseFlow.Data.Grund;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Arenden;

internal sealed class ArendeMappning : IEntityTypeConfiguration<Arende>
{
    // Samma ord som frågorna: ett partiellt index används bara när frågans villkor säger detsamma.
    private const string Oppet = "steg <> 'Avslutat'";
    private const string Avslutat = "steg = 'Avslutat'";

    /// <summary>The few with protected data. SQL Server says its condition in another way.</summary>
    internal const string Skyddade = "ix_arende_skyddat";

    public void Configure(EntityTypeBuilder<Arende> builder)
    {
        builder.HasKey(a => a.Id);
        builder.HasIndex(a => a.PublikId).IsUnique();
        builder.Property(a => a.Nummer).HasMaxLength(20).IsUnicode(false);
        builder.HasIndex(a => a.Nummer).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Enhet>().WithMany().HasForeignKey(a => a.EnhetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Pauser).WithOne().HasForeignKey(p => p.ArendeId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(a => a.Pauser).AutoInclude();

        builder.HasIndex(a => new { a.HandlaggareId, a.Id }, "ix_arende_oppet_handlaggare").HasFilter(Oppet);
        builder.HasIndex(a => new { a.EnhetId, a.Id }, "ix_arende_oppet_enhet").HasFilter(Oppet);
        builder.HasIndex(a => new { a.EnhetId, a.Id }, "ix_arende_utan_handlaggare").HasFilter($"{Oppet} AND handlaggare_id IS NULL");
        builder.HasIndex(a => new { a.EnhetId, a.HandlaggareId, a.Steg, a.Skyddat, a.Oppnat }, "ix_arende_oppet_belastning").HasFilter(Oppet);
        builder.HasIndex(a => new { a.EnhetId, a.PersonId }, Skyddade).HasFilter("skyddat");
        builder.HasIndex(a => new { a.HandlaggareId, a.Id }, "ix_arende_avslutat_handlaggare").HasFilter(Avslutat);
        builder.HasIndex(a => new { a.EnhetId, a.Id }, "ix_arende_avslutat_enhet").HasFilter(Avslutat);
    }
}

internal sealed class PausMappning : IEntityTypeConfiguration<Paus>
{
    public void Configure(EntityTypeBuilder<Paus> builder)
    {
        builder.HasKey(p => new { p.ArendeId, p.Nummer });
        builder.Property(p => p.Orsak).HasMaxLength(64);
        builder.Property(p => p.Text).HasMaxLength(CaseFlowDbBas.Fritext);
    }
}

internal sealed class OmfordelningMappning : IEntityTypeConfiguration<Omfordelning>
{
    public void Configure(EntityTypeBuilder<Omfordelning> builder)
    {
        builder.HasKey(o => new { o.ArendeId, o.Tid });
        builder.Property(o => o.Skal).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.HasOne<Arende>().WithMany().HasForeignKey(o => o.ArendeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AtkomstMappning : IEntityTypeConfiguration<Atkomst>
{
    public void Configure(EntityTypeBuilder<Atkomst> builder)
    {
        builder.HasKey(a => new { a.AnvandareId, a.ArendeId, a.Fran });
        builder.Property(a => a.Skal).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.HasOne<Arende>().WithMany().HasForeignKey(a => a.ArendeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NodoppningMappning : IEntityTypeConfiguration<Nodoppning>
{
    public void Configure(EntityTypeBuilder<Nodoppning> builder)
    {
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Skal).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(n => n.Anteckning).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.HasIndex(n => new { n.AnvandareId, n.ArendeId, n.Tom });
        builder.HasIndex(n => n.ArendeId);
        builder.HasIndex(n => n.Id, "ix_nodoppning_ogranskad").HasFilter("granskad IS NULL");
        builder.HasOne<Arende>().WithMany().HasForeignKey(n => n.ArendeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Anvandare>().WithMany().HasForeignKey(n => n.AnvandareId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SkyddVisningMappning : IEntityTypeConfiguration<SkyddVisning>
{
    public void Configure(EntityTypeBuilder<SkyddVisning> builder)
    {
        builder.HasKey(v => new { v.AnvandareId, v.PersonId, v.Fran });
        builder.Property(v => v.Skal).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
