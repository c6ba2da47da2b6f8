using System.CommandLine;
using CaseFlow.Application.Processer;
using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Scenarios;

namespace CaseFlow.Cli.Kommandon;

/// <summary><c>caseflow lint-workflows DIR</c>: every process folder as it would be deployed, and its scenarios.</summary>
internal static class GranskaProcesser
{
    private const int StorstaScenario = 4 * 1024 * 1024;

    public static Command Kommando(Terminal terminal)
    {
        var mapp = new Argument<string>("MAPP") { Description = "Mappen med processer, en undermapp för varje." };
        var kommando = new Command("lint-workflows", "Kontrollerar processernas filer som vid start, och kör deras scenarier.") { mapp };
        kommando.SetAction((ord, ct) => Kor(terminal, ord.GetRequiredValue(mapp), ct));
        return kommando;
    }

    /// <summary><c>caseflow workflows test [DIR]</c>: the scenarios alone, one by one.</summary>
    public static Command Scenarier(Terminal terminal)
    {
        var mapp = new Argument<string>("MAPP") { Description = "Mappen med processer, en undermapp för varje.", DefaultValueFactory = _ => "workflows" };
        var kommando = new Command("test", "Kör alla scenarier i mappens processer. Sista raden är N passed, N failed. Slutar med 1 när något inte blev som väntat.") { mapp };
        kommando.SetAction((ord, ct) => KorScenarier(terminal, ord.GetRequiredValue(mapp), ct));
        return new("workflows", "Processernas scenarier, utan databas.") { kommando };
    }

    private static async Task<int> KorScenarier(Terminal terminal, string mapp, CancellationToken ct)
    {
        if (!Directory.Exists(mapp)) return await terminal.FelAnvandning($"Mappen {mapp} finns inte.");
        var (gick, foll) = (0, 0);
        var processer = Processer(Path.TrimEndingDirectorySeparator(Path.GetFullPath(mapp)));
        var andra = Definitioner(processer);
        foreach (var process in processer)
        {
            var namn = Path.GetFileName(process);
            var (paket, brister) = Paket(process);
            if (paket is null)
            {
                foll++;
                await terminal.Ut.WriteLineAsync($"{namn}: nekas. {string.Join(' ', brister)}");
                continue;
            }

            await foreach (var (fil, skillnader) in Scenarierna(process, paket, andra, ct))
            {
                if (skillnader.Count == 0) gick++;
                else foll++;
                await terminal.Ut.WriteLineAsync($"{namn}/scenarier/{fil}: {(skillnader.Count == 0 ? "som väntat" : string.Join(' ', skillnader))}");
            }
        }

        await terminal.Ut.WriteLineAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{gick} passed, {foll} failed"));
        if (gick + foll == 0) return await terminal.Nekat($"Mappen {mapp} innehåller inga scenarier.");
        return foll == 0 ? Slutkod.Klart : Slutkod.Nekat;
    }

    private static async IAsyncEnumerable<(string Fil, IReadOnlyList<string> Skillnader)> Scenarierna(
        string mapp, Processpaket paket, IReadOnlyDictionary<string, ProcessDefinition> andra, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var scenarier = Path.Combine(mapp, "scenarier");
        string[] filer = Directory.Exists(scenarier) ? Directory.GetFiles(scenarier, "*.json") : [];
        foreach (var fil in filer.Order(StringComparer.Ordinal))
        {
            var (text, hinder) = await Filer.Las(fil, StorstaScenario, ct);
            yield return (Path.GetFileName(fil), text is null ? [hinder!] : ScenarioRunner.Run(paket.Definition, paket, text, andra).Differences);
        }
    }

    private static async Task<int> Kor(Terminal terminal, string mapp, CancellationToken ct)
    {
        if (!Directory.Exists(mapp)) return await terminal.FelAnvandning($"Mappen {mapp} finns inte.");
        var processer = Processer(Path.TrimEndingDirectorySeparator(Path.GetFullPath(mapp)));
        if (processer.Count == 0) return await terminal.Nekat($"Mappen {mapp} innehåller inga processer.");
        var (fel, trasiga) = (0, 0);
        var andra = Definitioner(processer);
        foreach (var process in processer)
        {
            var (funna, varningar, scenarier) = await Granska(process, andra, ct);
            var namn = Path.GetFileName(process);
            foreach (var text in funna) await terminal.Ut.WriteLineAsync($"{namn}: {text}");
            if (funna.Count == 0) await terminal.Ut.WriteLineAsync($"{namn}: godtas, {scenarier} scenarier gick som väntat.");
            else trasiga++;
            foreach (var text in varningar) await terminal.Ut.WriteLineAsync($"{namn}: varning: {text}");
            fel += funna.Count;
        }
        if (fel == 0 && Processamband.Fel([.. processer.Select(p => Paket(p).Paket!.Definition)]) is { Count: > 0 } samband)
        {
            foreach (var text in samband) await terminal.Ut.WriteLineAsync(text);
            return await terminal.Nekat($"{samband.Count} fel i hur processerna hänger ihop.");
        }
        return fel == 0 ? Slutkod.Klart : await terminal.Nekat($"{fel} fel i {trasiga} av {processer.Count} processer.");
    }

    /// <summary>The folder's processes, or the folder itself when it is one. A folder with BPMN under the wrong name is one too: it is a fault.</summary>
    public static List<string> Processer(string mapp) =>
        File.Exists(Path.Combine(mapp, Path.GetFileName(mapp) + ".bpmn"))
            ? [mapp]
            : [.. Directory.EnumerateDirectories(mapp).Where(d => Directory.EnumerateFiles(d, "*.bpmn").Any()).Order(StringComparer.Ordinal)];

    /// <summary>The process as it would be put in, or everything that is wrong with it.</summary>
    public static (Processpaket? Paket, IReadOnlyList<string> Fel) Paket(string mapp)
    {
        try
        {
            var filer = Processfiler.Las(mapp);
            return Processpaketlasare.Granska(filer.Nyckel, filer.Filer);
        }
        catch (Exception hinder) when (Filer.ArFilfel(hinder))
        {
            return (null, ["Mappens filer går inte att läsa."]);
        }
    }

    /// <summary>What the processes may call: those beside them that can be read.</summary>
    private static Dictionary<string, ProcessDefinition> Definitioner(IEnumerable<string> mappar) =>
        mappar.Select(m => Paket(m).Paket?.Definition).OfType<ProcessDefinition>().DistinctBy(d => d.Key, StringComparer.Ordinal).ToDictionary(d => d.Key, StringComparer.Ordinal);

    private static async Task<(IReadOnlyList<string> Fel, IEnumerable<string> Varningar, int Scenarier)> Granska(
        string mapp, IReadOnlyDictionary<string, ProcessDefinition> andra, CancellationToken ct)
    {
        var (paket, brister) = Paket(mapp);
        if (paket is null) return (brister, [], 0);

        var (fel, korda) = (new List<string>(), 0);
        await foreach (var (fil, skillnader) in Scenarierna(mapp, paket, andra, ct))
        {
            fel.AddRange(skillnader.Select(s => $"scenarier/{fil}: {s}"));
            korda++;
        }
        return (fel, paket.Tabellbrister().Select(b => b.Text), korda);
    }
}
