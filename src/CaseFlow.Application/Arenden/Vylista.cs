using CaseFlow.Application.Pipeline;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>Whose a view is: everybody's, the unit's or one's own.</summary>
public enum Vyomfang { System, Enhet, Privat }

/// <summary>A view one can choose on Idag.</summary>
/// <param name="Urval">What it narrows to, as <see cref="Idagfilter.SomUrval"/> writes it.</param>
/// <param name="FarTasBort">The reader may take it away.</param>
public sealed record VyVal(Guid Id, string Namn, Vyomfang Omfang, string Urval, bool FarTasBort = false);

/// <summary>The views of a user: those that come with the system, the units' and her own.</summary>
internal static class Vylista
{
    private static readonly VyVal Saknar = new(new("0192a000-0000-7000-8000-000000000001"), "Utredningar som saknar delar", Vyomfang.System, "saknar=1");
    private static readonly VyVal Komplettering = new(new("0192a000-0000-7000-8000-000000000002"), "Väntar på komplettering", Vyomfang.System, "vantar=komplettering");
    private static readonly VyVal Uppfoljningar = new(new("0192a000-0000-7000-8000-000000000003"), "Uppföljningar", Vyomfang.System, "steg=Uppfoljning");
    private static readonly VyVal AttBesluta = new(new("0192a000-0000-7000-8000-000000000004"), "Att besluta", Vyomfang.System, "steg=Beslut");

    public static async Task<IReadOnlyList<VyVal>> Las(CaseFlowDb db, Anrop anrop, CancellationToken ct)
    {
        var (jag, enheter) = (anrop.Aktor.Id, anrop.Aktor.EnheterMed(Behorighet.LasaArende).Select(e => (Domain.EnhetId?)e).ToList());
        var sparade = await db.SparadeVyer.AsNoTracking().Where(v => (v.AgareId == jag && v.EnhetId == null) || enheter.Contains(v.EnhetId))
            .OrderBy(v => v.Id).ToListAsync(ct);
        return [
            .. anrop.Aktor.ChefFor.Count > 0 ? [AttBesluta] : new[] { Saknar, Komplettering, Uppfoljningar },
            .. sparade.Select(v => new VyVal(
                v.PublikId, v.Namn, v.EnhetId is null ? Vyomfang.Privat : Vyomfang.Enhet, v.Urval, v.FarTasBort(jag, anrop.Aktor.ChefFor))),
        ];
    }

    /// <summary>What a colleague's own view narrows to, for the one she sent its address: codes only, and each sees her own work in it. Its name and its tab stay hers.</summary>
    /// <returns>Null when there is none, or it is of someone who works in none of the actor's units.</returns>
    public static Task<string?> Kollegans(CaseFlowDb db, Anrop anrop, Guid id, CancellationToken ct)
    {
        var (idag, enheter) = (anrop.Idag, anrop.Aktor.EnheterMed(Behorighet.LasaArende));
        return db.SparadeVyer.Where(v => v.PublikId == id && v.EnhetId == null
                && db.Uppdrag.Any(u => u.AnvandareId == v.AgareId && enheter.Contains(u.EnhetId) && u.From <= idag && (u.Tom == null || u.Tom >= idag)))
            .Select(v => v.Urval).SingleOrDefaultAsync(ct);
    }

    /// <summary>Those that count against <see cref="SparadVy.HogstAntal"/>, and whose names must differ.</summary>
    public static IQueryable<SparadVy> Bland(CaseFlowDb db, Domain.AnvandareId agare, Domain.EnhetId? enhet) =>
        enhet is null ? db.SparadeVyer.Where(v => v.AgareId == agare && v.EnhetId == null) : db.SparadeVyer.Where(v => v.EnhetId == enhet);
}
