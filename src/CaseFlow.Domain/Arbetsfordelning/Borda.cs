using CaseFlow.Domain.Arenden;

namespace CaseFlow.Domain.Arbetsfordelning;

// Rummet Arbetsfordelning: vem som har hur mycket, vem som är borta och vem som tar över. Vilka ärenden någon får se
// avgörs inte här utan i Arenden; här delas arbetet.

/// <summary>How much work an open ärende is, by its step: 1 is an ordinary one. Weights make a sum comparable between people; they are no
/// measure of anyone.</summary>
/// <param name="Vikter">Per step; one that is not named weighs 1.</param>
public sealed record Bordevikter(IReadOnlyDictionary<Steg, decimal> Vikter)
{
    /// <summary>What applies until the unit sets its own (<c>CaseFlow:Bordevikter</c>).</summary>
    // [overifierat]: ett rimligt utgångsläge, inte lag och inte beslutat av någon enhet.
    public static Bordevikter Utgangslage { get; } = new(new Dictionary<Steg, decimal>
    {
        [Steg.Ansokan] = 1,
        [Steg.Utredning] = 1.5m,
        [Steg.Kommunicering] = 1.2m,
        [Steg.Beslut] = 1.2m,
        [Steg.Underrattelse] = 1,
        [Steg.Verkstallighet] = 0.6m,
        [Steg.Uppfoljning] = 0.6m,
        [Steg.Avslutat] = 0,
    });

    public decimal For(Steg steg) => Vikter.GetValueOrDefault(steg, 1);

    /// <summary>The sum over these many ärenden in each step.</summary>
    public decimal Borda(IEnumerable<(Steg Steg, int Antal)> arenden) => arenden.Sum(a => For(a.Steg) * a.Antal);
}

/// <summary>An ärende that is to go to somebody else.</summary>
/// <param name="Fran">Who has it; null when nobody has.</param>
/// <param name="Person">Whose it is: all of hers go to one. Null for one that is shared out by itself.</param>
public sealed record Flyttbart(ArendeId Arende, AnvandareId? Fran, decimal Vikt, PersonId? Person = null);

/// <summary>Someone who can take more, with what she has.</summary>
public sealed record Mottagare(AnvandareId Id, decimal Borda);

/// <summary>Shares work out so that the load after it is as even as whole ärenden allow.</summary>
public static class Jamnfordelning
{
    /// <summary>Gives each ärende, in the order given, to one who has the person already, else to the one who has least; never to the one who has it, nor to
    /// one who has jäv in it.</summary>
    /// <param name="har">Who has other ärenden of the persons.</param>
    /// <returns>One for each ärende in the same order: to whom, or null when nobody can take it. The same input gives the same answer.</returns>
    // FL (2017:900) 17 §: den som är jävig får inte ta del i handläggningen. Att en person har en handläggare är vår regel: färre läser om henne
    public static IReadOnlyList<(Flyttbart Arende, AnvandareId? Till)> Fordela(
        IReadOnlyList<Flyttbart> arenden, IReadOnlyCollection<Mottagare> mottagare, IReadOnlySet<(ArendeId Arende, AnvandareId Anvandare)> javiga,
        IEnumerable<(PersonId Person, AnvandareId Anvandare)>? har = null)
    {
        var borda = mottagare.ToDictionary(m => m.Id, m => m.Borda);
        var personens = (har ?? []).ToHashSet();
        var svar = new List<(Flyttbart, AnvandareId?)>(arenden.Count);
        foreach (var arende in arenden)
        {
            var till = borda.Where(b => b.Key != arende.Fran && !javiga.Contains((arende.Arende, b.Key)))
                .OrderByDescending(b => arende.Person is { } p && personens.Contains((p, b.Key))).ThenBy(b => b.Value).ThenBy(b => b.Key.Value)
                .Select(b => (AnvandareId?)b.Key).FirstOrDefault();
            if (till is { } t)
            {
                borda[t] += arende.Vikt;
                if (arende.Fran is { } fran && borda.ContainsKey(fran)) borda[fran] -= arende.Vikt;
                if (arende.Person is { } person) personens.Add((person, t));
            }

            svar.Add((arende, till));
        }

        return svar;
    }
}
