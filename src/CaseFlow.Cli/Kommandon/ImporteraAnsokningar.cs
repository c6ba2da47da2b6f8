using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Domain;
using Microsoft.Extensions.Configuration;
using Spectre.Console;

namespace CaseFlow.Cli.Kommandon;

/// <summary><c>caseflow import ansokningar FILE --rapport OUT.jsonl</c>: one ansökan a line, through the same use case as the page and the API.
/// A broken line never stops the rest, and running it again registers nothing.</summary>
internal static class ImporteraAnsokningar
{
    public static Command Kommando(Terminal terminal, IConfiguration installningar)
    {
        var fil = new Argument<string>("FIL") { Description = "Ansökningarna, en per rad (JSON Lines, UTF-8)." };
        var rapport = new Option<string>("--rapport") { Description = "Filen som får en svarsrad för varje rad.", Required = true, HelpName = "FIL" };
        var nu = new Option<string>("--nu") { Description = "Flyttar klockan, för prov: 2026-11-21T12:00:00+01:00.", HelpName = "TID" };
        var ansokningar = new Command("ansokningar", "Läser in ansökningar från en fil.") { fil, rapport, nu };
        ansokningar.SetAction((ord, ct) => Kor(terminal, installningar, ord.GetRequiredValue(fil), ord.GetRequiredValue(rapport), ord.GetValue(nu), ct));
        return new Command("import", "Läser in det som andra system har samlat.") { ansokningar };
    }

    private static async Task<int> Kor(Terminal terminal, IConfiguration installningar, string fil, string rapport, string? nu, CancellationToken ct)
    {
        if (!File.Exists(fil)) return await terminal.FelAnvandning($"Filen {fil} finns inte.");
        if (Path.GetFullPath(fil) == Path.GetFullPath(rapport)) return await terminal.FelAnvandning("Rapporten kan inte skrivas över filen som läses.");
        DateTimeOffset? tid = null;
        if (nu is not null)
        {
            if (!DateTimeOffset.TryParse(nu, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var angiven))
                return await terminal.FelAnvandning("--nu: skriv tiden som 2026-11-21T12:00:00+01:00.");
            tid = angiven;
        }

        await using var vard = Vard.Skapa(installningar, tid);
        if (await vard.Redo(ct) is { } hinder) return await terminal.Nekat(hinder);
        StreamWriter skrivare;
        try
        {
            skrivare = new StreamWriter(rapport, append: false) { NewLine = "\n" };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await terminal.FelAnvandning($"Rapporten {rapport} går inte att skriva: {e.Message}");
        }

        Importsummering summering;
        await using (skrivare)
        await using (var strom = File.OpenRead(fil))
        {
            summering = await terminal.MedFramsteg("Läser ansökningar", strom.Length, framsteg => Ansokningsimport.Kor(strom, skrivare, vard, framsteg, ct));
        }
        Visa(terminal, summering);
        return Slutkod.Klart;
    }

    private static void Visa(Terminal terminal, Importsummering summering)
    {
        var tabell = new Table().AddColumn("Utfall").AddColumn("Kod").AddColumn(new TableColumn("Rader").RightAligned());
        foreach (var (nyckel, antal) in summering.Antal.OrderByDescending(a => a.Key.Utfall, StringComparer.Ordinal).ThenByDescending(a => a.Value).ThenBy(a => a.Key.Kod, StringComparer.Ordinal))
            tabell.AddRow(nyckel.Utfall, nyckel.Kod ?? "", antal.ToString(CultureInfo.InvariantCulture));
        terminal.Tavla.Write(tabell);
        terminal.Ut.WriteLine($"{summering.Rader} rader lästa.");
    }
}

/// <summary>What the lines of a file became.</summary>
internal sealed record Importsummering(int Rader, IReadOnlyDictionary<(string Utfall, string? Kod), int> Antal);

/// <summary>Line by line: read, register, answer. The lines are sent one at a time, since a line may be a duplicate of the one before.</summary>
internal static class Ansokningsimport
{
    private const string Registrerad = "registrerad";
    private const string Dubblett = "dubblett";
    private const string Avvisad = "avvisad";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<Importsummering> Kor(Stream strom, TextWriter rapport, Vard vard, Action<double> framsteg, CancellationToken ct)
    {
        var (antal, rad) = (new Dictionary<(string, string?), int>(), 0);
        await foreach (var innehall in Radlasare.Las(strom, Ansokningsinnehall.MaxBytes, ct))
        {
            var svar = await Rad(++rad, innehall, vard, ct);
            await rapport.WriteLineAsync(JsonSerializer.Serialize(svar, Json));
            antal[(svar.Utfall, svar.Kod)] = antal.GetValueOrDefault((svar.Utfall, svar.Kod)) + 1;
            framsteg(strom.Position);
        }
        return new(rad, antal);
    }

    private static async Task<Rapportrad> Rad(int rad, byte[]? innehall, Vard vard, CancellationToken ct)
    {
        var last = innehall is null ? Ansokningsinnehall.Las([]) : Ansokningsinnehall.Las(innehall);
        if (last.Failed) return new(rad, ExternId(innehall), Avvisad, last.Error.Code, null);
        var ansokan = last.Value;
        var svar = await vard.Sand(new RegistreraAnsokan(ansokan), Systemaktor.Import, ct);
        if (svar.Failed && svar.Error.Kind == ErrorKind.Unavailable) throw new IOException(svar.Error.Text);
        if (svar.Failed) return new(rad, ansokan.ExternId, Avvisad, svar.Error.Code, null);
        return svar.Value.Utfall == RegistreringUtfall.Registrerad
            ? new(rad, ansokan.ExternId, Registrerad, null, svar.Value.Arendenummer)
            : new(rad, ansokan.ExternId, Dubblett, "EXTERNID_FINNS", svar.Value.Arendenummer);
    }

    /// <summary>The key of a line that could not be read as an ansökan, when at least that much of it is JSON.</summary>
    private static string? ExternId(byte[]? innehall)
    {
        if (innehall is null) return null;
        try
        {
            using var json = JsonDocument.Parse(innehall);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("externId", out var id)
                && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        }
        catch (Exception fel) when (fel is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A line of the report. The names of its properties are the contract's.</summary>
    private sealed record Rapportrad(int Rad, string? ExternId, string Utfall, string? Kod, string? Arendenummer);
}
