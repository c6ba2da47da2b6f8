namespace CaseFlow.Domain.Kalender;

/// <summary>Days when the unit waits for someone else. The day it ends is the unit's own again: waiting from the 10th to the 15th is five days.</summary>
/// <param name="Tom">The day the wait ended; null while it goes on.</param>
public readonly record struct Uppehall(DateOnly From, DateOnly? Tom)
{
    public int Dagar(DateOnly idag) => Math.Max(0, (Tom ?? idag).DayNumber - From.DayNumber);
}

/// <summary>Calendar days since the start, split in those with the unit and those spent waiting for someone else.</summary>
public readonly record struct Dagantal(int Totalt, int HosOss, int Vantan);

public static class Dagraknare
{
    public static Dagantal Berakna(DateOnly start, IEnumerable<Uppehall> pauser, DateOnly idag)
    {
        var totalt = Math.Max(0, idag.DayNumber - start.DayNumber);
        var vantan = Sammanfoga(pauser, start, idag).Sum(p => p.Dagar(idag));
        return new(totalt, totalt - vantan, vantan);
    }

    /// <summary>Cuts to the time between start and today, closes what still goes on, joins what overlaps, drops what is empty; in order.</summary>
    private static List<Uppehall> Sammanfoga(IEnumerable<Uppehall> pauser, DateOnly start, DateOnly idag)
    {
        var lista = new List<Uppehall>();
        foreach (var p in pauser.OrderBy(p => p.From))
        {
            var from = p.From < start ? start : p.From;
            var tom = p.Tom < idag ? p.Tom.Value : idag;
            if (tom <= from) continue;
            if (lista.Count > 0 && from <= lista[^1].Tom)
                lista[^1] = lista[^1] with { Tom = tom > lista[^1].Tom ? tom : lista[^1].Tom };
            else
                lista.Add(new(from, tom));
        }

        return lista;
    }
}
