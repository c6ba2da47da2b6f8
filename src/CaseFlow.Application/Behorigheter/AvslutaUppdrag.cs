using CaseFlow.Application.Arenden;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Ends someone's role in a unit, now or from a day on. One person is enough to take rights away. Her sessions end at once, and when it ends
/// now so does her named access that rested on it, and what she has opened in an emergency with it.</summary>
/// <param name="From">The day the assignment began: with user, unit and role it says which.</param>
/// <param name="Sista">The last day; null ends it now.</param>
[Kraver(Behorighet.ForvaltaBehorigheter)]
public sealed record AvslutaUppdrag(long Anvandare, long Enhet, Roll Roll, DateOnly From, DateOnly? Sista) : ICommand<Done>;

internal sealed class AvslutaUppdragHandler(CaseFlowDb db, Anrop anrop, IKonton konton, Personregister personer) : ICommandHandler<AvslutaUppdrag, Done>
{
    public async Task<Result<Done>> Handle(AvslutaUppdrag request, CancellationToken cancellationToken)
    {
        var (vem, enhet) = (new AnvandareId(request.Anvandare), new EnhetId(request.Enhet));
        var uppdrag = await db.Uppdrag.SingleOrDefaultAsync(
            u => u.AnvandareId == vem && u.EnhetId == enhet && u.Roll == request.Roll && u.From == request.From, cancellationToken);
        if (uppdrag is null) return Error.NotFound();
        if (request.Roll == Roll.Forvaltare && await ArSista(uppdrag, cancellationToken))
            return Error.Rule("SISTA_FORVALTAREN", "Hon är den enda förvaltaren. Ge någon annan uppdraget först.");
        if (Ledning.Leder(request.Roll) && anrop.Aktor.Slag == AktorSlag.Person && await LamnarUtanLedning(uppdrag, request.Sista, cancellationToken)) return Ledning.SistaChefen;
        var avslutat = uppdrag.Avsluta(request.Sista ?? anrop.Idag.AddDays(-1), anrop.Idag);
        if (avslutat.Failed) return avslutat.Error;
        anrop.Handelse(avslutat.Value);
        await konton.AvslutaSessioner(vem, cancellationToken);
        if (avslutat.Value.Sista >= anrop.Idag) return Result.Done;
        await personer.AvnamngeUtan(uppdrag, cancellationToken);
        if (Roller.Behorigheter(uppdrag.Roll).Contains(Behorighet.Nodoppna)) await db.AvslutaNodoppningar(anrop, vem, cancellationToken);
        return Result.Done;
    }

    /// <summary>She leads the unit, and the day after her last nobody else does.</summary>
    private async Task<bool> LamnarUtanLedning(Uppdrag uppdrag, DateOnly? sista, CancellationToken ct)
    {
        var (vem, enhet, efter) = (uppdrag.AnvandareId, uppdrag.EnhetId, sista?.AddDays(1) ?? anrop.Idag);
        return (uppdrag.Tom is null || uppdrag.Tom >= efter) && !await db.Ledda(efter).AnyAsync(u => u.EnhetId == enhet && u.AnvandareId != vem, ct);
    }

    private async Task<bool> ArSista(Uppdrag uppdrag, CancellationToken ct)
    {
        var (vem, idag) = (uppdrag.AnvandareId, anrop.Idag);
        return !await db.Uppdrag.AnyAsync(
            u => u.Roll == Roll.Forvaltare && u.AnvandareId != vem && u.From <= idag && (u.Tom == null || u.Tom >= idag)
                && db.Anvandare.Any(a => a.Id == u.AnvandareId && a.Aktiv),
            ct);
    }
}
