using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>Takes away drafts that nobody goes on with, and those of an ärende that the writer no longer has. Run once a day; answers with how many.</summary>
// Dataskyddsförordningen (EU) 2016/679 artikel 5.1 e: det som inte blev något sparas inte längre än det behövs
[Kraver(Behorighet.KoraProcess)]
public sealed record GlomUtkast : ICommand<int>;

internal sealed class GlomUtkastHandler(CaseFlowDb db, Anrop anrop, Utkastregel regel) : ICommandHandler<GlomUtkast, int>
{
    public async Task<Result<int>> Handle(GlomUtkast request, CancellationToken cancellationToken)
    {
        var (gammalt, flyttat, idag) = (anrop.Nu - regel.Minnestid, anrop.Nu - Utkastregel.EfterFlytt, anrop.Idag);
        return await db.Utkast.Where(u => u.Sparat < gammalt || (u.Sparat < flyttat && !db.Arenden.Any(a => a.Id == u.ArendeId
                && (a.HandlaggareId == u.AgareId
                    || db.Stallforetradare.Any(s => s.For == a.HandlaggareId && s.Ersattare == u.AgareId && s.From <= idag && (s.Tom == null || s.Tom >= idag))
                    || db.Uppdrag.Any(p => p.AnvandareId == u.AgareId && p.EnhetId == a.EnhetId && (p.Roll == Roll.Chef || p.Roll == Roll.BitradandeChef)
                        && p.From <= idag && (p.Tom == null || p.Tom >= idag))))))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
