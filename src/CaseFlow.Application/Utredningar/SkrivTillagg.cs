using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Utredningar;

/// <summary>Adds to a closed utredning what has come to light since, while the förslag is written or the material has not been sent. Refused with
/// <c>TILLAGG_LAST</c> in another step, and as <see cref="Domain.Utredningar.Utredning.LaggTill"/> refuses.</summary>
/// <param name="Rev">How many tillägg the writer read: another number is refused with INAKTUELL_KOPIA.</param>
/// <param name="Dag">The day it was said or written; null is today.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record SkrivTillagg(string Nummer, int Rev, string? Text, string? Kalla, DateOnly? Dag) : ICommand<Sparat>;

internal sealed class SkrivTillaggHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Uppgiftsatkomst uppgifter)
    : ICommandHandler<SkrivTillagg, Sparat>
{
    public async Task<Result<Sparat>> Handle(SkrivTillagg request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForHandlaggning(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        if (Handlaggningsratt.Hinder(anrop) is { } hinder) return hinder;
        var arende = oppnat.Value.Id;
        if (await db.Utredningar.SingleOrDefaultAsync(u => u.ArendeId == arende, cancellationToken) is not { } utredning) return Error.NotFound();
        var uppgift = await uppgifter.Oppen(arende, Noder.Tillagg, cancellationToken);
        if (utredning.ArAvslutad && uppgift is null)
            return Error.Rule("TILLAGG_LAST",
                "Ett tillägg skrivs medan förslaget skrivs eller innan underlaget har skickats. Väntar ärendet på svar: ta emot svaret och skriv om förslaget. Väntar det på beslut: lämna tillbaka förslaget.");

        var tillagt = utredning.LaggTill(request.Text ?? "", request.Kalla ?? "", request.Dag ?? anrop.Idag, request.Rev, anrop.Aktor.Id, anrop.Nu);
        if (tillagt.Failed) return tillagt.Error;
        anrop.Handelse(tillagt.Value);
        // Ingen intygar att ett underlag är skickat som hen inte har läst: öppnade kopior av uppgiften blir inaktuella.
        if (uppgift is { Nod: Noder.Kommunicera }) db.Entry(uppgift).State = EntityState.Modified;
        return new Sparat(anrop.Nu, tillagt.Value.Nr);
    }
}
