using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Arenden;

/// <summary>Shows a protected person's data to a named officer for five minutes.</summary>
[Kraver(Behorighet.LasaArende)]
public sealed record VisaSkyddadeUppgifter(string Nummer, string Skal) : ICommand<Done>;

internal sealed class VisaSkyddadeUppgifterHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst) : ICommandHandler<VisaSkyddadeUppgifter, Done>
{
    public async Task<Result<Done>> Handle(VisaSkyddadeUppgifter request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        if (!oppnat.Value.Skyddat) return Error.Rule("INTE_SKYDDAD", "Personens uppgifter är inte skyddade. Ladda om sidan för att se dem.");

        var visning = SkyddVisning.Visa(
            anrop.Aktor.Id, oppnat.Value.PersonId, request.Skal, anrop.Nu, await db.NodoppnadTill(anrop, oppnat.Value.Id, cancellationToken));
        if (visning.Failed) return visning.Error;
        db.SkyddVisningar.Add(visning.Value.Visning);
        anrop.Handelse(visning.Value.Handelse);
        return Result.Done;
    }
}
