using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Arbetsfordelning;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Kalender;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arbetsfordelning;

/// <summary>The chef's page: how the work is shared, what needs a decision of hers, and what can be undone. In order of name: no ranking of people.</summary>
[Kraver(Behorighet.SeEnheten)]
public sealed record HamtaEnheten : IQuery<EnhetSvar>;

/// <param name="Enhet">Name of the unit, or of the units with a comma.</param>
/// <param name="Handlaggare">In service or with open ärenden, by name.</param>
/// <param name="Ingens">The open ärenden that nobody has; null when there are none.</param>
/// <param name="Median">Of the weighted loads of those who are there today.</param>
/// <param name="Beslut">The first tasks that only the chef can do, the oldest first; <paramref name="BeslutAntal"/> says how many there are.</param>
/// <param name="BeslutAldst">How many days the oldest has waited.</param>
/// <param name="Forsenade">Ärenden with a task whose day has passed.</param>
/// <param name="NaraEjVerkstallt">Ärenden with an insats that within 30 days has waited three months, or already has (<paramref name="EjVerkstallda"/>).</param>
/// <param name="Uppfoljning">Ärenden with an insats that is to be followed up this month, or should have been.</param>
public sealed record EnhetSvar(
    DateOnly Idag, string Enhet, int OppnaArenden, IReadOnlyList<Bordarad> Handlaggare, Bordarad? Ingens, decimal Median, IReadOnlyList<BeslutsRad> Beslut, int BeslutAntal,
    int BeslutAldst, int Forsenade, int NaraEjVerkstallt, int EjVerkstallda, int Uppfoljning, IReadOnlyList<AngerbarFlytt> Flyttar);

/// <param name="Id">0 for those nobody has.</param>
/// <param name="Oppna">Open ärenden.</param>
/// <param name="Sena">Ärenden with a task whose day has passed, and <paramref name="Inom7"/> whose day comes within a week.</param>
/// <param name="Vantar">Ärenden with a task that waits for somebody else.</param>
/// <param name="Borda">The open ärenden weighted by their step (<see cref="Bordevikter"/>).</param>
/// <param name="Aldst">When the oldest open ärende came.</param>
/// <param name="Skydd">Open ärenden with protected data that the reader may know of.</param>
/// <param name="Borta">Away today, to and including <paramref name="BortaTom"/> when that is known.</param>
/// <param name="ITjanst">False for someone who has left and still has ärenden.</param>
public sealed record Bordarad(
    long Id, string Namn, int Oppna, int Sena, int Inom7, int Vantar, decimal Borda, DateOnly? Aldst, int Skydd, bool Borta = false, DateOnly? BortaTom = null,
    string? Ersattare = null, bool ITjanst = true);

/// <param name="Vantat">Whole days since it became the chef's.</param>
public sealed record BeslutsRad(string Verb, string Nummer, PersonVy Person, string Arendetyp, int Vantat, string Lank);

public sealed record AngerbarFlytt(Guid Id, int Antal, string Vem, DateTimeOffset Tid, DateTimeOffset AngrasSenast, string Skal);

internal sealed class HamtaEnhetenHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Bordevikter vikter, Arendehuvuden huvuden, Handlaggarlage lage)
    : IQueryHandler<HamtaEnheten, EnhetSvar>
{
    private const int VisadeBeslut = 5;
    private const int MestRaknat = 1000;

    public async Task<Result<EnhetSvar>> Handle(HamtaEnheten request, CancellationToken cancellationToken)
    {
        var enheter = anrop.Aktor.ChefFor;
        if (enheter.Count == 0) return Error.Forbidden(Felkoder.BehorighetSaknas, "Bara enhetens chef kan se hela enheten.");
        var namn = await db.Enheter.Where(e => enheter.Contains(e.Id)).OrderBy(e => e.Id).Select(e => e.Namn).ToListAsync(cancellationToken);
        var arenden = await Handlaggarlage.Oppna(atkomst.Enhetens(), cancellationToken);
        var (uppgifter, vantar) = (await Uppgifter(cancellationToken), await Vantar(cancellationToken));
        var folk = await Folk(arenden, cancellationToken);
        var rader = folk.Select(f => Rad(f, arenden[f.Id], uppgifter.GetValueOrDefault(f.Id), vantar.GetValueOrDefault(f.Id))).ToList();
        var narvarande = rader.Where(r => r is { Borta: false, ITjanst: true }).Select(r => r.Borda).Order().ToList();
        var (beslut, antal, aldst) = await Beslut(cancellationToken);
        var (nara, ejVerkstallda, uppfoljning) = await Insatser(cancellationToken);
        var ingens = arenden[default].ToList();
        return new EnhetSvar(
            anrop.Idag, string.Join(", ", namn), arenden.Sum(g => g.Sum(a => a.Antal)), rader,
            ingens.Count == 0 ? null : Rad(new(default, "Ingen än", null, true), ingens, uppgifter.GetValueOrDefault(default), vantar.GetValueOrDefault(default)), Median(narvarande),
            beslut, antal, aldst, uppgifter.Values.Sum(u => u.Sena), nara, ejVerkstallda, uppfoljning, await Flyttar(cancellationToken));
    }

    /// <param name="ordnade">In order; with an even count, halfway between the two in the middle.</param>
    private static decimal Median(List<decimal> ordnade) => ordnade.Count == 0 ? 0 : (ordnade[(ordnade.Count - 1) / 2] + ordnade[ordnade.Count / 2]) / 2;

    private Bordarad Rad(Person vem, IEnumerable<Arendegrupp> arenden, Uppgiftsgrupp? uppgifter, int vantar)
    {
        var grupper = arenden.ToList();
        return new(
            vem.Id.Value, vem.Namn, grupper.Sum(g => g.Antal), uppgifter?.Sena ?? 0, uppgifter?.Inom7 ?? 0, vantar, vikter.Borda(grupper.Select(g => (g.Steg, g.Antal))),
            grupper.Count == 0 ? null : SvenskTid.Dag(grupper.Min(g => g.Aldst)), grupper.Sum(g => g.Skydd), vem.Franvaro is not null, vem.Franvaro?.Tom,
            vem.Franvaro?.Ersattare, vem.ITjanst);
    }

    /// <summary>How many ärenden have a task that is late or soon due, whoever is to do it, by who has the ärende: what the list shows that the figure
    /// leads to. Under the default id those that nobody has.</summary>
    private async Task<Dictionary<AnvandareId, Uppgiftsgrupp>> Uppgifter(CancellationToken ct)
    {
        var (enheter, dolda) = (anrop.Aktor.ChefFor, atkomst.Dolda());
        var (idag, dagenSlut, vecka) = (SvenskTid.Midnatt(anrop.Idag), SvenskTid.Midnatt(anrop.Idag.AddDays(1)), SvenskTid.Midnatt(anrop.Idag.AddDays(8)));
        // Det som har vaknat är vår tur igen, och räknas från den dagen: som på Idag (HamtaIdag).
        var vakna = db.Uppgifter.Where(u => u.Status == Uppgiftsstatus.Vantar && enheter.Contains(u.EnhetId) && u.Vaknar < dagenSlut && !dolda.Contains(u.ArendeId))
            .Select(u => new { u.ArendeId, Sen = u.Vaknar < idag });
        var grupper = await db.Uppgifter.Where(u => u.Status == Uppgiftsstatus.Oppen && enheter.Contains(u.EnhetId) && u.Forfaller < vecka && !dolda.Contains(u.ArendeId))
            .Select(u => new { u.ArendeId, Sen = u.Forfaller < idag }).Concat(vakna)
            .Join(db.Arenden, u => u.ArendeId, a => a.Id, (u, a) => new { a.HandlaggareId, u.ArendeId, u.Sen })
            .GroupBy(u => u.HandlaggareId)
            .Select(g => new
            {
                g.Key,
                Sena = g.Where(u => u.Sen).Select(u => u.ArendeId).Distinct().Count(),
                Inom7 = g.Where(u => !u.Sen).Select(u => u.ArendeId).Distinct().Count(),
            }).ToListAsync(ct);
        return grupper.ToDictionary(g => g.Key ?? default, g => new Uppgiftsgrupp(g.Sena, g.Inom7));
    }

    private async Task<Dictionary<AnvandareId, int>> Vantar(CancellationToken ct)
    {
        var (enheter, dolda, dagenSlut) = (anrop.Aktor.ChefFor, atkomst.Dolda(), SvenskTid.Midnatt(anrop.Idag.AddDays(1)));
        var grupper = await db.Uppgifter.Where(u => u.Status == Uppgiftsstatus.Vantar && enheter.Contains(u.EnhetId) && u.Vaknar >= dagenSlut && !dolda.Contains(u.ArendeId))
            .Join(db.Arenden, u => u.ArendeId, a => a.Id, (u, a) => new { a.HandlaggareId, u.ArendeId })
            .GroupBy(u => u.HandlaggareId).Select(g => new { g.Key, Antal = g.Select(u => u.ArendeId).Distinct().Count() }).ToListAsync(ct);
        return grupper.ToDictionary(g => g.Key ?? default, g => g.Antal);
    }

    /// <summary>Those in service, and those who have left and still have ärenden.</summary>
    private async Task<List<Person>> Folk(ILookup<AnvandareId, Arendegrupp> arenden, CancellationToken ct)
    {
        var (enheter, idag) = (anrop.Aktor.ChefFor, anrop.Idag);
        var folk = await db.Handlaggare(enheter, idag).Select(a => new { a.Id, a.Namn }).ToListAsync(ct);
        var ids = folk.ConvertAll(f => f.Id);
        var borta = await lage.Borta(ids, ct);
        var slutat = await huvuden.Namn(arenden.Select(g => g.Key).Where(id => id != default).Except(ids), ct);
        return [.. folk.Select(f => new Person(f.Id, f.Namn, borta.GetValueOrDefault(f.Id), true))
            .Concat(slutat.Select(s => new Person(s.Key, s.Value, null, false))).OrderBy(f => f.Namn, StringComparer.CurrentCulture)];
    }

    private async Task<(IReadOnlyList<BeslutsRad> Rader, int Antal, int Aldst)> Beslut(CancellationToken ct)
    {
        var (enheter, dolda) = (anrop.Aktor.ChefFor, atkomst.Dolda());
        var alla = db.Uppgifter.Where(u => u.Status == Uppgiftsstatus.Oppen && u.Grupp == Grupper.Chef && enheter.Contains(u.EnhetId) && !dolda.Contains(u.ArendeId));
        var rader = await alla.OrderBy(u => u.Forfaller).ThenBy(u => u.Id).Take(VisadeBeslut)
            .Select(u => new Uppgiftsrad(
                u.Id, u.PublikId, u.ArendeId, u.InsatsId, u.Titel, u.Formular, u.Forfaller, u.Forfalloregel, u.Status, u.VantarOrsak, u.Vaknar, u.Skapad)).ToListAsync(ct);
        if (rader.Count == 0) return ([], 0, 0);
        // Det som har väntat längst är inte alltid det som har bråttom: alla räknas, inte bara de som visas.
        var (antal, aldst) = rader.Count < VisadeBeslut ? (rader.Count, rader.Min(r => r.Skapad))
            : (await alla.Take(MestRaknat).CountAsync(ct), await alla.MinAsync(u => u.Skapad, ct));
        var sidouppgifter = await Sidouppgifter.Las(db, rader, anrop.Aktor.Id, ct);
        anrop.Visar(rader.Select(r => r.ArendeId.Value).Distinct());
        return ([.. rader.Select(r => Rad(r, sidouppgifter))], antal, Vantat(aldst));
    }

    private BeslutsRad Rad(Uppgiftsrad u, Sidouppgifter s)
    {
        var arende = s.Arenden[u.ArendeId];
        return new(u.Titel, arende.Nummer, s.Personer[arende.PersonId].SomVy(anrop.Idag), s.Arendetyp(u), Vantat(u.Skapad), Arendehuvuden.Lank(u.Formular, u.PublikId, arende.Nummer));
    }

    private int Vantat(DateTimeOffset sedan) => anrop.Idag.DayNumber - SvenskTid.Dag(sedan).DayNumber;

    // SoL (2025:400) 34 kap. 1 §, från 2025-07-01: det som inte är verkställt inom tre månader rapporteras
    private async Task<(int Nara, int Passerade, int Uppfoljning)> Insatser(CancellationToken ct)
    {
        var (enheter, dolda, idag) = (anrop.Aktor.ChefFor, atkomst.Dolda(), anrop.Idag);
        var (nara, manadensSlut) = (idag.AddDays(ListaArendenHandler.NaraDagar), new DateOnly(idag.Year, idag.Month, 1).AddMonths(1));
        var ejVerkstallda = await db.Insatser.Where(i => enheter.Contains(i.EnhetId) && i.EjVerkstalltFran != null && i.EjVerkstalltFran <= nara && !dolda.Contains(i.ArendeId))
            .Select(i => new { i.ArendeId, Passerad = i.EjVerkstalltFran <= idag }).Distinct().Take(MestRaknat).ToListAsync(ct);
        var uppfoljning = await db.Insatser.Where(i => enheter.Contains(i.EnhetId) && i.UppfoljningDatum != null && i.UppfoljningDatum < manadensSlut
            && i.Status == Insatsstatus.Pagar && !dolda.Contains(i.ArendeId)).Select(i => i.ArendeId).Distinct().Take(MestRaknat).CountAsync(ct);
        return (ejVerkstallda.Select(i => i.ArendeId).Distinct().Count(), ejVerkstallda.Count(i => i.Passerad), uppfoljning);
    }

    private async Task<IReadOnlyList<AngerbarFlytt>> Flyttar(CancellationToken ct)
    {
        var (enheter, sedan) = (anrop.Aktor.ChefFor, anrop.Nu - Arendeflytt.Angertid);
        var flyttar = (await db.Flyttar.AsNoTracking().Include(f => f.Rader).Where(f => enheter.Contains(f.EnhetId) && f.Tid >= sedan).OrderByDescending(f => f.Tid).Take(10).ToListAsync(ct))
            .FindAll(f => f.KanAngras(anrop.Nu));
        var namn = await huvuden.Namn(flyttar.Select(f => f.Av), ct);
        return [.. flyttar.Select(f => new AngerbarFlytt(f.PublikId, f.Rader.Count, namn.GetValueOrDefault(f.Av, ""), f.Tid, f.AngrasSenast, f.Skal))];
    }

    private sealed record Uppgiftsgrupp(int Sena, int Inom7);

    private sealed record Person(AnvandareId Id, string Namn, Bortavaro? Franvaro, bool ITjanst);
}
