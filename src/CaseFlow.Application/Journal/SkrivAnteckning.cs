using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Journal;

namespace CaseFlow.Application.Journal;

/// <summary>Writes and signs a note in the ärende. Refused as <see cref="Anteckning.Skriv"/> refuses.</summary>
/// <param name="Dag">The day it happened; null is said at the field.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record SkrivAnteckning(string Nummer, Anteckningsslag? Slag, DateOnly? Dag, TimeOnly? Klockslag, string? Med, string? Text) : ICommand<SkrivenNr>, IBlirAvUtkast
{
    Utkastplats IBlirAvUtkast.Plats => Utkastplats.NyAnteckning;

    public override string ToString() => $"SkrivAnteckning {Nummer}";
}

internal sealed class SkrivAnteckningHandler(Anrop anrop, IIdKalla ids, Journalbok bok) : ICommandHandler<SkrivAnteckning, SkrivenNr>
{
    public Task<Result<SkrivenNr>> Handle(SkrivAnteckning request, CancellationToken cancellationToken) => bok.Skriv(
        request.Nummer,
        (arende, nr) => Task.FromResult(request.Dag is not { } dag
            ? Anteckningsvyer.DagSaknas
            : Anteckning.Skriv(
                new(ids.Next()), arende, nr, new(request.Slag ?? default, dag, request.Klockslag, request.Med, request.Text), anrop.Aktor.Id, anrop.Nu)),
        cancellationToken);
}
