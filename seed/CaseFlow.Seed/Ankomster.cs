using Bogus;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Seed;

internal static class Ankomster
{
    /// <summary>Of a hundred people, how many come back once.</summary>
    private const float Aterkommer = 0.5f;

    /// <summary>A unit that begins to work in the system takes over those it has already: as many as come in three ordinary months come in one.</summary>
    private const double Overtagande = 3.0;

    public static IEnumerable<Livslopp> For(Demoval val, DateOnly start, Randomizer slump) => val.Scenario.HelEnhet ? IEnheten(val, start, slump) : Alla(val, start, slump);

    /// <summary>Everyone's ansökningar in the whole unit, in the order they come: more in the first months, fewer in summer and around Christmas. Many come back
    /// for more; nobody who has died or moved does.</summary>
    private static List<Livslopp> IEnheten(Demoval val, DateOnly start, Randomizer slump)
    {
        var (fabrik, antal) = (new Personfabrik(val.Fro, start), val.Scenario.Personer);
        var dagar = Enumerable.Range(0, val.Slut.DayNumber - start.DayNumber).Select(start.AddDays).Where(Arbetsdagar.ArArbetsdag).SkipLast(1).ToArray();
        var vikter = dagar.Select(d => Vikt(d, start, val.Scenario.Manader)).ToArray();
        var summor = new double[vikter.Length];
        for (var i = 0; i < vikter.Length; i++) summor[i] = vikter[i] + (i > 0 ? summor[i - 1] : 0);
        var sista = antal - Math.Max(2, antal / 250);
        var liv = Enumerable.Range(0, antal).SelectMany(i =>
        {
            var person = fabrik.Nasta(i, SkyddadVar);
            var forst = i >= sista ? val.Slut : dagar[Traff(summor, slump.Double() * summor[^1])];
            return Personens(person, unchecked(val.Fro * 31 + i * 5), forst, val.Slut, slump);
        });
        return [.. liv.OrderBy(l => l.Ankom)];
    }

    private const int SkyddadVar = 97;

    private static List<Livslopp> Personens(Demoperson person, int fro, DateOnly forst, DateOnly slut, Randomizer slump)
    {
        var ankomster = new List<DateOnly> { forst };
        while (person.Skydd == "ingen" && ankomster.Count < 4 && slump.Bool(Aterkommer))
        {
            var dag = Arbetsdagar.Lagg(ankomster[^1].AddDays(slump.Int(45, 420)), 1);
            // Också den som kommer tillbaka väntar hellre till efter sommaren.
            if (slump.Double() > Arstid(dag)) dag = Arbetsdagar.Lagg(dag.AddDays(40), 1);
            if (dag >= slut.AddDays(-1)) break;
            ankomster.Add(dag);
        }
        var (liv, sokta) = (new List<Livslopp>(), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < ankomster.Count; i++)
        {
            // Efter ett år söks ofta detsamma igen.
            if (i > 0 && ankomster[i].DayNumber - ankomster[i - 1].DayNumber > 300) sokta.Clear();
            var ansokan = Livslopp.IEnheten(person, unchecked(fro + i), ankomster[i], tidigt: ankomster[i] == slut, sokta, sista: i == ankomster.Count - 1);
            sokta.UnionWith(ansokan.Insatser.Select(x => x.Typ));
            liv.Add(ansokan);
        }
        return liv;
    }

    private static double Arstid(DateOnly dag) => (dag.Month, dag.Day) switch
    {
        (7, _) => 0.45,
        (6, >= 15) or (8, < 15) => 0.65,
        (12, >= 20) or (1, < 7) => 0.35,
        (9 or 10 or 2 or 3, _) => 1.15,
        _ => 1.0,
    };

    private static double Vikt(DateOnly dag, DateOnly start, int manader) => Arstid(dag) * (dag < start.AddDays(manader * 30 / 5) ? Overtagande : 1);

    private static int Traff(double[] summor, double varde)
    {
        var plats = Array.BinarySearch(summor, varde);
        return Math.Min(summor.Length - 1, plats < 0 ? ~plats : plats);
    }

    /// <summary>Everyone's ansökan, in the order they come: spread over the working days, the last two during the night before the demo's last day and some
    /// before them meant for <see cref="Bord"/>.</summary>
    private static List<Livslopp> Alla(Demoval val, DateOnly start, Randomizer slump)
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
