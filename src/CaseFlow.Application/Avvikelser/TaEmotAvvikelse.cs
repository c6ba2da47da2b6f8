using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Avvikelser;

/// <summary>The chef, or someone in the kvalitetsråd, says that the report is read. Another unit's report does not exist.</summary>
[Kraver(Behorighet.HandlaggaAvvikelse)]
public sealed record TaEmotAvvikelse(Guid Id, int Version) : ICommand<Done>;

internal sealed class TaEmotAvvikelseHandler(CaseFlowDb db, Anrop anrop) : ICommandHandler<TaEmotAvvikelse, Done>
{
    public async Task<Result<Done>> Handle(TaEmotAvvikelse request, CancellationToken cancellationToken)
    {
        var enheter = anrop.Aktor.EnheterMed(Behorighet.HandlaggaAvvikelse);
        var avvikelse = await db.Avvikelser.SingleOrDefaultAsync(a => a.PublikId == request.Id && enheter.Contains(a.EnhetId), cancellationToken);
        if (avvikelse is null) return Error.NotFound();
        if (avvikelse.Version != request.Version) return Inaktuell.Kopia;

        var mottagen = avvikelse.TaEmot(anrop.Aktor.Id, anrop.Nu);
        if (mottagen.Failed) return mottagen.Error;
        anrop.Handelse(mottagen.Value);
        return Result.Done;
    }
}
