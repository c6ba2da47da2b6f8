using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Insatser;

/// <summary>Ends the insats that a new beslut replaces: the day before the new one begins, or the day the beslut says.</summary>
internal sealed class ErsattInsats(CaseFlowDb db, Anrop anrop)
{
    public async Task<Error?> Avsluta(Beslut nytt, Processmotor motor, CancellationToken ct)
    {
        var gammal = await db.Insatser.SingleAsync(i => i.Id == nytt.OmprovarInsatsId, ct);
        if (gammal.Status is Insatsstatus.Avslutad) return null;
        var avslutad = gammal.Avsluta(Avslutsorsak.NyttBeslut, Dag(nytt, gammal));
        if (avslutad.Failed) return avslutad.Error;
        anrop.Handelse(avslutad.Value, gammal.ArendeId);
        var arende = await db.Arenden.Include(a => a.Pauser).SingleAsync(a => a.Id == gammal.ArendeId, ct);
        return (await motor.MeddelaInsats(arende, gammal.Id, "InsatsenAvslutas", FeelContext.Empty, ct)).Error;
    }

    private static DateOnly Dag(Beslut nytt, Insats gammal)
    {
        var slut = nytt.Upphor ?? nytt.From!.Value.AddDays(-1);
        if (gammal.Tom < slut) slut = gammal.Tom.Value;
        var tidigast = gammal.StartDatum ?? gammal.Beslutsdag;
        return slut > tidigast ? slut : tidigast;
    }
}
