using System.Diagnostics.CodeAnalysis;
using CaseFlow.Application;
using CaseFlow.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseFlow.Data.Grund;

/// <summary>The model, the same for every database. What differs stands in <c>Providers/</c>.</summary>
internal abstract class CaseFlowDbBas : CaseFlowDb
{
    /// <summary>Length of a text column that says nothing else.</summary>
    public const int Vanlig = 200;

    /// <summary>A text that a person writes: at most 10 000 characters, by the contract.</summary>
    public const int Fritext = 10_000;

    /// <summary>No limit of its own (XML, JSON).</summary>
    public const int Obegransad = -1;

    private const string Version = nameof(Version);

    /// <summary>What has changed is looked for once a save (<see cref="HojVersioner"/>), not at every question to the change tracker.</summary>
    [SuppressMessage("Design", "MA0056", Justification = "ChangeTracker är EF:s egen; ingen kontext byter ut den.")]
    protected CaseFlowDbBas(DbContextOptions options)
        : base(options) => ChangeTracker.AutoDetectChangesEnabled = false;

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        HojVersioner();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        HojVersioner();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        foreach (var id in typeof(IId).Assembly.GetTypes().Where(t => t.IsValueType && typeof(IId).IsAssignableFrom(t)))
            configurationBuilder.Properties(id).HaveConversion(typeof(IdKonverterare<>).MakeGenericType(id));
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Tidskonverterare>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40).AreUnicode(false);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 2);
        configurationBuilder.Properties<string>().HaveMaxLength(Vanlig);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CaseFlowDbBas).Assembly);
        foreach (var typ in modelBuilder.Model.GetEntityTypes())
        {
            // Nycklar kommer från IIdKalla; databasen hittar inte på några.
            foreach (var egenskap in typ.FindPrimaryKey()?.Properties ?? [])
            {
                if (((IConventionProperty)egenskap).GetValueGeneratedConfigurationSource() != ConfigurationSource.Explicit && !typ.IsOwned())
                    egenskap.ValueGenerated = ValueGenerated.Never;
            }

            if (typ.FindProperty(Version) is { } version) version.IsConcurrencyToken = true;
        }

        Namn.SattNamn(modelBuilder.Model);
    }

    /// <summary>A changed aggregate gets the next version, also when only a part of it changed. Two who loaded the same version cannot
    /// both save.</summary>
    private void HojVersioner()
    {
        ChangeTracker.DetectChanges();
        HashSet<EntityEntry>? rotter = null;
        foreach (var rad in ChangeTracker.Entries())
        {
            if (rad.State is EntityState.Unchanged or EntityState.Detached) continue;
            if (Rot(rad) is { State: EntityState.Unchanged or EntityState.Modified } rot) (rotter ??= []).Add(rot);
        }

        foreach (var rot in rotter ?? [])
        {
            var version = rot.Property(Version);
            version.CurrentValue = (int)version.OriginalValue! + 1;
        }
    }

    private EntityEntry? Rot(EntityEntry rad)
    {
        if (rad.Metadata.FindProperty(Version) is not null) return rad;
        // En del hör till sin rot genom den nyckel som försvinner med roten.
        foreach (var nyckel in rad.Metadata.GetForeignKeys())
        {
            if (nyckel.DeleteBehavior != DeleteBehavior.Cascade) continue;
            var varden = nyckel.Properties.Select(p => rad.Property(p).CurrentValue ?? rad.Property(p).OriginalValue).ToArray();
            var agare = ChangeTracker.Context.ChangeTracker.Entries().FirstOrDefault(e => e.Metadata == nyckel.PrincipalEntityType
                && nyckel.PrincipalKey.Properties.Select(p => e.Property(p).CurrentValue).SequenceEqual(varden));
            if (agare is not null) return Rot(agare);
        }

        return null;
    }
}
