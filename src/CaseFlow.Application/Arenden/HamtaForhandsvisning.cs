using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>An ärende in short, beside the list: who, where it stands, what is next, and what happened last. Reading it is reading the ärende.</summary>
[Kraver(Behorighet.LasaArende)]
public sealed record HamtaForhandsvisning(string Nummer) : IQuery<Forhandsvisning>;

/// <param name="Sokt">What is asked for, with the person's own words; empty for a protected person whose data is withheld.</param>
public sealed record Forhandsvisning(
    ArendeHuvud Huvud, IReadOnlyList<UppgiftVy> Uppgifter, IReadOnlyList<FristVy> Frister, IReadOnlyList<TidslinjeRad> Tidslinje, IReadOnlyList<(string Insats, string Onskemal)> Sokt,
    int DagarTotalt, int DagarHosOss, int DagarVantan);

internal sealed class HamtaForhandsvisningHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden) : IQueryHandler<HamtaForhandsvisning, Forhandsvisning>
{
    private const int Tidslinjerader = 6;

    public async Task<Result<Forhandsvisning>> Handle(HamtaForhandsvisning request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        var ansokan = await db.Ansokningar.AsNoTracking().Where(a => a.ArendeId == arende.Id).OrderBy(a => a.Id).FirstAsync(cancellationToken);
        var uppgifter = await huvuden.Oppna(arende.Id, cancellationToken);
        var handelser = await huvuden.Handelser(arende.Id, Tidslinjerader, cancellationToken);
        var namn = await huvuden.Namn(
            [.. uppgifter.Select(u => u.TilldeladId).OfType<AnvandareId>(), .. Arendehuvuden.Namngivna(arende), .. Arendehuvuden.Namngivna(handelser)], cancellationToken);
        var huvud = await huvuden.Hamta(arende, ansokan, namn, cancellationToken, iLista: true);
        var insatser = await db.Insatser.AsNoTracking().Where(i => i.ArendeId == arende.Id).OrderBy(i => i.Id).ToListAsync(cancellationToken);
        var dagar = Dagraknare.Berakna(ansokan.Ankomstdag, arende.Uppehall(), arende.Avslutat is { } t ? SvenskTid.Dag(t) : anrop.Idag);
        return new Forhandsvisning(
            huvud, [.. uppgifter.Select(u => huvuden.Vy(u, arende, namn))], huvuden.Frister(arende, uppgifter, ansokan, insatser, []),
            await huvuden.Tidslinje(arende, handelser, namn, cancellationToken),
            huvud.Person.Dold ? [] : [.. ansokan.Kvar.Select(i => (Domain.Insatser.Insatskatalog.Namn(i.Insatstyp), i.Onskemal))],
            dagar.Totalt, dagar.HosOss, dagar.Vantan);
    }
}
