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
        kommando.SetAction((_, ct) => Kor(terminal, installningar, ct));
        return kommando;
    }

    private static async Task<int> Kor(Terminal terminal, IConfiguration installningar, CancellationToken ct)
    {
        await using var vard = Vard.Skapa(installningar, terminal);
        if (await vard.Hinder(ct) is { } hinder) return await terminal.Nekat(hinder);
        var klart = await vard.Sand(new ByggOmIndikatorer(), ct: ct);
        if (klart.Failed) return await terminal.Nekat(klart.Error);
        await terminal.Ut.WriteLineAsync($"Indikatorerna är omräknade: {klart.Value.Nu} rader (förut {klart.Value.Tidigare}).");
        return Slutkod.Klart;
    }
}
