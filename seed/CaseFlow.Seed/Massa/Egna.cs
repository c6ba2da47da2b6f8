using System.Globalization;
using CaseFlow.Domain.Kalender;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseFlow.Seed.Massa;

/// <summary>What stands in a column of a row of the same template, found by its key.</summary>
internal delegate object? Uppslag(string tabell, long nyckel, string kolumn);

/// <summary>The columns that a copy cannot find out by itself: what makes a person another, and what follows from a day.</summary>
internal static class Egna
{
    public const string Person = "person";

    /// <summary>As many rows as the copy's own name has words: written anew, not copied.</summary>
    public const string Namndel = "namndel";

    public const string Arende = "arende";
    public const string Handelse = "audit_handelse";
    public const string Huvud = "audit_huvud";

    private static readonly Dictionary<(string Tabell, string Kolumn), Func<Rad, ICell>> Kolumner = new()
    {
        [(Person, "identitet")] = _ => new Egencell(k => k.Identitet),
        [(Person, "fornamn")] = _ => new Egencell(k => k.Fornamn),
        [(Person, "efternamn")] = _ => new Egencell(k => k.Efternamn),
        [(Person, "sokord_efternamn")] = _ => new Egencell(k => Sokord.Omvant(k.Fornamn, k.Efternamn)),
        [("ansokan", "extern_id")] = r => r.Egen is string extern_ ? new Egencell(k => string.Create(CultureInfo.InvariantCulture, $"{extern_}-{k.Nummer}")) : Fast.Tom,
        [("indikator_rad", "tertial")] = r => new Egencell(k => Tertialet(r, k).ToString()),
        [("indikator_rad", "ar")] = r => new Egencell(k => Tertialet(r, k).Ar),
    };

    /// <summary>Numbers that are unique because the copy's are written anew.</summary>
    private static readonly HashSet<(string, string)> Unika = [(Person, "identitet"), ("ansokan", "extern_id"), (Arende, "nummer"), (Handelse, "kedja")];

    public static ICell? Cell(Malltabell tabell, int kolumn, object?[] rad, Uppslag uppslag) =>
        Kolumner.TryGetValue((tabell.Namn, tabell.Kolumner[kolumn].Namn), out var egen) ? egen(new(tabell, rad, rad[kolumn], uppslag)) : null;

    /// <exception cref="InvalidOperationException">The table has something unique that every copy would have alike.</exception>
    public static void ProvaUnika(IRelationalModel modell, Malltabell tabell)
    {
        var egen = modell.FindTable(tabell.Namn, null)!;
        foreach (var kolumner in egen.Indexes.Where(i => i.IsUnique).Select(i => i.Columns).Concat(egen.UniqueConstraints.Select(u => u.Columns)))
        {
            var nagon = kolumner.Select(k => tabell.Kolumner[tabell.Plats(k.Name)])
                .Any(k => Unika.Contains((tabell.Namn, k.Namn)) || (k.Slag is Kolumnslag.Nyckel or Kolumnslag.Publik && !k.ArPersonal));
            if (!nagon)
                throw new InvalidOperationException(
                    $"{tabell.Namn}({string.Join(", ", kolumner.Select(k => k.Name))}) ska vara unik, och kopiorna har inget eget där. Säg i Egna hur den skrivs.");
        }
    }

    private static Tertial Tertialet(Rad rad, Kopia kopia)
    {
        var mikro = (long)rad.Uppslag(Handelse, (long)rad["handelse_id"]!, "tid")! - kopia.Dagar * TimeSpan.MicrosecondsPerDay;
        return Tertial.Av(DateTimeOffset.UnixEpoch.AddTicks(mikro * TimeSpan.TicksPerMicrosecond));
    }

    private sealed record Rad(Malltabell Tabell, object?[] Varden, object? Egen, Uppslag Uppslag)
    {
        public object? this[string kolumn] => Varden[Tabell.Plats(kolumn)];
    }
}
