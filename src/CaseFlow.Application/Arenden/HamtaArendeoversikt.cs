using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>The ärende in facts, for another system: codes, days and numbers, and none of what is written in it. The same door as
/// <see cref="HamtaArende"/>.</summary>
[Kraver(Behorighet.LasaArende)]
public sealed record HamtaArendeoversikt(string Nummer) : IQuery<Arendeoversikt>;

/// <param name="Person">Masked as in lists: what was shown in clear on a page was shown there.</param>
/// <param name="Vantar">What it waits for now; null when the next move is ours.</param>
/// <param name="Uppgifter">The open and the waiting, the nearest date first.</param>
public sealed record Arendeoversikt(
    string Nummer, Arendeslag Slag, Steg Steg, PersonVy Person, string Enhet, AnvandareId? HandlaggareId, string? Handlaggare, DateOnly Ankomstdag,
    DateTimeOffset Oppnat, DateTimeOffset? Avslutat, AvslutsOrsak? AvslutsOrsak, Vantelage? Vantar, IReadOnlyList<Sokt> Ansokta, int DagarTotalt,
    int DagarHosOss, int DagarVantan, IReadOnlyList<UppgiftRad> Uppgifter, int Version);

/// <param name="Orsak">Code of <see cref="PausOrsaker"/>.</param>
public sealed record Vantelage(string Orsak, DateOnly Fran, DateOnly? Vaknar);

/// <param name="Atertagen">The day the person withdrew it; null while it is asked for.</param>
public sealed record Sokt(string Insatstyp, decimal? Omfattning, string? Enhet, DateOnly? Atertagen);

internal sealed class HamtaArendeoversiktHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden, Uppgiftsrader rader)
    : IQueryHandler<HamtaArendeoversikt, Arendeoversikt>
{
    public async Task<Result<Arendeoversikt>> Handle(HamtaArendeoversikt request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        var ansokan = await db.Ansokningar.AsNoTracking().Where(a => a.ArendeId == arende.Id).OrderBy(a => a.Id).FirstAsync(cancellationToken);
        var person = await db.IListor().SingleAsync(p => p.Id == arende.PersonId, cancellationToken);
        var enhet = await db.Enheter.Where(e => e.Id == arende.EnhetId).Select(e => e.Namn).SingleAsync(cancellationToken);
        var namn = await huvuden.Namn(Arendehuvuden.Namngivna(arende), cancellationToken);
        var uppgifter = await rader.Las(await huvuden.Oppna(arende.Id, cancellationToken), arende, cancellationToken);
        var dagar = Dagraknare.Berakna(ansokan.Ankomstdag, arende.Uppehall(), arende.Avslutat is { } t ? SvenskTid.Dag(t) : anrop.Idag);
        return new Arendeoversikt(
            arende.Nummer, arende.Slag, arende.Steg, person.SomVy(anrop.Idag), enhet, arende.HandlaggareId,
            arende.HandlaggareId is { } h ? namn.GetValueOrDefault(h) : null, ansokan.Ankomstdag, arende.Oppnat, arende.Avslutat, arende.AvslutsOrsak,
            arende.PagaendePaus is { } paus ? new(paus.Orsak, paus.From, paus.Vaknar) : null,
            [.. ansokan.Insatser.Select(i => new Sokt(i.Insatstyp, i.SoktOmfattning, i.SoktOmfattning is null ? null : i.Enhet, i.AtertagenDag))],
            dagar.Totalt, dagar.HosOss, dagar.Vantan, uppgifter, arende.Version);
    }
}
