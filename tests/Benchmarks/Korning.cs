using System.Diagnostics;
using System.Globalization;
using CaseFlow.Benchmarks.Listor;
using CaseFlow.Benchmarks.Loggkontroll;
using CaseFlow.Benchmarks.Motor;
using CaseFlow.Benchmarks.Slutforande;
using CaseFlow.Testing;

namespace CaseFlow.Benchmarks;

/// <summary>The command line: which measurements, on which databases, and where the figures go.</summary>
internal static class Korning
{
    private const string Alla = "alla";
    private const string Json = "--json";

    /// <summary>Only on this database.</summary>
    private const string Databas = "--databas";

    /// <summary>How many times over its target a figure may be before the run fails: CI's machine is not the one the targets are for.</summary>
    private const string Grind = "--grind";

    private static readonly IReadOnlyList<IMatning> Matningar = [new Slutforandet(), new Loggkontrollen(), new Listorna(), new Steget(), new Processen()];

    /// <returns>0 done, 1 a figure beyond the gate that was asked for, 2 wrong use. A target that is missed is otherwise a figure, not an error.</returns>
    public static async Task<int> Kor(string[] args)
    {
        var namn = args.ToList();
        var (jsonGiven, grindGiven) = (namn.Contains(Json), namn.Contains(Grind));
        var (fil, grindtext, pa) = (Tag(namn, Json), Tag(namn, Grind), Tag(namn, Databas));
        if (jsonGiven && fil is null) return Fel($"{Json} ska följas av en fil.");
        if (grindGiven && !(double.TryParse(grindtext, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var tal) && tal >= 1))
            return Fel($"{Grind} ska följas av hur många gånger målet en siffra får vara, till exempel 3.");
        var databaser = Enum.GetValues<Provdatabas>().Where(d => pa is null || d.ToString().Equals(pa, StringComparison.OrdinalIgnoreCase)).ToList();
        if (databaser.Count == 0) return Fel($"Det finns ingen databas \"{pa}\". Välj {string.Join(" eller ", Enum.GetNames<Provdatabas>())}.");
        if (namn.Count == 0) return Lista();
        if (namn.FirstOrDefault(n => n != Alla && Matningar.All(m => m.Namn != n)) is { } okand) return Fel($"Det finns ingen mätning \"{okand}\".");

        // Målen gäller en databas som har skrivit klart när den svarar.
        Postgresserver.Hallbar = true;
        var klocka = Stopwatch.StartNew();
        var resultat = new List<Resultat>();
        foreach (var matning in Matningar.Where(m => namn.Contains(Alla) || namn.Contains(m.Namn)))
        {
            foreach (var databas in databaser) await Mat(matning, databas, resultat);
        }

        Utskrift.Tabell(resultat);
        Console.WriteLine($"{Environment.NewLine}Klart på {klocka.Elapsed.TotalSeconds:0} s, {Environment.ProcessorCount} kärnor.");
        if (fil is not null) await Utskrift.Json(resultat, fil);
        if (grindtext is null) return 0;
        var over = resultat.FindAll(r => r.Varde.Mal is { } mal && !mal.NasInom(r.Varde.Varde, double.Parse(grindtext, CultureInfo.InvariantCulture)));
        foreach (var r in over) Console.WriteLine($"Över {grindtext} gånger målet: {r.Matning} på {r.Databas}, {r.Varde.Fall}, {r.Varde.Matt}.");
        return over.Count == 0 ? 0 : 1;
    }

    /// <summary>Takes an option and its value out of what was written.</summary>
    private static string? Tag(List<string> args, string val)
    {
        var plats = args.IndexOf(val);
        if (plats < 0) return null;
        var varde = plats + 1 < args.Count ? args[plats + 1] : null;
        args.RemoveRange(plats, varde is null ? 1 : 2);
        return varde;
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
        Console.WriteLine("dotnet run -c Release --project tests/Benchmarks -- NAMN [--databas NAMN] [--json FIL] [--grind GÅNGER]");
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
