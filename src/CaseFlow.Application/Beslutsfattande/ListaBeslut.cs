using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>The beslut of an ärende in facts, from förslag on, in the order they were written. The same door as <see cref="HamtaArende"/>.</summary>
[Kraver(Behorighet.LasaArende)]
public sealed record ListaBeslut(string Nummer) : IQuery<IReadOnlyList<BeslutRad>>;

/// <param name="Status">forslag, fattat or, for a förslag about an insats that was withdrawn, atertaget.</param>
/// <param name="Lagrum">As it stands in the beslut; null until fattat, and for an anmälan to överförmyndaren, which is none.</param>
/// <param name="Upphor">The last day of a running insats that is not granted again.</param>
/// <param name="Motivering">Null also where it is withheld: a protected person's, for a reader who does not handle the ärende. So is <paramref name="Mal"/>.</param>
/// <param name="OverklagasSenast">The last day an appeal may come in; null until delgivet, and for laglighetsprövning.</param>
public sealed record BeslutRad(
    BeslutId Id, string Insatstyp, string Status, Beslutsutfall Utfall, decimal? SoktOmfattning, string? SoktEnhet, decimal? BeviljadOmfattning,
    string? BeviljadEnhet, DateOnly? From, DateOnly? Tom, string? Motivering, string? Mal, string? Lagrum, Overklagandeform? Overklagandeform,
    Andringsgrund? Andringsgrund, DateOnly? Upphor, AnvandareId? BeslutsfattareId, string? Beslutsfattare, DateOnly? Beslutsdag, string? Delegationspunkt,
    DateOnly? DelgivenDag, DateOnly? OverklagasSenast);

internal sealed class ListaBeslutHandler(CaseFlowDb db, Arendeatkomst atkomst, Arendehuvuden huvuden) : IQueryHandler<ListaBeslut, IReadOnlyList<BeslutRad>>
{
    public async Task<Result<IReadOnlyList<BeslutRad>>> Handle(ListaBeslut request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var rader = await db.Beslut.Where(b => b.ArendeId == oppnat.Value.Id).OrderBy(b => b.Id)
            .Select(b => new { Beslut = b, Atertagen = db.Set<AnsoktInsats>().Any(i => i.Id == b.AnsoktInsatsId && i.AtertagenDag != null) })
            .ToListAsync(cancellationToken);
        var namn = await huvuden.Namn(rader.Select(r => r.Beslut.BeslutsfattareId).OfType<AnvandareId>(), cancellationToken);
        var undanhallet = await atkomst.Undanhaller(oppnat.Value, cancellationToken);
        return Result.Ok<IReadOnlyList<BeslutRad>>([.. rader.Select(r => Rad(r.Beslut, r.Atertagen, namn)).Select(r => undanhallet ? r with { Motivering = null, Mal = null } : r)]);
    }

    private static BeslutRad Rad(Beslut b, bool atertagen, IReadOnlyDictionary<AnvandareId, string> namn) => new(
        b.Id, b.Insatstyp, b.Status == Beslutsstatus.Fattat ? "fattat" : atertagen ? "atertaget" : "forslag", b.Utfall, b.SoktOmfattning,
        b.SoktOmfattning is null ? null : b.SoktEnhet, b.BeviljadOmfattning, b.BeviljadOmfattning is null ? null : b.Enhet, b.From, b.Tom, b.Motivering,
        b.Mal, Arendevyer.ArAnmalan(b.Insatstyp) ? null : b.LagrumText, b.Overklagandeform, b.Andringsgrund, b.Upphor, b.BeslutsfattareId, b.BeslutsfattareId is { } id ? namn.GetValueOrDefault(id) : null,
        b.Beslutsdag, b.Delegationspunkt, b.DelgivenDag, b.OverklagasSenast);
}
