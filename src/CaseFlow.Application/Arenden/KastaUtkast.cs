using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>Throws away one's own draft of a place. Done already when there is none.</summary>
/// <param name="Plats">Code of a <see cref="Utkastplats"/>.</param>
[Kraver(Behorighet.HandlaggaArende, Behorighet.FordelaArende, Behorighet.FattaBeslut)]
public sealed record KastaUtkast(string Nummer, string Plats) : ICommand<Done>;

internal sealed class KastaUtkastHandler(CaseFlowDb db, Anrop anrop, Utkastdorr dorr) : ICommandHandler<KastaUtkast, Done>
{
    public async Task<Result<Done>> Handle(KastaUtkast request, CancellationToken cancellationToken)
    {
        var oppnad = await dorr.Oppna(request.Nummer, request.Plats, cancellationToken);
        if (oppnad.Failed) return oppnad.Error;
        var (arende, plats) = oppnad.Value;
        if (await dorr.Egna(arende.Id, plats).SingleOrDefaultAsync(cancellationToken) is not { } utkast) return Result.Done;
        db.Utkast.Remove(utkast);
        anrop.Handelse(new UtkastKastat(utkast.Id, arende.Id, utkast.Slag));
        return Result.Done;
    }
}
