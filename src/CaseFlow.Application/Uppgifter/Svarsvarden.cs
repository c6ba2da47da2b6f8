using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgifter;

/// <summary>Reads a form's checked values, and writes them as the ärende keeps them.</summary>
public static class Svarsvarden
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static IReadOnlyDictionary<string, string[]> Inga { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal);

    public static string? Text(this FeelContext svar, string falt) => svar[falt] is FeelString { Value: var text } ? text : null;

    public static DateOnly? Dag(this FeelContext svar, string falt) =>
        DateOnly.TryParseExact(svar.Text(falt), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) ? dag : null;

    public static bool Ja(this FeelContext svar, string falt) => svar.Text(falt) == "ja";

    /// <summary>The values that may become process variables: choices, dates, numbers and yes or no. What people write in words stays with
    /// the ärende (data-minimering: the process needs it for nothing).</summary>
    public static FeelContext Korta(this FeelContext svar, Formulardefinition formular) => formular.Falt
        .Where(f => f.Typ.BlirVariabel() && svar.Contains(f.Namn))
        .Aggregate(FeelContext.Empty, (korta, f) => korta.With(f.Namn, svar[f.Namn]));

    /// <summary>One JSON object: the texts by field name, as a form shows them.</summary>
    public static string SomJson(this FeelContext svar) =>
        JsonSerializer.Serialize(svar.Keys.ToDictionary(namn => namn, namn => Texter(svar[namn]), StringComparer.Ordinal), Json);

    /// <summary>What <see cref="SomJson"/> wrote.</summary>
    public static IReadOnlyDictionary<string, string[]> FranJson(string json) => JsonSerializer.Deserialize<Dictionary<string, string[]>>(json) ?? [];

    internal static string Iso(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The refusal of one field's value.</summary>
    internal static Error Fel(string falt, string text) => Error.Invalid(new FieldError(falt, text));

    /// <summary>The refusal of an answer that the form did not ask for as it should.</summary>
    internal static Error Saknas(string falt) => Fel(falt, "Svaret saknas. Läs in sidan igen och svara på frågorna där.");

    private static string[] Texter(FeelValue varde) => varde switch
    {
        FeelString s => [s.Value],
        FeelNumber n => [n.Value.ToString(CultureInfo.InvariantCulture)],
        FeelList l => [.. l.Items.SelectMany(Texter)],
        _ => [],
    };
}
