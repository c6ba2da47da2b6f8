using System.Text.Json;

namespace CaseFlow.Benchmarks.Motor;

/// <summary>The step function's floor: <see cref="Steget"/>'s process written as code, for that process only. The same comes out: a new state, what is open, which timer is armed, and
/// what was gone through.</summary>
internal static class Handskriven
{
    /// <summary>One instance from start to end.</summary>
    /// <returns>How many steps it took.</returns>
    public static int En(IReadOnlyList<string> uppgifter, Func<Lage, Lage> mellan)
    {
        var (lage, nu) = (Starta(DateTimeOffset.UnixEpoch).Lage, DateTimeOffset.UnixEpoch);
        foreach (var uppgift in uppgifter)
        {
            lage = mellan(lage);
            lage = Slutfor(lage, uppgift, "ja", nu).Lage;
        }

        return lage.Aktiv ? throw new InvalidOperationException("Processen är inte klar.") : uppgifter.Count + 1;
    }

    public static Lage Json(Lage lage) => JsonSerializer.Deserialize<Lage>(JsonSerializer.Serialize(lage))!;

    private static (Lage Lage, List<string> Historik) Starta(DateTimeOffset nu) =>
        (new(true, [new(1, "Granska", nu)], [], null), ["Start", "f1", "Granska"]);

    private static (Lage Lage, List<string> Historik) Slutfor(Lage lage, string uppgift, string komplett, DateTimeOffset nu)
    {
        var oppen = lage.Oppna.Find(u => u.Nod == uppgift) ?? throw new InvalidOperationException($"{uppgift} är inte öppen.");
        return uppgift switch
        {
            "Granska" when komplett == "nej" => (new(true, [new(oppen.Id + 1, "Komplettera", nu)], [], komplett), ["Granska", "f2", "Val", "f3", "Komplettera"]),
            "Granska" or "Komplettera" => (
                new(true, [new(oppen.Id + 1, "Utred", nu)], [new(oppen.Id + 2, "Drar_ut", nu.AddDays(60))], komplett), [uppgift, "f2", "Val", "f4", "Utred"]),
            "Utred" => (new(true, [new(oppen.Id + 2, "Besluta", nu)], [], lage.Komplett), ["Utred", "f7", "Besluta"]),
            _ => (new(false, [], [], lage.Komplett), ["Besluta", "f8", "Klar"]),
        };
    }

    internal sealed record Lage(bool Aktiv, List<Oppen> Oppna, List<Oppen> Timrar, string? Komplett);

    internal sealed record Oppen(int Id, string Nod, DateTimeOffset Tid);
}
