using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>The keys, blocked ones too; never the keys themselves.</summary>
[Kraver(Behorighet.ForvaltaBehorigheter, Behorighet.KoraProcess)]
public sealed record ListaApiNycklar : IQuery<IReadOnlyList<ApiNyckelRad>>;

/// <param name="Sparrad">When it was blocked; null while it is in use.</param>
/// <param name="GallerTom">The last day it opens; null for a system's own.</param>
/// <param name="Anvandare">Whose it is; null for a system's own.</param>
public sealed record ApiNyckelRad(
    string Namn, IReadOnlyList<string> Behorigheter, string Enhet, DateTimeOffset Skapad, DateTimeOffset? Sparrad, string? Anvandare = null,
    DateOnly? GallerTom = null);

internal sealed class ListaApiNycklarHandler(CaseFlowDb db, Anrop anrop) : IQueryHandler<ListaApiNycklar, IReadOnlyList<ApiNyckelRad>>
{
    public async Task<Result<IReadOnlyList<ApiNyckelRad>>> Handle(ListaApiNycklar request, CancellationToken cancellationToken)
    {
        var nycklar = await db.ApiNycklar.OrderBy(n => n.Namn).ThenBy(n => n.Skapad)
            .Select(n => new
            {
                Nyckel = n,
                Enhet = db.Enheter.Where(e => e.Id == n.EnhetId).Select(e => e.Namn).FirstOrDefault(),
                Anvandare = db.Anvandare.Where(a => a.Id == n.AnvandareId).Select(a => a.Namn).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        anrop.Visar(nycklar.Select(n => n.Nyckel.Id.Value));
        return Result.Ok<IReadOnlyList<ApiNyckelRad>>(
            [.. nycklar.Select(n => new ApiNyckelRad(n.Nyckel.Namn, n.Nyckel.Behorigheter, n.Enhet ?? "", n.Nyckel.Skapad, n.Nyckel.Sparrad, n.Anvandare, n.Nyckel.GallerTom))]);
    }
}
