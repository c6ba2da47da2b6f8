using CaseFlow.Data.Grund;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Behorigheter;

internal sealed class EnhetMappning : IEntityTypeConfiguration<Enhet>
{
    public void Configure(EntityTypeBuilder<Enhet> builder)
    {
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Omrade).SomLista().HasMaxLength(CaseFlowDbBas.Obegransad);
    }
}

internal sealed class AnvandareMappning : IEntityTypeConfiguration<Anvandare>
{
    public void Configure(EntityTypeBuilder<Anvandare> builder)
    {
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Sprak).SomLista().HasMaxLength(CaseFlowDbBas.Obegransad);
        builder.Property(a => a.Omraden).SomLista().HasMaxLength(CaseFlowDbBas.Obegransad);
    }
}

internal sealed class UppdragMappning : IEntityTypeConfiguration<Uppdrag>
{
    public void Configure(EntityTypeBuilder<Uppdrag> builder)
    {
        builder.HasKey(u => new { u.AnvandareId, u.EnhetId, u.Roll, u.From });
        builder.HasIndex(u => u.EnhetId);
        builder.HasOne<Anvandare>().WithMany().HasForeignKey(u => u.AnvandareId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Enhet>().WithMany().HasForeignKey(u => u.EnhetId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UppdragsforslagMappning : IEntityTypeConfiguration<Uppdragsforslag>
{
    public void Configure(EntityTypeBuilder<Uppdragsforslag> builder)
    {
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Skal).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(f => f.AvslagSkal).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.HasIndex(f => f.AnvandareId);
        builder.HasIndex(f => f.EnhetId, "ix_uppdragsforslag_vantar").HasFilter("status = 'Vantar'");
        builder.HasOne<Anvandare>().WithMany().HasForeignKey(f => f.AnvandareId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Enhet>().WithMany().HasForeignKey(f => f.EnhetId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StallforetradareMappning : IEntityTypeConfiguration<Stallforetradare>
{
    public void Configure(EntityTypeBuilder<Stallforetradare> builder)
    {
        builder.HasKey(s => new { s.For, s.Ersattare, s.From });
        builder.HasIndex(s => s.Ersattare);
        builder.Property(s => s.For).HasColumnName("for_anvandare_id");
        builder.Property(s => s.Ersattare).HasColumnName("ersattare_id");
    }
}

internal sealed class JavMappning : IEntityTypeConfiguration<Jav>
{
    public void Configure(EntityTypeBuilder<Jav> builder)
    {
        builder.HasKey(j => new { j.AnvandareId, j.ArendeId, j.Tid });
        builder.Property(j => j.Orsak).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(j => j.ProvningSkal).HasMaxLength(CaseFlowDbBas.Fritext);
        // Ett åt gången: två som registrerar samtidigt möts här. Samma ord som frågorna (Havt == null).
        builder.HasIndex(j => new { j.AnvandareId, j.ArendeId }, "ix_jav_galler").IsUnique().HasFilter("havt IS NULL");
        builder.HasIndex(j => j.ArendeId, "ix_jav_vantar").HasFilter("havt IS NULL AND faststallt IS NULL");
        builder.HasIndex(j => j.ArendeId);
        builder.HasOne<Arende>().WithMany().HasForeignKey(j => j.ArendeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SparrMappning : IEntityTypeConfiguration<Sparr>
{
    public void Configure(EntityTypeBuilder<Sparr> builder)
    {
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Identitet).HasConversion(i => i!.Varde, v => Personidentitet.FranLagrad(v)).HasMaxLength(12).IsUnicode(false);
        builder.Property(s => s.Skal).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(s => s.AvslutSkal).HasMaxLength(CaseFlowDbBas.Fritext);
        // Frågas för varje rad i varje lista: (vem, från vem), bara det som gäller. Samma ord som frågorna (Slutade == null).
        builder.HasIndex(s => new { s.AnvandareId, s.PersonId }, "ix_sparr_galler").IsUnique().HasFilter("slutade IS NULL AND person_id IS NOT NULL");
        builder.HasIndex(s => s.PersonId);
        builder.HasIndex(s => s.AnvandareId);
        builder.HasIndex(s => s.Identitet, "ix_sparr_vantar").HasFilter("identitet IS NOT NULL");
        builder.HasOne<Anvandare>().WithMany().HasForeignKey(s => s.AnvandareId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ApiNyckelMappning : IEntityTypeConfiguration<ApiNyckel>
{
    public void Configure(EntityTypeBuilder<ApiNyckel> builder)
    {
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Hash).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(n => n.Hash).IsUnique();
        builder.HasIndex(n => n.AnvandareId);
        builder.HasOne<Anvandare>().WithMany().HasForeignKey(n => n.AnvandareId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(n => n.Behorigheter).SomLista().HasMaxLength(CaseFlowDbBas.Obegransad);
    }
}
