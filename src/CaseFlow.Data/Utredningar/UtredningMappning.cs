using CaseFlow.Data.Grund;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Utredningar;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Utredningar;

internal sealed class UtredningMappning : IEntityTypeConfiguration<Utredning>
{
    public void Configure(EntityTypeBuilder<Utredning> builder)
    {
        builder.HasKey(u => u.Id);
        builder.HasIndex(u => u.ArendeId).IsUnique();
        builder.HasOne<Arende>().WithMany().HasForeignKey(u => u.ArendeId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(u => u.BarnPerspektiv).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(u => u.RelateradeFaktorer).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(u => u.SamladBedomning).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(u => u.SkalForObeskrivna).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.ComplexProperty(u => u.Valdsfraga, fraga => fraga.Property(v => v.Orsak).HasMaxLength(64));
        builder.HasMany(u => u.Omraden).WithOne().HasForeignKey(o => o.UtredningId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(u => u.Insatser).WithOne().HasForeignKey(i => i.UtredningId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(u => u.Omraden).AutoInclude();
        builder.Navigation(u => u.Insatser).AutoInclude();
        builder.HasMany(u => u.Tillagg).WithOne().HasForeignKey(t => t.UtredningId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(u => u.Tillagg).AutoInclude();
    }
}

internal sealed class OmradesbedomningMappning : IEntityTypeConfiguration<Omradesbedomning>
{
    public void Configure(EntityTypeBuilder<Omradesbedomning> builder)
    {
        builder.HasKey(o => new { o.UtredningId, o.Omrade });
        builder.Property(o => o.Omrade).HasMaxLength(40);
        builder.Property(o => o.EgnaOrd).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(o => o.Beskrivning).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(o => o.Mal).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(o => o.Kalla).HasMaxLength(CaseFlowDbBas.Fritext);
    }
}

internal sealed class InsatsbeskrivningMappning : IEntityTypeConfiguration<Insatsbeskrivning>
{
    public void Configure(EntityTypeBuilder<Insatsbeskrivning> builder)
    {
        builder.HasKey(i => new { i.UtredningId, i.AnsoktInsatsId });
        builder.Property(i => i.Insatstyp).HasMaxLength(64);
        builder.Property(i => i.Text).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(i => i.AndratHur).HasMaxLength(CaseFlowDbBas.Fritext);
    }
}

internal sealed class UtredningslydelseMappning : IEntityTypeConfiguration<Utredningslydelse>
{
    public void Configure(EntityTypeBuilder<Utredningslydelse> builder)
    {
        builder.HasKey(l => new { l.UtredningId, l.Del, l.Rev });
        builder.Property(l => l.Del).HasMaxLength(40).IsUnicode(false);
        builder.Property(l => l.Falt).HasMaxLength(CaseFlowDbBas.Obegransad);
        builder.HasOne<Utredning>().WithMany().HasForeignKey(l => l.UtredningId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ValdsfragelydelseMappning : IEntityTypeConfiguration<Valdsfragelydelse>
{
    public void Configure(EntityTypeBuilder<Valdsfragelydelse> builder)
    {
        builder.HasKey(l => new { l.UtredningId, l.Nr });
        builder.Property(l => l.Orsak).HasMaxLength(64);
        builder.HasOne<Utredning>().WithMany().HasForeignKey(l => l.UtredningId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class UtredningstillaggMappning : IEntityTypeConfiguration<Utredningstillagg>
{
    public void Configure(EntityTypeBuilder<Utredningstillagg> builder)
    {
        builder.HasKey(t => new { t.UtredningId, t.Nr });
        builder.Property(t => t.Text).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(t => t.Kalla).HasMaxLength(CaseFlowDbBas.Fritext);
    }
}
