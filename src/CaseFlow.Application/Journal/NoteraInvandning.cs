using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Journal;

namespace CaseFlow.Application.Journal;

/// <summary>Notes that the person holds something in a note to be wrong: a note of its own that points at it. Refused as
/// <see cref="Anteckning.Invand"/> refuses.</summary>
/// <param name="Nr">The note that the person speaks of.</param>
/// <param name="Dag">The day the person said so.</param>
// SoL (2025:400) 14 kap. 6 §
[Kraver(Behorighet.HandlaggaArende)]
public sealed record NoteraInvandning(string Nummer, int Nr, Anteckningsslag? Slag, DateOnly? Dag, string? Text) : ICommand<SkrivenNr>, IBlirAvUtkast
{
    Utkastplats IBlirAvUtkast.Plats => Utkastplats.Invandning(Nr);

    public override string ToString() => $"NoteraInvandning {Nummer} {Nr}";
}

internal sealed class NoteraInvandningHandler(Anrop anrop, IIdKalla ids, Journalbok bok) : ICommandHandler<NoteraInvandning, SkrivenNr>
{
    public Task<Result<SkrivenNr>> Handle(NoteraInvandning request, CancellationToken cancellationToken) => bok.Skriv(
        request.Nummer,
        async (arende, nr) =>
        {
            if (await bok.Finn(arende.Id, request.Nr, cancellationToken) is not { } mot) return Error.NotFound();
            if (request.Dag is not { } dag) return Anteckningsvyer.DagSaknas;
            return mot.Invand(new(ids.Next()), arende, nr, new(request.Slag ?? default, dag, null, null, request.Text), anrop.Aktor.Id, anrop.Nu);
        },
        cancellationToken);
}
