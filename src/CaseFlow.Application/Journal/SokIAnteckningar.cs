using CaseFlow.Application.Arenden;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Journal;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Journal;

/// <summary>Finds notes by their words, in the ärenden that the actor sees without giving a reason; a protected person's only with named access. The latest
/// written first, keyset paged. What was searched for is kept nowhere: send it by POST, never in an address.</summary>
/// <param name="Text">All the words must be there; a word finds those that begin with it. Refused with a fault at <c>sok</c>.</param>
/// <param name="Efter">Cursor from the previous page (<see cref="Radmarkor"/>); null from the latest.</param>
[Kraver(Behorighet.LasaArende)]
public sealed record SokIAnteckningar(string? Text, string? Efter = null, int Antal = 25) : IQuery<AnteckningTraffar>
{
    public override string ToString() => nameof(SokIAnteckningar);
}

/// <param name="Nasta">The cursor to the next page; null on the last.</param>
/// <param name="Antal">How many there are, counted to 1000 at most and only among what the actor may see.</param>
/// <param name="Fler">There are more than were counted.</param>
public sealed record AnteckningTraffar(IReadOnlyList<AnteckningTraff> Rader, string? Nasta, int Antal, bool Fler);

/// <summary>A note that was found, and where to read it.</summary>
/// <param name="Utdrag">Null for a protected person: others may see the list on the screen. The note is read in its ärende.</param>
public sealed record AnteckningTraff(
    string Arendenummer, int Nr, PersonVy Person, string Slagtext, DateOnly Dag, DateTimeOffset Skriven, Sokutdrag? Utdrag);

internal sealed class SokIAnteckningarHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, ICaseTextSearch textsok)
    : IQueryHandler<SokIAnteckningar, AnteckningTraffar>
{
    private const int FlestRader = 100;

    public async Task<Result<AnteckningTraffar>> Handle(SokIAnteckningar request, CancellationToken cancellationToken)
    {
        var ord = Journalsokord.Tolka(request.Text);
        if (ord.Failed) return ord.Error;
        var antal = Math.Clamp(request.Antal, 1, FlestRader);
        var synliga = textsok.Hitta(db, ord.Value).Where(a => a.Struken == null).Join(atkomst.Synliga(), a => a.ArendeId, a => a.Id, (anteckning, arende) => new { anteckning, arende });
        var totalt = await synliga.Take(Sidgranser.Djup + 1).CountAsync(cancellationToken);

        var sida = synliga;
        if (request.Efter is { } efter)
        {
            var markor = Radmarkor.Tolka(efter);
            if (markor.Failed) return markor.Error;
            var sist = new AnteckningId(markor.Value.Id);
            sida = sida.Where(t => t.anteckning.Id < sist);
        }
        var rader = await sida.OrderByDescending(t => t.anteckning.Id).Take(antal + 1)
            .Select(t => new { t.anteckning, t.arende.Id, t.arende.Nummer, t.arende.PersonId }).ToListAsync(cancellationToken);
        var visade = rader.Take(antal).ToList();
        anrop.Visar(visade.Select(r => r.Id.Value).Distinct());
        var personIds = visade.Select(r => r.PersonId).Distinct().ToList();
        var personer = await db.IListor().Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        return new AnteckningTraffar(
            [.. visade.Select(r => Rad(r.anteckning, r.Nummer, personer[r.PersonId].SomVy(anrop.Idag), ord.Value))],
            rader.Count > antal ? new Radmarkor(visade[^1].anteckning.Id.Value).ToString() : null, Math.Min(totalt, Sidgranser.Djup), totalt > Sidgranser.Djup);
    }

    private static AnteckningTraff Rad(Anteckning a, string nummer, PersonVy person, Journalsokord ord) => new(
        nummer, a.Nr, person, Anteckningsvyer.Slagtext(a.Slag), a.Dag, a.Skriven, person.Skyddad ? null : Sokutdrag.Av(a.Text, ord));
}
