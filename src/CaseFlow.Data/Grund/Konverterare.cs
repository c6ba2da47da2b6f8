using System.Linq.Expressions;
using System.Text.Json;
using CaseFlow.Domain;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CaseFlow.Data.Grund;

/// <summary>A typed id as the bigint it is.</summary>
internal sealed class IdKonverterare<T>() : ValueConverter<T, long>(id => id.Value, Skapa())
    where T : struct, IId
{
    private static Expression<Func<long, T>> Skapa()
    {
        var varde = Expression.Parameter(typeof(long), "v");
        return Expression.Lambda<Func<long, T>>(Expression.New(typeof(T).GetConstructor([typeof(long)])!, varde), varde);
    }
}

/// <summary>A moment as microseconds since 1970 (UTC): the same order and precision in every database.</summary>
internal sealed class Tidskonverterare() : ValueConverter<DateTimeOffset, long>(
    tid => (tid.UtcTicks - Epok) / TimeSpan.TicksPerMicrosecond,
    mikro => new DateTimeOffset(mikro * TimeSpan.TicksPerMicrosecond + Epok, TimeSpan.Zero))
{
    private const long Epok = 621_355_968_000_000_000;
}

/// <summary>A short list of strings as one JSON text.</summary>
internal static class Listkolumn
{
    public static PropertyBuilder<IReadOnlyList<string>> SomLista(this PropertyBuilder<IReadOnlyList<string>> egenskap) => egenskap.HasConversion(
        lista => JsonSerializer.Serialize(lista, JsonSerializerOptions.Default),
        text => JsonSerializer.Deserialize<List<string>>(text, JsonSerializerOptions.Default)!,
        Jamforare);

    public static ComplexTypePropertyBuilder<IReadOnlyList<string>> SomLista(this ComplexTypePropertyBuilder<IReadOnlyList<string>> egenskap) =>
        egenskap.HasConversion(
            lista => JsonSerializer.Serialize(lista, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<List<string>>(text, JsonSerializerOptions.Default)!,
            Jamforare);

    private static ValueComparer<IReadOnlyList<string>> Jamforare { get; } = new(
        (a, b) => a == b || (a != null && b != null && a.SequenceEqual(b)),
        lista => lista.Aggregate(0, (hash, text) => HashCode.Combine(hash, text)),
        lista => lista.ToList());
}
