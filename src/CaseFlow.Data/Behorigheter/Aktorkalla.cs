using CaseFlow.Application;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Data.Behorigheter;

/// <summary>One query each: the user with the assignments valid today, or the key by its hash, and two for a personal key. The hash is the index,
/// so nothing is compared byte by byte in our code.</summary>
internal sealed class Aktorkalla(CaseFlowDb db) : IAktorkalla
{
    public async Task<Aktor?> ForAnvandare(AnvandareId id, DateTimeOffset nu, CancellationToken ct)
    {
        var idag = SvenskTid.Dag(nu);
        var rader = await (
            from a in db.Anvandare
            where a.Id == id && a.Aktiv
            from u in db.Uppdrag.Where(u => u.AnvandareId == a.Id && u.From <= idag && (u.Tom == null || u.Tom >= idag)).DefaultIfEmpty()
            select new { a.Namn, Uppdrag = u }).AsNoTracking().ToListAsync(ct);
        if (rader.Count == 0) return null;

        var uppdrag = rader.Select(r => r.Uppdrag).OfType<Uppdrag>().OrderBy(u => u.From).ThenBy(u => u.EnhetId.Value).ToList();
        return new(
            AktorSlag.Person, id, rader[0].Namn,
            Ratter(uppdrag),
            [.. uppdrag.Select(u => u.EnhetId).Distinct()],
            [.. uppdrag.Where(u => u.Roll is Roll.Chef or Roll.BitradandeChef).Select(u => u.EnhetId).Distinct()],
            uppdrag.GroupBy(u => u.EnhetId).ToDictionary(g => g.Key, g => g.Max(u => u.Delegat)),
            uppdrag.GroupBy(u => u.EnhetId).ToDictionary(g => g.Key, Ratter));
    }

    public async Task<Aktor?> ForApiNyckel(string nyckel, DateTimeOffset nu, CancellationToken ct)
    {
        var (hash, idag) = (ApiNyckelhash.Av(nyckel), SvenskTid.Dag(nu));
        if (await db.ApiNycklar.AsNoTracking().FirstOrDefaultAsync(n => n.Hash == hash && n.Sparrad == null, ct) is not { } rad || !rad.Galler(idag)) return null;
        if (rad.AnvandareId is not { } innehavare)
            return new(AktorSlag.ApiNyckel, new(rad.Id.Value), rad.Namn, rad.Rattigheter(idag), [rad.EnhetId], [], Delegatniva.Ingen);
        return await ForAnvandare(innehavare, nu, ct) is { Enheter.Count: > 0 } aktor ? aktor.Genom(rad.Id, rad.Rattigheter(idag)) : null;
    }

    public async Task<AvvisadNyckel?> Avvisad(string nyckel, DateTimeOffset nu, CancellationToken ct)
    {
        var hash = ApiNyckelhash.Av(nyckel);
        var rad = await db.ApiNycklar.AsNoTracking().FirstOrDefaultAsync(n => n.Hash == hash, ct);
        return rad is null ? null : new(rad.Id, rad.Sparrad is not null ? "NYCKEL_SPARRAD" : rad.Galler(SvenskTid.Dag(nu)) ? "NYCKEL_UTAN_INNEHAVARE" : "NYCKEL_UTGANGEN");
    }

    private static IReadOnlySet<Behorighet> Ratter(IEnumerable<Uppdrag> uppdrag) =>
        uppdrag.SelectMany(u => Roller.Behorigheter(u.Roll)).Append(Behorighet.Inloggad).ToHashSet();
}
