using CaseFlow.Application.Audit;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>The unit's chef takes back a death that was registered by mistake. The ärenden and insatser that it ended stay ended: what they were is
/// answered, so that somebody sees to it that the person goes on without a break.</summary>
/// <param name="Version">Of the ärende, as it was read.</param>
[Kraver(Behorighet.FordelaArende)]
public sealed record HavDodsfall(string Nummer, int Version, string? Skal) : ICommand<HavtDodsfall>
{
    public override string ToString() => $"HavDodsfall {Nummer}";
}

/// <param name="Avslutade">What the death ended in the chef's units, by ärende.</param>
public sealed record HavtDodsfall(IReadOnlyList<AvslutatVidDodsfall> Avslutade);

/// <param name="Insatser">The insatser that ended with it, by name; empty when it was an ansökan under way.</param>
public sealed record AvslutatVidDodsfall(string Nummer, string? Handlaggare, IReadOnlyList<string> Insatser);

internal sealed class HavDodsfallHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden) : ICommandHandler<HavDodsfall, HavtDodsfall>
{
    public async Task<Result<HavtDodsfall>> Handle(HavDodsfall request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForChef(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        if (arende.Version != request.Version) return Inaktuell.Kopia;
        var person = await db.Personer.SingleAsync(p => p.Id == arende.PersonId, cancellationToken);
        var havt = person.HavAvliden(request.Skal);
        if (havt.Failed) return havt.Error;

        var personens = await db.Arenden.Where(a => a.PersonId == person.Id).Select(a => a.Id).ToListAsync(cancellationToken);
        var insatser = await AvslutadeInsatser(personens, cancellationToken);
        var med = insatser.Select(i => i.Arende).ToHashSet();
        var berorda = await db.Arenden.Where(a => personens.Contains(a.Id) && (a.AvslutsOrsak == AvslutsOrsak.Avliden || med.Contains(a.Id)))
            .OrderBy(a => a.Id).ToListAsync(cancellationToken);
        // Varje ärende som dödsfallet rörde säger det, för den som hade det.
        foreach (var id in berorda.Select(a => a.Id).Append(arende.Id).Distinct()) anrop.Handelse(havt.Value, id);
        db.GorKopiorInaktuella(arende);

        var namn = await huvuden.Namn(berorda.Select(a => a.HandlaggareId).OfType<AnvandareId>(), cancellationToken);
        return new HavtDodsfall([.. berorda.Where(a => anrop.Aktor.ChefFor.Contains(a.EnhetId)).Select(a => new AvslutatVidDodsfall(
            a.Nummer, a.HandlaggareId is { } h ? namn.GetValueOrDefault(h) : null,
            [.. insatser.Where(i => i.Arende == a.Id).Select(i => Insatskatalog.Namn(i.Typ))]))]);
    }

    /// <summary>Those that ended in the same call as the death was registered, by the trail: an insats may have ended for that cause by another's hand.</summary>
    private async Task<List<(ArendeId Arende, string Typ)>> AvslutadeInsatser(List<ArendeId> personens, CancellationToken ct)
    {
        var spar = db.AuditHandelser.AsNoTracking().Where(h => h.ArendeId != null && personens.Contains(h.ArendeId.Value) && h.Utfall == Auditutfall.Ok);
        if (await spar.Where(h => h.Typ == nameof(PersonAvliden)).OrderByDescending(h => h.Id).Select(h => new { h.Tid, h.AktorId }).FirstOrDefaultAsync(ct) is not { } dodsfall) return [];
        var avslut = await spar.Where(h => h.Typ == nameof(InsatsAvslutad) && h.Tid == dodsfall.Tid && h.AktorId == dodsfall.AktorId).ToListAsync(ct);
        var ids = avslut.Select(Handelsetexter.OmInsats).OfType<InsatsId>().ToList();
        return [.. (await db.Insatser.Where(i => ids.Contains(i.Id)).OrderBy(i => i.Id).Select(i => new { i.ArendeId, i.Insatstyp }).ToListAsync(ct)).Select(i => (i.ArendeId, i.Insatstyp))];
    }
}
