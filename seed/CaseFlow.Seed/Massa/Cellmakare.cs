using System.Globalization;
using System.Text.RegularExpressions;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Seed.Massa;

/// <summary>Makes cells of one template's rows: finds what in them is the template's own.</summary>
internal sealed class Cellmakare
{
    /// <summary>Stands for "no date", and stays.</summary>
    private static readonly long UtanFrist = new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero).UtcTicks / TimeSpan.TicksPerMicrosecond
        - DateTimeOffset.UnixEpoch.Ticks / TimeSpan.TicksPerMicrosecond;

    private readonly IReadOnlyList<Malltabell> _tabeller;
    private readonly IReadOnlyList<List<object?[]>> _rader;
    private readonly Personalbok _personal;
    private readonly Dictionary<long, ICell> _nycklar = [];
    private readonly Dictionary<Guid, ICell> _publika = [];
    private readonly Dictionary<string, ICell> _ord = new(StringComparer.Ordinal);
    private readonly Regex _monster;

    public Cellmakare(int mall, Personalbok personal, IReadOnlyList<Malltabell> tabeller, IReadOnlyList<List<object?[]>> rader)
    {
        (_tabeller, _rader, _personal) = (tabeller, rader, personal);
        Nycklar(mall);
        var person = Rad(Egna.Person);
        var (fornamn, efternamn, identitet) = ((string)person["fornamn"]!, (string)person["efternamn"]!, Personidentitet.FranLagrad((string)person["identitet"]!));
        _ord[$"{fornamn} {efternamn}"] = new Egencell(k => $"{k.Fornamn} {k.Efternamn}");
        _ord[identitet.Visning] = new Egencell(k => Personidentitet.FranLagrad(k.Identitet).Visning);
        _ord[identitet.Varde] = new Egencell(k => k.Identitet);
        var nummer = tabeller.Index().First(t => t.Item.Namn == Egna.Arende);
        foreach (var (plats, arende) in rader[nummer.Index].Index())
        {
            var mallens = (string)arende[nummer.Item.Plats("nummer")]!;
            _ord[mallens] = new Egencell(k => k.Arendenummer(mallens, plats));
        }
        _monster = new Regex($@"{string.Join('|', _ord.Keys.Select(Regex.Escape))}|(?<![\d-])(?<dag>(?:19|20)\d\d-[01]\d-[0-3]\d)(?![\d-])|(?<!\d)(?<tal>\d{{15,19}})(?!\d)|(?<publik>{Publik})",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
    }

    private const string Publik = "[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}";

    public IReadOnlyList<IReadOnlyList<ICell[]>> Celler() =>
        [.. _tabeller.Select((t, i) => _rader[i].Select(r => r.Select((v, k) => Egna.Cell(t, k, r, Uppslag) ?? Cellen(t.Kolumner[k].Slag, v)).ToArray()).ToList())];

    private ICell Cellen(Kolumnslag slag, object? varde) => (slag, varde) switch
    {
        (_, null) => Fast.Tom,
        (Kolumnslag.Nyckel, long tal) => Tal(tal) ?? new Fast(varde),
        (Kolumnslag.Tid, long mikro) => mikro > UtanFrist ? new Fast(varde) : new Tidcell(mikro),
        (Kolumnslag.Dag, DateOnly dag) => new Dagcell(dag),
        (Kolumnslag.Publik, Guid g) => _publika.GetValueOrDefault(g) ?? new Fast(varde),
        (Kolumnslag.Text, string text) => Text(text),
        _ => new Fast(varde),
    };

    private ICell? Tal(long tal) => _nycklar.GetValueOrDefault(tal)
        ?? (_personal.Mallens(tal) is { } p ? new Personalcell(p.Handlaggare, p.Plats) : tal == _personal.Mallenhet.Value ? new Enhetscell() : null);

    private ICell Text(string text)
    {
        var (delar, fram) = (new List<ICell>(), 0);
        foreach (Match traff in _monster.Matches(text))
        {
            if (Del(traff) is not { } del) continue;
            if (traff.Index > fram) delar.Add(new Fast(text[fram..traff.Index]));
            delar.Add(del);
            fram = traff.Index + traff.Length;
        }
        if (delar.Count == 0) return new Fast(text);
        if (fram < text.Length) delar.Add(new Fast(text[fram..]));
        return new Textcell(delar);
    }

    private ICell? Del(Match traff) =>
        traff.Groups["dag"].Success ? DateOnly.TryParseExact(traff.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) ? new Dagcell(dag) : null
        : traff.Groups["tal"].Success ? long.TryParse(traff.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var tal) ? Tal(tal) : null
        : traff.Groups["publik"].Success ? _publika.GetValueOrDefault(Guid.Parse(traff.Value))
        : _ord[traff.Value];

    /// <summary>Every key of the template's in the order they were given out.</summary>
    private void Nycklar(int mall)
    {
        var tal = new SortedSet<long>();
        for (var t = 0; t < _tabeller.Count; t++)
        {
            foreach (var rad in _rader[t])
            {
                if (_tabeller[t].Nyckel >= 0) tal.Add((long)rad[_tabeller[t].Nyckel]!);
                foreach (var (k, kolumn) in _tabeller[t].Kolumner.Index())
                {
                    if (kolumn.Slag == Kolumnslag.Publik && rad[k] is Guid g && !_publika.ContainsKey(g)) _publika[g] = new Publikcell(g, _publika.Count);
                }
            }
        }
        if (tal.Count > Kopia.FlestNycklar || _publika.Count > Kopia.FlestNycklar)
            throw new InvalidOperationException($"Mall {mall} har {tal.Count} nycklar; en kopia har plats för {Kopia.FlestNycklar}.");
        foreach (var (ordning, nyckel) in tal.Index()) _nycklar[nyckel] = new Nyckelcell(nyckel >> Kopia.Lagbitar, ordning);
    }

    private Dictionary<string, object?> Rad(string tabell)
    {
        var t = _tabeller.Index().First(x => x.Item.Namn == tabell);
        return t.Item.Kolumner.Zip(_rader[t.Index][0]).ToDictionary(k => k.First.Namn, k => k.Second, StringComparer.Ordinal);
    }

    private object? Uppslag(string tabell, long nyckel, string kolumn)
    {
        var t = _tabeller.Index().First(x => x.Item.Namn == tabell);
        return _rader[t.Index].First(r => (long)r[t.Item.Nyckel]! == nyckel)[t.Item.Plats(kolumn)];
    }
}
