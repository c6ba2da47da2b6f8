using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using CaseFlow.Domain;
using Microsoft.Net.Http.Headers;

namespace CaseFlow.Web.Api.v1;

/// <summary>Conditional requests (RFC 9110, 13) and the key that makes a change safe to send twice.</summary>
internal static class Villkor
{
    private const int LangstaNyckel = 100;

    /// <summary>The tag of a representation: the version that a change rests on, and what the rest of it says now.</summary>
    public static EntityTagHeaderValue Etag(int version, ReadOnlySpan<byte> kropp) =>
        new(string.Create(CultureInfo.InvariantCulture, $"\"{version}-{Base64Url.EncodeToString(SHA256.HashData(kropp).AsSpan(0, 12))}\""));

    /// <summary>Whether the caller has this representation already.</summary>
    public static bool HarRedan(HttpRequest request, EntityTagHeaderValue etag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(etag, useStrongComparison: false));

    /// <summary>The version that the change was made from. A tag that is not ours is of no version, and thus always an old one.</summary>
    /// <returns>Refused with IF_MATCH_SAKNAS, or FEL_FORMAT for several tags or for <c>*</c>, which says nothing of what was read.</returns>
    public static Result<int> Version(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0)
            return Apifel.Ingen(Apifel.IfMatchSaknas, "Skicka If-Match med den ETag som resursen hade när ni läste den.");
        if (!EntityTagHeaderValue.TryParseStrictList([.. request.Headers.IfMatch.OfType<string>()], out var taggar) || taggar is not [var tagg] || tagg.Equals(EntityTagHeaderValue.Any))
            return Apifel.Ingen(Apifel.FelFormat, "If-Match ska vara den ETag som resursen hade när ni läste den, en enda.");
        var text = tagg.Tag.AsSpan().Trim('"');
        return !tagg.IsWeak && int.TryParse(text[..Math.Max(text.IndexOf('-'), 0)], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
    }

    /// <returns>Refused with IDEMPOTENSNYCKEL_SAKNAS or IDEMPOTENSNYCKEL_OGILTIG.</returns>
    public static Result<string> Nyckel(HttpRequest request)
    {
        var nyckel = request.Headers["Idempotency-Key"];
        if (nyckel is not [{ Length: > 0 } text])
            return Apifel.Ingen(Apifel.IdempotensnyckelSaknas, "Skicka Idempotency-Key, ny för varje ändring och densamma när ni skickar om.");
        return text.Length <= LangstaNyckel && text.All(c => c is > ' ' and <= '~')
            ? text : Apifel.Ingen(Apifel.IdempotensnyckelOgiltig, $"Idempotency-Key ska vara högst {LangstaNyckel} synliga ASCII-tecken.");
    }
}
