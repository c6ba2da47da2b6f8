using System.Text.Json;

namespace CaseFlow.Application.Uppgiftsformular;

/// <summary>One object of a configuration file. Everything wrong with it is noted with its place, in words, and reading goes on.</summary>
internal sealed class Jsonobjekt
{
    private readonly JsonElement _element;
    private readonly List<string> _fel;
    private readonly HashSet<string> _kanda = new(StringComparer.Ordinal);

    private Jsonobjekt(JsonElement element, string plats, List<string> fel) => (_element, Plats, _fel) = (element, plats, fel);

    /// <summary>"avsnitt 1, fältet komplett"; empty for the file itself.</summary>
    public string Plats { get; private set; }

    /// <returns>Null, with the fault noted, when it is not an object.</returns>
    public static Jsonobjekt? Av(JsonElement element, string plats, List<string> fel)
    {
        if (element.ValueKind == JsonValueKind.Object) return new(element, plats, fel);
        fel.Add(Med(plats, "här ska stå ett objekt inom { }."));
        return null;
    }

    public void Heter(string plats) => Plats = plats;

    public void Fel(string text) => _fel.Add(Med(Plats, text));

    public bool Har(string namn) => _element.TryGetProperty(namn, out _);

    /// <param name="hogst">Characters.</param>
    public string? Text(string namn, int hogst, bool kravs = false)
    {
        if (Varde(namn, kravs) is not { } varde) return null;
        if (varde.ValueKind != JsonValueKind.String) return Nej<string>($"{namn} ska vara en text inom citattecken.");
        var text = varde.GetString()!;
        if (string.IsNullOrWhiteSpace(text)) return Nej<string>($"{namn} är tom. Skriv en text, eller ta bort egenskapen.");
        if (text.Length > hogst && text.EnumerateRunes().Count() is var tecken && tecken > hogst) return Nej<string>($"{namn} är {tecken} tecken. Högst {hogst} får plats.");
        return text;
    }

    public bool Ja(string namn)
    {
        if (Varde(namn, kravs: false) is not { } varde) return false;
        if (varde.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) Fel($"{namn} ska vara true eller false, utan citattecken.");
        return varde.ValueKind == JsonValueKind.True;
    }

    public decimal? Tal(string namn)
    {
        if (Varde(namn, kravs: false) is not { } varde) return null;
        if (varde.ValueKind == JsonValueKind.Number && varde.TryGetDecimal(out var tal) && Math.Abs(tal) < Formulargranser.Tal) return tal;
        Fel($"{namn} ska vara ett tal, utan citattecken.");
        return null;
    }

    public int? Heltal(string namn, int minst, int hogst)
    {
        if (Varde(namn, kravs: false) is not { } varde) return null;
        if (varde.ValueKind == JsonValueKind.Number && varde.TryGetInt32(out var tal) && tal >= minst && tal <= hogst) return tal;
        Fel($"{namn} ska vara ett heltal från {minst} till {hogst}.");
        return null;
    }

    /// <param name="minst">Fewer is a fault; 0 makes the property optional.</param>
    public IReadOnlyList<JsonElement> Lista(string namn, int minst, int mest)
    {
        if (Varde(namn, kravs: minst > 0) is not { } varde) return [];
        if (varde.ValueKind != JsonValueKind.Array)
        {
            Fel($"{namn} ska vara en lista inom [ ].");
            return [];
        }
        var antal = varde.GetArrayLength();
        if (antal < Math.Max(1, minst)) Fel($"{namn} har {antal} delar. Minst {Math.Max(1, minst)} behövs.");
        if (antal > mest) Fel($"{namn} har {antal} delar. Högst {mest} får plats.");
        return [.. varde.EnumerateArray().Take(mest)];
    }

    /// <summary>Notes every property that has not been asked for.</summary>
    /// <param name="andra">Properties that exist elsewhere, with why they may not stand here.</param>
    public void Slut(Func<string, string?>? andra = null)
    {
        foreach (var namn in _element.EnumerateObject().Select(p => p.Name).Where(n => !_kanda.Contains(n)))
            Fel(andra?.Invoke(namn) ?? $"egenskapen {Kort(namn)} finns inte. Välj bland {string.Join(", ", _kanda.Where(k => k[0] != '$').Order(StringComparer.Ordinal))}.");
    }

    /// <summary>A text of the file inside a sentence.</summary>
    public static string Kort(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private static string Med(string plats, string text) => plats.Length == 0 ? Datumtext.MedStorBokstav(text) : $"{plats}: {text}";

    private JsonElement? Varde(string namn, bool kravs)
    {
        _kanda.Add(namn);
        if (_element.TryGetProperty(namn, out var varde)) return varde;
        if (kravs) Fel($"{namn} saknas.");
        return null;
    }

    private T? Nej<T>(string text)
        where T : class
    {
        Fel(text);
        return null;
    }
}
