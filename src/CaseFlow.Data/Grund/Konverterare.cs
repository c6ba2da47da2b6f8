using System.Linq.Expressions;
using CaseFlow.Domain;
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

/// <summary>A short list of codes as one text, comma between them. For what is read whole and never searched in.</summary>
internal static class Lista
{
    public static string Ihop(IEnumerable<string> delar) => string.Join(',', delar);

    public static List<string> Isar(string text) => text.Length == 0 ? [] : [.. text.Split(',')];
}
