using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter;

/// <summary>What is the actor's to do, the nearest date first: her own, theirs whom she is deputy for, and the tasks of the chefer in the units she
/// leads. The same tasks as on Idag, in one list.</summary>
/// <param name="Vantande">Those that wait for someone else, the one that wakes first before the others.</param>
/// <param name="Forsenade">Only the open ones whose day has passed.</param>
/// <param name="Efter">Cursor from the previous page (<see cref="Radmarkor"/>); null from the start.</param>
/// <param name="Hoppa">Rows to pass before the first: for a page by number, never more than <see cref="Sidgranser.Djup"/>.</param>
[Kraver(Behorighet.LasaArende)]
public sealed record ListaUppgifter(bool Vantande = false, bool Forsenade = false, string? Efter = null, int Antal = 50, int Hoppa = 0) : IQuery<UppgiftLista>;

/// <param name="Antal">Of the whole list, counted to <see cref="Sidgranser.Djup"/> at most.</param>
public sealed record UppgiftLista(IReadOnlyList<UppgiftRad> Rader, string? Nasta, int Antal);

internal sealed class ListaUppgifterHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Uppgiftsrader rader) : IQueryHandler<ListaUppgifter, UppgiftLista>
{
    public async Task<Result<UppgiftLista>> Handle(ListaUppgifter request, CancellationToken cancellationToken)
    {
        var antal = Sidgranser.Rader(request.Antal);
        var mina = new Minauppgifter(db.Uppgifter, anrop.Aktor, await atkomst.Arbetar(cancellationToken), atkomst.UtanDolda());
        var urval = Urval(mina, request);
        var totalt = await urval.Take(Sidgranser.Djup).CountAsync(cancellationToken);
        if (request.Efter is { } efter)
        {
            var markor = Radmarkor.Tolka(efter);
            if (markor.Failed) return markor.Error;
            var (id, tid) = (new UppgiftId(markor.Value.Id), markor.Value.Tid);
            urval = request.Vantande
                ? urval.Where(u => u.Vaknar >= tid && (u.Vaknar > tid || u.Id > id))
                : urval.Where(u => u.Forfaller >= tid && (u.Forfaller > tid || u.Id > id));
        }

        var ordnade = request.Vantande ? urval.OrderBy(u => u.Vaknar).ThenBy(u => u.Id) : urval.OrderBy(u => u.Forfaller).ThenBy(u => u.Id);
        var funna = await ordnade.Skip(Sidgranser.Hopp(request.Hoppa)).Take(antal + 1).ToListAsync(cancellationToken);
        var sida = funna.Take(antal).ToList();
        anrop.Visar(sida.Select(u => u.ArendeId.Value).Distinct());
        return new UppgiftLista(await rader.Las(sida, cancellationToken), funna.Count > antal ? Markor(sida[^1], request.Vantande) : null, totalt);
    }

    private static string Markor(Uppgift sist, bool vantande) =>
        new Radmarkor(sist.Id.Value, (vantande ? sist.Vaknar : null) ?? sist.Forfaller).ToString();

    private IQueryable<Uppgift> Urval(Minauppgifter mina, ListaUppgifter request)
    {
        if (request.Vantande) return mina.Vantande(_ => true);
        var idag = SvenskTid.Midnatt(anrop.Idag);
        return request.Forsenade ? mina.Oppna(u => u.Forfaller < idag) : mina.Oppna(_ => true);
    }
}
