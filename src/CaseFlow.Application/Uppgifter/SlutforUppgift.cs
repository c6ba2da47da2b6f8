using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgifter;

/// <summary>Completes a task that is answered by a form. Values by field name as typed; checked against the form on the server.</summary>
[Kraver(Behorighet.HandlaggaArende, Behorighet.FordelaArende)]
public sealed record SlutforUppgift(Guid Uppgift, int Version, IReadOnlyDictionary<string, string[]> Varden) : ICommand<SlutfordUppgift>, IBlirAvUtkast
{
    Utkastplats IBlirAvUtkast.Plats => Utkastplats.Uppgift(Uppgift);
}

/// <param name="Nasta">Where to go next: the next task of the same ärende when it is the actor's, else the ärende.</param>
/// <param name="NastaUppgift">That task; null when it is not the actor's.</param>
public sealed record SlutfordUppgift(string Arendenummer, string Kvittens, string Nasta, Guid? NastaUppgift = null);

internal sealed class SlutforUppgiftHandler(
    CaseFlowDb db, Anrop anrop, Uppgiftsatkomst uppgifter, Handlingskatalog handlingar, Formularoppning oppning, Processmotor motor, Vagvisare vagvisare)
    : ICommandHandler<SlutforUppgift, SlutfordUppgift>
{
    internal static Error FelSida { get; } = Error.Rule("FEL_SIDA", "Uppgiften har en egen sida. Öppna den från ärendet.");

    public async Task<Result<SlutfordUppgift>> Handle(SlutforUppgift request, CancellationToken cancellationToken)
    {
        var oppnad = await uppgifter.OppnaForSlutforande(request.Uppgift, request.Version, cancellationToken);
        if (oppnad.Failed) return oppnad.Error;
        var lage = oppnad.Value;
        if (lage.Formular is not { } formular) return FelSida;
        var handling = handlingar.For(lage.Uppgift.Nod);
        var provat = (await oppning.Oppna(lage, formular, cancellationToken)).Prova(request.Varden, anrop.Nu);
        if (provat.Failed) return provat.Error;

        var svar = provat.Value;
        var variabler = await handling.Utfor(lage, svar, cancellationToken);
        if (variabler.Failed) return variabler.Error;
        Behall(lage, svar);
        var steg = await motor.Slutfor(lage.Uppgift, lage.Arende, variabler.Value, cancellationToken);
        if (steg.Failed) return steg.Error;
        var efter = await handling.Efter(lage, svar, cancellationToken);
        return efter.Failed ? efter.Error : vagvisare.Svar(lage.Arende, handling.Kvittens(svar));
    }

    /// <summary>Keeps the whole answer with the ärende. FL (2017:900) 27 §: what was noted, when and by whom.</summary>
    private void Behall(Uppgiftslage lage, FeelContext svar) => db.Formularsvar.Add(new Formularsvar
    {
        UppgiftId = lage.Uppgift.Id,
        ArendeId = lage.Arende.Id,
        Nod = lage.Uppgift.Nod,
        Varden = svar.SomJson(),
        Av = anrop.Aktor.Id,
        Tid = anrop.Nu,
    });
}
