using System.CommandLine;
using CaseFlow.Application.Indikatorer;
using Microsoft.Extensions.Configuration;

namespace CaseFlow.Cli.Kommandon;

/// <summary><c>caseflow rebuild-indicators</c>.</summary>
internal static class ByggOmIndikatorerna
{
    public static Command Kommando(Terminal terminal, IConfiguration installningar)
    {
        var kommando = new Command("rebuild-indicators", "Räknar om indikatorernas rader ur granskningsloggen.");
        kommando.SetAction(async (_, ct) =>
        {
            await using var vard = Vard.Skapa(installningar);
            if (await vard.Redo(ct) is { } hinder) return await terminal.Nekat(hinder);
            var klart = await vard.Sand(new ByggOmIndikatorer(), ct: ct);
            if (klart.Failed) return await terminal.Nekat(klart.Error);
            await terminal.Ut.WriteLineAsync($"Indikatorerna är omräknade: {klart.Value.Nu} rader (förut {klart.Value.Tidigare}).");
            return Slutkod.Klart;
        });
        return kommando;
    }
}
