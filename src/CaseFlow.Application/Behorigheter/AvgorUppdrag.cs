using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Approves or refuses a proposed assignment: another förvaltare than the one who proposed it, or the chef of the unit. Whoever is to read ärenden,
/// lead the unit or manage the system is approved by one who leads it, when it has one (<c>CHEFEN_GODKANNER</c>). The one who gets it signs in again: her sessions end.</summary>
/// <param name="Version">Of the proposal, as it was read.</param>
/// <param name="Skal">Why it is refused; not asked for when it is approved, or when the proposer takes it back.</param>
[Kraver(Behorighet.ForvaltaBehorigheter, Behorighet.FordelaArende)]
public sealed record AvgorUppdrag(long Forslag, int Version, bool Godkann, string? Skal) : ICommand<Done>;

internal sealed class AvgorUppdragHandler(CaseFlowDb db, Anrop anrop, IKonton konton, Personregister personer) : ICommandHandler<AvgorUppdrag, Done>
{
    public async Task<Result<Done>> Handle(AvgorUppdrag request, CancellationToken cancellationToken)
    {
        var id = new UppdragsforslagId(request.Forslag);
        if (await db.Uppdragsforslag.SingleOrDefaultAsync(f => f.Id == id, cancellationToken) is not { } forslag) return Error.NotFound();
        if (!anrop.Aktor.Har(Behorighet.ForvaltaBehorigheter) && !anrop.Aktor.ChefFor.Contains(forslag.EnhetId)) return Error.NotFound();
        if (forslag.Version != request.Version) return Inaktuell.Kopia;
        return request.Godkann ? await Godkann(forslag, cancellationToken) : Avsla(forslag, request.Skal);
    }

    private async Task<Result<Done>> Godkann(Uppdragsforslag forslag, CancellationToken ct)
    {
        if (forslag.Status is Forslagsstatus.Vantar && Uppdragsregel.GesAvLedningen(forslag.Roll) && !HarDel(forslag) && !anrop.Aktor.ChefFor.Contains(forslag.EnhetId) && await HarLedning(forslag, ct))
            return Error.Rule("CHEFEN_GODKANNER", "Enhetens chef eller biträdande chef godkänner den som ska läsa ärenden, leda enheten eller förvalta systemet.");
        var givet = forslag.Godkann(anrop.Aktor.Id, anrop.Nu);
        if (givet.Failed) return givet.Error;
        var uppdrag = givet.Value.Uppdrag;
        if (await db.Uppdrag.AnyAsync(u => u.AnvandareId == uppdrag.AnvandareId && u.EnhetId == uppdrag.EnhetId && u.Roll == uppdrag.Roll && u.From == uppdrag.From, ct))
            return Error.Conflict("UPPDRAG_FINNS", "Uppdraget finns redan. Avslå förslaget.");
        db.Uppdrag.Add(uppdrag);
        anrop.Handelse(givet.Value.Handelse);
        if (uppdrag.Roll is Roll.Chef or Roll.BitradandeChef) await personer.NamngeNyChef(uppdrag.AnvandareId, uppdrag.EnhetId, ct);
        await konton.AvslutaSessioner(uppdrag.AnvandareId, ct);
        return Result.Done;
    }

    private bool HarDel(Uppdragsforslag forslag) => anrop.Aktor.Id == forslag.ForeslagetAv || anrop.Aktor.Id == forslag.AnvandareId;

    /// <summary>The unit has someone who leads it and has no part in the proposal.</summary>
    private Task<bool> HarLedning(Uppdragsforslag forslag, CancellationToken ct)
    {
        var (vem, av) = (forslag.AnvandareId, forslag.ForeslagetAv);
        return db.Ledda(anrop.Idag).AnyAsync(u => u.EnhetId == forslag.EnhetId && u.AnvandareId != vem && u.AnvandareId != av, ct);
    }

    private Result<Done> Avsla(Uppdragsforslag forslag, string? skal)
    {
        var avslaget = forslag.Avsla(skal, anrop.Aktor.Id, anrop.Nu);
        if (avslaget.Failed) return avslaget.Error;
        anrop.Handelse(avslaget.Value);
        return Result.Done;
    }
}
