using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using CaseFlow.Domain;

namespace CaseFlow.Application.Arenden;

/// <summary>What a draft holds, as it is kept: texts by field name.</summary>
internal static partial class Utkastfalt
{
    /// <summary>No form of ours has as many.</summary>
    private const int FlestFalt = 300;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static Error Ogiltiga { get; } = Error.Invalid("UTKAST_OGILTIGT", "Utkastet går inte att läsa. Läs in sidan igen.");

    /// <returns>Null for what no form of ours sends.</returns>
    public static string? SomJson(IReadOnlyDictionary<string, string[]> falt) =>
        falt.Sum(f => f.Value.Length) <= FlestFalt && falt.Keys.All(n => Namn().IsMatch(n)) ? JsonSerializer.Serialize(falt, Json) : null;

    public static IReadOnlyDictionary<string, string[]> FranJson(string json) =>
        new Dictionary<string, string[]>(JsonSerializer.Deserialize<Dictionary<string, string[]>>(json) ?? [], StringComparer.Ordinal);

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]{0,99}\z", RegexOptions.None, 200)]
    private static partial Regex Namn();
}
