using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>Sends a beslut on to the unit's chefer, when the delegationsordning was changed after the förslag was handed in.</summary>
[Kraver(Behorighet.FattaBeslut)]
public sealed record LamnaTillChef(Guid Uppgift, int Version, string? Nummer = null) : ICommand<SlutfordUppgift>;

internal sealed class LamnaTillChefHandler(
    Anrop anrop, Uppgiftsatkomst uppgifter, Beslutsakter akter, Delegationsordningar delegationer, Vagvisare vagvisare)
    : ICommandHandler<LamnaTillChef, SlutfordUppgift>
{
    public async Task<Result<SlutfordUppgift>> Handle(LamnaTillChef request, CancellationToken cancellationToken)
    {
        var oppnad = await uppgifter.OppnaForSlutforande(request.Uppgift, request.Version, cancellationToken, request.Nummer);
        if (oppnad.Failed) return oppnad.Error;
        var (uppgift, arende) = (oppnad.Value.Uppgift, oppnad.Value.Arende);
        if (uppgift.Nod != Noder.FattaBeslut) return Error.NotFound();
        if (uppgift.Grupp == Grupper.Chef) return Error.Rule("FORSLAG_LAMNAT", "Förslaget är redan lämnat vidare.");
        var akt = await akter.Las(arende.Id, cancellationToken);
        var delegation = await delegationer.For(arende, akt, cancellationToken);
        if (akt.Beslut.All(b => !delegation.FarBesluta(b).Failed))
            return Error.Rule("DELEGATION_RACKER", "Du får fatta beslutet själv enligt delegationsordningen.");

        (uppgift.Grupp, uppgift.TilldeladId) = (Grupper.Chef, null);
        anrop.Handelse(new BeslutLamnatTillChef(arende.Id, uppgift.Id));
        return vagvisare.Svar(arende, delegation.Hogsta() is { Failed: false, Value: Delegatniva.Namnd }
            ? "Förslaget är lämnat till enhetens chefer, som tar upp det i nämnden eller lämnar tillbaka det."
            : "Förslaget är lämnat till enhetens chefer, som beslutar eller lämnar tillbaka det.");
    }
}

/// <summary>The beslut waits for the unit's chefer instead of the handläggare.</summary>
public sealed record BeslutLamnatTillChef(ArendeId Arende, UppgiftId Uppgift) : IHandelse;
