using System.CommandLine;
using CaseFlow.Application.Processer;
using CaseFlow.Engine.Scenarios;

namespace CaseFlow.Cli.Kommandon;

/// <summary><c>caseflow lint-workflows DIR</c>: every process folder as it would be deployed, and its scenarios.</summary>
internal static class GranskaProcesser
{
    public static Command Kommando(Terminal terminal)
    {
        var mapp = new Argument<string>("MAPP") { Description = "Mappen med processer, en undermapp för varje." };
        var kommando = new Command("lint-workflows", "Kontrollerar processernas filer som vid start, och kör deras scenarier.") { mapp };
        kommando.SetAction((ord, ct) => Kor(terminal, ord.GetRequiredValue(mapp), ct));
        return kommando;
    }

    private static async Task<int> Kor(Terminal terminal, string mapp, CancellationToken ct)
    {
        if (!Directory.Exists(mapp)) return await terminal.FelAnvandning($"Mappen {mapp} finns inte.");
        var processer = new Processkatalog(new Processmapp(Path.GetFullPath(mapp))).LasMapp();
        if (processer.Count == 0) return await terminal.Nekat($"Mappen {mapp} innehåller inga processer.");
        var fel = 0;
        foreach (var process in processer)
        {
            var funna = await Granska(process, Path.Combine(mapp, process.Nyckel, "scenarier"), terminal, ct);
            foreach (var text in funna) await terminal.Fel.WriteLineAsync($"{process.Nyckel}: {text}");
            fel += funna.Count;
        }
        return fel == 0 ? Slutkod.Klart : Slutkod.Nekat;
    }

    private static async Task<List<string>> Granska(Processfiler process, string scenariemapp, Terminal terminal, CancellationToken ct)
    {
        var (paket, fel) = Processpaketlasare.Las(process.Nyckel, process.Filer);
        if (paket is null) return [.. fel];
        var (funna, korda) = (new List<string>(), 0);
        string[] scenarier = Directory.Exists(scenariemapp) ? Directory.GetFiles(scenariemapp, "*.json") : [];
        foreach (var fil in scenarier.Order(StringComparer.Ordinal))
        {
            var svar = ScenarioRunner.Run(paket.Definition, paket, await File.ReadAllTextAsync(fil, ct));
            funna.AddRange(svar.Differences.Select(s => $"{Path.GetFileName(fil)}: {s}"));
            korda++;
        }
        if (funna.Count == 0) await terminal.Ut.WriteLineAsync($"{process.Nyckel}: godtas, {korda} scenarier som väntat.");
        return funna;
    }
}
