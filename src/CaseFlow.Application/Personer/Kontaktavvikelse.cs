using CaseFlow.Application.Pipeline;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Personer;

/// <summary>What an ansökan says of how the person is reached, measured against the register as it is today.</summary>
internal static class Kontaktavvikelse
{
    /// <returns>Null when the ansökan said nothing else, when the register has been changed to it, and for someone the person is withheld from.</returns>
    public static async Task<LamnadKontakt?> Avviker(this CaseFlowDb db, Anrop anrop, Arende arende, Ansokan ansokan, CancellationToken ct)
    {
        // De flesta ansökningar säger inget annat än registret: då behövs ingen fråga.
        if (ansokan.Kontakt is not { } lamnad) return null;
        var person = await db.SomVisas(anrop).Where(p => p.Id == arende.PersonId && !p.Dold).SingleOrDefaultAsync(ct);
        return person is null ? null : lamnad.Kvar(person.Gata, person.Postnummer, person.Ort, person.Telefon, person.Sprak, person.Tolkbehov);
    }
}
