using CaseFlow.Application.Arenden;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Closes the account of someone who has left: no more sign-in, the sessions she has end and her keys are blocked. What she did stays
/// under her name.</summary>
/// <param name="Anvandare">Who, from the page; the command line says the username.</param>
[Kraver(Behorighet.ForvaltaBehorigheter, Behorighet.KoraProcess)]
public sealed record StangAnvandare(string? Anvandarnamn, long? Anvandare = null) : ICommand<Done>
{
    public override string ToString() => "StangAnvandare";
}

internal sealed class StangAnvandareHandler(CaseFlowDb db, Anrop anrop, IKonton konton, Personregister personer) : ICommandHandler<StangAnvandare, Done>
{
    public async Task<Result<Done>> Handle(StangAnvandare request, CancellationToken cancellationToken)
    {
        if (await konton.Vem(request.Anvandarnamn, request.Anvandare, cancellationToken) is not { } id) return Error.NotFound();
        if (await db.Anvandare.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } anvandare) return Error.NotFound();
        if (!anvandare.Aktiv) return Error.Rule("KONTO_STANGT", "Kontot är redan stängt.");
        if (id == anrop.Aktor.Id && anrop.Aktor.Slag == AktorSlag.Person) return Error.Rule("EGET_KONTO", "Ingen stänger sitt eget konto. Låt en annan förvaltare göra det.");
        if (anrop.Aktor.Slag == AktorSlag.Person && await LamnarUtanLedning(id, cancellationToken)) return Ledning.SistaChefen;
        await konton.AvslutaSessioner(id, cancellationToken);
        foreach (var nyckel in await db.ApiNycklar.Where(n => n.AnvandareId == id && n.Sparrad == null).OrderBy(n => n.Id).ToListAsync(cancellationToken))
        {
            var sparrad = nyckel.Sparra(anrop.Nu);
            if (!sparrad.Failed) anrop.Handelse(sparrad.Value);
        }
        await personer.AvnamngeAlla(id, [], cancellationToken);
        await db.AvslutaNodoppningar(anrop, id, cancellationToken);
        anrop.Handelse(anvandare.Inaktivera());
        return Result.Done;
    }

    private async Task<bool> LamnarUtanLedning(AnvandareId id, CancellationToken ct)
    {
        var enheter = await db.Ledda(anrop.Idag).Where(u => u.AnvandareId == id).Select(u => u.EnhetId).Distinct().ToListAsync(ct);
        if (enheter.Count == 0) return false;
        return await db.Ledda(anrop.Idag).Where(u => u.AnvandareId != id && enheter.Contains(u.EnhetId)).Select(u => u.EnhetId).Distinct().CountAsync(ct) < enheter.Count;
    }
}
