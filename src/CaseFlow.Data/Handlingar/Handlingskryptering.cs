using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CaseFlow.Data.Handlingar;

/// <summary>A document's file as it lies on the disk: AES-256-GCM in pieces, so that it is read and written as a stream and from any place. The key of
/// each file is made of the installation's key, the file's salt and its name: a file in another's place, changed, or cut short does not open.</summary>
/// <remarks>"CFH1", 16 bytes of salt, then pieces of 64 KiB and their 16-byte tags; the last piece is marked as the last.</remarks>
internal static class Handlingskryptering
{
    public const int Bit = 64 * 1024;
    public const int Tagg = 16;
    public const int Huvud = 4 + Salt;
    private const int Salt = 16;
    private const int Nonce = 12;

    public static ReadOnlySpan<byte> Marke => "CFH1"u8;

    /// <summary>Writes the head of a new file.</summary>
    public static AesGcm Borja(Stream fil, byte[] nyckel, string namn)
    {
        Span<byte> salt = stackalloc byte[Salt];
        RandomNumberGenerator.Fill(salt);
        fil.Write(Marke);
        fil.Write(salt);
        return Nyckel(nyckel, salt, namn);
    }

    /// <exception cref="InvalidDataException">The file is none of ours.</exception>
    public static AesGcm Las(Stream fil, byte[] nyckel, string namn)
    {
        Span<byte> huvud = stackalloc byte[Huvud];
        if (fil.ReadAtLeast(huvud, Huvud, throwOnEndOfStream: false) < Huvud || !huvud.StartsWith(Marke)) throw new InvalidDataException("Filen är inte en av lagrets.");
        return Nyckel(nyckel, huvud[Marke.Length..], namn);
    }

    /// <summary>Bytes of the content of a file of this length on the disk.</summary>
    public static long Innehall(long fillangd)
    {
        var kropp = fillangd - Huvud;
        return kropp - Tagg * Bitar(fillangd);
    }

    public static long Bitar(long fillangd) => Math.Max(1, (fillangd - Huvud + Bit + Tagg - 1) / (Bit + Tagg));

    /// <param name="kryptat">The piece, and room for its tag after it.</param>
    public static void Kryptera(AesGcm nyckel, long nummer, bool sist, ReadOnlySpan<byte> klartext, Span<byte> kryptat)
    {
        Span<byte> nonce = stackalloc byte[Nonce];
        Satt(nonce, nummer, sist);
        nyckel.Encrypt(nonce, klartext, kryptat[..klartext.Length], kryptat.Slice(klartext.Length, Tagg));
    }

    /// <exception cref="CryptographicException">The piece is not the one that was written.</exception>
    public static void Dekryptera(AesGcm nyckel, long nummer, bool sist, ReadOnlySpan<byte> kryptat, Span<byte> klartext)
    {
        Span<byte> nonce = stackalloc byte[Nonce];
        Satt(nonce, nummer, sist);
        nyckel.Decrypt(nonce, kryptat[..^Tagg], kryptat[^Tagg..], klartext);
    }

    /// <summary>Each file has a key of its own: a running number never comes twice under one.</summary>
    private static void Satt(Span<byte> nonce, long nummer, bool sist)
    {
        nonce.Clear();
        nonce[0] = sist ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(nonce[4..], nummer);
    }

    private static AesGcm Nyckel(byte[] nyckel, ReadOnlySpan<byte> salt, string namn)
    {
        Span<byte> egen = stackalloc byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, nyckel, egen, salt, System.Text.Encoding.ASCII.GetBytes($"CaseFlow.handling:{namn}"));
        try
        {
            return new AesGcm(egen, Tagg);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(egen);
        }
    }
}
