using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using CaseFlow.Application;
using CaseFlow.Domain;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Seed.Tests;

/// <summary>Everything in the database that belongs to a person, read with no help from what laid it: whose a row is follows from the columns of
/// the model that are keys.</summary>
internal sealed partial class Massadata
{
    /// <summary>Beyond any day of a unit's: what has no end.</summary>
    private static readonly long UtanFrist = new DateTimeOffset(2200, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds() * TimeSpan.MicrosecondsPerMillisecond;

    private readonly List<Tabell> _tabeller = [];
    private readonly Dictionary<long, long> _agare = [];

    /// <summary>The keys of the people.</summary>
    public IReadOnlyList<long> Personer { get; private set; } = [];

    [SuppressMessage("Security", "S2077:Formatting SQL queries is security-sensitive", Justification = "Namnen kommer ur modellen.")]
    public static async Task<Massadata> Las(CaseFlowDb db)
    {
        var data = new Massadata();
        await db.Database.OpenConnectionAsync();
        foreach (var tabell in db.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            var kolumner = tabell.Columns.Select(k => new Kolumn(k.Name, Slag(k.PropertyMappings is [var forst, ..] ? forst.Property.ClrType : typeof(object)))).ToList();
            await using var fraga = db.Database.GetDbConnection().CreateCommand();
            fraga.CommandText = $"SELECT {string.Join(", ", kolumner.Select(k => k.Namn))} FROM {tabell.Name} ORDER BY 1, 2";
            await using var svar = await fraga.ExecuteReaderAsync();
            var rader = new List<object?[]>();
            while (await svar.ReadAsync()) rader.Add([.. kolumner.Select((_, i) => svar.IsDBNull(i) ? null : svar.GetValue(i))]);
            data._tabeller.Add(new(tabell.Name, kolumner, tabell.PrimaryKey is { Columns: [var nyckel] } ? kolumner.FindIndex(k => k.Namn == nyckel.Name) : -1, rader));
        }
        data.Dela();
        return data;
    }

    /// <summary>What was written about the person, one line a row: every value, but a key as its place among the person's own, a time and a day as how long
    /// after the first of hers, and only the kind of what must differ (who works with her, what is drawn by lot).</summary>
    public List<string> Form(long person, string namn)
    {
        var egna = Egna(person).ToList();
        var nycklar = Nycklar(person).Order().Index().ToDictionary(n => n.Item, n => $"nyckel {n.Index}");
        // Lika många som namnet har ord: provas för sig.
        egna.RemoveAll(r => r.Tabell.Namn == "namndel");
        var borjan = egna.SelectMany(r => r.Tabell.Kolumner.Zip(r.Rad)).Where(k => k.First.Slag == nameof(DateTimeOffset)).Select(k => k.Second).OfType<long>().Min();
        return [.. egna.Select(r => $"{r.Tabell.Namn}: {string.Join(" | ", r.Tabell.Kolumner.Select((k, i) => $"{k.Namn}={Form(r.Tabell, k, r.Rad[i], new(namn, nycklar, borjan))}"))}")
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Every key and number of the person's that no one else has.</summary>
    public HashSet<long> Nycklar(long person) =>
        [.. Egna(person).Where(r => r.Tabell.Nyckel >= 0).Select(r => r.Rad[r.Tabell.Nyckel]).OfType<long>()];

    /// <summary>Every number that stands in the person's rows, in a column or in a text.</summary>
    public IEnumerable<long> Tal(long person) => Egna(person).SelectMany(r => r.Rad).SelectMany(v => v switch
    {
        long tal => [tal],
        string text => Siffror().Matches(text).Select(m => long.Parse(m.Value, CultureInfo.InvariantCulture)),
        _ => Enumerable.Empty<long>(),
    });

    private static string Slag(Type typ)
    {
        var egen = Nullable.GetUnderlyingType(typ) ?? typ;
        return egen == typeof(Guid) || egen == typeof(DateTimeOffset) || egen == typeof(DateOnly) || egen == typeof(long) || typeof(IId).IsAssignableFrom(egen)
            || egen == typeof(byte[]) || egen == typeof(Personidentitet) ? egen.Name : "";
    }

    private IEnumerable<(Tabell Tabell, object?[] Rad)> Egna(long person) => _tabeller.SelectMany(t => t.Rader.Where(r => Agare(t, r) == person).Select(r => (t, r)));

    private static string Form(Tabell tabell, Kolumn kolumn, object? varde, Vem vem) => (tabell.Namn, kolumn.Namn) switch
    {
        _ when varde is null => "null",
        _ when kolumn.Slag == nameof(DateTimeOffset) && varde is long mikro => mikro > UtanFrist ? "aldrig" : $"{mikro - vem.Borjan} µs efter",
        _ when kolumn.Slag == nameof(DateOnly) => $"{Dag(varde).DayNumber - vem.Borjan / TimeSpan.MicrosecondsPerDay} dagar efter",
        _ when varde is long nyckel && vem.Nycklar.TryGetValue(nyckel, out var plats) => plats,
        _ when kolumn.Slag.Length > 0 => kolumn.Slag,
        ("person", "fornamn" or "efternamn" or "sokord_efternamn") => "namn",
        // Följer av dagen, och dagen är en annan.
        ("indikator_rad", "tertial" or "ar") => "dag",
        ("ansokan", "extern_id") => "id",
        _ when varde is string text => Siffror().Replace(Publika().Replace(text.Replace(vem.Namn, "NAMN", StringComparison.Ordinal), "GUID"), "#"),
        _ => Convert.ToString(varde, CultureInfo.InvariantCulture)!,
    };

    private static DateOnly Dag(object varde) => varde switch
    {
        DateOnly dag => dag,
        DateTime tid => DateOnly.FromDateTime(tid),
        _ => DateOnly.ParseExact((string)varde, "yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private void Dela()
    {
        var personer = _tabeller.Find(t => t.Namn == "person")!;
        Personer = [.. personer.Rader.Select(r => (long)r[personer.Nyckel]!)];
        foreach (var p in Personer) _agare[p] = p;
        var fler = true;
        while (fler)
        {
            fler = false;
            foreach (var tabell in _tabeller.Where(t => t.Nyckel >= 0 && t.Kolumner[t.Nyckel].Slag.Length > 0))
            {
                foreach (var rad in tabell.Rader)
                    fler |= rad[tabell.Nyckel] is long nyckel && Agare(tabell, rad) is { } vem && _agare.TryAdd(nyckel, vem);
            }
        }
    }

    private long? Agare(Tabell tabell, object?[] rad)
    {
        for (var i = 0; i < rad.Length; i++)
        {
            if (tabell.Kolumner[i].Slag.EndsWith("Id", StringComparison.Ordinal) && rad[i] is long tal && _agare.TryGetValue(tal, out var vem)) return vem;
        }
        return null;
    }

    [GeneratedRegex(@"\d{15,19}|\d+", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Siffror();

    [GeneratedRegex("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Publika();

    /// <param name="Nycklar">The person's own keys and what they are called here.</param>
    /// <param name="Borjan">The first time of hers, microseconds since 1970.</param>
    private sealed record Vem(string Namn, IReadOnlyDictionary<long, string> Nycklar, long Borjan);

    private sealed record Kolumn(string Namn, string Slag);

    private sealed record Tabell(string Namn, IReadOnlyList<Kolumn> Kolumner, int Nyckel, List<object?[]> Rader);
}
