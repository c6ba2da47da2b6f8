using System.Text.Json;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgiftsformular;

/// <summary>Reads a form file of any version into today's shape, or says everything that is wrong with how it is written. What it means is asked
/// by <see cref="Formulargranskning"/>.</summary>
public static partial class Formularlasare
{
    public const int Version = 2;

    private static readonly JsonDocumentOptions Json = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    public static (Formulardefinition? Formular, IReadOnlyList<string> Fel) Las(string text)
    {
        if (text.Length > Formulargranser.Fil) return (null, [$"Filen är större än {Formulargranser.Fil} tecken."]);
        try
        {
            using var dokument = JsonDocument.Parse(text, Json);
            if (dokument.RootElement.ValueKind != JsonValueKind.Object) return (null, ["Filen ska vara ett objekt inom { }."]);
            if (!dokument.RootElement.TryGetProperty("version", out var version)) return Formularversion1.Las(text);
            if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var nummer) || nummer != Version)
                return (null, [$"version ska vara {Version}. En fil utan version läses som version 1."]);
            return Las(dokument.RootElement);
        }
        catch (JsonException e)
        {
            return (null, [$"Filen går inte att läsa som JSON, rad {(e.LineNumber ?? 0) + 1}: kontrollera kommatecken, citattecken och klamrar, och att inget står två gånger i samma objekt."]);
        }
    }

    private static (Formulardefinition?, IReadOnlyList<string>) Las(JsonElement rot)
    {
        var fel = new List<string>();
        var fil = Jsonobjekt.Av(rot, "", fel)!;
        fil.Text("$schema", Formulargranser.Hjalp);
        fil.Heltal("version", Version, Version);
        var nyckel = fil.Text("nyckel", Formulargranser.Namn, kravs: true);
        var rubrik = fil.Text("rubrik", Formulargranser.Rubrik, kravs: true);
        var ingress = fil.Text("ingress", Formulargranser.Hjalp);
        var knapp = fil.Text("knapp", Formulargranser.Knapp, kravs: true);
        var sektioner = fil.Lista("sektioner", 1, Formulargranser.Sektioner)
            .Select((s, i) => Jsonobjekt.Av(s, $"avsnitt {i + 1}", fel) is { } sektion ? Sektionen(sektion, fel) : null).OfType<Sektion>().ToList();
        fil.Slut();
        return fel.Count > 0 ? (null, fel) : (new Formulardefinition(nyckel!, rubrik!, ingress, knapp!, sektioner), fel);
    }

    private static Sektion Sektionen(Jsonobjekt o, List<string> fel)
    {
        var rubrik = o.Text("rubrik", Formulargranser.Rubrik);
        var (hjalp, visasNar, visasText) = (o.Text("hjalp", Formulargranser.Hjalp), Uttryck(o, "visasNar"), o.Text("visasText", Formulargranser.Hjalp));
        var falt = o.Lista("falt", 1, Formulargranser.Falt)
            .Select((f, i) => Jsonobjekt.Av(f, $"{o.Plats}, fält {i + 1}", fel) is { } ett ? Faltet(ett, fel) : null).OfType<Faltdefinition>().ToList();
        o.Slut();
        return new(rubrik, falt) { Hjalp = hjalp, VisasNar = visasNar, VisasText = visasText };
    }

    private static Faltdefinition? Faltet(Jsonobjekt o, List<string> fel)
    {
        var namn = o.Text("namn", Formulargranser.Namn, kravs: true);
        if (namn is not null) o.Heter($"fältet {Jsonobjekt.Kort(namn)}");
        var (etikett, hjalp) = (o.Text("etikett", Formulargranser.Etikett, kravs: true), o.Text("hjalp", Formulargranser.Hjalp));
        var (visasNar, visasText) = (Uttryck(o, "visasNar"), o.Text("visasText", Formulargranser.Hjalp));
        var slag = o.Text("typ", Formulargranser.Namn, kravs: true);
        var typ = slag is null ? null : Falttyper.Finn(slag);
        if (slag is not null && typ is null) o.Fel($"typen {Jsonobjekt.Kort(slag)} finns inte. Välj bland {string.Join(", ", Falttyper.Namnen)}.");
        if (typ is not { } t) return null;

        var egna = t.Egenskaper().ToHashSet(StringComparer.Ordinal);
        T? Om<T>(string egenskap, Func<T?> las) => egna.Contains(egenskap) ? las() : default;
        var falt = new Faltdefinition(namn ?? "", etikett ?? "", t, Om("kravs", () => o.Ja("kravs")), hjalp, Om("alternativ", () => Alternativen(o, fel)) ?? [],
            Om("maxTecken", () => o.Heltal("maxTecken", 1, Formulargranser.Langtext)), visasNar)
        {
            VisasText = visasText,
            KravsNar = Om("kravsNar", () => Uttryck(o, "kravsNar")),
            KravsText = Om("kravsText", () => o.Text("kravsText", Formulargranser.Hjalp)),
            Villkor = Om("villkor", () => Villkoren(o, fel)) ?? [],
            Forifyll = Om("forifyll", () => Uttryck(o, "forifyll")),
            Varde = Om("varde", () => Uttryck(o, "varde")),
            Katalog = Om("katalog", () => o.Text("katalog", Formulargranser.Namn)),
            Minst = Om<decimal?>("minst", () => o.Tal("minst")),
            Hogst = Om<decimal?>("hogst", () => o.Tal("hogst")),
            Decimaler = Om<int?>("decimaler", () => o.Heltal("decimaler", 1, 4)) ?? Formulargranser.Decimaler,
            Enhet = Om("enhet", () => o.Text("enhet", Formulargranser.Knapp)),
        };
        o.Slut(egenskap => Falttyper.Namnen.Any(n => Falttyper.Finn(n)!.Value.Egenskaper().Contains(egenskap, StringComparer.Ordinal)) ? $"{egenskap} går inte att ange för typen {slag}." : null);
        if (t.HarAlternativ() && falt.Alternativ.Count > 0 == falt.Katalog is not null) o.Fel("ange antingen alternativ eller katalog.");
        return falt with { Alternativ = falt.Alternativ.Count > 0 || !t.HarAlternativ() ? falt.Alternativ : Kataloger.Finn(falt.Katalog)?.Alternativ ?? [] };
    }

    private static List<Alternativ>? Alternativen(Jsonobjekt o, List<string> fel) => !o.Har("alternativ") ? null
        : [.. o.Lista("alternativ", 2, Formulargranser.Alternativ).Select((a, i) => Jsonobjekt.Av(a, $"{o.Plats}, alternativ {i + 1}", fel)).OfType<Jsonobjekt>().Select(a =>
        {
            var alternativ = new Alternativ(a.Text("varde", Formulargranser.Namn, kravs: true) ?? "", a.Text("text", Formulargranser.Etikett, kravs: true) ?? "");
            if (alternativ.Varde.Length > 0 && !Kod().IsMatch(alternativ.Varde)) a.Fel("varde skrivs med små bokstäver a–z, siffror och bindestreck. Det som visas står i text.");
            a.Slut();
            return alternativ;
        })];

    private static List<Formularvillkor>? Villkoren(Jsonobjekt o, List<string> fel) => !o.Har("villkor") ? null
        : [.. o.Lista("villkor", 1, Formulargranser.Villkor).Select((v, i) => Jsonobjekt.Av(v, $"{o.Plats}, villkor {i + 1}", fel)).OfType<Jsonobjekt>().Select(Villkoret).OfType<Formularvillkor>()];

    private static Formularvillkor? Villkoret(Jsonobjekt o)
    {
        var galler = Uttryck(o, "galler", kravs: true);
        var text = o.Text("text", Formulargranser.Hjalp, kravs: true);
        var (mall, mallfel) = text is null ? (null, null) : Textmall.Las(text);
        if (mallfel is not null) o.Fel($"text: {mallfel}");
        o.Slut();
        return galler is null || mall is null ? null : new(galler, mall);
    }

    private static FeelExpression? Uttryck(Jsonobjekt o, string namn, bool kravs = false)
    {
        if (o.Text(namn, Formulargranser.Uttryck, kravs) is not { } text) return null;
        if (FeelExpression.TryParse(text, out var uttryck, out var problem)) return uttryck;
        o.Fel($"{namn}, {Datumtext.MedLitenBokstav(problem.Message)}");
        return null;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Kod();
}
