using Bogus;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Seed;

/// <summary>A time when someone is away.</summary>
/// <param name="Vem">Place among the handläggare.</param>
/// <param name="Ersattare">Likewise; null when nobody was free.</param>
/// <param name="Sagd">The working day when it is registered.</param>
internal sealed record Bortaperiod(int Vem, DateOnly From, DateOnly Tom, int? Ersattare, DateOnly Sagd);

/// <summary>Who is away when: four weeks in summer by turns, half of them each side of New Year, and ill now and then. Somebody is ill when the demo ends.</summary>
internal static class Ledighet
{
    private const int Sjuktillfallen = 3;
    private const int Sommarvecka = 25;

    /// <param name="antal">How many handläggare.</param>
    public static IReadOnlyList<Bortaperiod> Planera(int antal, DateOnly start, DateOnly slut, Randomizer slump)
    {
        var perioder = new List<(int Vem, DateOnly From, DateOnly Tom, bool Sjuk)>();
        // Två är hemma den morgon historien slutar.
        if (antal > 4)
        {
            perioder.Add((4, slut.AddDays(-3), slut.AddDays(4), true));
            perioder.Add((antal - 2, slut.AddDays(-4), slut.AddDays(1), true));
        }
        for (var ar = start.Year; ar <= slut.Year; ar++)
        {
            for (var vem = 0; vem < antal; vem++)
            {
                var sommar = Mandag(ar, Sommarvecka + vem % 4 * 2);
                perioder.Add((vem, sommar, sommar.AddDays(25), false));
                perioder.Add(vem % 2 == 0 ? (vem, new(ar, 12, 20), new(ar, 12, 30), false) : (vem, new(ar, 12, 31), new(ar + 1, 1, 7), false));
                for (var i = 0; i < Sjuktillfallen; i++)
                {
                    var fran = new DateOnly(ar, 1, 1).AddDays(slump.Int(8, 340));
                    perioder.Add((vem, fran, fran.AddDays(slump.Int(1, 8)), true));
                }
            }
        }
        var valda = new List<(int Vem, DateOnly From, DateOnly Tom, bool Sjuk)>();
        foreach (var p in perioder.Where(p => p.From > start && p.From < slut))
        {
            if (!valda.Exists(v => v.Vem == p.Vem && p.From <= v.Tom.AddDays(1) && v.From <= p.Tom.AddDays(1))) valda.Add(p);
        }
        return [.. valda.Select(p => new Bortaperiod(p.Vem, p.From, p.Tom, Ersattare(p, valda, antal), Sagd(p.From, p.Sjuk, start))).OrderBy(p => p.Sagd).ThenBy(p => p.Vem)];
    }

    private static int? Ersattare((int Vem, DateOnly From, DateOnly Tom, bool) borta, List<(int Vem, DateOnly From, DateOnly Tom, bool Sjuk)> alla, int antal)
    {
        for (var steg = 1; steg < antal; steg++)
        {
            var kollega = (borta.Vem + steg) % antal;
            if (!alla.Exists(a => a.Vem == kollega && a.From <= borta.Tom && borta.From <= a.Tom)) return kollega;
        }
        return null;
    }

    private static DateOnly Sagd(DateOnly from, bool sjuk, DateOnly start)
    {
        var dag = sjuk ? from : from.AddDays(-14);
        if (dag < start) dag = start;
        return Arbetsdagar.ArArbetsdag(dag) ? dag : Arbetsdagar.Lagg(dag, sjuk || dag == start ? 1 : -1);
    }

    private static DateOnly Mandag(int ar, int vecka) => DateOnly.FromDateTime(System.Globalization.ISOWeek.ToDateTime(ar, vecka, DayOfWeek.Monday));
}
