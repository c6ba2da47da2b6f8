using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Personer;

/// <summary>An ombud's authority has ended. Refused as <see cref="Personombud.Avsluta"/> refuses.</summary>
/// <param name="Version">Of the ombud, as it was read.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record AvslutaOmbud(string Nummer, Guid Ombud, int Version, DateOnly? Sista, string? Skal) : ICommand<Done>
{
    public override string ToString() => $"AvslutaOmbud {Nummer} {Ombud}";
}

internal sealed class AvslutaOmbudHandler(CaseFlowDb db, Anrop anrop, Persondorr dorr) : ICommandHandler<AvslutaOmbud, Done>
{
    public async Task<Result<Done>> Handle(AvslutaOmbud request, CancellationToken cancellationToken)
    {
        var oppnat = await dorr.OppnaForSkrivning(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        if (await db.Personombud.SingleOrDefaultAsync(o => o.PublikId == request.Ombud && o.PersonId == oppnat.Value.PersonId, cancellationToken) is not { } ombud) return Error.NotFound();
        if (ombud.Version != request.Version) return Inaktuell.Kopia;
        if (request.Sista is not { } sista) return Error.Invalid(new FieldError("upphort", "Skriv den sista dagen."));
        var upphort = ombud.Avsluta(sista, request.Skal, anrop.Nu);
        if (upphort.Failed) return upphort.Error;
        anrop.Handelse(upphort.Value);
        return Result.Done;
    }
}
