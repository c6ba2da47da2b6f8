using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Blocks a key at once. It cannot be opened again.</summary>
[Kraver(Behorighet.ForvaltaBehorigheter, Behorighet.KoraProcess)]
public sealed record SparraApiNyckel(string Namn) : ICommand<Done>;

internal sealed class SparraApiNyckelHandler(CaseFlowDb db, Anrop anrop) : ICommandHandler<SparraApiNyckel, Done>
{
    public async Task<Result<Done>> Handle(SparraApiNyckel request, CancellationToken cancellationToken)
    {
        var namn = request.Namn?.Trim() ?? "";
        var nycklar = await db.ApiNycklar.Where(n => n.Namn == namn).OrderBy(n => n.Sparrad != null).ThenByDescending(n => n.Skapad).ToListAsync(cancellationToken);
        if (nycklar is not [var nyckel, ..]) return Error.NotFound();
        var sparrad = nyckel.Sparra(anrop.Nu);
        if (sparrad.Failed) return sparrad.Error;
        anrop.Handelse(sparrad.Value);
        return Result.Done;
    }
}
