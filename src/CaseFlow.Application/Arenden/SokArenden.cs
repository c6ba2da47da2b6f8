using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>Ärenden by what someone wrote of their number (<see cref="Arendenummer.Mojliga"/>), among those the actor may know of: her own first, then the latest.</summary>
[Kraver(Behorighet.SokaPersoner)]
public sealed record SokArenden(string? Text) : IQuery<ArendeTraffar>
{
    /// <summary>What is looked for stands in no log.</summary>
    public override string ToString() => nameof(SokArenden);

    /// <summary>It can be an ärendenummer, or a part of one.</summary>
    public static bool KanVara(string? text, DateOnly idag) => Arendenummer.Mojliga(text, idag.Year).Count > 0;
}

public sealed record ArendeTraffar(IReadOnlyList<NummerTraff> Rader);

/// <param name="Person">Masked as in lists, and without the personnummer.</param>
public sealed record NummerTraff(ArendeTraff Arende, PersonVy Person);

internal sealed class SokArendenHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst) : IQueryHandler<SokArenden, ArendeTraffar>
{
    public async Task<Result<ArendeTraffar>> Handle(SokArenden request, CancellationToken cancellationToken)
    {
        var nummer = Arendenummer.Mojliga(request.Text, anrop.Idag.Year);
        if (nummer.Count == 0) return new ArendeTraffar([]);
        var arbetar = await atkomst.Arbetar(cancellationToken);
        var rader = await atkomst.Kanda().Where(a => nummer.Contains(a.Nummer))
            .Select(a => new { a.Id, a.Nummer, a.Steg, a.EnhetId, a.HandlaggareId, a.PersonId, Handlaggare = db.Anvandare.Where(x => x.Id == a.HandlaggareId).Select(x => x.Namn).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        var personIds = rader.Select(r => r.PersonId).Distinct().ToList();
        var personer = await db.IListor().Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        anrop.Visar(rader.Select(r => r.Id.Value));
        return new ArendeTraffar([.. rader.OrderByDescending(r => Egen(r.HandlaggareId)).ThenByDescending(r => r.Nummer, StringComparer.Ordinal)
            .Select(r => new NummerTraff(
                new(r.Nummer, r.Steg, Egen(r.HandlaggareId) || anrop.Aktor.ChefFor.Contains(r.EnhetId), r.Handlaggare), personer[r.PersonId].SomVy(anrop.Idag) with { Personnummer = null }))]);

        bool Egen(AnvandareId? handlaggare) => handlaggare is { } h && arbetar.Contains(h);
    }
}
