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
}
