using CaseFlow.Domain.Handlingar;
using CaseFlow.Domain.Kalender;
using CaseFlow.Domain.Utredningar;

namespace CaseFlow.Domain.Beslutsfattande;

/// <summary>The proof that an ärende is ready for beslut. Only <see cref="Prova"/> can make one.</summary>
public sealed class Beslutsunderlag
{
    private Beslutsunderlag(ArendeId arende) => ArendeId = arende;

    public ArendeId ArendeId { get; }

    /// <summary>The utredning is closed and the person has had a chance to answer.</summary>
    /// <param name="kommuniceringar">Those of the ärende, in the order they were made.</param>
    /// <param name="forslag">What is to be decided, as it stands now.</param>
    /// <param name="handlingar">Those of the ärende; what has come in since is asked for when the person does not get all she applies for.</param>
    /// <returns>Refused with UTREDNING_EJ_AVSLUTAD, KOMMUNICERING_SAKNAS, KOMMUNICERING_PAGAR, KOMMUNICERING_INAKTUELL or HANDLING_EJ_KOMMUNICERAD.</returns>
    public static Result<Beslutsunderlag> Prova(
        Utredning? utredning, IReadOnlyList<Kommunicering> kommuniceringar, IReadOnlyCollection<Beslut> forslag, DateOnly idag, IReadOnlyCollection<Handling>? handlingar = null)
    {
        if (utredning is not { ArAvslutad: true })
            return Error.Rule("UTREDNING_EJ_AVSLUTAD", "Utredningen måste avslutas innan du kan besluta.");
        if (kommuniceringar is not [.., var senaste])
            return Error.Rule("KOMMUNICERING_SAKNAS",
                "Personen ska få se materialet och kunna svara före beslut. Kommunicera, eller skriv varför det är uppenbart obehövligt (25 § förvaltningslagen).");
        if (kommuniceringar.Any(k => k.ArendeId != utredning.ArendeId))
            throw new ArgumentException("Kommuniceringen hör till ett annat ärende.", nameof(kommuniceringar));
        // FL (2017:900) 25 §: the time once given is the person's, also when more is sent or judged needless within it. An answer is
        // to all that she had been sent when it came.
        if (kommuniceringar.Reverse().TakeWhile(k => k.SvarDatum is null).Max(k => k.SvarSenast) is { } svarSenast && svarSenast >= idag)
            return Error.Rule("KOMMUNICERING_PAGAR",
                $"Personen kan svara till och med {SvenskTid.Text(svarSenast)}. Vänta till dess, eller registrera svaret när det kommit.");
        // FL (2017:900) 25 §: a person who has answered to one förslag has not answered to a worse one.
        if (senaste.ArInaktuell(forslag, idag))
            return Error.Rule("KOMMUNICERING_INAKTUELL",
                "Förslaget är sämre för personen än när ärendet kommunicerades. Kommunicera igen innan du beslutar (25 § förvaltningslagen).");
        // FL (2017:900) 25 §: allt material av betydelse, också det som kom fram efter utskicket
        if (senaste.SaknarTillagg(utredning))
            return Error.Rule("KOMMUNICERING_INAKTUELL",
                "Utredningen har fått ett tillägg som personen inte har fått se. Kommunicera igen innan du beslutar (25 § förvaltningslagen).");
        // FL (2017:900) 25 §: inget avgörs till nackdel på något som personen inte har sett, om det inte är uppenbart obehövligt
        if (forslag.Any(b => b.GarEmot) && senaste.HarInteMed(handlingar ?? []).ToList() is { Count: > 0 } osedda)
            return Error.Rule("HANDLING_EJ_KOMMUNICERAD",
                $"{Kommunicering.Handlingsnummer(osedda)} kom in sedan underlaget kommunicerades, och personen har inte fått se {(osedda.Count == 1 ? "den" : "dem")}. Kommunicera igen, eller skriv varför det är uppenbart obehövligt, innan du beslutar (25 § förvaltningslagen).");
        return new Beslutsunderlag(utredning.ArendeId);
    }
}
