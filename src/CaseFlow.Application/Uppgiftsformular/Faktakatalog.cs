using System.Collections.Frozen;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgiftsformular;

/// <summary>What an expression in a form may ask for besides the form's own answers: a closed list, read only when it is asked for. Under
/// <c>process</c> stand the variables of the process, which each process has its own of.</summary>
public static class Faktakatalog
{
    public const string Process = "process";
    public const string Insats = "insats";
    public const string Arende = "arende";
    public const string Uppgift = "uppgift";

    private static readonly (string Namn, string Betyder, FeelValue Exempel)[] Alla =
    [
        ("uppgift.skapad", "dagen uppgiften öppnades", Dag),
        ("arende.inkom", "dagen ansökan räknas som inkommen", Dag),
        ("arende.beslutsdag", "dagen för ärendets senaste beslut; null före beslutet", Dag),
        ("insats.typ", "insatstypens kod, när uppgiften gäller en insats", "hemtjanst"),
        ("insats.beslutsdag", "dagen insatsen beviljades", Dag),
        ("insats.from", "beslutets första dag", Dag),
        ("insats.tom", "beslutets sista dag; null när det gäller tills vidare", Dag),
        ("insats.start", "dagen insatsen startade; null dessförinnan", Dag),
    ];

    private static readonly FrozenDictionary<string, FeelValue> EfterNamn = Alla.ToFrozenDictionary(f => f.Namn, f => f.Exempel, StringComparer.Ordinal);

    private static FeelValue Dag => new DateOnly(2026, 3, 2);

    /// <summary>Each name with what it means.</summary>
    public static IReadOnlyList<(string Namn, string Betyder)> Namnen { get; } = [.. Alla.Select(f => (f.Namn, f.Betyder))];

    /// <summary>The names that a field may not have, since they mean something else in an expression.</summary>
    public static IReadOnlySet<string> Rum { get; } = new HashSet<string>(StringComparer.Ordinal) { Process, Insats, Arende, Uppgift };

    internal static bool Finns(FeelReference referens) => referens.Path.Length >= 2 && EfterNamn.ContainsKey($"{referens.Path[0]}.{referens.Path[1]}");

    /// <summary>Facts as they may be, to try expressions on. Of the process only what is given.</summary>
    internal static FeelContext Exempel(FeelContext process) => Alla
        .GroupBy(f => f.Namn.Split('.')[0], StringComparer.Ordinal)
        .Aggregate(FeelContext.Empty.With(Process, process), (c, rum) => c.With(rum.Key, FeelContext.Of(rum.Select(f => (f.Namn.Split('.')[1], f.Exempel)))));
}
