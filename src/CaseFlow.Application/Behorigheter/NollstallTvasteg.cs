using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Takes the second step from an account whose owner has lost her telephone: she sets up a new app at the next sign-in. Her passkeys go too:
/// one of them may be in what was lost, or someone else's.</summary>
/// <param name="Anvandare">Who, from the page; the command line says the username.</param>
[Kraver(Behorighet.ForvaltaBehorigheter, Behorighet.KoraProcess)]
public sealed record NollstallTvasteg(string? Anvandarnamn, long? Anvandare = null) : ICommand<Done>
{
    public override string ToString() => "NollstallTvasteg";
}

public sealed record TvastegNollstallt(AnvandareId Anvandare) : IHandelse;

internal sealed class NollstallTvastegHandler(Anrop anrop, IKonton konton) : ICommandHandler<NollstallTvasteg, Done>
{
    public async Task<Result<Done>> Handle(NollstallTvasteg request, CancellationToken cancellationToken)
    {
        if (await konton.Vem(request.Anvandarnamn, request.Anvandare, cancellationToken) is not { } anvandare) return Error.NotFound();
        if (anvandare == anrop.Aktor.Id && anrop.Aktor.Slag == AktorSlag.Person)
            return Error.Rule("EGET_KONTO", "Stäng av din egen app under Inloggning i två steg. Har du tappat den: be en annan förvaltare.");
        if ((await konton.Lagen([anvandare], cancellationToken)).GetValueOrDefault(anvandare) is not { } lage) return Error.NotFound();
        if (Tvapersonersregel.Prova(anrop.Aktor, lage.LosenordAv) is { } fel) return fel;
        await konton.SattTvasteg(anvandare, pa: false, Tvapersonersregel.Av(anrop.Aktor), cancellationToken);
        anrop.Handelse(new TvastegNollstallt(anvandare));
        for (var kvar = await konton.TaBortPasskeys(anvandare, cancellationToken); kvar > 0; kvar--) anrop.Handelse(new PasskeyBorttagen(anvandare));
        return Result.Done;
    }
}
