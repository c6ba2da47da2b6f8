using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Journal;

namespace CaseFlow.Application.Journal;

/// <summary>Notes that the person holds something in a note to be wrong: a note of its own that points at it. Refused as
/// <see cref="Anteckning.Invand"/> refuses.</summary>
/// <param name="Nr">The note that the person speaks of; null for something else in the akt, refused as <see cref="Anteckning.InvandMotAkten"/> refuses.</param>
/// <param name="Dag">The day the person said so.</param>
// SoL (2025:400) 14 kap. 6 §, från 2025-07-01; LSS (1993:387) 21 b §
[Kraver(Behorighet.HandlaggaArende)]
public sealed record NoteraInvandning(string Nummer, int? Nr, Anteckningsslag? Slag, DateOnly? Dag, string? Text) : ICommand<SkrivenNr>, IBlirAvUtkast
{
    Utkastplats IBlirAvUtkast.Plats => Nr is { } nr ? Utkastplats.Invandning(nr) : Utkastplats.InvandningMotAkten;

    public override string ToString() => $"NoteraInvandning {Nummer} {Nr}";
}

internal sealed class NoteraInvandningHandler(Anrop anrop, IIdKalla ids, Journalbok bok) : ICommandHandler<NoteraInvandning, SkrivenNr>
{
    public Task<Result<SkrivenNr>> Handle(NoteraInvandning request, CancellationToken cancellationToken) => bok.Skriv(
        request.Nummer,
        async (arende, nr) =>
        {
            var mot = request.Nr is { } galler ? await bok.Finn(arende.Id, galler, cancellationToken) : null;
            if (request.Nr is not null && mot is null) return Error.NotFound();
            if (request.Dag is not { } dag) return Anteckningsvyer.DagSaknas;
            var innehall = new Anteckningsinnehall(request.Slag ?? default, dag, null, null, request.Text);
            return mot is null
                ? Anteckning.InvandMotAkten(new(ids.Next()), arende, nr, innehall, anrop.Aktor.Id, anrop.Nu)
                : mot.Invand(new(ids.Next()), arende, nr, innehall, anrop.Aktor.Id, anrop.Nu);
        },
        cancellationToken);
}
