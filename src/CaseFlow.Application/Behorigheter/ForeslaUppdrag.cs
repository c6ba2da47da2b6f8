using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Proposes a role in a unit for someone. It holds only when another person has approved it (<see cref="AvgorUppdrag"/>).</summary>
/// <param name="Tom">The last day; null when it goes on.</param>
[Kraver(Behorighet.ForvaltaBehorigheter)]
public sealed record ForeslaUppdrag(long Anvandare, long Enhet, Roll Roll, Delegatniva Delegat, DateOnly From, DateOnly? Tom, string? Skal) : ICommand<Done>;

internal sealed class ForeslaUppdragHandler(CaseFlowDb db, Anrop anrop, IIdKalla ids) : ICommandHandler<ForeslaUppdrag, Done>
{
    public async Task<Result<Done>> Handle(ForeslaUppdrag request, CancellationToken cancellationToken)
    {
        var (vem, enhet) = (new AnvandareId(request.Anvandare), new EnhetId(request.Enhet));
        if (!await db.Anvandare.AnyAsync(a => a.Id == vem && a.Aktiv, cancellationToken)) return Error.NotFound();
        if (!await db.Enheter.AnyAsync(e => e.Id == enhet, cancellationToken)) return Error.Invalid(new FieldError("enhet", "Välj en enhet."));
        if (await Upptaget(vem, enhet, request, cancellationToken))
            return Error.Conflict("UPPDRAG_FINNS", "Det finns redan ett uppdrag eller ett förslag med den rollen i enheten under tiden.");
        var foreslaget = Uppdragsforslag.Foresla(
            new(ids.Next()), vem, enhet, request.Roll, request.Delegat, request.From, request.Tom, request.Skal, anrop.Aktor.Id, anrop.Nu);
        if (foreslaget.Failed) return foreslaget.Error;
        db.Uppdragsforslag.Add(foreslaget.Value.Forslag);
        anrop.Handelse(foreslaget.Value.Handelse);
        return Result.Done;
    }

    // En högre beslutsnivå i samma roll: avsluta det gamla uppdraget från den dag det nya ska gälla, och föreslå det nya.
    private async Task<bool> Upptaget(AnvandareId vem, EnhetId enhet, ForeslaUppdrag r, CancellationToken ct) =>
        await db.Uppdrag.AnyAsync(
            u => u.AnvandareId == vem && u.EnhetId == enhet && u.Roll == r.Roll && (u.Tom == null || u.Tom >= r.From) && (r.Tom == null || u.From <= r.Tom), ct)
        || await db.Uppdragsforslag.AnyAsync(
            f => f.AnvandareId == vem && f.EnhetId == enhet && f.Roll == r.Roll && f.Status == Forslagsstatus.Vantar, ct);
}
