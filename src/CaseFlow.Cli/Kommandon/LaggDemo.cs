using System.CommandLine;
using System.Globalization;
using CaseFlow.Data.Grund;
using CaseFlow.Domain;
using CaseFlow.Seed;
using CaseFlow.Seed.Massa;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace CaseFlow.Cli.Kommandon;

/// <summary><c>caseflow seed --scenario demo-liten</c>: made-up people and their ärenden in an empty database, laid through the use cases; or a volume to
/// measure against (<see cref="Massbygge"/>).</summary>
internal sealed class LaggDemo(Terminal terminal, IConfiguration installningar)
{
    private const string Belastning = "belastning";
    private const int Standardarenden = 100_000;

    private static string Namnen => string.Join(", ", Demoscenario.Alla.Select(s => s.Namn).Append(Belastning));

    public static Command Kommando(Terminal terminal, IConfiguration installningar)
    {
        var scenario = new Option<string>("--scenario") { Description = $"Vad som läggs: {Namnen}.", Required = true, HelpName = "NAMN" };
        var fro = new Option<int>("--seed") { Description = "Samma tal ger samma innehåll.", HelpName = "TAL", DefaultValueFactory = _ => Demoval.Standardfro };
        var slut = new Option<string>("--slut") { Description = "Sista dagen, som 2026-11-20; annars i dag.", HelpName = "DATUM" };
        var arenden = new Option<int?>("--arenden") { Description = $"Bara {Belastning}: hur många ärenden, annars {Standardarenden}.", HelpName = "ANTAL" };
        var kommando = new Command("seed", "Lägger påhittade personer och ärenden i en tom databas, för att prova eller mäta.") { scenario, fro, slut, arenden };
        kommando.SetAction((ord, ct) => new LaggDemo(terminal, installningar)
            .Kor(ord.GetRequiredValue(scenario), ord.GetValue(fro), ord.GetValue(slut), ord.GetValue(arenden), ct));
        return kommando;
    }

    private async Task<int> Kor(string scenario, int fro, string? slut, int? arenden, CancellationToken ct)
    {
        var valt = Demoscenario.Hitta(scenario);
        if (valt is null && scenario != Belastning) return await terminal.FelAnvandning($"Scenariot {scenario} finns inte. Välj: {Namnen}.");
        if (valt is not null && arenden is not null) return await terminal.FelAnvandning($"--arenden hör till scenariot {Belastning}.");
        var sista = Demoval.Standardslut(TimeProvider.System);
        if (slut is not null && !(DateOnly.TryParseExact(slut, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out sista) && sista.Year is > 2000 and < 2100))
            return await terminal.FelAnvandning("--slut: skriv dagen som 2026-11-20.");

        var borjade = TimeProvider.System.GetTimestamp();
        var svar = await terminal.MedFramsteg("Lägger", () => Task.FromResult(1d), framsteg => valt is null
            ? Lagg((data, ct) => Massa(data, new(arenden ?? Standardarenden, fro, sista), framsteg, ct), ct)
            : Lagg((data, ct) => Demo(data, new(valt, fro, sista), framsteg, ct), ct));
        if (svar.Failed) return await terminal.Nekat(svar.Error);
        var tid = TimeProvider.System.GetElapsedTime(borjade);
        await terminal.Ut.WriteLineAsync(string.Create(CultureInfo.CurrentCulture, $"{svar.Value} till och med {sista:yyyy-MM-dd}, på {tid.TotalSeconds:0.0} s."));
        Visa();
        return Slutkod.Klart;
    }

    private static async Task<Result<string>> Demo(Action<IServiceCollection> data, Demoval val, Action<double> framsteg, CancellationToken ct)
    {
        var svar = await Demofabrik.Lagg(data, val, new Framsteg(framsteg), ct);
        return svar.Failed ? svar.Error : $"{svar.Value.Personer} personer och {svar.Value.Arenden} ärenden";
    }

    private static async Task<Result<string>> Massa(Action<IServiceCollection> data, Massval val, Action<double> framsteg, CancellationToken ct)
    {
        var svar = await Massbygge.Lagg(data, val, new Framsteg(framsteg), ct);
        return svar.Failed ? svar.Error : $"{svar.Value.Personer} personer och {svar.Value.Arenden} ärenden i {svar.Value.Enheter.Count} enheter ({svar.Value.Rader} rader)";
    }

    /// <summary>Beside the place of an embedded database that does not exist yet, else straight in the one there is. Says what an interruption leaves.</summary>
    private async Task<Result<string>> Lagg(Func<Action<IServiceCollection>, CancellationToken, Task<Result<string>>> arbete, CancellationToken ct)
    {
        try
        {
            if (Databasval.Las(installningar).Fil is not { } fil || File.Exists(fil))
                return await arbete(t => Vard.Registrera(t, installningar, terminal), ct);
            Result<string>? svar = null;
            await Bredvid.Lagg(installningar, fil, async egna =>
            {
                svar = await arbete(t => Vard.Registrera(t, egna, terminal, bredvid: true), ct);
                return !svar.Failed;
            });
            return svar!;
        }
        catch (OperationCanceledException)
        {
            var lagts = Databasval.Las(installningar).Fil is { } fil && !File.Exists(fil);
            return Error.Rule("AVBRUTEN", lagts ? "Avbrutet. Inget är lagt." : "Avbrutet. Det som hann läggas ligger kvar och är inte helt: töm databasen innan något läggs i den igen.");
        }
    }

    private void Visa()
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
