using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Kalender;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Application.Ansokningar;

/// <summary>Reads the intake's JSON: one body of the API, one line of an import. Names in camelCase; names it does not know are read past.</summary>
public static partial class Ansokningsinnehall
{
    /// <summary>The largest body, in bytes of UTF-8.</summary>
    public const int MaxBytes = 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        MaxDepth = 16,
        // Den som läser raden före oss kan ha tagit det första av två värden; vi skulle ha tagit det sista.
        AllowDuplicateProperties = false,
        Converters = { new Textlasare(), new Tidlasare() },
    };

    /// <summary>Ids and units are short words, and an amount is one that a column can hold. A word over <see cref="Textlangd.Hogst"/> is a
    /// text that is too long, which <see cref="Ansokningsgranskning"/> answers last.</summary>
    private const int LangstaOrd = 200;

    private const decimal StorstaOmfattning = 1_000_000_000_000m;

    private const int Myndig = 18;

    /// <summary>More than the catalogue has, and few enough for the process.</summary>
    private const int FlestInsatser = 50;

    /// <summary>Nothing that reaches us came in before this; an earlier moment is a fault in the sender's clock.</summary>
    private static readonly DateTimeOffset Forst = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <returns>The ansökan, or <c>FEL_FORMAT</c> when it is no JSON in UTF-8, says a name twice, a value is of the wrong kind, or externId, ankom or sokande is missing or out of bounds.</returns>
    public static Result<InkommenAnsokan> Las(ReadOnlySpan<byte> utf8)
    {
        // Läsaren tittar inte i texter som den går förbi.
        if (!Utf8.IsValid(utf8)) return FelFormat;
        InkommenAnsokan? ansokan;
        try
        {
            ansokan = JsonSerializer.Deserialize<InkommenAnsokan>(utf8, Json);
        }
        catch (Exception fel) when (fel is JsonException or DecoderFallbackException or InvalidOperationException)
        {
            return FelFormat;
        }
        if (ansokan is null || ansokan.Ankom < Forst || !HarNyckelform(ansokan.ExternId, SvenskTid.Dag(ansokan.Ankom)) || ArForLangtOrd(ansokan.ExternId) || ansokan.Sokande is null
            || Skyddskoder.Tolka(ansokan.SkyddadeUppgifter ?? "ingen") is null
            || ansokan.Insatser?.Count > FlestInsatser
            || ansokan.Insatser?.Any(i => i is null || ArForLangtOrd(i.SoktEnhet) || i.SoktOmfattning is < 0 or > StorstaOmfattning) == true) return FelFormat;
        return ansokan with { Insatser = ansokan.Insatser ?? [], SkyddadeUppgifter = ansokan.SkyddadeUppgifter ?? "ingen" };
    }

    /// <summary>A sender's key that may stand in reports and logs, also when the rest of its line could not be read.</summary>
    /// <param name="dag">The day the ansökan came in.</param>
    public static bool ArNyckel(string? text, DateOnly dag) => text?.Length <= LangstaOrd && HarNyckelform(text, dag);

    /// <summary>Visible ASCII only, and no grown person's personnummer anywhere in it (a running number that begins with the day's date is none).</summary>
    private static bool HarNyckelform(string? text, DateOnly dag) => text is { Length: > 0 } && text.All(c => c is > ' ' and <= '~')
        && !SomPersonnummer().Matches(text).Any(m => Personidentitet.Tolka(UtanSkiljetecken(m), dag) is { Failed: false, Value: var person } && person.Fodelsedatum.AddYears(Myndig) <= dag);

    /// <summary>In the short form the sign tells the century.</summary>
    private static string UtanSkiljetecken(Match traff) => traff.Groups["ar"].Success ? string.Concat(traff.Value.Where(char.IsAsciiDigit)) : traff.Value;

    // Den korta formen står för sig: annars träffas nycklar av slumpade siffror och bokstäver (uuid).
    [GeneratedRegex(@"(?<![0-9])(?<ar>[0-9]{4})[-_.]?[0-9]{2}[-_.]?[0-9]{2}[-+_.]?[0-9]{4}(?![0-9])|(?<![0-9A-Za-z])[0-9]{6}[-+][0-9]{4}(?![0-9A-Za-z])", RegexOptions.None, 1000)]
    private static partial Regex SomPersonnummer();

    private static bool ArForLangtOrd(string? text) => text?.Length > LangstaOrd && !Textlangd.ArForLang(text);

    /// <summary>A text may hold anything but NUL, which no person writes and not every database can store.</summary>
    private sealed class Textlasare : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException();
            return text.Contains('\0', StringComparison.Ordinal) ? throw new JsonException() : text;
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    /// <summary>A moment says its own offset: without it the server's time zone would decide the day that the terms are counted from.</summary>
    private sealed class Tidlasare : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String || !reader.TryGetDateTimeOffset(out var tid)) throw new JsonException();
            var text = reader.GetString()!;
            return text.IndexOf('T', StringComparison.Ordinal) is >= 0 and var klocka && text.AsSpan(klocka).ContainsAny('Z', '+', '-') ? tid : throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private static Error FelFormat => Error.Invalid("FEL_FORMAT", "Det som skickades går inte att läsa som en ansökan.");
}
