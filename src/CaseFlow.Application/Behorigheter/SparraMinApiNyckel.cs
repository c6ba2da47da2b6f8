using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Blocks one of one's own keys at once. It cannot be opened again.</summary>
[Kraver(Behorighet.Inloggad)]
public sealed record SparraMinApiNyckel(long Nyckel) : ICommand<Done>;

internal sealed class SparraMinApiNyckelHandler(CaseFlowDb db, Anrop anrop) : ICommandHandler<SparraMinApiNyckel, Done>
{
    public async Task<Result<Done>> Handle(SparraMinApiNyckel request, CancellationToken cancellationToken)
    {
        var id = new ApiNyckelId(request.Nyckel);
        if (await db.ApiNycklar.SingleOrDefaultAsync(n => n.Id == id && n.AnvandareId == anrop.Aktor.Id, cancellationToken) is not { } nyckel) return Error.NotFound();
        var sparrad = nyckel.Sparra(anrop.Nu);
        if (sparrad.Failed) return sparrad.Error;
        anrop.Handelse(sparrad.Value);
        return Result.Done;
    }
}
