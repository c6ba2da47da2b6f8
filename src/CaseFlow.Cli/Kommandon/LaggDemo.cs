using System.CommandLine;
using System.Globalization;
using CaseFlow.Seed;
using Microsoft.Extensions.Configuration;
using Spectre.Console;

namespace CaseFlow.Cli.Kommandon;

/// <summary><c>caseflow seed --scenario demo-liten</c>: made-up people and half a year of work, laid through the use cases.</summary>
internal static class LaggDemo
{
    public static Command Kommando(Terminal terminal, IConfiguration installningar)
    {
        var scenario = new Option<string>("--scenario")
        {
            Description = $"Vilket demo: {string.Join(", ", Demoscenario.Alla.Select(s => s.Namn))}.", Required = true, HelpName = "NAMN",
        };
        var fro = new Option<int>("--seed") { Description = "Samma tal ger samma demo.", HelpName = "TAL", DefaultValueFactory = _ => Demoval.Standardfro };
        var slut = new Option<string>("--slut") { Description = "Demots sista dag, som 2026-11-20; annars i dag.", HelpName = "DATUM" };
        var kommando = new Command("seed", "Lägger ett demo i en tom databas.") { scenario, fro, slut };
        kommando.SetAction((ord, ct) =>
            Kor(terminal, installningar, ord.GetRequiredValue(scenario), ord.GetValue(fro), ord.GetValue(slut), ct));
        return kommando;
    }

    private static async Task<int> Kor(Terminal terminal, IConfiguration installningar, string scenario, int fro, string? slut, CancellationToken ct)
    {
        if (Demoscenario.Hitta(scenario) is not { } valt)
            return await terminal.FelAnvandning($"Scenariot {scenario} finns inte. Välj: {string.Join(", ", Demoscenario.Alla.Select(s => s.Namn))}.");
        var sista = Demoval.Standardslut(TimeProvider.System);
        if (slut is not null && !(DateOnly.TryParseExact(slut, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out sista) && sista.Year is > 2000 and < 2100))
            return await terminal.FelAnvandning("--slut: skriv dagen som 2026-11-20.");

        var borjade = TimeProvider.System.GetTimestamp();
        var klart = await terminal.MedFramsteg("Lägger demot", () => Task.FromResult(1d), framsteg => Demofabrik.Lagg(
            tjanster => Vard.Registrera(tjanster, installningar, terminal), new Demoval(valt, fro, sista), new Framsteg(framsteg), ct));
        if (klart.Failed) return await terminal.Nekat(klart.Error);
        var tid = TimeProvider.System.GetElapsedTime(borjade);
        await terminal.Ut.WriteLineAsync(string.Create(CultureInfo.CurrentCulture,
            $"{klart.Value.Personer} personer och {klart.Value.Arenden} ärenden till och med {sista:yyyy-MM-dd}, på {tid.TotalSeconds:0.0} s."));
        Visa(terminal);
        return Slutkod.Klart;
    }

    private static void Visa(Terminal terminal)
    {
        var tabell = new Table().AddColumns("Användarnamn", "Lösenord", "Namn", "Titel");
        foreach (var i in Demoinloggningar.Utvalda) tabell.AddRow(i.Anvandarnamn, i.Losenord, i.Namn.EscapeMarkup(), i.Titel.EscapeMarkup());
        terminal.Skriv(tabell);
    }

    private sealed class Framsteg(Action<double> visa) : IProgress<(int Klart, int Totalt)>
    {
        public void Report((int Klart, int Totalt) value) => visa((double)value.Klart / Math.Max(1, value.Totalt));
    }
}
