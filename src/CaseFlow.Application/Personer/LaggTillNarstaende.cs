using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Application.Personer;

/// <summary>Notes someone near to the person, and whether we may get in touch. Refused as <see cref="Narstaende.LaggTill"/> refuses; SKYDD_DOLT while a
/// protected person's data is withheld.</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record LaggTillNarstaende(string Nummer, string? Namn, Relation? Relation, string? Telefon, Kontaktlov? Kontakt, string? Upplysning) : ICommand<Done>
{
    public override string ToString() => $"LaggTillNarstaende {Nummer}";
}

internal sealed class LaggTillNarstaendeHandler(CaseFlowDb db, Anrop anrop, IIdKalla ids, Persondorr dorr) : ICommandHandler<LaggTillNarstaende, Done>
{
    public async Task<Result<Done>> Handle(LaggTillNarstaende request, CancellationToken cancellationToken)
    {
        var oppnat = await dorr.OppnaForSkrivning(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var tillagd = Narstaende.LaggTill(
            new(ids.Next()), ids.NextPublic(), oppnat.Value.PersonId,
            new(request.Namn, request.Relation ?? default, request.Telefon, request.Kontakt ?? default, request.Upplysning), anrop.Aktor.Id, anrop.Nu);
        if (tillagd.Failed) return tillagd.Error;
        db.Narstaende.Add(tillagd.Value.Narstaende);
        anrop.Handelse(tillagd.Value.Handelse);
        return Result.Done;
    }
}
