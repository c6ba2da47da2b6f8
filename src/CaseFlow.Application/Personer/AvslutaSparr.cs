using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Personer;

/// <summary>Ends someone else's block, with a reason. Her chef does it, or the förvaltare when it is the chef's own.</summary>
/// <param name="Version">Of the block, as it was read.</param>
[Kraver(Behorighet.FordelaArende, Behorighet.ForvaltaBehorigheter)]
public sealed record AvslutaSparr(long Sparr, int Version, string? Skal) : ICommand<Done>;

internal sealed class AvslutaSparrHandler(CaseFlowDb db, Anrop anrop) : ICommandHandler<AvslutaSparr, Done>
{
    public async Task<Result<Done>> Handle(AvslutaSparr request, CancellationToken cancellationToken)
    {
        var id = new SparrId(request.Sparr);
        if (await db.Sparrar.SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } sparr) return Error.NotFound();
        if (!await FarSe(sparr.AnvandareId, cancellationToken)) return Error.NotFound();
        if (sparr.Version != request.Version) return Inaktuell.Kopia;
        var avslutad = sparr.Avsluta(request.Skal, anrop.Aktor.Id, anrop.Nu);
        if (avslutad.Failed) return avslutad.Error;
        anrop.Handelse(avslutad.Value);
        return Result.Done;
    }

    private async Task<bool> FarSe(AnvandareId vem, CancellationToken ct) => vem == anrop.Aktor.Id || anrop.Aktor.Har(Behorighet.ForvaltaBehorigheter)
        || await db.ArbetarINagon(anrop.Aktor.ChefFor, anrop.Idag).AnyAsync(a => a.Id == vem, ct);
}
