using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Closes the account of someone who has left: no more sign-in, the sessions she has end and her keys are blocked. What she did stays
/// under her name.</summary>
[Kraver(Behorighet.ForvaltaBehorigheter, Behorighet.KoraProcess)]
public sealed record StangAnvandare(string Anvandarnamn) : ICommand<Done>
{
    public override string ToString() => "StangAnvandare";
}

internal sealed class StangAnvandareHandler(CaseFlowDb db, Anrop anrop, IKonton konton) : ICommandHandler<StangAnvandare, Done>
{
    public async Task<Result<Done>> Handle(StangAnvandare request, CancellationToken cancellationToken)
    {
        if (await konton.Innehavare(request.Anvandarnamn.Trim(), cancellationToken) is not { } id) return Error.NotFound();
        var anvandare = await db.Anvandare.SingleAsync(a => a.Id == id, cancellationToken);
        if (!anvandare.Aktiv) return Error.Rule("KONTO_STANGT", "Kontot är redan stängt.");
        await konton.AvslutaSessioner(id, cancellationToken);
        foreach (var nyckel in await db.ApiNycklar.Where(n => n.AnvandareId == id && n.Sparrad == null).OrderBy(n => n.Id).ToListAsync(cancellationToken))
        {
            var sparrad = nyckel.Sparra(anrop.Nu);
            if (!sparrad.Failed) anrop.Handelse(sparrad.Value);
        }
        anrop.Handelse(anvandare.Inaktivera());
        return Result.Done;
    }
}
