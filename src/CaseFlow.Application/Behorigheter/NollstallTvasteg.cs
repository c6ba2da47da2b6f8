using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Takes the second step from an account whose owner has lost her telephone: she sets up a new app at the next sign-in.</summary>
[Kraver(Behorighet.ForvaltaBehorigheter, Behorighet.KoraProcess)]
public sealed record NollstallTvasteg(string Anvandarnamn) : ICommand<Done>
{
    public override string ToString() => "NollstallTvasteg";
}

public sealed record TvastegNollstallt(AnvandareId Anvandare) : IHandelse;

internal sealed class NollstallTvastegHandler(Anrop anrop, IKonton konton) : ICommandHandler<NollstallTvasteg, Done>
{
    public async Task<Result<Done>> Handle(NollstallTvasteg request, CancellationToken cancellationToken)
    {
        if (await konton.Innehavare(request.Anvandarnamn.Trim(), cancellationToken) is not { } anvandare) return Error.NotFound();
        await konton.SattTvasteg(anvandare, pa: false, cancellationToken);
        anrop.Handelse(new TvastegNollstallt(anvandare));
        return Result.Done;
    }
}
