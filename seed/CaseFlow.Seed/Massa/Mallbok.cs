using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using CaseFlow.Application;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseFlow.Seed.Massa;

/// <summary>What a column holds, as far as a copy cares.</summary>
internal enum Kolumnslag { Nyckel, Tid, Dag, Publik, Text, Annat }

internal sealed record Mallkolumn(string Namn, Kolumnslag Slag, bool ArPersonal);

/// <param name="Nyckel">The column that is the table's key, when it is one number; else -1.</param>
/// <param name="Ordning">The number that the table's key begins with, or -1.</param>
internal sealed record Malltabell(string Namn, IReadOnlyList<Mallkolumn> Kolumner, int Nyckel, int Ordning)
{
    public int Plats(string kolumn) => Kolumner.Index().First(k => k.Item.Namn == kolumn).Index;
}

/// <summary>One person with all that the product has written about her, ready to be copied.</summary>
/// <param name="Nummer">Which in the book, from 0.</param>
/// <param name="LangstBak">How many days back a copy may be moved: none of what waits for its time may have had it.</param>
/// <param name="Rader">For each of the book's tables, the rows as cells.</param>
internal sealed record Mall(
    int Nummer, int Arenden, bool Oppen, int LangstBak, bool ArKvinna, IReadOnlyList<IReadOnlyList<ICell[]>> Rader);

/// <summary>The templates, read as rows from every table that has something of theirs.</summary>
internal sealed class Mallbok
{
    /// <summary>How far back what is over may be moved.</summary>
    private const int LangstAvslutad = 180;

    /// <summary>How far back what is open may be moved: further, and nearly all of it would be late.</summary>
    private const int LangstOppen = 14;

    private Mallbok(IReadOnlyList<Malltabell> tabeller, IReadOnlyList<Mall> mallar, int forstaPlats, IReadOnlySet<string> identiteter) =>
        (Tabeller, Mallar, ForstaPlats, Identiteter) = (tabeller, mallar, forstaPlats, identiteter);

    /// <summary>What is pointed at before what points.</summary>
    public IReadOnlyList<Malltabell> Tabeller { get; }

    public IReadOnlyList<Mall> Mallar { get; }

    public int Arenden => Mallar.Sum(m => m.Arenden);

    /// <summary>The first place of a copy whose keys cannot meet those that were counted up within a millisecond.</summary>
    public int ForstaPlats { get; }

    public IReadOnlySet<string> Identiteter { get; }

    /// <param name="slut">When the templates' history ends.</param>
    public static async Task<Mallbok> Las(CaseFlowDb db, Personalbok personal, DateTimeOffset slut, CancellationToken ct)
    {
        var modell = db.Model.GetRelationalModel();
        var tabeller = Ordnade(modell).Where(t => t.Name != Egna.Namndel).Select(Tabell).ToList();
        var rader = new List<List<object?[]>>();
        foreach (var tabell in tabeller) rader.Add(await Rader(db, tabell, ct));
        var agare = Agare(tabeller, rader);
        var egna = tabeller.Select((t, i) => (Tabell: t, Rader: rader[i].Where(r => agare.For(t, r) is not null).ToList())).Where(t => t.Rader.Count > 0).ToList();
        foreach (var t in egna) Egna.ProvaUnika(modell, t.Tabell);

        var person = egna.Find(t => t.Tabell.Namn == Egna.Person);
        var (identitet, nyckel) = (person.Tabell.Plats("identitet"), person.Tabell.Nyckel);
        var mallar = new List<Mall>();
        foreach (var p in person.Rader)
        {
            var id = (long)p[nyckel]!;
            var deras = egna.Select(t => t.Rader.Where(r => agare.For(t.Tabell, r) == id).ToList()).ToList();
            var maker = new Cellmakare(mallar.Count, personal, [.. egna.Select(t => t.Tabell)], deras);
            var arenden = await db.Arenden.AsNoTracking().Where(a => a.PersonId == new PersonId(id)).Select(a => new { a.Id, Oppet = a.Steg != Steg.Avslutat }).ToListAsync(ct);
            if (arenden.Count == 0) continue;
            var oppen = arenden.Exists(a => a.Oppet);
            var kon = Domain.Personer.Personidentitet.FranLagrad((string)p[identitet]!).Kon;
            mallar.Add(new(
                mallar.Count, arenden.Count, oppen, await Bak(db, [.. arenden.Select(a => a.Id)], oppen, slut, ct), kon == Domain.Personer.Kon.Kvinna, maker.Celler()));
        }
        return new(
            [.. egna.Select(t => t.Tabell)], mallar, 1 + (int)(agare.HogstLaga >> Kopia.Ordningsbitar),
            person.Rader.Select(p => (string)p[identitet]!).ToHashSet(StringComparer.Ordinal));
    }

    private static async Task<int> Bak(CaseFlowDb db, List<ArendeId> arenden, bool oppen, DateTimeOffset slut, CancellationToken ct)
    {
        var nasta = await db.Processtimrar.Where(t => db.Instanser.Any(i => i.Id == t.InstansId && arenden.Contains(i.ArendeId)))
            .OrderBy(t => t.Tands).Select(t => (DateTimeOffset?)t.Tands).FirstOrDefaultAsync(ct);
        var mest = oppen ? LangstOppen : LangstAvslutad;
        // En kopia av ett ärende vars timer redan skulle ha tänts är inget som finns i drift.
        return nasta is { } n ? Math.Clamp((n - slut).Days - 1, 0, mest) : mest;
    }

    private static IEnumerable<ITable> Ordnade(IRelationalModel modell)
    {
        var (tagna, kvar) = (new HashSet<ITable>(), modell.Tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToList());
        while (kvar.Count > 0)
        {
            var nasta = kvar.Find(t => t.ForeignKeyConstraints.All(f => f.PrincipalTable == t || tagna.Contains(f.PrincipalTable)))
                ?? throw new InvalidOperationException("Tabeller pekar på varandra i ring.");
            tagna.Add(nasta);
            kvar.Remove(nasta);
            yield return nasta;
        }
    }

    private static Malltabell Tabell(ITable tabell)
    {
        var kolumner = tabell.Columns.Select(k => Kolumn(k.Name, k.PropertyMappings is [var forst, ..] ? forst.Property.ClrType : typeof(object))).ToList();
        var ordning = tabell.PrimaryKey is { Columns: [var forsta, ..] } ? kolumner.FindIndex(k => k.Namn == forsta.Name && k.Slag == Kolumnslag.Nyckel) : -1;
        return new(tabell.Name, kolumner, tabell.PrimaryKey?.Columns.Count == 1 ? ordning : -1, ordning);
    }

    private static Mallkolumn Kolumn(string namn, Type typ)
    {
        var egen = Nullable.GetUnderlyingType(typ) ?? typ;
        var slag = egen == typeof(DateTimeOffset) ? Kolumnslag.Tid
            : egen == typeof(DateOnly) ? Kolumnslag.Dag
            : egen == typeof(Guid) ? Kolumnslag.Publik
            : egen == typeof(long) || typeof(IId).IsAssignableFrom(egen) ? Kolumnslag.Nyckel
            : egen == typeof(string) || typeof(IReadOnlyList<string>).IsAssignableFrom(egen) ? Kolumnslag.Text
            : Kolumnslag.Annat;
        return new(namn, slag, egen == typeof(AnvandareId) || egen == typeof(EnhetId));
    }

    [SuppressMessage("Security", "S2077:Formatting SQL queries is security-sensitive", Justification = "Namnen kommer ur modellen.")]
    private static async Task<List<object?[]>> Rader(CaseFlowDb db, Malltabell tabell, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var fraga = db.Database.GetDbConnection().CreateCommand();
        fraga.CommandText = $"SELECT {string.Join(", ", tabell.Kolumner.Select(k => k.Namn))} FROM {tabell.Namn} ORDER BY 1, 2";
        await using var svar = await fraga.ExecuteReaderAsync(ct);
        var rader = new List<object?[]>();
        while (await svar.ReadAsync(ct)) rader.Add([.. tabell.Kolumner.Select((k, i) => svar.IsDBNull(i) ? null : Varde(svar, i, k.Slag))]);
        return rader;
    }

    private static object Varde(DbDataReader rad, int i, Kolumnslag slag) => slag switch
    {
        Kolumnslag.Nyckel or Kolumnslag.Tid => rad.GetInt64(i),
        Kolumnslag.Dag => rad.GetFieldValue<DateOnly>(i),
        Kolumnslag.Publik => rad.GetGuid(i),
        Kolumnslag.Text or Kolumnslag.Annat => rad.GetValue(i),
    };

    private static Agarskap Agare(List<Malltabell> tabeller, List<List<object?[]>> rader)
    {
        var agare = new Agarskap();
        var (person, nyckel) = (tabeller.FindIndex(t => t.Namn == Egna.Person), 0);
        nyckel = tabeller[person].Nyckel;
        foreach (var p in rader[person]) agare.Ar((long)p[nyckel]!, (long)p[nyckel]!);
        // En rad hör till den person som något av dess tal pekar på; dess egen nyckel gör att nästa hör dit.
        var fler = true;
        while (fler)
        {
            fler = false;
            for (var t = 0; t < tabeller.Count; t++)
            {
                if (tabeller[t].Nyckel < 0) continue;
                foreach (var rad in rader[t]) fler |= agare.For(tabeller[t], rad) is { } vem && agare.Ar((long)rad[tabeller[t].Nyckel]!, vem);
            }
        }
        return agare;
    }

    /// <summary>Which person every key belongs to.</summary>
    private sealed class Agarskap
    {
        private readonly Dictionary<long, long> _agare = [];

        public long HogstLaga { get; private set; }

        public bool Ar(long nyckel, long person)
        {
            HogstLaga = Math.Max(HogstLaga, nyckel & Kopia.Lagmask);
            return _agare.TryAdd(nyckel, person);
        }

        public long? For(Malltabell tabell, object?[] rad)
        {
            for (var i = 0; i < rad.Length; i++)
            {
                if (tabell.Kolumner[i].Slag == Kolumnslag.Nyckel && rad[i] is long tal && _agare.TryGetValue(tal, out var vem)) return vem;
            }
            return null;
        }
    }
}
