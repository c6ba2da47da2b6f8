using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter;

/// <summary>One of the unit's chefer takes a task that is for them all, so that the others see that it is being done. A handläggare's task follows the
/// ärende and is taken by nobody: it goes with the fördelning.</summary>
/// <remarks>Taken is no lock. If the one who took it falls ill any of the unit's chefer may complete it.</remarks>
[Kraver(Behorighet.HandlaggaArende, Behorighet.FordelaArende)]
public sealed record TaUppgift(Guid Uppgift, int Version) : ICommand<TagenUppgift>;

public sealed record TagenUppgift(Guid Uppgift, string Arendenummer);

internal sealed class TaUppgiftHandler(CaseFlowDb db, Anrop anrop, Uppgiftsatkomst uppgifter) : ICommandHandler<TaUppgift, TagenUppgift>
{
    public async Task<Result<TagenUppgift>> Handle(TaUppgift request, CancellationToken cancellationToken)
    {
        var oppnad = await uppgifter.OppnaForSlutforande(request.Uppgift, request.Version, cancellationToken);
        if (oppnad.Failed) return oppnad.Error;
        var (uppgift, arende) = (oppnad.Value.Uppgift, oppnad.Value.Arende);
        var svar = new TagenUppgift(uppgift.PublikId, arende.Nummer);
        if (uppgift.TilldeladId == anrop.Aktor.Id) return svar;
        if (uppgift.Grupp != Grupper.Chef)
        {
            return uppgift.TilldeladId is null
                ? Error.Rule("ARENDE_EJ_FORDELAT", "Uppgiften är handläggarens, och ärendet har ingen. Fördela ärendet först.")
                : Tagen;
        }
        if (!anrop.Aktor.ChefFor.Contains(arende.EnhetId)) return Error.Forbidden("INTE_DIN_UPPGIFT", "Uppgiften är enhetschefens.");
        if (uppgift.TilldeladId is { } innehavare && await ArChef(innehavare, arende.EnhetId, cancellationToken)) return Tagen;

        uppgift.TilldeladId = anrop.Aktor.Id;
        anrop.Handelse(new UppgiftTagen(arende.Id, uppgift.Id, uppgift.Nod));
        return svar;
    }

    private static Error Tagen { get; } = Error.Conflict("UPPGIFT_TAGEN", "Någon annan har redan tagit uppgiften.");

    /// <summary>Whoever has left, or leads the unit no longer, holds nothing of it.</summary>
    private Task<bool> ArChef(AnvandareId anvandare, EnhetId enhet, CancellationToken ct) => db.Uppdrag.AnyAsync(
        u => u.AnvandareId == anvandare && u.EnhetId == enhet && (u.Roll == Roll.Chef || u.Roll == Roll.BitradandeChef)
            && u.From <= anrop.Idag && (u.Tom == null || u.Tom >= anrop.Idag) && db.Anvandare.Any(a => a.Id == anvandare && a.Aktiv),
        ct);
}

/// <summary>One of the chefer took a task that was for them all.</summary>
public sealed record UppgiftTagen(ArendeId Arende, UppgiftId Uppgift, string Nod) : IHandelse;
