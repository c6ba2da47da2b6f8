using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>The unit's chef corrects the day the person received the beslut: the time to appeal is counted from it.</summary>
/// <param name="Version">Of the ärende, as it was read.</param>
// FL (2017:900) 44 §: tiden räknas från den dag då den som överklagar fick del av beslutet, inte från en dag som blivit fel noterad
[Kraver(Behorighet.FordelaArende)]
public sealed record AndraDelgivning(string Nummer, int Version, DateOnly Delgiven, string? Skal) : ICommand<Done>
{
    public override string ToString() => $"AndraDelgivning {Nummer}";
}

internal sealed class AndraDelgivningHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst) : ICommandHandler<AndraDelgivning, Done>
{
    public async Task<Result<Done>> Handle(AndraDelgivning request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForChef(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        if (arende.Version != request.Version) return Inaktuell.Kopia;
        if (request.Delgiven > anrop.Idag) return Delgivning.IFramtiden("nyDelgivenDag");
        var underrattelse = await db.Underrattelser.Where(u => u.ArendeId == arende.Id).OrderByDescending(u => u.Id).FirstOrDefaultAsync(cancellationToken);
        if (underrattelse is null) return Delgivning.IngenUnderrattelse;
        var andrad = underrattelse.AndraDelgivning(request.Delgiven, request.Skal);
        if (andrad.Failed) return andrad.Error;
        foreach (var beslut in await db.BeslutI(arende.Id).ToListAsync(cancellationToken))
        {
            var delgivet = beslut.AndraDelgivning(request.Delgiven, Arbetsdagar.ArArbetsdag);
            if (delgivet.Failed) return delgivet.Error;
            anrop.Handelse(delgivet.Value);
        }
        db.GorKopiorInaktuella(arende);
        return Result.Done;
    }
}
