using CaseFlow.Application.Arenden;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter;

/// <summary>What one works with in a task, to stand beside its form: what was asked for, what is proposed or decided, the insats it is about, and
/// the latest answers of the same process. The same for every task, so that a new process needs none of its own.</summary>
/// <param name="Ansokan">Null when the task is about an insats that is already granted.</param>
/// <param name="Beslut">Of the insats when the task is about one.</param>
/// <param name="Verkstallighet">The day by which the law wants the insats to have begun; null when it has, or is not counted.</param>
public sealed record Uppgiftsunderlag(AnsokanVy? Ansokan, IReadOnlyList<BeslutVy> Beslut, InsatsVy? Insats, IReadOnlyList<SvarVy> Svar, FristVy? Verkstallighet = null);

public sealed class Underlagslasare(CaseFlowDb db, Anrop anrop, Arendehuvuden huvuden, Svarslasare svarslasare)
{
    /// <summary>The answers shown; the rest is on the page of the ärende.</summary>
    private const int FlestSvar = 2;

    internal async Task<Uppgiftsunderlag> Las(Uppgift uppgift, Arende arende, bool dold, CancellationToken ct)
    {
        var insats = uppgift.InsatsId is { } id ? await db.Insatser.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) : null;
        var beslut = await db.BeslutI(arende.Id).AsNoTracking().Where(b => insats == null || b.Id == insats.BeslutId).ToListAsync(ct);
        var svar = await svarslasare.Hamta(
            db.Formularsvar.Where(f => f.ArendeId == arende.Id && f.UppgiftId != uppgift.Id && db.Uppgifter.Any(u => u.Id == f.UppgiftId && u.InstansId == uppgift.InstansId))
                .OrderByDescending(f => f.Tid).Take(FlestSvar), ct);
        var ansokan = insats is null
            ? await db.Ansokningar.AsNoTracking().Where(a => a.ArendeId == arende.Id).OrderBy(a => a.Id).FirstOrDefaultAsync(ct) : null;
        var namn = await huvuden.Namn(beslut.Select(b => b.BeslutsfattareId).OfType<AnvandareId>().Concat(svar.Select(f => f.Av)), ct);
        return new(
            ansokan is null ? null : Arendevyer.Vy(ansokan, dold, anrop.Idag, await db.Avviker(anrop, arende, ansokan, ct)), [.. beslut.Select(b => Arendevyer.Vy(b, namn, anrop.Idag))],
            insats is null ? null : Arendevyer.Vy(insats, anrop.Idag), await svarslasare.Las(svar, namn, ct),
            insats?.EjVerkstalltFran is null ? null : Fristvyer.Verkstallighet(insats, anrop.Idag));
    }
}
