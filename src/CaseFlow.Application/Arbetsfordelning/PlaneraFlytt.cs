using CaseFlow.Application.Arenden;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arbetsfordelning;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arbetsfordelning;

/// <summary>Shows what a move would do before it is done: which ärenden, to whom, the load before and after, and what stays.</summary>
[Kraver(Behorighet.FordelaArende)]
public sealed record PlaneraFlytt(Flytturval Urval) : IQuery<Flyttplan>;

/// <param name="Fingeravtryck">Goes with the order, so that what is done is what was shown.</param>
/// <param name="Valda">How many were chosen; those that stay among them.</param>
/// <param name="Nya">How many have nobody yet: they are distributed, which cannot be undone.</param>
/// <param name="Delade">How many persons get more than one handläggare by it: jäv, or one of hers is already with a receiver.</param>
public sealed record Flyttplan(
    IReadOnlyList<FlyttplanRad> Rader, IReadOnlyList<FlyttplanStannar> Stannar, IReadOnlyList<FlyttplanPerson> Handlaggare, string Fingeravtryck, int Valda, int Nya, int Delade);

public sealed record FlyttplanRad(string Nummer, PersonVy Person, string Steg, string? Fran, string Till);

public sealed record FlyttplanStannar(string Varfor, IReadOnlyList<string> Nummer);

/// <param name="Nu">Weighted load now, and <paramref name="Efter"/> the move.</param>
/// <param name="Andring">How many ärenden more or fewer.</param>
/// <param name="Mottagare">Chosen to get some.</param>
/// <param name="Toms">Hers are the ones that are moved away: she is no receiver unless chosen.</param>
public sealed record FlyttplanPerson(long Id, string Namn, int Antal, decimal Nu, decimal Efter, int Andring, bool Mottagare, bool Borta, bool Toms);

internal sealed class PlaneraFlyttHandler(CaseFlowDb db, Anrop anrop, Flyttplanerare planerare, Bordevikter vikter, Arendehuvuden huvuden)
    : IQueryHandler<PlaneraFlytt, Flyttplan>
{
    public async Task<Result<Flyttplan>> Handle(PlaneraFlytt request, CancellationToken cancellationToken)
    {
        var planerat = await planerare.Planera(request.Urval, cancellationToken);
        if (planerat.Failed) return planerat.Error;
        var forslag = planerat.Value;
        var personIds = forslag.Rader.Select(r => r.Person).Distinct().ToList();
        var personer = await db.IListor().Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var namn = await huvuden.Namn(forslag.Rader.Select(r => r.Fran).OfType<AnvandareId>().Concat(forslag.Rader.Select(r => r.Till)), cancellationToken);
        anrop.Visar(forslag.Rader.Select(r => r.Arende.Value));
        return new Flyttplan(
            [.. forslag.Rader.Select(r => new FlyttplanRad(
                r.Nummer, personer[r.Person].SomVy(anrop.Idag), Arendehuvuden.Stegnamn(r.Steg), r.Fran is { } f ? namn.GetValueOrDefault(f) : null, namn[r.Till]))],
            [.. forslag.Stannar.GroupBy(s => s.Varfor).Select(g => new FlyttplanStannar(Text(g.Key), [.. g.Select(s => s.Nummer)]))],
            [.. forslag.Handlaggare.Select(p => Person(p, forslag, request.Urval))], forslag.Fingeravtryck, forslag.Valda, forslag.Rader.Count(r => r.Fran is null),
            forslag.Rader.GroupBy(r => r.Person).Count(g => g.DistinctBy(r => r.Till).Skip(1).Any()));
    }

    private FlyttplanPerson Person(Flyttforslag.Person p, Flyttforslag forslag, Flytturval urval)
    {
        var (far, lamnar) = (forslag.Rader.Where(r => r.Till == p.Id).ToList(), forslag.Rader.Where(r => r.Fran == p.Id).ToList());
        return new(
            p.Id.Value, p.Namn, p.Antal, p.Borda, p.Borda + far.Sum(r => vikter.For(r.Steg)) - lamnar.Sum(r => vikter.For(r.Steg)),
            far.Count - lamnar.Count, forslag.Mottagare.Contains(p.Id), p.Borta, urval.Fran.Contains(p.Id.Value));
    }

    private static string Text(Stannar varfor) => varfor switch
    {
        Stannar.Skyddat => "har skyddade uppgifter och flyttas ett i taget, från ärendets sida",
        Stannar.IngenKanTa => "kan ingen av de valda ta, på grund av jäv eller för att de redan har ärendet",
        Stannar.InteUppeForFordelning => "har ingen handläggare men står inte inför att fördelas. Öppna ärendet",
        Stannar.AnnanEnhet => "hör till en annan av dina enheter. Flytta en enhet i taget",
    };
}
