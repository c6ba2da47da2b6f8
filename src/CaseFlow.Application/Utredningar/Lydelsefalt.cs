using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace CaseFlow.Application.Utredningar;

/// <summary>What a wording holds, as it is kept: texts by field name.</summary>
internal static class Lydelsefalt
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string SomJson(IReadOnlyDictionary<string, string?> falt) => JsonSerializer.Serialize(falt, Json);

    public static IReadOnlyDictionary<string, string?> FranJson(string json) =>
        new Dictionary<string, string?>(JsonSerializer.Deserialize<Dictionary<string, string?>>(json) ?? [], StringComparer.Ordinal);

    /// <summary>The fields that are not the same in both, by the names that are shown.</summary>
    /// <param name="text">A kept value as one reads it, by its field; null where it is kept so.</param>
    public static IReadOnlyList<LydelsefaltVy> Skillnad(
        IReadOnlyDictionary<string, string?> fore, IReadOnlyDictionary<string, string?> efter, Func<string, string> etikett, Func<string, string?, string?>? text = null) =>
        [.. efter.Keys.Union(fore.Keys, StringComparer.Ordinal).Select(f => (Falt: f, Fore: fore.GetValueOrDefault(f), Efter: efter.GetValueOrDefault(f)))
            .Where(f => f.Fore != f.Efter).Select(f => new LydelsefaltVy(etikett(f.Falt), text is null ? f.Fore : text(f.Falt, f.Fore), text is null ? f.Efter : text(f.Falt, f.Efter)))];
}
