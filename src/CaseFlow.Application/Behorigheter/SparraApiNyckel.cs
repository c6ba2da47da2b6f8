using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Blocks a key at once. It cannot be opened again.</summary>
/// <param name="Anvandarnamn">Whose key it is, by what she signs in with; null for the only one in use by that name, whosever it is.</param>
[Kraver(Behorighet.ForvaltaBehorigheter, Behorighet.KoraProcess)]
public sealed record SparraApiNyckel(string Namn, string? Anvandarnamn = null) : ICommand<Done>;

internal sealed class SparraApiNyckelHandler(CaseFlowDb db, Anrop anrop, IKonton konton) : ICommandHandler<SparraApiNyckel, Done>
{
    public async Task<Result<Done>> Handle(SparraApiNyckel request, CancellationToken cancellationToken)
    {
        var namn = request.Namn?.Trim() ?? "";
        var urval = db.ApiNycklar.Where(n => n.Namn == namn);
        if (request.Anvandarnamn is { } vems)
        {
            if (await konton.Innehavare(vems.Trim(), cancellationToken) is not { } innehavare) return Error.NotFound();
            urval = urval.Where(n => n.AnvandareId == innehavare);
        }
        var nycklar = await urval.OrderBy(n => n.Sparrad != null).ThenByDescending(n => n.Skapad).ToListAsync(cancellationToken);
        if (nycklar is not [var nyckel, ..]) return Error.NotFound();
        if (nycklar.Count(n => n.Sparrad is null) > 1) return Error.Rule("NYCKELNAMN_TVETYDIGT", "Flera nycklar heter så. Ange också vems den är.");
        var sparrad = nyckel.Sparra(anrop.Nu);
        if (sparrad.Failed) return sparrad.Error;
        anrop.Handelse(sparrad.Value);
        return Result.Done;
    }
}
