using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

// Rummet Behorigheter: vilka som arbetar här, hur de kommer in och vilka andra system som får anropa oss.
// Vad en roll innehåller står i domänen; här är det någon gör med den.

/// <summary>The system itself as an actor: timers, start-up and the command line. Belongs to no unit and sees no ärende.</summary>
public static class Systemaktor
{
    public static Aktor Den { get; } = Skapa("systemet", Roller.Behorigheter(Roll.System));

    /// <summary>The command line when it imports ansökningar: it may register them and nothing else.</summary>
    public static Aktor Import { get; } = Skapa("import", new HashSet<Behorighet> { Behorighet.Inloggad, Behorighet.RegistreraAnsokan });

    private static Aktor Skapa(string namn, IReadOnlySet<Behorighet> behorigheter) =>
        new(AktorSlag.System, default(AnvandareId), namn, behorigheter, [], [], Delegatniva.Ingen);
}
