using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CaseFlow.Application.Audit;

/// <summary>The hash of an audit event. Its byte form is a contract: an outside auditor can recompute it from an export.</summary>
/// <remarks>SHA-256 over, in order: one byte 1 (form version); the previous hash, 32 bytes; kedja; seq; id; tid (microseconds since
/// 1970-01-01 UTC); aktörslag; aktörId; enhetId; one byte 0 or 1 and ärendeId when 1; typ; typversion; utfall; kod; grund; data; xid.
/// A number is eight bytes big-endian; a text is its UTF-8 length as four bytes big-endian and then the bytes, null is length -1.</remarks>
public static class Kedjehash
{
    public const int Langd = 32;

    /// <summary>What a new chain points back at.</summary>
    public static byte[] Noll { get; } = new byte[Langd];

    public static byte[] Berakna(in Kedjelank lank)
    {
        var hash = new byte[Langd];
        Berakna(lank, new byte[Storsta(lank)], hash);
        return hash;
    }

    /// <param name="buffert">At least <see cref="Storsta"/> bytes; reused between links when many are checked.</param>
    public static void Berakna(in Kedjelank lank, Span<byte> buffert, Span<byte> hash)
    {
        var s = new Skrivare(buffert);
        s.Byte(1);
        s.Bytes(lank.ForegaendeHash);
        s.Text(lank.Kedja);
        s.Tal(lank.Seq);
        s.Tal(lank.Id);
        s.Tal(lank.TidMikro);
        s.Text(lank.AktorSlag);
        s.Tal(lank.AktorId);
        s.Tal(lank.EnhetId);
        s.Byte(lank.ArendeId is null ? (byte)0 : (byte)1);
        if (lank.ArendeId is { } arende) s.Tal(arende);
        s.Text(lank.Typ);
        s.Tal(lank.TypVersion);
        s.Text(lank.Utfall);
        s.Text(lank.Kod);
        s.Text(lank.Grund);
        s.Text(lank.Data);
        s.Tal(lank.Xid);
        SHA256.HashData(buffert[..s.Skrivet], hash);
    }

    /// <summary>An upper bound of the byte form's size.</summary>
    public static int Storsta(in Kedjelank lank) => 160 + lank.ForegaendeHash.Length + 3 * (lank.Kedja.Length + lank.AktorSlag.Length
        + lank.Typ.Length + lank.Utfall.Length + (lank.Kod?.Length ?? 0) + (lank.Grund?.Length ?? 0) + lank.Data.Length);

    private ref struct Skrivare(Span<byte> till)
    {
        private readonly Span<byte> _till = till;

        public int Skrivet { get; private set; }

        public void Byte(byte b) => _till[Skrivet++] = b;

        public void Bytes(ReadOnlySpan<byte> b)
        {
            b.CopyTo(_till[Skrivet..]);
            Skrivet += b.Length;
        }

        public void Tal(long tal)
        {
            BinaryPrimitives.WriteInt64BigEndian(_till[Skrivet..], tal);
            Skrivet += sizeof(long);
        }

        public void Text(string? text)
        {
            var langd = text is null ? -1 : Encoding.UTF8.GetBytes(text, _till[(Skrivet + sizeof(int))..]);
            BinaryPrimitives.WriteInt32BigEndian(_till[Skrivet..], langd);
            Skrivet += sizeof(int) + Math.Max(langd, 0);
        }
    }
}

/// <summary>An audit event as it stands in the database, ready to be hashed.</summary>
public readonly ref struct Kedjelank
{
    public required ReadOnlySpan<byte> ForegaendeHash { get; init; }
    public required string Kedja { get; init; }
    public required long Seq { get; init; }
    public required long Id { get; init; }
    public required long TidMikro { get; init; }
    public required string AktorSlag { get; init; }
    public required long AktorId { get; init; }
    public required long EnhetId { get; init; }
    public required long? ArendeId { get; init; }
    public required string Typ { get; init; }
    public required int TypVersion { get; init; }
    public required string Utfall { get; init; }
    public required string? Kod { get; init; }
    public required string? Grund { get; init; }
    public required string Data { get; init; }
    public required long Xid { get; init; }
}
