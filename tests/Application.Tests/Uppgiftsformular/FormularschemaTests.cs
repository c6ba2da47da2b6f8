using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Uppgiftsformular;
using FsCheck;
using FsCheck.Fluent;
using static CaseFlow.Application.Tests.Uppgiftsformular.Formulartext;

namespace CaseFlow.Application.Tests.Uppgiftsformular;

/// <summary>The schema that an editor reads says what the reader says.</summary>
public sealed class FormularschemaTests
{
    // Ett fält av varje typ med allt det kan ha: därifrån ändras det en sak i taget.
    private static readonly string Fullt = MedSektion("\"rubrik\": \"R\", \"hjalp\": \"H\", \"visasNar\": \"fa = 1\", \"visasText\": \"V\",",
        [.. Falttyper.Namnen.Index().Select(t => Fraga($"f{(char)('a' + t.Index)}", t.Item, Egna(t.Item)))]);

    private static string Egna(string typ) => string.Join(", ", new[] { "\"hjalp\": \"H\"", "\"visasNar\": \"fa = 1\"", "\"visasText\": \"V\"" }.Concat(Falttyper.Finn(typ)!.Value.Egenskaper().Select(e => e switch
    {
        "kravs" => "\"kravs\": true",
        "villkor" => "\"villkor\": [{ \"galler\": \"fa = 1\", \"text\": \"T\" }]",
        "alternativ" => "\"alternativ\": [{ \"varde\": \"1\", \"text\": \"A\" }, { \"varde\": \"b-2\", \"text\": \"B\" }]",
        "katalog" => typ == "text" ? "\"katalog\": \"utforare\"" : "",
        "maxTecken" => "\"maxTecken\": 20",
        "minst" => "\"minst\": -3",
        "hogst" => "\"hogst\": 9.5",
        "decimaler" => "\"decimaler\": 3",
        "enhet" or "kravsText" => $"\"{e}\": \"timmar\"",
        _ => $"\"{e}\": \"fa = 1\"",
    })).Where(e => e.Length > 0));

    private static Schemaprov Prov => new(JsonDocument.Parse(Formularschema.Text()).RootElement);

    [Fact]
    public void Filen_i_workflows_ar_den_som_programmet_skriver() =>
        Assert.Equal(Formularschema.Text(), File.ReadAllText(Path.Combine(Processmapp.Sok().Mapp, "formular.schema.json")).ReplaceLineEndings("\n"));

    [Fact]
    public void Alla_levererade_formular_foljer_schemat_och_pekar_pa_det()
    {
        var filer = Directory.GetFiles(Processmapp.Sok().Mapp, "*.json", SearchOption.AllDirectories).Where(f => Path.GetFileName(Path.GetDirectoryName(f)) == "forms").ToList();

        Assert.Equal(22, filer.Count);
        Assert.All(filer, fil =>
        {
            var json = JsonDocument.Parse(File.ReadAllText(fil)).RootElement;
            Assert.True(Prov.Godtar(json), fil);
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(fil)!, json.GetProperty("$schema").GetString()!)), fil);
        });
    }

    [Fact]
    public void Dokumentationen_namner_varje_typ_katalog_fakta_och_falt_som_en_uppgift_laser()
    {
        var text = File.ReadAllText(Path.Combine(Processmapp.Sok().Mapp, "..", "docs", "formular.md"));
        var namn = Falttyper.Namnen.Concat(Kataloger.Alla.Select(k => k.Namn)).Concat(Faktakatalog.Namnen.Select(f => f.Namn))
            .Concat(Falttyper.Namnen.SelectMany(n => Falttyper.Finn(n)!.Value.Egenskaper())).Where(n => !text.Contains($"`{n}`", StringComparison.Ordinal));
        var handlingar = typeof(IUppgiftshandling).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsNested: false } && t.IsAssignableTo(typeof(IUppgiftshandling)));

        Assert.Empty(namn);
        Assert.All(handlingar, h =>
        {
            var rad = text.Split('\n').Single(r => r.StartsWith($"| `{h.Name}` |", StringComparison.Ordinal));
            Assert.All(Handlingsfalt.Laser(h.Name), l => Assert.Contains($"`{l.Falt}` ({l.Typ.Namn()}", rad, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Schemat_och_lasaren_godtar_detsamma()
    {
        Assert.Empty(Formularlasare.Las(Fullt).Fel);
        var nytt = Gen.Elements("1", "-1", "0", "2.5", "99999999999", "true", "\"\"", "\" \"", "\"text\"", "\"a b\"", "\"Å\"", "[]", "[1]", "{}", "null", "\"val\"", "\"datum\"", "\"ja-nej\"",
            "[{ \"varde\": \"a\", \"text\": \"A\" }, { \"varde\": \"b\", \"text\": \"B\" }]", $"\"{new string('x', 41)}\"", $"\"{new string('x', 201)}\"", $"\"{new string('x', 1001)}\"");
        var egenskap = Gen.Elements("namn", "etikett", "typ", "hjalp", "kravs", "maxTecken", "minst", "hogst", "decimaler", "enhet", "alternativ", "varde", "text", "okand", "rubrik", "knapp", "version", "falt", "sektioner", "visasText");
        var (lika, godtagna) = (0, 0);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(4000), Prop.ForAll(Gen.Choose(0, 10_000).Zip(egenskap).Zip(nytt.Zip(Gen.Choose(0, 3))).ToArbitrary(), fall =>
        {
            var ((plats, namn), (varde, gor)) = fall;
            var dokument = JsonNode.Parse(Fullt)!;
            var objekt = Objekt(dokument).ToList();
            var mal = objekt[plats % objekt.Count];
            if (gor == 0) mal.Remove(namn);
            else mal[namn] = JsonNode.Parse(varde);
            var text = dokument.ToJsonString();

            var (formular, fel) = Formularlasare.Las(text);
            // Att en fil utan version är version 1 vet bara läsaren.
            if (!dokument.AsObject().ContainsKey("version")) return;
            // Namnets form prövas när formuläret granskas: det som ligger i databasen har de namn det har.
            var godtas = formular is not null && !Formulargranskning.Fel(formular, null).Any(f => f.Contains("namn börjar med", StringComparison.Ordinal));
            Assert.True(godtas == Prov.Godtar(JsonDocument.Parse(text).RootElement), $"{string.Join(' ', fel)} {text}");
            lika++;
            if (godtas) godtagna++;
        }));

        Assert.True(lika > 2000 && godtagna > 200, $"{lika} provade, {godtagna} godtagna");
    }

    private static IEnumerable<JsonObject> Objekt(JsonNode nod) => nod switch
    {
        JsonObject o => o.Select(p => p.Value).OfType<JsonNode>().SelectMany(Objekt).Prepend(o),
        JsonArray a => a.OfType<JsonNode>().SelectMany(Objekt),
        _ => [],
    };
}
