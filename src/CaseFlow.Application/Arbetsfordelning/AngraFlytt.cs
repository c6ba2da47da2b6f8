using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arbetsfordelning;

/// <summary>Takes a move back while it can be: each ärende to the one who had it. What has gone on since, or nobody had, stays.</summary>
[Kraver(Behorighet.FordelaArende)]
public sealed record AngraFlytt(Guid Flytt) : ICommand<AngradFlytt>;

public sealed record AngradFlytt(int Tillbaka, int Kvar);

internal sealed class AngraFlyttHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Flyttare flyttare) : ICommandHandler<AngraFlytt, AngradFlytt>
{
    public async Task<Result<AngradFlytt>> Handle(AngraFlytt request, CancellationToken cancellationToken)
    {
        var flytt = await db.Flyttar.Include(f => f.Rader).SingleOrDefaultAsync(f => f.PublikId == request.Flytt, cancellationToken);
        if (flytt is null || !anrop.Aktor.ChefFor.Contains(flytt.EnhetId)) return Error.NotFound();
        var angrad = flytt.Angra(anrop.Nu);
        if (angrad.Failed) return angrad.Error;
        anrop.Handelse(angrad.Value);

        var ids = flytt.Rader.Where(r => r.Fran is not null).Select(r => r.ArendeId).ToList();
        var arenden = await atkomst.Enhetens().Where(a => a.Steg != Steg.Avslutat && ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
        var utestangda = await db.Utestangda(ids, cancellationToken);
        var iTjanst = (await db.Handlaggare(flytt.EnhetId, anrop.Idag).Select(a => a.Id).ToListAsync(cancellationToken)).ToHashSet();
        var tillbaka = flytt.Rader
            .Where(r => r.Fran is { } fran && arenden.TryGetValue(r.ArendeId, out var a) && a.HandlaggareId == r.Till && iTjanst.Contains(fran) && !utestangda.Contains((r.ArendeId, fran)))
            .Select(r => (arenden[r.ArendeId], r.Fran!.Value)).ToList();
        var bytt = await flyttare.Byt(tillbaka, "Flytten ångrades.", cancellationToken);
        if (bytt.Failed) return bytt.Error;
        return new AngradFlytt(tillbaka.Count, flytt.Rader.Count - tillbaka.Count);
    }
}
