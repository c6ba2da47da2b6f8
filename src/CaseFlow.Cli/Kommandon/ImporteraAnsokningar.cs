using System.CommandLine;
using System.Globalization;
using CaseFlow.Domain.Kalender;
using Microsoft.Extensions.Configuration;
using Spectre.Console;

namespace CaseFlow.Cli.Kommandon;

/// <summary><c>caseflow import ansokningar FILE --rapport OUT.jsonl</c>: one ansökan a line, through the same use case as the page and the API.
/// A broken line never stops the rest, and running it again registers nothing.</summary>
internal static class ImporteraAnsokningar
{
    private static readonly string[] Tidsformer = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static Command Kommando(Terminal terminal, IConfiguration installningar)
    {
        var fil = new Argument<string>("FIL") { Description = "Ansökningarna, en per rad (JSON Lines, UTF-8)." };
        var rapport = new Option<string>("--rapport") { Description = "Filen som får en svarsrad för varje rad; en tidigare rapport skrivs över.", Required = true, HelpName = "FIL" };
        var nu = new Option<string>("--nu")
        {
            Description = "Ställer klockan för hela körningen, för prov: 2026-11-21T12:00:00+01:00. Utan tidszon är det svensk tid.", HelpName = "TID",
        };
        var ansokningar = new Command("ansokningar", "Läser in ansökningar från en fil. Kan köras igen: det som är registrerat blir dubbletter.")
        {
            fil, rapport, nu,
        };
        ansokningar.SetAction((ord, ct) => Kor(terminal, installningar, ord.GetRequiredValue(fil), ord.GetRequiredValue(rapport), ord.GetValue(nu), ct));
        return new Command("import", "Läser in det som andra system har samlat.") { ansokningar };
    }

    private static async Task<int> Kor(Terminal terminal, IConfiguration installningar, string fil, string rapport, string? nu, CancellationToken ct)
    {
        if (Path.GetFullPath(fil) == Path.GetFullPath(rapport)) return await terminal.FelAnvandning("Rapporten kan inte skrivas över filen som läses.");
        DateTimeOffset? tid = nu is null ? null : Tolka(nu);
        if (nu is not null && tid is null) return await terminal.FelAnvandning("--nu: skriv tiden som 2026-11-21T12:00:00+01:00.");

        await using var vard = Vard.Skapa(installningar, terminal, tid);
        var (strom, hinder) = Oppna(fil, () => File.OpenRead(fil));
        if (strom is null) return await terminal.Nekat($"{fil}: {hinder}");
        await using (strom)
        {
            if (await vard.HinderForAnsokningar(ct) is { } saknas) return await terminal.Nekat(saknas);
            var (skrivare, skrivhinder) = Oppna(rapport, () => new Importrapport(rapport), Importrapport.Hinder);
            if (skrivare is null) return await terminal.Nekat($"Rapporten {rapport}: {skrivhinder}");
            using (skrivare) return await Las(terminal, strom, skrivare, new Ansokningsimport(vard, terminal), ct);
        }
    }

    private static async Task<int> Las(Terminal terminal, FileStream strom, Importrapport rapport, Ansokningsimport import, CancellationToken ct)
    {
        try
        {
            await terminal.MedFramsteg("Läser ansökningar", () => Task.FromResult((double)strom.Length), async framsteg =>
            {
                await import.Kor(strom, rapport, framsteg, ct);
                return import.Rader;
            });
        }
        catch (ImportAvbrutenException avbruten)
        {
            return await terminal.Nekat(avbruten.Message);
        }
        catch (OperationCanceledException)
        {
            return await terminal.Nekat($"Avbrutet efter rad {import.Rader}. Kör samma kommando igen: det som är registrerat blir dubbletter.");
        }
        Visa(terminal, import);
        return import.Programfel ? Slutkod.Nekat : Slutkod.Klart;
    }

    private static void Visa(Terminal terminal, Ansokningsimport import)
    {
        var tabell = new Table().AddColumn("Utfall").AddColumn("Kod").AddColumn(new TableColumn("Rader").RightAligned());
        foreach (var utfall in new[] { Ansokningsimport.Registrerad, Ansokningsimport.Dubblett, Ansokningsimport.Avvisad })
        {
            foreach (var (nyckel, antal) in import.Antal.Where(a => a.Key.Utfall == utfall).OrderByDescending(a => a.Value).ThenBy(a => a.Key.Kod, StringComparer.Ordinal))
                tabell.AddRow(nyckel.Utfall, nyckel.Kod ?? "", antal.ToString(CultureInfo.InvariantCulture));
        }
        terminal.Skriv(tabell);
        terminal.Ut.WriteLine($"{import.Rader} rader lästa.");
    }

    private static (T? Oppnad, string? Hinder) Oppna<T>(string fil, Func<T> oppna, Func<string, string?>? hinder = null)
        where T : class
    {
        try
        {
            return hinder?.Invoke(fil) is { } fel ? (null, fel) : (oppna(), null);
        }
        catch (Exception fel) when (Filer.ArFilfel(fel))
        {
            return (null, Filer.Orsak(fil, fel));
        }
    }

    private static DateTimeOffset? Tolka(string text)
    {
        if (!DateTime.TryParseExact(text, Tidsformer, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var tid)) return null;
        return tid.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(tid, SvenskTid.Zon.GetUtcOffset(tid)) : new DateTimeOffset(tid);
    }
}
