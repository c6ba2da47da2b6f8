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

/// <summary><c>caseflow seed --scenario demo-liten</c>, or <c>skarpnack</c> for a whole unit: made-up people and their ärenden in an empty database, laid
/// through the use cases; or a volume to measure against (<see cref="Massbygge"/>).</summary>
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
        var (hel, val) = (Demoscenario.Skarpnack, "Bara skarpnack: hur många");
        var personer = new Option<int?>("--personer") { Description = $"{val} personer, annars {hel.Personer}.", HelpName = "ANTAL" };
        var manader = new Option<int?>("--manader") { Description = $"{val} månader före sista dagen, annars {hel.Manader}.", HelpName = "ANTAL" };
        var arenden = new Option<int?>("--arenden") { Description = $"Bara {Belastning}: hur många ärenden, annars {Standardarenden}.", HelpName = "ANTAL" };
        var kommando = new Command("seed", "Lägger påhittade personer och ärenden i en tom databas, för att prova eller mäta.") { scenario, personer, manader, fro, slut, arenden };
        kommando.SetAction((ord, ct) => new LaggDemo(terminal, installningar)
            .Kor(ord.GetRequiredValue(scenario), new(ord.GetValue(personer), ord.GetValue(manader), ord.GetValue(arenden)), ord.GetValue(fro), ord.GetValue(slut), ct));
        return kommando;
    }

    private async Task<int> Kor(string scenario, Matt matt, int fro, string? slut, CancellationToken ct)
    {
        var valt = Demoscenario.Hitta(scenario);
        if (valt is null && scenario != Belastning) return await terminal.FelAnvandning($"Scenariot {scenario} finns inte. Välj: {Namnen}.");
        if (valt is not null && matt.Arenden is not null) return await terminal.FelAnvandning($"--arenden hör till scenariot {Belastning}.");
        if (valt is not { HelEnhet: true } && (matt.Personer ?? matt.Manader) is not null)
            return await terminal.FelAnvandning($"--personer och --manader hör till scenariot {Demoscenario.Skarpnack.Namn}.");
        var sista = Demoval.Standardslut(TimeProvider.System);
        if (slut is not null && !(DateOnly.TryParseExact(slut, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out sista) && sista.Year is > 2000 and < 2100))
            return await terminal.FelAnvandning("--slut: skriv dagen som 2026-11-20.");

        if (valt is not null) valt = valt with { Personer = matt.Personer ?? valt.Personer, Manader = matt.Manader ?? valt.Manader };
        if (valt is { HelEnhet: true } && new Demoval(valt, fro, sista).Prova() is { } fel) return await terminal.FelAnvandning(fel.Text);

        var borjade = TimeProvider.System.GetTimestamp();
        var svar = await terminal.MedFramsteg("Lägger", () => Task.FromResult(1d), (framsteg, vad) => valt is null
            ? Lagg((data, ct) => Massa(data, new(matt.Arenden ?? Standardarenden, fro, sista), framsteg, ct), ct)
            : Lagg((data, ct) => Demo(data, new(valt, fro, sista), framsteg, vad, ct), ct));
        if (svar.Failed) return await terminal.Nekat(svar.Error);
        var tid = TimeProvider.System.GetElapsedTime(borjade);
        var (vad, resten) = svar.Value;
        await terminal.Ut.WriteLineAsync(string.Create(CultureInfo.CurrentCulture, $"{vad} till och med {sista:yyyy-MM-dd}, på {tid.TotalSeconds:0.0} s."));
        foreach (var rad in resten) await terminal.Ut.WriteLineAsync(rad);
        Visa(valt ?? Demoscenario.Liten);
        return Slutkod.Klart;
    }

    private static async Task<Result<Lagt>> Demo(
        Action<IServiceCollection> data, Demoval val, Action<double> framsteg, Action<string> vad, CancellationToken ct)
    {
        var svar = await Demofabrik.Lagg(data, val, new Framsteg(framsteg), val.Scenario.HelEnhet ? new Manadsrader(vad) : null, ct);
        if (svar.Failed) return svar.Error;
        var utfall = svar.Value;
        return new Lagt($"{utfall.Personer} personer och {utfall.Arenden} ärenden", val.Scenario.HelEnhet ? Rader(utfall) : []);
    }

    private static IReadOnlyList<string> Rader(Demoutfall utfall)
    {
        var lage = utfall.Lage;
        var (minst, mest) = lage.OppnaPerHandlaggare is [var forst, .., var sist] ? (forst, sist) : (lage.Oppna, lage.Oppna);
        return
        [
            $"  {lage.Oppna} ärenden är öppna: {minst}–{mest} hos var och en av {lage.OppnaPerHandlaggare.Count} handläggare. {lage.Uppgifter} uppgifter är öppna, {lage.Forsenade} försenade.",
            $"  {lage.Beslut} beslut, {lage.BeslutAldreLag} av dem före den nya socialtjänstlagen (2025-07-01), {lage.Avslag} avslag. {lage.Insatser} insatser pågår.",
            $"  {lage.Anteckningar} anteckningar, {lage.Samtycken} samtycken, {lage.Avvikelser} avvikelser ({lage.NyaAvvikelser} nya). {lage.Skyddade} personer har skyddade uppgifter.",
            $"  {lage.Anvandare} användare. {utfall.Kommandon} åtgärder och {utfall.Timrar} tidsgränser, alla genom användningsfallen: kontrollera loggen med caseflow verify-audit.",
            "  Starta webben på samma databas och logga in. Alla har samma lösenord, som alla känner till: bara för påhittade uppgifter på den egna maskinen.",
        ];
    }

    private static async Task<Result<Lagt>> Massa(Action<IServiceCollection> data, Massval val, Action<double> framsteg, CancellationToken ct)
    {
        var svar = await Massbygge.Lagg(data, val, new Framsteg(framsteg), ct);
        return svar.Failed ? svar.Error : new Lagt($"{svar.Value.Personer} personer och {svar.Value.Arenden} ärenden i {svar.Value.Enheter.Count} enheter ({svar.Value.Rader} rader)", []);
    }

    /// <summary>Beside the place of an embedded database that does not exist yet, else straight in the one there is. Says what an interruption leaves.</summary>
    private async Task<Result<Lagt>> Lagg(Func<Action<IServiceCollection>, CancellationToken, Task<Result<Lagt>>> arbete, CancellationToken ct)
    {
        try
        {
            if (Databasval.Las(installningar).Fil is not { } fil || File.Exists(fil))
                return await arbete(t => Vard.Registrera(t, installningar, terminal), ct);
            Result<Lagt>? svar = null;
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

    private void Visa(Demoscenario scenario)
    {
        var tabell = new Table().AddColumns("Användarnamn", "Lösenord", "Namn", "Titel");
        foreach (var i in Demoinloggningar.For(scenario)) tabell.AddRow(i.Anvandarnamn, i.Losenord, i.Namn.EscapeMarkup(), i.Titel.EscapeMarkup());
        terminal.Skriv(tabell);
    }

    /// <summary>How much was asked for; null is the scenario's own.</summary>
    private sealed record Matt(int? Personer, int? Manader, int? Arenden);

    /// <param name="Vad">Counts, to begin a sentence with.</param>
    private sealed record Lagt(string Vad, IReadOnlyList<string> Resten);

    /// <summary>A line a month.</summary>
    private sealed class Manadsrader(Action<string> sag) : IProgress<Demomanad>
    {
        public void Report(Demomanad value) => sag(string.Create(
            CultureInfo.InvariantCulture, $"{value.Manad:yyyy-MM}  {value.Ansokningar,4} ansökningar  {value.Oppna,5} öppna ärenden  {value.Kommandon,6} åtgärder hittills"));
    }

    private sealed class Framsteg(Action<double> visa) : IProgress<(int Klart, int Totalt)>
    {
        public void Report((int Klart, int Totalt) value) => visa((double)value.Klart / Math.Max(1, value.Totalt));
    }
}
