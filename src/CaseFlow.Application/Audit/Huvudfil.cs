using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CaseFlow.Application.Audit;

/// <summary>The chains' heads as a file to keep outside the database, with a seal (HMAC-SHA256) under a key outside it too: whoever rewrites a
/// chain and its hashes cannot rewrite the file. Ids and hashes only.</summary>
/// <remarks>First line <c>caseflow-huvuden 1 TID</c>, then one line a chain <c>KEDJA SEQ HASH</c>, last <c>hmac HEX</c> over the bytes (UTF-8)
/// of all lines before it, their line breaks included.</remarks>
public static class Huvudfil
{
    private const string Form = "caseflow-huvuden 1 ";
    private const string Sigill = "hmac ";

    /// <returns>How many heads were written.</returns>
    public static async Task<long> Skriv(TextWriter fil, IAsyncEnumerable<Kedjehuvud> huvuden, DateTimeOffset nu, byte[] nyckel, CancellationToken ct)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, nyckel);
        var antal = 0L;
        await Rad(Form + nu.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        await foreach (var h in huvuden.WithCancellation(ct))
        {
            await Rad(string.Create(CultureInfo.InvariantCulture, $"{h.Kedja} {h.Seq} {Convert.ToHexStringLower(h.Hash)}"));
            antal++;
        }
        await fil.WriteAsync(Sigill + Convert.ToHexStringLower(hmac.GetHashAndReset()) + "\n");
        return antal;

        async Task Rad(string text)
        {
            hmac.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
            await fil.WriteAsync(text + "\n");
        }
    }

    /// <returns>The heads, or null when the seal does not hold: another key, or the file was changed.</returns>
    public static async Task<SparadeHuvuden?> Las(TextReader fil, byte[] nyckel, CancellationToken ct)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, nyckel);
        var huvuden = new List<Kedjehuvud>();
        DateTimeOffset? tid = null;
        while (await fil.ReadLineAsync(ct) is { } rad)
        {
            if (rad.StartsWith(Sigill, StringComparison.Ordinal)) return tid is { } skriven && Stammer(rad[Sigill.Length..], hmac) ? new(skriven, huvuden) : null;
            if (tid is null)
            {
                if ((tid = Skriven(rad)) is null) return null;
            }
            else if (Tolka(rad) is { } huvud)
            {
                huvuden.Add(huvud);
            }
            else
            {
                return null;
            }
            hmac.AppendData(Encoding.UTF8.GetBytes(rad + "\n"));
        }
        return null;
    }

    private static DateTimeOffset? Skriven(string rad) => rad.StartsWith(Form, StringComparison.Ordinal)
        && DateTimeOffset.TryParseExact(rad.AsSpan(Form.Length), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var tid) ? tid : null;

    private static bool Stammer(string sigill, IncrementalHash hmac) => sigill.Length == 2 * HMACSHA256.HashSizeInBytes && sigill.All(char.IsAsciiHexDigit)
        && CryptographicOperations.FixedTimeEquals(Convert.FromHexString(sigill), hmac.GetHashAndReset());

    private static Kedjehuvud? Tolka(string rad) =>
        rad.Split(' ') is [var kedja, var seq, { Length: 2 * Kedjehash.Langd } hash] && hash.All(char.IsAsciiHexDigit)
        && long.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var plats)
            ? new(kedja, plats, Convert.FromHexString(hash)) : null;
}
