using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Utredningar;

namespace CaseFlow.Application.Utredningar;

/// <summary>Says of every livsområde that is not begun that it does not concern the person. What is begun is left as it is.</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record MarkeraRestenEjAktuell(string Nummer) : ICommand<MarkeradeOmraden>;

public sealed record MarkeradeOmraden(int Antal);

internal sealed class MarkeraRestenEjAktuellHandler(Anrop anrop, Utredningsbok bok, Utkastdorr utkasten) : ICommandHandler<MarkeraRestenEjAktuell, MarkeradeOmraden>
{
    public async Task<Result<MarkeradeOmraden>> Handle(MarkeraRestenEjAktuell request, CancellationToken cancellationToken)
    {
        var utredning = await bok.OppnaForSkrivning(request.Nummer, cancellationToken);
        if (utredning.Failed) return utredning.Error;
        var resten = utredning.Value.Omraden.Where(o => o.Status is Omradesstatus.EjBorjad).ToList();
        var osparade = (await utkasten.Osparade(utredning.Value.ArendeId, cancellationToken)).Where(d => resten.Exists(o => o.Omrade == d.Del)).Select(d => d.Namn).ToList();
        if (osparade.Count > 0)
            return Error.Rule("UTKAST_KVAR", $"Du har skrivit text som inte är sparad i {string.Join(", ", osparade)}. Spara den eller släng utkastet först.");
        foreach (var omrade in resten)
        {
            var skrivet = utredning.Value.SkrivOmrade(
                omrade.Omrade, new(null, null, null, null, null, null, null, Omradesstatus.EjAktuell), omrade.Rev, anrop.Aktor.Id, anrop.Nu);
            if (skrivet.Failed) return skrivet.Error;
            anrop.Handelse(skrivet.Value);
        }
        return new MarkeradeOmraden(resten.Count);
    }
}
