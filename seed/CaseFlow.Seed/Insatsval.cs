using Bogus;

namespace CaseFlow.Seed;

/// <summary>One insats as it is sought and as it will be decided.</summary>
/// <param name="Sokt">The scope named in the ansökan; null when none was.</param>
/// <param name="Beviljas">What is granted; null for an avslag, and for an anmälan.</param>
internal sealed record Demoinsats(string Typ, decimal? Sokt, string Utfall, decimal? Beviljas)
{
    public const string GodMan = "god-man-forvaltare";

    public bool ArBoende => Typ is "vard-och-omsorgsboende" or "servicehus";

    /// <summary>The level of the delegationsordning that is needed at least; the process asks the table itself.</summary>
    public bool KraverEnhetschef => ArBoende && !ArBifall;

    public bool ArBifall => Utfall == "bifall";
}

/// <summary>What people seek, how much, and how it usually ends.</summary>
internal static class Insatsval
{
    private static readonly (string[] Typer, float Vikt)[] Kombinationer =
    [
        (["hemtjanst"], 17), (["hemtjanst", "trygghetslarm"], 17), (["trygghetslarm"], 11), (["hemtjanst", "matdistribution"], 8),
        (["hemtjanst", "dagverksamhet"], 7), (["hemtjanst", "trygghetslarm", "matdistribution"], 6), (["vard-och-omsorgsboende"], 9),
        (["vard-och-omsorgsboende", "korttidsboende"], 4), (["servicehus"], 4), (["korttidsboende"], 6), (["vaxelvard", "avlosning"], 4),
        (["avlosning"], 3), (["ledsagning"], 5), (["boendestod"], 3), (["dagverksamhet"], 6), (["fardtjanst"], 4), (["hemvardsbidrag"], 2), ([Demoinsats.GodMan], 3),
    ];

    /// <summary>The same, with what only a whole unit has: enough färdtjänst for someone of its own.</summary>
    private static readonly (string[] Typer, float Vikt)[] Enhetens =
        [.. Kombinationer.Where(k => k.Typer is not ["fardtjanst"]), (["fardtjanst"], 9), (["riksfardtjanst"], 1), (["kbf"], 1)];

    private static readonly Dictionary<string, (int Minst, int Mest, int Steg)> Omfattningar = new(StringComparer.Ordinal)
    {
        ["hemtjanst"] = (3, 26, 1), ["trygghetslarm"] = (1, 1, 1), ["matdistribution"] = (5, 7, 1), ["dagverksamhet"] = (2, 4, 1),
        ["vard-och-omsorgsboende"] = (1, 1, 1), ["servicehus"] = (1, 1, 1), ["korttidsboende"] = (7, 28, 7), ["vaxelvard"] = (14, 14, 1),
        ["avlosning"] = (8, 24, 4), ["ledsagning"] = (8, 16, 2), ["boendestod"] = (3, 8, 1), ["fardtjanst"] = (52, 104, 4),
        ["hemvardsbidrag"] = (3000, 6500, 500), ["riksfardtjanst"] = (1, 1, 1), ["kbf"] = (500, 2500, 250),
    };

    public static IReadOnlyList<Demoinsats> Valj(Randomizer slump) =>
        [.. slump.WeightedRandom([.. Kombinationer.Select(k => k.Typer)], [.. Kombinationer.Select(k => k.Vikt / Kombinationer.Sum(x => x.Vikt))])
            .Select(t => Valj(t, slump))];

    /// <summary>What someone in the whole unit seeks: not what she has sought already.</summary>
    public static IReadOnlyList<Demoinsats> ValjIEnheten(Randomizer slump, IReadOnlyCollection<string> sokta)
    {
        var kvar = Enhetens.Where(k => !k.Typer.Any(sokta.Contains)).ToArray();
        return [.. slump.WeightedRandom([.. kvar.Select(k => k.Typer)], [.. kvar.Select(k => k.Vikt / kvar.Sum(x => x.Vikt))]).Select(t => Valj(t, slump))];
    }

    public static Demoinsats Valj(string typ, Randomizer slump)
    {
        var utfall = slump.Int(1, 100) switch { <= 83 => "bifall", <= 93 => "delvis-avslag", _ => "avslag" };
        if (typ == Demoinsats.GodMan) return new(typ, null, utfall == "delvis-avslag" ? "bifall" : utfall, null);

        var (minst, mest, steg) = Omfattningar[typ];
        var lagom = minst + slump.Int(0, (mest - minst) / steg) * steg;
        // En plats eller ett larm går inte att bevilja till hälften.
        if (utfall == "delvis-avslag" && mest == minst) utfall = "bifall";
        return utfall switch
        {
            "delvis-avslag" => new(typ, lagom + 2 * steg, utfall, lagom),
            "avslag" => new(typ, slump.Bool() ? lagom : null, utfall, null),
            _ => new(typ, slump.Bool(0.6f) ? lagom : null, utfall, lagom),
        };
    }

    /// <summary>The areas of life that an insats is most about; they are the ones written in the utredning.</summary>
    public static IReadOnlyList<string> Omraden(string typ) => typ switch
    {
        "hemtjanst" => ["d5", "d6", "d4"],
        "trygghetslarm" => ["trygghet", "d4"],
        "matdistribution" => ["d6", "d5"],
        "dagverksamhet" => ["d7", "d9"],
        "vard-och-omsorgsboende" => ["d1", "d5", "trygghet", "d2"],
        "servicehus" => ["d4", "d7", "trygghet"],
        "korttidsboende" => ["d5", "d4"],
        "vaxelvard" or "avlosning" => ["personligt-stod", "d5"],
        "ledsagning" => ["d4", "d9", "d3"],
        "boendestod" => ["d2", "d6"],
        "fardtjanst" or "riksfardtjanst" => ["d4"],
        "kbf" => ["d1"],
        "hemvardsbidrag" => ["personligt-stod"],
        _ => ["d8", "d1"],
    };
}
