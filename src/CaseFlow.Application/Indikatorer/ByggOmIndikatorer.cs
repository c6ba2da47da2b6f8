using CaseFlow.Application.Audit;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Indikatorer;

/// <summary>Throws the indicators' rows away and makes them anew from the audit trail, in one transaction: readers see the old rows or the new.</summary>
[Kraver(Behorighet.KoraProcess)]
public sealed record ByggOmIndikatorer : ICommand<OmbyggdaIndikatorer>;

/// <param name="Tidigare">Rows before.</param>
/// <param name="Nu">Rows after; the same number unless something was wrong.</param>
public sealed record OmbyggdaIndikatorer(int Tidigare, int Nu);

/// <summary>The indicators were made anew from the trail.</summary>
public sealed record IndikatorerOmbyggda(int Tidigare, int Nu) : IHandelse;

internal sealed class ByggOmIndikatorerHandler(CaseFlowDb db, Anrop anrop) : ICommandHandler<ByggOmIndikatorer, OmbyggdaIndikatorer>
{
    public async Task<Result<OmbyggdaIndikatorer>> Handle(ByggOmIndikatorer request, CancellationToken cancellationToken)
    {
        var tidigare = await db.IndikatorRader.ExecuteDeleteAsync(cancellationToken);
        var handelser = db.AuditHandelser.AsNoTracking()
            .Where(h => h.Typ == Indikatorhandelse.Typ && h.Utfall == Auditutfall.Ok)
            .Join(db.Arenden, h => h.ArendeId, a => (ArendeId?)a.Id, (h, a) => new { Handelse = h, a.EnhetId })
            .OrderBy(r => r.Handelse.Id).AsAsyncEnumerable();
        var nu = 0;
        await foreach (var rad in handelser.WithCancellation(cancellationToken))
        {
            db.IndikatorRader.Add(Indikatorhandelse.Rad(rad.Handelse, rad.EnhetId));
            nu++;
        }
        anrop.Handelse(new IndikatorerOmbyggda(tidigare, nu));
        return new OmbyggdaIndikatorer(tidigare, nu);
    }
}
