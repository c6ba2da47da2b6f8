using System.Data.Common;
using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Kalender;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cli.Kommandon;

/// <summary>Line by line: read, register, answer. One line at a time, since a line may be a duplicate of the one before.</summary>
internal sealed class Ansokningsimport(Vard vard, Terminal terminal)
{
    public const string Registrerad = "registrerad";
    public const string Dubblett = "dubblett";
    public const string Avvisad = "avvisad";

    private const string TextForLang = "TEXT_FOR_LANG";
    private const string ProgramFel = "PROGRAMFEL";

    /// <summary>How often a line is tried when another import or the web was before it.</summary>
    private const int MestForsok = 20;

    private static readonly TimeSpan Vila = TimeSpan.FromMilliseconds(50);

    private readonly DateOnly _idag = SvenskTid.Dag(vard.Tjanster.GetRequiredService<TimeProvider>().GetUtcNow());

    private readonly Dictionary<(string Utfall, string? Kod), int> _antal = [];

    /// <summary>How many lines are answered.</summary>
    public int Rader { get; private set; }

    public IReadOnlyDictionary<(string Utfall, string? Kod), int> Antal => _antal;

    /// <summary>True when a line could not be registered for a reason that is ours.</summary>
    public bool Programfel => _antal.ContainsKey((Avvisad, ProgramFel));

    /// <exception cref="ImportAvbrutenException">The database no longer answers; the report holds the lines that were answered.</exception>
    public async Task Kor(Stream strom, Importrapport rapport, Action<double> framsteg, CancellationToken ct)
    {
        await foreach (var rad in Radlasare.Las(strom, Ansokningsinnehall.MaxBytes, ct))
        {
            var svar = await Prova(Rader + 1, rad, ct);
            rapport.Skriv(svar);
            _antal[(svar.Utfall, svar.Kod)] = _antal.GetValueOrDefault((svar.Utfall, svar.Kod)) + 1;
            Rader++;
            framsteg(strom.Position);
        }
    }

    private async Task<Rapportrad> Prova(int rad, Filrad innehall, CancellationToken ct)
    {
        if (innehall.ForLang) return new(rad, Externid.Las(innehall.Innehall.Span, _idag), Avvisad, TextForLang, null);
        var last = Ansokningsinnehall.Las(innehall.Innehall.Span);
        if (last.Failed) return new(rad, Externid.Las(innehall.Innehall.Span, _idag), Avvisad, last.Error.Code, null);
        var ansokan = last.Value;
        try
        {
            var svar = await Registrera(rad, new RegistreraAnsokan(ansokan), ct);
            if (svar.Failed) return new(rad, ansokan.ExternId, Avvisad, svar.Error.Code, null);
            return svar.Value.Utfall == RegistreringUtfall.Registrerad
                ? new(rad, ansokan.ExternId, Registrerad, null, svar.Value.Arendenummer)
                : new(rad, ansokan.ExternId, Dubblett, "EXTERNID_FINNS", svar.Value.Arendenummer);
        }
        catch (Exception fel) when (ArRadensEget(fel))
        {
            // En rad som programmet inte klarar stoppar inte resten, men syns. Felets text kan bära personuppgifter och skrivs inte.
            await terminal.Fel.WriteLineAsync($"Rad {rad}: ett fel i programmet ({fel.GetBaseException().GetType().Name}). Raden är inte registrerad.");
            return new(rad, ansokan.ExternId, Avvisad, ProgramFel, null);
        }
        catch (DbException fel)
        {
            throw new ImportAvbrutenException(rad, "databasen svarar inte som den ska", fel);
        }
    }

    /// <summary>Sends the line, again when someone else was before.</summary>
    private async Task<Result<Registrering>> Registrera(int rad, RegistreraAnsokan anrop, CancellationToken ct)
    {
        for (var forsok = 1; ; forsok++)
        {
            var svar = await vard.Sand(anrop, Systemaktor.Import, ct);
            if (!svar.Failed || !(svar.Error.Kind == ErrorKind.Unavailable || svar.Error.Code == Felkoder.NagonHannFore)) return svar;
            if (forsok == MestForsok) throw new ImportAvbrutenException(rad, svar.Error.Text, null);
            await Task.Delay(Vila * forsok, ct);
        }
    }

    /// <summary>A fault that the line's own content brings: anything but an interruption and a database that is down or full. SQLSTATE class
    /// 22 and 23 are data that the database does not take.</summary>
    private static bool ArRadensEget(Exception fel)
    {
        if (fel is OperationCanceledException or ImportAvbrutenException or IOException) return false;
        var databas = fel as DbException ?? fel.InnerException as DbException;
        return databas is null || databas.SqlState is ['2', '2' or '3', ..];
    }
}

/// <summary>The import cannot go on.</summary>
internal sealed class ImportAvbrutenException(int rad, string orsak, Exception? inre) : Exception(
    $"Importen avbröts vid rad {rad}: {orsak}. Raderna före är besvarade i rapporten. Kör samma kommando igen: det som är registrerat blir dubbletter.", inre);
