using Bogus;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Seed.Massa;

/// <summary>Which copies there will be: of what, where, whose and when.</summary>
internal static class Kopieplan
{
    /// <summary>Above what a year's own series comes to.</summary>
    private const int ForstaArende = 100_001;

    private static readonly DateOnly ForstaFodd = new(1926, 1, 1);

    public static IReadOnlyList<Kopia> Gor(Mallbok bok, Massval val, Personalbok personal, Randomizer slump)
    {
        if (bok.Mallar.Count > Kopia.FlestMallar) throw new InvalidOperationException($"Det finns {bok.Mallar.Count} mallar; högst {Kopia.FlestMallar} får plats.");
        var (oppna, slutna) = (new Urval(bok.Mallar.Where(m => m.Oppen)), new Urval(bok.Mallar.Where(m => !m.Oppen)));
        var (namn, nummer) = (new Personnamn(slump), new Lediga(bok.Identiteter));
        var platser = bok.Mallar.Select(_ => bok.ForstaPlats).ToArray();
        var (kopior, arenden) = (new List<Kopia>(val.Arenden), bok.Arenden);
        var antalOppna = bok.Mallar.Where(m => m.Oppen).Sum(m => m.Arenden);
        while (arenden < val.Arenden)
        {
            var mall = (antalOppna < val.Oppna * arenden ? oppna : slutna).Nasta(val.Arenden - arenden);
            if (++platser[mall.Nummer] > Kopia.FlestPlatser) throw new InvalidOperationException("Det behövs fler mallar för så många ärenden.");
            var kon = mall.ArKvinna ? Kon.Kvinna : Kon.Man;
            var (fornamn, efternamn) = namn.Nasta(kon);
            var i = kopior.Count;
            kopior.Add(new(
                mall, i + 1, platser[mall.Nummer] - 1, slump.Int(0, mall.LangstBak), personal.Enheter[i % val.Enheter], i / val.Enheter % val.Handlaggare,
                ForstaArende + arenden - bok.Arenden, nummer.Nasta(kon), fornamn, efternamn));
            arenden += mall.Arenden;
            if (mall.Oppen) antalOppna += mall.Arenden;
        }
        return kopior;
    }

    /// <summary>One template after the other.</summary>
    private sealed class Urval(IEnumerable<Mall> mallar)
    {
        private readonly List<Mall> _mallar = [.. mallar];
        private int _nasta;

        /// <param name="hogst">The most ärenden there is room for.</param>
        public Mall Nasta(int hogst)
        {
            for (var forsok = 0; forsok < _mallar.Count; forsok++)
            {
                var mall = _mallar[_nasta++ % _mallar.Count];
                if (mall.Arenden <= hogst) return mall;
            }
            throw new InvalidOperationException("Bland mallarna finns ingen som passar: det behövs både öppna och avslutade, med ett ärende var.");
        }
    }

    /// <summary>Test personnummer that are not taken, ten a day and sex.</summary>
    private sealed class Lediga(IReadOnlySet<string> tagna)
    {
        private const int PerDag = (Testnummer.Sista - Testnummer.Forsta + 1) / 2;
        private readonly int[] _nasta = [0, 0];

        public string Nasta(Kon kon)
        {
            while (true)
            {
                var (udda, i) = (kon == Kon.Man ? 1 : 0, 0);
                i = _nasta[udda]++;
                // Dagarna tas i ett hopp om en primtalslängd, så att åldrarna är blandade.
                var dag = ForstaFodd.AddDays((int)((long)i / PerDag * 4999 % Dagar));
                if (i / PerDag >= Dagar) throw new InvalidOperationException("Personnumren för prov räcker inte.");
                var nummer = Testnummer.For(dag, Testnummer.Forsta + i % PerDag * 2 + udda);
                if (!tagna.Contains(nummer)) return nummer;
            }
        }

        private static int Dagar { get; } = new DateOnly(1961, 1, 1).DayNumber - ForstaFodd.DayNumber;
    }
}
