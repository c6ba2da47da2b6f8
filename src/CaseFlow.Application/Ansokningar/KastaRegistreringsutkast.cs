using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Ansokningar;

/// <summary>Throws away one's own draft of an ansökan. Done already when there is none.</summary>
[Kraver(Behorighet.RegistreraAnsokan)]
public sealed record KastaRegistreringsutkast : ICommand<Done>;

internal sealed class KastaRegistreringsutkastHandler(CaseFlowDb db, Anrop anrop, Utkastdorr dorr) : ICommandHandler<KastaRegistreringsutkast, Done>
{
    public async Task<Result<Done>> Handle(KastaRegistreringsutkast request, CancellationToken cancellationToken)
    {
        if (await dorr.Egna(null, Utkastplats.NyAnsokan).SingleOrDefaultAsync(cancellationToken) is not { } utkast) return Result.Done;
        db.Utkast.Remove(utkast);
        anrop.Handelse(new UtkastKastat(utkast.Id, null, utkast.Slag));
        return Result.Done;
    }
}
