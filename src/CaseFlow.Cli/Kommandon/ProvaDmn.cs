using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CaseFlow.Engine.Dmn;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Xml;

namespace CaseFlow.Cli.Kommandon;

/// <summary><c>caseflow dmn test DIR</c>: the cases of DMN TCK, or others in its format, without a database.</summary>
internal static class ProvaDmn
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Kommando(Terminal terminal) => new("dmn", "Prövar beslutstabeller, utan databas.") { Prova(terminal), GranskaDmn.Kommando(terminal) };

    private static Command Prova(Terminal terminal)
    {
        var mapp = new Argument<string>("MAPP") { Description = "Mapp med provfall i DMN TCK:s format (testCases), och modellerna bredvid dem." };
        var rapport = new Option<string>("--rapport") { Description = "Fil att skriva utfallet till, som JSON.", HelpName = "FIL" };
        var kommando = new Command("test", "Kör alla provfall under mappen. Sista raden är N passed, N failed. Slutar med 1 när något inte blev som väntat.") { mapp, rapport };
        kommando.SetAction((ord, ct) => Kor(terminal, ord.GetRequiredValue(mapp), ord.GetValue(rapport), ct));
        return kommando;
    }

    private static async Task<int> Kor(Terminal terminal, string mapp, string? rapport, CancellationToken ct)
    {
        if (!Directory.Exists(mapp)) return await terminal.FelAnvandning($"Mappen {mapp} finns inte.");
        var mappar = new List<Mapputfall>();
        foreach (var filer in Directory.EnumerateFiles(mapp, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).GroupBy(f => Path.GetDirectoryName(f)!, StringComparer.Ordinal))
        {
            var fall = new List<DmnTestCase>();
            foreach (var fil in filer) fall.AddRange(await Fall(terminal, fil, ct));
            if (fall.Count > 0) mappar.Add(Mapputfall.Av(Path.GetRelativePath(mapp, filer.Key).Replace(Path.DirectorySeparatorChar, '/'), fall));
        }

        var utfall = new Utfall(mappar.Sum(m => m.Total), mappar.Sum(m => m.Passed), mappar.Sum(m => m.Failed), mappar);
        foreach (var (folder, brist) in mappar.SelectMany(m => m.Failures.Select(f => (m.Folder, f)))) await terminal.Ut.WriteLineAsync($"{folder} {brist}");
        if (rapport is not null) await File.WriteAllTextAsync(rapport, JsonSerializer.Serialize(utfall, Json) + "\n", ct);
        await terminal.Ut.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{utfall.Passed} passed, {utfall.Failed} failed"));
        if (utfall.Total == 0) return await terminal.Nekat($"Mappen {mapp} innehåller inga provfall.");
        return utfall.Failed == 0 ? Slutkod.Klart : Slutkod.Nekat;
    }

    private static async Task<IEnumerable<DmnTestCase>> Fall(Terminal terminal, string fil, CancellationToken ct)
    {
        var (text, hinder) = await Filer.Las(fil, SafeXml.MaxBytes, ct);
        if (text is null)
        {
            await terminal.Fel.WriteLineAsync($"{fil}: {hinder}");
            return [];
        }

        // Fallen ska ge samma svar varje gång, också de som frågar efter dagen.
        var miljo = new FeelEnvironment(new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero));
        return DmnTestCases.Run(text, namn => Modell(fil, namn), miljo) ?? [];
    }

    /// <summary>The model beside the cases; a name that leads elsewhere is no such file.</summary>
    private static string? Modell(string fil, string namn)
    {
        var modell = Path.Combine(Path.GetDirectoryName(fil)!, Path.GetFileName(namn));
        return File.Exists(modell) && new FileInfo(modell).Length <= SafeXml.MaxBytes ? File.ReadAllText(modell) : null;
    }

    private sealed record Utfall(int Total, int Passed, int Failed, IReadOnlyList<Mapputfall> Folders);

    /// <param name="Failures">The case's id and why.</param>
    private sealed record Mapputfall(string Folder, int Total, int Passed, int Failed, IReadOnlyList<string> Failures)
    {
        public static Mapputfall Av(string mapp, List<DmnTestCase> fall)
        {
            var brister = fall.Where(f => f.Failure is not null).Select(f => $"{f.Id} {f.Failure}").ToList();
            return new(mapp, fall.Count, fall.Count - brister.Count, brister.Count, brister);
        }
    }
}
