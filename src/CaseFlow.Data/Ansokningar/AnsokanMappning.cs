using CaseFlow.Data.Grund;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Ansokningar;

internal sealed class AnsokanMappning : IEntityTypeConfiguration<Ansokan>
{
    private const string AnsokanId = nameof(AnsokanId);

    public void Configure(EntityTypeBuilder<Ansokan> builder)
    {
        builder.HasKey(a => a.Id);
        builder.Property(a => a.AnkomstdagSkal).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(a => a.ExternId).HasMaxLength(400);
        builder.Property(a => a.InnehallHash).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(a => a.ExternId).IsUnique();
        builder.HasIndex(a => a.ArendeId);
        builder.HasOne<Arende>().WithMany().HasForeignKey(a => a.ArendeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Insatser).WithOne().HasForeignKey(AnsokanId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(a => a.Insatser).AutoInclude();
        builder.Ignore(a => a.Kvar);
        builder.ComplexProperty(a => a.Ombud, ombud =>
        {
            ombud.Property(o => o.Namn).HasMaxLength(CaseFlowDbBas.Fritext);
            ombud.Property(o => o.Telefon).HasMaxLength(CaseFlowDbBas.Fritext);
            ombud.Property(o => o.Omfattning).SomLista().HasMaxLength(CaseFlowDbBas.Obegransad);
        });
        builder.ComplexProperty(a => a.Kontakt, kontakt =>
        {
            kontakt.Property(k => k.Gata).HasMaxLength(CaseFlowDbBas.Fritext);
            kontakt.Property(k => k.Postnummer).HasMaxLength(CaseFlowDbBas.Fritext);
            kontakt.Property(k => k.Ort).HasMaxLength(CaseFlowDbBas.Fritext);
            kontakt.Property(k => k.Telefon).HasMaxLength(CaseFlowDbBas.Fritext);
            kontakt.Property(k => k.Sprak).HasMaxLength(CaseFlowDbBas.Fritext);
            kontakt.Property(k => k.Namn).HasMaxLength(CaseFlowDbBas.Obegransad);
        });
    }
}

internal sealed class AnsoktInsatsMappning : IEntityTypeConfiguration<AnsoktInsats>
{
    public void Configure(EntityTypeBuilder<AnsoktInsats> builder)
    {
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Insatstyp).HasMaxLength(64);
        builder.Property(i => i.Onskemal).HasMaxLength(CaseFlowDbBas.Fritext);
    }
}
