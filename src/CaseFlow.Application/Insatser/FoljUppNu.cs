using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Insatser;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Insatser;

/// <summary>Follows up a running insats today instead of on the planned day: the person asks for it, or something has happened.</summary>
// SoL (2025:400) 14 kap. 2 §, från 2025-07-01: det nämnden får veta kan leda till en åtgärd, och väntar inte på en planerad dag
[Kraver(Behorighet.HandlaggaArende)]
public sealed record FoljUppNu(string Nummer, int Version, long Insats) : ICommand<Done>;

/// <summary>The follow-up of an insats was brought forward to today.</summary>
public sealed record UppfoljningTidigarelagd(InsatsId Insats, ArendeId Arende, string Insatstyp) : IHandelse;

internal sealed class FoljUppNuHandler(CaseFlowDb db, Arendeatkomst atkomst, TidigareUppfoljning uppfoljning) : ICommandHandler<FoljUppNu, Done>
{
    public async Task<Result<Done>> Handle(FoljUppNu request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForAndring(request.Nummer, request.Version, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        var insats = await db.Insatser.SingleOrDefaultAsync(i => i.Id == new InsatsId(request.Insats) && i.ArendeId == arende.Id, cancellationToken);
        if (insats is null) return Error.NotFound();

        var borjad = await uppfoljning.Borja(arende, insats, cancellationToken);
        if (borjad.Failed) return borjad.Error;
        if (!borjad.Value) return Error.Rule("VANTAR_INTE_PA_UPPFOLJNING", "Insatsen väntar inte på en uppföljning. Den har inte startat, är avslutad eller följs redan upp.");
        // Samma sida sänd två gånger ska inte ses som två beslut att följa upp.
        db.GorKopiorInaktuella(arende);
        return Result.Done;
    }
}

/// <summary>Ends the wait for the planned day of a running insats.</summary>
public sealed class TidigareUppfoljning(Anrop anrop, Processmotor motor)
{
    /// <returns>False when the insats does not wait for a follow-up: then nothing is changed.</returns>
    public async Task<Result<bool>> Borja(Arende arende, Insats insats, CancellationToken ct)
    {
        if (insats.Status is not Insatsstatus.Pagar) return false;
        var tand = await motor.TandTidigare(arende, insats.Id, Noder.VantaPaUppfoljning, ct);
        if (tand is not { Failed: false, Value: true }) return tand;
        var planerad = insats.PlaneraUppfoljning(anrop.Idag);
        if (planerad.Failed) return planerad.Error;
        anrop.Handelse(new UppfoljningTidigarelagd(insats.Id, arende.Id, insats.Insatstyp), arende.Id);
        return true;
    }
}
