using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgiftsformular;

/// <summary>Reads a form file, or says what is wrong with it.</summary>
public static class Formularlasare
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static (Formulardefinition? Formular, IReadOnlyList<string> Fel) Las(string text)
    {
        Fil? fil;
        try
        {
            fil = JsonSerializer.Deserialize<Fil>(text, Json);
        }
        catch (JsonException e)
        {
            return (null, [$"Formuläret går inte att läsa: {e.Message}"]);
        }
        if (fil is null) return (null, ["Formuläret är tomt."]);
        var fel = new List<string>();
        var sektioner = fil.Sektioner.Select(s => new Sektion(s.Rubrik, [.. s.Rader.Select(f => Falt(f, fel))])).ToList();
        fel.AddRange(sektioner.SelectMany(s => s.Falt).GroupBy(f => f.Namn, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => $"Fältet {g.Key} finns två gånger."));
        return fel.Count > 0 ? (null, fel) : (new Formulardefinition(fil.Nyckel, fil.Rubrik, fil.Ingress, fil.Knapp, sektioner), fel);
    }

    private static Faltdefinition Falt(FaltFil f, List<string> fel)
    {
        if (!Falttyper.TryGetValue(f.Typ, out var typ)) fel.Add($"{f.Namn}: typen {f.Typ} finns inte.");
        if (typ is Falttyp.Val or Falttyp.Flerval && f.Alternativ is not { Count: > 1 }) fel.Add($"{f.Namn}: minst två alternativ behövs.");
        FeelExpression? visasNar = null;
        if (f.VisasNar is not null && !FeelExpression.TryParse(f.VisasNar, out visasNar, out var problem)) fel.Add($"{f.Namn}, visasNar: {problem.Message}");
        return new(f.Namn, f.Etikett, typ, f.Kravs, f.Hjalp, f.Alternativ ?? [], f.Max, visasNar);
    }

    private static readonly Dictionary<string, Falttyp> Falttyper = new(StringComparer.Ordinal)
    {
        ["text"] = Falttyp.Text,
        ["langtext"] = Falttyp.Langtext,
        ["datum"] = Falttyp.Datum,
        ["tal"] = Falttyp.Tal,
        ["ja-nej"] = Falttyp.JaNej,
        ["val"] = Falttyp.Val,
        ["flerval"] = Falttyp.Flerval,
        ["anvandare"] = Falttyp.Anvandare,
        ["information"] = Falttyp.Information,
    };

    private sealed record Fil(string Nyckel, string Rubrik, string Knapp, IReadOnlyList<SektionFil> Sektioner, string? Ingress = null);

    private sealed record SektionFil([property: JsonPropertyName("falt")] IReadOnlyList<FaltFil> Rader, string? Rubrik = null);

    private sealed record FaltFil(
        string Namn, string Etikett, string Typ, bool Kravs = false, string? Hjalp = null, IReadOnlyList<Alternativ>? Alternativ = null, int? Max = null,
        string? VisasNar = null);
}
