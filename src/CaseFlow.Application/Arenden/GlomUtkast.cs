using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>Takes away drafts that nobody goes on with, those of an ärende that the writer no longer has, and those of an ansökan by one who no longer
/// registers any. Run once a day; answers with how many.</summary>
// Dataskyddsförordningen (EU) 2016/679 artikel 5.1 e: det som inte blev något sparas inte längre än det behövs
[Kraver(Behorighet.KoraProcess)]
public sealed record GlomUtkast : ICommand<int>;

internal sealed class GlomUtkastHandler(CaseFlowDb db, Anrop anrop, Utkastregel regel) : ICommandHandler<GlomUtkast, int>
{
    private static readonly Roll[] Registrerar = [.. Enum.GetValues<Roll>().Where(r => Roller.Behorigheter(r).Contains(Behorighet.RegistreraAnsokan))];

    public async Task<Result<int>> Handle(GlomUtkast request, CancellationToken cancellationToken)
    {
        var (gammalt, flyttat, idag) = (anrop.Nu - regel.Minnestid, anrop.Nu - Utkastregel.EfterFlytt, anrop.Idag);
        var bort = await db.Utkast.Where(u => u.Sparat < gammalt || (u.Sparat < flyttat && u.ArendeId != null && !db.Arenden.Any(a => a.Id == u.ArendeId
                && (a.HandlaggareId == u.AgareId
                    || db.Stallforetradare.Any(s => s.For == a.HandlaggareId && s.Ersattare == u.AgareId && s.From <= idag && (s.Tom == null || s.Tom >= idag))
                    || db.Uppdrag.Any(p => p.AnvandareId == u.AgareId && p.EnhetId == a.EnhetId && (p.Roll == Roll.Chef || p.Roll == Roll.BitradandeChef)
                        && p.From <= idag && (p.Tom == null || p.Tom >= idag))))))
            .ExecuteDeleteAsync(cancellationToken);
        return bort + await db.Utkast.Where(u => u.ArendeId == null && u.Sparat < flyttat
                && !db.Uppdrag.Any(p => p.AnvandareId == u.AgareId && Registrerar.Contains(p.Roll) && p.From <= idag && (p.Tom == null || p.Tom >= idag)))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
