using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Someone signs out.</summary>
[Kraver(Behorighet.Inloggad)]
public sealed record Utloggning : ICommand<Done>;

public sealed record AnvandareUtloggad(AnvandareId Anvandare) : IHandelse;

internal sealed class UtloggningHandler(Anrop anrop) : ICommandHandler<Utloggning, Done>
{
    public Task<Result<Done>> Handle(Utloggning request, CancellationToken cancellationToken)
    {
        anrop.Handelse(new AnvandareUtloggad(anrop.Aktor.Id));
        return Task.FromResult(Result.Done);
    }
}
