using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Personer;

/// <summary>The way to what belongs to the person of an ärende: through the ärende's door, and for a protected person only while the actor is shown her.</summary>
public sealed class Persondorr(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst)
{
    internal async Task<Result<Arende>> OppnaForSkrivning(string nummer, CancellationToken ct)
    {
        var oppnat = await atkomst.OppnaForSkrivning(nummer, ct);
        return !oppnat.Failed && await ArDold(oppnat.Value, ct) ? AndraKontaktHandler.Dolt : oppnat;
    }

    /// <summary>The person of the ärende is withheld from the actor now.</summary>
    internal Task<bool> ArDold(Arende arende, CancellationToken ct) => db.SomVisas(anrop).AnyAsync(p => p.Id == arende.PersonId && p.Dold, ct);
}
