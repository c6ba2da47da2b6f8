using System.CommandLine;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using Microsoft.Extensions.Configuration;

namespace CaseFlow.Cli.Kommandon;

/// <summary><c>caseflow user add|stang|nollstall-tvasteg|nollstall-losenord</c>: the first user of an installation, the one who has left, and the one who has
/// lost her telephone or forgotten her password.</summary>
internal static class Anvandarkonton
{
    private static readonly Dictionary<string, (Roll Roll, Delegatniva Delegat)> Roller = new(StringComparer.Ordinal)
    {
        ["handlaggare"] = (Roll.Handlaggare, Delegatniva.Handlaggare),
        ["fardtjansthandlaggare"] = (Roll.Fardtjansthandlaggare, Delegatniva.Handlaggare),
        ["bitradande-chef"] = (Roll.BitradandeChef, Delegatniva.BitradandeChef),
        ["chef"] = (Roll.Chef, Delegatniva.Chef),
        ["forvaltare"] = (Roll.Forvaltare, Delegatniva.Ingen),
        ["utforare"] = (Roll.Utforare, Delegatniva.Ingen),
        ["administrator"] = (Roll.Administrator, Delegatniva.Ingen),
        ["aldrelots"] = (Roll.Aldrelots, Delegatniva.Ingen),
        ["kvalitetsrad"] = (Roll.Kvalitetsrad, Delegatniva.Ingen),
    };

    public static Command Kommando(Terminal terminal, IConfiguration installningar) =>
        new("user", "Användare med inbyggt konto.") { LaggUpp(terminal, installningar), Stang(terminal, installningar), Nollstall(terminal, installningar), Losenord(terminal, installningar) };

    private static Command LaggUpp(Terminal terminal, IConfiguration installningar)
    {
        var konto = Anvandarnamn();
        var namn = new Option<string>("--namn") { Description = "För- och efternamn.", Required = true, HelpName = "NAMN" };
        var titel = new Option<string>("--titel") { Description = "Titel, som den står i brev.", Required = true, HelpName = "TITEL" };
        var roll = new Option<string>("--roll") { Description = $"En av {string.Join(", ", Roller.Keys)}.", Required = true, HelpName = "ROLL" };
        var som = Vard.Som();
        var enhet = new Option<string>("--enhet") { Description = "Enhetens namn; behövs inte när det bara finns en.", HelpName = "NAMN" };
        var kommando = new Command("add", "Lägger upp en användare. Lösenordet läses från stdin, eller frågas efter.") { konto, namn, titel, roll, enhet, som };
        kommando.SetAction(async (ord, ct) =>
        {
            if (!Roller.TryGetValue(ord.GetRequiredValue(roll), out var vald))
                return await terminal.FelAnvandning($"--roll: välj {string.Join(", ", Roller.Keys)}.");
            return await Vard.Med(terminal, installningar, async vard =>
            {
                if (await vard.Enhet(ord.GetValue(enhet), ct) is not { } plats)
                    return await terminal.Nekat("Enheten finns inte, eller det finns flera. Ange dess namn med --enhet.");
                var aktor = await vard.Aktor(ord.GetValue(som), ord.GetRequiredValue(konto), ct);
                if (aktor.Failed) return await terminal.Nekat(aktor.Error);
                var uppgifter = new Kontouppgifter(ord.GetRequiredValue(konto).Trim(), await terminal.Hemlighet("Lösenord", ct));
                var svar = await vard.Sand(new LaggUppAnvandare(
                    ord.GetRequiredValue(namn), ord.GetRequiredValue(titel), plats, vald.Roll, vald.Delegat,
                    SvenskTid.Dag(TimeProvider.System.GetUtcNow()), Konto: uppgifter), aktor.Value, ct);
                if (svar.Failed) return await terminal.Nekat(svar.Error);
                await terminal.Ut.WriteLineAsync($"Användaren {uppgifter.Anvandarnamn} är upplagd. Vid första inloggningen lägger hon upp en app för engångskoder och väljer ett eget lösenord.");
                return Slutkod.Klart;
            }, ct);
        });
        return kommando;
    }

    private static Command Stang(Terminal terminal, IConfiguration installningar)
    {
        var konto = new Argument<string>("ANVANDARE") { Description = "Det hon loggar in med." };
        var som = Vard.Som();
        var kommando = new Command("stang", "Stänger ett konto, när någon har slutat. Det hon har gjort finns kvar under hennes namn.") { konto, som };
        kommando.SetAction((ord, ct) => Vard.Med(terminal, installningar, async vard =>
        {
            var aktor = await vard.Aktor(ord.GetValue(som), ord.GetRequiredValue(konto), ct);
            if (aktor.Failed) return await terminal.Nekat(aktor.Error);
            var svar = await vard.Sand(new StangAnvandare(ord.GetRequiredValue(konto)), aktor.Value, ct);
            if (svar.Failed) return await terminal.Nekat(svar.Error);
            await terminal.Ut.WriteLineAsync($"Kontot {ord.GetRequiredValue(konto)} är stängt, och dess sessioner är avslutade. Flytta hennes öppna ärenden till någon annan.");
            return Slutkod.Klart;
        }, ct));
        return kommando;
    }

    private static Command Nollstall(Terminal terminal, IConfiguration installningar)
    {
        var (konto, som) = (Anvandarnamn(), Vard.Som());
        var kommando = new Command("nollstall-tvasteg", "Tar bort appen för engångskoder och alla nycklar (passkeys) från ett konto. En ny app läggs upp vid nästa inloggning.") { konto, som };
        kommando.SetAction((ord, ct) => Vard.Med(terminal, installningar, async vard =>
        {
            var aktor = await vard.Aktor(ord.GetValue(som), ord.GetRequiredValue(konto), ct);
            if (aktor.Failed) return await terminal.Nekat(aktor.Error);
            var svar = await vard.Sand(new NollstallTvasteg(ord.GetRequiredValue(konto)), aktor.Value, ct);
            if (svar.Failed) return await terminal.Nekat(svar.Error);
            await terminal.Ut.WriteLineAsync($"Kontot {ord.GetRequiredValue(konto)} har ingen app längre, och dess sessioner är avslutade.");
            return Slutkod.Klart;
        }, ct));
        return kommando;
    }

    private static Command Losenord(Terminal terminal, IConfiguration installningar)
    {
        var (konto, som) = (Anvandarnamn(), Vard.Som());
        var kommando = new Command("nollstall-losenord", "Ger ett konto ett tillfälligt lösenord, som byts vid nästa inloggning. Läses från stdin, eller frågas efter.") { konto, som };
        kommando.SetAction((ord, ct) => Vard.Med(terminal, installningar, async vard =>
        {
            var aktor = await vard.Aktor(ord.GetValue(som), ord.GetRequiredValue(konto), ct);
            if (aktor.Failed) return await terminal.Nekat(aktor.Error);
            var svar = await vard.Sand(new NollstallLosenord(ord.GetRequiredValue(konto), await terminal.Hemlighet("Tillfälligt lösenord", ct)), aktor.Value, ct);
            if (svar.Failed) return await terminal.Nekat(svar.Error);
            await terminal.Ut.WriteLineAsync($"Kontot {ord.GetRequiredValue(konto)} har ett tillfälligt lösenord, och dess sessioner är avslutade. Hon väljer ett eget vid nästa inloggning.");
            return Slutkod.Klart;
        }, ct));
        return kommando;
    }

    private static Option<string> Anvandarnamn() => new("--anvandarnamn") { Description = "Det hon loggar in med.", Required = true, HelpName = "NAMN" };
}
