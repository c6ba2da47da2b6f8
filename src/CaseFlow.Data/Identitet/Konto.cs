using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Identitet;

/// <summary>A built-in account: how someone signs in. What she may do follows from the <see cref="Anvandare"/> it belongs to.</summary>
public sealed class Konto : IdentityUser<long>
{
    public AnvandareId AnvandareId { get; private set; }

    /// <summary>Somebody else knows the password: nothing is reached until she has chosen her own.</summary>
    public bool TillfalligtLosenord { get; set; }

    /// <summary>Who gave it the temporary password; null when she has her own.</summary>
    public AnvandareId? LosenordAv { get; set; }

    /// <summary>Who took its second step; null when she has set it up since, or never had one.</summary>
    public AnvandareId? TvastegAv { get; set; }

    public static Konto Skapa(IIdKalla ids, AnvandareId anvandare, string anvandarnamn) =>
        new() { Id = ids.Next(), AnvandareId = anvandare, UserName = anvandarnamn, SecurityStamp = ids.NextPublic().ToString("N") };
}

internal sealed class KontoMappning : IEntityTypeConfiguration<Konto>
{
    public void Configure(EntityTypeBuilder<Konto> builder)
    {
        builder.HasKey(k => k.Id);
        builder.Property(k => k.UserName).HasMaxLength(256);
        builder.Property(k => k.NormalizedUserName).HasMaxLength(256);
        builder.Property(k => k.Email).HasMaxLength(256);
        builder.Property(k => k.NormalizedEmail).HasMaxLength(256);
        builder.Property(k => k.PasswordHash).HasMaxLength(500);
        builder.Property(k => k.PhoneNumber).HasMaxLength(256);
        builder.Property(k => k.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
        builder.Property(k => k.SecurityStamp).HasMaxLength(64);
        builder.HasIndex(k => k.NormalizedUserName).IsUnique();
        builder.HasIndex(k => k.NormalizedEmail);
        builder.HasIndex(k => k.AnvandareId).IsUnique();
        builder.HasOne<Anvandare>().WithMany().HasForeignKey(k => k.AnvandareId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany<IdentityUserClaim<long>>().WithOne().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany<IdentityUserLogin<long>>().WithOne().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany<IdentityUserToken<long>>().WithOne().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany<IdentityUserPasskey<long>>().WithOne().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class KontopastaendeMappning : IEntityTypeConfiguration<IdentityUserClaim<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<long>> builder)
    {
        builder.ToTable("konto_pastaende");
        builder.HasKey(c => c.Id);
        // Det enda som databasen numrerar: raden skapas av Identity.
        builder.Property(c => c.Id).ValueGeneratedOnAdd();
        builder.Property(c => c.ClaimType).HasMaxLength(256);
        builder.Property(c => c.ClaimValue).HasMaxLength(2000);
    }
}

internal sealed class KontoinloggningMappning : IEntityTypeConfiguration<IdentityUserLogin<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> builder)
    {
        builder.ToTable("konto_inloggning");
        builder.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        builder.Property(l => l.LoginProvider).HasMaxLength(128);
        builder.Property(l => l.ProviderKey).HasMaxLength(256);
    }
}

internal sealed class KontobevisMappning : IEntityTypeConfiguration<IdentityUserToken<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<long>> builder)
    {
        builder.ToTable("konto_bevis");
        builder.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        builder.Property(t => t.LoginProvider).HasMaxLength(128);
        builder.Property(t => t.Name).HasMaxLength(128);
        builder.Property(t => t.Value).HasMaxLength(2000);
    }
}

internal sealed class KontonyckelMappning : IEntityTypeConfiguration<IdentityUserPasskey<long>>
{
    /// <summary>The longest credential id that WebAuthn allows is 1023; SQL Server's key takes 900.</summary>
    private const int Nyckellangd = 900;

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<long>> builder)
    {
        builder.ToTable("konto_nyckel");
        builder.HasKey(p => p.CredentialId);
        builder.Property(p => p.CredentialId).HasMaxLength(Nyckellangd);
        builder.OwnsOne(p => p.Data, data => data.ToJson("data"));
    }
}
