using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Indikatorer;
using CaseFlow.Domain.Kalender;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Indikatorer;

/// <summary>The unit's indicators in the ILS shape for a tertial or a year.</summary>
/// <param name="Period">"2026-T2" or "2026"; null is the present tertial.</param>
[Kraver(Behorighet.LasaIndikatorer)]
public sealed record HamtaIndikatorer(string? Period = null) : IQuery<IndikatorSvar>;

/// <param name="Perioder">What can be chosen, newest first: tertials and then years.</param>
public sealed record IndikatorSvar(string Period, IReadOnlyList<string> Perioder, IReadOnlyList<IlsRadVy> Rader);

internal sealed class HamtaIndikatorerHandler(CaseFlowDb db, Anrop anrop) : IQueryHandler<HamtaIndikatorer, IndikatorSvar>
{
    public async Task<Result<IndikatorSvar>> Handle(HamtaIndikatorer request, CancellationToken cancellationToken)
    {
        var vald = request.Period is null ? Rapportperiod.Av(anrop.Idag) : Rapportperiod.Tolka(request.Period);
        if (vald is not { } period) return Indikatorfragor.OkandPeriod;
        var antal = await db.Indikatorantal(anrop.Aktor.EnheterMed(Behorighet.LasaIndikatorer), null, period.Ar - 1, period.Ar, cancellationToken);
        return new IndikatorSvar(
            period.ToString(), Rapportperiod.Valbara(anrop.Idag),
            [.. IndikatorKatalog.Alla.Select(d => Indikatorvyer.Rad(d, antal[d.Kod], period))]);
    }
}

internal static class Indikatorfragor
{
    public static Error OkandPeriod => Error.Invalid("PERIOD_OKAND", "Skriv perioden som 2026-T2 eller 2026.");

    /// <summary>The rows summed by tertial and sex: one grouped query.</summary>
    /// <param name="kod">One indicator, or null for all.</param>
    public static async Task<ILookup<string, Indikatorantal>> Indikatorantal(
        this CaseFlowDb db, IReadOnlyList<EnhetId> enheter, string? kod, int franAr, int tillAr, CancellationToken ct)
    {
        var grupper = await db.IndikatorRader
            .Where(r => enheter.Contains(r.EnhetId) && r.Ar >= franAr && r.Ar <= tillAr && (kod == null || r.Indikator == kod))
            .GroupBy(r => new { r.Indikator, r.Tertial, r.Kon })
            .Select(g => new { g.Key.Indikator, g.Key.Tertial, g.Key.Kon, Namnare = g.Count(), Taljare = g.Sum(r => r.Raknas ? 1 : 0) })
            .ToListAsync(ct);
        return grupper.ToLookup(
            g => g.Indikator, g => new Indikatorantal(Tertial.Forsok(g.Tertial, out var t) ? t : default, g.Kon, g.Taljare, g.Namnare), StringComparer.Ordinal);
    }
}
