using System.Globalization;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arbetsfordelning;

/// <summary>Who is away, now and later: in the chef's units, or the reader herself; and who can be chosen.</summary>
[Kraver(Behorighet.HandlaggaArende, Behorighet.FordelaArende)]
public sealed record HamtaFranvaro : IQuery<FranvaroSvar>;

/// <param name="Personer">Whom the reader may register as away; only herself unless she is chef.</param>
/// <param name="Ersattare">Who can stand in.</param>
/// <param name="Ersatter">Whom the reader stands in for today.</param>
public sealed record FranvaroSvar(IReadOnlyList<FranvaroRad> Rader, IReadOnlyList<Alternativ> Personer, IReadOnlyList<Alternativ> Ersattare, IReadOnlyList<string> Ersatter);

/// <param name="Pagar">She is away today; otherwise later.</param>
public sealed record FranvaroRad(long Id, string Namn, DateOnly From, DateOnly? Tom, string? Ersattare, bool Pagar, bool Egen);

internal sealed class HamtaFranvaroHandler(CaseFlowDb db, Anrop anrop) : IQueryHandler<HamtaFranvaro, FranvaroSvar>
{
    public async Task<Result<FranvaroSvar>> Handle(HamtaFranvaro request, CancellationToken cancellationToken)
    {
        var (jag, idag) = (anrop.Aktor.Id, anrop.Idag);
        var enheter = anrop.Aktor.EnheterMed(Behorighet.HandlaggaArende);
        var kollegor = (await db.Anvandare.Where(a => a.Aktiv && db.Uppdrag.Any(u => u.AnvandareId == a.Id && enheter.Contains(u.EnhetId) && (u.Roll == Roll.Handlaggare || u.Roll == Roll.Fardtjansthandlaggare)
                && (u.Tom == null || u.Tom >= idag)))
            .Select(a => new { a.Id, a.Namn }).ToListAsync(cancellationToken)).OrderBy(a => a.Namn, StringComparer.CurrentCulture).ToList();
        var ids = anrop.Aktor.ChefFor.Count > 0 ? kollegor.ConvertAll(k => k.Id) : [jag];
        var rader = await db.Franvaro.AsNoTracking().Where(f => ids.Contains(f.AnvandareId) && (f.Tom == null || (f.Tom >= idag && f.Tom >= f.From)))
            .OrderBy(f => f.From).ToListAsync(cancellationToken);
        var ersatter = await db.Stallforetradare.Where(s => s.Ersattare == jag && s.From <= idag && (s.Tom == null || s.Tom >= idag))
            .Join(db.Anvandare, s => s.For, a => a.Id, (_, a) => a.Namn).ToListAsync(cancellationToken);
        var namn = kollegor.ToDictionary(k => k.Id, k => k.Namn);
        var alla = kollegor.ConvertAll(k => new Alternativ(k.Id.Value.ToString(CultureInfo.InvariantCulture), k.Namn));
        return new FranvaroSvar(
            [.. rader.Select(f => new FranvaroRad(
                f.Id.Value, namn.GetValueOrDefault(f.AnvandareId) ?? anrop.Aktor.Namn, f.From, f.Tom, f.Ersattare is { } e ? namn.GetValueOrDefault(e) : null,
                f.Galler(idag), f.AnvandareId == jag))],
            anrop.Aktor.ChefFor.Count > 0 ? alla : [], alla, [.. ersatter.Order(StringComparer.CurrentCulture)]);
    }
}
