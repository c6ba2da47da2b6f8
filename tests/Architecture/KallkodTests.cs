using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CaseFlow.Architecture;

/// <summary>Rules that are read from the source: time, names, and what a page may hold.</summary>
public sealed partial class KallkodTests
{
    // Filer som når personerna utan mask, med skälet. En fråga som visar en person går genom PersonVisning.
    private static readonly Dictionary<string, string> Omaskerat = new(StringComparer.Ordinal)
    {
        ["src/CaseFlow.Application/CaseFlowDb.cs"] = "tabellen",
        ["src/CaseFlow.Application/Personer/PersonVisning.cs"] = "masken",
        ["src/CaseFlow.Application/Personer/Personregister.cs"] = "känner igen och lägger upp",
        ["src/CaseFlow.Application/Personer/Sparregister.cs"] = "känner igen den som någon spärras från",
        ["src/CaseFlow.Application/Personer/SokPersoner.cs"] = "söker; det som visas går genom masken",
        ["src/CaseFlow.Application/Personer/AndraKontakt.cs"] = "ändrar",
        ["src/CaseFlow.Application/Personer/AndraSkydd.cs"] = "ändrar",
        ["src/CaseFlow.Application/Arenden/RegistreraDodsfall.cs"] = "ändrar",
        ["src/CaseFlow.Application/Arenden/HavDodsfall.cs"] = "ändrar",
        ["src/CaseFlow.Application/Beslutsfattande/FattaBeslut.cs"] = "gör den andras kopia gammal när två beslutar samtidigt",
        ["src/CaseFlow.Application/Ansokningar/FordelaArende.cs"] = "språk och område till fördelningens regel",
        ["src/CaseFlow.Application/Utredningar/AvslutaUtredning.cs"] = "kön till indikatorn",
        ["src/CaseFlow.Application/Processer/Processmotor.cs"] = "om personen har avlidit",
        ["src/CaseFlow.Web/Start/Demo.cs"] = "om databasen är tom",
        ["seed/CaseFlow.Seed/Demofabrik.cs"] = "antal",
        ["seed/CaseFlow.Seed/Demovard.cs"] = "om databasen är tom",
    };

    [Fact]
    public void Klockan_lases_bara_genom_TimeProvider() => Brott.Inga("Kod som läser klockan eller slumpar nycklar själv:", Repo.Kallkod("src/", "seed/", "tests/")
        .SelectMany(f => Traffar(f, CSharpText.Kod(Repo.Las(f)), Klocka())));

    [Fact]
    public void Motorn_och_domanen_kanner_ingen_klocka_alls() => Brott.Inga("TimeProvider i rena rum:",
        Repo.Kallkod("src/CaseFlow.Engine/", "src/CaseFlow.Domain/").SelectMany(f => Traffar(f, CSharpText.Kod(Repo.Las(f)), Klockkalla())));

    [Fact]
    public void Forbjudna_symboler_galler_alla_projekt()
    {
        var props = Repo.Las("Directory.Build.props");
        Assert.Contains("<PackageReference Include=\"Microsoft.CodeAnalysis.BannedApiAnalyzers\" PrivateAssets=\"all\" />", props, StringComparison.Ordinal);
        Assert.Contains("<AdditionalFiles Include=\"$(MSBuildThisFileDirectory).config/BannedSymbols.txt\" />", props, StringComparison.Ordinal);
        Assert.Contains("dotnet_diagnostic.RS0030.severity = error", Repo.Las(".editorconfig"), StringComparison.Ordinal);
        Assert.All(["P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTimeOffset.Now", "P:System.DateTimeOffset.UtcNow", "M:System.Guid.NewGuid"],
            s => Assert.Contains(s + ";", Repo.Las(".config/BannedSymbols.txt"), StringComparison.Ordinal));
        Brott.Inga("Projekt som stänger av förbjudna symboler:", Repo.Filer
            .Where(f => f.EndsWith(".csproj", StringComparison.Ordinal) || f.EndsWith(".props", StringComparison.Ordinal) || f.EndsWith(".targets", StringComparison.Ordinal))
            .Where(f => AvstangdRegel().IsMatch(Repo.Las(f))));
        Brott.Inga("Kod som stänger av förbjudna symboler:", Repo.Kallkod("src/", "seed/").Where(f => Repo.Las(f).Contains("RS0030", StringComparison.Ordinal)));
    }

    [Fact]
    public void Steg_jamfors_inte_i_ordning_i_en_fraga() => Brott.Inga(
        "Steget lagras som text: databasen jämför bokstäver. Räkna upp stegen i stället:",
        Repo.Kallkod("src/CaseFlow.Application/").SelectMany(f => Traffar(f, CSharpText.Kod(Repo.Las(f)), StegIFraga())));

    [Theory]
    [InlineData("db.Arenden.Where(a => a.PersonId == person && a.Steg <= Steg.Beslut)", true)]
    [InlineData("db.Arenden.Where(a => a.Steg > Steg.Beslut)", true)]
    [InlineData("public bool KanDelges => Arende.Steg > Steg.Underrattelse;", false)]
    [InlineData("db.Arenden.Where(a => a.Steg != Steg.Avslutat)", false)]
    public void Regeln_ser_ett_steg_som_jamfors_i_en_fraga(string kod, bool traff) => Assert.Equal(traff, StegIFraga().IsMatch(kod));

    [Fact]
    public void Identifierare_ar_ascii() => Brott.Inga("Identifierare med andra tecken än ASCII:", Repo.Kallkod("src/", "seed/", "tests/")
        .SelectMany(f => Traffar(f, CSharpText.Kod(Repo.Las(f)), EjAscii())));

    [Fact]
    public void Sokvagar_ar_ascii_utan_blanksteg() =>
        Brott.Inga("Sökvägar med andra tecken än ASCII, eller med blanksteg:", Repo.Filer.Where(f => !Ascii.IsValid(f) || f.Contains(' ', StringComparison.Ordinal)));

    [Fact]
    public void Nycklar_i_json_ar_ascii() => Brott.Inga("JSON-nycklar med andra tecken än ASCII:", Repo.Filer
        .Where(f => f.EndsWith(".json", StringComparison.Ordinal) && f.StartsWith("workflows/", StringComparison.Ordinal))
        .SelectMany(f => Nycklar(JsonDocument.Parse(Repo.Las(f)).RootElement).Where(n => !Ascii.IsValid(n)).Select(n => $"{f}: {n}")));

    [Fact]
    public void Id_i_processer_och_tabeller_ar_ascii() => Brott.Inga("id i BPMN eller DMN med andra tecken än ASCII:", Repo.Filer
        .Where(f => f.EndsWith(".bpmn", StringComparison.Ordinal) || f.EndsWith(".dmn", StringComparison.Ordinal))
        .SelectMany(f => XmlId().Matches(Repo.Las(f)).Select(m => m.Groups[1].Value).Where(id => !Ascii.IsValid(id)).Select(id => $"{f}: {id}")));

    [Fact]
    public void Sidor_renderas_statiskt() => Brott.Inga("Strömning, renderingslägen eller klienthändelser i Blazor (docs/adr/0003):",
        Repo.Razor().Concat(Repo.Kallkod("src/CaseFlow.Web/")).SelectMany(f => Traffar(f, f.EndsWith(".cs", StringComparison.Ordinal) ? CSharpText.Kod(Repo.Las(f)) : Repo.Las(f), Interaktivt())));

    [Fact]
    public void Sidor_har_ingen_stil_och_inget_skript_i_sig() => Brott.Inga("style=, on...= eller skript med innehåll (bryter mot sidans CSP):",
        Repo.Razor().SelectMany(f => Traffar(f, Repo.Las(f), Inbaddat())));

    [Fact]
    public void Sidor_ror_inte_databasen() => Brott.Inga("Sidor eller API som använder databasen eller CaseFlow.Data: skicka ett användningsfall i stället:", Repo.Filer
        .Where(f => f.StartsWith("src/CaseFlow.Web/Pages/", StringComparison.Ordinal) || f.StartsWith("src/CaseFlow.Web/Api/", StringComparison.Ordinal))
        .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
        .SelectMany(f => Traffar(f, f.EndsWith(".cs", StringComparison.Ordinal) ? CSharpText.Kod(Repo.Las(f)) : Repo.Las(f), Databas())));

    [Fact]
    public void Personer_lases_utan_mask_bara_dar_det_ar_sagt()
    {
        var traffar = Repo.Kallkod("src/", "seed/").Select(f => (Fil: f, Rader: Traffar(f, CSharpText.Kod(Repo.Las(f)), Personerna()).ToList())).Where(f => f.Rader.Count > 0).ToList();
        Brott.Inga("Kod som läser personer utan PersonVisning.SomVisas. Behövs det: skriv filen och skälet i KallkodTests.Omaskerat:",
            traffar.Where(f => !Omaskerat.ContainsKey(f.Fil)).SelectMany(f => f.Rader));
        Brott.Inga("Undantag som inte behövs längre:", Omaskerat.Keys.Except(traffar.Select(f => f.Fil), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("from p in db.Personer select p.Fornamn")]
    [InlineData("db\n    .Personer.ToListAsync()")]
    [InlineData("_db.Set<Person>().Find(1)")]
    [InlineData("GetRequiredService<CaseFlowDb>().Personer.CountAsync()")]
    public void Regeln_ser_den_som_laser_personer(string kod) => Assert.Matches(Personerna(), kod);

    [Theory]
    [InlineData("using CaseFlow.Domain.Personer;")]
    [InlineData("db.SomVisas(anrop).ToListAsync()")]
    [InlineData("svar.Personer[id]")]
    public void Regeln_slapper_masken(string kod) => Assert.DoesNotMatch(Personerna(), kod);

    [Theory]
    [InlineData("<p style=\"color:red\">")]
    [InlineData("<p class=\"x\" style='a'>")]
    [InlineData("<p style=@stil>")]
    [InlineData("<button onclick=\"x()\">")]
    [InlineData("<form\n onsubmit='x'>")]
    [InlineData("<script>x()</script>")]
    [InlineData("<script type=\"module\">\nx()\n</script>")]
    [InlineData("<style>p{}</style>")]
    [InlineData("<a href=\"javascript:x()\">")]
    public void Regeln_ser_det_inbaddade(string razor) => Assert.Matches(Inbaddat(), razor);

    [Theory]
    [InlineData("<p data-style=\"x\">")]
    [InlineData("<script src=\"/dist/app.js\" type=\"module\"></script>")]
    [InlineData("<link rel=\"stylesheet\" href=\"/dist/stil.css\">")]
    [InlineData("<p>Skriv onsdag = vecka 3</p>")]
    public void Regeln_slapper_det_rena(string razor) => Assert.DoesNotMatch(Inbaddat(), razor);

    [Theory]
    [InlineData("@attribute [StreamRendering]")]
    [InlineData("@rendermode InteractiveServer")]
    [InlineData("<button @onclick=\"Spara\">")]
    public void Regeln_ser_det_interaktiva(string razor) => Assert.Matches(Interaktivt(), razor);

    [Fact]
    public void Regeln_slapper_ett_postat_formular() => Assert.DoesNotMatch(Interaktivt(), "<form method=\"post\" @onsubmit=\"Spara\" @formname=\"x\">");

    [Theory]
    [InlineData("var nu = DateTime.Now;")]
    [InlineData("DateTimeOffset . UtcNow")]
    [InlineData("DateTime.Today")]
    [InlineData("Guid.NewGuid()")]
    public void Regeln_ser_klockan(string kod) => Assert.Matches(Klocka(), kod);

    private static IEnumerable<string> Traffar(string fil, string text, Regex regel) =>
        regel.Matches(text).Select(m => $"{fil}:{text.AsSpan(0, m.Index).Count('\n') + 1}: {m.Value.Trim()}");

    private static IEnumerable<string> Nycklar(JsonElement e) => e.ValueKind switch
    {
        JsonValueKind.Object => e.EnumerateObject().SelectMany(p => Nycklar(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => e.EnumerateArray().SelectMany(Nycklar),
        _ => [],
    };

    [GeneratedRegex(@"\b(\p{Ll}\w*) => [^;]*\b\1\.Steg (<|>)=? ")]
    private static partial Regex StegIFraga();

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\s*\.\s*(Now|UtcNow|Today)\b|\bGuid\s*\.\s*NewGuid\b")]
    private static partial Regex Klocka();

    [GeneratedRegex(@"\bTimeProvider\b|\bStopwatch\b|\bEnvironment\s*\.\s*TickCount")]
    private static partial Regex Klockkalla();

    [GeneratedRegex(@"(\b_?db|\))\s*\.\s*Personer\b|\bSet\s*<\s*Person\s*>")]
    private static partial Regex Personerna();

    [GeneratedRegex(@"<NoWarn>[^<]*RS0030|<AdditionalFiles\s+Remove=|RS0030\s*</WarningsNotAsErrors>")]
    private static partial Regex AvstangdRegel();

    [GeneratedRegex(@"[\w]*[^\x00-\x7F][\w]*")]
    private static partial Regex EjAscii();

    [GeneratedRegex(@"\bid=""([^""]*)""")]
    private static partial Regex XmlId();

    // @onsubmit med @formname är hur ett postat formulär når sin metod, också utan interaktivitet.
    [GeneratedRegex(@"StreamRendering|@rendermode|\bRenderMode\b|\bInteractive(Server|WebAssembly|Auto)|AddInteractive|@on(?!submit\b)[a-z]+\s*=|@bind\b")]
    private static partial Regex Interaktivt();

    [GeneratedRegex(@"\sstyle\s*=\s*[""'@]|\son[a-z]+\s*=\s*[""'@]|<script\b[^>]*>\s*[^\s<]|<style\b|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Inbaddat();

    [GeneratedRegex(@"\bCaseFlowDb\b|\bDbContext\b|\bCaseFlow\.Data\b(?!\.Identitet)")]
    private static partial Regex Databas();
}
