using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Turns two-step sign-in on or off for the user herself, once her code was right. Account and event in one commit.</summary>
[Kraver(Behorighet.Inloggad)]
public sealed record RegistreraTvasteg(bool Pa) : ICommand<Done>;

public sealed record TvastegAndrat(AnvandareId Anvandare, bool Pa) : IHandelse;

internal sealed class RegistreraTvastegHandler(Anrop anrop, IKonton konton) : ICommandHandler<RegistreraTvasteg, Done>
{
    public async Task<Result<Done>> Handle(RegistreraTvasteg request, CancellationToken cancellationToken)
    {
        if (!await konton.SattTvasteg(anrop.Aktor.Id, request.Pa, av: null, cancellationToken)) return Error.NotFound();
        anrop.Handelse(new TvastegAndrat(anrop.Aktor.Id, request.Pa));
        return Result.Done;
    }
}
