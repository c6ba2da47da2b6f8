using System.CommandLine;
using System.Data.Common;
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
    // Ett argument som börjar med @ är ett namn, inte en fil med fler argument.
    private static readonly ParserConfiguration Tolkning = new() { ResponseFileTokenReplacer = null };

    /// <param name="installningar">Read first when a command needs the database, so that the others run without.</param>
    public static async Task<int> Kor(
        string[] ord, TextWriter ut, TextWriter fel, IConfiguration installningar, TextReader? inkommande = null,
        CancellationToken ct = default)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("sv-SE");
        var terminal = new Terminal(ut, fel, inkommande ?? Console.In);
        var tolkat = Rot(terminal, installningar).Parse(ord, Tolkning);
        if (tolkat.Action is not Hjalp && tolkat.Errors.Count > 0) return Felanvandning.Skriv(tolkat, fel);
        try
        {
            return await tolkat.InvokeAsync(new() { Output = ut, Error = fel, EnableDefaultExceptionHandler = false }, ct);
        }
        catch (InstallningException installning)
        {
            return await terminal.FelAnvandning(installning.Message);
        }
        catch (OperationCanceledException)
        {
            return await terminal.Nekat("Avbrutet.");
        }
        catch (DbException databas)
        {
            return await terminal.Nekat($"Databasen sade ifrån: {databas.Message}");
        }
        catch (Exception hinder) when (hinder is IOException or UnauthorizedAccessException)
        {
            return await terminal.Nekat($"Det gick inte att läsa eller skriva: {hinder.Message}");
        }
        catch (Exception oforutsett)
        {
            return await terminal.Nekat($"Ett fel i programmet: {oforutsett.GetBaseException().Message} ({oforutsett.GetBaseException().GetType().Name})");
        }
    }

    internal static RootCommand Rot(Terminal terminal, IConfiguration installningar)
    {
        var rot = new RootCommand("Ärendehantering för biståndshandläggning: databas, import, processer och kontroll.")
        {
            Migrera.Kommando(terminal, installningar),
            LaggDemo.Kommando(terminal, installningar),
            ImporteraAnsokningar.Kommando(terminal, installningar),
            Anvandarkonton.Kommando(terminal, installningar),
            ApiNycklar.Kommando(terminal, installningar),
            ProvaBpmn.Kommando(terminal),
            ProvaDmn.Kommando(terminal),
            RaknaFeel.Kommando(terminal),
            GranskaFormular.Kommando(terminal),
            GranskaProcesser.Kommando(terminal),
            GranskaProcesser.Scenarier(terminal),
            Incidenter.Kommando(terminal, installningar),
            GranskaLogg.Kommando(terminal, installningar),
            Handlingskontroll.Kommando(terminal, installningar),
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
