using System.Diagnostics;
using CaseFlow.Benchmarks.Listor;
using CaseFlow.Benchmarks.Loggkontroll;
using CaseFlow.Benchmarks.Slutforande;
using CaseFlow.Testing;

namespace CaseFlow.Benchmarks;

/// <summary>The command line: which measurements, on which databases, and where the figures go.</summary>
internal static class Korning
{
    private const string Alla = "alla";
    private const string Json = "--json";

    private static readonly IReadOnlyList<IMatning> Matningar = [new Slutforandet(), new Loggkontrollen(), new Listorna()];

    /// <returns>0 done, 2 wrong use. A target that is missed is a figure, not an error.</returns>
    public static async Task<int> Kor(string[] args)
    {
        var plats = Array.IndexOf(args, Json);
        var fil = plats >= 0 && plats + 1 < args.Length ? args[plats + 1] : null;
        var namn = plats < 0 ? args : args.Where((_, i) => i != plats && i != plats + 1).ToArray();
        if (plats >= 0 && fil is null) return Fel($"{Json} ska följas av en fil.");
        if (namn.Length == 0) return Lista();
        if (namn.FirstOrDefault(n => n != Alla && Matningar.All(m => m.Namn != n)) is { } okand) return Fel($"Det finns ingen mätning \"{okand}\".");

        // Målen gäller en databas som har skrivit klart när den svarar.
        Postgresserver.Hallbar = true;
        var klocka = Stopwatch.StartNew();
        var resultat = new List<Resultat>();
        foreach (var matning in Matningar.Where(m => namn.Contains(Alla) || namn.Contains(m.Namn)))
        {
            foreach (var databas in Enum.GetValues<Provdatabas>()) await Mat(matning, databas, resultat);
        }

        Utskrift.Tabell(resultat);
        Console.WriteLine($"{Environment.NewLine}Klart på {klocka.Elapsed.TotalSeconds:0} s, {Environment.ProcessorCount} kärnor.");
        if (fil is not null) await Utskrift.Json(resultat, fil);
        return 0;
    }

    private static async Task Mat(IMatning matning, Provdatabas databas, List<Resultat> resultat)
    {
        if (databas == Provdatabas.Postgres && !Postgresserver.Finns)
        {
            Console.WriteLine($"{matning.Namn} på {databas} hoppas över: initdb och postgres hittades inte, och CASEFLOW_TEST_POSTGRES är inte satt.");
            return;
        }

        Console.WriteLine($"{matning.Namn} på {databas} ...");
        foreach (var varde in await matning.Mat(databas)) resultat.Add(new(matning.Namn, databas, varde));
    }

    private static int Lista()
    {
        Console.WriteLine("dotnet run -c Release --project tests/Benchmarks -- NAMN [--json FIL]");
        foreach (var m in Matningar) Console.WriteLine($"  {m.Namn,-12} {m.Vad}");
        Console.WriteLine($"  {Alla,-12} Alla mätningar, en efter en.");
        return 0;
    }

    private static int Fel(string text)
    {
        Console.Error.WriteLine(text);
        Lista();
        return 2;
    }
}
