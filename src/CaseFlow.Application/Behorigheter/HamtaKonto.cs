using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>How the user herself signs in, and where she is signed in.</summary>
/// <param name="Langst">How long a session lives at most: older ones are no longer any.</param>
[Kraver(Behorighet.Inloggad)]
public sealed record HamtaKonto(TimeSpan Langst) : IQuery<KontoSvar>;

/// <param name="Konto">Null when an identity provider signs her in.</param>
/// <param name="ApiNycklar">Her own keys that open today.</param>
/// <param name="NyNyckel">When a key was added last, of either kind, if it was in the last fortnight: it was hers to know of.</param>
public sealed record KontoSvar(
    Kontolage? Konto, IReadOnlyList<Kontosessionsvy> Sessioner, IReadOnlyList<Passkeyvy> Passkeys, IReadOnlyList<string> ApiNycklar, DateTimeOffset? NyNyckel);

internal sealed class HamtaKontoHandler(CaseFlowDb db, Anrop anrop, IKonton konton) : IQueryHandler<HamtaKonto, KontoSvar>
{
    private static readonly TimeSpan Nyss = TimeSpan.FromDays(14);

    public async Task<Result<KontoSvar>> Handle(HamtaKonto request, CancellationToken cancellationToken)
    {
        var (jag, idag) = (anrop.Aktor.Id, anrop.Idag);
        var passkeys = await konton.Passkeys(jag, cancellationToken);
        var apinycklar = await db.ApiNycklar.AsNoTracking().Where(n => n.AnvandareId == jag && n.Sparrad == null && (n.GallerTom == null || n.GallerTom >= idag))
            .OrderBy(n => n.Id).Select(n => new { n.Namn, n.Skapad }).ToListAsync(cancellationToken);
        var senast = passkeys.Select(p => p.Skapad).Concat(apinycklar.Select(n => n.Skapad)).Select(t => (DateTimeOffset?)t).Max();
        return new KontoSvar(
            (await konton.Lagen([jag], cancellationToken)).GetValueOrDefault(jag), await konton.Sessioner(jag, anrop.Nu - request.Langst, cancellationToken),
            passkeys, [.. apinycklar.Select(n => n.Namn)], senast > anrop.Nu - Nyss ? senast : null);
    }
}
