using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Handlingar;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Handlingar;

/// <summary>Takes a document out of use: it was filed wrong. It stands with who, when and why, and the chef can still open it. Refused as
/// <see cref="Handling.Makulera"/> refuses.</summary>
/// <param name="Version">Of the document, as it was read.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record MakuleraHandling(string Nummer, Guid Handling, int Version, string? Skal) : ICommand<Done>
{
    public override string ToString() => $"MakuleraHandling {Nummer} {Handling}";
}

internal sealed class MakuleraHandlingHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst) : ICommandHandler<MakuleraHandling, Done>
{
    public async Task<Result<Done>> Handle(MakuleraHandling request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaAvenAvslutat(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        if (await db.Handlingar.SingleOrDefaultAsync(h => h.PublikId == request.Handling && h.ArendeId == oppnat.Value.Id, cancellationToken) is not { } handling) return Error.NotFound();
        if (handling.Version != request.Version) return Inaktuell.Kopia;
        var makulerad = handling.Makulera(anrop.Aktor.Id, request.Skal, anrop.Nu);
        if (makulerad.Failed) return makulerad.Error;
        anrop.Handelse(makulerad.Value);
        return Result.Done;
    }
}
