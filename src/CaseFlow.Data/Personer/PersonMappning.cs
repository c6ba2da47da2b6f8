using CaseFlow.Data.Grund;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Personer;

internal sealed class PersonMappning : IEntityTypeConfiguration<Person>
{
    /// <summary>As much of a name as decides its place in a list.</summary>
    private const int Soklangd = 400;

    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.HasKey(p => p.Id);
        builder.HasIndex(p => p.PublikId).IsUnique();
        builder.Property(p => p.Identitet).HasConversion(i => i.Varde, v => Personidentitet.FranLagrad(v)).HasMaxLength(12).IsUnicode(false);
        // Gäller även temporära nummer: två personer delar aldrig ett, och slås aldrig ihop.
        builder.HasIndex(p => p.Identitet).IsUnique();
        builder.Property(p => p.Fornamn).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(p => p.Efternamn).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(p => p.Telefon).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(p => p.AvlidenHavtSkal).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(p => p.Sprak).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.Property(p => p.SokordEfternamn).HasMaxLength(Soklangd)
            .HasConversion(ord => ord.Length > Soklangd ? ord.Substring(0, Soklangd) : ord, ord => ord);
        builder.HasMany(p => p.Namndelar).WithOne().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(p => p.Adress, adress =>
        {
            adress.Property(a => a.Gata).HasMaxLength(CaseFlowDbBas.Fritext);
            adress.Property(a => a.Postnummer).HasMaxLength(CaseFlowDbBas.Fritext);
            adress.Property(a => a.Ort).HasMaxLength(CaseFlowDbBas.Fritext);
        });
    }
}

internal sealed class NamndelMappning : IEntityTypeConfiguration<Namndel>
{
    public void Configure(EntityTypeBuilder<Namndel> builder)
    {
        builder.HasKey(n => new { n.PersonId, n.Ord });
        builder.Property(n => n.Ord).HasMaxLength(Sokord.LangstaDel);
        // Det som börjar så, var i namnet det än står.
        builder.HasIndex(n => new { n.Ord, n.PersonId });
    }
}

internal sealed class KontaktlydelseMappning : IEntityTypeConfiguration<Kontaktlydelse>
{
    public void Configure(EntityTypeBuilder<Kontaktlydelse> builder)
    {
        builder.HasKey(l => new { l.PersonId, l.Rev });
        builder.Property(l => l.Falt).HasMaxLength(CaseFlowDbBas.Obegransad);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NamngivenAtkomstMappning : IEntityTypeConfiguration<NamngivenAtkomst>
{
    public void Configure(EntityTypeBuilder<NamngivenAtkomst> builder)
    {
        builder.HasKey(a => new { a.PersonId, a.AnvandareId });
        builder.Property(a => a.Skal).HasMaxLength(CaseFlowDbBas.Fritext);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
