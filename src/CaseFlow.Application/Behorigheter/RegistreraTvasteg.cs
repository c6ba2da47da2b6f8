using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

/// <summary>The user turned two-step sign-in on or off for herself.</summary>
[Kraver(Behorighet.Inloggad)]
public sealed record RegistreraTvasteg(bool Pa) : ICommand<Done>;

public sealed record TvastegAndrat(AnvandareId Anvandare, bool Pa) : IHandelse;

internal sealed class RegistreraTvastegHandler(Anrop anrop) : ICommandHandler<RegistreraTvasteg, Done>
{
    public Task<Result<Done>> Handle(RegistreraTvasteg request, CancellationToken cancellationToken)
    {
        anrop.Handelse(new TvastegAndrat(anrop.Aktor.Id, request.Pa));
        return Task.FromResult(Result.Done);
    }
}
