using CaseFlow.Application;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Seed;

/// <summary>An ärende as the demo needs to know it.</summary>
/// <param name="HarOmbud">Someone may act for the person in it.</param>
internal sealed record Arenderad(
    ArendeId Id, PersonId Person, string Nummer, int Version, Steg Steg, AnvandareId? Handlaggare, Arendeslag Slag, IReadOnlyList<AnsoktRad> Ansokta, bool HarOmbud);

/// <param name="Plats">Which of the insatser in the ansökan it is, from 0.</param>
internal sealed record AnsoktRad(long Id, string Typ, decimal? Sokt, int Plats);

internal sealed record Uppgiftsrad(UppgiftId Id, Guid PublikId, int Version, string Nod, ArendeId Arende, InsatsId? Insats, string Grupp, AnvandareId? Tilldelad,
    Uppgiftsstatus Status, DateTimeOffset Forfaller, DateOnly? Tom);

/// <summary>What stands open, read straight from the database: a use case that read would leave a mark in the trail that nobody made. Only what has been
/// touched since is read again: a unit of a thousand ärenden is read three times a day, and a few dozen of them have changed.</summary>
internal sealed class Lagesbild(IServiceProvider tjanster)
{
    private readonly SortedDictionary<ArendeId, Arenderad> _arenden = [];
    private readonly Dictionary<ArendeId, IReadOnlyList<Uppgiftsrad>> _uppgifter = [];
    private readonly Dictionary<ArendeId, IReadOnlyList<AnsoktRad>> _ansokta = [];
    private readonly Dictionary<ArendeId, PersonId> _personer = [];
    private readonly Dictionary<PersonId, List<ArendeId>> _personens = [];
    private readonly HashSet<ArendeId> _rorda = [];
    private ArendeId _hogsta = new(long.MinValue);

    public int Oppna => _arenden.Count;

    /// <summary>The open ärenden in the order they came.</summary>
    public async Task<IReadOnlyList<Arenderad>> Las(CancellationToken ct)
    {
        await using var scope = tjanster.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        var (rorda, hogsta) = (_rorda.ToList(), _hogsta);
        _rorda.Clear();
        foreach (var id in rorda)
        {
            _arenden.Remove(id);
            _uppgifter.Remove(id);
        }
        var arenden = await db.Arenden.AsNoTracking().Where(a => a.Steg != Steg.Avslutat && (rorda.Contains(a.Id) || a.Id > hogsta)).OrderBy(a => a.Id)
            .Select(a => new { a.Id, a.PersonId, a.Nummer, a.Version, a.Steg, a.HandlaggareId, a.Slag,
                Ombud = db.Personombud.Any(o => o.PersonId == a.PersonId && o.Upphort == null && (o.ArendeId == null || o.ArendeId == a.Id)) }).ToListAsync(ct);
        await LasAnsokta(db, [.. arenden.Select(a => a.Id).Where(id => !_ansokta.ContainsKey(id))], ct);
        foreach (var a in arenden)
        {
            _arenden[a.Id] = new(a.Id, a.PersonId, a.Nummer, a.Version, a.Steg, a.HandlaggareId, a.Slag, _ansokta[a.Id], a.Ombud);
            if (a.Id > _hogsta) _hogsta = a.Id;
            if (!_personer.TryAdd(a.Id, a.PersonId)) continue;
            if (!_personens.TryGetValue(a.PersonId, out var hennes)) _personens[a.PersonId] = hennes = [];
            hennes.Add(a.Id);
        }
        var uppgifter = await db.Uppgifter.AsNoTracking()
            .Where(u => (u.Status == Uppgiftsstatus.Oppen || u.Status == Uppgiftsstatus.Vantar) && (rorda.Contains(u.ArendeId) || u.ArendeId > hogsta)).OrderBy(u => u.Id)
            .Select(u => new Uppgiftsrad(u.Id, u.PublikId, u.Version, u.Nod, u.ArendeId, u.InsatsId, u.Grupp, u.TilldeladId, u.Status, u.Forfaller,
                db.Insatser.Where(i => i.Id == u.InsatsId).Select(i => i.Tom).FirstOrDefault())).ToListAsync(ct);
        foreach (var arende in uppgifter.GroupBy(u => u.Arende)) _uppgifter[arende.Key] = [.. arende];
        return [.. _arenden.Values];
    }

    /// <summary>Its open tasks, as they were last read.</summary>
    public IReadOnlyList<Uppgiftsrad> Uppgifter(ArendeId arende) => _uppgifter.GetValueOrDefault(arende) ?? [];

    /// <summary>Something is done with the ärende: it is read anew, and so is what else its person has. A beslut ends an insats in an older ärende, and a
    /// death closes them all.</summary>
    public void Ror(ArendeId arende)
    {
        if (_personer.TryGetValue(arende, out var person)) _rorda.UnionWith(_personens[person]);
    }

    /// <summary>What is sought in the ärende is another: it is read anew.</summary>
    public void Glom(ArendeId arende) => _ansokta.Remove(arende);

    /// <summary>The timers that go off by now, in order: when each is due, and in which ärende.</summary>
    public async Task<List<(DateTimeOffset Nar, ArendeId Arende)>> Timrar(DateTimeOffset nu, CancellationToken ct) =>
        [.. (await Fraga(db => db.Processtimrar.Where(t => t.Forfaller <= nu).OrderBy(t => t.Forfaller).ThenBy(t => t.Id)
            .Join(db.Instanser, t => t.InstansId, i => i.Id, (t, i) => new { t.Id, t.Forfaller, i.ArendeId }).ToListAsync(ct)))
            .OrderBy(t => t.Forfaller).ThenBy(t => t.Id).Select(t => (t.Forfaller, t.ArendeId))];

    public async Task<T> Fraga<T>(Func<CaseFlowDb, Task<T>> fraga)
    {
        await using var scope = tjanster.CreateAsyncScope();
        return await fraga(scope.ServiceProvider.GetRequiredService<CaseFlowDb>());
    }

    private async Task LasAnsokta(CaseFlowDb db, List<ArendeId> nya, CancellationToken ct)
    {
        if (nya.Count == 0) return;
        foreach (var ansokan in await db.Ansokningar.AsNoTracking().Include(a => a.Insatser).Where(a => nya.Contains(a.ArendeId)).ToListAsync(ct))
            _ansokta[ansokan.ArendeId] =
            [
                .. ansokan.Insatser.OrderBy(i => i.Id.Value).Select((i, plats) => (Insats: i, Plats: plats)).Where(x => !x.Insats.ArAtertagen)
                    .Select(x => new AnsoktRad(x.Insats.Id.Value, x.Insats.Insatstyp, x.Insats.SoktOmfattning, x.Plats)),
            ];
    }
}
