using CaseFlow.Data.Grund;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Beslutsfattande;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Beslutsfattande;

internal sealed class BeslutMappning : IEntityTypeConfiguration<Beslut>
{
    public void Configure(EntityTypeBuilder<Beslut> builder)
    {
        builder.HasKey(b => b.Id);
        // Ett beslut per ansökt insats: dubbla klick och två beslutsfattare möts här.
        builder.HasIndex(b => b.AnsoktInsatsId).IsUnique();
        builder.HasIndex(b => b.ArendeId);
        builder.HasOne<Arende>().WithMany().HasForeignKey(b => b.ArendeId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(b => b.Insatstyp).HasMaxLength(64);
        builder.Property(b => b.SoktEnhet).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(b => b.Enhet).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(b => b.Motivering).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(b => b.Mal).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(b => b.LagrumText).HasMaxLength(1000);
        builder.Property(b => b.Delegationspunkt).HasMaxLength(64);
        builder.Ignore(b => b.Period);
    }
}

internal sealed class KommuniceringMappning : IEntityTypeConfiguration<Kommunicering>
{
    public void Configure(EntityTypeBuilder<Kommunicering> builder)
    {
        builder.HasKey(k => k.Id);
        builder.HasIndex(k => k.ArendeId);
        builder.HasOne<Arende>().WithMany().HasForeignKey(k => k.ArendeId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(k => k.Svar).HasMaxLength(CaseFlowDbBas.Obegransad);
        builder.Property(k => k.ObehovligSkal).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.HasMany(k => k.Forslag).WithOne().HasForeignKey(f => f.KommuniceringId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(k => k.Forslag).AutoInclude();
    }
}

internal sealed class KommuniceratForslagMappning : IEntityTypeConfiguration<KommuniceratForslag>
{
    public void Configure(EntityTypeBuilder<KommuniceratForslag> builder) => builder.HasKey(f => new { f.KommuniceringId, f.AnsoktInsatsId });
}

internal sealed class AterlamningMappning : IEntityTypeConfiguration<Aterlamning>
{
    public void Configure(EntityTypeBuilder<Aterlamning> builder)
    {
        builder.HasKey(a => a.Id);
        builder.HasIndex(a => a.ArendeId);
        builder.HasOne<Arende>().WithMany().HasForeignKey(a => a.ArendeId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(a => a.Skal).HasMaxLength(CaseFlowDbBas.Fritext);
    }
}

internal sealed class UnderrattelseMappning : IEntityTypeConfiguration<Underrattelse>
{
    public void Configure(EntityTypeBuilder<Underrattelse> builder)
    {
        builder.HasKey(u => u.Id);
        builder.HasIndex(u => u.ArendeId);
        builder.HasOne<Arende>().WithMany().HasForeignKey(u => u.ArendeId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(u => u.Text).HasMaxLength(CaseFlowDbBas.Obegransad);
        builder.Property(u => u.DelgivenSkal).HasMaxLength(CaseFlowDbBas.Fritext);
    }
}
