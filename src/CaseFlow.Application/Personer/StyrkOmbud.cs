using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Personer;

/// <summary>Notes what shows an ombud's authority, and what it says: scope, from when, until when. Refused as <see cref="Personombud.Styrk"/> refuses.</summary>
/// <param name="Version">Of the ombud, as it was read.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record StyrkOmbud(string Nummer, Guid Ombud, int Version, string? Underlag, IReadOnlyList<string> Omfattning, DateOnly? From, DateOnly? Tom) : ICommand<Done>
{
    public override string ToString() => $"StyrkOmbud {Nummer} {Ombud}";
}

internal sealed class StyrkOmbudHandler(CaseFlowDb db, Anrop anrop, Persondorr dorr) : ICommandHandler<StyrkOmbud, Done>
{
    public async Task<Result<Done>> Handle(StyrkOmbud request, CancellationToken cancellationToken)
    {
        var oppnat = await dorr.OppnaForSkrivning(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        if (await db.Personombud.SingleOrDefaultAsync(o => o.PublikId == request.Ombud && o.PersonId == oppnat.Value.PersonId, cancellationToken) is not { } ombud) return Error.NotFound();
        if (ombud.Version != request.Version) return Inaktuell.Kopia;
        var styrkt = ombud.Styrk(request.Underlag, request.Omfattning, request.From, request.Tom, anrop.Aktor.Id, anrop.Nu);
        if (styrkt.Failed) return styrkt.Error;
        anrop.Handelse(styrkt.Value);
        return Result.Done;
    }
}
