using CaseFlow.Application;
using CaseFlow.Application.Audit;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Seed.Massa;

/// <summary>The rows of all copies, table by table; the chains of the audit trail are made anew, with the real hash.</summary>
internal sealed class Kopierader(Mallbok bok, IReadOnlyList<Kopia> kopior)
{
    private readonly List<object?[]> _huvuden = [];

    /// <summary>How many rows there are.</summary>
    public long Antal => kopior.Sum(k => k.Mall.Rader.Sum(r => (long)r.Count));

    public IEnumerable<Radtabell> Tabeller()
    {
        foreach (var (plats, tabell) in bok.Tabeller.Index())
        {
            var rader = Ordnade(plats, tabell.Ordning);
            yield return new(
                tabell.Namn, [.. tabell.Kolumner.Select(k => k.Namn)], tabell.Namn == Egna.Handelse ? new Kedja(tabell, _huvuden).Lanka(rader) : rader);
        }
        yield return new(Egna.Namndel, ["person_id", "ord"], Namndelar());
        // Huvudena finns när händelserna är lagda.
        yield return new(Egna.Huvud, ["kedja", "seq", "hash"], _huvuden);
    }

    private IEnumerable<object?[]> Namndelar()
    {
        var (personer, person) = bok.Tabeller.Index().First(t => t.Item.Namn == Egna.Person);
        return kopior.Select(k => (Id: (long)k.Mall.Rader[personer][0][person.Nyckel].Av(k)!, Kopia: k)).OrderBy(p => p.Id)
            .SelectMany(p => Sokord.Delar($"{p.Kopia.Fornamn} {p.Kopia.Efternamn}").Select(ord => new object?[] { p.Id, ord }));
    }

    /// <summary>In the order of the table's key, as they would have come: a tree that grows at its end is written once.</summary>
    private IEnumerable<object?[]> Ordnade(int tabell, int ordning)
    {
        var antal = kopior.Sum(k => k.Mall.Rader[tabell].Count);
        var (nycklar, rader, i) = (new long[antal], new (int Kopia, int Rad)[antal], 0);
        foreach (var (k, kopia) in kopior.Index())
        {
            foreach (var (r, rad) in kopia.Mall.Rader[tabell].Index())
            {
                (nycklar[i], rader[i]) = (ordning < 0 ? i : (long)rad[ordning].Av(kopia)!, (k, r));
                i++;
            }
        }
        Array.Sort(nycklar, rader);
        foreach (var (kopia, rad) in rader) yield return Rad(kopior[kopia], kopior[kopia].Mall.Rader[tabell][rad]);
    }

    private static object?[] Rad(Kopia kopia, ICell[] mallens)
    {
        var rad = new object?[mallens.Length];
        for (var i = 0; i < rad.Length; i++) rad[i] = mallens[i].Av(kopia);
        return rad;
    }

    /// <summary>Links the events, which come in the order they happened, and keeps the heads.</summary>
    private sealed class Kedja(Malltabell tabell, List<object?[]> huvuden)
    {
        private readonly int _id = tabell.Plats("id");
        private readonly int _kedja = tabell.Plats("kedja");
        private readonly int _seq = tabell.Plats("seq");
        private readonly int _tid = tabell.Plats("tid");
        private readonly int _aktorSlag = tabell.Plats("aktor_slag");
        private readonly int _aktor = tabell.Plats("aktor_id");
        private readonly int _enhet = tabell.Plats("enhet_id");
        private readonly int _arende = tabell.Plats("arende_id");
        private readonly int _typ = tabell.Plats("typ");
        private readonly int _version = tabell.Plats("typ_version");
        private readonly int _utfall = tabell.Plats("utfall");
        private readonly int _kod = tabell.Plats("kod");
        private readonly int _grund = tabell.Plats("grund");
        private readonly int _data = tabell.Plats("data");
        private readonly int _xid = tabell.Plats("xid");
        private readonly int _foregaende = tabell.Plats("foregaende_hash");
        private readonly int _hash = tabell.Plats("hash");

        public IEnumerable<object?[]> Lanka(IEnumerable<object?[]> handelser)
        {
            var egna = new Dictionary<string, object?[]>(StringComparer.Ordinal);
            foreach (var rad in handelser)
            {
                var kedja = (string)rad[_kedja]!;
                if (!egna.TryGetValue(kedja, out var huvud))
                {
                    huvud = [kedja, 0L, Kedjehash.Noll];
                    egna[kedja] = huvud;
                    huvuden.Add(huvud);
                }
                if ((long)rad[_seq]! != (long)huvud[1]! + 1) throw new InvalidOperationException($"{kedja}: händelserna kommer inte i sin ordning.");
                rad[_foregaende] = huvud[2];
                rad[_hash] = Kedjehash.Berakna(Lank(rad));
                (huvud[1], huvud[2]) = (rad[_seq], rad[_hash]);
                yield return rad;
            }
        }

        private Kedjelank Lank(object?[] rad) => new()
        {
            ForegaendeHash = (byte[])rad[_foregaende]!,
            Kedja = (string)rad[_kedja]!,
            Seq = (long)rad[_seq]!,
            Id = (long)rad[_id]!,
            TidMikro = (long)rad[_tid]!,
            AktorSlag = (string)rad[_aktorSlag]!,
            AktorId = (long)rad[_aktor]!,
            EnhetId = (long)rad[_enhet]!,
            ArendeId = (long?)rad[_arende],
            Typ = (string)rad[_typ]!,
            TypVersion = Convert.ToInt32(rad[_version], System.Globalization.CultureInfo.InvariantCulture),
            Utfall = (string)rad[_utfall]!,
            Kod = (string?)rad[_kod],
            Grund = (string?)rad[_grund],
            Data = (string)rad[_data]!,
            Xid = (long)rad[_xid]!,
        };
    }
}
