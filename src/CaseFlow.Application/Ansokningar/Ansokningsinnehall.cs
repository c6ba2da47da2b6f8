using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Application.Ansokningar;

/// <summary>Reads the intake's JSON: one body of the API, one line of an import. Names in camelCase; names it does not know are read past.</summary>
public static class Ansokningsinnehall
{
    /// <summary>The largest body, in bytes of UTF-8.</summary>
    public const int MaxBytes = 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        MaxDepth = 16,
    };

    /// <returns>The ansökan, or <c>FEL_FORMAT</c> when it is no JSON, a value is of the wrong kind, or externId, ankom or sokande is missing.</returns>
    public static Result<InkommenAnsokan> Las(ReadOnlySpan<byte> utf8)
    {
        InkommenAnsokan? ansokan;
        try
        {
            ansokan = JsonSerializer.Deserialize<InkommenAnsokan>(utf8, Json);
        }
        catch (Exception fel) when (fel is JsonException or DecoderFallbackException or InvalidOperationException)
        {
            return FelFormat;
        }
        if (ansokan is null || string.IsNullOrWhiteSpace(ansokan.ExternId) || ansokan.ExternId.Length > 200 || ansokan.Ankom == default || ansokan.Sokande is null
            || Skyddskoder.Tolka(ansokan.SkyddadeUppgifter ?? "ingen") is null
            || ansokan.Insatser?.Any(i => i is null) == true) return FelFormat;
        return ansokan with { Insatser = ansokan.Insatser ?? [], SkyddadeUppgifter = ansokan.SkyddadeUppgifter ?? "ingen" };
    }

    private static Error FelFormat => Error.Invalid("FEL_FORMAT", "Det som skickades går inte att läsa som en ansökan.");
}
