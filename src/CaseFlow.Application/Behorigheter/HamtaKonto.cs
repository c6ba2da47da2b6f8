using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

/// <summary>How the user herself signs in, and where she is signed in.</summary>
/// <param name="Langst">How long a session lives at most: older ones are no longer any.</param>
[Kraver(Behorighet.Inloggad)]
public sealed record HamtaKonto(TimeSpan Langst) : IQuery<KontoSvar>;

/// <param name="Konto">Null when an identity provider signs her in.</param>
public sealed record KontoSvar(Kontolage? Konto, IReadOnlyList<Kontosessionsvy> Sessioner, IReadOnlyList<Passkeyvy> Passkeys);

internal sealed class HamtaKontoHandler(Anrop anrop, IKonton konton) : IQueryHandler<HamtaKonto, KontoSvar>
{
    public async Task<Result<KontoSvar>> Handle(HamtaKonto request, CancellationToken cancellationToken)
    {
        var jag = anrop.Aktor.Id;
        return new KontoSvar(
            (await konton.Lagen([jag], cancellationToken)).GetValueOrDefault(jag), await konton.Sessioner(jag, anrop.Nu - request.Langst, cancellationToken),
            await konton.Passkeys(jag, cancellationToken));
    }
}
