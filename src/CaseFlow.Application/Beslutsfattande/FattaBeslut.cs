using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>Takes the decision, one outcome per ansökt insats, within the delegationsordning (KL 6 kap. 37-40 §§).</summary>
[Kraver(Behorighet.FattaBeslut)]
public sealed record FattaBeslut(Guid Uppgift, int Version, string? Nummer = null) : ICommand<SlutfordUppgift>;

internal sealed class FattaBeslutHandler(
    CaseFlowDb db, Anrop anrop, Uppgiftsatkomst uppgifter, Beslutsakter akter, Delegationsordningar delegationer, Processmotor motor,
    Vagvisare vagvisare)
    : ICommandHandler<FattaBeslut, SlutfordUppgift>
{
    public async Task<Result<SlutfordUppgift>> Handle(FattaBeslut request, CancellationToken cancellationToken)
    {
        var oppnad = await uppgifter.OppnaForSlutforande(request.Uppgift, request.Version, cancellationToken, request.Nummer);
        if (oppnad.Failed) return oppnad.Error;
        var (uppgift, arende) = (oppnad.Value.Uppgift, oppnad.Value.Arende);
        if (uppgift.Nod != Noder.FattaBeslut) return Error.NotFound();
        var akt = await akter.Las(arende.Id, cancellationToken);
        if (akt.UtanForslag.Count > 0) return Error.Rule("FORSLAG_SAKNAS", "Det finns inget förslag för en av insatserna. Varje ansökt insats ska få ett beslut.");

        // Two who decide for the same person at once would each be within a limit that both pass: the second is tried on what the first gave.
        db.GorKopiorInaktuella(await db.Personer.SingleAsync(p => p.Id == arende.PersonId, cancellationToken));
        var delegation = await delegationer.For(arende, akt, cancellationToken);
        foreach (var beslut in akt.Beslut)
        {
            var fattat = Fatta(delegation, akt, beslut);
            if (fattat.Failed) return fattat.Error;
            anrop.Handelse(fattat.Value);
        }

        var steg = await motor.Slutfor(uppgift, arende, FeelContext.Of(("beslutsutgang", "beslutat")), cancellationToken);
        return steg.Failed ? steg.Error : vagvisare.Svar(arende, "Beslutet är fattat. Skicka det till personen så snart som möjligt.");
    }

    /// <summary>All or nothing: one refusal, and the whole call is undone.</summary>
    private Result<BeslutFattat> Fatta(Delegationsprov delegation, Beslutsakt akt, Beslut beslut)
    {
        var ratt = delegation.FarBesluta(beslut);
        if (ratt.Failed) return ratt.Error;
        if (beslut.ProvaForedragande(akt.Javiga.Keys) is { } javig) return javig;
        var underlag = akter.Underlag(akt);
        if (underlag.Failed) return underlag.Error;
        return beslut.Fatta(ratt.Value, underlag.Value, Lagrumstabell.For(beslut.Insatstyp, anrop.Idag), anrop.Nu, anrop.Idag, akt.Lopande(beslut.OmprovarInsatsId));
    }
}
