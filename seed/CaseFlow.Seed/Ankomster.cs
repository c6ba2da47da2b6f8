using Bogus;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Seed;

internal static class Ankomster
{
    /// <summary>Everyone's ansökan, in the order they come: spread over the working days, the last two during the night before the demo's last day and some
    /// before them meant for <see cref="Bord"/>.</summary>
    public static List<Livslopp> Alla(Demoval val, DateOnly start, Randomizer slump)
    {
        var fabrik = new Personfabrik(val.Fro, start);
        // Det som kommer in den sista arbetsdagen hinner ingen registrera.
        var dagar = Enumerable.Range(0, val.Slut.DayNumber - start.DayNumber).Select(start.AddDays).Where(Arbetsdagar.ArArbetsdag).SkipLast(1).ToList();
        var planer = Bord.For(val.Scenario.Personer);
        var sista = val.Scenario.Personer - 2;
        var liv = Enumerable.Range(0, val.Scenario.Personer).Select(i =>
        {
            var (person, fro) = (fabrik.Nasta(i), unchecked(val.Fro * 31 + i));
            if (i < sista && i >= sista - planer.Count) return Livslopp.TillBordet(Personfabrik.IKarinsOmrade(person), fro, planer[i - sista + planer.Count], val.Slut);
            var dag = i >= sista ? val.Slut : dagar[slump.Int(0, dagar.Count - 1)];
            return Livslopp.Ansokan(person, fro, dag, tidigt: dag == val.Slut);
        });
        return [.. liv.OrderBy(l => l.Ankom)];
    }
}
