using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using CaseFlow.Data.Identitet;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Auth;

/// <summary>The app's code (TOTP, RFC 6238), good once: the last time step that was accepted is kept with the account, and it or an earlier
/// one is refused.</summary>
internal sealed class Engangskod(TimeProvider tid) : AuthenticatorTokenProvider<Konto>
{
    private const int Steglangd = 30;
    private const int Avvikelse = 1;
    private const int Siffror = 6;
    private const string Lager = "[CaseFlow]";
    private const string SenasteSteg = "SenasteSteg";
    private const string Alfabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<Konto> manager, Konto user)
    {
        if (token.Length != Siffror || !token.All(char.IsAsciiDigit) || await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } nyckel)
            return false;
        var senast = long.TryParse(await manager.GetAuthenticationTokenAsync(user, Lager, SenasteSteg), CultureInfo.InvariantCulture, out var s) ? s : 0;
        var nu = Steg(tid.GetUtcNow());
        for (var steg = Math.Max(nu - Avvikelse, senast + 1); steg <= nu + Avvikelse; steg++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(token), System.Text.Encoding.ASCII.GetBytes(Kod(nyckel, steg))))
                return await Forbruka(manager, user, steg);
        }
        return false;
    }

    /// <summary>The code of a key (base32) at a moment, as the app shows it.</summary>
    internal static string Kod(string nyckel, DateTimeOffset nu) => Kod(nyckel, Steg(nu));

    private static long Steg(DateTimeOffset nu) => nu.ToUnixTimeSeconds() / Steglangd;

    /// <summary>Saved under the account's concurrency stamp: of two at once with the same code one gets in.</summary>
    private static async Task<bool> Forbruka(UserManager<Konto> manager, Konto user, long steg)
    {
        try
        {
            return (await manager.SetAuthenticationTokenAsync(user, Lager, SenasteSteg, steg.ToString(CultureInfo.InvariantCulture))).Succeeded;
        }
        catch (DbUpdateException)
        {
            return false; // den andra hann lägga raden
        }
    }

    private static string Kod(string nyckel, long steg)
    {
        Span<byte> raknare = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(raknare, steg);
#pragma warning disable CA5350 // HMAC-SHA1 är vad RFC 6238 och apparna räknar med
        var hash = HMACSHA1.HashData(Bytes(nyckel), raknare);
#pragma warning restore CA5350
        var fran = hash[^1] & 0xF;
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(fran)) & int.MaxValue) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string base32)
    {
        var bytes = new List<byte>();
        var (varde, bitar) = (0, 0);
        foreach (var tecken in base32)
        {
            var index = Alfabet.IndexOf(char.ToUpperInvariant(tecken), StringComparison.Ordinal);
            if (index < 0) continue;
            (varde, bitar) = (((varde << 5) | index) & 0xFFF, bitar + 5);
            if (bitar < 8) continue;
            bitar -= 8;
            bytes.Add((byte)(varde >> bitar));
        }
        return [.. bytes];
    }
}
