using System.CommandLine;
using CaseFlow.Application.Handlingar;
using Microsoft.Extensions.Configuration;

namespace CaseFlow.Cli.Kommandon;

/// <summary><c>caseflow handlingar kontrollera</c>: whether every document has its file, unchanged.</summary>
internal static class Handlingskontroll
{
    public static Command Kommando(Terminal terminal, IConfiguration installningar) =>
        new("handlingar", "Filerna som lagts in i ärenden.") { Kontrollera(terminal, installningar) };

    private static Command Kontrollera(Terminal terminal, IConfiguration installningar)
    {
        var kommando = new Command("kontrollera", "Läser varje handlings fil och jämför med det som registrerades. Slutar med 1 när någon saknas eller är ändrad.");
        kommando.SetAction((_, ct) => Vard.Med(terminal, installningar, async vard =>
        {
            var (lasta, trasiga, efter) = (0, 0, (long?)null);
            do
            {
                var svar = await vard.Sand(new KontrolleraHandlingar(efter), ct: ct);
                if (svar.Failed) return await terminal.Nekat(svar.Error);
                foreach (var trasig in svar.Value.Trasiga)
                    await terminal.Fel.WriteLineAsync($"{trasig.Beteckning}: {(trasig.Fel is Handlingsfel.Saknas ? "filen saknas" : "filen är ändrad, eller nyckeln är en annan")}");
                (lasta, trasiga, efter) = (lasta + svar.Value.Antal, trasiga + svar.Value.Trasiga.Count, svar.Value.Nasta);
            }
            while (efter is not null);
            await terminal.Ut.WriteLineAsync(trasiga == 0 ? $"{lasta} handlingar lästa, alla hela." : $"{lasta} handlingar lästa, {trasiga} trasiga.");
            return trasiga == 0 ? Slutkod.Klart : Slutkod.Nekat;
        }, ct));
        return kommando;
    }
}
