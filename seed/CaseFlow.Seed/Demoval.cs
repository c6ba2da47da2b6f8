using CaseFlow.Domain.Kalender;

namespace CaseFlow.Seed;

/// <summary>A named size of made-up history.</summary>
public sealed record Demoscenario(string Namn, int Personer, int Manader)
{
    /// <summary>A unit as large as the real one is in people, with half a year of arrivals: quick to lay, enough to look around in.</summary>
    public static Demoscenario Liten { get; } = new("demo-liten", 150, 6);

    public static IReadOnlyList<Demoscenario> Alla { get; } = [Liten];

    public static Demoscenario? Hitta(string namn) => Alla.FirstOrDefault(s => string.Equals(s.Namn, namn, StringComparison.Ordinal));
}

/// <summary>Which demo, and what decides every chance in it: the same three values give the same rows.</summary>
/// <param name="Slut">The last day. The demo ends early that morning, before work.</param>
public sealed record Demoval(Demoscenario Scenario, int Fro, DateOnly Slut)
{
    public const int Standardfro = 20261122;

    /// <summary>When the last day's history ends, in Sweden: people have not come to work yet.</summary>
    internal static readonly TimeOnly Slutklockan = new(6, 30);

    /// <summary>The latest day whose morning has come: nothing in the demo lies in the future.</summary>
    public static DateOnly Standardslut(TimeProvider tid)
    {
        var nu = tid.GetUtcNow();
        var idag = SvenskTid.Dag(nu);
        return nu >= Moment(idag, Slutklockan) ? idag : idag.AddDays(-1);
    }

    internal static DateTimeOffset Moment(DateOnly dag, TimeOnly klockan)
    {
        var lokal = dag.ToDateTime(klockan, DateTimeKind.Unspecified);
        return new DateTimeOffset(lokal, SvenskTid.Zon.GetUtcOffset(lokal)).ToUniversalTime();
    }
}

/// <param name="Kommandon">Use cases sent, timers apart.</param>
public sealed record Demoutfall(int Personer, int Arenden, int Kommandon, int Timrar);
