using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>Opens an ärende of one's own unit that is not one's own, after giving a reason. The reason is kept in the ärende, access ends by itself.</summary>
[Kraver(Behorighet.LasaArende)]
public sealed record OppnaMedSkal(string Nummer, string Skal) : ICommand<Done>;

internal sealed class OppnaMedSkalHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Skaloppningsregel regel) : ICommandHandler<OppnaMedSkal, Done>
{
    public async Task<Result<Done>> Handle(OppnaMedSkal request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (!oppnat.Failed) return Result.Done;
        if (oppnat.Error.Code != "SKAL_KRAVS") return oppnat.Error;

        var given = Atkomst.Ge(anrop.Aktor.Id, anrop.Arende!.Value, request.Skal, anrop.Nu);
        if (given.Failed) return given.Error;
        if (await ForManga(cancellationToken))
            return Error.Rule("SKAL_FOR_MANGA", $"Du har öppnat {regel.FlestPerDygn} ärenden med skäl det senaste dygnet. Fler går inte: tala med enhetens chef.");
        db.Atkomster.Add(given.Value.Atkomst);
        anrop.Handelse(given.Value.Handelse);
        return Result.Done;
    }

    // Lag (2001:454) 10 §: behörigheten följer behovet. Den som behöver så många har ett arbete som chefen ska fördela.
    private async Task<bool> ForManga(CancellationToken ct)
    {
        var (aktor, sedan) = (anrop.Aktor.Id, anrop.Nu - TimeSpan.FromDays(1));
        return await db.Atkomster.CountAsync(a => a.AnvandareId == aktor && a.Fran > sedan, ct) >= regel.FlestPerDygn;
    }
}
