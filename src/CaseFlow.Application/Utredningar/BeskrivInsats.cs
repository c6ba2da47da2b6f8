using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Insatser;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Utredningar;

/// <summary>Describes one ansökt insats, with the scope that was applied for.</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record BeskrivInsats(string Nummer, long AnsoktInsats, int Rev, string? Text, decimal? SoktOmfattning) : ICommand<Sparat>;

internal sealed class BeskrivInsatsHandler(CaseFlowDb db, Anrop anrop, Utredningsbok bok) : ICommandHandler<BeskrivInsats, Sparat>
{
    public async Task<Result<Sparat>> Handle(BeskrivInsats request, CancellationToken cancellationToken)
    {
        var oppnad = await bok.OppnaForSkrivning(request.Nummer, cancellationToken);
        if (oppnad.Failed) return oppnad.Error;
        var utredning = oppnad.Value;
        var ansokningar = await db.Ansokningar.Where(a => a.ArendeId == utredning.ArendeId).ToListAsync(cancellationToken);
        var ansokt = ansokningar.SelectMany(a => a.Insatser).FirstOrDefault(i => i.Id.Value == request.AnsoktInsats);
        if (ansokt is null) return Error.NotFound();

        var beskriven = utredning.BeskrivInsats(
            ansokt.Id, ansokt.Insatstyp, request.Text, request.SoktOmfattning, ansokt.SoktEnhet ?? Insatskatalog.Finn(ansokt.Insatstyp)?.Enhet,
            request.Rev);
        if (beskriven.Failed) return beskriven.Error;
        anrop.Handelse(beskriven.Value);
        return new Sparat(anrop.Nu, utredning.Insatser.Single(i => i.AnsoktInsatsId == ansokt.Id).Rev);
    }
}
