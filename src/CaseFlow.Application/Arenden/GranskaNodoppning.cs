using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>The chef of the ärende's unit, or the one who reviews the log, has looked at an emergency opening and writes what she found. Until then it
/// stands among what is to be reviewed.</summary>
/// <param name="Version">Of the opening, as it was read.</param>
[Kraver(Behorighet.SeEnheten, Behorighet.GranskaLogg)]
public sealed record GranskaNodoppning(long Nodoppning, int Version, string? Anteckning) : ICommand<Done>;

internal sealed class GranskaNodoppningHandler(CaseFlowDb db, Anrop anrop, Granskningslista lista) : ICommandHandler<GranskaNodoppning, Done>
{
    public async Task<Result<Done>> Handle(GranskaNodoppning request, CancellationToken cancellationToken)
    {
        var id = new NodoppningId(request.Nodoppning);
        if (await db.Nodoppningar.SingleOrDefaultAsync(n => n.Id == id, cancellationToken) is not { } nodoppning) return Error.NotFound();
        if (nodoppning.AnvandareId != anrop.Aktor.Id && !await lista.Granskningsbara().AnyAsync(n => n.Id == id, cancellationToken)) return Error.NotFound();
        var granskad = nodoppning.Granska(request.Anteckning, anrop.Aktor.Id, anrop.Nu);
        if (granskad.Failed) return granskad.Error;
        if (nodoppning.Version != request.Version) return Inaktuell.Kopia;
        anrop.Galler(nodoppning.ArendeId, "granskning");
        anrop.Handelse(granskad.Value);
        return Result.Done;
    }
}
