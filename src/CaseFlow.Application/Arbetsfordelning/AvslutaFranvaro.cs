using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arbetsfordelning;

/// <summary>Someone is back, or will not be away after all. Nobody stands in for her from today.</summary>
[Kraver(Behorighet.HandlaggaArende, Behorighet.FordelaArende)]
public sealed record AvslutaFranvaro(long Franvaro) : ICommand<Done>;

internal sealed class AvslutaFranvaroHandler(CaseFlowDb db, Anrop anrop) : ICommandHandler<AvslutaFranvaro, Done>
{
    public async Task<Result<Done>> Handle(AvslutaFranvaro request, CancellationToken cancellationToken)
    {
        var id = new FranvaroId(request.Franvaro);
        var (idag, enheter) = (anrop.Idag, anrop.Aktor.ChefFor);
        var franvaro = await db.Franvaro.SingleOrDefaultAsync(
            f => f.Id == id && (f.AnvandareId == anrop.Aktor.Id
                || db.Uppdrag.Any(u => u.AnvandareId == f.AnvandareId && enheter.Contains(u.EnhetId) && (u.Tom == null || u.Tom >= idag))), cancellationToken);
        if (franvaro is null) return Error.NotFound();
        var slut = franvaro.Avsluta(idag);
        if (slut.Failed) return slut.Error;
        anrop.Handelse(slut.Value);
        if (franvaro.Ersattare is { } ersattare && await db.Stallforetradare.FindAsync([franvaro.AnvandareId, ersattare, franvaro.From], cancellationToken) is { } rad)
            rad.GallerTill(franvaro.Tom);
        return Result.Done;
    }
}
