using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>The personal keys of the one who is signed in, never the keys themselves, and what a new one of hers could be.</summary>
[Kraver(Behorighet.Inloggad)]
public sealed record HamtaMinaApiNycklar : IQuery<MinaApiNycklar>;

/// <param name="Nycklar">Those that open first; then the latest of those that open no longer.</param>
/// <param name="Koder">The contract's codes that would open anything for her; none when she needs no key.</param>
/// <param name="SenastTom">The last day that a key made today may have.</param>
public sealed record MinaApiNycklar(IReadOnlyList<MinApiNyckel> Nycklar, IReadOnlyList<string> Koder, DateOnly SenastTom);

/// <param name="Sparrad">When it was blocked; null when it was not.</param>
/// <param name="Galler">It opens today.</param>
public sealed record MinApiNyckel(
    long Id, string Namn, IReadOnlyList<string> Behorigheter, DateTimeOffset Skapad, DateOnly? GallerTom, DateTimeOffset? Sparrad, bool Galler);

internal sealed class HamtaMinaApiNycklarHandler(CaseFlowDb db, Anrop anrop) : IQueryHandler<HamtaMinaApiNycklar, MinaApiNycklar>
{
    /// <summary>Keys to show: all that can be in use at once, and some that are not.</summary>
    private const int Hogst = 30;

    public async Task<Result<MinaApiNycklar>> Handle(HamtaMinaApiNycklar request, CancellationToken cancellationToken)
    {
        var (aktor, idag) = (anrop.Aktor, anrop.Idag);
        var nycklar = await db.ApiNycklar.AsNoTracking().Where(n => n.AnvandareId == aktor.Id)
            .OrderBy(n => n.Sparrad == null && (n.GallerTom == null || n.GallerTom >= idag) ? 0 : 1).ThenByDescending(n => n.Id).Take(Hogst).ToListAsync(cancellationToken);
        anrop.Visar(nycklar.Select(n => n.Id.Value));
        return new MinaApiNycklar(
            [.. nycklar.Select(n => new MinApiNyckel(n.Id.Value, n.Namn, n.Behorigheter, n.Skapad, n.GallerTom, n.Sparrad, n.Galler(idag)))],
            aktor.Hemenhet == default ? [] : Kontraktsbehorighet.Som(aktor.Behorigheter), idag.AddDays(ApiNyckel.LangstDagar));
    }
}
