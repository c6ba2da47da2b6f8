using System.CommandLine;
using Microsoft.Extensions.Configuration;

namespace CaseFlow.Cli.Kommandon;

/// <summary><c>caseflow migrate</c>: database, unit and processes; enough to import into. Safe to repeat.</summary>
internal static class Migrera
{
    public static Command Kommando(Terminal terminal, IConfiguration installningar)
    {
        var kommando = new Command("migrate", "Skapar eller uppdaterar databasen med enhet och processer. Säkert att köra igen.");
        kommando.SetAction((_, ct) => Kor(terminal, installningar, ct));
        return kommando;
    }

    private static async Task<int> Kor(Terminal terminal, IConfiguration installningar, CancellationToken ct)
    {
        await using var vard = Vard.Skapa(installningar);
        var klart = await vard.Forbered(ct);
        if (klart.Failed) return await terminal.Nekat(klart.Error);
        await terminal.Ut.WriteLineAsync("Databasen är klar.");
        await terminal.Ut.WriteLineAsync(klart.Value.Nya.Count == 0
            ? $"{klart.Value.Antal} processer, inga ändrade."
            : $"{klart.Value.Antal} processer, nya versioner av: {string.Join(", ", klart.Value.Nya)}.");
        return Slutkod.Klart;
    }
}
