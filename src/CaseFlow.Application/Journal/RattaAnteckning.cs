using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Journal;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Journal;

/// <summary>Corrects a note by a new one that points at it; the old one stands. A note is corrected once: what is still wrong is corrected in the
/// later one. Refused as <see cref="Anteckning.Ratta"/> refuses.</summary>
/// <param name="Nr">The note that was wrong.</param>
/// <param name="Text">The whole of what is right.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record RattaAnteckning(string Nummer, int Nr, Anteckningsslag? Slag, DateOnly? Dag, TimeOnly? Klockslag, string? Med, string? Text) : ICommand<SkrivenNr>, IBlirAvUtkast
{
    Utkastplats IBlirAvUtkast.Plats => Utkastplats.Rattelse(Nr);

    public override string ToString() => $"RattaAnteckning {Nummer} {Nr}";
}

internal sealed class RattaAnteckningHandler(CaseFlowDb db, Anrop anrop, IIdKalla ids, Journalbok bok) : ICommandHandler<RattaAnteckning, SkrivenNr>
{
    public Task<Result<SkrivenNr>> Handle(RattaAnteckning request, CancellationToken cancellationToken) => bok.Skriv(
        request.Nummer,
        async (arende, nr) =>
        {
            if (await bok.Finn(arende.Id, request.Nr, cancellationToken) is not { } fel) return Error.NotFound();
            if (request.Dag is not { } dag) return Anteckningsvyer.DagSaknas;
            var redan = await db.Anteckningar.SingleOrDefaultAsync(a => a.GallerId == fel.Id && a.Koppling == Anteckningskoppling.Rattelse, cancellationToken);
            return fel.Ratta(
                new(ids.Next()), arende, nr, new(request.Slag ?? default, dag, request.Klockslag, request.Med, request.Text), redan, anrop.Aktor.Id, anrop.Nu);
        },
        cancellationToken);
}
