using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>Takes a saved view away: one's own, or as the unit's chef a shared one. Somebody else's does not exist.</summary>
[Kraver(Behorighet.LasaArende)]
public sealed record TaBortVy(Guid Vy) : ICommand<Done>;

internal sealed class TaBortVyHandler(CaseFlowDb db, Anrop anrop) : ICommandHandler<TaBortVy, Done>
{
    public async Task<Result<Done>> Handle(TaBortVy request, CancellationToken cancellationToken)
    {
        var vy = await db.SparadeVyer.SingleOrDefaultAsync(v => v.PublikId == request.Vy, cancellationToken);
        if (vy is null || !vy.FarTasBort(anrop.Aktor.Id, anrop.Aktor.ChefFor)) return Error.NotFound();
        db.SparadeVyer.Remove(vy);
        anrop.Handelse(new VyBorttagen(vy.Id));
        return Result.Done;
    }
}
