using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Personer;

/// <summary>Ends the named access of those who no longer need it: the ärende was closed <see cref="Namngivningsregel.DagarEfterAvslut"/> days ago or
/// more, it is someone else's, or the assignment has ended. Run once a day; safe to repeat. Answers with how many were ended.</summary>
// Lag (2001:454) 10 §
[Kraver(Behorighet.KoraProcess)]
public sealed record StadaNamngivna : ICommand<int>;

/// <summary>Whose named access no rule holds up any longer.</summary>
internal static class Onamngivna
{
    public static IQueryable<NamngivenAtkomst> UtanGrund(this CaseFlowDb db, Anrop anrop)
    {
        var (idag, grans) = (anrop.Idag, anrop.Nu.AddDays(-Namngivningsregel.DagarEfterAvslut));
        return db.NamngivnaAtkomster.Where(n => !db.Uppdrag.Any(u =>
            u.AnvandareId == n.AnvandareId && (u.Tom == null || u.Tom >= idag) && db.Anvandare.Any(v => v.Id == n.AnvandareId && v.Aktiv)
            && db.Arenden.Any(a => a.PersonId == n.PersonId && a.EnhetId == u.EnhetId
                && (u.Roll == Roll.Chef || u.Roll == Roll.BitradandeChef
                    || ((n.Skal != null || a.HandlaggareId == n.AnvandareId) && (a.Steg != Steg.Avslutat || a.Avslutat >= grans))))));
    }
}

internal sealed class StadaNamngivnaHandler(CaseFlowDb db, Anrop anrop, Personregister personer) : ICommandHandler<StadaNamngivna, int>
{
    public async Task<Result<int>> Handle(StadaNamngivna request, CancellationToken cancellationToken)
    {
        var utan = await db.UtanGrund(anrop)
            .Select(n => new { n.PersonId, n.AnvandareId, Arende = db.Arenden.Where(a => a.PersonId == n.PersonId).Max(a => (ArendeId?)a.Id) })
            .ToListAsync(cancellationToken);
        foreach (var n in utan) await personer.Ta(n.PersonId, n.AnvandareId, n.Arende ?? default, cancellationToken);
        return utan.Count;
    }
}
