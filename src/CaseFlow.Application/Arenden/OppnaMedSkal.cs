using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Arenden;

/// <summary>Opens an ärende of one's own unit that is not one's own, after giving a reason. The reason is kept in the ärende, access ends by itself.</summary>
[Kraver(Behorighet.LasaArende)]
public sealed record OppnaMedSkal(string Nummer, string Skal) : ICommand<Done>;

internal sealed class OppnaMedSkalHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst) : ICommandHandler<OppnaMedSkal, Done>
{
    public async Task<Result<Done>> Handle(OppnaMedSkal request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (!oppnat.Failed) return Result.Done;
        if (oppnat.Error.Code != "SKAL_KRAVS") return oppnat.Error;

        var given = Atkomst.Ge(anrop.Aktor.Id, anrop.Arende!.Value, request.Skal, anrop.Nu);
        if (given.Failed) return given.Error;
        db.Atkomster.Add(given.Value.Atkomst);
        anrop.Handelse(given.Value.Handelse);
        return Result.Done;
    }
}
