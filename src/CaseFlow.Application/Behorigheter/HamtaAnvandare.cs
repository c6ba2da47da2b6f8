using System.Globalization;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>One who works here, for the förvaltare: what she may do and has been allowed, how she signs in, and what she leaves behind.</summary>
[Kraver(Behorighet.ForvaltaBehorigheter)]
public sealed record HamtaAnvandare(long Anvandare) : IQuery<AnvandarSvar>;

/// <param name="Jag">The actor herself: others change her rights.</param>
/// <param name="OppnaArenden">How many open ärenden are hers: someone moves them when she leaves.</param>
public sealed record AnvandarSvar(
    long Id, string Namn, string Titel, bool Aktiv, bool Jag, Kontolage? Konto, DateTimeOffset? Senast, int OppnaArenden, IReadOnlyList<UppdragVy> Uppdrag,
    IReadOnlyList<UppdragsforslagVy> Forslag, IReadOnlyList<Alternativ> Enheter);

/// <param name="Slut">It has ended.</param>
/// <param name="GavsAv">Who approved it; null from the command line.</param>
public sealed record UppdragVy(long Enhet, string Enhetsnamn, Roll Roll, string Rollnamn, string Delegat, DateOnly From, DateOnly? Tom, bool Slut, string? GavsAv);

internal sealed class HamtaAnvandareHandler(CaseFlowDb db, Anrop anrop, IKonton konton) : IQueryHandler<HamtaAnvandare, AnvandarSvar>
{
    public async Task<Result<AnvandarSvar>> Handle(HamtaAnvandare request, CancellationToken cancellationToken)
    {
        var id = new AnvandareId(request.Anvandare);
        if (await db.Anvandare.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } anvandare) return Error.NotFound();
        var enheter = await db.Enheter.Select(e => new { e.Id, e.Namn }).ToDictionaryAsync(e => e.Id, e => e.Namn, cancellationToken);
        var uppdrag = await db.Uppdrag.Where(u => u.AnvandareId == id).ToListAsync(cancellationToken);
        var gav = uppdrag.Select(u => u.GavsAv).OfType<AnvandareId>().ToList();
        var namn = await db.Anvandare.Where(a => gav.Contains(a.Id)).Select(a => new { a.Id, a.Namn }).ToDictionaryAsync(a => a.Id, a => a.Namn, cancellationToken);
        var forslag = await db.Vantande(anrop, alla: true).Where(f => f.Forslag.AnvandareId == id).ToListAsync(cancellationToken);
        var senast = await db.Besok.Where(b => b.AnvandareId == id).Select(b => (DateTimeOffset?)b.Senast).SingleOrDefaultAsync(cancellationToken);
        anrop.Visar([id.Value]);
        return new AnvandarSvar(
            id.Value, anvandare.Namn, anvandare.Titel, anvandare.Aktiv, id == anrop.Aktor.Id,
            (await konton.Lagen([id], cancellationToken)).GetValueOrDefault(id), senast,
            await db.Arenden.CountAsync(a => a.HandlaggareId == id && a.Steg != Steg.Avslutat, cancellationToken),
            [.. uppdrag.OrderByDescending(u => u.Tom ?? DateOnly.MaxValue).ThenByDescending(u => u.From).Select(u => new UppdragVy(
                u.EnhetId.Value, enheter[u.EnhetId], u.Roll, Rolltext.Av(u.Roll), Rolltext.Av(u.Delegat), u.From, u.Tom, u.Tom < anrop.Idag,
                u.GavsAv is { } av ? namn.GetValueOrDefault(av) : null))],
            [.. forslag.Select(f => f.Vy(anrop.Aktor.Id))],
            [.. enheter.OrderBy(e => e.Value, StringComparer.CurrentCulture).Select(e => new Alternativ(e.Key.Value.ToString(CultureInfo.InvariantCulture), e.Value))]);
    }
}
