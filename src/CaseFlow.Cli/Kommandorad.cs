using System.CommandLine;
using System.Globalization;
using CaseFlow.Cli.Kommandon;
using CaseFlow.Data.Grund;
using Microsoft.Extensions.Configuration;

namespace CaseFlow.Cli;

// caseflow: det en drifttekniker gör utan webben. Varje kommando är tunt: det läser sina ord, skickar ett användningsfall
// och skriver ut svaret. Fel går till stderr, allt annat till stdout.

/// <summary>The command line as a whole, callable from a test.</summary>
internal static class Kommandorad
{
    public static async Task<int> Kor(
        string[] ord, TextWriter ut, TextWriter fel, IConfiguration installningar, CancellationToken ct = default)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("sv-SE");
        var rot = Rot(new Terminal(ut, fel), installningar);
        var tolkat = rot.Parse(ord);
        if (tolkat.Action is not Hjalp && tolkat.Errors.Count > 0) return Felanvandning.Skriv(tolkat, fel);
        try
        {
            return await tolkat.InvokeAsync(new() { Output = ut, Error = fel, EnableDefaultExceptionHandler = false }, ct);
        }
        catch (InstallningException installning)
        {
            await fel.WriteLineAsync(installning.Message);
            return Slutkod.FelAnvandning;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            await fel.WriteLineAsync("Avbrutet.");
            return Slutkod.Nekat;
        }
        catch (Exception oforutsett) when (oforutsett is System.Data.Common.DbException or IOException or UnauthorizedAccessException)
        {
            await fel.WriteLineAsync($"Det gick inte: {oforutsett.Message}");
            return Slutkod.Nekat;
        }
    }

    private static RootCommand Rot(Terminal terminal, IConfiguration installningar)
    {
        var rot = new RootCommand("Ärendehantering för biståndshandläggning: databas, import, processer och kontroll.")
        {
            Migrera.Kommando(terminal, installningar),
            LaggDemo.Kommando(terminal, installningar),
            ImporteraAnsokningar.Kommando(terminal, installningar),
            ApiNycklar.Kommando(terminal, installningar),
            Bpmn.Kommando(terminal),
            GranskaProcesser.Kommando(terminal),
            GranskaLogg.Kommando(terminal, installningar),
            ByggOmIndikatorerna.Kommando(terminal, installningar),
        };
        Hjalp.Satt(rot);
        return rot;
    }
}

/// <summary>What the process ends with; scripts rely on it.</summary>
internal static class Slutkod
{
    public const int Klart = 0;

    /// <summary>Refused, or not as expected.</summary>
    public const int Nekat = 1;

    public const int FelAnvandning = 2;
}
