using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter;

/// <summary>Those that may carry out an insats, as the installation says: own regi and private. Empty when nothing is said; then the unit's own orders say it.</summary>
public sealed record Utforarregister(IReadOnlyList<Utforarpost> Poster)
{
    public static Utforarregister Tomt { get; } = new([]);

    /// <summary>The names for an insatstyp in a unit, in the order they are written.</summary>
    public IEnumerable<string> For(string insatstyp, string? enhet) => Poster
        .Where(p => (p.Insatser.Count == 0 || p.Insatser.Contains(insatstyp, StringComparer.Ordinal)) && (p.Enhet is null || p.Enhet == enhet)).Select(p => p.Namn);
}

/// <param name="Namn">As it stands in the order: "Solbackens hemtjänst (egen regi)".</param>
/// <param name="Insatser">Codes of insatstyper; empty for all.</param>
/// <param name="Enhet">Name of the only unit that orders from it; null for all.</param>
public sealed record Utforarpost(string Namn, IReadOnlyList<string> Insatser, string? Enhet);

/// <summary>The utförare to choose among for an insats: the register's, else those that the unit has ordered the same insatstyp from lately, the most used first.</summary>
public sealed class Utforarval(CaseFlowDb db, Utforarregister register)
{
    /// <summary>Orders to look back on, and names to show.</summary>
    private const int Senaste = 500, Flest = 30;

    /// <param name="insats">The insats to order; null for a task about none.</param>
    internal async Task<IReadOnlyList<string>> For(InsatsId? insats, EnhetId enhet, CancellationToken ct)
    {
        var typ = insats is { } id ? await db.Insatser.Where(i => i.Id == id).Select(i => i.Insatstyp).SingleOrDefaultAsync(ct) : null;
        if (typ is not null && register.Poster.Count > 0)
        {
            var namn = await db.Enheter.Where(e => e.Id == enhet).Select(e => e.Namn).SingleOrDefaultAsync(ct);
            if (register.For(typ, namn).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } kanda) return kanda;
        }
        return await Bestallda(typ, enhet, ct);
    }

    /// <summary>As the choices of a form: with the way out last.</summary>
    internal async Task<IReadOnlyList<Alternativ>> Alternativ(InsatsId? insats, EnhetId enhet, CancellationToken ct) =>
        [.. (await For(insats, enhet, ct)).Where(n => n != Svarstext.AnnanUtforare.Varde).Select(n => new Alternativ(n, n)), Svarstext.AnnanUtforare];

    /// <summary>Read by the orders' own key, a bounded number of them.</summary>
    /// <param name="typ">Null for any.</param>
    internal async Task<IReadOnlyList<string>> Bestallda(string? typ, EnhetId enhet, CancellationToken ct) => await db.Bestallningar.OrderByDescending(b => b.Id).Take(Senaste)
        .Join(db.Insatser.Where(i => i.EnhetId == enhet && (typ == null || i.Insatstyp == typ)), b => b.InsatsId, i => i.Id, (b, _) => b.Utforare)
        .GroupBy(u => u).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).Take(Flest).ToListAsync(ct);
}
