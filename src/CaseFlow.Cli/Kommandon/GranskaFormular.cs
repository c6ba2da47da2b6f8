using System.CommandLine;
using CaseFlow.Application.Uppgiftsformular;

namespace CaseFlow.Cli.Kommandon;

/// <summary><c>caseflow formular check|schema</c>: the forms of the processes, without a database.</summary>
internal static class GranskaFormular
{
    public static Command Kommando(Terminal terminal) => new("formular", "Prövar processernas formulär, utan databas.") { Kontrollera(terminal), Schema(terminal) };

    private static Command Kontrollera(Terminal terminal)
    {
        var mapp = new Argument<string>("MAPP") { Description = "Mappen med processer, eller en process mapp." };
        var kommando = new Command("check", "Säger allt som är fel i formulären och hur de passar sin process. Slutar med 1 om något är fel.") { mapp };
        kommando.SetAction((ord, ct) => Kontrollera(terminal, ord.GetRequiredValue(mapp), ct));
        return kommando;
    }

    private static async Task<int> Kontrollera(Terminal terminal, string mapp, CancellationToken ct)
    {
        if (!Directory.Exists(mapp)) return await terminal.FelAnvandning($"Mappen {mapp} finns inte.");
        var processer = GranskaProcesser.Processer(Path.TrimEndingDirectorySeparator(Path.GetFullPath(mapp)));
        if (processer.Count == 0) return await terminal.Nekat($"Mappen {mapp} innehåller inga processer.");
        var fel = 0;
        foreach (var process in processer)
        {
            ct.ThrowIfCancellationRequested();
            var (paket, funna) = GranskaProcesser.Paket(process);
            foreach (var text in funna) await terminal.Ut.WriteLineAsync($"{Path.GetFileName(process)}: {text}");
            if (paket is not null) await terminal.Ut.WriteLineAsync($"{Path.GetFileName(process)}: {paket.Formularen.Count()} formulär godtas.");
            fel += funna.Count;
        }
        return fel == 0 ? Slutkod.Klart : await terminal.Nekat($"{fel} fel.");
    }

    private static Command Schema(Terminal terminal)
    {
        var kommando = new Command("schema", "Skriver formulärens JSON Schema, för redigerare: workflows/formular.schema.json.");
        kommando.SetAction(async (_, _) =>
        {
            await terminal.Ut.WriteAsync(Formularschema.Text());
            return Slutkod.Klart;
        });
        return kommando;
    }
}
