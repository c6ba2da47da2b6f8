using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>Hands in the proposal: every ansökt insats has one, and the process finds out who decides.</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record LamnaForslag(Guid Uppgift, int Version, string? Nummer = null) : ICommand<SlutfordUppgift>;

internal sealed class LamnaForslagHandler(
    Anrop anrop, Uppgiftsatkomst uppgifter, Beslutsakter akter, Delegationsordningar delegationer, Processmotor motor, Vagvisare vagvisare)
    : ICommandHandler<LamnaForslag, SlutfordUppgift>
{
    public async Task<Result<SlutfordUppgift>> Handle(LamnaForslag request, CancellationToken cancellationToken)
    {
        var oppnad = await uppgifter.OppnaForSlutforande(request.Uppgift, request.Version, cancellationToken, request.Nummer);
        if (oppnad.Failed) return oppnad.Error;
        var (uppgift, arende) = (oppnad.Value.Uppgift, oppnad.Value.Arende);
        if (uppgift.Nod != Noder.LamnaForslag) return Error.NotFound();
        var akt = await akter.Las(arende.Id, cancellationToken);
        if (akt.Utredning is not { ArAvslutad: true })
            return Error.Rule("UTREDNING_EJ_AVSLUTAD", "Utredningen måste avslutas innan du lämnar ett förslag.");
        if (akt.UtanForslag is { Count: > 0 } utan)
            return Error.Rule("FORSLAG_SAKNAS", $"Skriv ett förslag för varje ansökt insats. Det saknas för: {Arendehuvuden.Rubrik(utan.Select(a => a.Insatstyp))}.");

        foreach (var beslut in akt.Beslut)
        {
            if (beslut.ProvaForedragande(akt.Javiga.Keys) is { } javig) return javig;
            var lamnat = beslut.LamnaForslag(anrop.Idag, akt.Lopande(beslut.OmprovarInsatsId));
            if (lamnat.Failed) return lamnat.Error;
            anrop.Handelse(lamnat.Value);
        }

        var hogsta = (await delegationer.For(arende, akt, cancellationToken)).Hogsta();
        if (hogsta.Failed) return hogsta.Error;
        var steg = await motor.Slutfor(uppgift, arende, FeelContext.Of(("hogstaNiva", (int)hogsta.Value)), cancellationToken);
        if (steg.Failed) return steg.Error;
        return vagvisare.Svar(arende, $"Förslaget är lämnat. Beslutet fattas av {Delegationsordning.Namn(hogsta.Value)}.");
    }
}
