using System.CommandLine;
using CaseFlow.Testing;
using Microsoft.Extensions.Configuration;

namespace CaseFlow.Cli.Tests;

/// <summary>A protected person, and everything the command line says and writes, searched for her.</summary>
public sealed class KanarieTests
{
    private static readonly string Processer = Path.Combine(Provmapp.Rot, "workflows");

    /// <summary>Each command with what it is asked for. A command that is not here fails.</summary>
    private static readonly Dictionary<string, string[]> Kommandon = new(StringComparer.Ordinal)
    {
        ["migrate"] = [],
        ["seed"] = ["--scenario", "demo-liten"],
        ["import ansokningar"] = ["{in}", "--rapport", "{rapport}"],
        ["user add"] = ["--anvandarnamn", "x", "--namn", "Någon Annan", "--titel", "T", "--roll", "ingen"],
        ["user stang"] = ["nagon"],
        ["user nollstall-tvasteg"] = ["--anvandarnamn", "nagon"],
        ["user nollstall-losenord"] = ["--anvandarnamn", "nagon"],
        ["api-key add"] = ["--namn", "n", "--behorighet", "ansokan.registrera"],
        ["api-key list"] = [],
        ["api-key sparra"] = ["--namn", "n"],
        ["incident lista"] = [],
        ["incident forsok"] = ["1"],
        ["verify-audit"] = ["--skriv-huvuden", "{huvuden}"],
        ["handlingar kontrollera"] = [],
        ["rebuild-indicators"] = [],
        ["lint-workflows"] = [Processer],
        ["workflows test"] = [Processer],
        ["dmn test"] = [Processer],
        ["dmn check"] = ["{in}", "--rapport", "{dmn}"],
        ["feel"] = ["1 + 1"],
        ["bpmn check"] = ["{in}"],
        ["bpmn run"] = ["{in}", "{in}"],
        ["formular check"] = [Processer],
        ["formular schema"] = [],
    };

    [Fact]
    public async Task En_skyddad_person_star_inte_i_nagot_kommandoraden_sager()
    {
        await using var enhet = await Provenhet.Skapa();
        await enhet.Ersatt(enhet.Kollega, enhet.Chef);
        await Kanarie.Lagg(enhet);
        var filer = Directory.CreateTempSubdirectory("caseflow-kanarie-");
        try
        {
            Assert.Equal(Kommandon.Keys.Order(StringComparer.Ordinal), Namn().Order(StringComparer.Ordinal));
            // En rad som godtas, en som är en dubblett med annat innehåll och en som inte går att läsa.
            await File.WriteAllLinesAsync(Path.Combine(filer.FullName, "in"), [Rad("K-2", "telefon"), Rad("K-1", "telefon"), Rad("K-3", "brevduva"), "{ Xkanarina"]);
            var sagt = new List<string>();
            foreach (var (namn, ord) in Kommandon)
            {
                var svar = await Provmapp.Kor(
                    new Dictionary<string, string?>(StringComparer.Ordinal) { ["CASEFLOW_DATA"] = enhet.Vard.Mapp },
                    [.. namn.Split(' '), .. ord.Select(o => o[0] == '{' ? Path.Combine(filer.FullName, o.Trim('{', '}')) : o)]);
                Assert.True(svar.Slutkod != Slutkod.FelAnvandning || namn is "user add" or "bpmn run", $"{namn}: {svar.Fel}");
                sagt.Add($"{namn}: {svar.Ut} {svar.Fel}");
            }
            sagt.AddRange(filer.EnumerateFiles().Where(f => f.Name != "in").Select(f => $"{f.Name}: {File.ReadAllText(f.FullName)}"));

            string[] allt = [.. Kanarie.Identitet, .. Kanarie.Anteckningar];
            Assert.Contains(sagt, s => s.StartsWith("rapport: ", StringComparison.Ordinal));
            Assert.DoesNotContain(sagt, s => Kanarie.Finn(s, allt).Count > 0);
            // Sökningen hittar henne där hon står.
            Assert.NotEmpty(Kanarie.Finn(await File.ReadAllTextAsync(Path.Combine(filer.FullName, "in")), allt));
        }
        finally
        {
            filer.Delete(recursive: true);
        }
    }

    private static string Rad(string externId, string kanal) =>
        "{\"externId\":\"" + externId + "\",\"kanal\":\"" + kanal + "\",\"ankom\":\"2026-09-16T09:00:00Z\",\"sokande\":{\"personnummer\":\"194203149804\",\"fornamn\":\"Xkanarina\"," +
        "\"efternamn\":\"Yhemlig\",\"adress\":{\"gata\":\"Zgomdvägen 7\",\"postnummer\":\"128 58\",\"ort\":\"Qvarnorten\"},\"telefon\":\"070-9990001\"}," +
        "\"insatser\":[{\"insatstyp\":\"trygghetslarm\",\"onskemal\":\"Konskemal\"}]}";

    private static IEnumerable<string> Namn()
    {
        using var tyst = new StringWriter();
        return [.. Lov(Kommandorad.Rot(new(tyst, tyst, TextReader.Null), new ConfigurationBuilder().Build()), "")];
    }

    private static IEnumerable<string> Lov(Command kommando, string fore) => kommando.Subcommands.Count == 0
        ? [fore] : kommando.Subcommands.SelectMany(k => Lov(k, $"{fore} {k.Name}".Trim()));
}
