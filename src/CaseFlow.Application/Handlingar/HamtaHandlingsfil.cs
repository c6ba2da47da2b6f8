using CaseFlow.Application.Arenden;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Handlingar;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Handlingar;

/// <summary>The file of a document, to be fetched; a protected person's only while she is shown (<c>SKYDD_DOLT</c>). Each time is logged with the document's id, before anything is given out.</summary>
[Kraver(Behorighet.LasaArende)]
public sealed record HamtaHandlingsfil(string Nummer, Guid Handling) : IQuery<Handlingsfil>;

/// <param name="Lagringsnamn">What <see cref="IHandlingslager.Oppna"/> takes.</param>
public sealed record Handlingsfil(string Filnamn, string Medietyp, long Langd, string Lagringsnamn);

internal sealed class HamtaHandlingsfilHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst) : IQueryHandler<HamtaHandlingsfil, Handlingsfil>
{
    public async Task<Result<Handlingsfil>> Handle(HamtaHandlingsfil request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        if (await db.Handlingar.SingleOrDefaultAsync(h => h.PublikId == request.Handling && h.ArendeId == arende.Id, cancellationToken) is not { } handling) return Error.NotFound();
        if (await db.SomVisas(anrop).AnyAsync(p => p.Id == arende.PersonId && p.Dold, cancellationToken))
            return Error.Rule("SKYDD_DOLT", "Visa de skyddade uppgifterna på ärendets sida innan du öppnar handlingen.");
        anrop.Visar([handling.Id.Value]);
        if (handling.OppningsHinder(anrop.Aktor.ChefFor.Contains(arende.EnhetId)) is { } hinder) return hinder;
        return new Handlingsfil(handling.Filnamn, handling.Typ.Medietyp(), handling.Langd, handling.Lagringsnamn);
    }
}
