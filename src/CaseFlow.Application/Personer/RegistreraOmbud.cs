using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Application.Personer;

/// <summary>Takes someone into the register as the person's ombud, and what shows the authority when that has been seen. Refused as
/// <see cref="Personombud.Registrera"/> and <see cref="Personombud.Styrk"/> refuse; SKYDD_DOLT while a protected person's data is withheld.</summary>
/// <param name="BaraHar">Only for this ärende; else for all of the person's.</param>
/// <param name="Underlag">What shows the authority; null when nobody has seen it yet.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record RegistreraOmbud(
    string Nummer, string? Namn, OmbudRoll? Roll, string? Telefon, IReadOnlyList<string> Omfattning, DateOnly? From, DateOnly? Tom, bool BaraHar, string? Underlag) : ICommand<Done>
{
    public override string ToString() => $"RegistreraOmbud {Nummer}";
}

internal sealed class RegistreraOmbudHandler(CaseFlowDb db, Anrop anrop, IIdKalla ids, Persondorr dorr) : ICommandHandler<RegistreraOmbud, Done>
{
    public async Task<Result<Done>> Handle(RegistreraOmbud request, CancellationToken cancellationToken)
    {
        var oppnat = await dorr.OppnaForSkrivning(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var roll = request.Roll ?? (OmbudRoll)(-1);
        var nytt = Personombud.Registrera(
            new(ids.Next()), ids.NextPublic(), oppnat.Value.PersonId, request.BaraHar ? oppnat.Value.Id : null,
            new(request.Namn, roll, request.Telefon, request.Omfattning, request.From, request.Tom), anrop.Aktor.Id, anrop.Nu);
        if (nytt.Failed) return nytt.Error;
        db.Personombud.Add(nytt.Value.Ombud);
        anrop.Handelse(nytt.Value.Handelse);
        if (string.IsNullOrWhiteSpace(request.Underlag)) return Result.Done;
        var styrkt = nytt.Value.Ombud.Styrk(request.Underlag, request.Omfattning, request.From, request.Tom, anrop.Aktor.Id, anrop.Nu);
        if (styrkt.Failed) return styrkt.Error;
        anrop.Handelse(styrkt.Value);
        return Result.Done;
    }
}
