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

/// <summary>What stands open, read straight from the database: a use case that read would leave a mark in the trail that nobody made.</summary>
internal sealed class Lagesbild(IServiceProvider tjanster)
{
    private readonly Dictionary<ArendeId, IReadOnlyList<AnsoktRad>> _ansokta = [];

    public async Task<(IReadOnlyList<Arenderad> Arenden, ILookup<ArendeId, Uppgiftsrad> Uppgifter)> Las(CancellationToken ct)
    {
        await using var scope = tjanster.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        var arenden = await db.Arenden.AsNoTracking().Where(a => a.Steg != Steg.Avslutat).OrderBy(a => a.Id)
            .Select(a => new { a.Id, a.PersonId, a.Nummer, a.Version, a.Steg, a.HandlaggareId, a.Slag,
                Ombud = db.Personombud.Any(o => o.PersonId == a.PersonId && o.Upphort == null && (o.ArendeId == null || o.ArendeId == a.Id)) }).ToListAsync(ct);
        var nya = arenden.Select(a => a.Id).Where(id => !_ansokta.ContainsKey(id)).ToList();
        if (nya.Count > 0)
        {
            foreach (var ansokan in await db.Ansokningar.AsNoTracking().Include(a => a.Insatser).Where(a => nya.Contains(a.ArendeId)).ToListAsync(ct))
                _ansokta[ansokan.ArendeId] =
                [
                    .. ansokan.Insatser.OrderBy(i => i.Id.Value).Select((i, plats) => (Insats: i, Plats: plats)).Where(x => !x.Insats.ArAtertagen)
                        .Select(x => new AnsoktRad(x.Insats.Id.Value, x.Insats.Insatstyp, x.Insats.SoktOmfattning, x.Plats)),
                ];
        }
        var uppgifter = await db.Uppgifter.AsNoTracking().Where(u => u.Status == Uppgiftsstatus.Oppen || u.Status == Uppgiftsstatus.Vantar).OrderBy(u => u.Id)
            .Select(u => new Uppgiftsrad(u.Id, u.PublikId, u.Version, u.Nod, u.ArendeId, u.InsatsId, u.Grupp, u.TilldeladId, u.Status, u.Forfaller,
                db.Insatser.Where(i => i.Id == u.InsatsId).Select(i => i.Tom).FirstOrDefault())).ToListAsync(ct);
        return ([.. arenden.Select(a => new Arenderad(a.Id, a.PersonId, a.Nummer, a.Version, a.Steg, a.HandlaggareId, a.Slag, _ansokta[a.Id], a.Ombud))],
            uppgifter.ToLookup(u => u.Arende));
    }

    /// <summary>What is sought in the ärende is another: it is read anew.</summary>
    public void Glom(ArendeId arende) => _ansokta.Remove(arende);

    /// <summary>When the timers that go off by now are due, in order.</summary>
    public async Task<List<DateTimeOffset>> Timrar(DateTimeOffset nu, CancellationToken ct) => await Fraga(
        db => db.Processtimrar.Where(t => t.Forfaller <= nu).OrderBy(t => t.Forfaller).ThenBy(t => t.Id).Select(t => t.Forfaller).ToListAsync(ct));

    public async Task<T> Fraga<T>(Func<CaseFlowDb, Task<T>> fraga)
    {
        await using var scope = tjanster.CreateAsyncScope();
        return await fraga(scope.ServiceProvider.GetRequiredService<CaseFlowDb>());
    }
}
