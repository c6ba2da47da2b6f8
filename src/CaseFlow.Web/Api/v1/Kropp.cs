using System.Text.Json;
using CaseFlow.Domain;
using Microsoft.Net.Http.Headers;

namespace CaseFlow.Web.Api.v1;

/// <summary>Reads what was sent. A body over its limit is not read, and what a database could not hold is refused here.</summary>
internal static class Kropp
{
    private static readonly JsonDocumentOptions Enkelt = new() { AllowDuplicateProperties = false };

    /// <returns>The body, or null when it is over the limit.</returns>
    public static async Task<byte[]?> Bytes(HttpRequest request, int max, CancellationToken ct)
    {
        if (request.ContentLength > max) return null;
        using var minne = new MemoryStream();
        var buffert = new byte[16 * 1024];
        int last;
        while ((last = await request.Body.ReadAsync(buffert, ct)) > 0)
        {
            if (minne.Length + last > max) return null;
            minne.Write(buffert, 0, last);
        }
        return minne.ToArray();
    }

    public static async Task<Result<T>> Las<T>(HttpRequest request, int max, CancellationToken ct)
        where T : class
    {
        if (!ArJson(request.ContentType)) return Apifel.InteJsonSkickat;
        if (await Bytes(request, max, ct) is not { } bytes) return Apifel.ForStor(max);
        try
        {
            using var dokument = JsonDocument.Parse(bytes, Enkelt);
            if (!Hel(dokument.RootElement)) return Apifel.Format;
            return dokument.RootElement.Deserialize<T>(Apijson.Val) is { } varde ? varde : Apifel.Format;
        }
        catch (Exception fel) when (fel is JsonException or InvalidOperationException)
        {
            // Texter med halva tecken (\ud800) går att tolka men inte att läsa.
            return Apifel.Format;
        }
    }

    private static bool ArJson(string? typ) => MediaTypeHeaderValue.TryParse(typ, out var media)
        && (media.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || media is { Type.Value: "application", Suffix.Value: "json" })
        && (!media.Charset.HasValue || media.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>No text of it has NUL, which not every database holds.</summary>
    private static bool Hel(JsonElement e) => e.ValueKind switch
    {
        JsonValueKind.Object => e.EnumerateObject().All(p => Hel(p.Name) && Hel(p.Value)),
        JsonValueKind.Array => e.EnumerateArray().All(Hel),
        JsonValueKind.String => Hel(e.GetString()!),
        _ => true,
    };

    private static bool Hel(string text) => !text.Contains('\0', StringComparison.Ordinal);
}
