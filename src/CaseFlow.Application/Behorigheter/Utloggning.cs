using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Someone signs out: every session of hers ends, a copied cookie too.</summary>
[Kraver(Behorighet.Inloggad)]
public sealed record Utloggning : ICommand<Done>;

public sealed record AnvandareUtloggad(AnvandareId Anvandare) : IHandelse;

internal sealed class UtloggningHandler(Anrop anrop, IKonton konton) : ICommandHandler<Utloggning, Done>
{
    public async Task<Result<Done>> Handle(Utloggning request, CancellationToken cancellationToken)
    {
        await konton.AvslutaSessioner(anrop.Aktor.Id, cancellationToken);
        anrop.Handelse(new AnvandareUtloggad(anrop.Aktor.Id));
        return Result.Done;
    }
}
