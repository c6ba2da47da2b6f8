using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Personer;

/// <summary>What is noted of someone near to the person no longer is so. It stands among what has been.</summary>
/// <param name="Version">Of the relation, as it was read.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record AvslutaNarstaende(string Nummer, Guid Narstaende, int Version) : ICommand<Done>;

internal sealed class AvslutaNarstaendeHandler(CaseFlowDb db, Anrop anrop, Persondorr dorr) : ICommandHandler<AvslutaNarstaende, Done>
{
    public async Task<Result<Done>> Handle(AvslutaNarstaende request, CancellationToken cancellationToken)
    {
        var oppnat = await dorr.OppnaForSkrivning(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        if (await db.Narstaende.SingleOrDefaultAsync(n => n.PublikId == request.Narstaende && n.PersonId == oppnat.Value.PersonId, cancellationToken) is not { } narstaende)
            return Error.NotFound();
        if (narstaende.Version != request.Version) return Inaktuell.Kopia;
        var avslutad = narstaende.Avsluta(anrop.Aktor.Id, anrop.Nu);
        if (avslutad.Failed) return avslutad.Error;
        anrop.Handelse(avslutad.Value);
        return Result.Done;
    }
}
