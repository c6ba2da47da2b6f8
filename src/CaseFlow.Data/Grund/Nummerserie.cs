using System.Globalization;
using CaseFlow.Application;
using CaseFlow.Domain.Arenden;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Data.Grund;

/// <summary>The last number drawn in a series. The row is taken until the transaction ends, so no number is drawn twice.</summary>
internal sealed class Nummer
{
    public required string Serie { get; init; }
    public required long Senast { get; set; }
}

internal sealed class NummerMappning : IEntityTypeConfiguration<Nummer>
{
    public void Configure(EntityTypeBuilder<Nummer> builder)
    {
        builder.HasKey(n => n.Serie);
        builder.Property(n => n.Serie).HasMaxLength(40).IsUnicode(false);
    }
}

internal sealed class Nummerserie(CaseFlowDb db, IProvidersql sql) : INummerserie
{
    public async Task<string> Nasta(int ar, CancellationToken ct) =>
        Arendenummer.Formatera(ar, await Lopnummer(string.Create(CultureInfo.InvariantCulture, $"arende:{ar}"), ct));

    public Task<long> Lopnummer(string serie, CancellationToken ct) =>
        Rasql.Las(db, sql.DraNummer, [("@serie", serie)], rad => rad.GetInt64(0), ct);
}
