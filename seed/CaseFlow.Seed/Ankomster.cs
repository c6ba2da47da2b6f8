using Bogus;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Seed;

internal static class Ankomster
{
    /// <summary>Everyone's ansökan, in the order they come: spread over the working days, the last two during the night before the demo's last day.</summary>
    public static List<Livslopp> Alla(Demoval val, DateOnly start, Randomizer slump)
    {
        var fabrik = new Personfabrik(val.Fro, start);
        // Det som kommer in den sista arbetsdagen hinner ingen registrera.
        var dagar = Enumerable.Range(0, val.Slut.DayNumber - start.DayNumber).Select(start.AddDays).Where(Arbetsdagar.ArArbetsdag).SkipLast(1).ToList();
        var liv = Enumerable.Range(0, val.Scenario.Personer).Select(i =>
        {
            var person = fabrik.Nasta(i);
            var dag = i >= val.Scenario.Personer - 2 ? val.Slut : dagar[slump.Int(0, dagar.Count - 1)];
            return Livslopp.Ansokan(person, unchecked(val.Fro * 31 + i), dag, tidigt: dag == val.Slut);
        });
        return [.. liv.OrderBy(l => l.Ankom)];
    }
}
