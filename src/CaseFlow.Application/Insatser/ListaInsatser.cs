using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Insatser;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Insatser;

/// <summary>The insatser that an ärende has led to, in facts, in the order they were granted. The same door as <see cref="HamtaArende"/>.</summary>
[Kraver(Behorighet.LasaArende)]
public sealed record ListaInsatser(string Nummer) : IQuery<IReadOnlyList<InsatsRad>>;

/// <param name="Tom">The last day, or null for tills vidare.</param>
/// <param name="AvslutOrsak">Code of <see cref="Avslutsorsak"/>.</param>
/// <param name="EjVerkstallt">The three months are out and it has not begun: it is to be reported to IVO.</param>
public sealed record InsatsRad(
    InsatsId Id, BeslutId BeslutId, string Insatstyp, decimal? Omfattning, string? Enhet, DateOnly From, DateOnly? Tom, Insatsstatus Status,
    DateOnly Beslutsdag, string? Utforare, DateOnly? StartDatum, DateOnly? UppfoljningDatum, DateOnly? AvslutDatum, string? AvslutOrsak, bool EjVerkstallt);

internal sealed class ListaInsatserHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst) : IQueryHandler<ListaInsatser, IReadOnlyList<InsatsRad>>
{
    public async Task<Result<IReadOnlyList<InsatsRad>>> Handle(ListaInsatser request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var insatser = await db.Insatser.Where(i => i.ArendeId == oppnat.Value.Id).OrderBy(i => i.Id).ToListAsync(cancellationToken);
        return Result.Ok<IReadOnlyList<InsatsRad>>([.. insatser.Select(i => new InsatsRad(
            i.Id, i.BeslutId, i.Insatstyp, i.Omfattning, i.Omfattning is null ? null : i.OmfattningEnhet, i.From, i.Tom, i.Status, i.Beslutsdag, i.Utforare,
            i.StartDatum, i.UppfoljningDatum, i.AvslutDatum, i.AvslutOrsak, i.ArEjVerkstalld(anrop.Idag)))]);
    }
}
