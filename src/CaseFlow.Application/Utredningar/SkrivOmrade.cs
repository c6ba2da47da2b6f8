using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Utredningar;

namespace CaseFlow.Application.Utredningar;

/// <summary>Writes one livsområde. <paramref name="Rev"/> is the copy it was written from: on an older one what only one has changed is kept of both, and
/// INAKTUELL_KOPIA when both have changed the same field.</summary>
/// <param name="Bedomt">0, 1, 2, 3, 4, 8 or 9 on the scale of ICF.</param>
/// <param name="Status">ej-borjad, pagar, klar or ej-aktuell.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record SkrivOmrade(
    string Nummer, string Omrade, int Rev, string? EgnaOrd, string? Beskrivning, int? Bedomt, int? Avsett, string? Mal, string? Kalla,
    DateOnly? Kalldatum, string Status) : ICommand<Sparat>, IBlirAvUtkast
{
    Utkastplats IBlirAvUtkast.Plats => Utkastplats.Omrade(Omrade);
}

internal sealed class SkrivOmradeHandler(Anrop anrop, Utredningsbok bok, Delskrivare skrivare) : ICommandHandler<SkrivOmrade, Sparat>
{
    public async Task<Result<Sparat>> Handle(SkrivOmrade request, CancellationToken cancellationToken)
    {
        if (Koder.TolkaStatus(request.Status) is not { } status) return Error.Invalid(new FieldError("status", "Välj hur långt du har kommit."));
        if (request.Kalldatum > anrop.Idag) return Error.Invalid(new FieldError("kalldatum", "Uppgiften kan inte komma från en dag som inte har varit."));
        var utredning = await bok.OppnaForSkrivning(request.Nummer, cancellationToken);
        if (utredning.Failed) return utredning.Error;

        var mina = Utredningsdelar.OmradeFalt(request.EgnaOrd, request.Beskrivning, request.Bedomt, request.Avsett, request.Mal, request.Kalla, request.Kalldatum);
        if (Utredningsdelar.Av(utredning.Value, request.Omrade) is not { } nu) return Error.Invalid("OMRADE_OKANT", "Livsområdet finns inte.");
        var forberedd = await skrivare.Forbered(utredning.Value, nu, request.Rev, mina, cancellationToken);
        if (forberedd.Failed) return forberedd.Error;
        var (falt, rev, notis) = forberedd.Value;
        var klart = rev != request.Rev && status is Omradesstatus.Pagar && utredning.Value.Omraden.Single(o => o.Omrade == nu.Kod).Status is Omradesstatus.Klar;
        var skrivet = utredning.Value.SkrivOmrade(request.Omrade, Text(falt, klart ? Omradesstatus.Klar : status), rev, anrop.Aktor.Id, anrop.Nu);
        if (skrivet.Failed) return skrivet.Error;
        anrop.Handelse(skrivet.Value);
        return new Sparat(anrop.Nu, skrivet.Value.Rev, Notis: notis);
    }

    private static Omradestext Text(IReadOnlyDictionary<string, string?> falt, Omradesstatus status) => new(
        falt.GetValueOrDefault("egnaOrd"), falt.GetValueOrDefault("beskrivning"), (Funktionstillstand?)Utredningsdelar.Heltal(falt.GetValueOrDefault("bedomt")),
        (Funktionstillstand?)Utredningsdelar.Heltal(falt.GetValueOrDefault("avsett")), falt.GetValueOrDefault("mal"), falt.GetValueOrDefault("kalla"),
        Utredningsdelar.Dag(falt.GetValueOrDefault("kalldatum")), status);
}
