using CaseFlow.Domain;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Seed;

/// <summary>A named size of made-up history.</summary>
public sealed record Demoscenario(string Namn, int Personer, int Manader)
{
    /// <summary>A unit as large as the real one is in people, with half a year of arrivals: quick to lay, enough to look around in.</summary>
    public static Demoscenario Liten { get; } = new("demo-liten", 150, 6) { MedAkter = true };

    /// <summary>The whole unit as its verksamhetsplan describes it, over the change of law: some 1 100 people and two years of work.</summary>
    public static Demoscenario Skarpnack { get; } = new("skarpnack", 1100, 24) { HelEnhet = true };

    public static IReadOnlyList<Demoscenario> Alla { get; } = [Liten, Skarpnack];

    /// <summary>All who work in the unit, what goes slowly, and people who come back; else a few months of what is easily followed.</summary>
    public bool HelEnhet { get; init; }

    /// <summary>Every akt has notes, those near to the person, consents and ombud; in the whole unit only those that are followed closely.</summary>
    internal bool MedAkter { get; init; }

    internal IReadOnlyList<Medarbetare> Personal => HelEnhet ? Seed.Personal.Hela : Seed.Personal.Alla;

    public static Demoscenario? Hitta(string namn) => Alla.FirstOrDefault(s => string.Equals(s.Namn, namn, StringComparison.Ordinal));
}

/// <summary>Which demo, and what decides every chance in it: the same three values give the same rows.</summary>
/// <param name="Slut">The last day. The demo ends early that morning, before work.</param>
public sealed record Demoval(Demoscenario Scenario, int Fro, DateOnly Slut)
{
    public const int Standardfro = 20261122;
    public const int FarstPersoner = 10;
    public const int FlestPersoner = 3000;
    public const int FarstManader = 2;
    public const int FlestManader = 60;

    /// <summary>Keys are counted from this year.</summary>
    private const int TidigastAr = 2020;

    public DateOnly ForstaDag => Slut.AddMonths(-Scenario.Manader);

    /// <summary>When the last day's history ends, in Sweden: people have not come to work yet.</summary>
    internal static readonly TimeOnly Slutklockan = new(6, 30);

    /// <summary>The latest day whose morning has come: nothing in the demo lies in the future.</summary>
    public static DateOnly Standardslut(TimeProvider tid)
    {
        var nu = tid.GetUtcNow();
        var idag = SvenskTid.Dag(nu);
        return nu >= Moment(idag, Slutklockan) ? idag : idag.AddDays(-1);
    }

    /// <returns><c>OGILTIGT</c> with what to choose instead, or null.</returns>
    public Error? Prova()
    {
        if (Scenario.Personer is < FarstPersoner or > FlestPersoner) return Ogiltigt($"Antalet personer ska vara mellan {FarstPersoner} och {FlestPersoner}.");
        if (Scenario.Manader is < FarstManader or > FlestManader) return Ogiltigt($"Antalet månader ska vara mellan {FarstManader} och {FlestManader}.");
        return ForstaDag.Year < TidigastAr
            ? Ogiltigt($"Historien skulle börja {SvenskTid.Text(ForstaDag)}. Den får börja tidigast {TidigastAr}: välj en senare sista dag eller färre månader.") : null;
    }

    private static Error Ogiltigt(string text) => Error.Invalid("OGILTIGT", text);

    internal static DateTimeOffset Moment(DateOnly dag, TimeOnly klockan)
    {
        var lokal = dag.ToDateTime(klockan, DateTimeKind.Unspecified);
        return new DateTimeOffset(lokal, SvenskTid.Zon.GetUtcOffset(lokal)).ToUniversalTime();
    }
}

/// <param name="Kommandon">Use cases sent, timers apart.</param>
public sealed record Demoutfall(int Personer, int Arenden, int Kommandon, int Timrar, Demolage Lage);

/// <summary>How the unit stands when the demo ends.</summary>
/// <param name="OppnaPerHandlaggare">Open ärenden of each handläggare, the fewest first.</param>
/// <param name="Forsenade">Open tasks whose day has passed.</param>
/// <param name="BeslutAldreLag">Beslut before 2025-07-01, under the law of that time.</param>
public sealed record Demolage(
    int Anvandare, int Skyddade, int Oppna, IReadOnlyList<int> OppnaPerHandlaggare, int Uppgifter, int Forsenade, int Beslut, int BeslutAldreLag, int Avslag, int Insatser,
    int Anteckningar, int Samtycken, int Avvikelser, int NyaAvvikelser);

/// <summary>A month that has passed.</summary>
/// <param name="Ansokningar">How many came in during it.</param>
/// <param name="Oppna">Ärenden that were open when it ended.</param>
public sealed record Demomanad(DateOnly Manad, int Ansokningar, int Oppna, int Kommandon);
