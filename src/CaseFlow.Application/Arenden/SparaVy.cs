using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>Keeps a choice of rows under a name: for oneself, or (chef) for everybody in the unit.</summary>
/// <param name="Urval">As <see cref="Idagfilter.SomUrval"/> writes it. What is not understood is left out.</param>
[Kraver(Behorighet.LasaArende)]
public sealed record SparaVy(string? Namn, string Urval, bool ForEnheten) : ICommand<SparadVyId>;

public sealed record SparadVyId(Guid Id);

internal sealed class SparaVyHandler(CaseFlowDb db, Anrop anrop, IIdKalla ids) : ICommandHandler<SparaVy, SparadVyId>
{
    public async Task<Result<SparadVyId>> Handle(SparaVy request, CancellationToken cancellationToken)
    {
        EnhetId? enhet = null;
        if (request.ForEnheten)
        {
            if (anrop.Aktor.ChefFor.Count == 0) return Error.Forbidden(Felkoder.BehorighetSaknas, "Bara enhetens chef kan spara en vy för alla.");
            enhet = anrop.Aktor.ChefFor[0];
        }

        var bland = await Vylista.Bland(db, anrop.Aktor.Id, enhet).Select(v => v.Namn).ToListAsync(cancellationToken);
        if (bland.Contains(request.Namn?.Trim() ?? "", StringComparer.CurrentCultureIgnoreCase)) return Error.Invalid("VYNAMN_FINNS", "Det finns redan en vy med det namnet.");
        if (bland.Count >= SparadVy.HogstAntal) return Error.Rule("FOR_MANGA_VYER", $"Det får finnas högst {SparadVy.HogstAntal} vyer. Ta bort någon först.");
        var sparad = SparadVy.Spara(
            new(ids.Next()), ids.NextPublic(), request.Namn, anrop.Aktor.Id, enhet, Idagfilter.Tolka(request.Urval).SomUrval(), anrop.Nu);
        if (sparad.Failed) return sparad.Error;
        db.SparadeVyer.Add(sparad.Value.Vy);
        anrop.Handelse(sparad.Value.Handelse);
        return new SparadVyId(sparad.Value.Vy.PublikId);
    }
}
