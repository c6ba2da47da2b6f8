using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CaseFlow.Engine.Bpmn;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Processer;

/// <summary>Where the process folders are.</summary>
/// <param name="Mapp">Absolute path of <c>workflows/</c>.</param>
public sealed record Processmapp(string Mapp)
{
    /// <summary>The nearest <c>workflows/</c> at or above the program: the repository's in development, the published one beside the binaries.</summary>
    public static Processmapp Sok()
    {
        for (var mapp = new DirectoryInfo(AppContext.BaseDirectory); mapp is not null; mapp = mapp.Parent)
        {
            var kandidat = Path.Combine(mapp.FullName, "workflows");
            if (Directory.Exists(kandidat)) return new(kandidat);
        }
        return new(Path.Combine(AppContext.BaseDirectory, "workflows"));
    }
}

/// <summary>The deployed processes, each read once and kept: a definition never changes under its id.</summary>
public sealed class Processkatalog(Processmapp mapp)
{
    private readonly ConcurrentDictionary<long, Processpaket> _paket = new();

    /// <summary>The package an instance runs on.</summary>
    /// <exception cref="InvalidOperationException">The definition is not in the database, or no longer reads: an operator must look.</exception>
    public async Task<Processpaket> Paket(CaseFlowDb db, long definitionId, CancellationToken ct)
    {
        if (_paket.TryGetValue(definitionId, out var paket)) return paket;
        var rad = await db.Definitioner.AsNoTracking().SingleOrDefaultAsync(d => d.Id == definitionId, ct)
            ?? throw new InvalidOperationException($"Processdefinitionen {definitionId} finns inte.");
        return _paket.GetOrAdd(definitionId, Tolka(rad));
    }

    /// <summary>The newest deployed version of a process.</summary>
    public static async Task<long?> Aktuell(CaseFlowDb db, string nyckel, CancellationToken ct) =>
        await db.Definitioner.Where(d => d.Nyckel == nyckel).OrderByDescending(d => d.VersionNr).Select(d => (long?)d.Id).FirstOrDefaultAsync(ct);

    /// <summary>The newest version of each process that starts by itself when something happens.</summary>
    /// <param name="av">Whether a start event's trigger is what happened.</param>
    internal async Task<IReadOnlyList<long>> SomStartar(CaseFlowDb db, Func<Trigger, bool> av, CancellationToken ct)
    {
        var alla = await db.Definitioner.OrderBy(d => d.Nyckel).Select(d => new { d.Id, d.Nyckel, d.VersionNr }).ToListAsync(ct);
        var svar = new List<long>();
        foreach (var nyast in alla.GroupBy(d => d.Nyckel, StringComparer.Ordinal).Select(g => g.MaxBy(d => d.VersionNr)!))
        {
            if ((await Paket(db, nyast.Id, ct)).Definition.Root.Starts.Any(start => av(start.Trigger))) svar.Add(nyast.Id);
        }
        return svar;
    }

    /// <summary>Reads every process folder as it stands on disk now.</summary>
    public IReadOnlyList<Processfiler> LasMapp() =>
        !Directory.Exists(mapp.Mapp) ? []
        : [.. Directory.EnumerateDirectories(mapp.Mapp).Order(StringComparer.Ordinal)
            .Where(d => File.Exists(Path.Combine(d, Path.GetFileName(d) + ".bpmn")))
            .Select(Processfiler.Las)];

    private static Processpaket Tolka(Processdefinition rad)
    {
        var filer = new Dictionary<string, string>(StringComparer.Ordinal) { [$"{rad.Nyckel}.bpmn"] = rad.Xml };
        foreach (var json in new[] { rad.Beslutstabeller, rad.Formular })
        {
            foreach (var (namn, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(json)!) filer[namn] = text;
        }
        var (paket, fel) = Processpaketlasare.Las(rad.Nyckel, filer);
        return paket ?? throw new InvalidOperationException($"{rad.Nyckel} version {rad.VersionNr} går inte att läsa: {string.Join(' ', fel)}");
    }
}

/// <summary>The files of one process folder.</summary>
public sealed record Processfiler(string Nyckel, IReadOnlyDictionary<string, string> Filer)
{
    /// <summary>SHA-256 over every file name and text in order; hex, lower case. Names the version.</summary>
    public string Sha256
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var (namn, text) in Filer.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{namn}\0{text.ReplaceLineEndings("\n")}\0"));
            }
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    public static Processfiler Las(string mapp)
    {
        var filer = Directory.EnumerateFiles(mapp, "*", SearchOption.AllDirectories)
            .Select(f => (Namn: Path.GetRelativePath(mapp, f).Replace('\\', '/'), Fil: f))
            .Where(f => !f.Namn.StartsWith("scenarier/", StringComparison.Ordinal) && Path.GetExtension(f.Namn) is (".bpmn" or ".dmn" or ".json"))
            .ToDictionary(f => f.Namn, f => File.ReadAllText(f.Fil), StringComparer.Ordinal);
        return new(Path.GetFileName(mapp), filer);
    }
}
