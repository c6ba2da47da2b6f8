using System.Globalization;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>The units, to choose from.</summary>
[Kraver(Behorighet.ForvaltaBehorigheter)]
public sealed record HamtaEnheter : IQuery<Enhetslista>;

public sealed record Enhetslista(IReadOnlyList<Alternativ> Val);

internal sealed class HamtaEnheterHandler(CaseFlowDb db) : IQueryHandler<HamtaEnheter, Enhetslista>
{
    public async Task<Result<Enhetslista>> Handle(HamtaEnheter request, CancellationToken cancellationToken)
    {
        var enheter = await db.Enheter.Select(e => new { e.Id, e.Namn }).ToListAsync(cancellationToken);
        return new Enhetslista(
            [.. enheter.OrderBy(e => e.Namn, StringComparer.CurrentCulture).Select(e => new Alternativ(e.Id.Value.ToString(CultureInfo.InvariantCulture), e.Namn))]);
    }
}
