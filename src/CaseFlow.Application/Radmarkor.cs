using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using CaseFlow.Domain;

namespace CaseFlow.Application;

/// <summary>Where a page of a list ended: what its last row was ordered by. The next page begins after it also when the row itself has been done,
/// moved or hidden since. It gives no right to anything: whoever sends it gets of her own list what comes after.</summary>
/// <param name="Id">The key of the last row, which tells rows of the same time apart.</param>
/// <param name="Tid">What the list is ordered by before the key; nothing when it is ordered by the key alone.</param>
public readonly record struct Radmarkor(long Id, DateTimeOffset Tid = default)
{
    private const int Langd = 2 * sizeof(long);

    /// <summary>As letters, digits, <c>-</c> and <c>_</c>, for an address.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Langd];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Tid.UtcTicks);
        BinaryPrimitives.WriteInt64BigEndian(bytes[sizeof(long)..], Id);
        return Base64Url.EncodeToString(bytes);
    }

    /// <returns>Refused, by the field <c>efter</c>, when it is not such a text.</returns>
    public static Result<Radmarkor> Tolka(string text)
    {
        Span<byte> bytes = stackalloc byte[Langd];
        if (text.Length != Base64Url.GetEncodedLength(Langd) || Base64Url.DecodeFromChars(text, bytes, out _, out var antal) is not OperationStatus.Done || antal != Langd)
            return Olaslig;
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks) return Olaslig;
        return new Radmarkor(BinaryPrimitives.ReadInt64BigEndian(bytes[sizeof(long)..]), new(ticks, TimeSpan.Zero));
    }

    private static Error Olaslig { get; } = Error.Invalid(new FieldError("efter", "Platsen i listan går inte att läsa. Börja från början av listan."));
}
