using System.CommandLine;
using System.Globalization;
using CaseFlow.Application;
using CaseFlow.Application.Processer;
using CaseFlow.Domain.Kalender;
using Microsoft.Extensions.Configuration;

namespace CaseFlow.Cli.Kommandon;

/// <summary><c>caseflow incident lista|forsok</c>: processes that have stopped.</summary>
internal static class Incidenter
{
    public static Command Kommando(Terminal terminal, IConfiguration installningar) =>
        new("incident", "Processer som har stannat.") { Lista(terminal, installningar), Forsok(terminal, installningar) };

    private static Command Lista(Terminal terminal, IConfiguration installningar)
    {
        var vakt = new Option<bool>("--vakt") { Description = "Slutar med 1 när någon process har stannat." };
        var kommando = new Command("lista", "Visar var processer har stannat, den äldsta först.") { vakt };
        kommando.SetAction((ord, ct) => Vard.Med(terminal, installningar, async vard =>
        {
            var olosta = await vard.Sand(new ListaIncidenter(), ct: ct);
            if (olosta.Failed) return await terminal.Nekat(olosta.Error);
            foreach (var rad in olosta.Value.Forsoks)
                await terminal.Ut.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Försöks igen {Datumtext.Klocka(rad.Nasta)}: {rad.Namn} i {rad.Process}, ärende {rad.Arendenummer}. Gick inte {rad.Gang} gånger, senast av {rad.Kod}."));
            if (olosta.Value.Rader.Count == 0)
            {
                await terminal.Ut.WriteLineAsync("Ingen process har stannat.");
                return Slutkod.Klart;
            }
            foreach (var rad in olosta.Value.Rader) await terminal.Ut.WriteLineAsync(Text(rad));
            await terminal.Ut.WriteLineAsync(olosta.Value.Fler
                ? $"De {ListaIncidenter.Mest} äldsta visas. Det finns fler."
                : olosta.Value.Rader.Count == 1 ? "1 process har stannat." : $"{olosta.Value.Rader.Count} processer har stannat.");
            await terminal.Ut.WriteLineAsync("När orsaken är åtgärdad: caseflow incident forsok ID");
            return ord.GetValue(vakt) ? Slutkod.Nekat : Slutkod.Klart;
        }, ct));
        return kommando;
    }

    private static Command Forsok(Terminal terminal, IConfiguration installningar)
    {
        var id = new Argument<string>("ID") { Description = "Incidentens nummer, ur listan." };
        var kommando = new Command("forsok", "Låter en process försöka igen där den stannade. Slutar med 1 när den stannar igen.") { id };
        kommando.SetAction(async (ord, ct) =>
        {
            if (!long.TryParse(ord.GetRequiredValue(id), NumberStyles.None, CultureInfo.InvariantCulture, out var incident))
                return await terminal.FelAnvandning("ID: skriv incidentens nummer, så som caseflow incident lista visar det.");
            return await Vard.Med(terminal, installningar, vard => Forsok(terminal, vard, incident, ct), ct);
        });
        return kommando;
    }

    /// <returns>The exit code.</returns>
    internal static async Task<int> Forsok(Terminal terminal, Vard vard, long incident, CancellationToken ct)
    {
        var forsokt = await vard.Sand(new ForsokIncidentIgen(incident), ct: ct);
        if (forsokt.Failed) return await terminal.Nekat(forsokt.Error);
        if (forsokt.Value is { Lost: true })
            await terminal.Ut.WriteLineAsync($"Incidenten är löst. Processen i ärende {forsokt.Value.Arendenummer} gick vidare.");
        if (forsokt.Value.Stannade.Count == 0) return Slutkod.Klart;
        await terminal.Fel.WriteLineAsync(forsokt.Value.Lost ? "Processen stannade på ett annat ställe:" : "Det gick inte den här gången heller. Processen står kvar:");
        foreach (var rad in forsokt.Value.Stannade) await terminal.Fel.WriteAsync(Text(rad));
        return Slutkod.Nekat;
    }

    /// <summary>An incident on lines of its own, with an empty line after.</summary>
    private static string Text(IncidentRad rad) => string.Join('\n',
    [
        string.Create(CultureInfo.InvariantCulture, $"Incident {rad.Id}"),
        $"  Ärende    {rad.Arendenummer}",
        $"  Sedan     {Datumtext.Lang(SvenskTid.Dag(rad.Uppstod))} {Datumtext.Klocka(rad.Uppstod)}",
        $"  Element   {rad.Nod} i {rad.Process}{(rad.Namn.Length == 0 ? "" : $" ({rad.Namn})")}",
        .. rad.Operation is { } operation ? new[] { $"  Utför     {operation}" } : [],
        $"  Orsak     {rad.Kod}: {rad.Text}",
        "",
    ]);
}
