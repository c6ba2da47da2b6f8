using System.Text.Json;
using CaseFlow.Application.Audit;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Application.Arenden;

/// <summary>The events of who reached an ärende and who was let in, as sentences for the chef. The rest of the timeline is <see cref="Handelsetexter"/>.</summary>
internal static class Atkomsttexter
{
    private static readonly Dictionary<string, Func<JsonElement, Func<string, string>, string>> Texter = new(StringComparer.Ordinal)
    {
        [nameof(ArendeOppnatMedSkal)] = (_, _) => "Öppnade ärendet med skäl",
        [nameof(ArendeNodoppnat)] = (_, _) => "Nödöppnade ärendet",
        [nameof(NodoppningAvslutad)] = (_, vem) => $"Nödöppningen av {vem("anvandare")} avslutades",
        [nameof(NodoppningGranskad)] = (_, vem) => $"Granskade nödöppningen av {vem("anvandare")}",
        [nameof(SkyddadeUppgifterVisade)] = (_, _) => "Visade de skyddade uppgifterna",
        [nameof(NamngivenAtkomstGiven)] = (_, vem) => $"{vem("anvandare")} namngavs",
        [nameof(NamngivenAtkomstTagen)] = (_, vem) => $"{vem("anvandare")} är inte längre namngiven",
        [nameof(SkyddAndrat)] = (_, _) => "Skyddet ändrades",
        [nameof(JavAnmalt)] = (_, vem) => $"Jäv anmäldes för {vem("anvandare")}",
        [nameof(JavProvat)] = (d, vem) => $"Jäv för {vem("anvandare")} prövades: {(Egenskap(d, "javig") is { ValueKind: JsonValueKind.True } ? "jävig" : "inte jävig")}",
        [nameof(ArendeFranTaget)] = (_, vem) => $"Ärendet togs från {vem("tidigare")}",
    };

    private static readonly string[] Personfalt = ["anvandare", "tidigare"];

    public static IReadOnlyCollection<string> Typer { get; } = [.. Texter.Keys];

    /// <summary>The people an event is about.</summary>
    public static IEnumerable<AnvandareId> Personer(AuditHandelse handelse)
    {
        using var data = JsonDocument.Parse(handelse.Data);
        return [.. Personfalt.Select(f => Id(data.RootElement, f)).OfType<AnvandareId>()];
    }

    /// <summary>The event is one that a reason was asked for.</summary>
    public static bool HarSkal(AuditHandelse handelse) => handelse.Typ is not (nameof(ArendeFranTaget) or nameof(NodoppningAvslutad));

    public static string Text(AuditHandelse handelse, IReadOnlyDictionary<AnvandareId, string> namn)
    {
        using var data = JsonDocument.Parse(handelse.Data);
        var d = data.RootElement;
        return Texter[handelse.Typ](d, falt => Id(d, falt) is { } id ? namn.GetValueOrDefault(id, "någon") : "någon");
    }

    private static AnvandareId? Id(JsonElement d, string namn) => Egenskap(d, namn) is { ValueKind: JsonValueKind.Number } v ? new AnvandareId(v.GetInt64()) : null;

    private static JsonElement? Egenskap(JsonElement d, string namn)
    {
        foreach (var p in d.EnumerateObject())
        {
            if (p.Name.Equals(namn, StringComparison.OrdinalIgnoreCase)) return p.Value;
        }
        return null;
    }
}
