namespace CaseFlow.Domain.Kalender;

/// <summary>A deadline that can explain itself: when, by what rule, counted from when, and what moved it.</summary>
/// <param name="Datum">The last day.</param>
/// <param name="Regel">The rule in klarspråk, e.g. "Enhetens mål: utredning klar inom 30 dagar".</param>
/// <param name="Start">The day the count begins from (day 0).</param>
/// <param name="Dagar">Days of the rule itself, without pauses.</param>
/// <param name="Pauser">The pauses that moved the date, joined and in order.</param>
/// <param name="Lagrum">The provision, when law sets the deadline.</param>
public sealed record Frist(
    DateOnly Datum, FristSlag Slag, string Regel, DateOnly Start, int Dagar, IReadOnlyList<Uppehall> Pauser, string? Lagrum);

/// <summary>Who set the deadline: law, the unit, or a promise to the person.</summary>
public enum FristSlag { Lag, Intern, Lovad }

/// <summary>Days when the unit waits for someone else. The day it ends is the unit's own again: waiting from the 10th to the 15th is five days.</summary>
/// <param name="Tom">The day the wait ended; null while it goes on.</param>
public readonly record struct Uppehall(DateOnly From, DateOnly? Tom)
{
    public int Dagar(DateOnly idag) => Math.Max(0, (Tom ?? idag).DayNumber - From.DayNumber);
}

/// <summary>How deadlines are counted.</summary>
public static class Frister
{
    /// <summary>A deadline of the unit's own: calendar days from the start, moved by the days spent waiting.</summary>
    /// <param name="idag">Until when a pause that still goes on is counted; without it such a pause does not yet move the date.</param>
    public static Frist Intern(
        DateOnly start, int dagar, IEnumerable<Uppehall> pauser, DateOnly? idag = null, string regel = "Enhetens egen tidsgräns")
    {
        var datum = start.AddDays(dagar);
        var flyttade = new List<Uppehall>();
        foreach (var paus in Uppehallslista.Sammanfoga(pauser, start, idag))
        {
            if (paus.From > datum) break;
            datum = datum.AddDays(paus.Tom!.Value.DayNumber - paus.From.DayNumber);
            flyttade.Add(paus);
        }

        return new(datum, FristSlag.Intern, regel, start, dagar, flyttade, null);
    }

    /// <summary>A day promised to the person: stands as it was promised.</summary>
    public static Frist Lovad(DateOnly start, DateOnly lovat, string regel) =>
        new(lovat, FristSlag.Lovad, regel, start, lovat.DayNumber - start.DayNumber, [], null);
}

/// <summary>Calendar days since the start, split in those with the unit and those spent waiting for someone else.</summary>
public readonly record struct Dagantal(int Totalt, int HosOss, int Vantan);

public static class Dagraknare
{
    public static Dagantal Berakna(DateOnly start, IEnumerable<Uppehall> pauser, DateOnly idag)
    {
        var totalt = Math.Max(0, idag.DayNumber - start.DayNumber);
        var vantan = Uppehallslista.Sammanfoga(pauser, start, idag).Sum(p => p.Dagar(idag));
        return new(totalt, totalt - vantan, vantan);
    }
}

internal static class Uppehallslista
{
    /// <summary>Cuts to the time between start and today, closes what still goes on, joins what overlaps, drops what is empty; in order.</summary>
    internal static List<Uppehall> Sammanfoga(IEnumerable<Uppehall> pauser, DateOnly start, DateOnly? idag)
    {
        var lista = new List<Uppehall>();
        foreach (var p in pauser.OrderBy(p => p.From))
        {
            var from = p.From < start ? start : p.From;
            var tom = p.Tom ?? idag ?? from;
            if (idag is { } nu && tom > nu) tom = nu;
            if (tom <= from) continue;
            if (lista.Count > 0 && from <= lista[^1].Tom)
                lista[^1] = lista[^1] with { Tom = tom > lista[^1].Tom ? tom : lista[^1].Tom };
            else
                lista.Add(new(from, tom));
        }

        return lista;
    }
}
