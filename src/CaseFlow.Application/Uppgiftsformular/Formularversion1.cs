using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgiftsformular;

/// <summary>Reads the first shape of a form. It stands in the database behind every ärende that began before the second, so it is read for as long
/// as they last.</summary>
internal static class Formularversion1
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
            return (null, [$"Formuläret går inte att läsa, rad {(e.LineNumber ?? 0) + 1}{(e.Path is { } vag ? $", {vag}" : "")}. Ett nytt formulär börjar med \"version\": {Formularlasare.Version}."]);
        }
        if (fil is null) return (null, ["Formuläret är tomt."]);
        var fel = new List<string>();
        var sektioner = fil.Sektioner.Select(s => new Sektion(s.Rubrik, [.. s.Rader.Select(f => Falt(f, fel))])).ToList();
        fel.AddRange(sektioner.SelectMany(s => s.Falt).GroupBy(f => f.Namn, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => $"Fältet {g.Key} finns två gånger."));
        return fel.Count > 0 ? (null, fel) : (Version1Villkor.Lagg(new(fil.Nyckel, fil.Rubrik, fil.Ingress, fil.Knapp, sektioner)), fel);
    }

    private static Faltdefinition Falt(FaltFil f, List<string> fel)
    {
        var typ = Falttyp.Text;
        if (Typer.TryGetValue(f.Typ, out var kand)) typ = kand;
        else fel.Add($"{f.Namn}: typen {f.Typ} finns inte.");
        if (typ is Falttyp.Val or Falttyp.Flerval && f.Alternativ is not { Count: > 1 }) fel.Add($"{f.Namn}: minst två alternativ behövs.");
        FeelExpression? visasNar = null;
        if (f.VisasNar is not null && !FeelExpression.TryParse(f.VisasNar, out visasNar, out var problem)) fel.Add($"{f.Namn}, visasNar: {problem.Message}");
        // Ett tal hade varken gräns eller antal decimaler, och en kort text fick vara lika lång som en lång.
        return new(f.Namn, f.Etikett, typ, f.Kravs, f.Hjalp, f.Alternativ ?? [], f.Max ?? Formulargranser.Langtext, visasNar) { Decimaler = 20 };
    }

    private static readonly Dictionary<string, Falttyp> Typer = new(StringComparer.Ordinal)
    {
        ["text"] = Falttyp.Text,
        ["langtext"] = Falttyp.Langtext,
        ["datum"] = Falttyp.Datum,
        ["tal"] = Falttyp.Tal,
        ["ja-nej"] = Falttyp.JaNej,
        ["val"] = Falttyp.Val,
        ["flerval"] = Falttyp.Flerval,
        ["anvandare"] = Falttyp.Anvandare,
        ["information"] = Falttyp.Upplysning,
    };

    private sealed record Fil(string Nyckel, string Rubrik, string Knapp, IReadOnlyList<SektionFil> Sektioner, string? Ingress = null);

    private sealed record SektionFil([property: JsonPropertyName("falt")] IReadOnlyList<FaltFil> Rader, string? Rubrik = null);

    private sealed record FaltFil(
        string Namn, string Etikett, string Typ, bool Kravs = false, string? Hjalp = null, IReadOnlyList<Alternativ>? Alternativ = null, int? Max = null,
        string? VisasNar = null);
}
