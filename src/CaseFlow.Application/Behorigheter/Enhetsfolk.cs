using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

internal static class Enhetsfolk
{
    /// <summary>Those who work in the unit today, whatever their role.</summary>
    public static IQueryable<Anvandare> ArbetarI(this CaseFlowDb db, EnhetId enhet, DateOnly idag) => db.Anvandare.Where(a => a.Aktiv
        && db.Uppdrag.Any(u => u.AnvandareId == a.Id && u.EnhetId == enhet && u.From <= idag && (u.Tom == null || u.Tom >= idag)));

    private static readonly Roll[] Lasande = [.. Enum.GetValues<Roll>().Where(r => Roller.Behorigheter(r).Contains(Behorighet.LasaArende))];

    /// <summary>Those who work in the unit today in a role that reads ärenden: not those who carry out insatser or keep the system.</summary>
    // Lag (2001:454) 10 §: behörigheten följer behovet
    public static IQueryable<Anvandare> LaserI(this CaseFlowDb db, EnhetId enhet, DateOnly idag) => db.Anvandare.Where(a => a.Aktiv
        && db.Uppdrag.Any(u => u.AnvandareId == a.Id && u.EnhetId == enhet && Lasande.Contains(u.Roll) && u.From <= idag && (u.Tom == null || u.Tom >= idag)));

    /// <summary>Those who work today in any of the units.</summary>
    public static IQueryable<Anvandare> ArbetarINagon(this CaseFlowDb db, IReadOnlyCollection<EnhetId> enheter, DateOnly idag) => db.Anvandare.Where(a => a.Aktiv
        && db.Uppdrag.Any(u => u.AnvandareId == a.Id && enheter.Contains(u.EnhetId) && u.From <= idag && (u.Tom == null || u.Tom >= idag)));
}
