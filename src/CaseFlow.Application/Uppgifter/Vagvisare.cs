using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain.Arenden;

namespace CaseFlow.Application.Uppgifter;

/// <summary>Says what was done and where to go next.</summary>
public sealed class Vagvisare(CaseFlowDb db, Anrop anrop)
{
    /// <summary>The task that the process just opened, when it is the actor's; else the ärende.</summary>
    public SlutfordUppgift Svar(Arende arende, string kvittens)
    {
        var nasta = db.Uppgifter.Local.Where(u => u.ArendeId == arende.Id && u.Status == Uppgiftsstatus.Oppen && Ar(u)).MinBy(u => u.Id.Value);
        return new(arende.Nummer, kvittens, nasta is null ? $"/arenden/{arende.Nummer}" : Arendehuvuden.Lank(nasta, arende.Nummer), nasta?.PublikId);
    }

    private bool Ar(Uppgift uppgift) => uppgift.Grupp == Grupper.Chef
        ? anrop.Aktor.ChefFor.Contains(uppgift.EnhetId)
        : uppgift.TilldeladId == anrop.Aktor.Id;
}
