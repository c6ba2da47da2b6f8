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

    /// <summary>The command line. It may do what the system may; when the one who runs it has said who she is the trail names her, as the system's word
    /// and not her own: nobody has signed in. The machine's own account stands beside it.</summary>
    /// <param name="maskinkonto">As a pseudonym (<see cref="IPseudonymer"/>).</param>
    public static Aktor Kommandorad(AnvandareId uppgiven, string maskinkonto) => Den with { Id = uppgiven, Maskinkonto = maskinkonto };

    private static Aktor Skapa(string namn, IReadOnlySet<Behorighet> behorigheter) =>
        new(AktorSlag.System, default(AnvandareId), namn, behorigheter, [], [], Delegatniva.Ingen);
}
