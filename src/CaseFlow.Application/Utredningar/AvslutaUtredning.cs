using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Utredningar;

/// <summary>Closes the utredning and moves the process on.</summary>
/// <param name="SkalForObeskrivna">Why an ansökt insats is not described; without it such a utredning is not closed.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record AvslutaUtredning(Guid Uppgift, int Version, string? SkalForObeskrivna, string? Nummer = null) : ICommand<SlutfordUppgift>, IBlirAvUtkast
{
    Utkastplats IBlirAvUtkast.Plats => Utkastplats.Uppgift(Uppgift);
}

internal sealed class AvslutaUtredningHandler(
    CaseFlowDb db, Anrop anrop, Uppgiftsatkomst uppgifter, Utredningsbok bok, Processmotor motor, Vagvisare vagvisare, Utkastdorr utkasten)
    : ICommandHandler<AvslutaUtredning, SlutfordUppgift>
{
    public async Task<Result<SlutfordUppgift>> Handle(AvslutaUtredning request, CancellationToken cancellationToken)
    {
        var oppnad = await uppgifter.OppnaForSlutforande(request.Uppgift, request.Version, cancellationToken, request.Nummer);
        if (oppnad.Failed) return oppnad.Error;
        var (uppgift, arende) = (oppnad.Value.Uppgift, oppnad.Value.Arende);
        if (uppgift.Nod != Noder.Utred) return Error.NotFound();

        if (await utkasten.Osparade(arende.Id, cancellationToken) is { Count: > 0 } osparade)
            return Error.Rule("UTKAST_KVAR", $"Du har skrivit text som inte är sparad i {string.Join(", ", osparade.Select(o => o.Namn))}. Spara den eller släng utkastet först: en avslutad utredning går inte att ändra.");
        var utredning = await bok.HamtaEllerBorja(arende.Id, cancellationToken);
        var ansokningar = await db.Ansokningar.Where(a => a.ArendeId == arende.Id).ToListAsync(cancellationToken);
        var identitet = await db.Personer.Where(p => p.Id == arende.PersonId).Select(p => p.Identitet).SingleAsync(cancellationToken);
        var avslutad = utredning.Avsluta(
            anrop.Nu, [.. ansokningar.SelectMany(a => a.Kvar).Select(i => i.Id)], identitet.Kon.Kod(), request.SkalForObeskrivna);
        if (avslutad.Failed) return avslutad.Error;
        anrop.Handelse(avslutad.Value);

        var steg = await motor.Slutfor(uppgift, arende, FeelContext.Empty, cancellationToken);
        return steg.Failed ? steg.Error : vagvisare.Svar(arende, "Utredningen är avslutad. Skriv ett förslag för varje insats.");
    }
}
