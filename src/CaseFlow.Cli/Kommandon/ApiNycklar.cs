using System.CommandLine;
using System.Globalization;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using Microsoft.Extensions.Configuration;
using Spectre.Console;

namespace CaseFlow.Cli.Kommandon;

/// <summary><c>caseflow api-key add|list|sparra</c>: keys for other systems, and personal keys.</summary>
internal static class ApiNycklar
{
    public static Command Kommando(Terminal terminal, IConfiguration installningar) =>
        new("api-key", "Nycklar till API:et, för andra system och för en person.")
        {
            Skapa(terminal, installningar), Lista(terminal, installningar), Sparra(terminal, installningar),
        };

    private static Command Skapa(Terminal terminal, IConfiguration installningar)
    {
        var (namn, som) = (Namn(), Vard.Som());
        var behorighet = new Option<string[]>("--behorighet")
        {
            Description = $"Vad nyckeln får göra: {string.Join(", ", Kontraktsbehorighet.Alla)}.", Required = true, HelpName = "KOD", AllowMultipleArgumentsPerToken = true,
        };
        var anvandare = new Option<string>("--anvandare")
        {
            Description = "Vems nyckeln är, när den är personlig: det hon loggar in med. Den får högst det hon själv får.", HelpName = "ANVANDARE",
        };
        var dagar = new Option<int?>("--dagar")
        {
            Description = $"Hur många dagar en personlig nyckel gäller, högst {ApiNyckel.LangstDagar}. {ApiNyckel.LangstDagar} när det inte sägs.", HelpName = "ANTAL",
        };
        var kommando = new Command("add", "Gör en nyckel. Den visas en gång, ensam på stdout.") { namn, behorighet, anvandare, dagar, som };
        kommando.SetAction((ord, ct) => Vard.Med(terminal, installningar, async vard =>
        {
            var aktor = await vard.Aktor(ord.GetValue(som), ord.GetValue(anvandare), ct);
            if (aktor.Failed) return await terminal.Nekat(aktor.Error);
            var ny = await vard.Sand(new SkapaApiNyckel(ord.GetRequiredValue(namn), ord.GetRequiredValue(behorighet), ord.GetValue(anvandare), ord.GetValue(dagar)), aktor.Value, ct);
            if (ny.Failed) return await terminal.Nekat(ny.Error);
            // Bara nyckeln på stdout, så att ett skript kan ta emot den.
            await terminal.Fel.WriteLineAsync($"Nyckeln {ny.Value.Namn} visas bara nu. Spara den på ett säkert ställe.");
            await terminal.Ut.WriteLineAsync(ny.Value.Klartext);
            return Slutkod.Klart;
        }, ct));
        return kommando;
    }

    private static Command Lista(Terminal terminal, IConfiguration installningar)
    {
        var kommando = new Command("list", "Visar nycklarna, aldrig själva nyckeln.");
        kommando.SetAction((_, ct) => Vard.Med(terminal, installningar, async vard =>
        {
            var nycklar = await vard.Sand(new ListaApiNycklar(), ct: ct);
            if (nycklar.Failed) return await terminal.Nekat(nycklar.Error);
            var tabell = new Table().AddColumns("Namn", "Vems", "Behörigheter", "Enhet", "Skapad", "Gäller t.o.m.", "Spärrad");
            foreach (var n in nycklar.Value)
                tabell.AddRow(
                    n.Namn.EscapeMarkup(), (n.Anvandare ?? "–").EscapeMarkup(), string.Join(", ", n.Behorigheter).EscapeMarkup(), n.Enhet.EscapeMarkup(), Dag(n.Skapad), n.GallerTom is { } tom ? Dag(tom) : "–", n.Sparrad is { } s ? Dag(s) : "–");
            terminal.Skriv(tabell);
            return Slutkod.Klart;
        }, ct));
        return kommando;
    }

    private static Command Sparra(Terminal terminal, IConfiguration installningar)
    {
        var (namn, som) = (Namn(), Vard.Som());
        var anvandare = new Option<string>("--anvandare") { Description = "Vems nyckeln är, när flera heter lika: det hon loggar in med.", HelpName = "ANVANDARE" };
        var kommando = new Command("sparra", "Spärrar en nyckel genast. Den kan inte öppnas igen.") { namn, anvandare, som };
        kommando.SetAction((ord, ct) => Vard.Med(terminal, installningar, async vard =>
        {
            var aktor = await vard.Aktor(ord.GetValue(som), null, ct);
            if (aktor.Failed) return await terminal.Nekat(aktor.Error);
            var sparrad = await vard.Sand(new SparraApiNyckel(ord.GetRequiredValue(namn), ord.GetValue(anvandare)), aktor.Value, ct);
            if (sparrad.Failed) return await terminal.Nekat(sparrad.Error);
            await terminal.Ut.WriteLineAsync($"Nyckeln {ord.GetRequiredValue(namn)} är spärrad.");
            return Slutkod.Klart;
        }, ct));
        return kommando;
    }

    private static Option<string> Namn() => new("--namn") { Description = "Vad nyckeln heter.", Required = true, HelpName = "NAMN" };

    private static string Dag(DateTimeOffset tid) => Dag(SvenskTid.Dag(tid));

    private static string Dag(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
