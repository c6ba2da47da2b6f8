using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Utredningar;

namespace CaseFlow.Application.Utredningar;

/// <summary>Writes one livsområde. <paramref name="Rev"/> is the copy it was written from: an older one is refused with INAKTUELL_KOPIA.</summary>
/// <param name="Bedomt">0, 1, 2, 3, 4, 8 or 9 on the scale of ICF.</param>
/// <param name="Status">ej-borjad, pagar, klar or ej-aktuell.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record SkrivOmrade(
    string Nummer, string Omrade, int Rev, string? EgnaOrd, string? Beskrivning, int? Bedomt, int? Avsett, string? Mal, string? Kalla,
    DateOnly? Kalldatum, string Status) : ICommand<Sparat>, IBlirAvUtkast
{
    Utkastplats IBlirAvUtkast.Plats => Utkastplats.Omrade(Omrade);
}

internal sealed class SkrivOmradeHandler(Anrop anrop, Utredningsbok bok) : ICommandHandler<SkrivOmrade, Sparat>
{
    public async Task<Result<Sparat>> Handle(SkrivOmrade request, CancellationToken cancellationToken)
    {
        if (Koder.TolkaStatus(request.Status) is not { } status) return Error.Invalid(new FieldError("status", "Välj hur långt du har kommit."));
        if (request.Kalldatum > anrop.Idag) return Error.Invalid(new FieldError("kalldatum", "Uppgiften kan inte komma från en dag som inte har varit."));
        var utredning = await bok.OppnaForSkrivning(request.Nummer, cancellationToken);
        if (utredning.Failed) return utredning.Error;

        var text = new Omradestext(
            request.EgnaOrd, request.Beskrivning, (Funktionstillstand?)request.Bedomt, (Funktionstillstand?)request.Avsett, request.Mal,
            request.Kalla, request.Kalldatum, status);
        var skrivet = utredning.Value.SkrivOmrade(request.Omrade, text, request.Rev, anrop.Aktor.Id, anrop.Nu);
        if (skrivet.Failed) return skrivet.Error;
        anrop.Handelse(skrivet.Value);
        return new Sparat(anrop.Nu, skrivet.Value.Rev);
    }
}
