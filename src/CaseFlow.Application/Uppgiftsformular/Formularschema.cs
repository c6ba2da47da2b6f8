using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Application.Uppgiftsformular;

/// <summary>The shape of a form file as JSON Schema, for whoever writes one in an editor. Made from the same tables that the reader uses; what FEEL
/// and the process say cannot be said in it.</summary>
public static class Formularschema
{
    private const string Kod = "^[a-z0-9]+(-[a-z0-9]+)*$";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The file <c>workflows/formular.schema.json</c>.</summary>
    public static string Text() => Schema().ToJsonString(Json) + "\n";

    private static JsonObject Schema()
    {
        var fil = Objekt(["version", "nyckel", "rubrik", "knapp", "sektioner"],
            ("$schema", Texten(Formulargranser.Hjalp, "Det här schemat, så att redigeraren hjälper till.")),
            ("version", new JsonObject { ["const"] = Formularlasare.Version, ["description"] = "Formulärens form. En fil utan version läses som version 1." }),
            ("nyckel", Texten(Formulargranser.Namn, "Filens namn utan .json, och det som står i cf:form på uppgiften.")),
            ("rubrik", Texten(Formulargranser.Rubrik, "Rubriken på uppgiftens sida.")),
            ("ingress", Texten(Formulargranser.Hjalp, "Vad uppgiften är till för, i någon mening.")),
            ("knapp", Texten(Formulargranser.Knapp, "Det som händer när man sparar, som ett verb.")),
            ("sektioner", Lista("avsnitt", 1, Formulargranser.Sektioner, "Formulärets avsnitt, i ordning.")));
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "Formulär för en uppgift", ["description"] = "Se docs/formular.md. Skriven av: caseflow formular schema.",
        }.Med(fil).Med(new JsonObject { ["$defs"] = new JsonObject { ["avsnitt"] = Avsnitt(), ["falt"] = Falt(), ["alternativ"] = Alternativ(), ["villkor"] = Villkor() } });
    }

    private static JsonObject Avsnitt() => Objekt(["falt"],
        ("rubrik", Texten(Formulargranser.Rubrik, "Avsnittets rubrik.")),
        ("hjalp", Texten(Formulargranser.Hjalp, "En mening om avsnittet.")),
        ("visasNar", Feel("När avsnittet visas. Gäller alla dess fält.")),
        ("visasText", Texten(Formulargranser.Hjalp, "visasNar i ord, för den som inte har skript. Behövs när villkoret inte är en jämförelse av en fråga.")),
        ("falt", Lista("falt", 1, Formulargranser.Falt, "Fälten, i ordning.")));

    private static JsonObject Alternativ() => Objekt(["varde", "text"],
        ("varde", Texten(Formulargranser.Namn, "Koden som sparas.", Kod)), ("text", Texten(Formulargranser.Etikett, "Det som visas.")));

    private static JsonObject Villkor() => Objekt(["galler", "text"],
        ("galler", Feel("Ska vara sant för ett svar som ges.")), ("text", Texten(Formulargranser.Hjalp, "Sägs vid fältet när det inte är sant. {uttryck} byts mot sitt värde.")));

    private static JsonObject Falt()
    {
        (string Namn, JsonNode Schema)[] egenskaper =
        [
            ("namn", Texten(Formulargranser.Namn, "Fältets och processvariabelns namn.", "^[a-z][A-Za-z0-9]*$")),
            ("etikett", Texten(Formulargranser.Etikett, "Frågan, så att den går att svara på utan hjälptexten.")),
            ("typ", new JsonObject { ["enum"] = Namnen(Falttyper.Namnen), ["description"] = "Vad som går att svara." }),
            ("hjalp", Texten(Formulargranser.Hjalp, "Det man behöver veta för att svara, med lagrum.")),
            ("visasNar", Feel("När fältet visas. Ett fält som inte visas krävs inte, sparas inte och är null i andra uttryck.")),
            ("visasText", Texten(Formulargranser.Hjalp, "visasNar i ord, för den som inte har skript.")),
            ("kravs", new JsonObject { ["type"] = "boolean", ["description"] = "Måste besvaras när det visas." }),
            ("kravsNar", Feel("Måste besvaras när det visas och detta är sant.")),
            ("kravsText", Texten(Formulargranser.Hjalp, "kravsNar i ord.")),
            ("forifyll", Feel("Svaret att börja med.")),
            ("villkor", Lista("villkor", 1, Formulargranser.Villkor, "Regler för svaret.")),
            ("alternativ", Lista("alternativ", 2, Formulargranser.Alternativ, "Svaren att välja bland.")),
            ("katalog", new JsonObject { ["enum"] = Namnen(Kataloger.Alla.Select(k => k.Namn)), ["description"] = "Svaren ur en lista som systemet har, i stället för alternativ." }),
            ("maxTecken", Tal("integer", 1, Formulargranser.Langtext, $"Längsta text. Annars {Formulargranser.Text} (text) eller {Formulargranser.Langtext} (langtext).")),
            ("minst", Tal("number", null, null, "Minsta tal.")),
            ("hogst", Tal("number", null, null, "Största tal.")),
            ("decimaler", Tal("integer", 1, 4, $"Flest decimaler. Annars {Formulargranser.Decimaler}.")),
            ("enhet", Texten(Formulargranser.Knapp, "Står efter talet: timmar per vecka.")),
            ("varde", Feel("Det som en upplysning visar.")),
        ];
        var falt = Objekt(["namn", "etikett", "typ"], egenskaper);
        var regler = new JsonArray();
        foreach (var egen in Falttyper.Namnen.SelectMany(n => Falttyper.Finn(n)!.Value.Egenskaper()).Distinct(StringComparer.Ordinal))
        {
            regler.Add(new JsonObject
            {
                ["if"] = Typ(Falttyper.Namnen.Where(n => Falttyper.Finn(n)!.Value.Egenskaper().Contains(egen, StringComparer.Ordinal))),
                ["else"] = new JsonObject { ["properties"] = new JsonObject { [egen] = false } },
            });
        }
        regler.Add(new JsonObject
        {
            ["if"] = Typ(Falttyper.Namnen.Where(n => Falttyper.Finn(n)!.Value.HarAlternativ())),
            ["then"] = new JsonObject { ["oneOf"] = new JsonArray(Kravs("alternativ"), Kravs("katalog")) },
        });
        falt["allOf"] = regler;
        return falt;
    }

    private static JsonObject Typ(IEnumerable<string> typer) => new() { ["properties"] = new JsonObject { ["typ"] = new JsonObject { ["enum"] = Namnen(typer) } }, ["required"] = new JsonArray("typ") };

    private static JsonObject Kravs(string egenskap) => new() { ["required"] = new JsonArray(egenskap) };

    private static JsonArray Namnen(IEnumerable<string> namn) => [.. namn.Select(n => JsonValue.Create(n))];

    private static JsonObject Objekt(string[] kravs, params (string Namn, JsonNode Schema)[] egenskaper) => new()
    {
        ["type"] = "object", ["required"] = Namnen(kravs), ["additionalProperties"] = false,
        ["properties"] = new JsonObject(egenskaper.Select(e => KeyValuePair.Create(e.Namn, (JsonNode?)e.Schema))),
    };

    private static JsonObject Lista(string av, int minst, int hogst, string betyder) => new()
    {
        ["type"] = "array", ["minItems"] = minst, ["maxItems"] = hogst, ["items"] = new JsonObject { ["$ref"] = $"#/$defs/{av}" }, ["description"] = betyder,
    };

    private static JsonObject Feel(string betyder) => Texten(Formulargranser.Uttryck, $"FEEL. {betyder}");

    /// <param name="monster">What it must look like; else only that it is not blank.</param>
    private static JsonObject Texten(int hogst, string betyder, string monster = @"\S") => new() { ["type"] = "string", ["maxLength"] = hogst, ["pattern"] = monster, ["description"] = betyder };

    private static JsonObject Tal(string slag, int? minst, int? hogst, string betyder) => minst is null
        ? new() { ["type"] = slag, ["exclusiveMinimum"] = -Formulargranser.Tal, ["exclusiveMaximum"] = Formulargranser.Tal, ["description"] = betyder }
        : new() { ["type"] = slag, ["minimum"] = minst, ["maximum"] = hogst, ["description"] = betyder };

    private static JsonObject Med(this JsonObject objekt, JsonObject mer)
    {
        foreach (var (namn, varde) in mer.ToList())
        {
            mer.Remove(namn);
            objekt[namn] = varde;
        }
        return objekt;
    }
}
