using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Ansokningar;

/// <summary>What became of an ansökan that the actor has just registered: whose it is now. Any other number is not found.</summary>
[Kraver(Behorighet.RegistreraAnsokan)]
public sealed record HamtaRegistreringskvitto(string Nummer) : IQuery<Registreringskvitto>;

/// <param name="Handlaggare">Null when the chef is to choose, and for whoever may not open it: the same for all, so that it does not say who is protected.</param>
/// <param name="FarOppna">The actor may open it without giving a reason.</param>
/// <param name="Personen">What the person had before, that the actor may know of.</param>
public sealed record Registreringskvitto(string Nummer, string? Handlaggare, bool FarOppna, PersonlageVy Personen);

internal sealed class HamtaRegistreringskvittoHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Personlage personen) : IQueryHandler<HamtaRegistreringskvitto, Registreringskvitto>
{
    /// <summary>The receipt is for the one who has just registered, not a way to ask about numbers later.</summary>
    private static readonly TimeSpan Galler = TimeSpan.FromHours(1);

    public async Task<Result<Registreringskvitto>> Handle(HamtaRegistreringskvitto request, CancellationToken cancellationToken)
    {
        var (aktor, sedan) = (anrop.Aktor.Id, anrop.Nu - Galler);
        var arende = await db.Arenden.AsNoTracking().SingleOrDefaultAsync(
            a => a.Nummer == request.Nummer && db.AuditHandelser.Any(
                h => h.ArendeId == a.Id && h.Typ == nameof(AnsokanRegistrerad) && h.AktorId == aktor && h.Tid >= sedan),
            cancellationToken);
        if (arende is null) return Error.NotFound();
        anrop.Galler(arende.Id, "registrering");
        var oppet = await atkomst.Synliga().AnyAsync(a => a.Id == arende.Id, cancellationToken);
        // OSL (2009:400) 21 kap. 3 §: att identiteten är skyddad är också en uppgift. Den skyddades ärende fördelas aldrig av regeln: vem som
        // fick ett ärende, eller att ingen fick det, står därför bara för den som får se det. Alla andra kvitton är lika.
        var handlaggare = oppet && arende.HandlaggareId is { } h
            ? await db.Anvandare.Where(a => a.Id == h).Select(a => a.Namn).SingleOrDefaultAsync(cancellationToken) : null;
        return new Registreringskvitto(arende.Nummer, handlaggare, oppet, await personen.Las(arende, allt: false, cancellationToken));
    }
}
