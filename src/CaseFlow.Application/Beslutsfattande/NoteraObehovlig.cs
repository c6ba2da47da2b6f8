using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Beslutsfattande;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>Why a document that came in after the kommunicering is plainly needless to send to the person, so that the beslut can be taken. Refused as
/// <see cref="Kommunicering.UtanBetydelse"/> refuses, and with <c>BESLUT_EJ_FRAMME</c> when nobody is about to decide.</summary>
// FL (2017:900) 25 §
[Kraver(Behorighet.HandlaggaArende)]
public sealed record NoteraObehovlig(string Nummer, int Version, string? Skal) : ICommand<Done>
{
    public override string ToString() => $"NoteraObehovlig {Nummer}";
}

internal sealed class NoteraObehovligHandler(CaseFlowDb db, Anrop anrop, IIdKalla ids, Arendeatkomst atkomst, Uppgiftsatkomst uppgifter, Beslutsakter akter)
    : ICommandHandler<NoteraObehovlig, Done>
{
    public async Task<Result<Done>> Handle(NoteraObehovlig request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForAndring(request.Nummer, request.Version, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        if (await uppgifter.Oppen(arende.Id, Noder.Beslut, cancellationToken) is not { Nod: Noder.FattaBeslut } uppgift)
            return Error.Rule("BESLUT_EJ_FRAMME", "Ärendet väntar inte på beslut. Kommunicera det som har kommit in med resten av underlaget.");
        var akt = await akter.Las(arende.Id, cancellationToken);
        if (akt is not { Utredning: { } utredning, Kommuniceringar: [.., var senaste] }) return Error.NotFound();
        var obehovlig = senaste.UtanBetydelse(new(ids.Next()), akt.Osedda, request.Skal, utredning, akt.Beslut, anrop.Aktor.Id, anrop.Nu);
        if (obehovlig.Failed) return obehovlig.Error;
        db.Kommuniceringar.Add(obehovlig.Value.Kommunicering);
        anrop.Handelse(obehovlig.Value.Handelse);
        db.GorKopiorInaktuella(arende);
        // Den som ska besluta läser om: ingen beslutar från en sida där skälet inte stod.
        db.GorKopiorInaktuella(uppgift);
        return Result.Done;
    }
}
