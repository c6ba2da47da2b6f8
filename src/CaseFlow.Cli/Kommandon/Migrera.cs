using System.CommandLine;
using CaseFlow.Application;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Processer;
using CaseFlow.Data.Grund;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cli.Kommandon;

/// <summary><c>caseflow migrate</c>: database, unit and processes; enough to import into. Safe to repeat.</summary>
internal static class Migrera
{
    public static Command Kommando(Terminal terminal, IConfiguration installningar)
    {
        var kommando = new Command("migrate", "Skapar eller uppdaterar databasen med enhet och processer. Säkert att köra igen.");
        var aterga = new Option<bool>("--aterga") { Description = "Låter processer i en äldre version, som redan har ersatts, gälla igen." };
        kommando.Options.Add(aterga);
        kommando.SetAction((val, ct) => Kor(terminal, installningar, val.GetValue(aterga), ct));
        return kommando;
    }

    private static async Task<int> Kor(Terminal terminal, IConfiguration installningar, bool aterga, CancellationToken ct)
    {
        await using var vard = Vard.Skapa(installningar, terminal);
        var slag = vard.Tjanster.GetRequiredService<Databasval>().Slag;
        var aktuell = await vard.Redo(ct);
        await vard.Tjanster.GetRequiredService<IDatabas>().Migrera(ct);
        await terminal.Ut.WriteLineAsync(aktuell ? $"Databasen ({slag}) var redan aktuell." : $"Databasen ({slag}) är skapad eller uppdaterad.");

        var grund = await vard.Sand(new LaggGrund(), ct: ct);
        if (grund.Failed) return await terminal.Nekat(grund.Error);
        await terminal.Ut.WriteLineAsync(grund.Value.Ny ? "Enheten är upplagd." : "Enheten fanns redan.");

        var processer = await vard.Sand(new LaggInProcesser(aterga), ct: ct);
        if (processer.Failed) return await terminal.Nekat(processer.Error);
        await terminal.Ut.WriteLineAsync(processer.Value.Nya.Count == 0
            ? $"{processer.Value.Antal} processer, inga ändrade."
            : $"{processer.Value.Antal} processer, nya versioner av: {string.Join(", ", processer.Value.Nya)}.");
        foreach (var varning in processer.Value.Varningar) await terminal.Ut.WriteLineAsync($"Varning, {varning}");
        if (processer.Value.Aldre.Count > 0)
            await terminal.Ut.WriteLineAsync($"I mappen ligger en äldre version av: {string.Join(", ", processer.Value.Aldre)}. Den senare gäller. --aterga låter den äldre gälla igen.");
        return Slutkod.Klart;
    }
}
