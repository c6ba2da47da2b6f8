using CaseFlow.Domain.Utredningar;

namespace CaseFlow.Domain.Beslutsfattande;

/// <summary>The proof that an ärende is ready for beslut. Only <see cref="Prova"/> can make one.</summary>
public sealed class Beslutsunderlag
{
    private Beslutsunderlag(ArendeId arende) => ArendeId = arende;

    public ArendeId ArendeId { get; }

    /// <summary>The utredning is closed and the person has had a chance to answer.</summary>
    /// <param name="kommunicering">The latest of the ärende, or null when there is none.</param>
    /// <param name="forslag">What is to be decided, as it stands now.</param>
    /// <returns>Refused with UTREDNING_EJ_AVSLUTAD, KOMMUNICERING_SAKNAS, KOMMUNICERING_PAGAR or KOMMUNICERING_INAKTUELL.</returns>
    public static Result<Beslutsunderlag> Prova(
        Utredning? utredning, Kommunicering? kommunicering, IReadOnlyCollection<Beslut> forslag, DateOnly idag)
    {
        if (utredning is not { ArAvslutad: true })
            return Error.Rule("UTREDNING_EJ_AVSLUTAD", "Utredningen måste avslutas innan du kan besluta.");
        if (kommunicering is null)
            return Error.Rule("KOMMUNICERING_SAKNAS",
                "Personen ska få se materialet och kunna svara före beslut. Kommunicera, eller skriv varför det är uppenbart obehövligt (25 § förvaltningslagen).");
        if (kommunicering.ArendeId != utredning.ArendeId)
            throw new ArgumentException("Kommuniceringen hör till ett annat ärende.", nameof(kommunicering));
        if (!kommunicering.ArKlar(idag))
            return Error.Rule("KOMMUNICERING_PAGAR",
                $"Personen kan svara till och med {kommunicering.SvarSenast:yyyy-MM-dd}. Vänta till dess, eller registrera svaret när det kommit.");
        // FL (2017:900) 25 §: a person who has answered to one förslag has not answered to a worse one.
        if (kommunicering.ArInaktuell(forslag, idag))
            return Error.Rule("KOMMUNICERING_INAKTUELL",
                "Förslaget är sämre för personen än när ärendet kommunicerades. Kommunicera igen innan du beslutar (25 § förvaltningslagen).");
        return new Beslutsunderlag(utredning.ArendeId);
    }
}
