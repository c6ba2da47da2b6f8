using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>Another day of arrival than the rule gives, with a reason (FL (2017:900) 22 §).</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record AndraAnkomstdag(string Nummer, int Version, DateOnly Ankomstdag, string Skal) : ICommand<Done>;

internal sealed class AndraAnkomstdagHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst) : ICommandHandler<AndraAnkomstdag, Done>
{
    public async Task<Result<Done>> Handle(AndraAnkomstdag request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForAndring(request.Nummer, request.Version, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;

        var ansokan = await db.Ansokningar.Where(a => a.ArendeId == oppnat.Value.Id).OrderBy(a => a.Id).FirstAsync(cancellationToken);
        var andrad = ansokan.AndraAnkomstdag(request.Ankomstdag, request.Skal);
        if (andrad.Failed) return andrad.Error;
        anrop.Handelse(andrad.Value);
        // Fristerna räknas från ankomstdagen: den som läste den gamla har en inaktuell kopia av ärendet.
        db.GorKopiorInaktuella(oppnat.Value);
        return Result.Done;
    }
}
